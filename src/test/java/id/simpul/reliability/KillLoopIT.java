package id.simpul.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged program, killed in the middle of its work: nothing is lost and nothing is
 * doubled. {@code -Dkills=} says how often, {@code -Dseed=} repeats what a seed did.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillLoopIT {

	private static final Path KEPT = Path.of("target/reliability");

	private static final int KILLS = Integer.getInteger("kills", 25);

	private static final long SEED = (Long.getLong("seed", 0) != 0) ? Long.getLong("seed")
			: System.currentTimeMillis() % 1_000_000;

	/** For whoever wants to see more than the first fault. */
	private static final boolean GOES_ON = Boolean.getBoolean("goes-on");

	@Test
	void killedAgainAndAgainItLosesAndDoublesNothingInAnH2File() throws Exception {
		Path folder = folder("h2");
		Premises premises = new Premises(folder, SEED);
		run("h2", premises, Store.h2(premises.data()));
	}

	@Test
	void killedAgainAndAgainItLosesAndDoublesNothingInPostgresql() throws Exception {
		Path folder = folder("postgresql");
		Premises premises = new Premises(folder, SEED);
		run("postgresql", premises, Store.postgresql(folder, premises.data()));
	}

	/** Stays when all is over: whoever finds a fault wants to look. */
	private static Path folder(String name) throws IOException {
		Path folder = KEPT.resolve(name).toAbsolutePath();
		FileSystemUtils.deleteRecursively(folder);
		return Files.createDirectories(folder);
	}

	private static void run(String name, Premises premises, Store store) throws Exception {
		long begin = System.nanoTime();
		try (KillLoop loop = new KillLoop(name, SEED, premises, store, GOES_ON)) {
			Figures figures = loop.run(KILLS);
			String report = loop.report() + ", " + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s\n"
					+ figures.line() + "\n";
			System.out.print(report);
			Files.writeString(KEPT.resolve(name + ".txt"), report + loop.diary() + figures);
			assertThat(figures.isClean()).as("%s%s", report, figures).isTrue();
		}
	}

}
