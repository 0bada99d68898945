package id.simpul.reliability;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import id.simpul.demo.DemoProvince;
import id.simpul.demo.Expected;
import id.simpul.reliability.Oracle.Expectation;

/**
 * An installation of three instansi, and beside it a registry that does not belong to it:
 * two homes, two kinds of processes, one data folder with the sources of the demo
 * province.
 */
final class Premises {

	private static final Path REPOSITORY = Path.of("").toAbsolutePath();

	private static final int PEOPLE = 60;

	private static final Duration TO_REST = Duration.ofSeconds(60);

	/** A run every few seconds: there is always one to be killed. */
	private static final String OFTEN = "0/4 * * * * ?";

	/** Nothing is held back here: what is edited is meant. */
	private static final String NO_BRAKE = Stream.of("hilang", "berubah", "baru", "kolom", "baris")
		.map((limit) -> limit + ": {persen: 100, minimal: 1000000}")
		.reduce((a, b) -> a + ", " + b)
		.orElseThrow();

	private final Path folder;

	private final int registryPort = freePort();

	private final long seed;

	private int children;

	/** How the program is started; as an operator does, unless it is started often. */
	private List<String> flags = List.of();

	/**
	 * @param seed of the province
	 */
	Premises(Path folder, long seed) throws IOException {
		this.folder = folder;
		this.seed = seed;
		for (String part : new String[] { "config", "routes", "mappings" }) {
			copy(REPOSITORY.resolve(part), home().resolve(part));
		}
		Path list = home().resolve("config/instansi.yaml");
		StringBuilder lines = new StringBuilder();
		for (String line : Files.readAllLines(list)) {
			Matcher kode = Pattern.compile("- \\{kode: \"([0-9.]+)\"").matcher(line);
			if (!kode.find()) {
				lines.append(line).append('\n');
			}
			else if (Sources.LAYOUTS.containsKey(kode.group(1))) {
				lines
					.append(line
						.replaceFirst("jadwal: \"[^\"]*\"", "jadwal: \"" + Matcher.quoteReplacement(OFTEN) + '"')
						.replaceFirst("}$", ", batas: {" + NO_BRAKE + "}}"))
					.append('\n');
			}
		}
		Files.writeString(list, lines);
		for (String part : new String[] { "routes/instansi", "mappings" }) {
			try (Stream<Path> files = Files.list(home().resolve(part))) {
				for (Path file : files.filter(Premises::isOfAnother).toList()) {
					Files.delete(file);
				}
			}
		}
		copy(home().resolve("config"), registryHome().resolve("config"));
	}

	private static boolean isOfAnother(Path file) {
		String name = file.getFileName().toString();
		return name.startsWith("16")
				&& Sources.LAYOUTS.keySet().stream().noneMatch((kode) -> name.startsWith(kode + "-"));
	}

	/** Writes the settings of both. */
	void settle(Store store) throws IOException {
		String settings = Files.readString(REPOSITORY.resolve("config/application.yaml"))
			.replace("port: 8080", "port: 0")
			.replace("8090", String.valueOf(this.registryPort))
			.replace("people: 200", "people: " + PEOPLE)
			// the registry here does nothing late
			.replace("in-flight: 4", "in-flight: 4\n    quiet: 1s")
			.replace("# read-timeout: 60s", "read-timeout: 2s")
			.replace("seed: 1672", "seed: " + this.seed);
		Files.writeString(home().resolve("config/application.yaml"),
				settings.replace("driver: h2", store.settings()).replace("enabled: true", "enabled: false"));
		Files.writeString(registryHome().resolve("config/application.yaml"), settings);
	}

	Path home() {
		return this.folder.resolve("instalasi");
	}

	private Path registryHome() {
		return this.folder.resolve("registri");
	}

	Path data() {
		return home().resolve("data");
	}

	Path ledger() {
		return this.folder.resolve("buku-besar.jsonl");
	}

	/**
	 * Starts the registry, at the first time with a province of its own.
	 * @param latency of its answers, so that there is time to be killed in
	 */
	Child registry(Duration latency) throws InterruptedException {
		Child registry = Child.start(this.folder.resolve("log"), "registri-" + ++this.children,
				List.of("-Dsimpul.demo.latency=" + latency.toMillis() + "ms", "-jar", Child.JAR.toString()), "simulate",
				"--home=" + registryHome(), "--data=" + data(), "--port=" + this.registryPort, "--ledger=" + ledger());
		registry.awaitSaid("http://", Duration.ofSeconds(60));
		return registry;
	}

	/**
	 * Lets the program start in half the time from now on: unpacked, and with its classes
	 * in an archive that a first start leaves behind.
	 */
	void hurry() throws InterruptedException {
		Path jar = Child.unpack(this.folder);
		Path archive = this.folder.resolve("kelas.jsa");
		this.flags = List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-jar",
				jar.toString());
		try (Child first = simpul("serve")) {
			first.awaitSaid("Konsol:", Duration.ofSeconds(60));
			first.terminate(Duration.ofSeconds(60));
		}
		this.flags = List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-jar", jar.toString());
	}

	/** Starts the program with a command. */
	Child simpul(String... command) {
		String[] words = Stream.concat(Stream.of(command), Stream.of("--home=" + home())).toArray(String[]::new);
		String name = command[0] + "-" + ++this.children;
		return this.flags.isEmpty() ? Child.start(this.folder.resolve("log"), name, words)
				: Child.start(this.folder.resolve("log"), name, this.flags, words);
	}

	/**
	 * Lets the program come to rest.
	 * @return what it has written down then, or after a minute
	 */
	State rest(Store store) throws InterruptedException, SQLException, IOException {
		long begin = System.nanoTime();
		State state;
		do {
			try (Child sync = simpul("sync", "--all", "--json")) {
				int exit = sync.exitCode(Duration.ofSeconds(120));
				if (exit > 1) {
					throw new IllegalStateException("sync ended with " + exit + ":\n" + sync.said() + sync.logged());
				}
			}
			try (Connection database = store.look()) {
				state = State.read(database);
			}
		}
		while (state.waiting() > 0 && System.nanoTime() - begin < TO_REST.toNanos());
		return state;
	}

	/** The day up to which everything in the province has happened. */
	LocalDate today() throws IOException {
		return LocalDate.parse(born()[2]);
	}

	/** What is known of the province from itself. */
	Map<String, Expectation> expected() throws IOException {
		String[] born = born();
		Expected expected = DemoProvince
			.of(Long.parseLong(born[0]), Integer.parseInt(born[1]), LocalDate.parse(born[2]))
			.expected();
		Map<String, Expectation> ours = new TreeMap<>();
		Sources.LAYOUTS.keySet().forEach((kode) -> {
			Expected.Books books = expected.of(kode);
			ours.put(kode, new Expectation(books.rowsRead(), books.read(), books.creates()));
		});
		return ours;
	}

	private String[] born() throws IOException {
		return Files.readString(data().resolve("sumber/provinsi.txt")).strip().split(" ");
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(file, target);
				}
			}
		}
	}

}
