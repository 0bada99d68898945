package id.simpul.mapping;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.FieldType;
import id.simpul.pegawai.RandomEntries;
import id.simpul.pegawai.Resource;
import id.simpul.source.Columns;
import id.simpul.source.Finding;
import id.simpul.source.PersonRows;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The common schema as others read it, with a validator of JSON Schema, and as the
 * program reads it by itself: what one takes or refuses, so does the other.
 */
class CommonSchemaTest {

	private static final Path FILE = Path.of("mappings/schema/simpul-1.schema.json");

	private static Schema schema;

	private static JsonNode root;

	@TempDir
	Path folder;

	@BeforeAll
	static void readSchema() throws IOException {
		String text = Files.readString(FILE);
		schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(text, InputFormat.JSON);
		root = JsonMapper.shared().readTree(text);
	}

	static Stream<Field> fields() {
		return Stream.of(Resource.values()).flatMap((resource) -> resource.fields().stream());
	}

	static Stream<Field> breakable() {
		// a flag of a source is any text at all, so the program cannot refuse one
		return fields().filter((field) -> field.type() != FieldType.BOOLEAN);
	}

	@Test
	void takesEveryDocumentOfTheProgram() {
		for (int seed = 0; seed < 200; seed++) {
			assertThat(errors(Document.of(new RandomEntries(seed).person()).json())).as("seed %d", seed).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void isMadeOfRowsAsItIs(Resource resource) {
		for (int seed = 0; seed < 20; seed++) {
			Entry entry = new RandomEntries(seed).entry(resource);
			MappedPerson mapped = map(entry, null, null);
			assertThat(mapped.findings()).isEmpty();
			assertThat(mapped.entries()).contains(entry);
		}
	}

	@Test
	void hasTheFieldsTheProgramHas() {
		for (Resource resource : Resource.values()) {
			JsonNode definition = root.path("$defs").path(resource.resourceName());
			assertThat(definition.path("properties").propertyNames())
				.containsExactlyElementsOf(resource.fields().stream().map(Field::name).toList());
			assertThat(names(definition.path("required"))).containsExactlyInAnyOrderElementsOf(
					resource.fields().stream().filter(Field::required).map(Field::name).toList());
			assertThat(names(definition.path("x-kunci")))
				.containsExactlyElementsOf(resource.key().stream().map(Field::name).toList());
			assertThat(resource.key()).allSatisfy((field) -> assertThat(field.key()).isTrue());
			assertThat(definition.path("title").asString()).isEqualTo(resource.title()).isNotBlank();
		}
		assertThat(root.path("properties").propertyNames())
			.containsExactlyElementsOf(Stream.of(Resource.values()).map(Resource::resourceName).toList());
	}

	@ParameterizedTest
	@MethodSource("fields")
	void readsEveryFieldAsItIsWritten(Field field) {
		JsonNode node = root.path("$defs").path(field.resource()).path("properties").path(field.name());
		String type = switch (field.type()) {
			case TEXT, DATE -> "string";
			case INTEGER -> "integer";
			case DECIMAL -> "number";
			case BOOLEAN -> "boolean";
		};
		assertThat(node.path("type").asString()).isEqualTo(type);
		assertThat(node.path("format").asString("")).isEqualTo((field.type() == FieldType.DATE) ? "date" : "");
		assertThat(node.path("x-kode").asString(null)).isEqualTo(field.codeList());
		assertThat(node.path("maxLength").asInt(Integer.MAX_VALUE)).isEqualTo(field.maxLength());
		assertThat(node.path("pattern").asString(null))
			.isEqualTo((field.pattern() != null) ? field.pattern().pattern() : null);
		assertThat(node.path("x-kontak").asBoolean(false)).isEqualTo(field.contact());
		assertThat(node.path("title").asString()).isEqualTo(field.title()).isNotBlank();
		assertThat(field.type() == FieldType.TEXT && field.codeList() == null)
			.as("free text has a longest length, other fields have none")
			.isEqualTo(field.maxLength() < Integer.MAX_VALUE);
	}

	@Test
	void lacksNothingThatIsRequired() {
		for (Resource resource : Resource.values()) {
			for (Field field : resource.fields()) {
				Entry entry = full(resource).with(field, null);
				assertThat(errors(document(entry)).isEmpty()).as("%s", field).isEqualTo(!field.required());
				MappedPerson mapped = map(full(resource), field, null);
				assertThat(rules(mapped)).as("%s", field)
					.isEqualTo(field.required() ? Set.of("WAJIB_KOSONG") : Set.of());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("breakable")
	void refusesWhatTheProgramRefuses(Field field) {
		for (Broken broken : broken(field)) {
			MappedPerson mapped = map(full(resource(field)), field, broken.text());
			assertThat(rules(mapped)).as("%s %s", field, broken.rule()).isEqualTo(Set.of(broken.rule()));
			assertThat(mapped.findings()).allSatisfy((finding) -> {
				assertThat(finding.field()).isEqualTo(field.name());
				assertThat(finding.blocks()).isEqualTo(field.required() || field.key());
			});
			assertThat(mapped.entries().stream().filter((one) -> one.resource() == resource(field)).toList().isEmpty())
				.isEqualTo(field.required() || field.key());
			if (broken.json() != null) {
				assertThat(errors(document(full(resource(field)), field, broken.json()))).as("%s %s", field, broken)
					.isNotEmpty();
			}
		}
	}

	@Test
	void refusesFieldsAndResourcesThatItDoesNotKnow() {
		for (Resource resource : Resource.values()) {
			ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(document(full(resource)));
			entry(document, resource).put("lain", "x");
			assertThat(errors(document.toString().getBytes(StandardCharsets.UTF_8))).isNotEmpty();
		}
		ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(document(full(Resource.GOLONGAN)));
		document.putArray("keluarga");
		assertThat(errors(document.toString().getBytes(StandardCharsets.UTF_8))).isNotEmpty();
	}

	@Test
	void refusesAnEmptyHistoryAndADocumentOfNobody() {
		ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(document(full(Resource.PEGAWAI)));
		assertThat(errors(document.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
		document.putArray("golongan");
		assertThat(errors(document.toString().getBytes(StandardCharsets.UTF_8))).isNotEmpty();
		assertThat(errors("{}".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
	}

	/**
	 * A way in which a field can be wrong.
	 *
	 * @param json the same as JSON, or {@code null} where the schema leaves it to the
	 * list of codes, which has editions of its own
	 */
	private record Broken(String text, Object json, String rule) {
	}

	private static List<Broken> broken(Field field) {
		return switch (field.type()) {
			case DATE -> List.of(new Broken("2024-02-30", "2024-02-30", "TANGGAL_TAK_TERBACA"),
					new Broken("besok", "besok", "TANGGAL_TAK_TERBACA"),
					new Broken("2024-13-01", "2024-13-01", "TANGGAL_TAK_TERBACA"));
			case INTEGER ->
				List.of(new Broken("10000", 10000, "ANGKA_TAK_TERBACA"), new Broken("-1", -1, "ANGKA_TAK_TERBACA"),
						new Broken("1.5", new BigDecimal("1.5"), "ANGKA_TAK_TERBACA"),
						new Broken("dua", "dua", "ANGKA_TAK_TERBACA"));
			case DECIMAL -> List.of(new Broken("99999.5", new BigDecimal("99999.5"), "ANGKA_TAK_TERBACA"),
					new Broken("-0.5", new BigDecimal("-0.5"), "ANGKA_TAK_TERBACA"),
					new Broken("dua", "dua", "ANGKA_TAK_TERBACA"));
			case BOOLEAN -> List.of();
			case TEXT -> brokenText(field);
		};
	}

	private static List<Broken> brokenText(Field field) {
		if (field.codeList() != null) {
			return List.of(new Broken("tidak ada", null, "KODE_TAK_DIKENAL"));
		}
		String tooLong = "9".repeat(field.maxLength() + 1);
		if (field.pattern() == null) {
			return List.of(new Broken(tooLong, tooLong, "NILAI_TERLALU_PANJANG"));
		}
		String tooShort = "9".repeat(field.maxLength() - 1);
		String letter = tooShort + "A";
		return List.of(new Broken(tooLong, tooLong, "POLA_TIDAK_SESUAI"),
				new Broken(tooShort, tooShort, "POLA_TIDAK_SESUAI"), new Broken(letter, letter, "POLA_TIDAK_SESUAI"));
	}

	private static Entry full(Resource resource) {
		return new RandomEntries(11).full(resource);
	}

	private static Resource resource(Field field) {
		return Resource.named(field.resource()).orElseThrow();
	}

	private static byte[] document(Entry entry) {
		return Document
			.of((entry.resource() == Resource.PEGAWAI) ? List.of(entry) : List.of(full(Resource.PEGAWAI), entry))
			.json();
	}

	private static byte[] document(Entry entry, Field field, Object value) {
		ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(document(entry));
		entry(document, entry.resource()).set(field.name(), JsonMapper.shared().valueToTree(value));
		return document.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static ObjectNode entry(ObjectNode document, Resource resource) {
		JsonNode node = document.path(resource.resourceName());
		return (ObjectNode) (resource.isHistory() ? node.path(0) : node);
	}

	private static List<Error> errors(byte[] json) {
		return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	/**
	 * The entry by way of a source whose columns are called as the fields are, one of
	 * them with another text.
	 */
	private MappedPerson map(Entry entry, Field changed, String text) {
		Resource resource = entry.resource();
		boolean history = resource.isHistory();
		MappingFile mapping = MappingFile.load(MappingFixture.file(this.folder, "16.71-uji.yaml", yaml(resource)),
				CodeLists.bundled());
		Columns columns = new Columns(history ? "riwayat" : "pegawai", columns(resource));
		Row row = Row.of(columns, 1, values(entry, changed, text));
		List<Row> rows = history ? List.of(Row.of(new Columns("pegawai", columns(Resource.PEGAWAI)), 1,
				values(full(Resource.PEGAWAI), null, null)), row) : List.of(row);
		Run run = new Run(1, "16.71", LocalDate.of(2026, 11, 24), mapping.datasets());
		return mapping.apply(new RowBatch(run, Map.of(), List.of(new PersonRows("k", rows)))).people().get(0);
	}

	private static List<String> columns(Resource resource) {
		return Stream.concat(Stream.of("kunci"), resource.fields().stream().map(Field::name)).toList();
	}

	private static String[] values(Entry entry, Field changed, String text) {
		return Stream.concat(Stream.of("k"), entry.resource().fields().stream().map((field) -> {
			Object value = entry.value(field);
			return field.equals(changed) ? text : (value instanceof BigDecimal number) ? number.toPlainString()
					: (value != null) ? value.toString() : null;
		})).toArray(String[]::new);
	}

	private static String yaml(Resource resource) {
		String main = "datasets:\n  pegawai:\n    main: true\n" + records(Resource.PEGAWAI);
		return MappingFixture.HEAD + main + (resource.isHistory() ? "  riwayat:\n" + records(resource) : "");
	}

	private static String records(Resource resource) {
		return "    key: kunci\n    records:\n      - to: " + resource + "\n        fields:\n"
				+ resource.fields()
					.stream()
					.map((field) -> "          " + field.name() + ": " + field.name() + "\n")
					.collect(Collectors.joining());
	}

	private static Set<String> rules(MappedPerson person) {
		return person.findings()
			.stream()
			.map(Finding::rule)
			.filter((rule) -> !rule.equals("PEGAWAI_DITOLAK"))
			.collect(Collectors.toSet());
	}

	private static List<String> names(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
