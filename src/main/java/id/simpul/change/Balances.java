package id.simpul.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks the three lines of a run's books in SQL, each total against the counters and
 * against the rows they claim to count, stores the result and raises an alarm when one
 * does not close.
 */
final class Balances {

	private static final Logger log = LoggerFactory.getLogger(Balances.class);

	/**
	 * One statement, so that it sees one moment: changes may be answered while it runs.
	 */
	private static final String LINES = """
			select r.rows_read, r.rows_used + r.rows_filtered + r.rows_unreadable, coalesce(d.rows_parts, 0),
				r.entries_read, r.unchanged + r.changed + r.rejected + r.held + r.duplicate,
				r.unchanged + r.duplicate + j.rejections + coalesce(p.changes, 0) + coalesce(o.changes, 0)
					+ case when r.state = 'DISCARDED' then r.held else 0 end,
				r.changed, r.acked + r.adopted + r.worklist + r.waiting + r.refused + r.parked + r.superseded,
				coalesce(o.changes, 0) + case when r.state = 'DONE' then coalesce(p.changes, 0) else 0 end,
				abs(r.acked - coalesce(o.acked, 0)) + abs(r.adopted - coalesce(o.adopted, 0))
					+ abs(r.worklist - coalesce(o.worklist, 0)) + abs(r.refused - coalesce(o.refused, 0))
					+ abs(r.parked - coalesce(o.parked, 0)) + abs(r.superseded - coalesce(o.superseded, 0))
			from run r
			cross join (select sum(used + filtered + unreadable) rows_parts from run_dataset where run_id = ?) d
			cross join (select count(*) rejections from rejection where run_id = ?) j
			cross join (select sum(changes) changes from document
				where run_id = ? and id > (select expanded_to from run where id = ?)) p
			cross join (select count(*) changes,
					sum(case when state = 'ACKED' then 1 else 0 end) acked,
					sum(case when state = 'ADOPTED' then 1 else 0 end) adopted,
					sum(case when state = 'WORKLIST' then 1 else 0 end) worklist,
					sum(case when state = 'REFUSED' then 1 else 0 end) refused,
					sum(case when state = 'PARKED' then 1 else 0 end) parked,
					sum(case when state = 'SUPERSEDED' then 1 else 0 end) superseded
				from outbox where run_id = ?) o
			where r.id = ?""";

	private final JdbcTemplate jdbc;

	private final Runs runs;

	Balances(JdbcTemplate jdbc, Runs runs) {
		this.jdbc = jdbc;
		this.runs = runs;
	}

	/**
	 * @return whether all three lines close
	 */
	boolean check(long run) {
		List<Line> lines = this.jdbc.queryForObject(LINES, Balances::lines, run, run, run, run, run, run);
		lines.forEach((line) -> store(run, line));
		return lines.stream().allMatch(Line::closes);
	}

	private static List<Line> lines(ResultSet row, int number) throws SQLException {
		return List.of(new Line("ROWS", row.getLong(1), row.getLong(2), row.getLong(3), 0),
				new Line("ENTRIES", row.getLong(4), row.getLong(5), row.getLong(6), 0),
				new Line("REGISTRY", row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)));
	}

	private void store(long run, Line line) {
		Object[] values = { line.total, line.parts, line.closes(), this.runs.now(), run, line.name };
		if (this.jdbc.update("""
				update balance set total = ?, parts = ?, closes = ?, checked_at = ? where run_id = ? and line = ?""",
				values) == 0) {
			this.jdbc.update("""
					insert into balance (total, parts, closes, checked_at, run_id, line) values (?, ?, ?, ?, ?, ?)""",
					values);
		}
		if (!line.closes()) {
			log.error("NERACA_TIDAK_TUTUP run {} line {}: {} read, {} by the counters, {} by the rows, {} astray", run,
					line.name, line.total, line.counters, line.parts, line.astray);
		}
	}

	/**
	 * @param total what the line must come to
	 * @param counters sum of the run's own counters
	 * @param parts the same, counted from the rows
	 * @param astray how far single counters are off although their sum may be right
	 */
	private record Line(String name, long total, long counters, long parts, long astray) {

		boolean closes() {
			return this.total == this.counters && this.total == this.parts && this.astray == 0;
		}

	}

}
