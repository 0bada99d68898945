package id.simpul.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a user gets who mistypes, or whose machine is not as it should be. */
class SimpulCommandTest {

	@TempDir
	private Path folder;

	private Home home;

	@BeforeEach
	void copy() throws IOException {
		this.home = Home.in(this.folder, 20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "serve", "check", "preview", "sync", "redrive", "simulate" })
	void helpSaysWhatACommandDoesAndTakes(String command) {
		Spoken help = command.isEmpty() ? Spoken.by("--help") : Spoken.by(command, "--help");
		assertThat(help.exit()).isZero();
		assertThat(help.err()).isEmpty();
		assertThat(help.out()).startsWith("Pemakaian: simpul " + command)
			.contains("--home=DIR", "--data=DIR", "--json", "Menampilkan bantuan ini.")
			.doesNotContain("Usage", "Show");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sinc", "--hom=x", "check extra", "sync", "sync 16.72 --all", "sync 99.99", "sync 1672",
			"simulate --port=abc", "simulate --weather=x", "simulate --weather=1:101", "simulate --limit=-1",
			"simulate --latency=lama", "simulate --closed-for=-1s", "preview" })
	void wrongUseIsAnsweredWithOneSentenceAndTwo(String line) {
		Spoken wrong = Spoken.by(this.home, line.split(" "));
		isOneSentence(wrong);
	}

	@Test
	void aFolderThatIsNoInstallationIsNamed() {
		Spoken wrong = Spoken.by("check", "--home=" + this.folder.resolve("kosong"));
		isOneSentence(wrong);
		assertThat(wrong.err()).contains("kosong", "config/instansi.yaml", "--home=DIR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "serve", "sync 16.72", "preview 16.72", "simulate" })
	void brokenSettingsKeepEveryCommandFromStarting(String line) throws IOException {
		this.home.replace("config/application.yaml", "people: 20", "people: banyak");
		Spoken wrong = Spoken.by(this.home, line.split(" "));
		isOneSentence(wrong);
		assertThat(wrong.err()).startsWith("config/application.yaml:65:").contains("bilangan bulat");
		assertThat(this.home.data()).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "serve", "sync 16.72", "preview 16.72" })
	void aBrokenListOfInstansiKeepsTheCommandFromStarting(String line) throws IOException {
		this.home.replace("config/instansi.yaml", "nama: Kota Pagar Alam", "nama: [Kota Pagar Alam]");
		Spoken wrong = Spoken.by(this.home, line.split(" "));
		isOneSentence(wrong);
		assertThat(wrong.err()).startsWith("config/instansi.yaml:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "serve", "sync 16.72" })
	void aDataFolderInUseIsNotEntered(String line) throws IOException {
		FileLock lock = Place.lock(this.home.data());
		try {
			Spoken wrong = Spoken.by(this.home, line.split(" "));
			isOneSentence(wrong);
			assertThat(wrong.err()).contains("sedang dipakai Simpul lain", "--data=DIR");
		}
		finally {
			Place.unlock(lock);
		}
		assertThat(this.home.data().resolve("simpul.mv.db")).doesNotExist();
	}

	@Test
	void aDataFolderThatIsAFileIsNamed() throws IOException {
		Files.writeString(this.folder.resolve("berkas"), "");
		Spoken wrong = Spoken.by(this.folder, this.folder.resolve("berkas"), "sync", "16.72");
		isOneSentence(wrong);
		assertThat(wrong.err()).contains("berkas tidak dapat ditulis");
	}

	@Test
	void aBrokenPipelineKeepsTheProgramFromStarting() throws IOException {
		this.home.replace("routes/pipeline.camel.yaml", "to: {uri: direct:change}", "to: {uri: direct:chnge}");
		Spoken wrong = Spoken.by(this.home, "sync", "16.72");
		isOneSentence(wrong);
		assertThat(wrong.err()).startsWith("routes/pipeline.camel.yaml:27:");
	}

	@Test
	void aPortInUseIsNamed() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			String before = this.home.read("config/application.yaml");
			String port = before.lines().filter((line) -> line.strip().startsWith("port:")).findFirst().orElseThrow();
			this.home.replace("config/application.yaml", port, "  port: " + taken.getLocalPort());
			Spoken wrong = Spoken.by(this.home, "serve");
			assertThat(wrong.exit()).isEqualTo(SimpulCommand.WRONG_USE);
			assertThat(wrong.out()).isEmpty();
			assertThat(wrong.err()).contains("Porta " + taken.getLocalPort() + " sedang dipakai", "server.port")
				.doesNotContain("\tat ", "Exception");
		}
	}

	@Test
	void aRegistryPortInUseIsNamed() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Spoken wrong = Spoken.by(this.home, "simulate", "--port=" + taken.getLocalPort());
			isLastSentence(wrong);
			assertThat(wrong.err()).contains("porta lain");
		}
	}

	@Test
	void aDatabaseServerThatIsNotThereIsNamed() throws IOException {
		this.home.replace("config/application.yaml", "driver: h2", "driver: postgresql\n    port: " + Home.freePort());
		Spoken wrong = Spoken.by(this.home, "sync", "16.72");
		isLastSentence(wrong);
		assertThat(wrong.err()).contains("tidak dapat dihubungi", "simpul.database");
	}

	@Test
	void aSecretThatIsNotThereIsNamedByItsReference() throws IOException {
		this.home.replace("config/application.yaml", "driver: h2",
				"driver: postgresql\n    password: file:rahasia/tidak-ada");
		Spoken wrong = Spoken.by(this.home, "sync", "16.72");
		isLastSentence(wrong);
		assertThat(wrong.err()).contains("file:rahasia/tidak-ada");
	}

	/** One that fails does not take the others with it, and a code named twice is one. */
	@Test
	void syncPrintsOneObjectALineAndSaysByItsCodeThatOneFailed() {
		Spoken sync = Spoken.by(this.home, "sync", "16.72", "16.13", "16.72", "--json");
		assertThat(sync.err()).doesNotContain("\tat ", "Exception").doesNotContainPattern("\\d{16}");
		assertThat(sync.exit()).isEqualTo(SimpulCommand.FINDINGS);
		List<JsonNode> books = sync.out().lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		assertThat(books).hasSize(2);
		assertThat(books.get(0).propertyNames()).containsExactly("instansi", "run", "state", "rows", "used", "filtered",
				"unreadable", "read", "unchanged", "changed", "rejected", "held", "duplicate", "acked", "adopted",
				"worklist", "waiting", "refused", "parked", "superseded");
		assertThat(books.get(0).get("state").stringValue()).isEqualTo("DONE");
		assertThat(books.get(0).get("waiting").intValue()).isZero();
		assertThat(books.get(1).get("state").stringValue()).isEqualTo("FAILED");
		assertThat(books.get(1).get("cause").stringValue()).isEqualTo("BERKAS_RUSAK");
		Spoken dry = Spoken.by(this.home, "sync", "16.72", "--dry-run");
		assertThat(dry.exit()).isZero();
		assertThat(dry.out()).contains("instansi", "neraca", "16.72", "dibuang", "tutup");
	}

	@Test
	void aHeldPlanSaysWhyAndIsNotPutAsideByATrial() throws IOException {
		Home larger = Home.in(Files.createDirectories(this.folder.resolve("larger")), 60);
		assertThat(Spoken.by(larger, "sync", "16.09").exit()).isZero();
		Path list = larger.data().resolve("masuk/16.09/pegawai_ekspor.csv");
		List<String> lines = Files.readAllLines(list);
		Files.write(list, lines.subList(0, lines.size() / 4));
		Files.setLastModifiedTime(list, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
		Spoken held = Spoken.by(larger, "sync", "16.09");
		assertThat(held.exit()).isEqualTo(SimpulCommand.FINDINGS);
		assertThat(held.out()).contains("Rencana ditahan sampai dua orang melepasnya di konsol.",
				"pegawai tidak tampak lagi di sumber", "baris pada pegawai tidak ada lagi");
		assertThat(held.out()).as("a few of them, for whoever decides").containsPattern("\n {6}\\S*••••\\S*");
		assertThat(held.out()).doesNotContainPattern("\\d{16}");
		isLastSentence(Spoken.by(larger, "sync", "16.09", "--dry-run"));
	}

	private static void isOneSentence(Spoken wrong) {
		isLastSentence(wrong);
		assertThat(wrong.err().lines()).hasSize(1);
	}

	private static void isLastSentence(Spoken wrong) {
		assertThat(wrong.exit()).isEqualTo(SimpulCommand.WRONG_USE);
		assertThat(wrong.out()).isEmpty();
		assertThat(wrong.err()).isNotBlank().doesNotContain("\tat ", "Exception");
	}

}
