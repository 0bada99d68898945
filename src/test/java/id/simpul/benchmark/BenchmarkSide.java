package id.simpul.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.change.RunBooks;
import id.simpul.cli.BenchmarkPlace;
import id.simpul.sync.RouteFiles;
import id.simpul.sync.Sync;

/**
 * One of the two sides of {@link Benchmark}, in its own process: runs a phase for each
 * line it is given.
 */
public final class BenchmarkSide {

	private static final int WARM_UPS = 24;

	private BenchmarkSide() {
	}

	public static void main(String[] args) throws Exception {
		String port = args[1];
		String store = args[2];
		if (args[0].equals("floor")) {
			floor(port, store);
		}
		else {
			simpul(port, store, Path.of(args[3]));
		}
	}

	private static void floor(String port, String store) throws Exception {
		String server = "jdbc:postgresql://localhost:" + port + "/";
		String user = "?user=postgres&reWriteBatchedInserts=true";
		try (Connection connection = DriverManager.getConnection(server + store + user)) {
			try (Statement statement = connection.createStatement()) {
				statement.execute("create table document (instansi varchar(10) not null, kunci varchar(60) not null,"
						+ " hash bytea not null, doc bytea not null, primary key (instansi, kunci))");
				statement.execute(Files.readString(Path.of("src/main/resources/db/postgresql/V3__lz4.sql")));
			}
			connection.setAutoCommit(false);
			warmUp(port, () -> new Floor(server + "warm" + user, connection, "16.01").run());
			phases(() -> new Floor(server + "people" + user, connection, "16.71").run());
		}
	}

	private static void simpul(String port, String store, Path home) throws Exception {
		installation(port, store, home);
		try (ConfigurableApplicationContext context = BenchmarkPlace.start(home)) {
			context.getBean(RouteFiles.class).load();
			Sync sync = context.getBean(Sync.class);
			warmUp(port, () -> sync.run("16.01", "benchmark", false).orElseThrow().changed());
			phases(() -> {
				RunBooks books = sync.run("16.71", "benchmark", false).orElseThrow();
				if (!books.close() || books.rejected() > 0) {
					throw new IllegalStateException("The run is not clean: " + books);
				}
				return changedPeople(context, books);
			});
		}
	}

	/**
	 * A resident program has met all of this before: nothing that is measured may be
	 * compiled while it is.
	 */
	private static void warmUp(String port, Callable<Long> run) throws Exception {
		try (Connection warm = DriverManager
			.getConnection("jdbc:postgresql://localhost:" + port + "/warm?user=postgres");
				Statement statement = warm.createStatement()) {
			for (int i = 0; i < WARM_UPS; i++) {
				run.call();
				statement.execute("update pegawai set no_hp = '08" + (10 + i)
						+ "' || right(no_hp, 8) where right(nip, 1) = '" + i % 2 + "'");
			}
		}
	}

	private static long changedPeople(ConfigurableApplicationContext context, RunBooks books) {
		return new JdbcTemplate(context.getBean(DataSource.class))
			.queryForObject("select count(*) from document where run_id = ?", Long.class, books.run());
	}

	private static void phases(Callable<Long> phase) throws Exception {
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		System.out.println("ready");
		for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
			System.out.println("changed " + phase.call());
		}
	}

	/** An installation of two instansi, with the routes of this repository. */
	private static void installation(String port, String store, Path home) throws IOException {
		Files.createDirectories(home.resolve("config"));
		Files.createDirectories(home.resolve("mappings"));
		Files.createDirectories(home.resolve("routes/instansi"));
		Files.createDirectories(home.resolve("routes/template"));
		Files.writeString(home.resolve("config/application.yaml"),
				"""
						simpul:
						  database: {driver: postgresql, port: %s, name: %s, user: postgres, password: "env:SIMPUL_BENCHMARK"}
						  siasn: {base: "http://localhost:1/", apim-token: "http://localhost:1/", sso-token: "http://localhost:1/"}
						"""
					.formatted(port, store));
		Files.writeString(home.resolve("config/instansi.yaml"),
				"""
						instansi:
						  - {kode: "16.01", nama: Kabupaten Ogan Komering Ulu, bps: "1601", zona: Asia/Jakarta, jadwal: "0 0 5 * * ?", petak: [1, 1]}
						  - {kode: "16.71", nama: Kota Palembang, bps: "1671", zona: Asia/Jakarta, jadwal: "0 0 5 * * ?", petak: [4, 1]}
						""");
		for (String file : new String[] { "errors.camel.yaml", "pipeline.camel.yaml",
				"template/database.camel.yaml" }) {
			Files.copy(Path.of("routes").resolve(file), home.resolve("routes").resolve(file));
		}
		try (InputStream in = BenchmarkSide.class.getResourceAsStream("/benchmark/mapping.yaml")) {
			String mapping = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (String[] one : new String[][] { { "16.01", "warm" }, { "16.71", "people" } }) {
				Files.writeString(home.resolve("mappings/" + one[0] + "-x.yaml"), mapping.replace("${kode}", one[0]));
				Files.writeString(home.resolve("routes/instansi/" + one[0] + "-x.camel.yaml"), """
						- templatedRoute:
						    routeTemplateRef: database
						    routeId: "Baca %1$s"
						    parameters:
						      - {name: instansi, value: "%1$s"}
						      - {name: driver, value: postgresql}
						      - {name: port, value: "%2$s"}
						      - {name: database, value: "%3$s"}
						      - {name: user, value: postgres}
						      - {name: password, value: "env:SIMPUL_BENCHMARK"}
						""".formatted(one[0], port, one[1]));
			}
		}
	}

}
