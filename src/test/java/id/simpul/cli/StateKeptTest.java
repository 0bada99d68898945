package id.simpul.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Simpul remembers is what keeps it from sending everything once more. Whatever
 * happened to it: it starts with all of it, or not at all and says why.
 */
class StateKeptTest {

	private static final Database H2 = new Database("h2", "localhost", 0, "simpul", "simpul", null, 2);

	private static final int PEOPLE = 3_000;

	private static Home home;

	@TempDir
	private Path folder;

	@BeforeAll
	static void runOnce(@TempDir Path shared) throws IOException {
		home = Home.in(shared, 20);
		assertThat(Spoken.by(home, "sync", "16.72").exit()).isZero();
	}

	@Test
	void startsWithAllOfItOrNotAtAllWhereverTheFileIsDamaged() throws Exception {
		Path data = Files.createDirectories(this.folder.resolve("data"));
		try (HikariDataSource database = (HikariDataSource) H2.open(data)) {
			new Schema(H2, data).migrate(flyway(database));
			fill(database);
		}
		byte[] whole = Files.readAllBytes(data.resolve("simpul.mv.db"));
		assertThat(counted(data)).isEqualTo(PEOPLE);
		Random random = new Random(14);
		ExecutorService pool = Executors.newFixedThreadPool(20);
		List<Future<Boolean>> starts = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			int at = random.nextInt(whole.length);
			byte[] damaged = (i % 2 == 0) ? Arrays.copyOf(whole, at) : whole.clone();
			if (i % 2 == 1) {
				damaged[at] ^= (byte) (1 << random.nextInt(8));
			}
			Path own = Files.createDirectories(this.folder.resolve("data" + i));
			Files.copy(data.resolve("simpul.ada"), own.resolve("simpul.ada"));
			Files.write(own.resolve("simpul.mv.db"), damaged);
			String how = ((i % 2 == 0) ? "cut" : "flipped") + " at " + at + " of " + whole.length;
			starts.add(pool.submit(() -> isRefused(own, how)));
		}
		int refused = 0;
		for (Future<Boolean> start : starts) {
			refused += start.get() ? 1 : 0;
		}
		pool.shutdown();
		assertThat(refused).isGreaterThanOrEqualTo(45);
	}

	/** Whether it does not start; when it starts, everybody is there. */
	private static boolean isRefused(Path data, String how) {
		try {
			assertThat(counted(data)).as(how).isEqualTo(PEOPLE);
			return false;
		}
		catch (SQLException | RuntimeException ex) {
			RuntimeException fault = (ex instanceof RuntimeException known) ? known : new IllegalStateException(ex);
			assertThat(StartFaults.explain(fault)).as(how)
				.isInstanceOf(CommandRefused.class)
				.message()
				.startsWith("Basis data Simpul ")
				.endsWith(".");
			return true;
		}
	}

	@Test
	void makesNoEmptyStateInPlaceOfOneThatIsGone() throws IOException {
		Path file = home.data().resolve("simpul.mv.db");
		byte[] whole = Files.readAllBytes(file);
		Files.delete(file);
		isRefused(Spoken.by(home, "sync", "16.72"), "simpul.ada");
		assertThat(file).doesNotExist();
		Files.write(file, new byte[0]);
		isRefused(Spoken.by(home, "sync", "16.72"), "cadangan");
		Files.write(file, whole);
		Spoken again = Spoken.by(home, "sync", "16.72", "--json");
		assertThat(again.exit()).isZero();
		assertThat(again.out()).contains("\"changed\":0,");
	}

	@Test
	void leavesTheStateOfANewerProgramAlone() throws Exception {
		sql(home, """
				insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
					"checksum", "installed_by", "execution_time", "success")
				values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'simpul', 1, true)""");
		isRefused(Spoken.by(home, "sync", "16.72"), "skemanya versi 99", "mengenal sampai versi ");
		sql(home, "delete from \"flyway_schema_history\" where \"version\" = '99'");
	}

	@Test
	void saysThatASchemaWasLeftHalfMade() throws Exception {
		Home fresh = Home.in(this.folder.resolve("fresh"), 20);
		Files.createDirectories(fresh.data());
		sql(fresh, "create table \"run\" (\"id\" bigint)");
		isRefused(Spoken.by(fresh, "sync", "16.72"), "terhenti di tengah jalan");
	}

	@Test
	void forgetsNoInstansiOfWhichSomethingIsStillToBeSent() throws Exception {
		String list = home.read("config/instansi.yaml");
		String without = list.lines()
			.filter((line) -> !line.contains("\"16.72\""))
			.reduce("", (all, line) -> all + line + "\n");
		home.write("config/instansi.yaml", without);
		assertThat(Spoken.by(home, "sync", "16.09").exit()).as("everything was sent").isZero();
		sql(home, "update \"run\" set \"waiting\" = 3 where \"id\" = 1");
		isRefused(Spoken.by(home, "sync", "16.09"), "16.72", "3 perubahannya");
		sql(home, "update \"run\" set \"waiting\" = 0 where \"id\" = 1");
		home.write("config/instansi.yaml", list);
	}

	private static void isRefused(Spoken said, String... words) {
		assertThat(said.exit()).isEqualTo(SimpulCommand.WRONG_USE);
		assertThat(said.err().strip().lines().toList()).last().asString().contains(words).endsWith(".");
		assertThat(said.err()).doesNotContain("\tat ", "Exception");
		assertThat(said.out()).isEmpty();
	}

	private static void sql(Home home, String statement) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.data().resolve("simpul")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "simpul", "");
				Statement change = connection.createStatement()) {
			change.execute(statement);
		}
	}

	private static Flyway flyway(HikariDataSource database) {
		return Flyway.configure().dataSource(database).load();
	}

	private static void fill(HikariDataSource database) throws SQLException {
		try (Connection connection = database.getConnection(); var insert = connection.prepareStatement("""
				insert into document (instansi, kunci, version, run_id, nip, hash, doc, origins, entries, changes,
					unchanged)
				values ('16.71', ?, 1, 1, '198001012005011001', ?, ?, 'data:1', 1, 1, 0)""")) {
			byte[] doc = new byte[600];
			for (int i = 0; i < PEOPLE; i++) {
				new Random(i).nextBytes(doc);
				insert.setString(1, "p" + i);
				insert.setBytes(2, Arrays.copyOf(doc, 32));
				insert.setBytes(3, doc);
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

	/** Starts as the program does and reads everybody. */
	private static long counted(Path data) throws SQLException {
		try (HikariDataSource database = (HikariDataSource) H2.open(data)) {
			new Schema(H2, data).migrate(flyway(database));
			long people = 0;
			try (Connection connection = database.getConnection();
					Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("select kunci, doc from document")) {
				while (rows.next()) {
					people += (rows.getBytes(2).length == 600) ? 1 : 0;
				}
			}
			return people;
		}
	}

}
