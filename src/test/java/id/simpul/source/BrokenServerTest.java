package id.simpul.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Real servers whose connection breaks, keeps silent, or whose tables somebody else has
 * locked: a pass is read whole or it is a fault, and it comes to an end.
 */
class BrokenServerTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "pegawai", "nip", "nip", "nama");

	private static final Dataset JABATAN = Reading.history("jabatan", "riwayat_jabatan", "nip", "nip", "jabatan");

	private static final int PEOPLE = 2_000;

	private static final int SEEDS = 50;

	enum Server {

		POSTGRESQL {

			@Override
			TestDatabases.Database database() {
				return TestDatabases.postgres()
					.execute(TABLE, HISTORY,
							"insert into pegawai select lpad(i::text, 18, '0'), repeat('x', 40) from generate_series(1, "
									+ PEOPLE + ") i",
							"insert into riwayat_jabatan select lpad(i::text, 18, '0'), repeat('y', 40)"
									+ " from generate_series(1, " + PEOPLE + ") i");
			}

			@Override
			String lock() {
				return "lock table pegawai in access exclusive mode";
			}

		},

		MARIADB {

			@Override
			TestDatabases.Database database() {
				return TestMariaDb.database()
					.execute(TABLE, HISTORY,
							"insert into pegawai select lpad(seq, 18, '0'), repeat('x', 40) from seq_1_to_" + PEOPLE,
							"insert into riwayat_jabatan select lpad(seq, 18, '0'), repeat('y', 40) from seq_1_to_"
									+ PEOPLE);
			}

			@Override
			String lock() {
				return "lock tables pegawai write";
			}

		};

		private static final String TABLE = "create table pegawai(nip varchar(18) primary key, nama varchar(50))";

		private static final String HISTORY = "create table riwayat_jabatan(nip varchar(18), jabatan varchar(50))";

		abstract TestDatabases.Database database();

		/** What a session says that lets nobody else read the table of people. */
		abstract String lock();

	}

	@ParameterizedTest
	@EnumSource(Server.class)
	void readsEverythingOrNothingWhereverTheConnectionIsCut(Server kind) {
		TestDatabases.Database database = kind.database();
		try (ChaosProxy proxy = new ChaosProxy(database.port())) {
			DatabaseSource source = source(database, proxy);
			List<String> whole = Reading.of(source, PEGAWAI, JABATAN).rows();
			assertThat(whole).hasSize(2 * PEOPLE);
			proxy.well();
			Reading.of(source, PEGAWAI, JABATAN);
			long bytes = proxy.passed();
			assertThat(bytes).isGreaterThan(PEOPLE * 100L);
			Random random = new Random(1);
			for (int seed = 0; seed < SEEDS; seed++) {
				// a tenth of them while it is still connecting
				long at = random.nextLong((seed % 10 == 0) ? 2_000 : bytes * 9 / 10);
				proxy.cutAfter(at);
				SourceFault fault = catchThrowableOfType(SourceFault.class, () -> Reading.of(source, PEGAWAI, JABATAN));
				assertThat(fault).as("cut after %s of %s bytes", at, bytes).isNotNull();
				assertThat(fault.rule()).isIn("SUMBER_TERPUTUS", "SUMBER_TIDAK_TERSAMBUNG");
				assertThat(fault.toString() + fault.getCause()).doesNotContain("localhost", "127.0.0.1");
			}
			proxy.well();
			assertThat(Reading.of(source, PEGAWAI, JABATAN).rows()).isEqualTo(whole);
		}
	}

	@Test
	void comesBackFromAServerThatFallsSilentAndLeavesNoThreadBehind() throws Exception {
		TestDatabases.Database postgres = Server.POSTGRESQL.database();
		TestDatabases.Database mariadb = Server.MARIADB.database();
		Reading.of(postgres.source(), PEGAWAI);
		Reading.of(mariadb.source(), PEGAWAI);
		Set<String> before = threads();
		List<ChaosProxy> proxies = new ArrayList<>();
		List<CompletableFuture<SourceFault>> readers = new ArrayList<>();
		long begin = System.nanoTime();
		for (TestDatabases.Database database : List.of(postgres, mariadb)) {
			for (long bytes : new long[] { 0, 1_500, 60_000 }) {
				ChaosProxy proxy = new ChaosProxy(database.port()).hangAfter(bytes);
				proxies.add(proxy);
				DatabaseSource source = source(database, proxy);
				source.setTimeLimit("1s");
				readers.add(CompletableFuture.supplyAsync(
						() -> catchThrowableOfType(SourceFault.class, () -> Reading.of(source, PEGAWAI)),
						(work) -> new Thread(work, "reader").start()));
			}
		}
		for (CompletableFuture<SourceFault> reader : readers) {
			assertThat(reader.get(30, TimeUnit.SECONDS)).isNotNull()
				.extracting(SourceFault::rule)
				.isIn("SUMBER_TERPUTUS", "SUMBER_TIDAK_TERSAMBUNG", "BATAS_WAKTU_SUMBER");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));
		proxies.forEach(ChaosProxy::close);
		for (int i = 0; i < 100 && !before.containsAll(threads()); i++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		assertThat(before).containsAll(threads());
	}

	@ParameterizedTest
	@EnumSource(Server.class)
	void givesUpOnATableThatSomebodyHasLocked(Server kind) throws SQLException {
		TestDatabases.Database database = kind.database();
		DatabaseSource source = database.source();
		source.setTimeLimit("2s");
		try (Connection owner = database.connect(); Statement statement = owner.createStatement()) {
			owner.setAutoCommit(false);
			statement.execute(kind.lock());
			long begin = System.nanoTime();
			SourceFault fault = catchThrowableOfType(SourceFault.class, () -> Reading.of(source, PEGAWAI));
			assertThat(fault.rule()).isEqualTo("SUMBER_TERPUTUS");
			assertThat(fault.args()).last().isEqualTo("tabel sedang dikunci");
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
			owner.rollback();
		}
		source.setTimeLimit("1m");
		assertThat(Reading.of(source, PEGAWAI).people).hasSize(PEOPLE);
	}

	/** The personnel system goes on working while it is read. */
	@ParameterizedTest
	@EnumSource(Server.class)
	void keepsNobodyFromWriting(Server kind) throws SQLException {
		TestDatabases.Database database = kind.database();
		try (Source.Batches batches = database.source().open(Reading.run(PEGAWAI, JABATAN));
				Connection owner = database.connect();
				Statement statement = owner.createStatement()) {
			assertThat(batches.next().people()).isNotEmpty();
			statement.setQueryTimeout(2);
			for (int i = 1; i <= 200; i++) {
				assertThat(statement
					.executeUpdate("update pegawai set nama = 'baru' where nip = '%018d'".formatted(PEOPLE - i)))
					.isOne();
			}
			statement.executeUpdate("delete from riwayat_jabatan where nip = '%018d'".formatted(PEOPLE));
			List<PersonRows> people = new ArrayList<>();
			batches.forEachRemaining((batch) -> people.addAll(batch.people()));
			assertThat(people).hasSizeGreaterThan(PEOPLE / 2)
				.noneMatch((person) -> Reading.values(person.rows().get(0)).contains("baru"));
		}
	}

	private static DatabaseSource source(TestDatabases.Database database, ChaosProxy proxy) {
		DatabaseSource source = database.source();
		source.setPort(String.valueOf(proxy.port()));
		source.setFetchSize("100");
		return source;
	}

	/** Those that read: drivers keep some of their own. */
	private static Set<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.matches("(?i)reader|chaos|.*(postgres|mariadb|timer).*"))
			.collect(Collectors.toSet());
	}

}
