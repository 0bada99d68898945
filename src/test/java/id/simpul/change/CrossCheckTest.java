package id.simpul.change;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.pegawai.Entry;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.nip;
import static id.simpul.change.People.pegawai;
import static id.simpul.change.People.person;
import static id.simpul.change.People.with;
import static org.assertj.core.api.Assertions.assertThat;

class CrossCheckTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void rejectsBothNewPeopleWhoShareANip(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			RunBooks books = office.run(person(1, jabatan(1, "Analis")), holding(2, 1), person(3));
			assertThat(books.rejected()).isEqualTo(4);
			assertThat(books.changed()).isOne();
			assertThat(books.close()).isTrue();
			assertThat(office.plans.check(books.run())).isTrue();
			assertThat(office.count("document")).isOne();
			assertThat(office.count("rejection where rule = 'NIP_GANDA' and resource = 'pegawai'")).isEqualTo(2);
			assertThat(office.count("rejection where rule = 'PEGAWAI_DITOLAK' and resource = 'jabatan'")).isEqualTo(2);
			assertThat(office.count("finding where rule = 'NIP_GANDA' and severity = 'E'")).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void rejectsOnlyTheNewcomerWhoseNikIsAcceptedInAnotherInstansi(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.runOf("16.01", person(1, with(pegawai(1), "nik", "1671010101800001"), new Entry[0]));
			RunBooks books = office.runOf("16.02", person(2, with(pegawai(2), "nik", "1671010101800001"), new Entry[0]),
					person(3, with(pegawai(3), "nik", "1671010101800003"), new Entry[0]), person(4));
			assertThat(books.rejected()).isOne();
			assertThat(
					office.count("rejection where rule = 'NIK_GANDA' and kunci = ? and instansi = '16.02'", kunci(2)))
				.isOne();
			assertThat(office.count("document")).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void keepsTheAcceptedFormOfAPersonWhoTakesSomebodyElsesNip(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis")), person(2, jabatan(2, "Analis")));
			office.deliverAll(Outcome.acked("r1"));
			RunBooks books = office.run(person(1, jabatan(1, "Analis")),
					person(2, with(pegawai(2), "nip", nip(1)), new Entry[0]));
			assertThat(books.rejected()).isOne();
			assertThat(books.gone()).as("his position is still accepted").isZero();
			assertThat(office.count("absence")).isZero();
			assertThat(office.accepted(kunci(2)).entries()).containsExactly(pegawai(2), jabatan(2, "Analis"));
			assertThat(office.plans.check(books.run())).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void letsPeopleExchangeAWrongNipInOneRun(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1), person(2), person(3));
			RunBooks books = office.run(holding(1, 2), holding(2, 4), person(3),
					person(4, with(pegawai(4), "nip", nip(1)), new Entry[0]));
			assertThat(books.rejected()).isZero();
			assertThat(books.changed()).isEqualTo(5);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void leavesNoTwoPeopleWithOneNipWhenAnExchangeIsHalfWrong(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1), person(2), person(3));
			// 1 wants the number of 3, who keeps it; so 1 stays what he was, and 2 cannot
			// have his
			RunBooks books = office.run(holding(1, 3), holding(2, 1), person(3));
			assertThat(books.rejected()).isEqualTo(4);
			assertThat(office.accepted(kunci(1)).entries()).containsExactly(pegawai(1));
			assertThat(office.accepted(kunci(2)).entries()).containsExactly(pegawai(2));
			assertThat(office.plans.check(books.run())).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void doesNotTakeAPersonUnderANewKeyForHisOwnDouble(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1), person(2));
			RunBooks books = office.run(person(1), person(200, pegawai(2), new Entry[0]));
			assertThat(books.rejected()).isZero();
			assertThat(books.gone()).isOne();
			assertThat(office.accepted(kunci(200)).entries()).containsExactly(pegawai(2));
		}
	}

	/** Versions do not begin at one then. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void countsWhoIsTakenOutAmongTheNewOrTheChangedAfterARestoreToo(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 5));
			office.jdbc.update("""
					insert into generation (number, installation, began_at, tide, restored)
					values (2, 'a', current_timestamp, 0, true)""");
			Limits.Limit none = new Limits.Limit(0, 0);
			Limits.Limit any = new Limits.Limit(100, 1000);
			office.limits = new Limits(any, none, none, any, any, any, any);
			JudgedPerson[] shown = Office.people(1, 7);
			shown[5] = holding(6, 1); // new, and taken out
			shown[6] = person(7);
			shown[1] = holding(2, 1); // changed, and taken out
			shown[2] = person(3, jabatan(3, "Kepala"));
			RunBooks books = office.run(shown);
			assertThat(office.count("document where run_id = ? and version >= 200000", books.run())).isEqualTo(2);
			assertThat(office.jdbc.queryForList("select reason || ' ' || measured from hold where run_id = ?",
					String.class, books.run()))
				.containsExactlyInAnyOrder("BARU 1", "BERUBAH 1");
		}
	}

	/** A person with a position, who carries the NIP of another. */
	private static JudgedPerson holding(int number, int nipOf) {
		return person(number, with(pegawai(number), "nip", nip(nipOf)), new Entry[] { jabatan(number, "Analis") });
	}

}
