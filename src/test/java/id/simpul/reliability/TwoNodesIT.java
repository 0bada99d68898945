package id.simpul.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two programs on one PostgreSQL: one stands still in the middle of sending, as a machine
 * that is suspended; the other takes its lanes over, and what the first still tries when
 * it wakes has no effect.
 */
class TwoNodesIT {

	private static final long SEED = 21;

	private static final int EDITS = 60;

	/** Of the settings below: three times both waits, twice with a margin. */
	private static final Duration LEASE = Duration.ofSeconds(28);

	@Test
	void aNodeThatStandsStillLosesItsLanesAndDoesNothingTwice(@TempDir Path folder) throws Exception {
		Premises premises = new Premises(folder, SEED);
		try (Store store = Store.postgresql(folder, premises.data())) {
			premises.settle(store);
			Path settings = premises.home().resolve("config/application.yaml");
			Files.writeString(settings,
					Files.readString(settings).replace("# connect-timeout: 10s", "connect-timeout: 1s"));
			Child registry = premises.registry(Duration.ofMillis(150));
			Sources sources = new Sources(premises.data(), new Random(SEED), premises.today());
			sources.edit(1, EDITS);
			Path second = secondData(premises);
			try (Child first = premises.simpul("serve")) {
				long before = size(premises.ledger());
				assertThat(first.await(() -> size(premises.ledger()) > before, Duration.ofSeconds(90))).isTrue();
				first.live(Duration.ofSeconds(1));
				first.signal("STOP");
				long stopped = System.nanoTime();
				first.live(Duration.ofSeconds(3)); // what is under way at the registry
													// ends
				long still = size(premises.ledger());
				try (Child other = premises.simpul("serve", "--data=" + second)) {
					assertThat(other.await(() -> size(premises.ledger()) > still, LEASE.multipliedBy(3)))
						.as("the other goes on where the first stopped")
						.isTrue();
					assertThat(Duration.ofNanos(System.nanoTime() - stopped)).as("not before the lease is over")
						.isGreaterThan(LEASE.minusSeconds(12));
					first.signal("CONT");
					other.live(Duration.ofSeconds(10));
					assertThat(first.isAlive()).isTrue();
					first.terminate(Duration.ofSeconds(40));
					other.terminate(Duration.ofSeconds(40));
				}
			}
			sources.edit(2, EDITS);
			Figures figures = new Oracle(Map.of()).judge(sources.shown(), sources.read(), premises.rest(store),
					RegistryBook.read(premises.ledger()));
			registry.kill();
			assertThat(figures.isClean()).as("%s", figures).isTrue();
		}
	}

	/** The sources and credentials of the first, and what a node has for itself. */
	private static Path secondData(Premises premises) throws IOException {
		Path second = Files.createDirectories(premises.home().resolve("data-2"));
		for (String shared : new String[] { "sumber", "masuk", "rahasia" }) {
			if (Files.exists(premises.data().resolve(shared))) {
				Files.createSymbolicLink(second.resolve(shared), premises.data().resolve(shared));
			}
		}
		return second;
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
