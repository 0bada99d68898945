package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import id.simpul.national.Crashes.Fate;
import id.simpul.national.Crashes.Side;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program ends at every boundary between two of its commits, before and after, at
 * least five times each, and is started again: nothing is lost, nothing doubled, no
 * change stands in between for ever, and the books close.
 */
class CrashPointsTest {

	private static final int HITS = 5;

	private static final Fate NEVER = (boundary, side, occurrence) -> false;

	/** Ends here, for the reports. */
	private final List<String> ends = new ArrayList<>();

	private final Map<String, Integer> hits = new TreeMap<>();

	/** How often each was reached when first seen. */
	private final Map<String, Integer> boundaries = new TreeMap<>();

	private int stories;

	private Level level;

	@BeforeEach
	void silence() {
		this.level = log().getLevel();
		log().setLevel(Level.OFF);
	}

	@AfterEach
	void listenAgain() {
		log().setLevel(this.level);
	}

	private static Logger log() {
		return (Logger) LoggerFactory.getLogger("id.simpul");
	}

	@Test
	void nothingIsLostOrDoubledWhereverItEndsOnH2(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			everywhere(world, 20261124, true);
		}
	}

	@Test
	void nothingIsLostOrDoubledWhereverItEndsOnPostgres(@TempDir Path folder) {
		try (World world = World.postgres(folder)) {
			everywhere(world, 20261125, false);
		}
	}

	private void everywhere(World world, long seed, boolean singly) {
		long begin = System.nanoTime();
		Map<String, Integer> boundaries = this.boundaries;
		tell(world, NEVER);
		assertThat(this.ends).isEmpty();
		assertThat(boundaries).containsKeys("Outbox.claim", "Outbox.send", "Outbox.settle", "Outbox.expand",
				"Outbox.release", "Lanes.hold", "Plans.close", "Plans.release", "Outages.begin", "Redrives.redrive",
				"Redrives.confirm", "Visit.writeDown", "Outages.probed", "Plans.drop");
		if (singly) {
			for (String boundary : List.copyOf(boundaries.keySet())) {
				tell(world, once(boundary, Side.AFTER, boundaries.get(boundary)));
			}
		}
		Random random = new Random(seed);
		for (int rounds = 0; !missing(boundaries).isEmpty() && rounds < 100; rounds++) {
			tell(world, (name, side, occurrence) -> this.hits.getOrDefault(name + " " + side, 0) < HITS
					&& (occurrence == 1 || random.nextInt(3) == 0));
		}
		boundaries.forEach((boundary, count) -> System.out.printf("%-34s %4d in a story, ended before %d, after %d%n",
				boundary, count, this.hits.getOrDefault(boundary + " BEFORE", 0),
				this.hits.getOrDefault(boundary + " AFTER", 0)));
		System.out.printf("%d boundaries, %d ends in %d stories, seed %d, %.1f s%n", boundaries.size(),
				this.hits.values().stream().mapToInt(Integer::intValue).sum(), this.stories, seed,
				(System.nanoTime() - begin) / 1e9);
		assertThat(missing(boundaries)).isEmpty();
	}

	private static Fate once(String boundary, Side side, int occurrence) {
		return (name, there, number) -> name.equals(boundary) && there == side && number == occurrence;
	}

	private List<String> missing(Map<String, Integer> boundaries) {
		return boundaries.keySet()
			.stream()
			.flatMap((boundary) -> Arrays.stream(Side.values()).map((side) -> boundary + " " + side))
			.filter((one) -> this.hits.getOrDefault(one, 0) < HITS)
			.toList();
	}

	/** Tells the story once, with as many programs as it takes. */
	private void tell(World world, Fate fate) {
		world.reset();
		this.stories++;
		this.ends.clear();
		Crashes crashes = new Crashes((boundary, side, occurrence) -> {
			boolean ends = fate.ends(boundary, side, occurrence);
			if (ends) {
				this.hits.merge(boundary + " " + side, 1, Integer::sum);
				this.ends.add(side + " " + boundary + " " + occurrence);
			}
			return ends;
		});
		Crashes.Life life = new Crashes.Life();
		life.end();
		Program program = null;
		try {
			for (Story.Part part : new Story(world).parts()) {
				part.outside().run();
				boolean done = false;
				while (!done) {
					try {
						if (life.ended()) {
							if (program != null) {
								program.end();
								world.endSessions();
								world.pass(Duration.ofSeconds(2));
							}
							life = new Crashes.Life();
							program = new Program(world, crashes.over(world.database, life), "sini", life::ended);
							program.begin();
						}
						part.inside().accept(program);
						done = !life.ended();
					}
					catch (RuntimeException ex) {
						if (!life.ended()) {
							throw ex;
						}
					}
				}
			}
			crashes.reached().forEach((boundary, count) -> this.boundaries.putIfAbsent(boundary, count));
			world.judge("ended at " + this.ends);
		}
		catch (RuntimeException | AssertionError ex) {
			throw new AssertionError("after the ends " + this.ends + ": " + ex.getMessage(), ex);
		}
		finally {
			if (program != null) {
				program.end();
			}
		}
	}

}
