package id.simpul.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.person;
import static org.assertj.core.api.Assertions.assertThat;

/** Databases that are put back, and those that only look like it. */
class GenerationTest {

	@TempDir
	private Path folder;

	private HikariDataSource database;

	private JdbcTemplate jdbc;

	private void open(StateDatabase kind) {
		this.database = kind.fresh();
		this.jdbc = new JdbcTemplate(this.database);
	}

	@AfterEach
	void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aDatabaseThatIsPutBackUnderTheRunningProgramIsNoticed(StateDatabase kind) throws IOException {
		open(kind);
		Generation running = generation();
		assertThat(running.begin()).isFalse();
		running.rise();
		backUp();
		running.rise();
		assertThat(running.awaitsRun(Office.KODE)).isFalse();
		putBack();
		assertThat(running.rise()).isTrue();
		assertThat(running.awaitsRun(Office.KODE)).as("nothing goes before the source is read again").isTrue();
		assertThat(this.jdbc.queryForList("select number from generation where restored = true", Long.class))
			.containsExactly(2L);
		assertThat(Files.readAllLines(mark())).as("not lowered").contains("number=2");
		assertThat(running.rise()).as("said once").isFalse();
		assertThat(generation().begin()).as("known already").isFalse();
		assertThat(generation().awaitsRun(Office.KODE)).isTrue();
		accepted(Instant.now());
		assertThat(running.awaitsRun(Office.KODE)).isFalse();
		assertThat(running.awaitsRun("16.01")).as("another instansi").isTrue();
	}

	/** The mark rises every few seconds, a lane may begin at any moment. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void alsoWhenALaneIsTheFirstToLook(StateDatabase kind) {
		open(kind);
		Generation running = generation();
		running.begin();
		backUp();
		running.rise();
		putBack();
		assertThat(running.awaitsRun(Office.KODE)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aDatabaseOfBeforeTheFirstStartIsNoticedToo(StateDatabase kind) {
		open(kind);
		Generation running = generation();
		running.begin();
		this.jdbc.update("delete from generation");
		assertThat(running.rise()).isTrue();
		assertThat(running.awaitsRun(Office.KODE)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void anotherNodeThatGoesOnIsNoRestore(StateDatabase kind) {
		open(kind);
		Generation here = generation();
		Generation there = new Generation(this.database, Clock.systemUTC(), this.folder.resolve("lain"));
		assertThat(here.begin() || there.begin()).isFalse();
		for (int i = 0; i < 5; i++) {
			assertThat(here.rise() || there.rise() || there.rise()).isFalse();
		}
		backUp();
		here.rise();
		putBack();
		assertThat(here.rise()).isTrue();
		assertThat(there.rise()).as("said already").isFalse();
		assertThat(there.awaitsRun(Office.KODE)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void nodesThatStartTogetherBeginOneGeneration(StateDatabase kind) throws Exception {
		open(kind);
		int nodes = 3; // and the pool has four connections
		ExecutorService starts = Executors.newFixedThreadPool(nodes);
		try {
			for (int round = 0; round < 30; round++) {
				this.jdbc.update("delete from generation");
				CyclicBarrier together = new CyclicBarrier(nodes);
				List<Future<Boolean>> begun = new ArrayList<>();
				for (int node = 0; node < nodes; node++) {
					Path own = this.folder.resolve(round + "-" + node);
					begun.add(starts.submit(() -> {
						Generation generation = new Generation(this.database, Clock.systemUTC(), own);
						together.await();
						return generation.begin();
					}));
				}
				for (Future<Boolean> one : begun) {
					assertThat(one.get()).isFalse();
				}
				assertThat(this.jdbc.queryForList("select number from generation", Long.class)).containsExactly(1L);
			}
		}
		finally {
			starts.shutdown();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aClockThatIsSetBackAfterARestoreStopsNobody(StateDatabase kind) {
		open(kind);
		Instant then = Instant.parse("2038-01-19T03:14:07Z");
		accepted(then);
		Generation running = at(then);
		running.begin();
		backUp();
		running.rise();
		putBack();
		running = at(then);
		assertThat(running.begin()).isTrue();
		assertThat(running.awaitsRun(Office.KODE)).isTrue();
		Instant now = then.minus(Duration.ofDays(12 * 365));
		accepted(now);
		assertThat(at(now).awaitsRun(Office.KODE)).as("was read again, by the right clock").isFalse();
	}

	/** A run of before the restore, by a clock that was ahead. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aRunThatTheBackupHeldDoesNotCountWhateverItsClock(StateDatabase kind) {
		open(kind);
		accepted(Instant.parse("2038-01-19T03:14:07Z"));
		generation().begin();
		backUp();
		generation().rise();
		putBack();
		assertThat(generation().begin()).isTrue();
		assertThat(generation().awaitsRun(Office.KODE)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aProgramThatStartsAgainAndAgainForADayRunsOutOfNoNumbers(StateDatabase kind) {
		open(kind);
		for (int i = 0; i < 30; i++) {
			assertThat(generation().begin()).isFalse();
		}
		assertThat(this.jdbc.queryForList("select number || ' ' || tide from generation", String.class))
			.containsExactly("1 30");
		// as an earlier version may have left it, whose number rose with every start
		this.jdbc.update("update generation set number = 30000, restored = true");
		assertThat(Generation.firstVersion(this.jdbc)).isEqualTo(2_147_400_000);
		this.jdbc.update("update generation set number = ?", Long.MAX_VALUE);
		assertThat(Generation.firstVersion(this.jdbc)).isEqualTo(2_147_400_000);
		this.jdbc.update("update generation set number = 3");
		assertThat(Generation.firstVersion(this.jdbc)).isEqualTo(300_000);
	}

	/** Everything put back at once: the operator says so by emptying the mark. */
	@Test
	void aMarkThatWasEmptiedMeansThatTheDatabaseWasPutBack() throws IOException {
		open(StateDatabase.H2);
		generation().begin();
		Files.write(mark(), new byte[0]);
		assertThat(generation().begin()).isTrue();
		assertThat(generation().awaitsRun(Office.KODE)).isTrue();
		assertThat(generation().begin()).isFalse();
	}

	@Test
	void aFileThatComesWithoutItsMarkWasPutBackAndAServerMayHaveANewNode() throws IOException {
		open(StateDatabase.H2);
		assertThat(alone().begin()).as("the first start of all").isFalse();
		assertThat(alone().begin()).isFalse();
		Files.delete(mark());
		assertThat(generation().begin()).as("one of several").isFalse();
		Files.delete(mark());
		assertThat(alone().begin()).isTrue();
		assertThat(alone().awaitsRun(Office.KODE)).isTrue();
		assertThat(alone().begin()).isFalse();
	}

	/** A restore that an earlier version had noticed. */
	@Test
	void whatWasReadAgainAlreadyIsNotAskedForAfterAnUpdate() {
		open(StateDatabase.H2);
		this.jdbc.execute("drop all objects");
		Flyway.configure().dataSource(this.database).target("6").load().migrate();
		Instant restored = Instant.parse("2026-03-01T00:00:00Z");
		accepted(restored.minusSeconds(60));
		this.jdbc.update(
				"insert into generation (number, installation, began_at, tide, restored) values (7, 'a', ?, 9, ?)",
				restored.atOffset(ZoneOffset.UTC), true);
		Flyway.configure().dataSource(this.database).load().migrate();
		assertThat(generation().awaitsRun(Office.KODE)).isTrue();
		accepted(restored.plusSeconds(60));
		assertThat(generation().awaitsRun(Office.KODE)).isFalse();
	}

	/** What a registry that knows versions is given after a restore. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void versionsGoOnAboveAllThatWereGivenOut(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.jdbc.update("""
					insert into generation (number, installation, began_at, tide, restored)
					values (2, 'a', current_timestamp, 0, true)""");
			office.run(person(1, jabatan(1, "Analis")));
			office.run(person(1, jabatan(1, "Kepala")));
			assertThat(office.jdbc.queryForList("select version from document order by version", Integer.class))
				.containsExactly(200_000, 200_001);
		}
	}

	private Path mark() {
		return this.folder.resolve("generasi");
	}

	private Generation generation() {
		return new Generation(this.database, Clock.systemUTC(), mark());
	}

	private Generation alone() {
		return new Generation(this.database, Clock.systemUTC(), mark(), true);
	}

	private Generation at(Instant now) {
		return new Generation(this.database, Clock.fixed(now, ZoneOffset.UTC), mark());
	}

	private void accepted(Instant startedAt) {
		this.jdbc.update("insert into run (instansi, started_by, started_at, state) values (?, 'uji', ?, 'DONE')",
				Office.KODE, startedAt.atOffset(ZoneOffset.UTC));
	}

	private void backUp() {
		this.jdbc.execute("create table backup as select * from generation");
	}

	private void putBack() {
		this.jdbc.update("delete from generation");
		this.jdbc.update("insert into generation select * from backup");
	}

}
