package id.simpul.cli;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes sent again from the command line, over the simulated registry. */
class RedriveCommandTest {

	@TempDir
	private Path folder;

	private Home home;

	@BeforeEach
	void copy() throws IOException {
		this.home = Home.in(this.folder, 20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "redrive", "redrive 16.72", "redrive 16.72 --all", "redrive 16.72 --why=x",
			"redrive 16.72 --all --id=1 --why=x", "redrive 16.72 --all --cause=BEDA_GOLONGAN --why=x",
			"redrive 16.72 --id=satu --why=x", "redrive 16.72 --all --why=x --content=later",
			"redrive 16.72 --all --why=", "redrive 99.99 --all --why=x", "redrive 16.72 --all --why=x --by=" })
	void wrongUseIsAnsweredWithOneSentenceAndTouchesNothing(String line) {
		Spoken wrong = Spoken.by(this.home, line.split(" "));
		assertThat(wrong.exit()).isEqualTo(SimpulCommand.WRONG_USE);
		assertThat(wrong.out()).isEmpty();
		assertThat(wrong.err().lines()).hasSize(1);
		assertThat(wrong.err()).doesNotContain("\tat ", "Exception");
		assertThat(this.home.data()).doesNotExist();
	}

	@Test
	void aReasonLongerThanItsColumnIsNotCutSilently() {
		Spoken wrong = Spoken.by(this.home, "redrive", "16.72", "--all", "--why=" + "x".repeat(401));
		assertThat(wrong.exit()).isEqualTo(SimpulCommand.WRONG_USE);
		assertThat(wrong.err()).contains("400 huruf");
	}

	@Test
	void aDataFolderInUseIsNotEntered() {
		FileLock lock = Place.lock(this.home.data());
		try {
			Spoken wrong = Spoken.by(this.home, "redrive", "16.72", "--all", "--why=x");
			assertThat(wrong.exit()).isEqualTo(SimpulCommand.WRONG_USE);
			assertThat(wrong.err()).contains("sedang dipakai Simpul lain");
		}
		finally {
			Place.unlock(lock);
		}
	}

	/** What the registry cannot take comes back to the worklist, and the books close. */
	@Test
	void whatIsOnTheWorklistGoesOutAgainAsItWasAndAsItIsNow() {
		JsonNode sync = json("sync", "16.72");
		int listed = sync.get("worklist").intValue();
		assertThat(listed).isPositive();

		JsonNode then = json("redrive", "16.72", "--all", "--why=BKN sudah membetulkan");
		assertThat(then.propertyNames()).containsExactly("instansi", "redriven", "awaiting", "underWay", "delivered",
				"replaced", "waiting", "refused", "parked", "worklist");
		int again = then.get("redriven").intValue();
		assertThat(again).isEqualTo(listed + sync.get("refused").intValue() + sync.get("parked").intValue());
		assertThat(then.get("waiting").intValue()).isZero();
		assertThat(then.get("worklist").intValue()).as("the registry has not changed").isEqualTo(listed);

		JsonNode now = json("redrive", "16.72", "--all", "--why=pemetaan dibetulkan", "--content=now", "--by=sari");
		assertThat(now.get("awaiting").intValue()).isEqualTo(again);
		assertThat(now.get("redriven").intValue()).isZero();
		assertThat(now.get("state").stringValue()).isEqualTo("DONE");
		assertThat(now.get("run").intValue()).isGreaterThan(sync.get("run").intValue());
		assertThat(now.get("worklist").intValue()).isEqualTo(listed);

		JsonNode none = json("redrive", "16.72", "--cause=TIDAK_ADA", "--why=x");
		assertThat(none.get("redriven").intValue()).isZero();
		Spoken absent = Spoken.by(this.home, "redrive", "16.72", "--id=999999", "--why=x");
		assertThat(absent.exit()).isEqualTo(SimpulCommand.WRONG_USE);
		assertThat(absent.err()).contains("Kiriman 999999 tidak ada pada instansi 16.72.");
		Spoken foreign = Spoken.by(this.home, "redrive", "16.71", "--id=1", "--why=x");
		assertThat(foreign.exit()).isEqualTo(SimpulCommand.WRONG_USE);

		Spoken people = Spoken.by(this.home, "redrive", "16.72", "--id=1", "--why=dicoba");
		assertThat(people.exit()).isZero();
		assertThat(people.out()).startsWith("16.72: ")
			.contains("dikirim ulang", "sudah diterima", "Sesudah pengiriman: 0 menunggu, ",
					listed + " perlu ditindak");
	}

	private JsonNode json(String... words) {
		String[] all = Arrays.copyOf(words, words.length + 1);
		all[words.length] = "--json";
		Spoken said = Spoken.by(this.home, all);
		assertThat(said.err()).doesNotContain("\tat ", "Exception").doesNotContainPattern("\\d{16}");
		assertThat(said.exit()).as(said.err()).isZero();
		assertThat(said.out().lines()).hasSize(1);
		return JsonMapper.shared().readTree(said.out());
	}

}
