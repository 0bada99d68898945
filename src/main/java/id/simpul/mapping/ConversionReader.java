package id.simpul.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

import id.simpul.mapping.Finish.Conversion;
import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.FieldType;

/**
 * Reads the modifiers that make a value of a field's type, and holds them to that type.
 */
final class ConversionReader {

	private static final List<String> OWN = List.of("codes", "dates", "decimal", "true-values");

	private static final Map<FieldType, String> TYPES = Map.of(FieldType.TEXT, "teks", FieldType.DATE, "tanggal",
			FieldType.INTEGER, "bilangan bulat", FieldType.DECIMAL, "bilangan", FieldType.BOOLEAN, "ya/tidak");

	private final Problems problems;

	private final Vocabulary vocabulary;

	ConversionReader(Problems problems, Vocabulary vocabulary) {
		this.problems = problems;
		this.vocabulary = vocabulary;
	}

	/** Whether the specification says itself how its text becomes a value. */
	boolean isSpoken(Section spec) {
		return OWN.stream().anyMatch(spec::has);
	}

	/**
	 * The conversion of a field nothing more is said about; of plain text where there is
	 * no field.
	 */
	Conversion usual(Field field) {
		return (field == null) ? Conversions.none() : byType(field, this.vocabulary.dates(), false, null);
	}

	/** The conversion that a specification describes. */
	Conversion read(Section spec, Field field) {
		expect(spec, "dates", field, FieldType.DATE);
		expect(spec, "true-values", field, FieldType.BOOLEAN);
		if (!(field != null && field.type() == FieldType.INTEGER)) {
			expect(spec, "decimal", field, FieldType.DECIMAL);
		}
		if (spec.has("codes")) {
			return codes(spec, field);
		}
		List<DateForm> dates = spec.has("dates") ? dates(spec, this.problems) : this.vocabulary.dates();
		String decimal = spec.text("decimal");
		if (decimal != null && !List.of("comma", "point").contains(decimal)) {
			this.problems.at(spec.value("decimal"), "Isi \"decimal\" harus comma (1.234,5) atau point (1234.5).");
		}
		Set<String> yes = spec.has("true-values") ? lower(spec.texts("true-values")) : null;
		return (field == null) ? Conversions.none() : byType(field, dates, "comma".equals(decimal), yes);
	}

	/** Date forms of a key {@code dates}, in their order. */
	static List<DateForm> dates(Section section, Problems problems) {
		List<DateForm> forms = new ArrayList<>();
		for (Node node : section.filledList("dates")) {
			String text = Section.text(node, "Bentuk tanggal", problems);
			if (text != null) {
				try {
					forms.add(new DateForm(text));
				}
				catch (IllegalArgumentException ex) {
					problems.at(node, "%s", ex.getMessage());
				}
			}
		}
		return forms;
	}

	/**
	 * A value that stands in the file itself, in canonical form; {@code null} after
	 * noting a problem.
	 */
	Object constant(Node node, Field field) {
		String text = Section.text(node, "Nilai", this.problems);
		if (text == null || field == null) {
			return text;
		}
		if (text.isBlank()) {
			this.problems.at(node, "Nilai tetap untuk \"%s\" kosong; isi nilainya atau hapus field ini.", field.name());
			return null;
		}
		Object value = (field.type() == FieldType.BOOLEAN) ? switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> null;
		} : byType(field, List.of(), false, null).convert(text);
		if (value == null || value instanceof Fault) {
			this.problems.at(node, "Nilai \"%s\" tidak cocok untuk field \"%s\": %s.", text, field.name(),
					wanted(field));
			return null;
		}
		return value;
	}

	private Conversion byType(Field field, List<DateForm> dates, boolean comma, Set<String> yes) {
		return switch (field.type()) {
			case TEXT ->
				(field.codeList() != null) ? new CodeConversion(Map.of(), list(field), null) : Conversions.text(field);
			case DATE -> Conversions.date(dates);
			case INTEGER -> Conversions.integer(comma);
			case DECIMAL -> Conversions.decimal(comma);
			case BOOLEAN -> Conversions.flag((yes != null) ? yes : Conversions.USUALLY_TRUE);
		};
	}

	private Conversion codes(Section spec, Field field) {
		CodeList list = (field != null && field.codeList() != null) ? list(field) : null;
		Node node = spec.value("codes");
		if (node instanceof MappingNode) {
			return new CodeConversion(own(localCodes(node, this.problems), field), list, null);
		}
		String name = spec.text("codes");
		if (name == null) {
			return Conversions.none();
		}
		Map<String, Node> local = this.vocabulary.codes().get(name);
		if (local != null) {
			return new CodeConversion(own(local, field), list, null);
		}
		int slash = name.indexOf('/');
		if (slash > 0) {
			return numbering(node, name.substring(0, slash), name.substring(slash + 1), field);
		}
		this.problems.at(node,
				"Daftar kode \"%s\" tidak ada di bawah codes; %s. Penomoran nasional lain: tulis daftar/atribut.", name,
				Problems.hint(name, this.vocabulary.codes().keySet()));
		return Conversions.none();
	}

	private Conversion numbering(Node node, String list, String attribute, Field field) {
		if (!this.vocabulary.national().has(list)) {
			this.problems.at(node, "Daftar kode nasional \"%s\" tidak ada; lihat nama berkas di mappings/kode.", list);
			return Conversions.none();
		}
		CodeList national = this.vocabulary.national().get(list);
		if (field != null && field.codeList() != null && !field.codeList().equals(list)) {
			this.problems.at(node, "Field \"%s\" memakai daftar \"%s\", bukan \"%s\".", field.name(), field.codeList(),
					list);
		}
		if (!national.hasAttribute(attribute)) {
			this.problems.at(node, "Daftar \"%s\" tidak mempunyai atribut \"%s\"; lihat mappings/kode/%s.yaml.", list,
					attribute, list);
		}
		return new CodeConversion(Map.of(), national, attribute);
	}

	/**
	 * Raw values and what they mean for this field; every meaning must be one that the
	 * field takes.
	 */
	private Map<String, Object> own(Map<String, Node> codes, Field field) {
		Map<String, Object> own = new HashMap<>();
		codes.forEach((raw, node) -> {
			String text = Section.text(node, "Arti kode \"" + raw + "\"", this.problems);
			Object value = (text == null || text.isBlank()) ? "" : constant(node, field);
			if (value != null) {
				own.put(raw, value);
			}
		});
		return own;
	}

	/** The pairs of a code table as they stand in the file. */
	static Map<String, Node> localCodes(Node node, Problems problems) {
		return new LinkedHashMap<>(Section.open(node, problems).values());
	}

	private CodeList list(Field field) {
		return this.vocabulary.national().get(field.codeList());
	}

	private void expect(Section spec, String modifier, Field field, FieldType type) {
		if (spec.has(modifier) && (field == null || field.type() != type)) {
			this.problems.at(spec.key(modifier),
					(field == null) ? "\"%s\" tidak berlaku pada bagian join; hapus, karena bagian join selalu teks."
							: "\"%s\" tidak berlaku di sini: field \"%s\" berisi %s, bukan %s.",
					modifier, (field != null) ? field.name() : "", (field != null) ? TYPES.get(field.type()) : "",
					TYPES.get(type));
		}
	}

	private static String wanted(Field field) {
		if (field.codeList() != null) {
			return "tidak ada pada daftar " + field.codeList() + ", lihat mappings/kode/" + field.codeList() + ".yaml";
		}
		return switch (field.type()) {
			case TEXT -> (field.pattern() != null) ? "susunannya harus " + field.pattern()
					: "paling panjang " + field.maxLength() + " huruf";
			case DATE -> "tulis tanggal sebagai yyyy-MM-dd";
			case INTEGER -> "tulis bilangan bulat 0 sampai 9999";
			case DECIMAL -> "tulis bilangan 0 sampai 99999 dengan titik desimal";
			case BOOLEAN -> "tulis true atau false";
		};
	}

	private static Set<String> lower(List<String> texts) {
		Set<String> lower = new HashSet<>();
		texts.forEach((text) -> lower.add(NullTokens.strip(text).toLowerCase(Locale.ROOT)));
		return lower;
	}

}
