package id.simpul.change;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks the three lines of a run's books in SQL, each total against the rows it claims to count, stores the result and
 * raises an alarm when one does not close.
 */
final class Balances {

	private static final Logger log = LoggerFactory.getLogger(Balances.class);

	private static final String ROWS = """
			select r.rows_read, coalesce((select sum(used + filtered + unreadable) from run_dataset d
				where d.run_id = r.id), 0)
			from run r where r.id = ?""";

	private static final String ENTRIES = """
			select r.entries_read, r.unchanged + r.duplicate
				+ coalesce((select sum(case when d.id <= r.expanded_to then 0 else d.changes end) from document d
					where d.run_id = r.id), 0)
				+ (select count(*) from outbox o where o.run_id = r.id)
				+ (select count(*) from rejection j where j.run_id = r.id)
			from run r where r.id = ?""";

	private static final String REGISTRY = """
			select r.changed, r.acked + r.adopted + r.worklist + r.refused + r.parked + r.superseded
				+ coalesce((select sum(case when d.id <= r.expanded_to then 0 else d.changes end) from document d
					where d.run_id = r.id and r.state = 'DONE'), 0)
				+ (select count(*) from outbox o where o.run_id = r.id
					and o.state in ('READY', 'SENT', 'RETRY', 'AMBIGUOUS'))
			from run r where r.id = ?""";

	private final JdbcTemplate jdbc;

	private final Runs runs;

	Balances(JdbcTemplate jdbc, Runs runs) {
		this.jdbc = jdbc;
		this.runs = runs;
	}

	/** @return whether all three lines close */
	boolean check(long run) {
		boolean rows = check(run, "ROWS", ROWS);
		boolean entries = check(run, "ENTRIES", ENTRIES);
		boolean registry = check(run, "REGISTRY", REGISTRY);
		return rows && entries && registry && this.runs.books(run).close();
	}

	private boolean check(long run, String line, String sql) {
		long[] sides = this.jdbc.queryForObject(sql, (row, n) -> new long[] { row.getLong(1), row.getLong(2) }, run);
		boolean closes = sides[0] == sides[1];
		Object[] values = { sides[0], sides[1], closes, this.runs.now(), run, line };
		if (this.jdbc.update("""
				update balance set total = ?, parts = ?, closes = ?, checked_at = ? where run_id = ? and line = ?""",
				values) == 0) {
			this.jdbc.update("""
					insert into balance (total, parts, closes, checked_at, run_id, line) values (?, ?, ?, ?, ?, ?)""",
					values);
		}
		if (!closes) {
			log.error("NERACA_TIDAK_TUTUP run {} line {}: {} against {}", run, line, sides[0], sides[1]);
		}
		return closes;
	}

}
