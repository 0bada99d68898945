package id.simpul.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.demo.Expected.Books;
import id.simpul.mapping.MappingFile;
import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Nik;
import id.simpul.pegawai.Nip;
import id.simpul.pegawai.Resource;
import id.simpul.source.InstansiList;
import id.simpul.source.Run;
import id.simpul.source.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The province itself: always the same, its figures sound, its sources readable and
 * changeable.
 */
class DemoProvinceTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static final DemoProvince PROVINCE = DemoProvince.of(1672, 20, TODAY);

	@TempDir
	static Path data;

	@BeforeAll
	static void writeSources() {
		PROVINCE.writeSources(data);
	}

	@Test
	void isInventedFromAnySeed() {
		for (long seed = 0; seed < 300; seed++) {
			assertThat(DemoProvince.of(seed * 7919, 20 + (int) (seed % 3) * 20, LocalDate.of(2026, 11, 24))
				.expected()
				.instansi()).as("seed %d", seed * 7919).hasSize(18);
		}
	}

	@Test
	void theSameSeedAndDayGiveTheSameProvince() {
		DemoProvince again = DemoProvince.of(1672, 20, TODAY);

		assertThat(again.expected()).isEqualTo(PROVINCE.expected());
		assertThat(again.registry().toList()).isEqualTo(PROVINCE.registry().toList());
	}

	@Test
	void anotherSeedGivesOtherPeople() {
		DemoProvince other = DemoProvince.of(7, 20, TODAY);

		assertThat(other.registry().map((person) -> person.dataUtama().get("nama")).toList())
			.isNotEqualTo(PROVINCE.registry().map((person) -> person.dataUtama().get("nama")).toList());
	}

	@Test
	void theBooksOfEveryInstansiClose() {
		assertThat(PROVINCE.expected().instansi()).hasSize(18).allSatisfy((kode, books) -> {
			assertThat(books.read()).isEqualTo(books.accepted() + books.rejected() + books.duplicate());
			assertThat(books.accepted()).isEqualTo(
					books.adopted() + books.creates() + books.updates() + books.refused() + books.worklistTotal());
		});
	}

	/** A fault is one person: more people bring more entries and not one more finding. */
	@Test
	void theNumberOfFindingsDoesNotDependOnTheNumberOfPeople() {
		Expected larger = DemoProvince.of(1672, 90, TODAY).expected();

		PROVINCE.expected()
			.instansi()
			.forEach((kode, books) -> assertThat(larger.of(kode).findings()).as(kode).isEqualTo(books.findings()));
	}

	@Test
	void mostIsAtTheRegistryAlreadyAndSomeIsNot() {
		Expected expected = DemoProvince.of(1672, 200, TODAY).expected();
		long accepted = sum(expected, "accepted");

		assertThat(sum(expected, "adopted") * 100 / accepted).isBetween(80L, 92L);
		assertThat(sum(expected, "writes")).isBetween(4_000L, 8_000L);
		assertThat(expected.instansi().values().stream().flatMap((books) -> books.worklist().keySet().stream()))
			.contains("BEDA_GOLONGAN", "BEDA_PENDIDIKAN", "BEDA_KINERJA", "BEDA_IDENTITAS", "JAB_UNOR_KOSONG",
					"TIDAK_DIKENAL_SIASN");
	}

	private static long sum(Expected expected, String what) {
		return expected.instansi().values().stream().mapToLong((books) -> switch (what) {
			case "accepted" -> books.accepted();
			case "adopted" -> books.adopted();
			default -> books.writes();
		}).sum();
	}

	@Test
	void nobodyAtTheRegistryHasTheNumberOfSomebodyElse() {
		List<String> nips = new ArrayList<>();
		Map<String, Integer> niks = new HashMap<>();
		Set<String> ids = new TreeSet<>();
		DemoProvince.of(1672, 300, TODAY).registry().forEach((person) -> {
			nips.add((String) person.dataUtama().get("nipBaru"));
			niks.merge((String) person.dataUtama().get("nik"), 1, Integer::sum);
			ids.add((String) person.dataUtama().get("id"));
		});

		assertThat(nips).doesNotHaveDuplicates().hasSizeGreaterThan(5_000);
		assertThat(ids).hasSameSizeAs(nips);
		// the two planted ones of 16.06 share one
		assertThat(niks.values().stream().filter((count) -> count > 1)).containsExactly(2);
	}

	@Test
	void numbersAtTheRegistryAreTrue() {
		PROVINCE.registry().map(SeedPerson::dataUtama).forEach((person) -> {
			assertThat(Nip.parse((String) person.get("nipBaru"))).isPresent();
			assertThat(Nik.parse((String) person.get("nik"))).isPresent();
		});
	}

	@Test
	void refusesAProvinceTooSmallForItsFaults() {
		assertThatIllegalArgumentException().isThrownBy(() -> DemoProvince.of(1, 19, TODAY));
	}

	@Test
	void everySenderIsListedWithItsOwnCode() {
		InstansiList listed = InstansiList.load(Path.of("config/instansi.yaml"));

		assertThat(listed.all()).extracting((one) -> one.kode())
			.containsExactlyElementsOf(PROVINCE.expected().instansi().keySet());
		// the Kemendagri code is not the BPS code: five differ
		assertThat(listed.all().stream().filter((one) -> !one.bps().equals(one.kode().replace(".", "")))).hasSize(5);
		assertThat(listed.all()).extracting((one) -> one.petak()).doesNotHaveDuplicates();
	}

	@Test
	void anybodyCanReadWhatTheReadingAccountMaySee() throws IOException, SQLException {
		String password = Files.readString(data.resolve("rahasia/16.71/sumber")).strip();
		try (Connection connection = DriverManager
			.getConnection("jdbc:h2:file:" + data.resolve("sumber/16.71") + ";IFEXISTS=TRUE", "pembaca", password);
				ResultSet rows = connection.createStatement().executeQuery("select count(*) from \"tb_01\"")) {
			rows.next();

			assertThat(rows.getLong(1)).isEqualTo(20);
			assertThat(PROVINCE.expected().of("16.71").rows().get("tb_01").total()).isEqualTo(20);
		}
		assertThat(Files.readAllLines(data.resolve("masuk/16.09/pegawai_ekspor.csv"))).hasSize(21);
	}

	@Test
	void writingAgainGivesTheSameFiles() throws IOException {
		byte[] first = Files.readAllBytes(data.resolve("masuk/16.73/kursus_ekspor.csv"));
		PROVINCE.writeSources(data);

		assertThat(Files.readAllBytes(data.resolve("masuk/16.73/kursus_ekspor.csv"))).isEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "16.71", "16.03", "16.74", "16.72", "16.05", "16.11", "16.08", "16.73" })
	void anEditChangesExactlyOneEntryAndIsTakenBackByTheNext(String kode) throws IOException {
		Map<String, byte[]> before = documents(kode);
		Edit edit = PROVINCE.edit(data, kode);
		Map<String, byte[]> after = documents(kode);

		assertThat(after.keySet()).isEqualTo(before.keySet());
		assertThat(after.keySet().stream().filter((key) -> !Arrays.equals(before.get(key), after.get(key))))
			.containsExactly(edit.kunci());
		List<Entry> old = Document.parse(before.get(edit.kunci())).entries();
		List<Entry> now = Document.parse(after.get(edit.kunci())).entries();
		assertThat(now).filteredOn((entry) -> !old.contains(entry)).singleElement().satisfies((entry) -> {
			assertThat(entry.resource().resourceName()).isEqualTo(edit.resource());
			Field field = Resource.PEGAWAI.field(edit.field());
			assertThat(entry.with(field, old.get(0).value(field))).isEqualTo(old.get(0));
		});

		PROVINCE.edit(data, kode);
		assertThat(documents(kode)).allSatisfy((key, json) -> assertThat(json).isEqualTo(before.get(key)));
	}

	private Map<String, byte[]> documents(String kode) throws IOException {
		MappingFile mapping = SourcesOfRoutes.mapping(kode);
		Map<String, byte[]> documents = new HashMap<>();
		try (Source.Batches batches = SourcesOfRoutes.source(data, kode)
			.open(new Run(1, kode, TODAY, mapping.datasets()))) {
			while (batches.hasNext()) {
				mapping.apply(batches.next())
					.people()
					.stream()
					.filter((person) -> !person.entries().isEmpty())
					.forEach((person) -> documents.put(person.kunci(), Document.of(person.entries()).json()));
			}
		}
		return documents;
	}

	@Test
	void theBooksOfTheFailedOneAreEmpty() {
		Books books = PROVINCE.expected().of("16.13");

		assertThat(books.failure()).isEqualTo("BERKAS_RUSAK");
		assertThat(books.rowsRead() + books.read() + books.writes()).isZero();
	}

}
