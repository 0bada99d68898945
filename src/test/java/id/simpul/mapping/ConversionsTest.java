package id.simpul.mapping;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.pegawai.Field;
import id.simpul.pegawai.FieldType;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class ConversionsTest {

	@Test
	void holdsNumbersToTheBoundsOfTheSchema() throws IOException {
		JsonNode schema;
		try (InputStream in = ConversionsTest.class.getResourceAsStream("/schema/simpul-1.schema.json")) {
			schema = JsonMapper.shared().readTree(in);
		}
		for (Resource resource : Resource.values()) {
			for (Field field : resource.fields()) {
				JsonNode node = schema.path("$defs")
					.path(resource.resourceName())
					.path("properties")
					.path(field.name());
				if (field.type() == FieldType.INTEGER || field.type() == FieldType.DECIMAL) {
					assertThat(node.path("minimum").asInt()).isZero();
					assertThat(node.path("maximum").asInt()).as("%s", field)
						.isEqualTo((field.type() == FieldType.INTEGER) ? Conversions.LARGEST_INTEGER
								: Conversions.LARGEST_NUMBER.intValueExact());
				}
			}
		}
	}

	@Test
	void takesPointsAndCommasOnlyWhereTheyBelong() {
		assertThat(Conversions.decimal(true).convert("1.234.5")).isInstanceOf(Fault.class);
		assertThat(Conversions.decimal(true).convert("1,2,3")).isInstanceOf(Fault.class);
		assertThat(Conversions.decimal(true).convert(",5")).isInstanceOf(Fault.class);
		assertThat(Conversions.decimal(true).convert("12.345")).hasToString("12345");
		assertThat(Conversions.decimal(false).convert("1,234.5")).isInstanceOf(Fault.class);
		assertThat(Conversions.decimal(false).convert("99999.5")).isInstanceOf(Fault.class);
		assertThat(Conversions.integer(false).convert("99999999999999999999999")).isInstanceOf(Fault.class);
	}

}
