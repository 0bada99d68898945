package id.simpul.mapping;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.pegawai.Resource;
import id.simpul.source.Dataset;

import static id.simpul.mapping.MappingFixture.HEAD;
import static id.simpul.mapping.MappingFixture.NIP;
import static id.simpul.mapping.MappingFixture.PEGAWAI;
import static id.simpul.mapping.MappingFixture.rules;
import static id.simpul.mapping.MappingFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

/** What each construct of the language does to one value. */
class MappingLanguageTest {

	private static final String CREDIT = """
			{nomorSk: {value: SK-1}, tanggalSk: {value: 2020-01-01}, bulanMulai: {value: 1}, \
			tahunMulai: {value: 2019}, bulanSelesai: {value: 12}, tahunSelesai: {value: 2019},\s""";

	@TempDir
	Path folder;

	@Test
	void takesColumnsWhateverTheirCase() {
		MappingFixture fixture = mapping("", "").columns("pegawai", "NIP", "Nama", "TGL", "jk").person(NIP);
		assertThat(value(fixture.only(), Resource.PEGAWAI, "nama")).isEqualTo("SITI CONTOH");
		assertThat(value(fixture.only(), Resource.PEGAWAI, "tglLahir")).isEqualTo(LocalDate.of(1985, 3, 15));
		assertThat(value(fixture.only(), Resource.PEGAWAI, "jenisKelamin")).isEqualTo("F");
		assertThat(value(fixture.only(), Resource.PEGAWAI, "jenisAsn")).isEqualTo("PNS");
		assertThat(fixture.only().findings()).isEmpty();
	}

	@Test
	void takesNullTokensForNothingInAnyCaseAndAfterCleaningUp() {
		String head = "null-tokens: [\"\", \"-\", Pilih Agama, NULL]\n";
		assertThat(pegawai(head, "agama: x", "agama", " PILIH AGAMA\u200c")).isNull();
		assertThat(pegawai(head, "agama: x", "agama", "null")).isNull();
		assertThat(pegawai(head, "agama: x", "agama", "Islam")).isEqualTo("1");
	}

	@Test
	void takesDashesAndZeroDatesForNothingByDefault() {
		assertThat(pegawai("", "tmtPns: x", "tmtPns", "0000-00-00")).isNull();
		assertThat(pegawai("", "tmtPns: x", "tmtPns", "0000-00-00 00:00:00")).isNull();
		assertThat(pegawai("", "email: x", "email", "-")).isNull();
		assertThat(pegawai("", "email: x", "email", (String) null)).isNull();
	}

	@Test
	void triesDateFormsInTheirOrder() {
		String head = "dates: [dd-MM-yyyy, d MMMM yyyy, dd/MM/yyyy, MM/dd/yyyy]\n";
		assertThat(pegawai(head, "tmtPns: x", "tmtPns", "01-04-2010")).isEqualTo(LocalDate.of(2010, 4, 1));
		assertThat(pegawai(head, "tmtPns: x", "tmtPns", "1 April 2010")).isEqualTo(LocalDate.of(2010, 4, 1));
		assertThat(pegawai(head, "tmtPns: x", "tmtPns", "01/04/2010")).isEqualTo(LocalDate.of(2010, 4, 1));
		assertThat(pegawai(head, "tmtPns: x", "tmtPns", "04/13/2010")).isEqualTo(LocalDate.of(2010, 4, 13));
		assertThat(pegawai(head, "tmtPns: x", "tmtPns", "2010-04-01 00:00:00.0")).isEqualTo(LocalDate.of(2010, 4, 1));
	}

	@Test
	void prefersTheDateFormsOfTheField() {
		assertThat(pegawai("dates: [dd/MM/yyyy]\n", "tmtPns: {column: x, dates: [MM/dd/yyyy]}", "tmtPns", "04/01/2010"))
			.isEqualTo(LocalDate.of(2010, 4, 1));
	}

	@Test
	void looksCodesUpAsCodeAliasAndName() {
		assertThat(pegawai("", "agama: x", "agama", "3")).isEqualTo("3");
		assertThat(pegawai("", "agama: x", "agama", "KRISTEN  katolik")).isEqualTo("3");
		assertThat(pegawai("", "agama: x", "agama", "islam")).isEqualTo("1");
	}

	@Test
	void asksTheSourcesOwnCodesFirstAndTheNationalListAfterThem() {
		String head = "codes:\n  agamaku: {\"1\": \"2\", X: Katolik, \"0\": \"\"}\n";
		String field = "agama: {column: x, codes: agamaku}";
		assertThat(pegawai(head, field, "agama", "1")).isEqualTo("2");
		assertThat(pegawai(head, field, "agama", "x")).isEqualTo("3");
		assertThat(pegawai(head, field, "agama", "Islam")).isEqualTo("1");
		assertThat(pegawai(head, field, "agama", "0")).isNull();
	}

	@Test
	void takesCodesWrittenWhereTheyAreUsed() {
		assertThat(pegawai("", "agama: {column: x, codes: {I: \"1\"}}", "agama", "i")).isEqualTo("1");
	}

	@Test
	void translatesAnotherNumberingOfANationalList() {
		assertThat(golongan("golongan: {column: x, codes: golongan/lokal}", "golongan", "9")).isEqualTo("31");
		assertThat(golongan("golongan: {column: x, codes: golongan/kemendagri}", "golongan", "132")).isEqualTo("32");
	}

	@Test
	void looksUpTheSourcesOwnTable() {
		String head = "lookups:\n  m_agama: {from: m_agama, key: id, value: nama}\n";
		MappingFixture fixture = mapping(head, "agama: {column: x, lookup: m_agama}").lookup("m_agama",
				Map.of("A7", "Katholik"));
		fixture.columns("pegawai", "nip", "nama", "tgl", "jk", "x").person(NIP, "A7 ");
		assertThat(value(fixture.only(), Resource.PEGAWAI, "agama")).isEqualTo("3");
		assertThat(fixture.mapping().datasets()).last()
			.isEqualTo(new Dataset("m_agama", "m_agama", null, List.of("id", "nama"), false, 1));
	}

	@Test
	void takesTheFirstThatIsNotEmpty() {
		String field = "email: {coalesce: [x, {column: y, apply: [lower]}, {value: tidak@ada.example}]}";
		assertThat(pegawai("", field, "email", "A@B.example", "C@D.example")).isEqualTo("A@B.example");
		assertThat(pegawai("", field, "email", "-", "C@D.example")).isEqualTo("c@d.example");
		assertThat(pegawai("", field, "email", "-", null)).isEqualTo("tidak@ada.example");
	}

	@Test
	void handsModifiersDownUnlessTheBranchHasItsOwn() {
		String field = "tmtPns: {coalesce: [{column: x, dates: [MM/dd/yyyy]}, y], dates: [dd/MM/yyyy]}";
		assertThat(pegawai("", field, "tmtPns", "04/01/2010", null)).isEqualTo(LocalDate.of(2010, 4, 1));
		assertThat(pegawai("", field, "tmtPns", null, "04/01/2010")).isEqualTo(LocalDate.of(2010, 1, 4));
	}

	@Test
	void joinsWhatIsThere() {
		String field = "alamat: {join: [x, {value: Palembang}, y], with: \", \"}";
		assertThat(pegawai("", field, "alamat", "Jl. Contoh 1", "30111")).isEqualTo("Jl. Contoh 1, Palembang, 30111");
		assertThat(pegawai("", field, "alamat", "-", "30111")).isEqualTo("Palembang, 30111");
		assertThat(pegawai("", "alamat: {join: [x, y]}", "alamat", "-", null)).isNull();
		assertThat(golongan("golongan: {join: [x, y], with: /}", "golongan", "III", "a")).isEqualTo("31");
	}

	@Test
	void followsTheFirstBranchWhoseConditionsHold() {
		String field = """
				email: {switch: [{when: [{column: x, in: [a, "20"]}], then: {value: satu@x.example}}, \
				{when: [{column: x, present: true}, {column: y, not-in: [tidak]}], then: y}, \
				{else: {value: lain@x.example}}]}""";
		assertThat(pegawai("", field, "email", "A", "y@x.example")).isEqualTo("satu@x.example");
		assertThat(pegawai("", field, "email", "b", "y@x.example")).isEqualTo("y@x.example");
		assertThat(pegawai("", field, "email", "b", "TIDAK")).isEqualTo("lain@x.example");
		assertThat(pegawai("", field, "email", "-", "y@x.example")).isEqualTo("lain@x.example");
		assertThat(pegawai("", "email: {switch: [{when: [{column: x, in: [a]}], then: y}]}", "email", "b", "c"))
			.isNull();
	}

	@Test
	void putsTheDefaultWhereNothingIs() {
		assertThat(pegawai("", "noHp: {column: x, default: \"000\"}", "noHp", "-")).isEqualTo("000");
		assertThat(pegawai("", "noHp: {column: x, default: \"000\"}", "noHp", "0811")).isEqualTo("0811");
		assertThat(pegawai("", "agama: {column: x, default: Islam}", "agama", (String) null)).isEqualTo("1");
	}

	@Test
	void readsNumbersWithPointOrComma() {
		assertThat(golongan("masaKerjaTahun: x", "masaKerjaTahun", "12")).isEqualTo(12);
		assertThat(golongan("masaKerjaTahun: x", "masaKerjaTahun", "12.00")).isEqualTo(12);
		assertThat(golongan("masaKerjaTahun: {column: x, decimal: comma}", "masaKerjaTahun", "1.012,0"))
			.isEqualTo(1012);
		assertThat(credit("{column: x, decimal: comma}", "1.234,5")).isEqualTo(new BigDecimal("1234.5"));
		assertThat(credit("x", "1234.50")).isEqualTo(new BigDecimal("1234.5"));
	}

	@Test
	void readsYesAndNo() {
		assertThat(flag("x", "Ya")).isEqualTo(true);
		assertThat(flag("x", "0")).isEqualTo(false);
		assertThat(flag("x", "-")).isNull();
		assertThat(flag("{column: x, true-values: [Sudah]}", "sudah")).isEqualTo(true);
		assertThat(flag("{column: x, true-values: [Sudah]}", "ya")).isEqualTo(false);
	}

	@Test
	void cleansUpNipsThatWorkbooksAndPeopleTouched() {
		MappingFixture fixture = mapping("", "").columns("pegawai", "nip", "nama", "tgl", "jk");
		for (String written : new String[] { "'198503152010011001", "19850315 201001 1 001\t",
				"\u200c198503152010011001", "1985\u200b0315.2010-01-1001", "198503152010011001 -",
				"\u00a0\u2019198503152010011001\ufeff" }) {
			fixture.row("k" + written, "pegawai", written, "SITI CONTOH", "1985-03-15", "P");
		}
		assertThat(fixture.apply().people()).hasSize(6)
			.allSatisfy((person) -> assertThat(value(person, Resource.PEGAWAI, "nip")).isEqualTo(NIP));
	}

	@Test
	void appliesFunctionsInOrder() {
		assertThat(
				pegawai("", "noHp: {column: x, apply: [\"after::\", \"before:/\", digits]}", "noHp", "HP: 0811-22 / -"))
			.isEqualTo("081122");
		assertThat(
				pegawai("", "email: {column: x, apply: [\"split:;:2\", upper]}", "email", "a@b.example; c@d.example"))
			.isEqualTo("C@D.example".toUpperCase());
		assertThat(pegawai("", "email: {column: x, apply: [\"split:;:3\"]}", "email", "a; b")).isNull();
		assertThat(
				pegawai("", "gelarBelakang: {column: x, apply: [titles-back]}", "gelarBelakang", "Siti, S.Kom., M.Si"))
			.isEqualTo("S.Kom., M.Si");
	}

	@Test
	void makesSeveralEntriesOfAWideRowAndOnlyWhereTheirConditionsHold() {
		String yaml = HEAD + PEGAWAI + """
				      - to: golongan
				        when: [{column: gol, present: true}]
				        fields: {golongan: gol, tmtGolongan: tmt, nomorSk: {column: sk, default: "-"}}
				      - to: golongan
				        when: [{column: gol2, present: true}, {column: sk2, not-in: [batal]}]
				        fields: {golongan: gol2, tmtGolongan: tmt2, nomorSk: sk2}
				""";
		MappingFixture fixture = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk", "gol", "tmt", "sk", "gol2", "tmt2", "sk2")
			.person(NIP, "III/a", "2015-04-01", null, "III/b", "2019-04-01", "Batal");
		assertThat(fixture.only().entries()).extracting((entry) -> entry.resource().resourceName())
			.containsExactly("pegawai", "golongan");
		assertThat(value(fixture.only(), Resource.GOLONGAN, "nomorSk")).isEqualTo("-");
	}

	@Test
	void namesDatasetsWithTheColumnsItUses() {
		MappingFixture fixture = mapping("", "email: {coalesce: [EMAIL, {column: Nama}]}");
		assertThat(fixture.mapping().datasets())
			.containsExactly(new Dataset("pegawai", "", "nip", List.of("nip", "nama", "tgl", "jk", "EMAIL"), true, 1));
		assertThat(fixture.mapping().instansi()).isEqualTo("16.71");
		assertThat(fixture.mapping().file()).isEqualTo("mappings/16.71-uji.yaml");
		assertThat(fixture.mapping().hash()).matches("[0-9a-f]{64}");
	}

	private MappingFixture mapping(String head, String field) {
		return MappingFixture.mapping(this.folder,
				HEAD + head + PEGAWAI + (field.isEmpty() ? "" : "          " + field + "\n"));
	}

	/** The value that one more field of pegawai takes from columns x and y. */
	private Object pegawai(String head, String field, String name, String... xy) {
		String[] values = Arrays.copyOf(xy, 2);
		MappingFixture fixture = mapping(head, field).columns("pegawai", "nip", "nama", "tgl", "jk", "x", "y")
			.person(NIP, values);
		assertThat(rules(fixture.only())).isEmpty();
		return value(fixture.only(), Resource.PEGAWAI, name);
	}

	private Object golongan(String field, String name, String... xy) {
		String rest = field.startsWith("golongan:") ? "" : "golongan: {value: III/a}, ";
		return other(Resource.GOLONGAN,
				"{" + rest + "tmtGolongan: {value: 2015-04-01}, nomorSk: {value: SK-1}, " + field + "}", name, xy);
	}

	private Object credit(String spec, String x) {
		return other(Resource.ANGKA_KREDIT, CREDIT + "kreditTotal: " + spec + "}", "kreditTotal", x);
	}

	private Object flag(String spec, String x) {
		return other(Resource.ANGKA_KREDIT, CREDIT + "kreditTotal: {value: 2}, integrasi: " + spec + "}", "integrasi",
				x);
	}

	private Object other(Resource resource, String fields, String name, String... xy) {
		String yaml = HEAD + PEGAWAI + "      - {to: " + resource + ", fields: " + fields + "}\n";
		MappingFixture fixture = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk", "x", "y")
			.person(NIP, Arrays.copyOf(xy, 2));
		assertThat(rules(fixture.only())).isEmpty();
		return value(fixture.only(), resource, name);
	}

}
