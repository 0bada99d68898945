package id.simpul.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import javax.sql.DataSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.source.Dataset;
import id.simpul.source.PersonRows;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;
import id.simpul.validation.JudgedBatch;

/**
 * A run from its opening to its acceptance: the plan grows batch by batch, is known whole
 * before it counts, and is then accepted in one transaction, held, or dropped.
 */
public final class Plans {

	private static final String STOPPED = "PROSES_TERHENTI";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Runs runs;

	private final Evidence evidence;

	private final ChangeDetector detector;

	private final CrossCheck crossCheck;

	private final Balances balances;

	private final Redrives redrives;

	private final Function<String, Limits> limits;

	private final Map<Long, OpenPlan> open = new ConcurrentHashMap<>();

	/**
	 * @param limits by instansi
	 */
	public Plans(DataSource database, PlatformTransactionManager transactions, Clock clock,
			Function<String, Limits> limits) {
		this.jdbc = new JdbcTemplate(database);
		this.transaction = new TransactionTemplate(transactions);
		this.runs = new Runs(this.jdbc, clock);
		this.evidence = new Evidence(this.jdbc);
		this.detector = new ChangeDetector(this.runs, new Documents(this.jdbc), this.evidence, this.transaction);
		this.crossCheck = new CrossCheck(this.jdbc, this.evidence);
		this.balances = new Balances(this.jdbc, this.runs);
		this.redrives = new Redrives(database, transactions, clock);
		this.limits = limits;
	}

	/**
	 * Ends what a stopped process left open: a run that was being read never counts. What
	 * another process is reading now is left alone.
	 * @param turns whose turn it is
	 */
	public void recover(Turns turns) {
		this.runs.running().forEach((instansi) -> turns.take(instansi).ifPresent((turn) -> {
			try (turn) {
				this.runs.in(RunState.RUNNING, instansi)
					.forEach((run) -> drop(run, RunState.FAILED, STOPPED, List.of()));
			}
		}));
	}

	/**
	 * Begins a run. A run still open is a leftover of a failure that could not be written
	 * down. A plan still held stays until something has been read, which is newer.
	 * @param startedBy schedule, user or command
	 */
	public Run open(String instansi, String startedBy, String mappingHash, LocalDate today, List<Dataset> datasets) {
		this.runs.in(RunState.RUNNING, instansi).forEach((run) -> drop(run, RunState.FAILED, STOPPED, List.of()));
		Run run = new Run(this.runs.begin(instansi, startedBy, mappingHash), instansi, today, datasets);
		this.open.put(run.id(), new OpenPlan(run, Generation.firstVersion(this.jdbc)));
		return run;
	}

	/** Counts the rows that the source delivered, before anything is made of them. */
	public void count(RowBatch batch) {
		OpenPlan plan = plan(batch.run());
		for (PersonRows person : batch.people()) {
			plan.rowsRead += person.rows().size();
		}
	}

	/**
	 * Adds a batch to its run's plan.
	 * @throws IllegalStateException when another node has ended the run
	 */
	public void propose(JudgedBatch batch) {
		OpenPlan plan = plan(batch.run());
		replaceHeld(plan);
		this.detector.detect(batch, plan);
	}

	/**
	 * What is read now takes the place of a plan that waits for release; a run that has
	 * been ended takes nobody's.
	 */
	private void replaceHeld(OpenPlan plan) {
		if (plan.begin()) {
			this.runs.in(RunState.HELD, plan.run().instansi()).forEach((held) -> {
				this.transaction.executeWithoutResult((status) -> {
					this.runs.lockRunning(plan.run().id());
					this.runs.drop(held, RunState.DISCARDED, "RENCANA_DIGANTI", null);
				});
				this.balances.check(held);
			});
		}
	}

	/** Ends a run that was read whole: accepted, or held when above a limit. */
	public RunBooks close(Run run) {
		return close(run, false);
	}

	/**
	 * Ends a dry run: the books say what would change ({@code held}), and nothing of it
	 * counts.
	 */
	public RunBooks discard(Run run) {
		return close(run, true);
	}

	private RunBooks close(Run run, boolean dry) {
		OpenPlan plan = plan(run);
		replaceHeld(plan);
		this.transaction.executeWithoutResult((status) -> {
			this.runs.lockRunning(run.id());
			Accepted accepted = compareWithAccepted(plan);
			this.evidence.addAbsentPeople(run, accepted.missing);
			plan.gone += accepted.missing.size();
			// after the missing are known: who stands under another key now is no double
			// of himself
			this.crossCheck.apply(plan);
			List<Hold> holds = Brake.judge(this.limits.apply(run.instansi()), plan, accepted.people, accepted.shown,
					accepted.missing.size(), this.runs.rowsUsedLast(run.instansi()));
			accepted.missing.forEach((kunci) -> plan.samples().add(Hold.Reason.HILANG, null, kunci, null));
			this.evidence.addHolds(run, holds, plan.samples());
			this.runs.finish(plan, dry || !holds.isEmpty());
			if (dry) {
				this.runs.drop(run.id(), RunState.DISCARDED, "UJI_COBA", null);
			}
			else if (holds.isEmpty()) {
				this.evidence.removeAbsentPeople(run, accepted.back);
				this.redrives.apply(run.instansi());
			}
		});
		this.open.remove(run.id());
		this.balances.check(run.id());
		return this.runs.books(run.id());
	}

	/** Ends a run that could not be read to the end: nothing of it counts. */
	public RunBooks fail(Run run, String rule, List<String> args) {
		this.open.remove(run.id());
		return failed(run.id(), rule, args);
	}

	/** Records a run that could not even begin. */
	public RunBooks refuse(String instansi, String startedBy, String rule, List<String> args) {
		return failed(this.runs.begin(instansi, startedBy, null), rule, args);
	}

	private RunBooks failed(long run, String rule, List<String> args) {
		drop(run, RunState.FAILED, rule, args);
		return this.runs.books(run);
	}

	/**
	 * One person's word that a held plan may go on; with the second person's it is
	 * accepted.
	 * @return what came of it
	 */
	public Release release(long run, String username, String reason) {
		if (reason == null || reason.isBlank()) {
			return Release.NEEDS_REASON;
		}
		Release release = this.transaction.execute((status) -> {
			if (!this.runs.lockHeld(run)) {
				return Release.NOT_HELD;
			}
			try {
				this.jdbc.update("insert into release (run_id, username, reason, at) values (?, ?, ?, ?)", run,
						username, Evidence.cut(reason.strip(), 400), this.runs.now());
			}
			catch (DuplicateKeyException ex) {
				status.setRollbackOnly();
				return Release.SAME_PERSON;
			}
			long people = this.jdbc.queryForObject("select count(*) from release where run_id = ?", Long.class, run);
			if (people < 2) {
				return Release.FIRST;
			}
			if (!this.runs.accept(run)) {
				return Release.NOT_HELD;
			}
			this.redrives.apply(this.runs.books(run).instansi());
			return Release.ACCEPTED;
		});
		if (release == Release.ACCEPTED) {
			this.balances.check(run);
		}
		return release;
	}

	/**
	 * A person's word that a held plan must not go on: nothing of it counts, the next run
	 * plans anew.
	 * @return whether it was held
	 */
	public boolean putAside(long run, String username) {
		boolean held = Boolean.TRUE.equals(this.transaction.execute((status) -> this.runs.lockHeld(run)
				&& this.runs.drop(run, RunState.DISCARDED, "RENCANA_DITOLAK", username)));
		if (held) {
			this.balances.check(run);
		}
		return held;
	}

	/** What came of a word of release. */
	public enum Release {

		NEEDS_REASON, SAME_PERSON, FIRST, ACCEPTED, NOT_HELD

	}

	/** Whether this instansi was ever run, whatever came of it. */
	public boolean hasRuns(String instansi) {
		return this.runs.latest(instansi).isPresent();
	}

	/**
	 * How many accepted changes still wait to be sent, by instansi; those without any are
	 * left out.
	 */
	public Map<String, Long> waiting() {
		return this.runs.waiting();
	}

	/** The books of a run as they stand now. */
	public RunBooks books(long run) {
		return this.runs.books(run);
	}

	/** Checks a run's balance lines once more. */
	public boolean check(long run) {
		return this.balances.check(run);
	}

	/**
	 * The people accepted before a run.
	 *
	 * @param people how many, whatever became of them
	 * @param shown how many of them were not missing before
	 * @param missing now, and were not before
	 * @param back were missing before, and are not now
	 */
	private record Accepted(long people, long shown, List<String> missing, List<String> back) {
	}

	private Accepted compareWithAccepted(OpenPlan plan) {
		List<String> missing = new ArrayList<>();
		List<String> back = new ArrayList<>();
		String instansi = plan.run().instansi();
		Set<String> absent = this.evidence.absentPeople(instansi);
		long[] people = { 0, 0 };
		String[] last = { null };
		this.jdbc.query((connection) -> {
			var select = connection.prepareStatement("""
					select kunci, id from document where instansi = ? and run_id <> ? order by kunci, version desc""");
			select.setString(1, instansi);
			select.setLong(2, plan.run().id());
			select.setFetchSize(1000);
			return select;
		}, (row) -> {
			String kunci = row.getString(1);
			if (!kunci.equals(last[0])) {
				last[0] = kunci;
				boolean seen = plan.hasSeen(row.getLong(2));
				boolean wasAbsent = absent.contains(kunci);
				people[0]++;
				people[1] += wasAbsent ? 0 : 1;
				if (seen == wasAbsent) {
					(seen ? back : missing).add(kunci);
				}
			}
		});
		return new Accepted(people[0], people[1], missing, back);
	}

	private void drop(long run, RunState state, String cause, List<String> args) {
		this.transaction.executeWithoutResult((status) -> this.runs.drop(run, state, cause, Evidence.join(args)));
		this.balances.check(run);
	}

	private OpenPlan plan(Run run) {
		OpenPlan plan = this.open.get(run.id());
		if (plan == null) {
			throw new IllegalStateException("Run " + run.id() + " is not open");
		}
		return plan;
	}

}
