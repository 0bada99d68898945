package id.simpul.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.change.Plans;
import id.simpul.change.RunBooks;
import id.simpul.change.RunState;
import id.simpul.demo.Demo;
import id.simpul.national.Dispatcher;
import id.simpul.report.HeldPlan;
import id.simpul.report.RunReports;
import id.simpul.report.Scope;
import id.simpul.simulator.Simulator;
import id.simpul.sync.Sync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are well formed and wrong: half of one, none, last year's, another
 * instansi's, columns that changed places. With the whole program, real files and the
 * simulated registry: whatever comes, nothing of it is sent before somebody was asked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WrongFiles {

	private static final String KODE = "16.09";

	/** Has the layout of the first and people of its own. */
	private static final String NEIGHBOUR = "16.75";

	/** Has the same layout and was never read. */
	private static final String NEWCOMER = "16.76";

	private static final int PEOPLE = 80;

	private static final Pattern NIP = Pattern.compile("(?<!\\d)(\\d{15})(\\d{3})(?!\\d)");

	private static final Pattern NIK = Pattern.compile("(?<!\\d)(\\d{12})(\\d{4})(?!\\d)");

	private Home home;

	private ConfigurableApplicationContext program;

	private Simulator registry;

	private JdbcTemplate state;

	private final Map<String, byte[]> good = new TreeMap<>();

	private int sent;

	private Map<String, Integer> versions;

	/** Where the program keeps its state. */
	abstract void keepStateIn(Home home) throws IOException;

	@BeforeAll
	void loadOnce(@TempDir Path folder) throws IOException {
		this.home = Home.in(folder, PEOPLE);
		keepStateIn(this.home);
		add(NEIGHBOUR);
		add(NEWCOMER);
		this.program = new Place(this.home.folder(), null, false).everything();
		Demo demo = this.program.getBean(Demo.class);
		demo.prepare();
		this.registry = demo.registry(null, null);
		this.program.getBean(Operation.class).ready();
		this.state = new JdbcTemplate(this.program.getBean(DataSource.class));
		for (String name : files()) {
			this.good.put(name, Files.readAllBytes(file(KODE, name)));
		}
		assertThat(run(KODE).state()).isEqualTo(RunState.DONE);
		copy(NEIGHBOUR, WrongFiles::otherPeople);
		assertThat(run(NEIGHBOUR).state()).isEqualTo(RunState.DONE);
		assertThat(accepted(NEIGHBOUR)).hasSameSizeAs(accepted(KODE));
	}

	@AfterAll
	void stop() {
		this.program.close();
		this.registry.close();
	}

	@BeforeEach
	void count() {
		this.sent = this.registry.registry().ledger().size();
		this.versions = accepted(KODE);
	}

	@AfterEach
	void aGoodFileAfterwardsChangesNothing() throws IOException {
		this.home.restore("mappings/16.09-oku-selatan.yaml");
		copy(KODE, UnaryOperator.identity());
		RunBooks books = run(KODE);
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(books.changed()).isZero();
		assertThat(accepted(KODE)).isEqualTo(this.versions);
		assertThat(this.registry.registry().ledger()).hasSize(this.sent);
	}

	@Test
	void halfAFileCutBetweenTwoRowsIsHeld() throws IOException {
		String text = good("pegawai_ekspor.csv");
		write(KODE, "pegawai_ekspor.csv", text.substring(0, text.indexOf('\n', text.length() / 2) + 1));
		isHeld(KODE, "HILANG", "BARIS");
	}

	@Test
	void halfAFileCutInTheMiddleOfARowFailsTheRun() throws IOException {
		String text = good("pegawai_ekspor.csv");
		write(KODE, "pegawai_ekspor.csv", text.substring(0, text.indexOf('\n', text.length() / 2) + 25));
		fails(KODE, "BERKAS_RUSAK", "masuk/16.09/pegawai_ekspor.csv");
	}

	@Test
	void aFileWithoutAByteFailsTheRun() throws IOException {
		write(KODE, "pegawai_ekspor.csv", "");
		fails(KODE, "BERKAS_KOSONG", "masuk/16.09/pegawai_ekspor.csv");
	}

	@Test
	void aFileWithAHeadingOnlyFailsTheRun() throws IOException {
		String text = good("pegawai_ekspor.csv");
		write(KODE, "pegawai_ekspor.csv", text.substring(0, text.indexOf('\n') + 1));
		fails(KODE, "BERKAS_KOSONG", "masuk/16.09/pegawai_ekspor.csv");
	}

	@Test
	void allFilesOfLastYearAreHeld() throws IOException {
		int last = newestYear();
		copy(KODE, (text) -> without(text, last));
		isHeld(KODE, "MUNDUR");
	}

	/** Nobody is missing; it is one history that is last year's. */
	@Test
	void oneFileOfLastYearIsHeld() throws IOException {
		write(KODE, "skp_ekspor.csv", without(good("skp_ekspor.csv"), newestYear()));
		isHeld(KODE, "MUNDUR");
	}

	@Test
	void theFilesOfAnotherInstansiAreHeld() throws IOException {
		copy(NEIGHBOUR, UnaryOperator.identity());
		isHeld(NEIGHBOUR, "HILANG", "MILIK_LAIN");
		copy(NEIGHBOUR, WrongFiles::otherPeople);
		RunBooks books = run(NEIGHBOUR);
		assertThat(books.state()).isEqualTo(RunState.DONE);
		assertThat(books.changed()).isZero();
	}

	/** There is nothing to compare with but what the others have. */
	@Test
	void theFilesOfAnotherInstansiAreHeldAtAFirstLoadToo() throws IOException {
		copy(NEWCOMER, UnaryOperator.identity());
		RunBooks books = isHeld(NEWCOMER, "MILIK_LAIN");
		assertThat(books.held()).as("nobody may be sent a second time, whoever releases it").isZero();
		assertThat(accepted(NEWCOMER)).isEmpty();
	}

	@Test
	void columnsThatChangedPlacesInAFileAreHeld() throws IOException {
		String text = good("pegawai_ekspor.csv");
		int end = text.indexOf('\n');
		String heading = text.substring(0, end)
			.replace("tempat_lahir", "*")
			.replace("alamat", "tempat_lahir")
			.replace("*", "alamat");
		write(KODE, "pegawai_ekspor.csv", heading + text.substring(end));
		isHeld(KODE, "KOLOM");
	}

	@Test
	void columnsThatChangedPlacesInAMappingAreHeld() throws IOException {
		this.home.replace("mappings/16.09-oku-selatan.yaml", "tempatLahir: tempat_lahir", "tempatLahir: alamat");
		this.home.replace("mappings/16.09-oku-selatan.yaml", "alamat: alamat", "alamat: tempat_lahir");
		isHeld(KODE, "KOLOM");
	}

	/** What names an entry changed: to the comparison every one is another. */
	@Test
	void datesOfAHistoryThatChangedPlacesAreHeld() throws IOException {
		this.home.replace("mappings/16.09-oku-selatan.yaml", "tmtGolongan: tmt", "tmtGolongan: tanggal_sk");
		isHeld(KODE, "BERUBAH");
	}

	/** A join that fails one night: what comes back is not sent a second time. */
	@Test
	void aRowThatVanishesForSomeDaysAndReturnsIsNotSentAgain() throws IOException {
		List<String> lines = good("golongan_ekspor.csv").lines().toList();
		List<String> fewer = new ArrayList<>(lines);
		fewer.subList(50, 55).clear();
		for (int day = 0; day < 3; day++) {
			write(KODE, "golongan_ekspor.csv", String.join("\n", fewer) + "\n");
			RunBooks books = run(KODE);
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(books.gone()).isEqualTo((day == 0) ? 5 : 0);
			assertThat(books.changed()).isZero();
		}
		write(KODE, "golongan_ekspor.csv", good("golongan_ekspor.csv"));
		RunBooks back = run(KODE);
		assertThat(back.state()).isEqualTo(RunState.DONE);
		assertThat(back.changed()).isEqualTo(5);
		assertThat(back.waiting()).isZero();
		assertThat(back.acked()).as("the registry has them: nothing is saved").isZero();
		assertThat(this.registry.registry().ledger()).hasSize(this.sent);
		this.versions = accepted(KODE);
	}

	@Test
	void rowsInAnyOrderAndFilesOfAnyAgeChangeNothing() throws IOException {
		Random random = new Random(13);
		for (int round = 0; round < 5; round++) {
			for (String name : this.good.keySet()) {
				List<String> lines = new ArrayList<>(good(name).lines().toList());
				Collections.shuffle(lines.subList(1, lines.size()), random);
				write(KODE, name, String.join("\n", lines) + "\n");
				Instant old = Instant.now().minus(Duration.ofDays(1 + random.nextInt(9_000)));
				Files.setLastModifiedTime(file(KODE, name), FileTime.from(old));
			}
			RunBooks books = run(KODE);
			assertThat(books.state()).isEqualTo(RunState.DONE);
			assertThat(books.changed() + books.gone()).isZero();
			nothingIsSent(books);
		}
	}

	/**
	 * Rows twice, rows that contradict each other, cells of the neighbour, rows of
	 * nobody.
	 */
	@Test
	void theBooksCloseWhateverIsInTheFiles() throws IOException {
		Random random = new Random(11);
		for (int round = 0; round < 25; round++) {
			for (String name : this.good.keySet()) {
				List<String> lines = new ArrayList<>(good(name).lines().toList());
				for (int i = 0; i < 1 + random.nextInt(12) && lines.size() > 2; i++) {
					spoil(lines, random);
				}
				write(KODE, name, String.join("\n", lines) + "\n");
			}
			RunBooks books = this.program.getBean(Sync.class).run(KODE, "uji", true).orElseThrow();
			assertThat(books.cause()).as("round %s", round).isEqualTo("UJI_COBA");
			assertThat(books.close()).as("round %s", round).isTrue();
			assertThat(books.rejected() + books.unreadable() + books.duplicate()).isPositive();
			assertThat(this.state.queryForObject("select count(*) from balance where run_id = ? and closes", Long.class,
					books.run()))
				.as("round %s", round)
				.isEqualTo(3);
			nothingIsSent(books);
		}
	}

	private static void spoil(List<String> lines, Random random) {
		int at = 1 + random.nextInt(lines.size() - 1);
		String line = lines.get(at);
		List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
		switch (random.nextInt(6)) {
			case 0 -> lines.add(1 + random.nextInt(lines.size() - 1), line);
			case 1 -> {
				Collections.swap(cells, random.nextInt(cells.size()), random.nextInt(cells.size()));
				lines.add(at, String.join(",", cells));
			}
			case 2 -> {
				cells.set(random.nextInt(cells.size()), "x".repeat(random.nextInt(300)));
				lines.set(at, String.join(",", cells));
			}
			case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)) + "\u0007");
			case 4 -> lines.set(at, otherPeople(line));
			default -> lines.add(at, line + "," + line);
		}
	}

	private RunBooks isHeld(String kode, String... reasons) {
		RunBooks books = run(kode);
		assertThat(books.state()).as(String.valueOf(books.cause())).isEqualTo(RunState.HELD);
		HeldPlan plan = this.program.getBean(RunReports.class).held(Scope.of(Set.of(kode)), kode).orElseThrow();
		assertThat(plan.reasons()).extracting(HeldPlan.Reason::kind).contains(reasons);
		assertThat(plan.reasons()).allSatisfy((reason) -> {
			assertThat(reason.samples()).as(reason.kind()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
			assertThat(reason.samples().toString()).doesNotContainPattern("\\d{15}");
		});
		assertThat(books.changed() + books.waiting()).isZero();
		nothingIsSent(books);
		return books;
	}

	private void fails(String kode, String rule, String... words) {
		RunBooks books = run(kode);
		assertThat(books.state()).isEqualTo(RunState.FAILED);
		assertThat(books.cause()).isEqualTo(rule);
		assertThat(StartFaults.sentence(rule, books.causeArguments())).contains(words).doesNotContain("{");
		nothingIsSent(books);
	}

	private void nothingIsSent(RunBooks books) {
		assertThat(this.state.queryForObject("select count(*) from outbox where run_id = ?", Long.class, books.run()))
			.isZero();
		assertThat(this.registry.registry().ledger()).hasSize(this.sent);
		assertThat(accepted(KODE)).isEqualTo(this.versions);
		assertThat(books.close()).isTrue();
	}

	private RunBooks run(String kode) {
		RunBooks books = this.program.getBean(Sync.class).run(kode, "uji", false).orElseThrow();
		if (kode.equals(KODE)) {
			this.program.getBean(Dispatcher.class).drain(kode);
		}
		return this.program.getBean(Plans.class).books(books.run());
	}

	private Map<String, Integer> accepted(String kode) {
		Map<String, Integer> accepted = new TreeMap<>();
		this.state.query("""
				select d.kunci, d.version from document d join run r on r.id = d.run_id
				where d.instansi = ? and r.state = 'DONE' order by d.version""", (row) -> {
			accepted.put(row.getString(1), row.getInt(2));
		}, kode);
		return accepted;
	}

	/** An instansi that delivers the same kind of files. */
	private void add(String kode) throws IOException {
		this.home.write("config/instansi.yaml", this.home.read("config/instansi.yaml").stripTrailing()
				+ "\n  - {kode: \"%s\", nama: Kota Contoh, bps: \"%s\", zona: Asia/Jakarta, jadwal: \"0 0 7 * * ?\", petak: [0, %s]}\n"
					.formatted(kode, kode.replace(".", ""), kode.charAt(4)));
		for (String[] copy : new String[][] {
				{ "routes/instansi/16.09-oku-selatan.camel.yaml", "routes/instansi/" + kode + "-contoh.camel.yaml" },
				{ "mappings/16.09-oku-selatan.yaml", "mappings/" + kode + "-contoh.yaml" } }) {
			this.home.write(copy[1], this.home.read(copy[0]).replace("16.09", kode));
		}
	}

	/** The same people with other numbers: somebody else's. */
	private static String otherPeople(String text) {
		String other = NIP.matcher(text)
			.replaceAll((nip) -> nip.group(1) + "%03d".formatted((Integer.parseInt(nip.group(2)) + 499) % 999 + 1));
		return NIK.matcher(other)
			.replaceAll((nik) -> nik.group(1) + "%04d".formatted((Integer.parseInt(nik.group(2)) + 4999) % 9999 + 1));
	}

	private int newestYear() {
		List<String> lines = good("skp_ekspor.csv").lines().toList();
		int column = Arrays.asList(lines.get(0).split(",")).indexOf("tahun");
		// a typing error of the year is one of the demo's faults
		return lines.stream()
			.skip(1)
			.map((line) -> line.split(",", -1)[column])
			.filter((year) -> year.matches("20\\d\\d"))
			.collect(Collectors.groupingBy(Integer::valueOf, TreeMap::new, Collectors.counting()))
			.entrySet()
			.stream()
			.filter((year) -> year.getValue() > PEOPLE / 2)
			.mapToInt(Map.Entry::getKey)
			.max()
			.orElseThrow();
	}

	/** The rows that tell of nothing since then. */
	private static String without(String text, int year) {
		List<String> lines = new ArrayList<>(text.lines().toList());
		Pattern since = Pattern.compile("(?<!\\d)(" + year + "|" + (year + 1) + ")(?!\\d)");
		lines.subList(1, lines.size()).removeIf((line) -> since.matcher(line).find());
		return String.join("\n", lines) + "\n";
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.home.data().resolve("masuk").resolve(KODE))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private String good(String name) {
		return new String(this.good.get(name), StandardCharsets.UTF_8);
	}

	private Path file(String kode, String name) {
		return this.home.data().resolve("masuk").resolve(kode).resolve(name);
	}

	private void copy(String kode, UnaryOperator<String> change) throws IOException {
		for (String name : this.good.keySet()) {
			write(kode, name, change.apply(good(name)));
		}
	}

	private void write(String kode, String name, String text) throws IOException {
		Files.createDirectories(file(kode, name).getParent());
		Files.writeString(file(kode, name), text);
		Files.setLastModifiedTime(file(kode, name), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
	}

}
