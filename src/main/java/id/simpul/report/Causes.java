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

	/** By the figure that the query gives them. */
	private static final List<Severity> WEIGHTS = List.of(Severity.INFORMS, Severity.WARNS, Severity.BLOCKS);

	private final JdbcClient jdbc;

	private final RunReports runs;

	Causes(JdbcClient jdbc, RunReports runs) {
		this.jdbc = jdbc;
		this.runs = runs;
	}

	/** Whether anything was ever read whole, so that no causes means no trouble. */
	public boolean anythingRead(Scope scope) {
		return !this.runs.shown(scope).isEmpty();
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
		Map<String, List<Cause.Share>> shares = new HashMap<>();
		Map<String, Severity> severities = new HashMap<>();
		String onlyRule = (rule != null) ? " and rule = :rule" : "";
		// a person with findings of both severities, or a finding and a rejection, is one
		// person
		this.jdbc.sql("select rule, instansi, count(distinct kunci), sum(finding), sum(rejected), max(weight) from ("
				+ " select rule, instansi, kunci, 1 finding, 0 rejected,"
				+ " case severity when 'E' then 2 when 'W' then 1 else 0 end weight from finding where run_id in (:runs)"
				+ onlyRule + " union all select rule, instansi, kunci, 0, 1, 2 from rejection where run_id in (:runs)"
				+ onlyRule + ") found group by rule, instansi")
			.param("runs", shown)
			.param("rule", rule)
			.query((row) -> {
				shares.computeIfAbsent(row.getString(1), (code) -> new ArrayList<>())
					.add(new Cause.Share(row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
				severities.merge(row.getString(1), WEIGHTS.get(row.getInt(6)), (a, b) -> (a.compareTo(b) <= 0) ? a : b);
			});
		List<Cause> causes = new ArrayList<>();
		shares.forEach((code, of) -> causes.add(new Cause(code, severities.get(code), sorted(of))));
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
				Masked.entry(row.getString(5), row.getString(6)), row.getString(7), row.getString(8),
				(args != null) ? List.of(args.split(SEPARATOR, -1)) : List.of());
	}

	private static List<Cause.Share> sorted(List<Cause.Share> shares) {
		return shares.stream()
			.sorted(Comparator.comparingLong(Cause.Share::people).reversed().thenComparing(Cause.Share::instansi))
			.toList();
	}

}
