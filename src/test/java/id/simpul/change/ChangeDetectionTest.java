package id.simpul.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.Rejection;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.golongan;
import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.pegawai;
import static id.simpul.change.People.person;
import static id.simpul.change.People.rejected;
import static id.simpul.change.People.rejecting;
import static id.simpul.change.People.rejection;
import static id.simpul.change.People.with;
import static org.assertj.core.api.Assertions.assertThat;

class ChangeDetectionTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void takesEverythingOfAFirstRunForNew(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			RunBooks books = office.run(Office.people(1, 7));
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(books.read()).isEqualTo(14);
			assertThat(books.changed()).isEqualTo(14);
			assertThat(books.unchanged()).isZero();
			assertThat(books.waiting()).isEqualTo(14);
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.count("outbox where operation = 'BARU' and state = 'ACKED'")).isEqualTo(14);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void findsNothingInASecondIdenticalRun(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 7));
			office.deliverAll(Outcome.acked("r1"));
			RunBooks second = office.run(Office.people(1, 7));
			assertThat(second.unchanged()).isEqualTo(second.read()).isEqualTo(14);
			assertThat(second.changed()).isZero();
			assertThat(office.take(10)).isEmpty();
			assertThat(office.count("outbox where run_id = ?", second.run())).isZero();
			assertThat(office.count("document where run_id = ?", second.run())).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void pushesExactlyTheEntryThatWasEdited(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis"), jabatan(2, "Arsiparis")), person(2, jabatan(3, "Analis")));
			office.deliverAll(Outcome.acked("r1"));
			RunBooks books = office.run(person(1, jabatan(1, "Analis"), jabatan(2, "Pranata Komputer")),
					person(2, jabatan(3, "Analis")));
			assertThat(books.changed()).isOne();
			assertThat(books.unchanged()).isEqualTo(4);
			List<Parcel> parcels = office.take(10);
			assertThat(parcels).singleElement().satisfies((parcel) -> {
				assertThat(parcel.kunci()).isEqualTo(kunci(1));
				assertThat(parcel.items()).singleElement().satisfies((item) -> {
					assertThat(item.isNew()).isFalse();
					assertThat(parcel.entry(item)).contains(jabatan(2, "Pranata Komputer"));
				});
			});
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void reportsAnEntryThatIsGoneAndSendsNothing(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis"), jabatan(2, "Arsiparis")));
			office.deliverAll(Outcome.acked("r1"));
			RunBooks books = office.run(person(1, jabatan(1, "Analis")));
			assertThat(books.gone()).isOne();
			assertThat(books.changed()).isZero();
			assertThat(books.unchanged()).isEqualTo(books.read()).isEqualTo(2);
			assertThat(office.count("absence where run_id = ? and resource = 'jabatan' and entry_key = ?", books.run(),
					jabatan(2, "Arsiparis").key()))
				.isOne();
			office.deliverAll(Outcome.acked("r2"));
			assertThat(office.count("outbox where run_id = ?", books.run())).isZero();
			assertThat(office.run(person(1, jabatan(1, "Analis"))).gone()).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void reportsAPersonWhoIsGoneOnceAndTakesHimBackWithoutAChange(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 4));
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.run(Office.people(1, 3)).gone()).isOne();
			assertThat(office.count("absence where kunci = ? and resource is null", kunci(4))).isOne();
			assertThat(office.accepted(kunci(4)).entries()).hasSize(2);
			assertThat(office.run(Office.people(1, 3)).gone()).isZero();
			RunBooks back = office.run(Office.people(1, 4));
			assertThat(back.changed()).isZero();
			assertThat(office.count("absence where kunci = ?", kunci(4))).isZero();
			assertThat(office.run(Office.people(1, 3)).gone()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void keepsWhatWasAcceptedOfARejectedPerson(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 2));
			office.deliverAll(Outcome.acked("r1"));
			RunBooks books = office.run(person(1, jabatan(1, "Analis")), rejected(person(2, jabatan(2, "Lain"))));
			assertThat(books.rejected()).isEqualTo(2);
			assertThat(books.unchanged()).isEqualTo(2);
			assertThat(books.gone()).isZero();
			assertThat(office.accepted(kunci(2)).entries().get(1)).isEqualTo(jabatan(2, "Analis"));
			assertThat(office.count("absence")).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void keepsTheAcceptedFormOfARejectedEntryWhileTheOthersGoOn(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis"), golongan(1, "31")));
			office.deliverAll(Outcome.acked("r1"));
			Entry bad = jabatan(1, "Salah");
			JudgedPerson person = rejecting(person(1, golongan(1, "32")), rejection(bad, "JAB_TGL"));
			RunBooks books = office.run(person);
			assertThat(books.rejected()).isOne();
			assertThat(books.changed()).isOne();
			assertThat(books.unchanged()).isOne();
			assertThat(books.gone()).isZero();
			assertThat(office.accepted(kunci(1)).entries()).containsExactly(pegawai(1), golongan(1, "32"),
					jabatan(1, "Analis"));
			office.deliverAll(Outcome.acked("r2"));
			assertThat(office.changes()).last().isEqualTo(kunci(1) + " golongan UBAH ACKED");
			assertThat(office.run(person).changed()).as("the same rejection once more").isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void takesNothingOfAHistoryForGoneWhenARejectedEntryHasNoKey(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis"), jabatan(2, "Arsiparis"), golongan(1, "31")));
			Rejection keyless = new Rejection(Resource.JABATAN, null, null, "TANGGAL_FORMAT");
			RunBooks books = office.run(rejecting(person(1, jabatan(1, "Analis")), keyless));
			assertThat(books.gone()).as("the rank only").isOne();
			assertThat(office.accepted(kunci(1)).entries()).containsExactly(pegawai(1), jabatan(1, "Analis"),
					jabatan(2, "Arsiparis"));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void doesNotMindOrderOriginAndTrailingZeros(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Entry nilai = People.entry(Resource.KINERJA, "tahun", 2024, "periode", "T", "nilai",
					new BigDecimal("87.50"));
			office.run(person(1, jabatan(1, "Analis"), nilai));
			RunBooks books = office.run(person(1, with(nilai, "nilai", new BigDecimal("87.5")),
					with(jabatan(1, "?"), "namaJabatan", "Analis")));
			assertThat(books.unchanged()).isEqualTo(3);
			assertThat(office
				.run(person(1, with(nilai, "nilai", new BigDecimal("87.51")),
						with(jabatan(1, "Analis"), "tanggalSk", LocalDate.of(2015, 1, 2))))
				.changed()).isEqualTo(2);
		}
	}

}
