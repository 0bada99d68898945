package id.simpul.national;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.change.RegistryKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A registry that refuses a whole batch for the sake of one entry in it, over real HTTP:
 * the bad ones are found and named, the good ones are delivered once, with few calls.
 */
class BisectionTest {

	private static final String KODE = "16.07";

	@Test
	void theBadOnesAreNamedAndTheGoodOnesDeliveredWithFewCalls(@TempDir Path folder) {
		Random random = new Random(99);
		try (World world = World.h2(folder)) {
			world.inFlight = 1;
			for (int round = 0; round < 40; round++) {
				world.reset();
				world.batch = 1 + random.nextInt(32);
				int changes = 1 + random.nextInt(70);
				Set<String> bad = choose(random, changes, random.nextInt(5));
				world.registry.refusesWhole = true;
				world.admit(KODE, (round % 2 == 0) ? RegistryKind.KEYED : RegistryKind.BLIND, 1);
				for (int number = 1; number < changes; number++) {
					world.shows(KODE, 1, World.kursus("S" + number, 1));
				}
				bad.forEach((number) -> world.registry.refused.add(World.kursus(number, 1).key()));
				Program program = new Program(world);
				program.begin();
				program.runAll();
				program.settle();
				program.end();
				String story = "%d changes, %d a call, bad %s".formatted(changes, world.batch, bad);
				assertThat(
						world.jdbc.queryForList("select entry_key from outbox where state = 'REFUSED'", String.class))
					.as(story)
					.containsExactlyInAnyOrderElementsOf(world.registry.refused);
				assertThat(world.wrongs()).as(story)
					.hasSize(bad.size())
					.allMatch((wrong) -> wrong.startsWith("lost: ")
							&& world.registry.refused.stream().anyMatch(wrong::contains));
				assertThat(world.registry.calls().size()).as(story)
					.isLessThanOrEqualTo(most(changes, world.batch, bad.size()));
			}
		}
	}

	private static Set<String> choose(Random random, int changes, int count) {
		Set<String> bad = new TreeSet<>();
		for (int i = 0; i < count && changes > 1; i++) {
			bad.add("S" + (1 + random.nextInt(changes - 1)));
		}
		return bad;
	}

	private static int most(int changes, int batch, int bad) {
		int halvings = 32 - Integer.numberOfLeadingZeros(batch - 1);
		return (changes + batch - 1) / batch + 2 * bad * halvings;
	}

}
