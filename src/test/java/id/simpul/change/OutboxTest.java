package id.simpul.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.pegawai.Resource;

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
			List<Parcel> parcels = office.outbox.take(Office.KODE, 5, List.of());
			assertThat(parcels).extracting(Parcel::kunci)
				.containsExactly(kunci(1), kunci(2), kunci(3), kunci(4), kunci(5));
			assertThat(office.count("outbox")).isEqualTo(200);
			assertThat(office.outbox.waiting(Office.KODE)).isEqualTo(460);
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
			Parcel parcel = office.outbox.take(Office.KODE, 5, List.of()).get(0);
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
			Parcel stuck = office.outbox.take(Office.KODE, 5, List.of()).get(0);
			office.outbox.markSent(stuck.items().get(1), OutboxState.READY);
			office.outbox.settle(stuck, stuck.items().get(1), OutboxState.SENT,
					Outcome.ambiguous("WAKTU_HABIS", Duration.ZERO));
			long second = office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "31"))).run();
			long third = office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "32"))).run();
			List<Parcel.Item> items = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				Parcel parcel = office.outbox.take(Office.KODE, 5, List.of(kunci(2))).get(0);
				assertThat(parcel.document().entries()).contains(golongan(1, "32"));
				items = parcel.items();
				if (items.size() < 4) {
					office.outbox.take(Office.KODE, 5, List.of(kunci(1)));
				}
			}
			assertThat(items).extracting(Parcel.Item::run, Parcel.Item::resource, Parcel.Item::state)
				.containsExactly(tuple(first, Resource.PEGAWAI, OutboxState.READY),
						tuple(first, Resource.JABATAN, OutboxState.AMBIGUOUS),
						tuple(second, Resource.JABATAN, OutboxState.READY),
						tuple(third, Resource.GOLONGAN, OutboxState.READY));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void replacesAnUnsentChangeByANewerOneOfTheSameEntry(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			RunBooks first = office.run(person(1, jabatan(1, "Analis"), golongan(1, "31")));
			Parcel parcel = office.outbox.take(Office.KODE, 5, List.of()).get(0);
			office.outbox.settle(parcel, parcel.items().get(1), OutboxState.READY,
					Outcome.retry("PENUH", null, Duration.ofHours(1)));
			office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "32")));
			office.outbox.take(Office.KODE, 5, List.of());
			assertThat(office.changes()).containsExactly("p0001 pegawai BARU READY", "p0001 golongan BARU SUPERSEDED",
					"p0001 jabatan BARU SUPERSEDED", "p0001 golongan UBAH READY", "p0001 jabatan UBAH READY");
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
			List<Parcel> parcels = office.outbox.take(Office.KODE, 2, List.of());
			office.outbox.markSent(parcels.get(0).items().get(0), OutboxState.READY);
			office.outbox.settle(parcels.get(1), parcels.get(1).items().get(0), OutboxState.READY,
					Outcome.retry("PENUH", null, Duration.ofMinutes(5)));
			assertThat(office.outbox.take(Office.KODE, 5, List.of(kunci(3)))).extracting(Parcel::kunci)
				.containsExactly(kunci(4));
			office.pass(Duration.ofMinutes(5));
			assertThat(office.outbox.take(Office.KODE, 5, List.of())).extracting(Parcel::kunci)
				.containsExactly(kunci(2), kunci(3), kunci(4));
			office.outbox.recover();
			assertThat(office.outbox.take(Office.KODE, 1, List.of())).singleElement().satisfies((parcel) -> {
				assertThat(parcel.kunci()).isEqualTo(kunci(1));
				assertThat(parcel.items()).extracting(Parcel.Item::state)
					.containsExactly(OutboxState.AMBIGUOUS, OutboxState.READY);
				assertThat(parcel.items().get(0).attempts()).isOne();
			});
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
			assertThat(office.outbox.take(Office.KODE, 5, List.of())).extracting(Parcel::kunci)
				.containsExactly(kunci(150));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void findsNoEntryForAChangeWhoseEntryTheSourceTookBack(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis")));
			office.outbox.take(Office.KODE, 5, List.of());
			office.run(person(1));
			Parcel parcel = office.outbox.take(Office.KODE, 5, List.of()).get(0);
			assertThat(parcel.entry(parcel.items().get(1))).isEmpty();
			office.outbox.settle(parcel, parcel.items().get(1), OutboxState.READY, Outcome.superseded());
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
			List<Parcel> parcels = office.outbox.take(Office.KODE, 7, List.of());
			while (!parcels.isEmpty()) {
				for (Parcel parcel : parcels) {
					for (Parcel.Item item : parcel.items()) {
						assertThat(met.add(item.id())).isTrue();
						office.outbox.settle(parcel, item, OutboxState.READY, Outcome.adopted("r"));
					}
				}
				parcels = office.outbox.take(Office.KODE, 7, List.of());
			}
			assertThat(met).hasSize(500);
		}
	}

}
