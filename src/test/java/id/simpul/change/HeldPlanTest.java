package id.simpul.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.change.Plans.Release;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.pegawai;
import static id.simpul.change.People.person;
import static id.simpul.change.People.with;
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

	/** The floors let a small instansi lose 25 people without being asked. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void holdsASmallInstansiWhoseSourceIsEmpty(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			assertThat(office.run().state()).as("nobody was there before").isEqualTo(RunState.DONE);
			office.run(Office.people(1, 5));
			assertThat(office.run(Office.people(1, 4)).state()).isEqualTo(RunState.DONE);
			RunBooks held = office.run();
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThat(office.count("hold where run_id = ? and reason = 'HILANG' and measured = 4 and total = 4",
					held.run()))
				.isOne();
			assertThat(office.count("hold_sample where run_id = ?", held.run())).isEqualTo(4);
			assertThat(office.run(Office.people(1, 5)).state()).isEqualTo(RunState.DONE);
			long closed = office.run().run();
			office.plans.release(closed, "siti", "Kantor dibubarkan");
			office.plans.release(closed, "budi", "Sesuai SK");
			assertThat(office.run().state()).as("was let go on").isEqualTo(RunState.DONE);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void doesNotCountThoseWhoLeftYearsAgo(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Limits.Limit any = new Limits.Limit(100, 0);
			office.limits = new Limits(any, new Limits.Limit(20, 0), any, any, any, any, any);
			office.run(Office.people(1, 20));
			office.run(Office.people(1, 10));
			JudgedPerson[] shown = Office.people(1, 10);
			for (int i = 0; i < 3; i++) {
				shown[i] = person(i + 1, jabatan(i + 1, "Kepala"));
			}
			RunBooks held = office.run(shown);
			assertThat(held.state()).as("three of ten, not of twenty").isEqualTo(RunState.HELD);
			assertThat(office.count("hold where run_id = ? and reason = 'BERUBAH' and measured = 3 and total = 10",
					held.run()))
				.isOne();
			assertThat(office.run(Office.people(1, 20)).state()).as("all are back").isEqualTo(RunState.DONE);
			shown = Office.people(1, 20);
			for (int i = 0; i < 4; i++) {
				shown[i] = person(i + 1, jabatan(i + 1, "Kepala"));
			}
			assertThat(office.run(shown).state()).as("four of twenty").isEqualTo(RunState.DONE);
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

	/** Whoever comes first decides, and everybody else is told that it is decided. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void comesToExactlyOneEndHoweverManyDecideAtOnce(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			ExecutorService people = Executors.newFixedThreadPool(32);
			for (int round = 0; round < 8; round++) {
				boolean onlyReleases = round % 4 == 0;
				long held = held(office, "Jabatan " + round).run();
				CountDownLatch start = new CountDownLatch(1);
				List<Future<String>> words = new ArrayList<>();
				for (int i = 0; i < 32; i++) {
					// every third word is said by one and the same person
					String who = "orang" + ((i % 3 == 0) ? 0 : i);
					boolean release = onlyReleases || i % 2 == 0;
					words.add(people.submit(() -> release ? release(office, held, who, start).name()
							: putAside(office, held, who, start)));
				}
				start.countDown();
				List<String> said = new ArrayList<>();
				for (Future<String> word : words) {
					said.add(word.get());
				}
				boolean accepted = said.contains("ACCEPTED");
				assertThat(said.stream().filter((word) -> word.equals("ACCEPTED") || word.equals("ASIDE")))
					.as(said.toString())
					.hasSize(1);
				assertThat(said.stream().filter("FIRST"::equals).count()).as(said.toString())
					.isBetween(accepted ? 1L : 0L, 1L);
				assertThat(office.plans.books(held).state()).isEqualTo(accepted ? RunState.DONE : RunState.DISCARDED);
				assertThat(office.count("release where run_id = ?", held))
					.isEqualTo(said.stream().filter((word) -> word.equals("FIRST") || word.equals("ACCEPTED")).count());
				assertThat(office.count("document where run_id = ?", held)).isEqualTo(accepted ? 60 : 0);
				assertThat(office.plans.check(held)).isTrue();
				office.deliverAll(Outcome.acked("r2"));
			}
			people.shutdown();
			assertThat(office.count("outbox where state <> 'ACKED'")).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void showsAFewOfThoseItIsHeldFor(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 100));
			office.deliverAll(Outcome.acked("r1"));
			JudgedPerson[] people = Office.people(31, 160);
			for (int i = 0; i < 60; i++) {
				people[i] = person(i + 31, jabatan(i + 31, "Arsiparis"));
			}
			long held = office.run(people).run();
			assertThat(office.jdbc.queryForList("select reason from hold where run_id = ? order by reason",
					String.class, held))
				.containsExactly("BARU", "BERUBAH", "HILANG", "KOLOM");
			assertThat(sampled(office, held, "HILANG")).hasSize(10)
				.allSatisfy((kunci) -> assertThat(kunci).isBetween(kunci(1), kunci(30)));
			assertThat(sampled(office, held, "BARU")).hasSize(10)
				.allSatisfy((kunci) -> assertThat(kunci).isBetween(kunci(101), kunci(160)));
			assertThat(sampled(office, held, "BERUBAH")).hasSize(10)
				.allSatisfy((kunci) -> assertThat(kunci).isBetween(kunci(31), kunci(90)));
			assertThat(office.count("""
					hold_sample where run_id = ? and reason = 'KOLOM' and subject = 'jabatan.namaJabatan'
						and kunci = ? and resource = 'jabatan' and entry_key = ?""", held, kunci(31),
					jabatan(31, "?").key()))
				.isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void showsWhatADatasetHasLost(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 45));
			JudgedPerson[] cut = Office.people(1, 45);
			for (int i = 10; i < 45; i++) {
				cut[i] = person(i + 1);
			}
			long held = office.run(cut).run();
			assertThat(sampled(office, held, "BARIS")).hasSize(10)
				.allSatisfy((kunci) -> assertThat(kunci).isBetween(kunci(11), kunci(45)));
			assertThat(office.count("hold_sample where run_id = ? and reason = 'BARIS' and resource = 'jabatan'", held))
				.isEqualTo(10);
		}
	}

	/** Everybody is there and nothing is new; only time went back. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void holdsDataThatWentBackInTime(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(withYears(40, 2021, 2022, 2023, 2024, 2025));
			office.deliverAll(Outcome.acked("r1"));
			JudgedPerson[] partlyOld = withYears(40, 2021, 2022, 2023, 2024, 2025);
			System.arraycopy(withYears(25, 2021, 2022, 2023, 2024), 0, partlyOld, 0, 25);
			assertThat(office.run(partlyOld).state()).as("as many as are let through").isEqualTo(RunState.DONE);
			office.run(withYears(40, 2021, 2022, 2023, 2024, 2025));
			office.deliverAll(Outcome.acked("r2"));
			System.arraycopy(withYears(26, 2021, 2022, 2023, 2024), 0, partlyOld, 0, 26);
			RunBooks held = office.run(partlyOld);
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThat(office.count("hold where run_id = ? and reason = 'MUNDUR' and measured = 26 and total = 40",
					held.run()))
				.isOne();
			assertThat(office.count("""
					hold_sample where run_id = ? and reason = 'MUNDUR' and resource = 'kinerja'
						and entry_key like '2025%'""", held.run())).isEqualTo(10);
			assertThat(office.take(10)).isEmpty();
		}
	}

	/** Also when nothing of this instansi was ever accepted. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void holdsTheFileOfAnotherInstansi(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.runOf("16.01", Office.people(1, 30));
			office.runOf("16.02", Office.people(31, 35));
			JudgedPerson[] theirs = new JudgedPerson[40];
			for (int i = 0; i < 40; i++) {
				// the numbers are theirs, the keys are this file's own
				theirs[i] = person(1001 + i, pegawai(1 + i), new Entry[] { jabatan(1 + i, "Analis") });
			}
			RunBooks held = office.run(theirs);
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThat(office.count("""
					hold where run_id = ? and reason = 'MILIK_LAIN' and subject = '16.01' and measured = 35
						and total = 40""", held.run())).isOne();
			assertThat(sampled(office, held.run(), "MILIK_LAIN")).hasSize(10);
			assertThat(office.take(10)).isEmpty();
			assertThat(office.plans.check(held.run())).isTrue();
			office.plans.release(held.run(), "siti", "Memang pindah");
			assertThat(office.plans.release(held.run(), "budi", "Ya")).isEqualTo(Release.ACCEPTED);
			assertThat(office.plans.books(held.run()).changed()).as("nobody is sent twice even then").isEqualTo(10);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void letsAFewWhoMovedThroughTheBrakeAndRejectsThemAlone(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.runOf("16.01", Office.people(1, 30));
			RunBooks books = office.run(Office.people(21, 120));
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(books.rejected()).isEqualTo(20);
			assertThat(office.run(Office.people(20, 120)).state()).as("one more than the floor")
				.isEqualTo(RunState.HELD);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void knowsTheOthersPeopleByTheirNikToo(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.runOf("16.01", withNik(1, 11, 0));
			RunBooks held = office.run(withNik(1, 11, 500));
			assertThat(held.state()).isEqualTo(RunState.HELD);
			assertThat(office.count("hold where run_id = ? and reason = 'MILIK_LAIN' and measured = 11", held.run()))
				.isOne();
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
		return held(office, "Arsiparis");
	}

	private static RunBooks held(Office office, String jabatan) {
		if (!office.plans.hasRuns(Office.KODE)) {
			office.run(Office.people(1, 100));
			office.deliverAll(Outcome.acked("r1"));
		}
		JudgedPerson[] people = Office.people(1, 100);
		for (int i = 0; i < 60; i++) {
			people[i] = person(i + 1, jabatan(i + 1, jabatan));
		}
		RunBooks books = office.run(people);
		assertThat(books.state()).isEqualTo(RunState.HELD);
		return books;
	}

	private static List<String> sampled(Office office, long run, String reason) {
		return office.jdbc.queryForList("select kunci from hold_sample where run_id = ? and reason = ? order by kunci",
				String.class, run, reason);
	}

	private static JudgedPerson[] withYears(int people, int... years) {
		JudgedPerson[] all = new JudgedPerson[people];
		for (int i = 0; i < people; i++) {
			all[i] = person(i + 1, Arrays.stream(years)
				.mapToObj((year) -> People.entry(Resource.KINERJA, "tahun", year, "periode", "T", "predikat", "2"))
				.toArray(Entry[]::new));
		}
		return all;
	}

	private static JudgedPerson[] withNik(int from, int to, int offset) {
		JudgedPerson[] all = new JudgedPerson[to - from + 1];
		for (int i = 0; i < all.length; i++) {
			Entry pegawai = with(pegawai(from + i + offset), "nik", "16710101018%05d".formatted(from + i));
			all[i] = person(from + i + offset, pegawai, new Entry[0]);
		}
		return all;
	}

	private static String putAside(Office office, long run, String username, CountDownLatch start)
			throws InterruptedException {
		start.await();
		return office.plans.putAside(run, username) ? "ASIDE" : "NOT_HELD";
	}

	private static Release release(Office office, long run, String username, CountDownLatch start)
			throws InterruptedException {
		start.await();
		return office.plans.release(run, username, "Mutasi massal");
	}

}
