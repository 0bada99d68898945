package id.simpul.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.pegawai.Origin;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Run;

/** Writes down what stood in the way: findings, rejected entries and absences of a run. */
final class Evidence {

	private static final char SEPARATOR = '\u001f';

	private final JdbcTemplate jdbc;

	Evidence(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void addFindings(Run run, List<Finding> findings) {
		List<Object[]> rows = new ArrayList<>(findings.size());
		for (Finding finding : findings) {
			Origin origin = finding.origin();
			rows.add(new Object[] { run.id(), run.instansi(), cut(finding.kunci(), 60), finding.rule(),
					finding.severity().code(), (finding.resource() != null) ? finding.resource().resourceName() : null,
					cut(finding.entryKey(), 300), finding.field(), (origin != null) ? origin.dataset() : null,
					(origin != null) ? origin.row() : null, cut(finding.valueClass(), 120), join(finding.args()) });
		}
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate("""
					insert into finding (run_id, instansi, kunci, rule, severity, resource, entry_key, field, dataset,
						row_no, value_class, args)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
		}
	}

	void addRejections(Run run, Map<String, List<Rejection>> rejections) {
		List<Object[]> rows = new ArrayList<>();
		rejections.forEach((kunci, list) -> list.forEach((rejection) -> {
			Origin origin = rejection.origin();
			rows.add(new Object[] { run.id(), run.instansi(), cut(kunci, 60), rejection.resource().resourceName(),
					cut(rejection.entryKey(), 300), (origin != null) ? origin.dataset() : null,
					(origin != null) ? origin.row() : null, rejection.rule() });
		}));
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate("""
					insert into rejection (run_id, instansi, kunci, resource, entry_key, dataset, row_no, rule)
					values (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
		}
	}

	/** @param people one per gone entry, in the same order */
	void addAbsences(Run run, List<String> people, List<Diff.Id> gone) {
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < people.size(); i++) {
			rows.add(new Object[] { run.id(), run.instansi(), people.get(i),
					gone.get(i).resource().resourceName(), gone.get(i).key() });
		}
		if (!rows.isEmpty()) {
			insertAbsences(rows);
		}
	}

	void addAbsentPeople(Run run, List<String> people) {
		insertAbsences(people.stream()
			.map((kunci) -> new Object[] { run.id(), run.instansi(), kunci, null, null })
			.toList());
	}

	private void insertAbsences(List<Object[]> rows) {
		this.jdbc.batchUpdate(
				"insert into absence (run_id, instansi, kunci, resource, entry_key) values (?, ?, ?, ?, ?)", rows);
	}

	/** Arguments of a message in one column. */
	static String join(List<String> args) {
		return args.isEmpty() ? null : cut(String.join(String.valueOf(SEPARATOR), args), 2000);
	}

	/** What {@link #join} joined. */
	static List<String> split(String column) {
		return (column != null) ? List.of(column.split(String.valueOf(SEPARATOR), -1)) : List.of();
	}

	private static String cut(String text, int length) {
		return (text != null && text.length() > length) ? text.substring(0, length) : text;
	}

}
