package id.simpul.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.mapping.RowCount;
import id.simpul.source.Run;
import id.simpul.validation.JudgedBatch;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.person;
import static id.simpul.change.People.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The server of the database was restarted while a node read: its turn, a lock of one
 * connection, is gone, and another node ends the run it finds. The first knows nothing of
 * it and reads on.
 */
class EndedRunTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aRunThatAnotherNodeHasEndedLeavesNothingBehind(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 6));
			Plans first = office.plans;
			Run run = open(first);
			propose(first, run, person(1, jabatan(1, "Analis")));
			endedByAnother(office);
			JudgedPerson changed = person(2, jabatan(2, "Kepala"));
			assertThatIllegalStateException()
				.isThrownBy(() -> propose(first, run, changed, rejected(person(3, jabatan(3, "x"))), person(4)))
				.withMessageContaining("not RUNNING");
			RunBooks failed = first.fail(run, "GANGGUAN_PROGRAM", List.of());
			assertThat(failed.state()).isEqualTo(RunState.FAILED);
			assertThat(failed.cause()).as("what was said of it first").isEqualTo("PROSES_TERHENTI");
			assertNothingOf(office, run);
			JudgedPerson[] shown = Office.people(1, 6);
			shown[1] = changed;
			RunBooks next = office.run(shown);
			assertThat(next.changed()).as("what the source shows newly").isOne();
			assertThat(office.plans.check(next.run())).isTrue();
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.plans.books(next.run()).acked()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void cannotBeAcceptedAnyMore(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 6));
			Plans first = office.plans;
			Run run = open(first);
			propose(first, run, person(1, jabatan(1, "Kepala")));
			endedByAnother(office);
			assertThatIllegalStateException().isThrownBy(() -> first.close(run));
			first.fail(run, "GANGGUAN_PROGRAM", List.of());
			assertNothingOf(office, run);
		}
	}

	/** Whoever is the first to have the row of the run, nothing is left in the end. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aBatchThatIsStoredAtThatVeryMomentWaitsAndIsRefused(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			Run run = open(office.plans);
			Runs runs = new Runs(office.jdbc, Clock.systemUTC());
			TransactionTemplate transaction = new TransactionTemplate(
					new JdbcTransactionManager(office.jdbc.getDataSource()));
			CompletableFuture<Void> batch = transaction.execute((status) -> {
				runs.drop(run.id(), RunState.FAILED, "PROSES_TERHENTI", null);
				CompletableFuture<Void> proposed = CompletableFuture
					.runAsync(() -> propose(office.plans, run, Office.people(1, 6)));
				assertThatThrownBy(() -> proposed.get(300, TimeUnit.MILLISECONDS)).as("waits").isNotNull();
				assertThat(proposed).isNotDone();
				return proposed;
			});
			assertThatThrownBy(() -> batch.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
			assertNothingOf(office, run);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void doesNotTakeThePlaceOfAPlanThatIsHeldSince(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 40));
			Plans first = office.plans;
			Run run = open(first);
			endedByAnother(office);
			RunBooks held = office.run(Office.people(1, 10));
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThatIllegalStateException().isThrownBy(() -> propose(first, run, Office.people(1, 1)));
			first.fail(run, "GANGGUAN_PROGRAM", List.of());
			assertThat(office.plans.books(held.run()).state()).isEqualTo(RunState.HELD);
		}
	}

	/** Whatever came there past the lock is not taken for accepted. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatStandsUnderItAllTheSameGoesWhenItFails(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Run run = office.read(Office.KODE, person(1, jabatan(1, "Analis")), rejected(person(2)));
			office.jdbc.update("update run set state = 'FAILED', cause = 'PROSES_TERHENTI' where id = ?", run.id());
			assertThat(office.count("document where run_id = ?", run.id())).isOne();
			office.plans.fail(run, "GANGGUAN_PROGRAM", List.of());
			assertNothingOf(office, run);
		}
	}

	/** A database that was kept by an earlier version. */
	@Test
	void whatEarlierOnesLeftIsCleared() {
		try (HikariDataSource database = StateDatabase.H2.fresh()) {
			JdbcTemplate jdbc = new JdbcTemplate(database);
			jdbc.execute("drop all objects");
			Flyway.configure().dataSource(database).target("6").load().migrate();
			for (RunState state : RunState.values()) {
				jdbc.update("""
						insert into run (instansi, started_by, started_at, state)
						values ('16.71', 'uji', current_timestamp, ?)""", state.name());
			}
			jdbc.update("""
					insert into document (instansi, kunci, version, run_id, nip, hash, doc, origins, entries, changes,
						unchanged)
					select instansi, 'p', id, id, 'n', X'00', X'00', '', 1, 1, 0 from run""");
			Flyway.configure().dataSource(database).load().migrate();
			assertThat(jdbc.queryForList("""
					select r.state from document d join run r on r.id = d.run_id order by r.id""", String.class))
				.containsExactlyInAnyOrder("RUNNING", "HELD", "DONE");
		}
	}

	private static Run open(Plans plans) {
		return plans.open(Office.KODE, "uji", "hash", LocalDate.of(2026, 1, 5), List.of());
	}

	private static void propose(Plans plans, Run run, JudgedPerson... people) {
		long rows = Arrays.stream(people).mapToLong(JudgedPerson::read).sum();
		plans.propose(new JudgedBatch(run, List.of(people), Map.of("data", new RowCount(rows, 0, 0))));
	}

	private static void endedByAnother(Office office) {
		office.start();
		office.plans.recover(office.turns());
	}

	private static void assertNothingOf(Office office, Run run) {
		for (String table : List.of("document", "absence", "rejection", "finding", "outbox")) {
			assertThat(office.count(table + " where run_id = ?", run.id())).as(table).isZero();
		}
	}

}
