package id.simpul.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.demo.Demo;
import id.simpul.demo.DemoSettings;
import id.simpul.simulator.Simulator;
import id.simpul.simulator.Weather;
import id.simpul.source.Installation;

/**
 * How near Simpul comes to the pace that a registry allows, and that it never exceeds it:
 * the sources are read while the registry is closed, so that everything waits; then it
 * opens. Counted at the registry, from the arrivals of its calls; what came of it is
 * compared between outbox and ledger. In the middle the program may be killed once, to
 * see how soon it serves again.
 *
 * <p>
 * Started by {@code ./mvnw -Ppush -Dlimit=100 -Dlatency=50 -Dpeople=200 -Dfaults=1
 * -Dinstansi=16.71 -Dkill=true}.
 */
public final class Push {

	private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx320m", "-XX:+UseParallelGC", "-XX:NewRatio=1", "-classpath", System.getProperty("java.class.path"),
			"id.simpul.Simpul");

	private static final Duration IDLE = Duration.ofSeconds(15);

	private final int limit;

	private final Duration latency;

	private final int people;

	private final int faults;

	private final Set<String> instansi;

	private final boolean kill;

	private final Path home;

	private Push(String[] args, Path home) {
		this.limit = Integer.parseInt(args[0]);
		this.latency = Duration.ofMillis(Long.parseLong(args[1]));
		this.people = Integer.parseInt(args[2]);
		this.faults = Integer.parseInt(args[3]);
		this.instansi = args[4].equals("all") ? Set.of() : Set.of(args[4].split(","));
		this.kill = Boolean.parseBoolean(args[5]);
		this.home = home;
	}

	public static void main(String[] args) throws Exception {
		System.setProperty("sun.net.httpserver.nodelay", "true");
		new Push(args, Files.createTempDirectory("simpul-push")).run();
		System.exit(0);
	}

	private void run() throws Exception {
		int port = freePort();
		furnish(port);
		Installation place = new Installation(this.home, this.home.resolve("data"));
		DemoSettings province = new DemoSettings(true, this.people, 1672, port, Duration.ZERO);
		Demo demo = new Demo(place, province);
		demo.prepare();
		try (Simulator registry = demo.registry(demo.registrySettings(port, null).latency(this.latency))) {
			registry.faults().closed(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
			program("sync", "--all").waitFor();
			say("limit %d/s, latency %d ms, faults %d %%, %d people of %s: %d changes wait", this.limit,
					this.latency.toMillis(), this.faults, this.people,
					this.instansi.isEmpty() ? "each of 18 instansi" : this.instansi, waiting());
			registry.faults().clear();
			if (this.faults > 0) {
				registry.faults().weather(Weather.of(1672, this.faults).ofSingleCalls());
			}
			registry.resetArrivals();
			Map<String, List<long[]>> samples = new TreeMap<>();
			long begin = System.nanoTime();
			boolean killed = !this.kill;
			while (waiting() > 0) {
				Process program = serve();
				killed = watch(registry, samples, program, killed);
				program.destroy();
				program.waitFor();
			}
			say("nothing waits after %.0f s", (System.nanoTime() - begin) / 1e9);
			report(registry, samples);
			compare();
		}
	}

	/** Reads arrivals every second until there have been none for a while. */
	private boolean watch(Simulator registry, Map<String, List<long[]>> samples, Process program, boolean killedBefore)
			throws InterruptedException, IOException {
		boolean killed = killedBefore;
		Process running = program;
		long last = System.nanoTime();
		long total = 0;
		long started = last;
		while (System.nanoTime() - last < IDLE.toNanos() && running.isAlive()) {
			TimeUnit.MILLISECONDS.sleep(500);
			long now = System.nanoTime();
			long sum = 0;
			for (var one : registry.arrivals().entrySet()) {
				samples.computeIfAbsent(one.getKey(), (kode) -> new ArrayList<>())
					.add(new long[] { now, one.getValue().total() });
				sum += one.getValue().total();
			}
			last = (sum > total) ? now : last;
			total = sum;
			if (!killed && now - started > Duration.ofSeconds(20).toNanos()) {
				running.destroyForcibly().waitFor();
				say("killed in the middle");
				running = serve();
				killed = true;
				last = System.nanoTime();
			}
		}
		running.destroy();
		running.waitFor();
		return killed;
	}

	private Process serve() throws IOException, InterruptedException {
		long begin = System.nanoTime();
		Process program = program("serve");
		Path said = this.home.resolve("serve.out");
		while (!Files.readString(said).contains("Konsol:") && program.isAlive()) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		say("ready to serve after %.1f s", (System.nanoTime() - begin) / 1e9);
		return program;
	}

	private Process program(String... words) throws IOException {
		List<String> command = new ArrayList<>(JAVA);
		command.addAll(List.of(words));
		command.add("--home=" + this.home);
		return new ProcessBuilder(command).redirectOutput(this.home.resolve(words[0] + ".out").toFile())
			.redirectError(this.home.resolve(words[0] + ".err").toFile())
			.start();
	}

	private void report(Simulator registry, Map<String, List<long[]>> samples) {
		say("%-8s %8s %10s %16s %8s", "instansi", "calls", "peak/s", "sustained/s", "of limit");
		double least = Double.MAX_VALUE;
		long peak = 0;
		for (var one : registry.arrivals().entrySet()) {
			if (one.getKey().isEmpty()) {
				continue;
			}
			double rate = sustained(samples.get(one.getKey()));
			say("%-8s %8d %10d %16.1f %7.1f%%", one.getKey(), one.getValue().total(), one.getValue().peak(), rate,
					rate * 100 / this.limit);
			least = Math.min(least, rate);
			peak = Math.max(peak, one.getValue().peak());
		}
		say("highest second %d of %d allowed, lowest sustained rate %.1f %%", peak, this.limit,
				least * 100 / this.limit);
	}

	/**
	 * Between a tenth and nine tenths of all calls: without the start and the last
	 * stragglers.
	 */
	private static double sustained(List<long[]> samples) {
		long all = samples.get(samples.size() - 1)[1];
		long[] from = samples.stream().filter((one) -> one[1] >= all / 10).findFirst().orElseThrow();
		long[] to = samples.stream().filter((one) -> one[1] >= all * 9 / 10).findFirst().orElseThrow();
		return (to[1] - from[1]) * 1e9 / Math.max(1, to[0] - from[0]);
	}

	private void compare() throws SQLException, IOException {
		Map<String, Integer> creates = new HashMap<>();
		Set<String> saved = new HashSet<>();
		long writes = 0;
		try (Stream<String> lines = Files.lines(this.home.resolve("data/registri/buku-besar.jsonl"))) {
			for (String line : (Iterable<String>) lines::iterator) {
				JsonNode one = JsonMapper.shared().readTree(line);
				if (one.path("kind").asString().equals("write") && one.path("accepted").asBoolean()
						&& !one.path("operation").asString().equals("sync")) {
					writes++;
					saved.add(one.path("id").asString());
					if (one.path("operation").asString().equals("create")) {
						creates.merge(
								one.path("resource").asString() + one.path("pnsId").asString() + one.path("payload"), 1,
								Integer::sum);
					}
				}
			}
		}
		long lost = 0;
		long acked = 0;
		Map<String, Long> states = new TreeMap<>();
		try (Connection database = database(); Statement select = database.createStatement()) {
			try (ResultSet rows = select.executeQuery("select state, count(*) from outbox group by state")) {
				while (rows.next()) {
					states.put(rows.getString(1), rows.getLong(2));
				}
			}
			try (ResultSet rows = select
				.executeQuery("select remote_id from outbox where state = 'ACKED' and resource <> 'pegawai'")) {
				while (rows.next()) {
					acked++;
					lost += saved.contains(rows.getString(1)) ? 0 : 1;
				}
			}
		}
		say("ledger: %d accepted writes; outbox: %s", writes, states);
		say("acknowledged but not in the ledger: %d of %d; created twice: %d of %d", lost, acked,
				creates.values().stream().filter((count) -> count > 1).count(), creates.size());
	}

	private long waiting() throws SQLException {
		try (Connection database = database();
				Statement select = database.createStatement();
				ResultSet rows = select.executeQuery("select sum(waiting) from run where state = 'DONE'")) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private Connection database() throws SQLException {
		return DriverManager.getConnection("jdbc:h2:file:" + this.home.resolve("data/simpul")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "simpul", "");
	}

	private void furnish(int port) throws IOException {
		for (String part : List.of("config", "routes", "mappings")) {
			copy(Path.of(part), this.home.resolve(part));
		}
		Path list = this.home.resolve("config/instansi.yaml");
		StringBuilder kept = new StringBuilder();
		for (String line : Files.readAllLines(list)) {
			Matcher kode = Pattern.compile("- \\{kode: \"([0-9.]+)\"").matcher(line);
			if (!kode.find() || this.instansi.isEmpty() || this.instansi.contains(kode.group(1))) {
				// nobody is run by a schedule in the middle of it
				kept.append(line.replaceFirst("jadwal: \"[^\"]*\"", "jadwal: \"0 0 3 1 1 ?\"")).append('\n');
			}
		}
		Files.writeString(list, kept);
		Path settings = this.home.resolve("config/application.yaml");
		Files.writeString(settings,
				Files.readString(settings, StandardCharsets.UTF_8)
					.replace("port: 8080", "port: " + freePort())
					.replace("8090", String.valueOf(port))
					.replaceFirst("per-second: \\d+", "per-second: " + this.limit)
					.replaceFirst("in-flight: \\d+", "in-flight: 64\n    quiet: 3s\n    read-timeout: 2s")
					.replace("enabled: true", "enabled: false"));
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				if (Files.isRegularFile(file)) {
					Files.copy(file, target);
				}
			}
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void say(String format, Object... args) {
		System.out.println(String.format(Locale.ROOT, format, args));
	}

}
