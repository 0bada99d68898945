package id.simpul.pegawai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** The reference codes: well formed, unambiguous, and the ids that the registry has. */
class KodeFilesTest {

	private static final Path FOLDER = Path.of("mappings/kode");

	private static final CodeLists CODES = CodeLists.bundled();

	static Stream<Path> files() throws IOException {
		return Files.list(FOLDER).sorted();
	}

	@ParameterizedTest
	@MethodSource("files")
	void saysWhatListItIsHowOldAndWhoseCodesTheyAre(Path path) {
		Map<String, Object> file = read(path);
		assertThat(file).containsOnlyKeys("daftar", "versi", "sumber", "kode");
		assertThat(path).hasFileName(file.get("daftar") + ".yaml");
		assertThat((String) file.get("versi")).matches("\\d{4}-\\d{2}-\\d{2}");
		assertThat((String) file.get("sumber")).isNotBlank();
		assertThat(rows(path)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void givesEveryCodeAnIdAndANameOfItsOwn(Path path) {
		assertThat(rows(path)).allSatisfy((row) -> {
			assertThat(row.get("id")).as("quoted, so that 05 stays 05").isInstanceOf(String.class);
			assertThat((String) row.get("nama")).isNotBlank();
			assertThat(row.values()).noneMatch((value) -> value == null || value instanceof Number);
		});
		assertThat(rows(path)).extracting((row) -> row.get("id")).doesNotHaveDuplicates();
		assertThat(rows(path)).extracting((row) -> row.get("nama")).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("files")
	void letsNoSpellingMeanTwoCodes(Path path) {
		Map<String, String> meanings = new HashMap<>();
		for (Map<String, Object> row : rows(path)) {
			for (String spelling : spellings(row)) {
				assertThat(meanings.putIfAbsent(spelling, (String) row.get("id"))).as(spelling).isNull();
			}
		}
		assertThat(meanings).hasSizeGreaterThanOrEqualTo(rows(path).size());
	}

	@ParameterizedTest
	@MethodSource("files")
	void findsEverySpellingAgain(Path path) {
		CodeList list = CODES.get(name(path));
		for (Map<String, Object> row : rows(path)) {
			for (String spelling : spellings(row)) {
				assertThat(list.resolve("  " + spelling.toUpperCase(Locale.ROOT) + " ")).as(spelling)
					.contains((String) row.get("id"));
			}
		}
	}

	@Test
	void isAListForEveryFieldThatWantsOne() throws IOException {
		Set<String> names = files().map(KodeFilesTest::name).collect(Collectors.toSet());
		Set<String> wanted = Arrays.stream(Resource.values())
			.flatMap((resource) -> resource.fields().stream())
			.map(Field::codeList)
			.filter((list) -> list != null)
			.collect(Collectors.toSet());
		assertThat(wanted).isSubsetOf(names).allSatisfy((name) -> assertThat(CODES.has(name)).isTrue());
		names.removeAll(wanted);
		assertThat(names).containsExactlyInAnyOrder("provinsi", "wilayah-sumsel");
	}

	/** Section 5 of the contract. */
	@ParameterizedTest
	@CsvSource({ "jenis-jabatan, 1 2 3 4", "eselon, 00 10 11 12 21 22 31 32 41 42 51 52 99", "jenis-kelamin, M F",
			"agama, 1 2 3 4 5 6 7", "jenis-kawin, 1 2 3 4",
			"tingkat-pendidikan, 05 10 12 15 17 18 20 25 30 35 40 42 45 47 49 50",
			"kedudukan-hukum, 01 02 03 04 05 06 07 08 09 11 12 13 14 15 16 20 51 52 66 67 68 69 70 71 72 73 77 88 89 90"
					+ " 91 92 98 99",
			"jenis-pegawai, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
			"jenis-diklat, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25",
			"latihan-struktural, 1 2 3 4 5 6 7 8",
			"jenis-hukuman, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 21 22 23 24 25 27 28", "tingkat-hukuman, R S B",
			"rating-kinerja, 1 2 3", "predikat-kinerja, 1 2 3 4 5", "jenis-mutasi, MJ MU",
			"jenis-penugasan, D PLT PLH PJ TT", "jenjang-jf, PM TR MH PY PT MU MA UT XX",
			"jenis-kp, 101 201 202 203 204 205 206 207 208 209 210 211",
			"jenis-penghargaan, 100 101 102 103 104 105 106 107 108 109 110 111 112 201 202 203 204 300 301 302 303 304"
					+ " 305 306 307 308 309 310 400",
			"golongan, 11 12 13 14 21 22 23 24 31 32 33 34 41 42 43 44 45 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14"
					+ " P15 P16 P17" })
	void hasTheIdsOfTheRegistryAndNoOthers(String list, String ids) {
		assertThat(CODES.get(list).codes()).extracting(Kode::id).containsExactlyInAnyOrder(ids.split(" "));
	}

	@ParameterizedTest
	@CsvSource({ "jenis-hukuman, 1 2 3 21 22, tingkat, R", "jenis-hukuman, 4 5 6 7 8 23 24 25, tingkat, S",
			"jenis-hukuman, 9 10 11 12 13 14 27 28, tingkat, B", "jenis-diklat, 2, sertifikat, F",
			"jenis-diklat, 4 7 9, sertifikat, P",
			"jenis-diklat, 1 3 5 6 8 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25, sertifikat, T",
			"kedudukan-hukum, 71 72 73, skema, PPPK", "kedudukan-hukum, 01 03 71, aktif, ya",
			"eselon, 10 11 12 21 22, bup, 60", "eselon, 00 31 32 41 42 51 52 99, bup, 58",
			"jenjang-jf, PM TR MH PY PT MU XX, bup, 58", "jenjang-jf, MA, bup, 60", "jenjang-jf, UT, bup, 65" })
	void saysOfExactlyTheseWhatRulesWantToKnow(String list, String ids, String attribute, String value) {
		assertThat(CODES.get(list).codes()).filteredOn((code) -> code.attribute(attribute).equals(value))
			.extracting(Kode::id)
			.containsExactlyInAnyOrder(ids.split(" "));
	}

	@Test
	void numbersTheRanksOfPnsInThreeWays() {
		CodeList list = CODES.get("golongan");
		List<String> ranks = list.codes().stream().filter((code) -> is(code, "PNS")).map(Kode::id).toList();
		assertThat(ranks).hasSize(17);
		for (int i = 0; i < 17; i++) {
			Kode code = list.get(ranks.get(i));
			assertThat(code.attribute("lokal")).isEqualTo(String.valueOf(i + 1));
			assertThat(code.attribute("kemendagri")).isEqualTo("1" + code.id());
			assertThat(list.resolveBy("lokal", String.valueOf(i + 1))).contains(code.id());
			assertThat(list.resolveBy("kemendagri", "1" + code.id())).contains(code.id());
			assertThat(Golongan.parse(code.id()).orElseThrow().step()).isEqualTo(i + 1);
		}
		assertThat(list.resolveBy("lokal", "18")).isEmpty();
		assertThat(list.resolve("111")).as("only who asks for that numbering gets it").isEmpty();
		assertThat(list.resolve("9")).as("III/a of a local system, or IX of a payroll").isEmpty();
	}

	@Test
	void keepsTheRanksOfPppkApart() {
		CodeList list = CODES.get("golongan");
		List<Kode> ranks = list.codes().stream().filter((code) -> is(code, "PPPK")).toList();
		assertThat(ranks).extracting(Kode::nama)
			.containsExactly("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
					"XV", "XVI", "XVII");
		assertThat(ranks).extracting(Kode::id)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 17).mapToObj((step) -> "P" + step).toList());
		assertThat(ranks).allSatisfy((code) -> {
			assertThat(code.attribute("lokal")).isEmpty();
			assertThat(code.attribute("kemendagri")).isEmpty();
		});
		assertThat(list.resolve("IX")).contains("P9");
		assertThat(list.resolve("III/a")).contains("31");
	}

	/**
	 * BPS numbers five of the seventeen otherwise: figures of one would reach another.
	 */
	@ParameterizedTest
	@CsvSource({ "16.08, Timur, 1609", "16.09, Selatan, 1608", "16.72, Pagar Alam, 1673", "16.73, Lubuk Linggau, 1674",
			"16.74, Prabumulih, 1672" })
	void doesNotTakeBpsCodesForThoseOfKemendagri(String id, String name, String bps) {
		CodeList list = CODES.get("wilayah-sumsel");
		assertThat(list.get(id).nama()).endsWith(name);
		assertThat(list.get(id).attribute("bps")).isEqualTo(bps);
		assertThat(list.resolveBy("bps", bps)).contains(id);
		assertThat(list.resolve(bps)).as("a BPS code is no code of this list").isEmpty();
	}

	@Test
	void differsFromBpsInExactlyFive() {
		CodeList list = CODES.get("wilayah-sumsel");
		assertThat(list.codes()).hasSize(18);
		assertThat(list.codes()).filteredOn((code) -> !code.attribute("bps").equals(code.id().replace(".", "")))
			.extracting(Kode::id)
			.containsExactly("16.08", "16.09", "16.72", "16.73", "16.74");
		assertThat(list.codes()).extracting((code) -> code.attribute("bps")).doesNotHaveDuplicates();
	}

	@Test
	void knowsAllThirtyEightProvinces() {
		assertThat(CODES.get("provinsi").codes()).hasSize(38)
			.extracting((code) -> code.attribute("bps"))
			.doesNotHaveDuplicates();
	}

	private static boolean is(Kode code, String scale) {
		return code.attribute("skema").equals(scale);
	}

	/** Code, name and aliases, as they are looked up. */
	@SuppressWarnings("unchecked")
	private static Set<String> spellings(Map<String, Object> row) {
		return Stream
			.of(List.of((String) row.get("id"), (String) row.get("nama")),
					(List<String>) row.getOrDefault("alias", List.of()))
			.flatMap(Collection::stream)
			.map((text) -> text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	private static String name(Path path) {
		return path.getFileName().toString().replace(".yaml", "");
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> rows(Path path) {
		return (List<Map<String, Object>>) read(path).get("kode");
	}

	private static Map<String, Object> read(Path path) {
		try {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
