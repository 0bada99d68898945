package id.simpul.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import id.simpul.source.Severity;

/**
 * What is wrong with the data now, grouped by cause, from the latest whole reading of
 * each instansi.
 */
public final class Causes {

	private static final String SEPARATOR = "\u001f";

	private final JdbcClient jdbc;

	private final RunReports runs;

	Causes(JdbcClient jdbc, RunReports runs) {
		this.jdbc = jdbc;
		this.runs = runs;
	}

	/**
	 * Every cause, those that hold entries back first, then by how many people they
	 * concern.
	 */
	public List<Cause> all(Scope scope) {
		return causes(scope, null);
	}

	/** One cause; empty when it is not found anywhere now. */
	public Optional<Cause> find(Scope scope, String rule) {
		return causes(scope, rule).stream().findFirst();
	}

	private List<Cause> causes(Scope scope, String rule) {
		List<Long> shown = this.runs.shown(scope);
		if (shown.isEmpty()) {
			return List.of();
		}
		Map<String, Map<String, long[]>> counts = new HashMap<>();
		Map<String, Severity> severities = new HashMap<>();
		String onlyRule = (rule != null) ? " and rule = :rule" : "";
		this.jdbc.sql("""
				select rule, instansi, severity, count(*), count(distinct kunci) from finding
				where run_id in (:runs)""" + onlyRule + " group by rule, instansi, severity")
			.param("runs", shown)
			.param("rule", rule)
			.query((row) -> {
				long[] count = count(counts, row);
				count[0] = Math.max(count[0], row.getLong(5));
				count[1] += row.getLong(4);
				severities.merge(row.getString(1), severity(row.getString(3)), (a, b) -> (a.compareTo(b) <= 0) ? a : b);
			});
		this.jdbc.sql("""
				select rule, instansi, count(*), count(distinct kunci) from rejection
				where run_id in (:runs)""" + onlyRule + " group by rule, instansi")
			.param("runs", shown)
			.param("rule", rule)
			.query((row) -> {
				long[] count = count(counts, row);
				count[0] = Math.max(count[0], row.getLong(4));
				count[2] = row.getLong(3);
				severities.put(row.getString(1), Severity.BLOCKS);
			});
		List<Cause> causes = new ArrayList<>();
		counts.forEach((code, shares) -> causes.add(new Cause(code, severities.get(code), shares(shares))));
		causes.sort(Comparator.comparing(Cause::severity)
			.thenComparing(Comparator.comparingLong(Cause::people).reversed())
			.thenComparing(Cause::rule));
		return causes;
	}

	/** Where a cause was found, in the order of the source. */
	public List<Example> examples(Scope scope, String rule, int from, int limit) {
		List<Long> shown = this.runs.shown(scope);
		if (shown.isEmpty()) {
			return List.of();
		}
		List<Example> findings = examples("""
				select instansi, dataset, row_no, kunci, resource, entry_key, field, value_class, args from finding
				where run_id in (:runs) and rule = :rule order by id limit :limit offset :from""", shown, rule, from,
				limit);
		// some entries are rejected for what another one's finding already says: they
		// have no finding of their own
		return (!findings.isEmpty() || hasFindings(shown, rule)) ? findings : examples("""
				select instansi, dataset, row_no, kunci, resource, entry_key, null, null, null from rejection
				where run_id in (:runs) and rule = :rule order by instansi, dataset, row_no, kunci, entry_key
				limit :limit offset :from""", shown, rule, from, limit);
	}

	private boolean hasFindings(List<Long> shown, String rule) {
		return !this.jdbc.sql("select 1 from finding where run_id in (:runs) and rule = :rule limit 1")
			.param("runs", shown)
			.param("rule", rule)
			.query(Integer.class)
			.list()
			.isEmpty();
	}

	private List<Example> examples(String sql, List<Long> shown, String rule, int from, int limit) {
		return this.jdbc.sql(sql)
			.param("runs", shown)
			.param("rule", rule)
			.param("limit", limit)
			.param("from", from)
			.query(Causes::example)
			.list();
	}

	private static Example example(ResultSet row, int number) throws SQLException {
		long line = row.getLong(3);
		Long place = row.wasNull() ? null : line;
		String args = row.getString(9);
		return new Example(row.getString(1), row.getString(2), place, Masked.person(row.getString(4)), row.getString(5),
				Masked.entry(row.getString(6)), row.getString(7), row.getString(8),
				(args != null) ? List.of(args.split(SEPARATOR, -1)) : List.of());
	}

	private static long[] count(Map<String, Map<String, long[]>> counts, ResultSet row) throws SQLException {
		return counts.computeIfAbsent(row.getString(1), (rule) -> new HashMap<>())
			.computeIfAbsent(row.getString(2), (kode) -> new long[3]);
	}

	private static List<Cause.Share> shares(Map<String, long[]> counts) {
		List<Cause.Share> shares = new ArrayList<>();
		counts.forEach((kode, count) -> shares.add(new Cause.Share(kode, count[0], count[1], count[2])));
		shares.sort(Comparator.comparingLong(Cause.Share::people).reversed().thenComparing(Cause.Share::instansi));
		return shares;
	}

	private static Severity severity(String code) {
		for (Severity severity : Severity.values()) {
			if (severity.code().equals(code)) {
				return severity;
			}
		}
		return Severity.INFORMS;
	}

}
