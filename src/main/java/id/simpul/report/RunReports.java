package id.simpul.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import id.simpul.change.RunBooks;
import id.simpul.change.RunState;

/** The runs, and which of them speak for an instansi now. */
public final class RunReports {

	private static final String RUN = """
			select instansi, id, state, cause, cause_args, rows_read, rows_used, rows_filtered, rows_unreadable,
				entries_read, unchanged, changed, rejected, held, duplicate, gone, acked, adopted, worklist, waiting,
				refused, parked, superseded, started_by, started_at, finished_at, people
			from run""";

	private final JdbcClient jdbc;

	RunReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest runs of an instansi, newest first, those older than {@code before}. */
	public List<RunReport> of(Scope scope, String kode, long before, int limit) {
		return this.jdbc.sql(RUN + " where instansi in (:scope) and id < :before order by id desc limit :limit")
			.param("scope", scope.narrow(kode).codes())
			.param("before", before)
			.param("limit", limit)
			.query(RunReports::run)
			.list();
	}

	/** One run of an instansi; empty when it is another's. */
	public Optional<RunReport> find(Scope scope, String kode, long run) {
		return this.jdbc.sql(RUN + " where instansi in (:scope) and id = :run")
			.param("scope", scope.narrow(kode).codes())
			.param("run", run)
			.query(RunReports::run)
			.optional();
	}

	/** The plan that waits for release, if there is one. */
	public Optional<HeldPlan> held(Scope scope, String kode) {
		return this.jdbc.sql(RUN + " where instansi in (:scope) and state = 'HELD' order by id desc limit 1")
			.param("scope", scope.narrow(kode).codes())
			.query(RunReports::run)
			.optional()
			.map((run) -> new HeldPlan(run, reasons(run.id()), words(run.id())));
	}

	/** The runs that speak for each instansi now, by code. */
	Map<String, Speaking> speaking(Scope scope) {
		List<Latest> latest = this.jdbc.sql("""
				select instansi, max(case when state = 'RUNNING' then id end) running,
					max(case when state in ('DONE', 'HELD', 'FAILED') then id end) ended,
					max(case when state in ('DONE', 'HELD') then id end) shown,
					max(case when state = 'DONE' then id end) accepted,
					max(case when state = 'DONE' and changed > 0 then id end) moved,
					sum(case when state = 'DONE' then waiting else 0 end) waiting
				from run where instansi in (:scope) group by instansi""")
			.param("scope", scope.codes())
			.query((row, n) -> new Latest(row.getString(1), id(row, 2), id(row, 3), id(row, 4), id(row, 5), id(row, 6),
					row.getLong(7)))
			.list();
		Map<Long, RunReport> runs = load(scope, latest.stream().flatMap((one) -> one.ids().stream()).toList());
		return latest.stream()
			.collect(
					Collectors.toMap(Latest::instansi, (one) -> new Speaking(runs.get(one.running), runs.get(one.ended),
							runs.get(one.shown), runs.get(one.accepted), runs.get(one.moved), one.waiting)));
	}

	/**
	 * The runs whose findings are shown: of each instansi the latest that was read whole.
	 */
	List<Long> shown(Scope scope) {
		return this.jdbc.sql("""
				select max(id) from run where state in ('DONE', 'HELD') and instansi in (:scope)
				group by instansi""").param("scope", scope.codes()).query(Long.class).list();
	}

	private Map<Long, RunReport> load(Scope scope, Collection<Long> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(RUN + " where instansi in (:scope) and id in (:ids)")
			.param("scope", scope.codes())
			.param("ids", ids)
			.query(RunReports::run)
			.list()
			.stream()
			.collect(Collectors.toMap(RunReport::id, Function.identity()));
	}

	/** Why the plan of a run was held, or would have been; none when it was not. */
	public List<HeldPlan.Reason> reasons(Scope scope, String kode, long run) {
		return find(scope, kode, run).isPresent() ? reasons(run) : List.of();
	}

	private List<HeldPlan.Reason> reasons(long run) {
		return this.jdbc.sql(
				"select reason, subject, measured, total, limit_percent from hold where run_id = ? order by reason, subject")
			.param(run)
			.query((row, n) -> new HeldPlan.Reason(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
					row.getDouble(5), samples(run, row.getString(1), row.getString(2))))
			.list();
	}

	private List<HeldPlan.Sample> samples(long run, String reason, String subject) {
		return this.jdbc.sql("""
				select kunci, resource, entry_key from hold_sample
				where run_id = :run and reason = :reason and coalesce(subject, '') = :subject
				order by kunci, resource, entry_key""")
			.param("run", run)
			.param("reason", reason)
			.param("subject", (subject != null) ? subject : "")
			.query((row, n) -> new HeldPlan.Sample(Masked.person(row.getString(1)), row.getString(2),
					Masked.entry(row.getString(2), row.getString(3))))
			.list();
	}

	private List<HeldPlan.Word> words(long run) {
		return this.jdbc.sql("select username, reason, at from release where run_id = ? order by at")
			.param(run)
			.query((row, n) -> new HeldPlan.Word(row.getString(1), Masked.text(row.getString(2)), instant(row, 3)))
			.list();
	}

	private static RunReport run(ResultSet row, int number) throws SQLException {
		RunBooks books = new RunBooks(row.getString(1), row.getLong(2), RunState.valueOf(row.getString(3)),
				row.getString(4), row.getString(5), row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9),
				row.getLong(10), row.getLong(11), row.getLong(12), row.getLong(13), row.getLong(14), row.getLong(15),
				row.getLong(16), row.getLong(17), row.getLong(18), row.getLong(19), row.getLong(20), row.getLong(21),
				row.getLong(22), row.getLong(23));
		return new RunReport(books, row.getString(24), instant(row, 25), instant(row, 26), row.getLong(27));
	}

	static Instant instant(ResultSet row, int column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static Long id(ResultSet row, int column) throws SQLException {
		long id = row.getLong(column);
		return row.wasNull() ? -1L : id;
	}

	private record Latest(String instansi, Long running, Long ended, Long shown, Long accepted, Long moved,
			long waiting) {

		List<Long> ids() {
			return List.of(this.running, this.ended, this.shown, this.accepted, this.moved);
		}

	}

	/**
	 * Each may be {@code null}.
	 *
	 * @param ended the latest that came to an end
	 * @param shown the latest that was read whole
	 * @param accepted the latest that counts
	 * @param moved the latest that changed anything
	 */
	record Speaking(RunReport running, RunReport ended, RunReport shown, RunReport accepted, RunReport moved,
			long waiting) {

		static final Speaking NOTHING = new Speaking(null, null, null, null, null, 0);

	}

}
