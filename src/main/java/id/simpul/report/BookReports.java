package id.simpul.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds up the books, and says where the checks that were stored with them found a gap.
 */
public final class BookReports {

	private static final List<String> NAMES = List.of("rows", "used", "filtered", "unreadable", "read", "unchanged",
			"changed", "rejected", "held", "duplicate");

	private static final List<String> ANSWERS = List.of("changed", "acked", "adopted", "worklist", "waiting", "refused",
			"parked", "superseded");

	private static final Duration SOON = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final RunReports runs;

	private final Clock clock;

	BookReports(JdbcClient jdbc, RunReports runs, Clock clock) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.clock = clock;
	}

	/**
	 * Rows and entries of each instansi's latest whole reading; towards the registry
	 * everything since the beginning.
	 */
	public Books of(Scope scope) {
		List<Long> shown = this.runs.shown(scope);
		return books(scope, shown.isEmpty() ? List.of(-1L) : shown, false);
	}

	/** The books of one run; of another's instansi they are empty. */
	public Books of(Scope scope, long run) {
		return books(scope, List.of(run), true);
	}

	private Books books(Scope scope, Collection<Long> ids, boolean theseOnly) {
		long[] read = sums("""
				select coalesce(sum(rows_read), 0), coalesce(sum(rows_used), 0), coalesce(sum(rows_filtered), 0),
					coalesce(sum(rows_unreadable), 0), coalesce(sum(entries_read), 0), coalesce(sum(unchanged), 0),
					coalesce(sum(changed), 0), coalesce(sum(rejected), 0), coalesce(sum(held), 0),
					coalesce(sum(duplicate), 0)
				from run where instansi in (:scope) and id in (:ids)""", scope, ids, NAMES.size());
		long[] sent = sums("""
				select coalesce(sum(changed), 0), coalesce(sum(acked), 0), coalesce(sum(adopted), 0),
					coalesce(sum(worklist), 0), coalesce(sum(waiting), 0), coalesce(sum(refused), 0),
					coalesce(sum(parked), 0), coalesce(sum(superseded), 0)
				from run where instansi in (:scope)""" + (theseOnly ? " and id in (:ids)" : ""), scope, ids,
				ANSWERS.size());
		return new Books(line("ROWS", NAMES, read, 0, 3, open("ROWS", scope, ids, true)),
				line("ENTRIES", NAMES, read, 4, 9, open("ENTRIES", scope, ids, true)),
				line("REGISTRY", ANSWERS, sent, 0, 7, open("REGISTRY", scope, ids, theseOnly)),
				this.jdbc.sql("""
						select max(b.checked_at) from balance b join run r on r.id = b.run_id
						where r.instansi in (:scope)""" + (theseOnly ? " and r.id in (:ids)" : ""))
					.param("scope", scope.codes())
					.param("ids", ids)
					.query((row, n) -> RunReports.instant(row, 1))
					.list()
					.get(0));
	}

	private long[] sums(String sql, Scope scope, Collection<Long> ids, int columns) {
		return this.jdbc.sql(sql)
			.param("scope", scope.codes())
			.param("ids", ids)
			.query((row, n) -> numbers(row, columns))
			.single();
	}

	/**
	 * A line of a run that ended must have been checked soon after; a check that never
	 * came is a gap too.
	 */
	private List<String> open(String line, Scope scope, Collection<Long> ids, boolean ofTheseOnly) {
		return this.jdbc
			.sql("""
					select distinct r.instansi from run r left join balance b on b.run_id = r.id and b.line = :line
					where r.instansi in (:scope) and r.state in ('DONE', 'HELD')
						and (b.closes = false or (b.closes is null and r.finished_at < :soon))"""
					+ (ofTheseOnly ? " and r.id in (:ids)" : "") + " order by r.instansi")
			.param("line", line)
			.param("scope", scope.codes())
			.param("ids", ids)
			.param("soon", OffsetDateTime.ofInstant(this.clock.instant().minus(SOON), ZoneOffset.UTC))
			.query(String.class)
			.list();
	}

	private static Books.Line line(String name, List<String> names, long[] sums, int total, int last,
			List<String> open) {
		List<Books.Part> parts = IntStream.rangeClosed(total + 1, last)
			.mapToObj((i) -> new Books.Part(names.get(i), sums[i]))
			.toList();
		return new Books.Line(name, sums[total], parts, open);
	}

	private static long[] numbers(ResultSet row, int columns) throws SQLException {
		long[] numbers = new long[columns];
		for (int i = 0; i < columns; i++) {
			numbers[i] = row.getLong(i + 1);
		}
		return numbers;
	}

}
