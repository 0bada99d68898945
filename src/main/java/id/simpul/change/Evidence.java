package id.simpul.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Origin;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Run;

/**
 * Writes down what stood in the way: findings, rejected entries and absences of a run.
 */
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
					cut(finding.entryKey(), 300), cut(finding.field(), 40), (origin != null) ? origin.dataset() : null,
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

	/**
	 * @param people one per gone entry, in the same order
	 */
	void addAbsences(Run run, List<String> people, List<Diff.Id> gone) {
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < people.size(); i++) {
			rows.add(new Object[] { run.id(), run.instansi(), people.get(i), gone.get(i).resource().resourceName(),
					gone.get(i).key() });
		}
		if (!rows.isEmpty()) {
			insertAbsences(rows);
		}
	}

	void addAbsentPeople(Run run, List<String> people) {
		insertAbsences(
				people.stream().map((kunci) -> new Object[] { run.id(), run.instansi(), kunci, null, null }).toList());
	}

	/** Takes people off the list of the absent. */
	void removeAbsentPeople(Run run, List<String> people) {
		this.jdbc.batchUpdate("delete from absence where instansi = ? and kunci = ? and resource is null",
				people.stream().map((kunci) -> new Object[] { run.instansi(), kunci }).toList());
	}

	/** Who is known to be absent. */
	Set<String> absentPeople(String instansi) {
		return new HashSet<>(this.jdbc.queryForList(
				"select distinct kunci from absence where instansi = ? and resource is null", String.class, instansi));
	}

	/** Takes back what was said of one person's entries. @return how many */
	int removeAbsences(Run run, String kunci) {
		return this.jdbc.update("delete from absence where run_id = ? and kunci = ? and resource is not null", run.id(),
				kunci);
	}

	/** Says why a plan is held, and shows a few of those it is held for. */
	void addHolds(Run run, List<Hold> holds, Samples samples) {
		List<Object[]> shown = new ArrayList<>();
		for (Hold hold : holds) {
			this.jdbc.update("""
					insert into hold (run_id, reason, subject, measured, total, limit_percent)
					values (?, ?, ?, ?, ?, ?)""", run.id(), hold.reason().name(), hold.subject(), hold.measured(),
					hold.total(), hold.limitPercent());
			List<Samples.Sample> some = (hold.reason() == Hold.Reason.BARIS) ? lostFrom(hold.subject(), run)
					: samples.of(hold);
			some.forEach((sample) -> shown.add(new Object[] { run.id(), hold.reason().name(), hold.subject(),
					sample.kunci(), sample.resource(), cut(sample.entryKey(), 300) }));
		}
		if (!shown.isEmpty()) {
			this.jdbc.batchUpdate("""
					insert into hold_sample (run_id, reason, subject, kunci, resource, entry_key)
					values (?, ?, ?, ?, ?, ?)""", shown);
		}
	}

	/** A few of the people and entries accepted from a dataset that this run misses. */
	private List<Samples.Sample> lostFrom(String dataset, Run run) {
		List<Samples.Sample> lost = new ArrayList<>();
		this.jdbc.query((connection) -> {
			var select = connection.prepareStatement(
					"""
							select a.kunci, a.resource, a.entry_key, d.doc, d.origins from absence a join document d
								on d.instansi = a.instansi and d.kunci = a.kunci and d.version = (select max(n.version)
									from document n where n.instansi = a.instansi and n.kunci = a.kunci and n.run_id <> a.run_id)
							where a.run_id = ? order by a.kunci, a.resource, a.entry_key limit 500""");
			select.setLong(1, run.id());
			return select;
		}, (row) -> {
			if (lost.size() < Samples.MOST && cameFrom(dataset, row.getString(2), row.getString(3), row.getBytes(4),
					row.getString(5).split(","))) {
				lost.add(new Samples.Sample(row.getString(1), row.getString(2), row.getString(3)));
			}
		});
		return lost;
	}

	private static boolean cameFrom(String dataset, String resource, String key, byte[] doc, String[] origins) {
		String from = dataset + ":";
		if (resource == null) {
			return Arrays.stream(origins).anyMatch((origin) -> origin.startsWith(from));
		}
		List<Entry> entries = Document.parse(doc).entries();
		for (int i = 0; i < entries.size(); i++) {
			if (entries.get(i).resource().resourceName().equals(resource) && entries.get(i).key().equals(key)) {
				return origins[i].startsWith(from);
			}
		}
		return false;
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

	/** As much of a text as its column holds; PostgreSQL takes no NUL. */
	static String cut(String text, int length) {
		if (text == null) {
			return null;
		}
		String shorter = (text.length() > length) ? text.substring(0, length) : text;
		return (shorter.indexOf('\0') >= 0) ? shorter.replace('\0', '\u2400') : shorter;
	}

}
