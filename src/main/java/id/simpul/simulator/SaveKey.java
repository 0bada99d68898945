package id.simpul.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One key of a save, which often is not the key of the same thing when read.
 *
 * @param readName the key it is read by, or {@code null} if it is not kept
 * @param required the name by which its absence is complained about, or {@code null}
 */
record SaveKey(String name, String readName, Kind kind, String required) {

	enum Kind {

		TEXT, NUMBER,

		/** Text or number: both were seen. */
		EITHER,

		/** A number written as text, shown with three places. */
		DECIMAL,

		/** dd-MM-yyyy, strictly. */
		DATE

	}

	/**
	 * Reads {@code key}, {@code key>readKey} or {@code key>-} (not kept), then the kind
	 * ({@code #} number, {@code ~} either, {@code %} decimal, {@code @} date), then
	 * {@code !Name} if required.
	 */
	static SaveKey of(String word) {
		String[] parts = word.split("!");
		String key = parts[0];
		Kind kind = switch (key.charAt(key.length() - 1)) {
			case '#' -> Kind.NUMBER;
			case '~' -> Kind.EITHER;
			case '%' -> Kind.DECIMAL;
			case '@' -> Kind.DATE;
			default -> Kind.TEXT;
		};
		if (kind != Kind.TEXT) {
			key = key.substring(0, key.length() - 1);
		}
		String[] names = key.split(">");
		String readName = (names.length == 1) ? key : (names[1].equals("-") ? null : names[1]);
		return new SaveKey(names[0], readName, kind, (parts.length > 1) ? parts[1] : null);
	}

	/** What is wrong with a value that is there, or {@code null}. */
	String problem(Object value) {
		boolean number = value instanceof Number;
		boolean text = value instanceof String;
		String expected = switch (this.kind) {
			case NUMBER -> (value instanceof Integer || value instanceof Long) ? null : "int";
			case EITHER -> (number || text) ? null : "string";
			default -> text ? null : "string";
		};
		if (expected != null) {
			return "Unmarshal type error: expected=" + expected + ", got="
					+ (number ? "number" : text ? "string" : (value instanceof Boolean) ? "bool" : "object")
					+ ", field=" + this.name;
		}
		return (this.kind == Kind.DATE && !value.equals("")) ? GoDate.problem((String) value) : null;
	}

	/** The value as it is kept: almost everything is a text when read. */
	String kept(Object value) {
		String text = value.toString();
		if (this.kind == Kind.DECIMAL && !text.isBlank()) {
			try {
				return new BigDecimal(text.strip()).setScale(3, RoundingMode.HALF_UP).toPlainString();
			}
			catch (NumberFormatException ex) {
				return text;
			}
		}
		return text;
	}

}
