package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.change.Lane;
import id.simpul.change.LaneLost;
import id.simpul.change.Outcome;
import id.simpul.change.Parcel;
import id.simpul.change.RegistryKind;
import id.simpul.national.KindsRegistry.Deed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two processes over one database, clocks that jump, a database that is put back. */
class FencingTest {

	private static final String KODE = "16.13";

	@Test
	void whatALaneHasLostItCanChangeNoMore(@TempDir Path folder) {
		try (World world = World.postgres(folder)) {
			world.admit(KODE, RegistryKind.READABLE, 3);
			for (int person = 1; person <= 3; person++) {
				world.shows(KODE, person, World.kursus("A", 1));
			}
			Program first = new Program(world, world.database, "satu", () -> false);
			Program second = new Program(world, world.database, "dua", () -> false);
			first.begin();
			first.runAll();
			Lane lane = first.outbox.hold(KODE, RegistryKind.READABLE).orElseThrow();
			List<Parcel> parcels = first.outbox.take(lane, 10);
			Parcel.Item sent = first.outbox.send(parcels.get(0), parcels.get(0).items().get(1), new byte[] { 1 });
			assertThat(second.outbox.hold(KODE, RegistryKind.READABLE)).as("the lease is still on").isEmpty();
			world.jdbc.update("update lane set lease_until = current_timestamp - interval '1' second");
			assertThatThrownBy(() -> first.outbox.send(parcels.get(1), parcels.get(1).items().get(1), new byte[] { 1 }))
				.as("the lease would not outlast the call")
				.isInstanceOf(LaneLost.class);
			Lane taken = second.outbox.hold(KODE, RegistryKind.READABLE).orElseThrow();
			assertThat(taken.epoch()).isGreaterThan(lane.epoch());
			List<String> before = rows(world);
			assertThat(before.toString()).contains("AMBIGUOUS").doesNotContain("SENT", "CLAIMED");
			assertThatThrownBy(() -> first.outbox.settle(parcels.get(0), sent, Outcome.acked("R1")))
				.isInstanceOf(LaneLost.class);
			assertThatThrownBy(() -> first.outbox.send(parcels.get(1), parcels.get(1).items().get(1), new byte[] { 1 }))
				.isInstanceOf(LaneLost.class);
			assertThatThrownBy(() -> first.outbox.take(lane, 10)).isInstanceOf(LaneLost.class);
			assertThatThrownBy(() -> first.outbox.release(lane)).isInstanceOf(LaneLost.class);
			assertThat(rows(world)).isEqualTo(before);
			second.outbox.release(taken);
			second.settle();
			first.end();
			second.end();
			world.judge("taken over");
		}
	}

	private static List<String> rows(World world) {
		return world.jdbc.queryForList("select id || state || attempts || epoch from outbox order by id", String.class);
	}

	@Test
	void ofEightThatWantALaneOneHasIt(@TempDir Path folder) throws Exception {
		try (World world = World.postgres(folder)) {
			ExecutorService threads = Executors.newFixedThreadPool(8);
			for (int round = 0; round < 20; round++) {
				String kode = "17.%02d".formatted(round);
				List<Callable<Boolean>> all = new ArrayList<>();
				for (int node = 0; node < 8; node++) {
					Program program = new Program(world, world.database, "node" + node, () -> false);
					all.add(() -> program.outbox.hold(kode, RegistryKind.KEYED).isPresent());
				}
				int holders = 0;
				for (Future<Boolean> one : threads.invokeAll(all)) {
					holders += one.get() ? 1 : 0;
				}
				assertThat(holders).isOne();
			}
			threads.shutdown();
		}
	}

	@Test
	void theSameNodeTakesItsLanesOverAtOnceWhenItIsStartedAgain(@TempDir Path folder) {
		try (World world = World.postgres(folder)) {
			Lane lane = new Program(world).outbox.hold(KODE, RegistryKind.KEYED).orElseThrow();
			assertThat(new Program(world).outbox.hold(KODE, RegistryKind.KEYED)).get()
				.satisfies((next) -> assertThat(next.epoch()).isGreaterThan(lane.epoch()));
		}
	}

	/** P19: an hour forward and back, while answers are missing and pauses run. */
	@Test
	void aClockThatJumpsDelaysNothingForLongAndDoublesNothing(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			world.admit("16.14", RegistryKind.READABLE, 4);
			world.admit("16.15", RegistryKind.KEYED, 4);
			world.kinds.keySet().forEach((kode) -> {
				for (int person = 1; person <= 4; person++) {
					world.shows(kode, person, World.kursus("A", 1));
				}
			});
			int[] calls = { 0 };
			world.registry.weather = (call) -> (call.isWrite() && calls[0]++ % 2 == 0) ? Deed.RESET_AFTER
					: Deed.ANSWERED;
			Program program = new Program(world);
			program.begin();
			program.runAll();
			program.drainAll();
			for (Duration jump : List.of(Duration.ofHours(-1), Duration.ofHours(1), Duration.ofHours(1),
					Duration.ofHours(-1))) {
				world.pass(jump);
				program.drainAll();
				world.passQuiet();
				program.drainAll();
			}
			world.registry.weather = (call) -> Deed.ANSWERED;
			for (int minute = 0; minute < 90 && world.waiting() > 0; minute++) {
				world.pass(Duration.ofMinutes(1));
				program.drainAll();
			}
			program.end();
			assertThat(world.waiting()).isZero();
			world.judge("jumped");
		}
	}

	/** O5, I4: yesterday's database, today's registry. */
	@Test
	void aDatabaseThatIsPutBackSendsNothingBeforeItsSourcesAreReadAgain(@TempDir Path folder) {
		Path backup = folder.resolve("backup");
		World world = World.h2(folder);
		try (world) {
			world.admit("16.16", RegistryKind.READABLE, 2);
			world.admit("16.17", RegistryKind.KEYED, 2);
			world.kinds.keySet().forEach((kode) -> world.shows(kode, 1, World.kursus("A", 1)));
			Program program = new Program(world);
			program.begin();
			program.runAll();
			program.drainAll();
			world.shows("16.16", 2, World.kursus("B", 1));
			program.runAll();
			program.end();
			world.backup(backup);
			program = new Program(world);
			program.begin();
			world.shows("16.16", 1, World.kursus("A", 2));
			world.shows("16.17", 1, World.kursus("A", 2));
			program.runAll();
			program.settle();
			program.generation.rise();
			program.end();
			int highest = world.jdbc.queryForObject("select max(version) from document", Integer.class);
			world.restore(backup);
			int effects = world.registry.ledger().size();
			world.pass(Duration.ofHours(1));
			program = new Program(world);
			assertThat(program.begin()).as("the database was set back").isTrue();
			program.drainAll();
			assertThat(world.registry.ledger()).as("nothing before a run").hasSize(effects);
			world.shows("16.16", 2, World.kursus("B", 2));
			world.shows("16.17", 1, World.kursus("A", 3));
			program.runAll();
			program.settle();
			program.end();
			assertThat(world.jdbc.queryForObject("""
					select min(version) from document where run_id in (select max(id) from run group by instansi)""",
					Integer.class))
				.isGreaterThan(highest);
			assertThat(world.wrongs()).noneMatch((wrong) -> wrong.contains(" 16.16 "));
			assertThat(world.wrongs()).noneMatch((wrong) -> wrong.startsWith("lost") || wrong.startsWith("went back"));
		}
	}

}
