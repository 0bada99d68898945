package id.simpul.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One key of a row as it is read.
 *
 * @param names where a missing text is looked up: the code is that of another key, the
 * name stands in a reference table
 */
record ReadKey(String name, Kind kind, List<Lookup> names) {

	enum Kind {

		TEXT,

		/** dd-MM-yyyy. */
		DATE,

		/** The one date that comes as a point in time. */
		ISO_DATE,

		/** Missing is {@code null}, never an empty text. */
		NULLABLE,

		/** The documents of a row, by their type. */
		PATH

	}

	record Lookup(String code, String table) {
	}

	/**
	 * Reads {@code name}, {@code date@}, {@code isoDate^}, {@code nullable?} or
	 * {@code name<code:table<code:table}.
	 */
	static ReadKey of(String word) {
		String[] parts = word.split("<");
		String name = parts[0];
		Kind kind = switch (name.charAt(name.length() - 1)) {
			case '@' -> Kind.DATE;
			case '^' -> Kind.ISO_DATE;
			case '?' -> Kind.NULLABLE;
			default -> name.equals("path") ? Kind.PATH : Kind.TEXT;
		};
		if (kind != Kind.TEXT && kind != Kind.PATH) {
			name = name.substring(0, name.length() - 1);
		}
		List<Lookup> names = new ArrayList<>();
		for (int i = 1; i < parts.length; i++) {
			String[] lookup = parts[i].split(":");
			names.add(new Lookup(lookup[0], lookup[1]));
		}
		return new ReadKey(name, kind, List.copyOf(names));
	}

	/**
	 * The value as the registry would show it.
	 * @param values what is held of the row; missing values are not in it
	 * @param turn decides which of the registry's three ways of saying nothing is used
	 */
	Object shown(Map<String, Object> values, References references, int turn) {
		Object value = values.get(this.name);
		if (value != null) {
			return (this.kind == Kind.ISO_DATE) ? isoDate(value) : value;
		}
		for (Lookup lookup : this.names) {
			String found = references.name(lookup.table(), values.get(lookup.code()));
			if (found != null) {
				return found;
			}
		}
		return switch (this.kind) {
			case TEXT -> (turn % 5 == 4) ? null : "";
			case DATE, ISO_DATE -> switch (turn % 3) {
				case 0 -> "";
				case 1 -> "01-01-0001";
				default -> null;
			};
			case NULLABLE -> null;
			case PATH -> (turn % 3 == 2)
					? Json.of("", Json.of("dok_id", "", "dok_nama", "", "dok_uri", "", "object", "", "slug", ""))
					: null;
		};
	}

	private static Object isoDate(Object value) {
		String text = value.toString();
		return GoDate.problem(text) != null ? value
				: text.substring(6) + '-' + text.substring(3, 5) + '-' + text.substring(0, 2) + "T00:00:00Z";
	}

}
