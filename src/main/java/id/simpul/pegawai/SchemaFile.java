package id.simpul.pegawai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of each resource from the JSON Schema, so that schema and Java cannot
 * drift apart.
 */
final class SchemaFile {

	static final String PATH = "/schema/simpul-1.schema.json";

	private static final Map<String, FieldType> FORMATS = Map.of("integer", FieldType.INTEGER, "number",
			FieldType.DECIMAL, "boolean", FieldType.BOOLEAN);

	private static final JsonNode ROOT = read();

	private SchemaFile() {
	}

	private static JsonNode read() {
		try (InputStream in = SchemaFile.class.getResourceAsStream(PATH)) {
			if (in == null) {
				throw new IllegalStateException("The common schema is missing from the class path: " + PATH);
			}
			return JsonMapper.shared().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String title(String resource) {
		return definition(resource).path("title").asString();
	}

	static List<Field> fields(String resource) {
		JsonNode definition = definition(resource);
		List<String> required = names(definition.path("required"));
		List<String> key = names(definition.path("x-kunci"));
		List<Field> fields = new ArrayList<>();
		definition.path("properties").properties().forEach((property) -> {
			JsonNode node = property.getValue();
			String name = property.getKey();
			fields.add(new Field(resource, name, fields.size(), type(node), required.contains(name), key.contains(name),
					node.path("x-kode").asString(null), node.path("maxLength").asInt(Integer.MAX_VALUE),
					node.has("pattern") ? Pattern.compile(node.path("pattern").asString()) : null,
					node.path("x-kontak").asBoolean(false), node.path("title").asString()));
		});
		return List.copyOf(fields);
	}

	/** The fields of the business key, in the order in which histories are sorted. */
	static List<String> key(String resource) {
		return names(definition(resource).path("x-kunci"));
	}

	private static JsonNode definition(String resource) {
		JsonNode definition = ROOT.path("$defs").path(resource);
		if (definition.isMissingNode()) {
			throw new IllegalStateException("The common schema does not define " + resource);
		}
		return definition;
	}

	private static FieldType type(JsonNode node) {
		if ("date".equals(node.path("format").asString(""))) {
			return FieldType.DATE;
		}
		return FORMATS.getOrDefault(node.path("type").asString(), FieldType.TEXT);
	}

	private static List<String> names(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
	}

}
