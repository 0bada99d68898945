package id.simpul.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.change.Plans;
import id.simpul.change.RunBooks;
import id.simpul.change.RunState;
import id.simpul.demo.Demo;
import id.simpul.national.Dispatcher;
import id.simpul.simulator.Fault;
import id.simpul.simulator.LedgerEntry;
import id.simpul.simulator.Operation;
import id.simpul.simulator.Simulator;
import id.simpul.source.RowBatch;
import id.simpul.sync.Sync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An instansi that was well once and then gets something bad, with the whole program and
 * real sources. Whatever it is: it is said in words, nothing accepted is lost, nothing is
 * deleted, the books close, and a good run afterwards is as if nothing had been.
 */
class BadInputTest {

	private static final String DATABASE = "16.72";

	private static final String FILES = "16.09";

	private static final String OLD_FILES = "16.08";

	private static final String WORKBOOK = "16.12";

	/** Read from a server that can be stopped. */
	private static final String SERVER = "16.75";

	private static final int PEOPLE = 80;

	private static final int ON_SERVER = 2_200;

	private static final Gate GATE = new Gate();

	@TempDir
	private static Path folder;

	private static Home home;

	private static Simulator registry;

	private static ConfigurableApplicationContext program;

	private static JdbcTemplate state;

	private static EmbeddedPostgres server;

	private static int serverPort;

	private final Map<Path, byte[]> originals = new TreeMap<>();

	private LogRecorder log;

	private Map<String, Map<String, String>> before;

	@BeforeAll
	static void runEverythingWellOnce() throws Exception {
		home = Home.in(folder.resolve("home"), PEOPLE);
		serverPort = Home.freePort();
		addInstansiOnServer();
		startServer();
		fillServer();
		program = new Place(home.folder(), null, false).everything();
		program.getBean(CamelContext.class).getRegistry().bind("gate", GATE);
		Demo demo = program.getBean(Demo.class);
		demo.prepare();
		registry = demo.registry(null, null);
		program.getBean(id.simpul.cli.Operation.class).ready();
		state = new JdbcTemplate(program.getBean(DataSource.class));
		for (String kode : List.of(DATABASE, FILES, OLD_FILES, WORKBOOK, SERVER)) {
			assertThat(run(kode).state()).as(kode).isEqualTo(RunState.DONE);
			assertThat(accepted(kode)).as(kode).isNotEmpty();
		}
	}

	@AfterAll
	static void stop() throws IOException {
		program.close();
		registry.close();
		server.close();
	}

	@BeforeEach
	void listen() {
		this.before = new TreeMap<>();
		for (String kode : List.of(DATABASE, FILES, OLD_FILES, WORKBOOK, SERVER)) {
			this.before.put(kode, accepted(kode));
		}
		this.log = LogRecorder.open();
	}

	@AfterEach
	void nothingWasDeletedAndNobodyIsNamed() throws IOException {
		putBack();
		this.log.close();
		registry.faults().clear();
		assertThat(registry.registry().ledger()).extracting(LedgerEntry::operation).doesNotContain(Operation.DELETE);
		assertThat(this.log.text()).doesNotContainPattern("\\d{16}");
		for (String secret : secrets()) {
			assertThat(this.log.text()).doesNotContain(secret);
		}
		assertThat(state.queryForList("select cause_args from run where cause_args is not null", String.class))
			.allSatisfy((words) -> assertThat(words).doesNotContainPattern("\\d{16}"));
		assertThat(state.queryForList("select args from finding where args is not null", String.class))
			.allSatisfy((words) -> assertThat(words).doesNotContainPattern("\\d{16}"));
	}

	@Test
	void aColumnRenamedInADatabaseFailsTheRunAndIsNamedWithItsTable() throws Exception {
		sql("alter table \"riwayat_pangkat\" alter column \"golongan_id\" rename to \"gol_id\"");
		failsWithNothingLost(DATABASE, "KOLOM_TIDAK_ADA", "golongan_id", "riwayat_pangkat", "gol_id");
		sql("alter table \"riwayat_pangkat\" alter column \"gol_id\" rename to \"golongan_id\"");
		isWellAgain(DATABASE);
	}

	@Test
	void aTableThatIsGoneFailsTheRunAndIsNamed() throws Exception {
		sql("alter table \"riwayat_pangkat\" rename to \"riwayat_pangkat_lama\"");
		failsWithNothingLost(DATABASE, "TABEL_TIDAK_ADA", "riwayat_pangkat");
		sql("alter table \"riwayat_pangkat_lama\" rename to \"riwayat_pangkat\"");
		isWellAgain(DATABASE);
	}

	@Test
	void aColumnRenamedInACsvFileFailsTheRunAndIsNamedWithItsFile() throws IOException {
		replace("masuk/16.09/golongan_ekspor.csv", "nomor_sk", "no_keputusan");
		failsWithNothingLost(FILES, "KOLOM_TIDAK_ADA", "nomor_sk", "masuk/16.09/golongan_ekspor.csv", "no_keputusan");
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void aColumnRenamedInAWorkbookFailsTheRunAndIsNamedWithItsFile() throws IOException {
		Path file = workbook();
		replaceInWorkbook(file, "NOMOR SK CPNS", "NO KEPUTUSAN CPNS");
		failsWithNothingLost(WORKBOOK, "KOLOM_TIDAK_ADA", "NOMOR SK CPNS", "masuk/16.12/", "NO KEPUTUSAN CPNS");
		putBack();
		isWellAgain(WORKBOOK);
	}

	@Test
	void aPageInPlaceOfAWorkbookFailsTheRun() throws IOException {
		overwrite(workbook(), "<html><table><tr><td>NIP</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
		failsWithNothingLost(WORKBOOK, "BERKAS_RUSAK", "masuk/16.12/simpeg-pali.xlsx");
		putBack();
		isWellAgain(WORKBOOK);
	}

	@Test
	void aWorkbookThatArrivedByHalfFailsTheRun() throws IOException {
		byte[] whole = Files.readAllBytes(workbook());
		overwrite(workbook(), Arrays.copyOf(whole, whole.length / 2));
		failsWithNothingLost(WORKBOOK, "BERKAS_RUSAK", "masuk/16.12/simpeg-pali.xlsx");
		putBack();
		isWellAgain(WORKBOOK);
	}

	@Test
	void aWorkbookThatIsJustArrivingIsLeftForLater() throws IOException {
		byte[] whole = Files.readAllBytes(workbook());
		overwrite(workbook(), Arrays.copyOf(whole, whole.length / 2));
		Files.setLastModifiedTime(workbook(), FileTime.from(Instant.now().minusSeconds(5)));
		failsWithNothingLost(WORKBOOK, "BERKAS_BELUM_SELESAI", "masuk/16.12/simpeg-pali.xlsx");
		putBack();
		isWellAgain(WORKBOOK);
	}

	@Test
	void aFileThatWasNotDeliveredFailsTheRun() throws IOException {
		remember(file("masuk/16.09/pegawai_ekspor.csv"));
		Files.delete(file("masuk/16.09/pegawai_ekspor.csv"));
		failsWithNothingLost(FILES, "BERKAS_TIDAK_ADA", "masuk/16.09/pegawai_*.csv");
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void utf16WhereUtf8WasAgreedFailsTheRun() throws IOException {
		Path file = file("masuk/16.09/pegawai_ekspor.csv");
		overwrite(file, ("\ufeff" + Files.readString(file)).getBytes(StandardCharsets.UTF_16LE));
		failsWithNothingLost(FILES, "PENGODEAN_SALAH", "masuk/16.09/pegawai_ekspor.csv", "baris 1 ");
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void latin1WhereUtf8WasAgreedFailsTheRunAndNamesTheLine() throws IOException {
		Path file = file("masuk/16.09/pegawai_ekspor.csv");
		overwrite(file, accented(Files.readString(file)).getBytes(StandardCharsets.ISO_8859_1));
		failsWithNothingLost(FILES, "PENGODEAN_SALAH", "masuk/16.09/pegawai_ekspor.csv", "baris 3 ");
		putBack();
		isWellAgain(FILES);
	}

	/** Otherwise every é would become Ã© and go to the registry as somebody's name. */
	@Test
	void utf8WhereWindows1252WasAgreedFailsTheRunAndNamesTheLine() throws IOException {
		Path file = file("masuk/16.08/pegawai_ekspor.csv");
		overwrite(file,
				accented(Files.readString(file, Charset.forName("windows-1252"))).getBytes(StandardCharsets.UTF_8));
		failsWithNothingLost(OLD_FILES, "PENGODEAN_SALAH", "masuk/16.08/pegawai_ekspor.csv", "baris 3 ");
		putBack();
		isWellAgain(OLD_FILES);
	}

	@Test
	void aFileWithAHeadingOnlyFailsTheRunInsteadOfLettingEverybodySeemGone() throws IOException {
		Path file = file("masuk/16.09/pegawai_ekspor.csv");
		overwrite(file, (Files.readAllLines(file).get(0) + "\n").getBytes(StandardCharsets.UTF_8));
		failsWithNothingLost(FILES, "BERKAS_KOSONG", "masuk/16.09/pegawai_ekspor.csv");
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void aHistoryWithAHeadingOnlyIsHeld() throws IOException {
		Path file = file("masuk/16.09/golongan_ekspor.csv");
		overwrite(file, (Files.readAllLines(file).get(0) + "\n").getBytes(StandardCharsets.UTF_8));
		RunBooks books = run(FILES);
		assertThat(books.state()).isEqualTo(RunState.HELD);
		nothingIsLost(FILES, books);
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void aFileWithHalfOfThePeopleIsHeldAndSaysHowManyAreMissing() throws IOException {
		Path file = file("masuk/16.09/pegawai_ekspor.csv");
		List<String> lines = Files.readAllLines(file);
		overwrite(file,
				(String.join("\n", lines.subList(0, lines.size() / 2)) + "\n").getBytes(StandardCharsets.UTF_8));
		RunBooks books = run(FILES);
		assertThat(books.state()).isEqualTo(RunState.HELD);
		Map<String, Object> hold = state.queryForMap("select * from hold where run_id = ? and reason = 'HILANG'",
				books.run());
		long missing = (Long) hold.get("measured");
		assertThat(missing).isBetween(26L, (long) PEOPLE);
		assertThat(state.queryForObject("select count(*) from absence where run_id = ? and resource is null",
				Long.class, books.run()))
			.isEqualTo(missing);
		nothingIsLost(FILES, books);
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void somebodyWithANipOf17DigitsIsFoundByRowAndKeepsWhatWasAccepted() throws Exception {
		String kunci = this.before.get(DATABASE).keySet().iterator().next();
		String nip = state.queryForObject("select nip from document where instansi = ? and kunci = ?", String.class,
				DATABASE, kunci);
		sql("update \"pegawai\" set \"nip\" = '" + nip.substring(0, 17) + "' where \"id\" = " + kunci);
		RunBooks books = run(DATABASE);
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(books.rejected()).isPositive();
		Map<String, Object> finding = state
			.queryForMap("select * from finding where run_id = ? and kunci = ? and field = 'nip'", books.run(), kunci);
		assertThat(finding.get("dataset")).isEqualTo("pegawai");
		assertThat((Long) finding.get("row_no")).isPositive();
		assertThat(finding.get("value_class")).isEqualTo("9(17)");
		assertThat(finding.get("severity").toString().strip()).isEqualTo("E");
		nothingIsLost(DATABASE, books);
		sql("update \"pegawai\" set \"nip\" = '" + nip + "' where \"id\" = " + kunci);
		isWellAgain(DATABASE);
	}

	@Test
	void aKeyLongerThanAnyIsAFindingAndNotAFailure() throws IOException {
		Path file = file("masuk/16.09/pegawai_ekspor.csv");
		List<String> lines = new ArrayList<>(Files.readAllLines(file));
		lines.add("9".repeat(90) + lines.get(1).substring(lines.get(1).indexOf(',')));
		overwrite(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
		RunBooks books = run(FILES);
		assertThat(books.cause()).isNull();
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(state.queryForList("select dataset from finding where run_id = ? and row_no = ? and severity = 'E'",
				String.class, books.run(), lines.size()))
			.contains("pegawai");
		nothingIsLost(FILES, books);
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void aTextLongerThanItsFieldIsAFindingAndNotAFailure() throws IOException {
		Path file = file("masuk/16.09/kursus_ekspor.csv");
		List<String> lines = new ArrayList<>(Files.readAllLines(file));
		String[] cells = lines.get(1).split(",", -1);
		cells[2] = "Pelatihan ".repeat(500);
		cells[3] = "SERT/".repeat(500);
		lines.set(1, String.join(",", cells));
		overwrite(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
		RunBooks books = run(FILES);
		assertThat(books.cause()).isNull();
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(state.queryForList("""
				select rule from finding where run_id = ? and dataset = 'kursus' and row_no = 2""", String.class,
				books.run()))
			.contains("NILAI_TERLALU_PANJANG");
		nothingIsLost(FILES, books);
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void somebodyWithThousandsOfCoursesIsReadLikeAnybody() throws IOException {
		Path file = file("masuk/16.09/kursus_ekspor.csv");
		List<String> lines = new ArrayList<>(Files.readAllLines(file));
		String[] cells = lines.get(1).split(",", -1);
		for (int i = 0; i < 3_000; i++) {
			cells[3] = "SERT/" + i;
			lines.add(String.join(",", cells));
		}
		overwrite(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
		RunBooks books = program.getBean(Sync.class).run(FILES, "uji", true).orElseThrow();
		assertThat(books.cause()).isEqualTo("UJI_COBA");
		assertThat(books.state()).isEqualTo(RunState.DISCARDED);
		assertThat(books.held()).isEqualTo(3_000);
		nothingIsLost(FILES, books);
		putBack();
		isWellAgain(FILES);
	}

	@Test
	void aMappingWithAKeyThatDoesNotExistFailsTheRunAndIsNamedWithItsPlace() throws IOException {
		home.replace("mappings/16.09-oku-selatan.yaml", "dates:", "tanggal:");
		failsWithNothingLost(FILES, "PEMETAAN_DITOLAK", "mappings/16.09-oku-selatan.yaml:5:1", "tanggal");
		home.restore("mappings/16.09-oku-selatan.yaml");
		isWellAgain(FILES);
	}

	@Test
	void aDatabaseThatGoesAwayInMidReadFailsTheRunAndNothingOfWhatWasReadCounts() throws Exception {
		try (Connection connection = connectToServer(); Statement statement = connection.createStatement()) {
			statement.execute("update pegawai set hp = '0899' || right(hp, 7)");
		}
		GATE.atBatch(2, BadInputTest::stopServer);
		failsWithNothingLost(SERVER, "SUMBER_TERPUTUS", "pegawai");
		failsWithNothingLost(SERVER, "SUMBER_TIDAK_TERSAMBUNG", "orang");
		startServer();
		try (Connection connection = connectToServer(); Statement statement = connection.createStatement()) {
			statement.execute("update pegawai set hp = '0812' || right(hp, 7)");
		}
		isWellAgain(SERVER);
	}

	/** Whatever stumbles may repeat what it stumbled over. */
	@Test
	void aMistakeOfTheProgramFailsTheRunAndRepeatsNoNumberOfAnybody() {
		GATE.atBatch(2, () -> {
			throw new IllegalStateException("198401012010011001");
		});
		RunBooks books = run(SERVER);
		assertThat(books.state()).isEqualTo(RunState.FAILED);
		assertThat(books.cause()).isEqualTo("GANGGUAN_PROGRAM");
		assertThat(this.log.text()).contains("IllegalStateException", "BadInputTest");
		nothingIsLost(SERVER, books);
		isWellAgain(SERVER);
	}

	@Test
	void aRegistryThatRefusesLosesNothingAndItsWordsAreKept() {
		registry.faults().add(Fault.refuse("Nomor telepon tidak sesuai").instansi(DATABASE));
		program.getBean(Demo.class).province().edit(home.data(), DATABASE);
		RunBooks books = run(DATABASE);
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(books.refused()).isEqualTo(1);
		assertThat(state.queryForObject("select answer_text from outbox where run_id = ? and state = 'REFUSED'",
				String.class, books.run()))
			.contains("Nomor telepon tidak sesuai");
		theBooksClose(books);
		assertThat(accepted(DATABASE).keySet()).isEqualTo(this.before.get(DATABASE).keySet());
		registry.faults().clear();
		program.getBean(Demo.class).province().edit(home.data(), DATABASE);
		RunBooks after = run(DATABASE);
		assertThat(after.state()).isEqualTo(RunState.DONE);
		assertThat(after.waiting() + after.refused()).isZero();
		assertThat(hashes(accepted(DATABASE))).isEqualTo(hashes(this.before.get(DATABASE)));
		theBooksClose(after);
	}

	@Test
	void aRegistryThatWillHaveNothingNowLeavesWhatIsToBeSentWaiting() throws IOException, InterruptedException {
		staysWaitingWhile(Fault.throttled(Duration.ofSeconds(1)), true);
	}

	@Test
	void aRegistryThatHangsUpLeavesWhatIsToBeSentWaiting() throws IOException, InterruptedException {
		staysWaitingWhile(Fault.dropBefore(), false);
	}

	/**
	 * @param rests whether it says something about the registry: one call that fails does
	 * not
	 */
	private void staysWaitingWhile(Fault fault, boolean rests) throws IOException, InterruptedException {
		registry.faults().add(fault.instansi(WORKBOOK));
		program.getBean(Demo.class).province().edit(home.data(), WORKBOOK);
		touch(workbook());
		RunBooks books = run(WORKBOOK);
		Dispatcher dispatcher = program.getBean(Dispatcher.class);
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(books.waiting()).isEqualTo(1);
		assertThat(dispatcher.resting(WORKBOOK).isPresent()).isEqualTo(rests);
		theBooksClose(books);
		registry.faults().clear();
		while (dispatcher.resting(WORKBOOK).isPresent()) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		state.update("update outbox set next_at = null where instansi = ? and state in ('RETRY', 'AMBIGUOUS')",
				WORKBOOK);
		dispatcher.drain(WORKBOOK);
		RunBooks sent = program.getBean(Plans.class).books(books.run());
		assertThat(sent.waiting()).isZero();
		assertThat(sent.acked()).isEqualTo(1);
		theBooksClose(sent);
	}

	private void failsWithNothingLost(String kode, String rule, String... words) {
		RunBooks books = run(kode);
		assertThat(books.cause()).isEqualTo(rule);
		assertThat(books.state()).isEqualTo(RunState.FAILED);
		String sentence = StartFaults.sentence(books.cause(), books.causeArguments());
		assertThat(sentence).contains(words).doesNotContain("{").startsWith(sentence.substring(0, 1).toUpperCase());
		assertThat(sentence).as("what happened and what to do").contains(". ");
		nothingIsLost(kode, books);
	}

	private void nothingIsLost(String kode, RunBooks books) {
		assertThat(accepted(kode)).isEqualTo(this.before.get(kode));
		theBooksClose(books);
	}

	private void isWellAgain(String kode) {
		RunBooks books = run(kode);
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(books.changed()).isZero();
		assertThat(books.unchanged()).isPositive();
		nothingIsLost(kode, books);
		assertThat(state.queryForObject("""
				select count(*) from absence a join run r on r.id = a.run_id
				where a.instansi = ? and a.resource is null and r.state = 'DONE'""", Long.class, kode)).isZero();
	}

	private static void theBooksClose(RunBooks books) {
		assertThat(books.close()).isTrue();
		assertThat(state.queryForList("select line from balance where run_id = ? and closes order by line",
				String.class, books.run()))
			.containsExactly("ENTRIES", "REGISTRY", "ROWS");
	}

	private static RunBooks run(String kode) {
		RunBooks books = program.getBean(Sync.class).run(kode, "uji", false).orElseThrow();
		if (!kode.equals(SERVER)) {
			program.getBean(Dispatcher.class).drain(kode);
		}
		return program.getBean(Plans.class).books(books.run());
	}

	/** Version and hash of what is accepted of everybody. */
	private static Map<String, String> accepted(String kode) {
		Map<String, String> accepted = new TreeMap<>();
		state.query("""
				select d.kunci, d.version, d.hash from document d join run r on r.id = d.run_id
				where d.instansi = ? and r.state = 'DONE' order by d.version""", (row) -> {
			accepted.put(row.getString(1), row.getInt(2) + " " + HexFormat.of().formatHex(row.getBytes(3)));
		}, kode);
		return accepted;
	}

	private static Map<String, String> hashes(Map<String, String> accepted) {
		Map<String, String> hashes = new TreeMap<>();
		accepted.forEach((kunci, versionAndHash) -> hashes.put(kunci, versionAndHash.split(" ")[1]));
		return hashes;
	}

	private static List<String> secrets() throws IOException {
		try (Stream<Path> files = Files.walk(home.data().resolve("rahasia"))) {
			return files.filter(Files::isRegularFile).map((file) -> {
				try {
					return Files.readString(file).strip();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			}).toList();
		}
	}

	private static Path file(String name) {
		return home.data().resolve(name);
	}

	private static Path workbook() {
		return file("masuk/16.12/simpeg-pali.xlsx");
	}

	private void remember(Path file) throws IOException {
		this.originals.put(file, Files.readAllBytes(file));
	}

	private void overwrite(Path file, byte[] bytes) throws IOException {
		remember(file);
		Files.write(file, bytes);
		touch(file);
	}

	/** Nobody has written to it for a while: it need not be waited for. */
	private static void touch(Path file) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
	}

	private void putBack() throws IOException {
		for (Map.Entry<Path, byte[]> original : this.originals.entrySet()) {
			Files.write(original.getKey(), original.getValue());
			touch(original.getKey());
		}
	}

	private void replace(String name, String old, String now) throws IOException {
		String content = Files.readString(file(name));
		assertThat(content).contains(old);
		overwrite(file(name), content.replace(old, now).getBytes(StandardCharsets.UTF_8));
	}

	/** The third line gets a letter beyond ASCII. */
	private static String accented(String csv) {
		String[] lines = csv.split("\n", -1);
		assertThat(lines[2]).contains("a");
		lines[2] = lines[2].replace('a', '\u00e9');
		return String.join("\n", lines);
	}

	private void replaceInWorkbook(Path file, String old, String now) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipFile in = new ZipFile(file.toFile()); ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (ZipEntry entry : Collections.list(in.entries())) {
				String part = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
				out.putNextEntry(new ZipEntry(entry.getName()));
				out.write(part.replace(old, now).getBytes(StandardCharsets.UTF_8));
			}
		}
		overwrite(file, bytes.toByteArray());
	}

	private static void sql(String statement) throws SQLException, IOException {
		String password = Files.readString(file("rahasia/16.72/sumber-pengelola")).strip();
		try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file("sumber/16.72"), "pengelola",
				password); Statement change = connection.createStatement()) {
			change.execute(statement);
		}
	}

	private static void addInstansiOnServer() throws IOException {
		home.write("config/instansi.yaml", home.read("config/instansi.yaml").stripTrailing()
				+ "\n  - {kode: \"16.75\", nama: Kota Contoh, bps: \"1675\", zona: Asia/Jakarta, jadwal: \"0 0 7 * * ?\","
				+ " petak: [0, 0]}\n");
		home.write("routes/template/berpintu.camel.yaml",
				home.read("routes/template/database.camel.yaml")
					.replace("id: database", "id: berpintu")
					.replace("- to: {uri: direct:batch}",
							"- bean: {ref: gate, method: pass}\n                - to: {uri: direct:batch}"));
		home.write("routes/instansi/16.75-contoh.camel.yaml", """
				- templatedRoute:
				    routeTemplateRef: berpintu
				    routeId: "Baca 16.75 Kota Contoh"
				    parameters:
				      - {name: instansi, value: "16.75"}
				      - {name: driver, value: postgresql}
				      - {name: port, value: "%d"}
				      - {name: database, value: orang}
				      - {name: user, value: postgres}
				      - {name: password, value: "file:rahasia/16.75/sumber"}
				      - {name: fetchSize, value: "100"}
				""".formatted(serverPort));
		home.write("mappings/16.75-contoh.yaml", """
				instansi: "16.75"
				schema: 1
				datasets:
				  pegawai:
				    main: true
				    from: pegawai
				    key: nip
				    records:
				      - to: pegawai
				        fields:
				          nip: nip
				          nama: nama
				          tglLahir: lahir
				          jenisKelamin: {value: M}
				          jenisAsn: {value: PNS}
				          kedudukanHukum: {value: "01"}
				          tmtCpns: cpns
				          noHp: hp
				""");
		home.write("data/rahasia/16.75/sumber", "kata-sandi-rekaan-untuk-uji\n");
	}

	private static void startServer() throws IOException {
		server = EmbeddedPostgres.builder()
			.setPort(serverPort)
			.setDataDirectory(folder.resolve("postgres"))
			.setCleanDataDirectory(false)
			.setServerConfig("fsync", "off")
			.start();
	}

	private static void stopServer() {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Connection connectToServer() throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://localhost:" + serverPort + "/orang?user=postgres");
	}

	private static void fillServer() throws SQLException {
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://localhost:" + serverPort + "/postgres?user=postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("create database orang");
		}
		try (Connection connection = connectToServer(); Statement statement = connection.createStatement()) {
			statement.execute("create table pegawai (nip varchar(18) primary key, nama varchar(60), lahir date,"
					+ " cpns date, hp varchar(20))");
			for (int i = 0; i < ON_SERVER; i++) {
				LocalDate birth = LocalDate.of(1984, 1, 1).plusDays(i);
				statement.addBatch("insert into pegawai values ('%s2010011%03d', 'Warga Contoh', '%s', '2010-01-01',"
					.formatted(birth.format(DateTimeFormatter.BASIC_ISO_DATE), i % 999 + 1, birth)
						+ " '0812%07d')".formatted(i));
			}
			statement.executeBatch();
		}
	}

	/** Stands in the route before the pipeline and lets something happen at a batch. */
	public static final class Gate {

		private int batches;

		private int at;

		private Runnable event;

		void atBatch(int number, Runnable happens) {
			this.batches = 0;
			this.at = number;
			this.event = happens;
		}

		public RowBatch pass(RowBatch batch) {
			if (++this.batches == this.at && this.event != null) {
				Runnable now = this.event;
				this.event = null;
				now.run();
			}
			return batch;
		}

	}

}
