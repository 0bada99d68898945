package id.simpul.national;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.pegawai.Entry;
import id.simpul.simulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database server is ended at once, and started again, again and again while a lane
 * delivers: the program goes on without being started anew, and everything arrives once.
 */
class DatabaseRestartTest {

	private static final int TIMES = 6;

	private static final int PEOPLE = 150;

	@Test
	void theProgramOutlivesItsDatabaseServer(@TempDir Path folder) throws Exception {
		Path cluster = folder.resolve("postgresql");
		ExecutorService lane = Executors.newSingleThreadExecutor();
		try (EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setDataDirectory(cluster)
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("shared_buffers", "64MB")
			.setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
			.setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
			.start();
				HikariDataSource pool = new HikariDataSource(pool(server));
				Bureau bureau = Bureau.open(folder, pool, Duration.ofSeconds(2), Duration.ofMillis(200),
						IntUnaryOperator.identity())) {
			Map<Integer, List<Entry>> people = new HashMap<>();
			IntStream.range(0, PEOPLE).forEach((person) -> {
				bureau.known(person);
				people.put(person, List.of(Bureau.jabatan(person), Bureau.kursus(person, 5)));
			});
			bureau.accept(people);
			// slowly enough that every restart meets a lane at work
			bureau.simulator().faults().add(Fault.delay(Duration.ofMillis(60)));
			List<Integer> met = new ArrayList<>();
			for (int time = 0; time < TIMES; time++) {
				int before = bureau.simulator().registry().writes();
				AtomicReference<Future<?>> turn = new AtomicReference<>(lane.submit(bureau::drain));
				Bureau.await(() -> {
					if (turn.get().isDone()) {
						bureau.pass(Duration.ofMinutes(2));
						turn.set(lane.submit(bureau::drain));
					}
					return bureau.simulator().registry().writes() >= before + 20 && !turn.get().isDone();
				});
				met.add(bureau.simulator().registry().writes());
				restart(folder, cluster);
				turn.get().get();
				bureau.pass(Duration.ofMinutes(2));
			}
			bureau.simulator().faults().clear();
			forgetBroken(pool);
			bureau.deliver(20);
			System.out.println("figures: writes before each restart " + met + ", " + bureau.states());
			for (int person = 0; person < PEOPLE; person++) {
				assertThat(bureau.saves(person, "jabatan")).as("%d", person).hasSize(1);
				assertThat(bureau.saves(person, "kursus")).as("%d", person).hasSize(1);
			}
			assertThat(bureau.jdbc().queryForObject("select count(*) from balance where not closes", Long.class))
				.isZero();
		}
		finally {
			lane.shutdownNow();
		}
	}

	private static HikariConfig pool(EmbeddedPostgres server) {
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
		pool.setUsername("postgres");
		pool.setPassword("postgres");
		pool.setMaximumPoolSize(10);
		return pool;
	}

	/** The questions of this test itself are not to meet what the last restart broke. */
	private static void forgetBroken(HikariDataSource pool) throws SQLException {
		List<Connection> all = new ArrayList<>();
		for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
			all.add(pool.getConnection());
		}
		for (Connection one : all) {
			try (one; Statement question = one.createStatement()) {
				question.execute("select 1");
			}
			catch (SQLException ex) {
				// closing it has thrown it away
			}
		}
	}

	private static void restart(Path folder, Path cluster) throws IOException, InterruptedException {
		String postgres = Files.readString(cluster.resolve("postmaster.opts")).split(" ")[0];
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			command.addAll(List.of("unshare", "-U")); // it refuses to run as root
		}
		command.addAll(List.of(Path.of(postgres).resolveSibling("pg_ctl").toString(), "restart", "-m", "immediate",
				"-w", "-D", cluster.toString(), "-l", folder.resolve("postgresql.log").toString()));
		Process restart = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("pg_ctl.log").toFile())
			.start();
		assertThat(restart.waitFor()).as("PostgreSQL: %s", Files.readString(folder.resolve("pg_ctl.log"))).isZero();
	}

}
