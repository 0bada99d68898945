package id.simpul.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Simpul beside a hand-written floor, on the same people in the same PostgreSQL, each in
 * a process of its own with the same flags, in turns. CPU is that of the process and of
 * the database server together; both are warmed up before anything counts. Counted per
 * phase: a full run, a second one without a change, one with 1 % of the people changed.
 *
 * <p>
 * Started by {@code ./mvnw -Pbenchmark -Dpeople=10000}.
 */
public final class Benchmark {

	private static final int WARM_UP = 3000;

	/** Those with which the program starts itself. */
	private static final List<String> FLAGS = List.of("-Xmx320m", "-XX:+UseParallelGC", "-XX:NewRatio=1");

	private static final List<String> PHASES = List.of("full", "second", "1 %");

	private final int people;

	private final int port;

	private final ProcessTree server;

	private Benchmark(int people, int port, ProcessTree server) {
		this.people = people;
		this.port = port;
		this.server = server;
	}

	public static void main(String[] args) throws Exception {
		int people = Integer.parseInt(args[0]);
		Path folder = Files.createTempDirectory("simpul-benchmark");
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
			.setDataDirectory(folder.resolve("pg"))
			.setServerConfig("max_wal_size", "4GB")
			.setServerConfig("shared_buffers", "256MB")
			.start()) {
			ProcessTree server = ProcessTree.rootOf(folder.resolve("pg").resolve("postmaster.pid"));
			new Benchmark(people, postgres.getPort(), server).run(folder);
		}
	}

	private void run(Path folder) throws Exception {
		say("%d people, 24 rows of history each, PostgreSQL, flags %s", this.people, String.join(" ", FLAGS));
		fill("warm", 1, WARM_UP);
		fill("people", 1_000_000, this.people);
		Map<String, List<Figures>> figures = new LinkedHashMap<>();
		for (String side : List.of("floor", "simpul", "floor", "simpul", "floor", "simpul")) {
			int turn = figures.getOrDefault(side, List.of()).size();
			String store = "store_" + side + turn;
			execute("postgres", "drop database if exists " + store, "create database " + store);
			figures.computeIfAbsent(side, (s) -> new ArrayList<>()).add(side(side, store, folder.resolve(side + turn)));
			execute("people", "update pegawai set no_hp = '0812' || right(no_hp, 8) where no_hp like '0899%'",
					"vacuum");
		}
		report(figures);
	}

	/** One process, all phases. */
	private Figures side(String side, String store, Path home) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(FLAGS);
		command.addAll(List.of("-classpath", System.getProperty("java.class.path"), BenchmarkSide.class.getName(), side,
				String.valueOf(this.port), store, home.toString()));
		ProcessBuilder builder = new ProcessBuilder(command)
			.redirectError(home.resolveSibling(store + ".log").toFile());
		builder.environment().put("SIMPUL_BENCHMARK", "postgres");
		Process process = builder.start();
		Figures figures = new Figures(new ArrayList<>(), 0);
		try (BufferedReader from = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
				PrintWriter to = new PrintWriter(
						new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true)) {
			await(from, "ready", home.resolveSibling(store + ".log"));
			for (String phase : PHASES) {
				if (phase.equals("1 %")) {
					execute("people",
							"update pegawai set no_hp = '0899' || right(no_hp, 8)"
									+ " where nip in (select nip from pegawai order by right(nip, 3), nip limit "
									+ this.people / 100 + ")");
				}
				execute(store, "checkpoint");
				settle();
				double server = this.server.cpuSeconds();
				double client = ProcessTree.cpuSeconds(process.pid());
				long start = System.nanoTime();
				to.println(phase);
				String answer = await(from, "changed", home.resolveSibling(store + ".log"));
				double seconds = (System.nanoTime() - start) / 1e9;
				settle();
				figures.phases()
					.add(new Phase(seconds, ProcessTree.cpuSeconds(process.pid()) - client,
							this.server.cpuSeconds() - server, Long.parseLong(answer.split(" ")[1])));
			}
			long peak = ProcessTree.peakMemory(process.pid());
			to.println("end");
			process.waitFor();
			return new Figures(figures.phases(), peak);
		}
	}

	/** The server counts what a connection cost only when its process is gone. */
	private static void settle() throws InterruptedException {
		TimeUnit.SECONDS.sleep(1);
	}

	private static String await(BufferedReader from, String word, Path log) throws IOException {
		String line = from.readLine();
		while (line != null && !line.startsWith(word)) {
			line = from.readLine();
		}
		if (line == null) {
			throw new IllegalStateException("The process ended early, see " + log);
		}
		return line;
	}

	private void report(Map<String, List<Figures>> figures) {
		say("%n%-8s %-7s %10s %12s %12s %12s %10s %9s", "phase", "side", "people/s", "CPU us/pers", "client", "server",
				"changed", "peak MiB");
		for (int phase = 0; phase < PHASES.size(); phase++) {
			double floor = 0;
			for (Map.Entry<String, List<Figures>> side : figures.entrySet()) {
				double sum = 0;
				for (Figures turn : side.getValue()) {
					Phase p = turn.phases().get(phase);
					double each = (p.client() + p.server()) * 1e6 / this.people;
					sum += each;
					say("%-8s %-7s %10.0f %12.1f %12.1f %12.1f %10d %9d", PHASES.get(phase), side.getKey(),
							this.people / p.seconds(), each, p.client() * 1e6 / this.people,
							p.server() * 1e6 / this.people, p.changed(), turn.peakMemory() >> 20);
				}
				double mean = sum / side.getValue().size();
				if (side.getKey().equals("floor")) {
					floor = mean;
				}
				else {
					say("%-8s ratio   %.2f of CPU, all turns of each", PHASES.get(phase), mean / floor);
				}
			}
		}
	}

	private void fill(String database, int first, int count) throws SQLException, IOException {
		execute("postgres", "drop database if exists " + database, "create database " + database);
		try (InputStream in = Benchmark.class.getResourceAsStream("/benchmark/source.sql")) {
			String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8)
				.replace("${people}", String.valueOf(count))
				.replace("${first}", String.valueOf(first));
			execute(database, Stream.of(sql.split(";\\s*\n")).filter((part) -> !part.isBlank()).toArray(String[]::new));
		}
	}

	private void execute(String database, String... statements) throws SQLException {
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://localhost:" + this.port + "/" + database + "?user=postgres");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				if (sql.stripLeading().startsWith("select")) {
					try (ResultSet rows = statement.executeQuery(sql)) {
						rows.next();
					}
				}
				else {
					statement.execute(sql);
				}
			}
		}
	}

	private static void say(String format, Object... args) {
		System.out.println(String.format(Locale.ROOT, format, args));
	}

	private record Phase(double seconds, double client, double server, long changed) {
	}

	private record Figures(List<Phase> phases, long peakMemory) {
	}

}
