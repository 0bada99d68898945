package id.simpul.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.Resource;

/**
 * One column of a source: what stands in it, for each kind of entry that has a row there.
 */
record Column(String name, Type type, Map<String, List<Part>> parts) {

	enum Type {

		TEXT, DATE, NUMBER, LARGE_NUMBER

	}

	/**
	 * @param resource whose latest entry has the value, or {@code null} for the entry of
	 * the row
	 */
	record Part(String resource, String field, List<Rendering> renderings) {
	}

	/**
	 * Reads {@code name = token token}: a token is
	 * {@code [resource:]field[~field][|rendering]}, {@code resource.field} for the latest
	 * entry of another resource, {@code @word} for what the system itself knows.
	 */
	static Column of(String line, List<String> resources) {
		String[] sides = line.split("=", 2);
		Map<String, List<Part>> parts = new HashMap<>();
		Type type = Type.TEXT;
		for (String token : sides[1].strip().split("\\s+")) {
			int colon = token.indexOf(':');
			boolean own = colon > 0 && resources.contains(token.substring(0, colon));
			List<String> of = own ? List.of(token.substring(0, colon)) : resources;
			String rest = own ? token.substring(colon + 1) : token;
			type = rest.endsWith("|tanggal") ? Type.DATE
					: rest.endsWith("|angka") ? Type.LARGE_NUMBER : rest.endsWith("|bulat") ? Type.NUMBER : type;
			for (String resource : of) {
				parts.put(resource, parts(rest, resource));
			}
		}
		return new Column(sides[0].strip(), type, parts);
	}

	private static List<Part> parts(String text, String resource) {
		List<Part> parts = new ArrayList<>();
		for (String piece : text.split("~")) {
			String[] words = piece.split("\\|");
			int dot = words[0].indexOf('.');
			String other = (dot > 0) ? words[0].substring(0, dot) : null;
			String field = words[0].substring(dot + 1);
			Resource typed = Resource.named((other != null) ? other : resource).orElseThrow();
			List<Rendering> renderings = new ArrayList<>();
			for (int i = 1; i < words.length; i++) {
				renderings.add(Rendering.named(words[i], typed, field));
			}
			parts.add(new Part(other, field, renderings));
		}
		return parts;
	}

	/**
	 * What stands there, {@code null} for nothing; several parts are joined by
	 * semicolons.
	 */
	String value(Person person, Fact fact, String key) {
		List<Part> mine = this.parts.get(fact.resource);
		if (mine == null) {
			return null;
		}
		if (mine.size() == 1) {
			return value(person, fact, key, mine.get(0));
		}
		StringBuilder packed = new StringBuilder();
		for (Part part : mine) {
			String value = value(person, fact, key, part);
			packed.append(packed.isEmpty() && part == mine.get(0) ? "" : ";").append((value != null) ? value : "");
		}
		return packed.toString();
	}

	private static String value(Person person, Fact row, String key, Part part) {
		Fact fact = (part.resource() != null) ? person.last(part.resource()) : row;
		String text;
		if (fact == null) {
			text = null;
		}
		else if (part.field().startsWith("@")) {
			text = known(person, part.field(), (row.key != null) ? row.key : key);
		}
		else {
			text = fact.get(part.field());
		}
		for (Rendering rendering : part.renderings()) {
			text = rendering.apply(text, (fact != null) ? fact : row);
		}
		// only where something stands: of two columns for one value the other stays empty
		return (fact != null && text != null) ? fact.raw.getOrDefault(part.field(), text) : text;
	}

	private static String known(Person person, String word, String key) {
		return switch (word) {
			case "@kunci" -> key.isEmpty() ? null : key;
			case "@nomor" -> person.localId();
			case "@aktif" -> person.active ? "ya" : "tidak";
			case "@nip" -> person.nip();
			case "@lengkap" -> {
				String titles = person.pegawai().get("gelarBelakang");
				yield person.pegawai().get("nama") + ((titles != null) ? ", " + titles : "");
			}
			default -> word.substring(1).replace('_', ' ');
		};
	}

}
