package id.simpul.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The table of runs: one row each, its state and its books. */
final class Runs {

	private static final String BOOKS = """
			select instansi, id, state, cause, cause_args, rows_read, rows_used, rows_filtered, rows_unreadable,
				entries_read, unchanged, changed, rejected, held, duplicate, gone, acked, adopted, worklist, waiting,
				refused, parked, superseded
			from run""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	Runs(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	long begin(String instansi, String startedBy, String mappingHash) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			var insert = connection.prepareStatement("""
					insert into run (instansi, started_by, started_at, state, mapping_hash)
					values (?, ?, ?, 'RUNNING', ?)""", new String[] { "id" });
			insert.setString(1, instansi);
			insert.setString(2, startedBy);
			insert.setObject(3, now());
			insert.setString(4, mappingHash);
			return insert;
		}, key);
		return key.getKey().longValue();
	}

	List<Long> in(RunState state, String instansi) {
		return this.jdbc.queryForList("select id from run where state = ? and instansi = ? order by id", Long.class,
				state.name(), instansi);
	}

	/** The instansi that are being read, or were when a process ended. */
	List<String> running() {
		return this.jdbc.queryForList("select distinct instansi from run where state = 'RUNNING'", String.class);
	}

	/**
	 * Ends a run that was read whole, with its books. {@code held} says whether its
	 * changes wait for release.
	 */
	void finish(OpenPlan plan, boolean held) {
		long used = plan.rows().values().stream().mapToLong((count) -> count.used()).sum();
		long filtered = plan.rows().values().stream().mapToLong((count) -> count.filtered()).sum();
		long unreadable = plan.rows().values().stream().mapToLong((count) -> count.unreadable()).sum();
		plan.rows()
			.forEach((dataset, count) -> this.jdbc.update(
					"insert into run_dataset (run_id, dataset, used, filtered, unreadable) values (?, ?, ?, ?, ?)",
					plan.run().id(), dataset, count.used(), count.filtered(), count.unreadable()));
		int ended = this.jdbc.update("""
				update run set state = ?, finished_at = ?, people = ?, rows_read = ?, rows_used = ?, rows_filtered = ?,
					rows_unreadable = ?, entries_read = ?, unchanged = ?, changed = ?, rejected = ?, held = ?,
					duplicate = ?, gone = ?, waiting = ?
				where id = ? and state = 'RUNNING'""", (held ? RunState.HELD : RunState.DONE).name(), now(),
				plan.people, plan.rowsRead, used, filtered, unreadable, plan.entriesRead, plan.unchanged,
				held ? 0 : plan.changed, plan.rejected, held ? plan.changed : 0, plan.duplicate, plan.gone,
				held ? 0 : plan.changed, plan.run().id());
		if (ended != 1) {
			throw over(plan.run().id());
		}
	}

	/**
	 * Makes sure, until the transaction ends, that nobody ends this run. Another node may
	 * have: it takes a run for a leftover when the connection that held its turn is gone.
	 * @throws IllegalStateException when the run has ended
	 */
	void lockRunning(long run) {
		if (!isLocked(run, RunState.RUNNING)) {
			throw over(run);
		}
	}

	private static IllegalStateException over(long run) {
		return new IllegalStateException("Run " + run + " is not RUNNING any more");
	}

	/** Accepts a held plan; {@code false} when it is not held any more. */
	boolean accept(long run) {
		return this.jdbc.update("""
				update run set state = 'DONE', changed = held, waiting = held, held = 0
				where id = ? and state = 'HELD'""", run) == 1;
	}

	/**
	 * Ends a run of which nothing counts, and forgets what it had proposed. What is
	 * accepted is left alone: it cannot be dropped. A run that was dropped before keeps
	 * its cause, and is swept once more: whatever still stands under it would be taken
	 * for accepted.
	 * @return whether it was still open
	 */
	boolean drop(long run, RunState state, String cause, String causeArgs) {
		boolean open = this.jdbc.update("""
				update run set state = ?, finished_at = ?, cause = ?, cause_args = ?
				where id = ? and state in ('RUNNING', 'HELD')""", state.name(), now(), cause, causeArgs, run) == 1;
		RunState ended = open ? state : books(run).state();
		if (ended == RunState.DONE) {
			return false;
		}
		this.jdbc.update("delete from document where run_id = ?", run);
		this.jdbc.update("delete from absence where run_id = ?", run);
		if (ended == RunState.FAILED) {
			this.jdbc.update("delete from rejection where run_id = ?", run);
			this.jdbc.update("delete from finding where run_id = ?", run);
		}
		return open;
	}

	/** Counts answered changes: they wait no longer. */
	void settled(long run, OutboxState state, int count) {
		this.jdbc.update("update run set waiting = waiting - ?, %1$s = %1$s + ? where id = ?"
			.formatted(state.name().toLowerCase(Locale.ROOT)), count, count, run);
	}

	/** Takes answered changes back among the waiting ones. */
	void reopened(long run, OutboxState state, int count) {
		settled(run, state, -count);
	}

	/**
	 * Whether this plan waits; nobody else decides about it before the transaction ends.
	 */
	boolean lockHeld(long run) {
		return isLocked(run, RunState.HELD);
	}

	private boolean isLocked(long run, RunState state) {
		return this.jdbc.queryForList("select state from run where id = ? for update", String.class, run)
			.contains(state.name());
	}

	/** Used rows by dataset in the run of an instansi that was accepted last. */
	Map<String, Long> rowsUsedLast(String instansi) {
		Map<String, Long> rows = new TreeMap<>();
		this.jdbc.query("""
				select dataset, used from run_dataset
				where run_id = (select max(id) from run where instansi = ? and state = 'DONE')""", (row) -> {
			rows.put(row.getString(1), row.getLong(2));
		}, instansi);
		return rows;
	}

	/** Accepted changes that are not answered yet, by instansi. */
	Map<String, Long> waiting() {
		Map<String, Long> waiting = new TreeMap<>();
		this.jdbc.query("""
				select instansi, sum(waiting) from run where state = 'DONE' and waiting > 0 group by instansi""",
				(row) -> {
					waiting.put(row.getString(1), row.getLong(2));
				});
		return waiting;
	}

	RunBooks books(long run) {
		return this.jdbc.queryForObject(BOOKS + " where id = ?", Runs::books, run);
	}

	Optional<RunBooks> latest(String instansi) {
		return this.jdbc.query(BOOKS + " where instansi = ? order by id desc limit 1", Runs::books, instansi)
			.stream()
			.findFirst();
	}

	/** The time as exactly as both databases keep it. */
	OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
	}

	private static RunBooks books(ResultSet row, int number) throws SQLException {
		return new RunBooks(row.getString(1), row.getLong(2), RunState.valueOf(row.getString(3)), row.getString(4),
				row.getString(5), row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10),
				row.getLong(11), row.getLong(12), row.getLong(13), row.getLong(14), row.getLong(15), row.getLong(16),
				row.getLong(17), row.getLong(18), row.getLong(19), row.getLong(20), row.getLong(21), row.getLong(22),
				row.getLong(23));
	}

}
