package id.simpul.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

	/**
	 * Killed in the middle of many saves: what was answered is in the book, each once.
	 */
	@Test
	void holdsEverySaveThatWasAnsweredBeforeItWasKilled() {
		Set<String> answered = ConcurrentHashMap.newKeySet();
		for (int round = 1; round <= 3; round++) {
			int enough = round * 150;
			try (OtherProcess other = OtherProcess.start(this.folder, this.file)) {
				Office office = Office.calling(other.baseUrl());
				List<CompletableFuture<Void>> callers = IntStream.range(0, 8)
					.mapToObj((i) -> CompletableFuture.runAsync(() -> saveUntilKilled(office, answered)))
					.toList();
				Office.await(() -> answered.size() >= enough);
				other.kill();
				callers.forEach(CompletableFuture::join);
			}
			try (Registry again = Registry.open(this.file)) {
				assertThat(again.ledger()).extracting(LedgerEntry::id).containsAll(answered).doesNotHaveDuplicates();
				assertThat(again.rows(Office.PNS_ID, "jabatan")).hasSize(again.writes());
			}
		}
	}

	private static void saveUntilKilled(Office office, Set<String> answered) {
		try {
			while (true) {
				answered.add(office.post("/jabatan/save", SavesTest.jabatan())
					.json()
					.path("mapData")
					.path("rwJabatanId")
					.asString());
			}
		}
		catch (UncheckedIOException ex) {
			// it was killed
		}
	}

	/** No room for another line: nothing is done, and nobody is told that it was. */
	@Test
	void savesNothingThatItCannotNote() {
		Set<String> answered = new HashSet<>();
		int held;
		try (OtherProcess other = OtherProcess.startCramped(64, this.folder, this.file)) {
			Office office = Office.calling(other.baseUrl());
			Office.Reply reply = office.post("/jabatan/save", SavesTest.jabatan());
			for (; reply.status() == 200; reply = office.post("/jabatan/save", SavesTest.jabatan())) {
				answered.add(reply.json().path("mapData").path("rwJabatanId").asString());
			}
			assertThat(reply.status()).isEqualTo(500);
			assertThat(office.post("/jabatan/save", SavesTest.jabatan()).status()).isEqualTo(500);
			held = office.get("/pns/rw-jabatan/" + Office.NIP).json().path("data").size();
		}
		assertThat(held).isEqualTo(answered.size()).isGreaterThan(10);
		try (Office office = open()) {
			assertThat(office.registry().rows(Office.PNS_ID, "jabatan")).hasSize(held);
			assertThat(office.registry().ledger()).filteredOn(LedgerEntry::accepted)
				.extracting(LedgerEntry::id)
				.containsExactlyInAnyOrderElementsOf(answered);
			assertThat(office.post("/jabatan/save", SavesTest.jabatan()).status()).isEqualTo(200);
		}
	}

	@Test
	void canWaitForTheDisk() {
		try (Office office = Office.open(SimulatorSettings.of(0, this.file, Office.accounts(this.folder)).synced())) {
			assertThat(office.post("/jabatan/save", SavesTest.jabatan()).status()).isEqualTo(200);
		}
		try (Registry again = Registry.open(this.file)) {
			assertThat(again.writes()).isEqualTo(1);
		}
	}

	@Test
	void readsBooksThatSayNothingOfMishaps() throws IOException {
		try (Office office = open()) {
			office.post("/jabatan/save", SavesTest.jabatan());
		}
		String written = Files.readString(this.file);
		String older = written.replace(",\"mishap\":\"\",\"answered\":true", "");
		assertThat(older).isNotEqualTo(written);
		Files.writeString(this.file, older);
		try (Registry again = Registry.open(this.file)) {
			assertThat(again.ledger()).extracting(LedgerEntry::mishap).containsExactly("");
			assertThat(again.ledger()).allMatch(LedgerEntry::answered);
		}
	}

}
