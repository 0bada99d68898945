package id.simpul.mapping;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Severity;

import static id.simpul.mapping.MappingFixture.HEAD;
import static id.simpul.mapping.MappingFixture.NIP;
import static id.simpul.mapping.MappingFixture.PANGKAT;
import static id.simpul.mapping.MappingFixture.PEGAWAI;
import static id.simpul.mapping.MappingFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens to values and entries that cannot go on. */
class MappingFindingsTest {

	@TempDir
	Path folder;

	@Test
	void rejectsHistoriesOfAPersonWhoseOwnRowIsUnreadable() {
		MappedPerson person = fixture().unreadable(NIP, "pegawai", "BARIS_TIDAK_UTUH")
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1")
			.only();
		assertThat(person.rejections()).containsExactly(
				new Rejection(Resource.GOLONGAN, "2015-04-01|SK-1", new Origin("pangkat", 2), "PEGAWAI_DITOLAK"));
		assertThat(rules(person)).containsExactly("BARIS_TIDAK_UTUH");
	}

	@Test
	void rejectsEntriesWhoseRequiredFieldIsEmpty() {
		MappingFixture fixture = fixture().person(NIP).row(NIP, "pangkat", NIP, "III/a", "2015-04-01", " - ");
		MappedPerson person = fixture.only();
		assertThat(person.entries()).hasSize(1);
		assertThat(person.rejections())
			.containsExactly(new Rejection(Resource.GOLONGAN, null, new Origin("pangkat", 2), "WAJIB_KOSONG"));
		assertThat(person.findings()).containsExactly(new Finding("WAJIB_KOSONG", Severity.BLOCKS, NIP,
				new Origin("pangkat", 2), Resource.GOLONGAN, null, "nomorSk", "(kosong)", List.of()));
		assertThat(fixture.apply().rows().get("pangkat")).isEqualTo(new RowCount(1, 0, 0));
	}

	@Test
	void rejectsEntriesWhoseRequiredValueCannotBeMade() {
		assertThat(broken("III/z", "2015-04-01", "SK-1")).isEqualTo("KODE_TAK_DIKENAL golongan AAA/a");
		assertThat(broken("III/a", "31-02-2015", "SK-1")).isEqualTo("TANGGAL_TAK_TERBACA tmtGolongan 99-99-9(4)");
		assertThat(broken("III/a", "2015-02-29", "SK-1")).isEqualTo("TANGGAL_TAK_TERBACA tmtGolongan 9(4)-99-99");
		assertThat(broken("III/a", "2015-04-01", "S".repeat(61))).isEqualTo("NILAI_TERLALU_PANJANG nomorSk A(61)");
	}

	@Test
	void tellsEveryFaultOfAnEntryButRejectsItOnce() {
		MappedPerson person = fixture().person(NIP).row(NIP, "pangkat", NIP, "III/z", "x", null).only();
		assertThat(rules(person)).containsExactly("KODE_TAK_DIKENAL", "TANGGAL_TAK_TERBACA", "WAJIB_KOSONG");
		assertThat(person.rejections()).extracting(Rejection::rule).containsExactly("KODE_TAK_DIKENAL");
	}

	@Test
	void leavesOptionalFieldsEmptyWhenTheirValueCannotBeMade() {
		assertThat(optional("tmtPns: x", "besok")).isEqualTo("W TANGGAL_TAK_TERBACA tmtPns a(5)");
		assertThat(optional("agama: x", "Islamm")).isEqualTo("W KODE_TAK_DIKENAL agama Aa(5)");
		assertThat(optional("gelarDepan: x", "x".repeat(51))).isEqualTo("W NILAI_TERLALU_PANJANG gelarDepan a(51)");
		assertThat(optional("nik: x", "167101410385000")).isEqualTo("W POLA_TIDAK_SESUAI nik 9(15)");
	}

	@Test
	void leavesOptionalNumbersEmptyWhenTheyAreNone() {
		for (String text : List.of("12 th", "-1", "10000", "1,5", "1e3", "12.5", ".")) {
			MappedPerson person = withYears("masaKerjaTahun: th", text);
			assertThat(rules(person)).as(text).containsExactly("ANGKA_TAK_TERBACA");
			assertThat(MappingFixture.value(person, Resource.GOLONGAN, "masaKerjaTahun")).isNull();
		}
		assertThat(rules(withYears("masaKerjaTahun: {column: th, decimal: comma}", "1.5")))
			.containsExactly("ANGKA_TAK_TERBACA");
	}

	@Test
	void findsCodesThatTheSourcesOwnTableLacks() {
		String head = "lookups:\n  m_agama: {from: m_agama, key: id, value: nama}\n";
		MappingFixture fixture = MappingFixture
			.mapping(this.folder, HEAD + head + PEGAWAI + "          agama: {column: x, lookup: m_agama}\n")
			.columns("pegawai", "nip", "nama", "tgl", "jk", "x")
			.person(NIP, "77");
		assertThat(rules(fixture.only())).containsExactly("KODE_TAK_DIKENAL");
		assertThat(fixture.only().findings().get(0).valueClass()).isEqualTo("99");
	}

	@Test
	void rejectsThePersonOnABrokenNip() {
		MappedPerson person = fixture().row("1", "pegawai", "19850315201001100", "SITI CONTOH", "1985-03-15", "P")
			.row("1", "pangkat", "1", "III/a", "2015-04-01", "SK-1")
			.only();
		assertThat(person.entries()).isEmpty();
		assertThat(rules(person)).containsExactly("POLA_TIDAK_SESUAI");
		assertThat(person.rejections()).extracting(Rejection::rule)
			.containsExactly("POLA_TIDAK_SESUAI", "PEGAWAI_DITOLAK");
	}

	@Test
	void rejectsThePersonWhoseMainRowsDiffer() {
		MappedPerson person = fixture().person(NIP)
			.row(NIP, "pegawai", NIP, "SITI CONTOH LAIN", "1985-03-15", "P")
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1")
			.only();
		assertThat(person.entries()).isEmpty();
		assertThat(rules(person)).containsExactly("PEGAWAI_GANDA", "PEGAWAI_GANDA");
		assertThat(person.findings()).extracting(Finding::valueClass).containsOnly("9(18)");
		assertThat(person.rejections()).extracting(Rejection::rule)
			.containsExactly("PEGAWAI_GANDA", "PEGAWAI_GANDA", "PEGAWAI_DITOLAK");
	}

	@Test
	void countsMainRowsThatAreTheSameAsDuplicates() {
		MappedPerson person = fixture().person(NIP).person(NIP).only();
		assertThat(person.entries()).hasSize(1);
		assertThat(person.duplicates()).isEqualTo(1);
		assertThat(rules(person)).containsExactly("RIWAYAT_GANDA");
	}

	@Test
	void keepsOneOfHistoriesThatAreTheSame() {
		MappedPerson person = fixture().person(NIP)
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1")
			.row(NIP, "pangkat", NIP, "IIIA", "2015-04-01", "SK-1")
			.row(NIP, "pangkat", NIP, "III/b", "2019-04-01", "SK-1")
			.only();
		assertThat(person.entries()).extracting(Entry::origin)
			.containsExactly(new Origin("pegawai", 1), new Origin("pangkat", 2), new Origin("pangkat", 4));
		assertThat(person.duplicates()).isEqualTo(1);
		assertThat(person.findings()).containsExactly(new Finding("RIWAYAT_GANDA", Severity.WARNS, NIP,
				new Origin("pangkat", 3), Resource.GOLONGAN, "2015-04-01|SK-1", null, "9(4)-99-99", List.of()));
	}

	@Test
	void rejectsAllHistoriesOfOneDecreeThatDiffer() {
		MappedPerson person = fixture().person(NIP)
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "sk 1")
			.row(NIP, "pangkat", NIP, "III/b", "2015-04-01", "SK  1")
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "sk 1")
			.only();
		assertThat(person.entries()).hasSize(1);
		assertThat(person.duplicates()).isZero();
		assertThat(rules(person)).containsExactly("RIWAYAT_BERBEDA", "RIWAYAT_BERBEDA", "RIWAYAT_BERBEDA");
		assertThat(person.findings().get(1).field()).isEqualTo("golongan");
		assertThat(person.rejections()).extracting(Rejection::rule).containsOnly("RIWAYAT_BERBEDA").hasSize(3);
	}

	@Test
	void rejectsHistoriesOfSomebodyTheMappingMakesNoPersonOf() {
		String yaml = (HEAD + PEGAWAI + PANGKAT).replace("      - to: pegawai\n",
				"      - to: pegawai\n        when: [{column: jk, present: true}]\n");
		MappedPerson person = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.columns("pangkat", "nip", "gol", "tmt", "sk")
			.row(NIP, "pegawai", NIP, "SITI CONTOH", "1985-03-15", null)
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1")
			.only();
		assertThat(rules(person)).containsExactly("PEGAWAI_DITOLAK");
		assertThat(person.rejections()).extracting(Rejection::rule).containsExactly("PEGAWAI_DITOLAK");
	}

	private MappingFixture fixture() {
		return MappingFixture.mapping(this.folder, HEAD + PEGAWAI + PANGKAT)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.columns("pangkat", "nip", "gol", "tmt", "sk");
	}

	private String broken(String golongan, String tmt, String sk) {
		MappedPerson person = fixture().person(NIP).row(NIP, "pangkat", NIP, golongan, tmt, sk).only();
		assertThat(person.entries()).hasSize(1);
		assertThat(person.findings()).singleElement().extracting(Finding::severity).isEqualTo(Severity.BLOCKS);
		assertThat(person.rejections()).singleElement().extracting(Rejection::rule).isEqualTo(rules(person).get(0));
		return told(person);
	}

	private String optional(String field, String value) {
		MappedPerson person = MappingFixture.mapping(this.folder, HEAD + PEGAWAI + "          " + field + "\n")
			.columns("pegawai", "nip", "nama", "tgl", "jk", "x")
			.person(NIP, value)
			.only();
		assertThat(person.entries()).hasSize(1);
		assertThat(person.rejections()).isEmpty();
		return person.findings().get(0).severity().code() + " " + told(person);
	}

	private MappedPerson withYears(String field, String value) {
		return MappingFixture.mapping(this.folder, HEAD + PEGAWAI + PANGKAT + "          " + field + "\n")
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.columns("pangkat", "nip", "gol", "tmt", "sk", "th")
			.person(NIP)
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1", value)
			.only();
	}

	private static String told(MappedPerson person) {
		Finding finding = person.findings().get(0);
		return finding.rule() + " " + finding.field() + " " + finding.valueClass();
	}

}
