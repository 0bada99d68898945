package id.simpul.change;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.source.Run;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.person;
import static id.simpul.change.People.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RunEndsTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void saysInADryRunWhatWouldChangeAndLeavesNoTrace(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 5));
			office.run(Office.people(1, 4));
			office.deliverAll(Outcome.acked("r1"));
			RunBooks dry = office.dryRun(changed(1), changed(2), person(5, jabatan(5, "Analis")));
			assertThat(dry.state()).isEqualTo(RunState.DISCARDED);
			assertThat(dry.cause()).isEqualTo("UJI_COBA");
			assertThat(List.of(dry.read(), dry.held(), dry.unchanged(), dry.changed(), dry.gone())).containsExactly(6L,
					2L, 4L, 0L, 2L);
			assertThat(office.count("document where run_id = ?", dry.run())).isZero();
			assertThat(office.count("outbox where run_id = ?", dry.run())).isZero();
			assertThat(office.count("absence")).as("the one who was absent before still is").isOne();
			assertThat(office.outbox.waiting(Office.KODE)).isZero();
			assertThat(office.run(Office.people(1, 4)).unchanged()).isEqualTo(8);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void leavesWhatIsAcceptedAsItWasWhenARunFails(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 4));
			office.deliverAll(Outcome.acked("r1"));
			Run run = office.read(Office.KODE, changed(1), person(9), rejected(person(2, jabatan(2, "x"))));
			RunBooks failed = office.plans.fail(run, "SUMBER_PUTUS", List.of("pegawai", ""));
			assertThat(failed.state()).isEqualTo(RunState.FAILED);
			assertThat(failed.cause()).isEqualTo("SUMBER_PUTUS");
			assertThat(failed.causeArguments()).containsExactly("pegawai", "");
			assertThat(failed.gone()).as("a partial read makes no plan").isZero();
			for (String table : List.of("document", "absence", "rejection", "finding", "outbox")) {
				assertThat(office.count(table + " where run_id = ?", run.id())).as(table).isZero();
			}
			RunBooks refused = office.plans.refuse(Office.KODE, "jadwal", "PEMETAAN_DITOLAK", List.of("a.yaml:3:1"));
			assertThat(refused.state()).isEqualTo(RunState.FAILED);
			assertThat(office.run(Office.people(1, 4)).unchanged()).isEqualTo(8);
			assertThatIllegalStateException().isThrownBy(() -> office.plans.close(run));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void doesNotDropWhatIsAcceptedWhenSomethingBreaksAfterwards(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Run run = office.read(Office.KODE, Office.people(1, 4));
			office.plans.close(run);
			RunBooks books = office.plans.fail(run, "GANGGUAN_PROGRAM", List.of("DataAccessResourceFailureException"));
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(office.count("document")).isEqualTo(4);
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.plans.books(run.id()).acked()).isEqualTo(8);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void forgetsAfterACrashWhatWasReadAndKeepsWhatWasAccepted(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 4));
			Run crashed = office.read(Office.KODE, changed(1), changed(2), person(9));
			office.start();
			office.plans.recover(office.turns());
			assertThat(office.plans.books(crashed.id()).state()).isEqualTo(RunState.FAILED);
			assertThat(office.plans.books(crashed.id()).cause()).isEqualTo("PROSES_TERHENTI");
			assertThat(office.count("document where run_id = ?", crashed.id())).isZero();
			RunBooks next = office.run(changed(1), changed(2), person(3, jabatan(3, "Analis")),
					person(4, jabatan(4, "Analis")));
			assertThat(next.changed()).isEqualTo(2);
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.plans.check(next.run())).isTrue();
			assertThat(office.plans.check(1)).isTrue();
			assertThat(office.count("outbox where run_id = ? and operation = 'UBAH' and state = 'ACKED'", next.run()))
				.isEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void doesNotTakeTheLeftoversOfAnUnrecordedFailureForAccepted(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 4));
			office.deliverAll(Outcome.acked("r1"));
			Run lost = office.read(Office.KODE, changed(1)); // the database went away:
																// not even fail() got
																// through
			RunBooks next = office.run(changed(1), person(2, jabatan(2, "Analis")), person(3, jabatan(3, "Analis")),
					person(4, jabatan(4, "Analis")));
			assertThat(next.changed()).isOne();
			assertThat(office.plans.books(lost.id()).state()).isEqualTo(RunState.FAILED);
			assertThatIllegalStateException().isThrownBy(() -> office.plans.close(lost));
			assertThat(office.count("document where run_id = ?", lost.id())).isZero();
		}
	}

	private static JudgedPerson changed(int number) {
		return person(number, jabatan(number, "Arsiparis"));
	}

}
