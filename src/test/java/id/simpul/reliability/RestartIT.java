package id.simpul.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.reliability.Figures.Figure;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators do to the packaged program: start it twice, stop it, restore it. */
class RestartIT {

	private static final long SEED = 1672;

	private static final int EDITS = 40;

	private static final int TWO_WRONG_USE = 2;

	private Premises premises;

	private Store store;

	private Child registry;

	private Sources sources;

	@BeforeEach
	void moveIn(@TempDir Path folder) throws Exception {
		this.premises = new Premises(folder, SEED);
		this.store = Store.h2(this.premises.data());
		this.premises.settle(this.store);
		this.registry = this.premises.registry(Duration.ofMillis(20));
		this.sources = new Sources(this.premises.data(), new Random(SEED), this.premises.today());
	}

	@AfterEach
	void moveOut() throws InterruptedException {
		this.registry.kill();
	}

	@Test
	void aSecondProgramOnTheSameDataSaysSoAndLeavesTheFirstAlone() throws Exception {
		try (Child first = serving(); Child second = this.premises.simpul("serve")) {
			assertThat(second.exitCode(Duration.ofSeconds(60))).isEqualTo(TWO_WRONG_USE);
			assertThat(second.said() + second.logged()).contains("sedang dipakai Simpul lain")
				.doesNotContain("Exception");
			assertThat(first.isAlive()).isTrue();

			try (Child command = this.premises.simpul("sync", "--all")) {
				assertThat(command.exitCode(Duration.ofSeconds(60))).isEqualTo(TWO_WRONG_USE);
			}
			assertThat(first.isAlive()).isTrue();
		}
	}

	@Test
	void askedToStopInTheMiddleOfSendingItStopsInTimeAndLosesNothing() throws Exception {
		this.sources.edit(1, EDITS);
		try (Child simpul = serving()) {
			long before = Files.size(this.premises.ledger());
			assertThat(simpul.await(() -> size(this.premises.ledger()) > before, Duration.ofSeconds(60))).isTrue();
			simpul.live(Duration.ofMillis(300));

			assertThat(simpul.terminate(Duration.ofSeconds(30))).isLessThan(Duration.ofSeconds(30));

			assertThat(simpul.logged()).doesNotContain("ERROR");
		}
		assertThat(judge()).matches(Figures::isClean);
	}

	@Test
	void anOlderDatabasePutBackCreatesNothingTwiceAndTheNewestValuesWin() throws Exception {
		this.sources.edit(1, EDITS);
		this.premises.rest(this.store);
		Path database = this.premises.data().resolve("simpul.mv.db");
		Path backup = this.premises.data().resolve("cadangan.mv.db");
		Files.copy(database, backup);
		this.sources.edit(2, EDITS);
		this.premises.rest(this.store);
		Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
		// and one more change that only the restored program sees
		this.sources.edit(3, EDITS);

		Figures figures = judge();

		for (Figure figure : new Figure[] { Figure.LOST, Figure.DUPLICATE_EFFECT, Figure.ORDER_VIOLATION,
				Figure.UNREPORTED_REJECT }) {
			assertThat(figures.count(figure)).as("%s", figures).isZero();
		}
	}

	private Child serving() throws InterruptedException {
		Child simpul = this.premises.simpul("serve");
		simpul.awaitSaid("Konsol:", Duration.ofSeconds(60));
		return simpul;
	}

	/** Compares everything after the program has come to rest, without any past. */
	private Figures judge() throws Exception {
		State state = this.premises.rest(this.store);
		return new Oracle(Map.of()).judge(this.sources.shown(), this.sources.read(), state,
				RegistryBook.read(this.premises.ledger()));
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
