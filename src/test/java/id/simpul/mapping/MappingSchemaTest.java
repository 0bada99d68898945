package id.simpul.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The editors' schema and the page about the language say the same as the program. */
class MappingSchemaTest {

	private static final Path SCHEMA = Path.of("mappings/mapping.schema.json");

	private static final Path PAGE = Path.of("mappings/README.md");

	@TempDir
	Path folder;

	@Test
	void offersTheFieldsOfTheCommonSchema() throws IOException {
		JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
		for (Resource resource : Resource.values()) {
			JsonNode fields = schema.path("$defs").path("field-" + resource);
			assertThat(fields.path("properties").propertyNames())
				.containsExactlyElementsOf(resource.fields().stream().map(Field::name).toList());
			List<String> required = new ArrayList<>();
			fields.path("required").forEach((name) -> required.add(name.asString()));
			assertThat(required).containsExactlyInAnyOrderElementsOf(
					resource.fields().stream().filter(Field::required).map(Field::name).toList());
		}
	}

	@Test
	void takesTheExampleOfThePage() throws IOException {
		MappingFile mapping = MappingFixture.load(this.folder, example());
		assertThat(mapping.datasets()).extracting("name").containsExactly("pegawai", "jabatan", "m_jabatan");
		assertThat(editor().validate(example(), InputFormat.YAML)).isEmpty();
	}

	@Test
	void marksTheSameMistakesAsTheProgram() throws IOException {
		for (String[] change : new String[][] { { "null-tokens:", "nul-tokens:" }, { "nomorSk: nosk", "nomorsk: nosk" },
				{ "apply: [nip]", "apply: [nipp]" }, { "present: true", "present: ada" },
				{ "to: golongan", "to: golngan" }, { "main: true", "main: [true]" },
				{ "          tmtJabatan: tmtjab\n", "" }, { "agama: agama ", "agama: {column: a, value: b} " },
				{ "schema: 1", "schema: 2" } }) {
			String bad = example().replace(change[0], change[1]);
			assertThat(bad).isNotEqualTo(example());
			assertThat(editor().validate(bad, InputFormat.YAML)).as(change[1]).isNotEmpty();
			assertThat(catchThrowable(() -> MappingFixture.load(this.folder, bad))).as(change[1])
				.isInstanceOf(MappingRefused.class);
		}
	}

	@Test
	void explainsEveryFunction() throws IOException {
		String page = Files.readString(PAGE);
		assertThat(Functions.NAMES).allSatisfy((name) -> assertThat(page).contains("`" + name + "`"));
	}

	private static Schema editor() throws IOException {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(Files.readString(SCHEMA), InputFormat.JSON);
	}

	private static String example() throws IOException {
		String page = Files.readString(PAGE);
		int from = page.indexOf("```yaml\n") + 8;
		return page.substring(from, page.indexOf("```", from));
	}

}
