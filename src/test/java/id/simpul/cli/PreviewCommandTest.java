package id.simpul.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code preview}, on the sources of the demo province. */
class PreviewCommandTest {

	@TempDir
	private static Path folder;

	private static Home home;

	private static Map<String, String> contents;

	@BeforeAll
	static void inventTheProvince() throws IOException {
		home = Home.in(folder, 20);
		Spoken.by(home, "preview", "16.72", "--limit=1");
		contents = home.contents();
	}

	@AfterEach
	void nothingWasWritten() throws IOException {
		assertThat(home.contents()).isEqualTo(contents)
			.doesNotContainKeys("simpul.mv.db", "simpul.lock", "registri/buku-besar.jsonl");
	}

	@Test
	void rowEntriesAndFindingsStandSideBySide() {
		Spoken preview = Spoken.by(home, "preview", "16.72", "--limit=1");
		assertThat(preview.err()).isEmpty();
		assertThat(preview.out()).contains("BARIS SUMBER", "MENJADI", "TEMUAN", "pegawai baris 1", "tglLahir = ",
				"tanggal_lahir = ", "NIK_JK pada pegawai.nik [9(16)]");
		assertThat(preview.exit()).isEqualTo(SimpulCommand.FINDINGS);
	}

	@Test
	void theLimitIsTheNumberOfPeople() {
		assertThat(Spoken.by(home, "preview", "16.05", "--limit=3").out().lines())
			.filteredOn((line) -> line.contains(" baris sumber, "))
			.hasSize(3);
		assertThat(Spoken.by(home, "preview", "16.05").out().lines())
			.filteredOn((line) -> line.contains(" baris sumber, "))
			.hasSize(5);
	}

	@Test
	void jsonIsOneObjectALineForEachPerson() {
		Spoken preview = Spoken.by(home, "preview", "16.72", "--limit=2", "--json");
		List<JsonNode> people = preview.out().lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		assertThat(people).hasSize(2).allSatisfy((person) -> {
			assertThat(person.get("kunci").stringValue()).isNotBlank();
			assertThat(person.get("rows").get(0).get("values").get("nip").stringValue()).hasSize(18);
			assertThat(person.get("entries").get(0).get("resource").stringValue()).isEqualTo("pegawai");
		});
		assertThat(people.get(0).get("findings").get(0).get("rule").stringValue()).isEqualTo("NIK_JK");
	}

	@Test
	void aFileThatCannotBeReadIsNamedWithWhatToDo() {
		Spoken preview = Spoken.by(home, "preview", "16.13");
		assertThat(preview.out()).isEmpty();
		assertThat(preview.err().lines()).singleElement()
			.asString()
			.contains("masuk/16.13/simpeg-muratara.xlsx", "kirim kembali");
		assertThat(preview.exit()).isEqualTo(SimpulCommand.FINDINGS);
	}

	@Test
	void aBrokenMappingIsAnsweredWithItsPlaces() throws IOException {
		home.replace("mappings/16.72-pagar-alam.yaml", "lookups:", "lokups:");
		Spoken preview = Spoken.by(home, "preview", "16.72");
		home.restore("mappings/16.72-pagar-alam.yaml");
		assertThat(preview.out()).isEmpty();
		assertThat(preview.err().lines()).isNotEmpty()
			.allMatch((line) -> line.matches("mappings/16\\.72-pagar-alam\\.yaml:\\d+:\\d+: .+"));
		assertThat(preview.exit()).isEqualTo(SimpulCommand.WRONG_USE);
	}

	@Test
	void aBrokenRouteIsAnsweredWithItsPlace() throws IOException {
		home.replace("routes/instansi/16.72-pagar-alam.camel.yaml", "name: driver", "name: drver");
		Spoken preview = Spoken.by(home, "preview", "16.72");
		home.restore("routes/instansi/16.72-pagar-alam.camel.yaml");
		assertThat(preview.out()).isEmpty();
		assertThat(preview.err()).startsWith("routes/instansi/16.72-pagar-alam.camel.yaml:7:").contains("drver");
		assertThat(preview.exit()).isEqualTo(SimpulCommand.WRONG_USE);
	}

	@Test
	void wrongUseIsAnsweredWithOneSentence() {
		for (String[] words : new String[][] { { "preview", "99.99" }, { "preview", "16.72", "--limit=0" },
				{ "preview", "16.72", "--limit=lima" }, { "preview" }, { "preview", "16.72", "--limt=2" } }) {
			Spoken preview = Spoken.by(home, words);
			assertThat(preview.exit()).as(String.join(" ", words)).isEqualTo(SimpulCommand.WRONG_USE);
			assertThat(preview.out()).isEmpty();
			assertThat(preview.err().lines()).as(String.join(" ", words)).hasSize(1);
		}
	}

}
