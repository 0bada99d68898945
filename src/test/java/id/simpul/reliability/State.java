package id.simpul.reliability;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program says of itself: its tables, read at one moment while it does not run.
 * Only columns that the oracle needs are asked for, so that others may come.
 */
final class State {

	/** From these nothing goes on by itself; whatever else there is, waits. */
	private static final Set<String> SETTLED = Set.of("ACKED", "ADOPTED", "WORKLIST", "REFUSED", "PARKED",
			"SUPERSEDED");

	record Document(String kode, String kunci, int version, String hash, boolean accepted, JsonNode json) {

		String person() {
			return this.kode + " " + this.kunci;
		}

	}

	record Change(EntryId id, long run, int version, String operation, String state, String answer) {

		boolean isWaiting() {
			return !SETTLED.contains(this.state);
		}

		@Override
		public String toString() {
			return "outbox " + this.id.resource() + " " + this.id.key() + " version " + this.version + " run "
					+ this.run + " " + this.operation + " " + this.state + " " + this.answer;
		}

	}

	record Task(EntryId id, String cause, boolean open) {
	}

	/**
	 * @param key {@code null} for an entry that could not be made at all
	 */
	record Rejection(long run, String kode, String kunci, String resource, String key, String rule) {
	}

	record Finding(long run, String kode, String kunci, String rule) {
	}

	/**
	 * @param figures by column
	 */
	record Run(long id, String kode, String state, Map<String, Long> figures) {

		boolean isDone() {
			return this.state.equals("DONE");
		}

		long figure(String column) {
			return this.figures.get(column);
		}

	}

	record Line(long run, String line, boolean closes) {
	}

	final List<Document> documents = new ArrayList<>();

	final List<Change> changes = new ArrayList<>();

	final List<Task> tasks = new ArrayList<>();

	final List<Rejection> rejections = new ArrayList<>();

	final List<Finding> findings = new ArrayList<>();

	final List<Run> runs = new ArrayList<>();

	final List<Line> lines = new ArrayList<>();

	private State() {
	}

	/** Reads everything. */
	static State read(Connection database) throws SQLException {
		State state = documents(database);
		read(database, """
				select instansi, kunci, resource, entry_key, run_id, version, operation, state, answer from outbox
				order by id""", (row) -> state.changes.add(new Change(id(row), row.getLong(5), row.getInt(6),
				row.getString(7), row.getString(8), row.getString(9))));
		read(database, "select instansi, kunci, resource, entry_key, cause, closed_at from worklist order by id",
				(row) -> state.tasks.add(new Task(id(row), row.getString(5), row.getObject(6) == null)));
		read(database, "select run_id, instansi, kunci, resource, entry_key, rule from rejection",
				(row) -> state.rejections.add(new Rejection(row.getLong(1), row.getString(2), row.getString(3),
						row.getString(4), row.getString(5), row.getString(6))));
		read(database, "select run_id, instansi, kunci, rule from finding", (row) -> state.findings
			.add(new Finding(row.getLong(1), row.getString(2), row.getString(3), row.getString(4))));
		List<String> figures = List.of("rows_read", "rows_used", "rows_filtered", "rows_unreadable", "entries_read",
				"unchanged", "changed", "rejected", "held", "duplicate", "acked", "adopted", "worklist", "waiting",
				"refused", "parked", "superseded");
		read(database, "select id, instansi, state, " + String.join(", ", figures) + " from run order by id", (row) -> {
			Map<String, Long> values = new TreeMap<>();
			for (String figure : figures) {
				values.put(figure, row.getLong(figure));
			}
			state.runs.add(new Run(row.getLong(1), row.getString(2), row.getString(3), values));
		});
		read(database, "select run_id, line, closes from balance",
				(row) -> state.lines.add(new Line(row.getLong(1), row.getString(2), row.getBoolean(3))));
		return state;
	}

	/** Reads only the documents, for a look in passing. */
	static State documents(Connection database) throws SQLException {
		State state = new State();
		read(database, """
				select d.instansi, d.kunci, d.version, d.hash, r.state, d.doc from document d
				left join run r on r.id = d.run_id""",
				(row) -> state.documents.add(new Document(row.getString(1), row.getString(2), row.getInt(3),
						HexFormat.of().formatHex(row.getBytes(4)), "DONE".equals(row.getString(5)),
						JsonMapper.shared().readTree(row.getBytes(6)))));
		return state;
	}

	/** What was under way to the registry when the program ended, or may have been. */
	static List<EntryId> underWay(Connection database) throws SQLException {
		List<EntryId> underWay = new ArrayList<>();
		read(database,
				"select instansi, kunci, resource, entry_key, state from outbox where sent_at is not null order by id",
				(row) -> {
					if (!SETTLED.contains(row.getString(5))) {
						underWay.add(id(row));
					}
				});
		return underWay;
	}

	private static EntryId id(ResultSet row) throws SQLException {
		return new EntryId(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
	}

	private interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

	private static void read(Connection database, String sql, RowReader reader) throws SQLException {
		try (PreparedStatement statement = database.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				reader.read(rows);
			}
		}
	}

	/** The accepted document of each person: the highest version whose run counts. */
	Map<String, Document> accepted() {
		Map<String, Document> accepted = new TreeMap<>();
		for (Document document : this.documents) {
			if (document.accepted()) {
				accepted.merge(document.person(), document, (a, b) -> (a.version() >= b.version()) ? a : b);
			}
		}
		return accepted;
	}

	/** The last run of each instansi that counts. */
	Map<String, Run> lastRuns() {
		Map<String, Run> last = new TreeMap<>();
		this.runs.stream().filter(Run::isDone).forEach((run) -> last.put(run.kode(), run));
		return last;
	}

	/** How many changes, accepted documents not yet expanded included, wait. */
	long waiting() {
		return this.runs.stream().filter(Run::isDone).mapToLong((run) -> run.figure("waiting")).sum()
				+ this.changes.stream().filter(Change::isWaiting).count();
	}

}
