package id.simpul.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code check}, on files as people spoil them. */
class CheckCommandTest {

	private static final String PLACE = "(?m)^%s:\\d+:\\d+: .+[.;]";

	@TempDir
	private Path folder;

	private Home home;

	@BeforeEach
	void copy() throws IOException {
		this.home = Home.in(this.folder, 20);
	}

	@Test
	void theRepositoryIsClean() {
		Spoken check = Spoken.by(this.home, "check");
		assertThat(check.err()).isEmpty();
		assertThat(check.out()).isEqualTo("Semua berkas baik: 18 pemetaan dan rutenya diperiksa.\n");
		assertThat(check.exit()).isZero();
		assertThat(this.home.data()).doesNotExist();
	}

	/** Old and new text of a file, and what the sentence must mention. */
	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					config/application.yaml                  | 'per-second: 400'           | 'per-second: banyak'       | 44 | bilangan bulat
					config/application.yaml                  | 'per-second: 400'           | 'per-secnd: 400'           | 44 | per-second
					config/application.yaml                  | 'driver: h2'                | 'driver: oracle'           | 0  | h2 atau postgresql
					config/application.yaml                  | 'people: 20'                | 'people: 5'                | 0  | paling sedikit 20
					config/application.yaml                  | 'per-second: 400'           | 'per-second: [400'         | 44 | Kurung
					config/instansi.yaml                     | 'nama: Kabupaten Lahat'     | 'nma: Kabupaten Lahat'     | 14 | nama
					config/instansi.yaml                     | 'jadwal: "0 28 5 * * ?"'    | 'jadwal: "tiap pagi"'      | 14 | cron
					mappings/16.04-lahat.yaml                | 'dates: [d MMMM'            | 'datess: [d MMMM'          | 5  | datess
					mappings/kode/agama.yaml                 | 'kode:'                     | 'kode: {'                  | 5  | Kurung
					mappings/kode/agama.yaml                 | 'id: "1"'                   | 'id: 1'                    | 0  | tanda kutip
					routes/errors.camel.yaml                 | 'routeConfiguration:'       | 'routeConfig:'             | 3  | routeConfig
					routes/pipeline.camel.yaml               | 'to: {uri: direct:change}'  | 'to: {uri: direct:chnge}'  | 27 | direct:chnge
					routes/pipeline.camel.yaml               | 'method: propose'           | 'method: usulkan'          | 0  | usulkan
					routes/template/xlsx.camel.yaml          | 'to: {uri: direct:batch}'   | 'to: {uri: direct:bach}'   | 27 | direct:bach
					routes/instansi/16.04-lahat.camel.yaml   | 'parameters:'               | 'parametters:'             | 5  | parametters
					routes/instansi/16.04-lahat.camel.yaml   | 'name: driver'              | 'name: drver'              | 7  | driver
					routes/instansi/16.04-lahat.camel.yaml   | 'Ref: database'             | 'Ref: databse'             | 3  | database
					routes/instansi/16.04-lahat.camel.yaml   | 'instansi, value: "16.04"'  | 'instansi, value: "16.40"' | 0  | 16.04
					""")
	void aSpoiltFileIsNamedWithItsPlaceAndWhatToDo(String file, String old, String now, int line, String word)
			throws IOException {
		this.home.replace(file, old, now);
		Spoken check = Spoken.by(this.home, "check");
		assertThat(check.exit()).isEqualTo(SimpulCommand.FINDINGS);
		assertThat(check.err()).isEmpty();
		assertThat(check.out().lines().findFirst().orElseThrow()).startsWith(file + ":" + line + ":")
			.containsPattern(PLACE.formatted(file))
			.contains(word);
		assertThat(check.out()).contains("hal harus diperbaiki.").doesNotContain("Exception", "\tat ");
	}

	@Test
	void aBadFileOfOneInstansiDoesNotHideThoseOfOthers() throws IOException {
		this.home.replace("mappings/16.01-oku.yaml", "schema: 1", "schema: 7");
		this.home.write("mappings/16.02-oki.yaml", "instansi: [");
		this.home.replace("routes/instansi/16.03-muara-enim.camel.yaml", "Ref: database", "Ref: databse");
		this.home.write("routes/instansi/16.04-lahat.camel.yaml", "- {");
		this.home.delete("routes/instansi/16.05-musi-rawas.camel.yaml");
		this.home.delete("mappings/16.06-musi-banyuasin.yaml");
		this.home.write("mappings/16.99-lain.yaml",
				this.home.read("mappings/16.72-pagar-alam.yaml").replace("\"16.72\"", "\"16.99\""));
		Spoken check = Spoken.by(this.home, "check");
		assertThat(check.exit()).isEqualTo(SimpulCommand.FINDINGS);
		assertThat(check.out().lines()).anyMatch((line) -> line.startsWith("mappings/16.01-oku.yaml:4:"))
			.anyMatch((line) -> line.startsWith("mappings/16.02-oki.yaml:1:"))
			.anyMatch((line) -> line.startsWith("routes/instansi/16.03-muara-enim.camel.yaml:3:"))
			.anyMatch((line) -> line.startsWith("routes/instansi/16.04-lahat.camel.yaml:"))
			.anyMatch((line) -> line.startsWith("routes/instansi/16.05-") && line.contains("salin"))
			.anyMatch((line) -> line.startsWith("mappings/16.06-") && line.contains("salin"))
			.anyMatch((line) -> line.startsWith("mappings/16.99-") && line.contains("config/instansi.yaml"));
	}

	@Test
	void aFileThatIsNotInUtf8IsSaidToBeSo() throws IOException {
		Path file = this.folder.resolve("config/instansi.yaml");
		Files.write(file, Files.readString(file).replace("Lahat", "Lähat").getBytes(StandardCharsets.ISO_8859_1));
		assertThat(Spoken.by(this.home, "check").out()).startsWith("config/instansi.yaml:0:0: ");
	}

	@Test
	void jsonHoldsThePlacesApartFromTheSentences() throws IOException {
		JsonNode clean = JsonMapper.shared().readTree(Spoken.by(this.home, "check", "--json").out());
		assertThat(clean.get("ok").booleanValue()).isTrue();
		assertThat(clean.get("mappings").intValue()).isEqualTo(18);
		assertThat(clean.get("problems").isEmpty()).isTrue();
		this.home.replace("mappings/16.04-lahat.yaml", "dates: [d MMMM", "datess: [d MMMM");
		Spoken check = Spoken.by(this.home, "check", "--json");
		assertThat(check.exit()).isEqualTo(SimpulCommand.FINDINGS);
		assertThat(check.out().lines()).hasSize(1);
		JsonNode spoilt = JsonMapper.shared().readTree(check.out());
		assertThat(spoilt.get("ok").booleanValue()).isFalse();
		JsonNode problem = spoilt.get("problems").get(0);
		assertThat(problem.get("file").stringValue()).isEqualTo("mappings/16.04-lahat.yaml");
		assertThat(problem.get("line").intValue()).isEqualTo(5);
		assertThat(problem.get("column").intValue()).isEqualTo(1);
		assertThat(problem.get("message").stringValue()).contains("datess");
	}

}
