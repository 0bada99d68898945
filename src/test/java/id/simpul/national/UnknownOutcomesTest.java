package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.change.Redrives.Content;
import id.simpul.change.Redrives.Selection;
import id.simpul.change.RegistryKind;
import id.simpul.national.KindsRegistry.Deed;
import id.simpul.national.KindsRegistry.Effect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hundreds of answers that never come, over real HTTP, from each kind of registry: taken
 * or not taken, silent or broken off, taken only after we have given up; and in between
 * the program ends. In the ledger each change stands once.
 */
class UnknownOutcomesTest {

	private static final List<Deed> LOST = List.of(Deed.SILENT_AFTER, Deed.RESET_AFTER, Deed.SILENT_BEFORE,
			Deed.RESET_BEFORE, Deed.LATE, Deed.HALF);

	private static final String LATE = "16.06";

	private static final int PEOPLE = 50;

	private int lost;

	@Test
	void aReadableRegistryIsLookedUp(@TempDir Path folder) {
		World world = World.h2(folder);
		try (world) {
			go(world, "16.04", RegistryKind.READABLE, 4711);
			world.judge("readable");
			assertThat(this.lost).isGreaterThan(170);
		}
	}

	@Test
	void aKeyedRegistryIsSentTheSameUnderTheSameKey(@TempDir Path folder) {
		World world = World.h2(folder);
		try (world) {
			go(world, "16.05", RegistryKind.KEYED, 4712);
			world.judge("keyed");
			assertThat(this.lost).isGreaterThan(170);
		}
	}

	/** What a blind one may have taken is never sent again, and stands on a list. */
	@Test
	void aBlindRegistryIsNeverSentAnythingTwice(@TempDir Path folder) {
		World world = World.h2(folder);
		try (world) {
			go(world, "16.06", RegistryKind.BLIND, 4713);
			Set<String> effects = new HashSet<>();
			for (Effect effect : world.registry.ledger()) {
				assertThat(effects.add(effect.nip() + effect.resource() + effect.key() + effect.version())).isTrue();
			}
			assertThat(world.wrongs()).allMatch((wrong) -> wrong.startsWith("lost: "));
			long parked = world.jdbc.queryForObject("select count(*) from outbox where state = 'PARKED'", Long.class);
			assertThat(parked).isEqualTo(this.lost).isGreaterThan(170);
			assertThat(world.jdbc.queryForObject("select sum(parked) from run", Long.class)).isEqualTo(parked);
			assertThat(world.jdbc.queryForList("select line from balance where closes = false")).isEmpty();
			everythingElseIsThere(world);
		}
	}

	/** What is lost at a blind registry is just what a person is shown. */
	private static void everythingElseIsThere(World world) {
		List<String> settled = world.jdbc.queryForList("""
				select resource || entry_key || version || kunci from outbox where state = 'ACKED'""", String.class);
		Set<String> there = new HashSet<>();
		world.registry.ledger()
			.forEach((effect) -> there.add(effect.resource().resourceName() + effect.key() + effect.version()
					+ World.kunci((int) (Long.parseLong(effect.nip()) % 1000))));
		assertThat(there).containsAll(settled);
	}

	/**
	 * Everybody's courses change until enough is lost, and one call in three gets no
	 * answer; once in a while the program ends.
	 */
	private void go(World world, String kode, RegistryKind kind, long seed) {
		System.out.println(kind + " seed " + seed);
		Random random = new Random(seed);
		world.batch = 3;
		world.inFlight = 8;
		world.patience = Duration.ofMillis(300);
		world.admit(kode, kind, PEOPLE);
		world.registry.weather = (call) -> {
			if (!call.isWrite() || random.nextInt(3) > 0) {
				return Deed.ANSWERED;
			}
			this.lost += call.changes().size();
			return LOST.get(random.nextInt(LOST.size()));
		};
		Program program = new Program(world);
		program.begin();
		for (int day = 1; day <= 8 || (this.lost < 180 && day < 300); day++) {
			for (int person = 1; person <= PEOPLE; person++) {
				world.shows(kode, person, World.kursus("A", day), World.kursus("C" + day, 1));
				if (day % 2 == 0) {
					world.shows(kode, person, World.kursus("B", day), World.pegawai(kode, person, day));
				}
			}
			program.runAll();
			int rounds = 1 + random.nextInt(4);
			for (int i = 0; i < rounds; i++) {
				program.drainAll();
				if (random.nextInt(4) == 0) {
					program.end();
					world.pass(Duration.ofSeconds(1));
					program = new Program(world);
					program.begin();
				}
				switch (random.nextInt(4)) {
					case 0 -> world.pass(Duration.ofSeconds(1 + random.nextInt(14)));
					case 1 -> world.passQuiet();
					default -> world.passToNextDue();
				}
			}
		}
		world.registry.weather = (call) -> Deed.ANSWERED;
		program.settle();
		program.end();
		System.out.printf("%s: %d changes without an answer, %d effects, %d calls%n", kind, this.lost,
				world.registry.ledger().size(), world.registry.calls().size());
	}

	/** The second of two answers got lost, and meanwhile a newer version is accepted. */
	@Test
	void aNewerChangeWaitsUntilNothingOfTheOlderCanArriveLate(@TempDir Path folder) {
		World world = World.h2(folder);
		try (world) {
			Program program = sentToABlindOneThatIsLate(world);
			world.registry.weather = (call) -> Deed.ANSWERED;
			world.pass(Duration.ofSeconds(5));
			assertThatTheNewerOneWaits(world, program);
		}
	}

	/** The same when the program ended before it knew that there would be no answer. */
	@Test
	void aNewerChangeWaitsAlsoAfterASuddenEnd(@TempDir Path folder) {
		World world = World.h2(folder);
		try (world) {
			Program program = sentToABlindOneThatIsLate(world);
			world.jdbc.update("update outbox set state = 'SENT', next_at = null where state = 'PARKED'");
			world.jdbc.update("update run set parked = 0, waiting = 1 where parked = 1");
			world.registry.weather = (call) -> Deed.ANSWERED;
			program.end();
			world.pass(Duration.ofSeconds(5));
			program = new Program(world);
			program.begin();
			assertThatTheNewerOneWaits(world, program);
		}
	}

	/** A first version is on its way, and arrives only after the caller gave up. */
	private static Program sentToABlindOneThatIsLate(World world) {
		world.patience = Duration.ofMillis(300);
		world.admit(LATE, RegistryKind.BLIND, 1);
		Program program = new Program(world);
		program.begin();
		program.runAll();
		program.drainAll();
		world.shows(LATE, 1, World.kursus("A", 1));
		world.registry.weather = (call) -> Deed.LATE;
		program.runAll();
		program.drainAll();
		return program;
	}

	private static void assertThatTheNewerOneWaits(World world, Program program) {
		world.shows(LATE, 1, World.kursus("A", 2));
		program.runAll();
		program.drainAll();
		world.passQuiet();
		program.settle();
		program.end();
		assertThat(world.wrongs()).isEmpty();
	}

	/** O4: however often somebody has it tried again. */
	@Test
	void whatWasTriedAgainAndOvertakenIsNotSentAgain(@TempDir Path folder) {
		World world = World.h2(folder);
		try (world) {
			String kode = "16.05";
			world.admit(kode, RegistryKind.KEYED, 1);
			world.shows(kode, 1, World.kursus("A", 1));
			world.registry.refused.add(World.kursus("A", 1).key());
			Program program = new Program(world);
			program.begin();
			program.runAll();
			program.settle();
			world.registry.refused.clear();
			world.shows(kode, 1, World.kursus("A", 2));
			program.runAll();
			program.settle();
			for (int i = 0; i < 3; i++) {
				program.redrives.redrive(kode, Selection.cause("DITOLAK_SIASN"), Content.THEN, "andi", "coba lagi");
				program.settle();
			}
			program.end();
			world.judge("tried again");
		}
	}

}
