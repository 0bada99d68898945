package id.simpul.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static id.simpul.mapping.MappingFixture.CODES;
import static id.simpul.mapping.MappingFixture.HEAD;
import static id.simpul.mapping.MappingFixture.PANGKAT;
import static id.simpul.mapping.MappingFixture.PEGAWAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every mistake an author can make is told with its place; the sign § marks the place in
 * the texts below.
 */
class MappingProblemsTest {

	private static final String FIELD = "          ";

	@TempDir
	Path folder;

	@Test
	void refusesDoubleKeys() {
		tells(HEAD + "§schema: 1\n" + PEGAWAI, "Kunci \"schema\" tertulis dua kali (pertama pada baris 2)");
		tells(HEAD + PEGAWAI + FIELD + "§nama: gelar\n", "Kunci \"nama\" tertulis dua kali (pertama pada baris 11)");
	}

	@Test
	void suggestsTheNearestKeyForAnUnknownOne() {
		tells(HEAD + "§nul-tokens: [\"\"]\n" + PEGAWAI,
				"\"nul-tokens\" tidak dikenal di sini; mungkin maksudnya \"null-tokens\"");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, §aply: [lower]}\n", "mungkin maksudnya \"apply\"");
		tells(HEAD + PEGAWAI.replace("    key: nip", "    key: nip\n    §aktif: []"), "\"aktif\" tidak dikenal");
		tells(HEAD + PEGAWAI + PANGKAT.replace("        fields", "        §whenever: 1\n        fields"),
				"pilihannya: to, when, fields");
	}

	@Test
	void refusesValuesOfTheWrongKind() {
		tells(HEAD + "dates: §yyyy-MM-dd\n" + PEGAWAI, "Isi \"dates\" harus berupa daftar");
		tells(HEAD + PEGAWAI.replace("main: true", "main: §\"true\""), "harus true atau false, tanpa tanda kutip",
				"Entri pegawai hanya dibuat dari dataset utama");
		tells(HEAD + PEGAWAI.replace("key: nip", "key: §[nip]"), "\"key\" harus berupa satu teks, bukan daftar");
		tells(HEAD + PEGAWAI.replace("key: nip", "key: nip\n    header: §satu"), "\"header\" harus bilangan bulat");
		tells(HEAD + "datasets:§ \n", "harus ada pasangan \"kunci: nilai\", bukan kosong");
		tells(HEAD + PEGAWAI + FIELD + "email: §[x]\n", "harus ada pasangan \"kunci: nilai\", bukan daftar");
		tells(HEAD + PEGAWAI + FIELD + "email: {coalesce: §[]}\n", "Daftar \"coalesce\" masih kosong");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: §[x]}\n", "Nama kolom harus berupa satu teks");
		tells(HEAD + PEGAWAI + FIELD + "email: §\"\"\n", "Nama kolom masih kosong");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, codes: {§[a]: b}}\n", "Kunci harus berupa teks");
	}

	@Test
	void refusesFieldsTheSchemaLacks() {
		tells(HEAD + PEGAWAI + FIELD + "§tglahir: x\n",
				"Field \"tglahir\" tidak ada pada pegawai; mungkin maksudnya \"tglLahir\"");
		tells(HEAD + PEGAWAI + PANGKAT.replace("to: golongan", "to: §golngan"),
				"Jenis entri \"golngan\" tidak ada pada skema bersama; mungkin maksudnya \"golongan\"");
	}

	@Test
	void refusesRecordsWithoutARequiredField() {
		tells(HEAD + PEGAWAI + PANGKAT.replace("to: golongan", "to: §golongan").replace("          nomorSk: sk\n", ""),
				"Field wajib \"nomorSk\" (Nomor SK) belum dipetakan");
	}

	@Test
	void wantsExactlyOneMainDataset() {
		tells(HEAD + PEGAWAI.replace("  pegawai:\n    main: true\n", "  §pegawai:\n"),
				"Belum ada dataset bertanda main: true");
		tells(HEAD + PEGAWAI.replace("  pegawai:\n    main: true\n", "  §pegawai:\n    main: false\n"),
				"Belum ada dataset bertanda main: true");
		tells(HEAD + PEGAWAI + PANGKAT.replace("    key", "    §main: true\n    key"),
				"Hanya satu dataset boleh bertanda main: true; yang pertama ada pada baris 5",
				"Dataset utama harus membuat entri pegawai");
		tells(HEAD + PEGAWAI + PANGKAT.replace("to: golongan", "to: §pegawai"),
				"Entri pegawai hanya dibuat dari dataset utama", "Field wajib", "Field \"golongan\" tidak ada",
				"Field \"tmtGolongan\"", "Field \"nomorSk\"");
		tells("§instansi: \"16.71\"\nschema: 1\n", "Kunci \"datasets\" belum ada");
	}

	@Test
	void wantsKeysAndRecords() {
		tells(HEAD + PEGAWAI
				+ "  pangkat:\n    §from: x\n    records: [{to: golongan, fields: {golongan: g, tmtGolongan: t,"
				+ " nomorSk: s}}]\n", "Kunci \"key\" belum ada");
		tells(HEAD + PEGAWAI + "  pangkat:\n    §key: nip\n", "Kunci \"records\" belum ada");
		tells(HEAD + PEGAWAI + "  pangkat:\n    key: nip\n    records: §[]\n", "Daftar \"records\" masih kosong");
		tells(HEAD + PEGAWAI + "  pangkat:\n    key: nip\n    records: [§{to: golongan}]\n",
				"Kunci \"fields\" belum ada");
		tells(HEAD + PEGAWAI + "  pangkat:\n    key: nip\n    records: [§{fields: {}}]\n", "Kunci \"to\" belum ada");
	}

	@Test
	void refusesUnknownCodeLists() {
		tells(HEAD + "codes: {jenkel: {\"1\": M}}\n" + PEGAWAI + FIELD + "agama: {column: x, codes: §jenkl}\n",
				"Daftar kode \"jenkl\" tidak ada di bawah codes; mungkin maksudnya \"jenkel\"");
		tells(HEAD + PEGAWAI + FIELD + "agama: {column: x, codes: §agamma/lokal}\n",
				"Daftar kode nasional \"agamma\" tidak ada");
		tells(HEAD + PEGAWAI + FIELD + "agama: {column: x, codes: §agama/lokal}\n",
				"tidak mempunyai atribut \"lokal\"");
		tells(HEAD + PEGAWAI + FIELD + "agama: {column: x, codes: §golongan/lokal}\n", "memakai daftar \"agama\"");
		tells(HEAD + "codes: {§a/b: {\"1\": M}}\n" + PEGAWAI, "tidak boleh memuat garis miring");
	}

	@Test
	void refusesMeaningsThatTheFieldDoesNotTake() {
		tells(HEAD + "codes: {j: {\"1\": §X}}\n"
				+ PEGAWAI.replace("jenisKelamin: jk", "jenisKelamin: {column: jk, codes: j}"),
				"Nilai \"X\" tidak cocok untuk field \"jenisKelamin\": tidak ada pada daftar jenis-kelamin");
		tells(HEAD + PEGAWAI + FIELD + "agama: {column: x, codes: {a: §Islamm}}\n", "Nilai \"Islamm\" tidak cocok");
	}

	@Test
	void refusesUnknownFunctions() {
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, apply: [§uper]}\n",
				"Fungsi \"uper\" tidak dikenal; mungkin maksudnya \"upper\"");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, apply: [§\"split:/\"]}\n",
				"harus berbentuk split:PEMISAH:URUTAN");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, apply: [§\"after:\"]}\n", "belum menyebut pemisahnya");
	}

	@Test
	void refusesUndefinedLookups() {
		tells(HEAD + "lookups: {m_agama: {from: a, key: b, value: c}}\n" + PEGAWAI + FIELD
				+ "agama: {column: x, lookup: §m_agam}\n",
				"Tabel acuan \"m_agam\" tidak ada di bawah lookups; mungkin maksudnya \"m_agama\"");
		tells(HEAD + PEGAWAI + FIELD + "agama: {column: x, lookup: §m}\n", "belum ada yang ditetapkan");
		tells(HEAD + "lookups: {m: §{from: a, key: b}}\n" + PEGAWAI, "Kunci \"value\" belum ada");
		tells(HEAD + "lookups: {§pegawai: {from: a, key: b, value: c}}\n" + PEGAWAI, "sudah dipakai sebuah dataset");
	}

	@Test
	void refusesDateFormsThatLeaveDoubt() {
		tells(HEAD + "dates: [yyyy-MM-dd, §dd-MM-yy]\n" + PEGAWAI, "tahun dua angka, sehingga abadnya tidak pasti");
		tells(HEAD + PEGAWAI + FIELD + "tmtPns: {column: x, dates: [§MMMM yyyy]}\n",
				"harus memuat tahun, bulan dan hari");
		tells(HEAD + "dates: [§dd-mmm-yyyy]\n" + PEGAWAI, "memuat \"mmm\" yang tidak dikenal");
	}

	@Test
	void refusesModifiersThatDoNotFitTheField() {
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, §dates: [yyyy-MM-dd]}\n",
				"\"dates\" tidak berlaku di sini: field \"email\" berisi teks, bukan tanggal");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, §decimal: comma}\n", "bukan bilangan");
		tells(HEAD + PEGAWAI + FIELD + "tmtPns: {column: x, §true-values: [y]}\n", "berisi tanggal, bukan ya/tidak");
		tells(HEAD + PEGAWAI + PANGKAT + FIELD + "masaKerjaTahun: {column: x, decimal: §koma}\n",
				"harus comma (1.234,5) atau point");
		tells(HEAD + PEGAWAI + FIELD + "tmtPns: {join: [{column: x, §dates: [yyyy-MM-dd]}, y]}\n",
				"bagian join selalu teks");
		tells(HEAD + PEGAWAI + FIELD + "email: {column: x, §with: a}\n", "hanya berlaku bersama join");
		tells(HEAD + PEGAWAI + FIELD + "email: {value: x, §apply: [upper]}\n", "\"apply\" tidak berlaku untuk value");
	}

	@Test
	void refusesConstantsThatDoNotFitTheField() {
		tells(HEAD + PEGAWAI + FIELD + "tmtPns: {value: §01-04-2010}\n", "tulis tanggal sebagai yyyy-MM-dd");
		tells(HEAD + PEGAWAI + FIELD + "agama: {column: x, default: §Islamm}\n", "tidak ada pada daftar agama");
		tells(HEAD + PEGAWAI + FIELD + "nik: {value: §\"123\"}\n", "susunannya harus ^[0-9]{16}$");
		tells(HEAD + PEGAWAI + FIELD + "email: {value: §\"\"}\n", "kosong; isi nilainya atau hapus");
		tells(HEAD + PEGAWAI + PANGKAT + FIELD + "masaKerjaTahun: {value: §10000}\n", "bilangan bulat 0 sampai 9999");
	}

	@Test
	void wantsExactlyOneSourceOfAValue() {
		tells(HEAD + PEGAWAI + FIELD + "email: §{column: x, value: y}\n", "tepat satu asal nilai");
		tells(HEAD + PEGAWAI + FIELD + "email: §{apply: [upper]}\n", "tepat satu asal nilai");
		tells(HEAD + PEGAWAI + FIELD + "email: §{}\n", "tepat satu asal nilai");
	}

	@Test
	void refusesConditionsAndBranchesThatAreNone() {
		tells(HEAD + PEGAWAI.replace("    key", "    active: [§{column: a}]\n    key"),
				"Syarat berisi column dan tepat satu");
		tells(HEAD + PEGAWAI.replace("    key", "    active: [§{in: [a]}]\n    key"),
				"Syarat berisi column dan tepat satu");
		tells(HEAD + PEGAWAI.replace("    key", "    active: [{column: a, in: §[]}]\n    key"),
				"Daftar \"in\" masih kosong");
		tells(HEAD + PEGAWAI.replace("    key", "    active: [{column: a, present: §ada}]\n    key"),
				"true atau false");
		tells(HEAD + PEGAWAI + FIELD + "email: {switch: [§{then: x}]}\n",
				"Cabang switch berisi when dan then, atau hanya else");
		tells(HEAD + PEGAWAI + FIELD + "email: {switch: [{§else: x}, {when: [{column: a, in: [b]}], then: y}]}\n",
				"Cabang else harus yang terakhir");
	}

	@Test
	void refusesColumnNamesWhereTheFileHasNone() {
		tells(HEAD + PEGAWAI
				+ PANGKAT.replace("    key: nip", "    header: 0\n    key: A")
					.replace("gol\n", "B\n")
					.replace("tmtGolongan: tmt", "tmtGolongan: C")
					.replace("nomorSk: sk", "nomorSk: §nomor_sk"),
				"kolom bernama A, B, C");
	}

	@Test
	void holdsTheFileToItsName() {
		tells(HEAD.replace("\"16.71\"", "§\"16.72\"") + PEGAWAI, "tidak sama dengan kode pada nama berkas, 16.71");
		tells("§schema: 1\n" + PEGAWAI, "Kunci \"instansi\" belum ada");
		tells(HEAD.replace("schema: 1", "schema: §2") + PEGAWAI, "Versi skema \"2\" tidak dikenal");
		assertThat(problems("palembang.yaml", HEAD + PEGAWAI)).singleElement().satisfies((problem) -> {
			assertThat(problem.line()).isZero();
			assertThat(problem.message()).contains("16.71-palembang.yaml");
		});
	}

	@Test
	void tellsWhereTheYamlIsBroken() {
		tells(HEAD + "datasets:\n  §\tpegawai: 1\n", "Lekukan memakai tab");
		tells(HEAD + "dates: [a, b\ncodes§: {}\n", "Susunan YAML rusak di sini");
		tells(HEAD + "codes: &a {x: {\"1\": M}}\nlookups: §*a\n", "Alias YAML");
		tells("§", "Berkas masih kosong");
		tells("instansi: §\u0007x\n", "huruf kendali");
	}

	@Test
	void tellsWhereTheFileIsNotUtf8() throws IOException {
		Path file = MappingFixture.file(this.folder, "16.71-uji.yaml", "");
		Files.write(file, (HEAD + "# caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
		assertThat(refused(file).problems()).containsExactly(new Problem("mappings/16.71-uji.yaml", 3, 6,
				"Huruf di sini tidak tersimpan sebagai UTF-8; simpan ulang berkas dengan UTF-8."));
	}

	@Test
	void tellsWhenThereIsNoFile() {
		assertThat(refused(this.folder.resolve("mappings/16.71-uji.yaml")).problems()).singleElement()
			.extracting(Problem::message)
			.asString()
			.startsWith("Berkas tidak dapat dibaca");
	}

	@Test
	void tellsEverythingAtOnceInTheOrderOfTheFileUpToFifty() {
		StringBuilder fields = new StringBuilder();
		for (int i = 0; i < 70; i++) {
			fields.append(FIELD).append("salah").append(i).append(": x\n");
		}
		List<Problem> problems = problems("16.71-uji.yaml", "salah: 1\n" + HEAD + PEGAWAI + fields);
		assertThat(problems).hasSize(50).extracting(Problem::line).isSorted().startsWith(1, 17, 18);
		assertThat(problems.get(0)).hasToString("mappings/16.71-uji.yaml:1:1: " + problems.get(0).message());
	}

	/**
	 * The file has a problem at the marked place that says this; others only where they
	 * are announced.
	 */
	private void tells(String marked, String message, String... others) {
		int at = marked.indexOf('§');
		String before = marked.substring(0, at);
		int line = (int) before.chars().filter((c) -> c == '\n').count() + 1;
		int column = at - before.lastIndexOf('\n');
		List<Problem> problems = problems("16.71-uji.yaml", marked.replace("§", ""));
		assertThat(problems).as("%s", problems)
			.anySatisfy((problem) -> assertThat(problem.toString())
				.startsWith("mappings/16.71-uji.yaml:" + line + ":" + column + ": ")
				.contains(message));
		assertThat(problems).filteredOn((problem) -> !problem.message().contains(message))
			.allSatisfy(
					(problem) -> assertThat(List.of(others)).anyMatch((other) -> problem.message().contains(other)));
	}

	private List<Problem> problems(String name, String yaml) {
		return refused(MappingFixture.file(this.folder, name, yaml)).problems();
	}

	private static MappingRefused refused(Path file) {
		MappingRefused refused = catchThrowableOfType(MappingRefused.class, () -> MappingFile.load(file, CODES));
		assertThat(refused).isNotNull();
		return refused;
	}

}
