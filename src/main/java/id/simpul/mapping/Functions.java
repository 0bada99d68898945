package id.simpul.mapping;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The fixed set of functions that {@code apply} knows. None can fail: what does not fit
 * comes back as it was.
 */
final class Functions {

	/** As they stand in the documentation. */
	static final List<String> NAMES = List.of("trim", "upper", "lower", "digits", "nip", "squeeze", "after:X",
			"before:X", "split:X:N", "titles-front", "titles-back", "name", "year");

	private Functions() {
	}

	/**
	 * The function of that name.
	 * @throws IllegalArgumentException with a sentence in Indonesian when there is none
	 */
	static UnaryOperator<String> named(String text) {
		int colon = text.indexOf(':');
		String name = (colon > 0) ? text.substring(0, colon) : text;
		String rest = (colon > 0) ? text.substring(colon + 1) : "";
		if (colon > 0 && List.of("after", "before", "split").contains(name)) {
			return withArgument(text, name, rest);
		}
		return switch (text) {
			case "trim" -> NullTokens::strip;
			case "upper" -> (value) -> value.toUpperCase(Locale.ROOT);
			case "lower" -> (value) -> value.toLowerCase(Locale.ROOT);
			case "digits" -> Functions::digits;
			case "nip" -> Functions::nip;
			case "squeeze" -> NullTokens::squeeze;
			case "titles-front" -> (value) -> Titles.split(value).front();
			case "titles-back" -> (value) -> Titles.split(value).back();
			case "name" -> (value) -> Titles.split(value).name();
			case "year" -> Functions::year;
			default -> throw new IllegalArgumentException(
					"Fungsi \"" + text + "\" tidak dikenal; " + Problems.hint(text, NAMES) + ".");
		};
	}

	private static UnaryOperator<String> withArgument(String text, String name, String argument) {
		if (argument.isEmpty()) {
			throw new IllegalArgumentException("Fungsi \"" + text + "\" belum menyebut pemisahnya; tulis misalnya \""
					+ name + ":/" + (name.equals("split") ? ":1" : "") + "\".");
		}
		if (!name.equals("split")) {
			return name.equals("after") ? (value) -> after(value, argument) : (value) -> before(value, argument);
		}
		int last = argument.lastIndexOf(':');
		if (last <= 0 || !argument.substring(last + 1).matches("[1-9]\\d?")) {
			throw new IllegalArgumentException("Fungsi \"" + text
					+ "\" harus berbentuk split:PEMISAH:URUTAN dengan urutan mulai dari 1, misalnya \"split:/:2\".");
		}
		String separator = argument.substring(0, last);
		int wanted = Integer.parseInt(argument.substring(last + 1));
		return (value) -> part(value, separator, wanted);
	}

	private static String after(String text, String mark) {
		int at = text.indexOf(mark);
		return (at >= 0) ? text.substring(at + mark.length()) : text;
	}

	private static String before(String text, String mark) {
		int at = text.indexOf(mark);
		return (at >= 0) ? text.substring(0, at) : text;
	}

	private static String part(String text, String separator, int wanted) {
		int from = 0;
		for (int part = 1; part < wanted; part++) {
			int at = text.indexOf(separator, from);
			if (at < 0) {
				return "";
			}
			from = at + separator.length();
		}
		int to = text.indexOf(separator, from);
		return text.substring(from, (to >= 0) ? to : text.length());
	}

	private static String digits(String text) {
		StringBuilder digits = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
				digits.append(text.charAt(i));
			}
		}
		return digits.toString();
	}

	/**
	 * Takes away what people and workbooks put between the digits, and nothing else: the
	 * rest is for validation.
	 */
	private static String nip(String text) {
		StringBuilder kept = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean drop = (c < '0' || c > '9')
					&& ("'`\u2018\u2019\u00b4\".-\u2010\u2011\u2013".indexOf(c) >= 0 || NullTokens.isInvisible(c));
			if (drop && kept == null) {
				kept = new StringBuilder(text.length()).append(text, 0, i);
			}
			else if (!drop && kept != null) {
				kept.append(c);
			}
		}
		return (kept != null) ? kept.toString() : text;
	}

	private static String year(String text) {
		int run = 0;
		for (int i = 0; i <= text.length(); i++) {
			boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
			if (!digit && run == 4) {
				return text.substring(i - 4, i);
			}
			run = digit ? run + 1 : 0;
		}
		return "";
	}

}
