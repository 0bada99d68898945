package id.simpul.change;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import id.simpul.pegawai.Entry;
import id.simpul.source.Run;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.person;
import static id.simpul.change.People.rejected;
import static id.simpul.change.People.rejecting;
import static id.simpul.change.People.rejection;
import static org.assertj.core.api.Assertions.assertThat;

class BalancesTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void closesAndStoresThreeLinesForEveryWayARunEnds(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			assertCloses(office, office.run(Office.people(1, 60)));
			JudgedPerson[] mixed = Office.people(1, 60);
			mixed[0] = rejected(mixed[0]);
			mixed[1] = rejecting(person(2), rejection(jabatan(2, "Salah"), "JAB_TGL"));
			mixed[2] = person(3, jabatan(3, "Arsiparis"));
			mixed[3] = person(4);
			mixed[4] = new JudgedPerson(mixed[4].kunci(), mixed[4].entries(), List.of(), List.of(), 3);
			mixed[5] = person(1001, People.pegawai(7), new Entry[0]);
			RunBooks books = office.run(mixed);
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(List.of(books.read(), books.unchanged(), books.changed(), books.rejected(), books.duplicate(),
					books.gone()))
				.as("read, unchanged, changed, rejected, duplicate, gone")
				.containsExactly(121L, 113L, 1L, 4L, 3L, 2L);
			assertCloses(office, books);
			assertCloses(office, office.dryRun(Office.people(1, 120)));
			assertCloses(office, office.run(Office.people(1, 160)));
			assertThat(office.plans.books(4).state()).isEqualTo(RunState.HELD);
			office.plans.putAside(4, "siti");
			assertCloses(office, office.plans.books(4));
			Run broken = office.read(Office.KODE, Office.people(1, 3));
			assertCloses(office, office.plans.fail(broken, "SUMBER_PUTUS", List.of()));
			assertCloses(office, office.plans.refuse(Office.KODE, "uji", "PEMETAAN_DITOLAK", List.of("a.yaml")));
			assertCloses(office, office.plans.books(1));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void closesWhileChangesAreExpandedAndAnswered(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			RunBooks books = office.run(Office.people(1, 150));
			List<Parcel> parcels = office.take(20);
			assertThat(office.count("outbox")).as("expanded").isEqualTo(200);
			assertCloses(office, books);
			Parcel first = parcels.get(0);
			Parcel.Item sent = office.outbox.send(first, first.items().get(0), null);
			assertCloses(office, books);
			office.outbox.settle(first, sent, Outcome.refused("tidak"));
			office.outbox.settle(first, first.items().get(1), Outcome.adopted("r2"));
			assertCloses(office, books);
			office.outbox.release(office.lane());
			assertCloses(office, books);
			office.deliverAll(Outcome.acked("r1"));
			assertCloses(office, books);
			RunBooks end = office.plans.books(books.run());
			assertThat(List.of(end.waiting(), end.acked(), end.refused(), end.adopted())).containsExactly(0L, 298L, 1L,
					1L);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void raisesAnAlarmForEveryKindOfTamperedRow(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			JudgedPerson[] people = Office.people(1, 20);
			people[0] = rejected(people[0]);
			RunBooks books = office.run(people);
			office.deliverAll(Outcome.acked("r1"));
			assertCloses(office, books);
			assertAlarm(office, books, "ROWS", "update run_dataset set used = used + 1",
					"update run_dataset set used = used - 1");
			office.plans.refuse("16.01", "uji", "PEMETAAN_DITOLAK", List.of()); // somebody
																				// else's
																				// run to
																				// hide
																				// rows in
			assertAlarm(office, books, "ENTRIES", "update rejection set run_id = run_id + 1 where resource = 'jabatan'",
					"update rejection set run_id = run_id - 1 where resource = 'jabatan'");
			assertAlarm(office, books, "ENTRIES", "update run set unchanged = unchanged + 1",
					"update run set unchanged = unchanged - 1");
			assertAlarm(office, books, "REGISTRY", "update run set waiting = waiting + 1",
					"update run set waiting = waiting - 1");
			assertAlarm(office, books, "REGISTRY", "update outbox set state = 'REFUSED' where resource = 'jabatan'",
					"update outbox set state = 'ACKED'");
			assertCloses(office, books);
		}
	}

	private static void assertCloses(Office office, RunBooks books) {
		assertThat(office.plans.check(books.run())).as("run %d closes", books.run()).isTrue();
		assertThat(office.plans.books(books.run()).close()).isTrue();
		assertThat(office.count("balance where run_id = ? and closes = true and total = parts", books.run()))
			.isEqualTo(3);
	}

	private static void assertAlarm(Office office, RunBooks books, String line, String tamper, String mend) {
		office.jdbc.update(tamper);
		Logger logger = (Logger) LoggerFactory.getLogger(Balances.class);
		ListAppender<ILoggingEvent> alarms = new ListAppender<>();
		alarms.start();
		logger.addAppender(alarms);
		boolean additive = logger.isAdditive();
		logger.setAdditive(false);
		try {
			assertThat(office.plans.check(books.run())).as(tamper).isFalse();
		}
		finally {
			logger.detachAppender(alarms);
			logger.setAdditive(additive);
		}
		assertThat(alarms.list).extracting(ILoggingEvent::getFormattedMessage)
			.allMatch((message) -> message.startsWith("NERACA_TIDAK_TUTUP"))
			.anyMatch((message) -> message.contains("line " + line));
		assertThat(office.count("balance where run_id = ? and line = ? and closes = false", books.run(), line)).isOne();
		office.jdbc.update(mend);
	}

}
