package id.simpul.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The ledger: every write, in order, and the way back to what was held when the registry
 * starts again.
 */
class LedgerTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void place() {
		this.file = this.folder.resolve("registri/buku-besar.jsonl");
	}

	private Office open() {
		return Office.open(this.folder, this.file);
	}

	/** Another process, since within one the JDK itself keeps the book. */
	@Test
	void nobodyElseCanWriteToItWhileARegistryRuns() throws IOException, InterruptedException {
		Path other = Files.writeString(this.folder.resolve("Lain.java"), """
				class Lain {
					public static void main(String[] args) throws Exception {
						try (var file = new java.io.RandomAccessFile(args[0], "rw")) {
							System.exit(file.getChannel().tryLock() == null ? 7 : 0);
						}
					}
				}
				""");
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessBuilder tries = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", other.toString(),
				this.file.toString());
		try (Office office = open()) {
			assertThat(office.registry().writes()).isZero();
			assertThat(tries.start().waitFor()).isEqualTo(7);
		}
		assertThat(tries.start().waitFor()).isZero();
	}

	@Test
	void holdsTheSameAfterARestart() {
		Map<String, Object> before;
		List<Map<String, Object>> positions;
		List<LedgerEntry> ledger;
		try (Office office = open()) {
			office.registry().row(Office.PNS_ID, "golongan", Map.of("id", "g1", "golonganId", "34"));
			office.registry().reference("jabatan-fungsional-umum", Map.of("id", "JFU1", "nama", "Pengelola Data"));
			office.post("/jabatan/unorjabatan/save", SavesTest.jabatan());
			office.post("/jabatan/unorjabatan/save", SavesTest.jabatan("tmtJabatan", "salah"));
			String id = office.post("/jabatan/save", SavesTest.jabatan())
				.json()
				.path("mapData")
				.path("rwJabatanId")
				.asString();
			office.delete("/jabatan/delete/" + id);
			office.post("/pns/data-utama-update", Map.of("pns_orang_id", Office.PNS_ID, "alamat", "Jalan Contoh 1"));
			office.get("/pns/data-utama-jabatansync?pns_orang_id=" + Office.PNS_ID);
			before = office.registry().rows(Office.PNS_ID, "data-utama").get(0);
			positions = office.registry().rows(Office.PNS_ID, "jabatan");
			ledger = office.registry().ledger();
		}
		assertThat(positions).hasSize(1);
		assertThat(ledger).hasSize(6).extracting(LedgerEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
		try (Registry again = Registry.open(this.file)) {
			assertThat(again.isEmpty()).isFalse();
			assertThat(again.rows(Office.PNS_ID, "data-utama")).containsExactly(before);
			assertThat(again.rows(Office.PNS_ID, "jabatan")).isEqualTo(positions);
			assertThat(again.rows(Office.PNS_ID, "golongan")).hasSize(1);
			assertThat(again.ledger()).isEqualTo(ledger);
			assertThat(again.references().isUnknown("jabatan-fungsional-umum", "lain")).isTrue();
		}
	}

	@Test
	void goesOnCountingAfterARestart() {
		try (Office office = open()) {
			office.post("/jabatan/save", SavesTest.jabatan());
		}
		try (Office office = open()) {
			office.post("/jabatan/save", SavesTest.jabatan());
			assertThat(office.registry().ledger()).extracting(LedgerEntry::seq).containsExactly(1L, 2L);
			assertThat(office.registry().rows(Office.PNS_ID, "jabatan")).hasSize(2);
		}
	}

	@Test
	void seedsTheSameTwiceToNoEffect() throws IOException {
		Map<String, Object> row = Map.of("skNomor", "KEP/1", "hargaId", "201");
		try (Office office = open()) {
			office.registry().row(Office.PNS_ID, "penghargaan", row);
		}
		long size = Files.size(this.file);
		try (Office office = open()) {
			office.registry().row(Office.PNS_ID, "penghargaan", row);
			assertThat(office.registry().rows(Office.PNS_ID, "penghargaan")).hasSize(1);
			assertThat(office.registry().people(Office.PALEMBANG)).isEqualTo(1);
		}
		assertThat(Files.size(this.file)).isEqualTo(size);
	}

	@Test
	void isEmptyWhenItIsNew() {
		try (Registry registry = Registry.open(this.file)) {
			assertThat(registry.isEmpty()).isTrue();
			assertThat(registry.writes()).isZero();
		}
	}

	@Test
	void notesWhatWasAskedAndAnswered() {
		try (Office office = open()) {
			office.post("/skp22/save", Map.of("pnsDinilaiOrang", Office.PNS_ID, "tahun", 2024));
			LedgerEntry entry = office.registry().ledger().get(0);
			assertThat(entry.instansi()).isEqualTo(Office.PALEMBANG);
			assertThat(entry.resource()).isEqualTo("kinerja");
			assertThat(entry.pnsId()).isEqualTo(Office.PNS_ID);
			assertThat(entry.isSaved()).isTrue();
			assertThat(entry.payload()).containsEntry("tahun", 2024);
			assertThat(entry.answer()).containsEntry("mapData", entry.id());
		}
	}

	@Test
	void missesNoWriteAndNumbersEachOnceWhenManyCallAtOnce() {
		try (Office office = open()) {
			List<Integer> answers = IntStream.range(0, 200)
				.parallel()
				.mapToObj((i) -> office.post("/jabatan/save", SavesTest.jabatan("nomorSk", "SK/" + i)).status())
				.toList();
			assertThat(answers).hasSize(200).containsOnly(200);
			assertThat(office.registry().rows(Office.PNS_ID, "jabatan")).hasSize(200);
		}
		try (Registry again = Registry.open(this.file)) {
			assertThat(again.ledger()).extracting(LedgerEntry::seq)
				.isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
			assertThat(again.rows(Office.PNS_ID, "jabatan")).hasSize(200);
		}
	}

	@Test
	void forgetsALineThatWasCutOff() throws IOException {
		try (Office office = open()) {
			office.post("/jabatan/save", SavesTest.jabatan());
		}
		Files.writeString(this.file, "{\"kind\":\"write\",\"seq\":2,\"ti", StandardOpenOption.APPEND);
		try (Office office = open()) {
			office.post("/jabatan/save", SavesTest.jabatan());
		}
		try (Registry again = Registry.open(this.file)) {
			assertThat(again.ledger()).hasSize(2);
		}
	}

	@Test
	void namesTheLineThatIsBroken() throws IOException {
		Files.createDirectories(this.file.getParent());
		Files.writeString(this.file, "{\"kind\":\"apa\"}\n");
		assertThatThrownBy(() -> Registry.open(this.file)).isInstanceOf(LedgerFault.class)
			.hasMessageContaining("Line 1");
	}

	@Test
	void isNotSharedByTwoRegistries() {
		try (Registry registry = Registry.open(this.file)) {
			assertThat(registry.isEmpty()).isTrue();
			assertThatThrownBy(() -> Registry.open(this.file)).isInstanceOf(LedgerFault.class);
		}
	}

}
