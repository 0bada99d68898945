package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.change.RegistryKind;
import id.simpul.national.KindsRegistry.Deed;

import static org.assertj.core.api.Assertions.assertThat;

/** One person, or one instansi, with whom nothing goes delays nobody else. */
class PoisonTest {

	private static final int PEOPLE = 30;

	@Test
	void onePersonWhomAReadableRegistryFailsIsPutAside(@TempDir Path folder) {
		one(folder, "16.08", RegistryKind.READABLE, Deed.FAILS);
	}

	@Test
	void onePersonOfWhomAReadableRegistryNeverAnswersIsPutAside(@TempDir Path folder) {
		one(folder, "16.08", RegistryKind.READABLE, Deed.RESET_BEFORE);
	}

	@Test
	void onePersonWhomAKeyedRegistryFailsIsPutAside(@TempDir Path folder) {
		one(folder, "16.09", RegistryKind.KEYED, Deed.FAILS);
	}

	@Test
	void onePersonOfWhomAKeyedRegistryNeverAnswersIsPutAside(@TempDir Path folder) {
		one(folder, "16.09", RegistryKind.KEYED, Deed.RESET_BEFORE);
	}

	private void one(Path folder, String kode, RegistryKind kind, Deed deed) {
		World world = World.h2(folder);
		try (world) {
			world.batch = 1;
			world.inFlight = 4;
			world.admit(kode, kind, PEOPLE);
			for (int person = 1; person <= PEOPLE; person++) {
				world.shows(kode, person, World.kursus("A", 1));
			}
			String poisoned = World.nip(kode, 7);
			world.registry.weather = (call) -> call.nip().equals(poisoned) ? deed : Deed.ANSWERED;
			Program program = new Program(world);
			program.begin();
			program.runAll();
			program.drainAll();
			List<String> waiting = world.jdbc.queryForList("""
					select distinct kunci from outbox where state in ('READY', 'RETRY', 'AMBIGUOUS', 'SENT', 'CLAIMED')
					""", String.class);
			assertThat(waiting).as("everybody else is through at once").containsExactly(World.kunci(7));
			int day = 2;
			// somebody else has something new now and then: the registry is known to work
			while (world.waiting() > 0 && day < 120) {
				world.passToNextDue();
				world.shows(kode, 1 + day % 6, World.kursus("A", day++));
				program.runAll();
				program.drainAll();
			}
			program.end();
			assertThat(
					world.jdbc.queryForList("select distinct answer from outbox where state = 'PARKED'", String.class))
				.containsExactly("GAGAL_BERULANG");
			assertThat(world.wrongs()).isNotEmpty().allMatch((wrong) -> wrong.contains(poisoned));
			assertThat(world.jdbc.queryForObject("select count(*) from outage", Long.class)).as("no outage").isZero();
			assertThat(world.jdbc.queryForList("select line from balance where closes = false")).isEmpty();
		}
	}

	/** I12: credentials of one are no matter of another. */
	@Test
	void anInstansiThatMayNotSendDelaysNoOther(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			world.admit("16.10", RegistryKind.READABLE, 3);
			world.admit("16.11", RegistryKind.READABLE, 3);
			world.admit("16.12", RegistryKind.KEYED, 3);
			world.kinds.keySet().forEach((kode) -> world.shows(kode, 1, World.kursus("A", 1)));
			world.registry.weather = (call) -> call.kode().equals("16.10") ? Deed.FORBIDDEN : Deed.ANSWERED;
			Program program = new Program(world);
			program.begin();
			program.runAll();
			program.drainAll();
			assertThat(world.wrongs()).allMatch((wrong) -> wrong.contains(" 16.10 ")).isNotEmpty();
			assertThat(world.jdbc.queryForList("select instansi || ' ' || cause from outage", String.class))
				.containsExactly("16.10 AKSES_DITOLAK");
			for (int hour = 0; hour < 24; hour++) {
				world.pass(Duration.ofHours(1));
				program.drainAll();
			}
			assertThat(
					world.jdbc.queryForObject("select max(attempts) from outbox where instansi = '16.10'", Long.class))
				.as("no attempt is burned")
				.isZero();
			assertThat(world.registry.calls().stream().filter((call) -> call.kode().equals("16.10")).count())
				.isLessThanOrEqualTo(2 * 25);
			world.registry.weather = (call) -> Deed.ANSWERED;
			world.pass(Duration.ofHours(1));
			program.settle();
			program.end();
			world.judge("let in again");
		}
	}

}
