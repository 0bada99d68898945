package id.simpul.change;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.change.Plans.Release;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.person;
import static org.assertj.core.api.Assertions.assertThat;

class HeldPlanTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void holdsARunWhoseSourceLostPeopleAndSendsNothingOfIt(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 100));
			office.deliverAll(Outcome.acked("r1"));
			JudgedPerson[] rest = Office.people(1, 74);
			rest[0] = person(1, jabatan(1, "Arsiparis"));
			RunBooks held = office.run(rest);
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThat(held.held()).isOne();
			assertThat(held.changed()).isZero();
			assertThat(held.gone()).isEqualTo(26);
			assertThat(office.count("hold where run_id = ? and reason = 'HILANG' and measured = 26 and total = 100",
					held.run()))
				.isOne();
			assertThat(office.outbox.waiting(Office.KODE)).isZero();
			assertThat(office.take(10)).isEmpty();
			assertThat(office.count("outbox where run_id = ?", held.run())).isZero();
			assertThat(office.accepted(kunci(1)).entries().get(1)).isEqualTo(jabatan(1, "Analis"));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void keepsAHeldPlanWhenTheNextRunCannotReadAnything(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long held = held(office).run();
			assertThat(office.plans.release(held, "siti", "Mutasi massal")).isEqualTo(Release.FIRST);
			office.plans.fail(office.read(Office.KODE), "SUMBER_TIDAK_TERSAMBUNG", List.of("simpeg"));
			assertThat(office.plans.books(held).state()).isEqualTo(RunState.HELD);
			assertThat(office.plans.release(held, "budi", "Sesuai SK")).isEqualTo(Release.ACCEPTED);
		}
	}

	/** The people are all there, so nothing else would notice. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void holdsHistoriesThatWereCutShort(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 45));
			office.deliverAll(Outcome.acked("r1"));
			JudgedPerson[] cut = Office.people(1, 45);
			for (int i = 19; i < 45; i++) {
				cut[i] = person(i + 1);
			}
			RunBooks held = office.run(cut);
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThat(office.count("hold where run_id = ? and reason = 'BARIS' and subject = 'data' and measured = 26",
					held.run()))
				.isOne();
			assertThat(office.accepted(kunci(45)).entries()).hasSize(2);
			assertThat(office.run(Office.people(1, 45)).unchanged()).isEqualTo(90);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void letsAHeldPlanGoWhenTwoPeopleSayWhy(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long held = held(office).run();
			assertThat(office.plans.release(held, "siti", "  ")).isEqualTo(Release.NEEDS_REASON);
			assertThat(office.plans.release(held, "siti", "Mutasi massal")).isEqualTo(Release.FIRST);
			assertThat(office.plans.release(held, "siti", "Sungguh")).isEqualTo(Release.SAME_PERSON);
			assertThat(office.plans.books(held).state()).isEqualTo(RunState.HELD);
			assertThat(office.plans.release(held, "budi", "x".repeat(1000))).isEqualTo(Release.ACCEPTED);
			RunBooks books = office.plans.books(held);
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(books.held()).isZero();
			assertThat(books.changed()).isEqualTo(books.waiting()).isEqualTo(60);
			assertThat(office.plans.check(held)).isTrue();
			assertThat(office.plans.release(held, "agus", "Sudah?")).isEqualTo(Release.NOT_HELD);
			office.deliverAll(Outcome.acked("r2"));
			assertThat(office.count("outbox where run_id = ? and operation = 'UBAH' and state = 'ACKED'", held))
				.isEqualTo(60);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void acceptsAPlanThatTwoPeopleReleaseInTheSameMoment(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			long held = held(office).run();
			CountDownLatch start = new CountDownLatch(1);
			ExecutorService people = Executors.newFixedThreadPool(2);
			Future<Release> one = people.submit(() -> release(office, held, "siti", start));
			Future<Release> other = people.submit(() -> release(office, held, "budi", start));
			start.countDown();
			assertThat(Arrays.asList(one.get(), other.get())).containsExactlyInAnyOrder(Release.FIRST,
					Release.ACCEPTED);
			people.shutdown();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void putsAHeldPlanAsideForANewerRunOrOnAPersonsWord(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long held = held(office).run();
			office.plans.release(held, "siti", "Mutasi massal");
			RunBooks newer = held(office);
			assertThat(office.plans.books(held).state()).isEqualTo(RunState.DISCARDED);
			assertThat(office.plans.books(held).cause()).isEqualTo("RENCANA_DIGANTI");
			assertThat(office.plans.release(held, "budi", "Ya")).isEqualTo(Release.NOT_HELD);
			assertThat(office.plans.release(newer.run(), "budi", "Ya")).as("words do not carry over")
				.isEqualTo(Release.FIRST);
			assertThat(office.plans.putAside(newer.run(), "budi")).isTrue();
			assertThat(office.plans.putAside(newer.run(), "budi")).isFalse();
			assertThat(office.plans.books(newer.run()).cause()).isEqualTo("RENCANA_DITOLAK");
			assertThat(office.count("document where run_id in (?, ?)", held, newer.run())).isZero();
			assertThat(office.count("absence")).isZero();
			assertThat(office.run(Office.people(1, 100)).unchanged()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void saysNotHeldOfARunThatNeverWas(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			RunBooks done = office.run(Office.people(1, 3));
			assertThat(office.plans.release(done.run(), "siti", "Ya")).isEqualTo(Release.NOT_HELD);
			assertThat(office.plans.release(999, "siti", "Ya")).isEqualTo(Release.NOT_HELD);
			assertThat(office.plans.putAside(done.run(), "siti")).isFalse();
			assertThat(office.count("release")).isZero();
		}
	}

	/**
	 * A hundred accepted people, then sixty with another position, above the default
	 * limit of a fifth.
	 */
	private static RunBooks held(Office office) {
		if (!office.plans.hasRuns(Office.KODE)) {
			office.run(Office.people(1, 100));
			office.deliverAll(Outcome.acked("r1"));
		}
		JudgedPerson[] people = Office.people(1, 100);
		for (int i = 0; i < 60; i++) {
			people[i] = person(i + 1, jabatan(i + 1, "Arsiparis"));
		}
		RunBooks books = office.run(people);
		assertThat(books.state()).isEqualTo(RunState.HELD);
		return books;
	}

	private static Release release(Office office, long run, String username, CountDownLatch start)
			throws InterruptedException {
		start.await();
		return office.plans.release(run, username, "Mutasi massal");
	}

}
