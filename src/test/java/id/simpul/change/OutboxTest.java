package id.simpul.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.pegawai.Resource;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.golongan;
import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OutboxTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void expandsAHundredPeopleAtATimeAndCountsTheOthersAsWaiting(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 230));
			assertThat(office.outbox.waiting()).containsExactly(Office.KODE);
			assertThat(office.outbox.waiting(Office.KODE)).isEqualTo(460);
			assertThat(office.outbox.waiting("16.01")).isZero();
			assertThat(office.count("outbox")).isZero();
			List<Parcel> parcels = office.take(5);
			assertThat(parcels).extracting(Parcel::kunci)
				.containsExactly(kunci(1), kunci(2), kunci(3), kunci(4), kunci(5));
			assertThat(office.count("outbox")).isEqualTo(200);
			assertThat(office.outbox.waiting(Office.KODE)).isEqualTo(460);
			office.outbox.release(office.lane());
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.count("outbox where state = 'ACKED'")).isEqualTo(460);
			assertThat(office.outbox.waiting()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void givesAPersonsChangesTogetherInTheOrderOfTheSchema(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(2, "Analis"), golongan(1, "31"), jabatan(1, "Analis")));
			Parcel parcel = office.take(5).get(0);
			assertThat(parcel.items()).extracting(Parcel.Item::resource)
				.containsExactly(Resource.PEGAWAI, Resource.GOLONGAN, Resource.JABATAN, Resource.JABATAN);
			assertThat(parcel.items()).allMatch(Parcel.Item::isNew).allMatch((item) -> parcel.entry(item).isPresent());
			assertThat(parcel.pegawai().resource()).isEqualTo(Resource.PEGAWAI);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void givesTheOldestRunsChangesOfAPersonFirst(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long first = office.run(person(1, jabatan(1, "Analis"))).run();
			office.send(office.take(5).get(0), 1, Outcome.ambiguous("WAKTU_HABIS", Duration.ofSeconds(20)));
			office.outbox.release(office.lane());
			long second = office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "31"))).run();
			long third = office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "32"))).run();
			assertThat(office.take(5)).as("nothing before the lost one can be looked up").isEmpty();
			office.pass(Duration.ofSeconds(20));
			Parcel parcel = office.take(5).get(0);
			assertThat(parcel.document().entries()).contains(golongan(1, "32"));
			assertThat(parcel.items()).extracting(Parcel.Item::run, Parcel.Item::resource, Parcel.Item::state)
				.containsExactly(tuple(first, Resource.PEGAWAI, OutboxState.CLAIMED),
						tuple(first, Resource.JABATAN, OutboxState.RESOLVING),
						tuple(second, Resource.JABATAN, OutboxState.CLAIMED),
						tuple(third, Resource.GOLONGAN, OutboxState.CLAIMED));
			assertThat(parcel.entryThen(parcel.items().get(1))).as("what was sent then").contains(jabatan(1, "Analis"));
			assertThat(parcel.entry(parcel.items().get(1))).contains(jabatan(1, "Arsiparis"));
		}
	}

	/** A newer one is turned into rows by the same lane while it still sends. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aKeyedChangeKeepsItsContentAlthoughANewerOneIsExpandedWhileItIsInHand(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.kind = RegistryKind.KEYED;
			office.run(Office.people(1, 60));
			Lane lane = office.lane();
			Parcel inHand = of(1, office.outbox.take(lane, 100));
			JudgedPerson[] shown = Office.people(1, 60);
			shown[0] = person(1, jabatan(1, "Kepala"));
			office.run(shown);
			assertThat(office.outbox.take(lane, 100)).as("everybody is in hand").isEmpty();
			assertThat(office.count("outbox where kunci = ?", kunci(1))).as("expanded").isEqualTo(3);
			office.send(inHand, 1, Outcome.ambiguous("WAKTU_HABIS", Duration.ofSeconds(20)));
			office.outbox.release(lane);
			office.pass(Duration.ofMinutes(1));
			Parcel again = of(1, office.take(100));
			assertThat(again.items()).extracting(Parcel.Item::state)
				.containsExactly(OutboxState.CLAIMED, OutboxState.RESOLVING, OutboxState.CLAIMED);
			assertThat(again.items().get(1).idempotencyKey()).isEqualTo(inHand.items().get(1).idempotencyKey());
			assertThat(again.entryThen(again.items().get(1))).as("under the same key").contains(jabatan(1, "Analis"));
			assertThat(again.entry(again.items().get(2))).contains(jabatan(1, "Kepala"));
			office.outbox.settle(again, again.items().get(1), Outcome.parked("GAGAL_BERULANG"));
			office.outbox.release(office.lane());
			office.deliverAll(Outcome.acked("r1"));
			shown[0] = person(1, jabatan(1, "Penata"));
			office.run(shown);
			office.take(100);
			assertThat(office.count("document where kunci = ?", kunci(1))).as("kept no longer than needed").isOne();
		}
	}

	private static Parcel of(int number, List<Parcel> parcels) {
		return parcels.stream().filter((parcel) -> parcel.kunci().equals(kunci(number))).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void replacesAnUnsentChangeByANewerOneOfTheSameEntry(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			RunBooks first = office.run(person(1, jabatan(1, "Analis"), golongan(1, "31")));
			Parcel parcel = office.take(5).get(0);
			office.outbox.settle(parcel, parcel.items().get(1), Outcome.retry("PENUH", null, Duration.ofHours(1)));
			office.outbox.release(office.lane());
			office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "32")));
			office.take(5);
			assertThat(office.changes()).containsExactly("p0001 pegawai BARU CLAIMED", "p0001 golongan BARU SUPERSEDED",
					"p0001 jabatan BARU SUPERSEDED", "p0001 golongan UBAH CLAIMED", "p0001 jabatan UBAH CLAIMED");
			RunBooks books = office.plans.books(first.run());
			assertThat(books.superseded()).isEqualTo(2);
			assertThat(books.waiting()).isOne();
			assertThat(office.plans.check(first.run())).isTrue();
			assertThat(office.count("document where kunci = ?", kunci(1))).as("versions kept").isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void neverGivesAPersonOfWhomSomethingIsUnderWayOrNotDue(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 4));
			List<Parcel> parcels = office.take(2);
			office.outbox.send(parcels.get(0), parcels.get(0).items().get(0), null);
			office.outbox.settle(parcels.get(1), parcels.get(1).items().get(0),
					Outcome.retry("PENUH", null, Duration.ofMinutes(5)));
			assertThat(office.take(1)).extracting(Parcel::kunci).containsExactly(kunci(3));
			assertThat(office.take(5)).extracting(Parcel::kunci).containsExactly(kunci(4));
			assertThat(office.take(5)).isEmpty();
			office.start();
			assertThat(office.take(5)).as("what was sent may still arrive")
				.extracting(Parcel::kunci)
				.containsExactly(kunci(3), kunci(4));
			office.pass(Duration.ofSeconds(20));
			assertThat(office.take(5)).extracting(Parcel::kunci).containsExactly(kunci(1));
			office.pass(Duration.ofMinutes(5));
			assertThat(office.take(5)).as("whose first attempt failed")
				.extracting(Parcel::kunci)
				.containsExactly(kunci(2));
			assertThat(office.jdbc.queryForList(
					"select state || ' ' || attempts from outbox where kunci = ? order by id", String.class, kunci(1)))
				.containsExactly("RESOLVING 1", "CLAIMED 0");
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatWasAcceptedByAClockFarAheadIsSentAllTheSame(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.pass(Duration.ofDays(12 * 365));
			office.run(Office.people(1, 3));
			List<Parcel> parcels = office.take(10);
			office.send(parcels.get(1), 0, Outcome.retry("PENUH", null, Duration.ofMinutes(5)));
			office.send(parcels.get(2), 0, Outcome.ambiguous("WAKTU_HABIS", Duration.ofSeconds(20)));
			office.outbox.release(office.lane());
			office.pass(Duration.ofDays(-12 * 365));
			assertThat(office.take(10)).as("by the right clock again").hasSize(3);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void goesOnToTheNextPeopleWhenAHundredHaveNothingToSend(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.limits = new Limits(new Limits.Limit(100, 0), new Limits.Limit(100, 0), new Limits.Limit(100, 0),
					new Limits.Limit(100, 0), new Limits.Limit(100, 0), new Limits.Limit(100, 0),
					new Limits.Limit(100, 0));
			office.run(Office.people(1, 150));
			office.deliverAll(Outcome.acked("r1"));
			var fewer = Office.people(1, 150);
			for (int i = 0; i < 120; i++) {
				fewer[i] = person(i + 1);
			}
			fewer[149] = person(150, jabatan(150, "Arsiparis"));
			assertThat(office.run(fewer).changed()).isOne();
			assertThat(office.take(5)).extracting(Parcel::kunci).containsExactly(kunci(150));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void findsNoEntryForAChangeWhoseEntryTheSourceTookBack(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis")));
			office.take(5);
			office.outbox.release(office.lane());
			office.run(person(1));
			Parcel parcel = office.take(5).get(0);
			assertThat(parcel.entry(parcel.items().get(1))).isEmpty();
			office.outbox.settle(parcel, parcel.items().get(1), Outcome.superseded());
			assertThat(office.plans.books(1).superseded()).isOne();
			assertThat(office.plans.check(1)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void givesEveryChangeOnceToWhoeverSettlesWhatItTook(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 250));
			Set<Long> met = new HashSet<>();
			List<Parcel> parcels = office.take(7);
			while (!parcels.isEmpty()) {
				for (Parcel parcel : parcels) {
					for (Parcel.Item item : parcel.items()) {
						assertThat(met.add(item.id())).isTrue();
						office.outbox.settle(parcel, item, Outcome.adopted("r"));
					}
				}
				parcels = office.take(7);
			}
			assertThat(met).hasSize(500);
		}
	}

}
