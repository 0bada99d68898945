package id.simpul.national;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Values as SIASN writes and wants them (contract section 3): nearly everything is text,
 * "nothing" is an empty text, null or the first of January of the year 1, dates come in
 * three forms and go out in one.
 */
final class SiasnJson {

	private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("dd-MM-yyyy");

	private static final Pattern PERSONAL = Pattern.compile("\\d{8,}");

	private SiasnJson() {
	}

	/** The first of these keys that has a value; {@code null} when none has. */
	static String text(JsonNode row, String... keys) {
		for (String key : keys) {
			JsonNode node = row.path(key);
			if (node.isValueNode() && !node.isNull()) {
				String text = node.asString("").strip();
				if (!text.isEmpty() && !text.startsWith("01-01-0001") && !text.startsWith("0001-01-01")) {
					return text;
				}
			}
		}
		return null;
	}

	/**
	 * A date as dd-MM-yyyy, yyyy-MM-dd or an ISO timestamp; {@code null} for anything
	 * else.
	 */
	static LocalDate date(JsonNode row, String... keys) {
		String text = text(row, keys);
		if (text == null || text.length() < 10) {
			return null;
		}
		try {
			return (text.charAt(2) == '-') ? LocalDate.parse(text.substring(0, 10), OUT)
					: LocalDate.parse(text.substring(0, 10));
		}
		catch (DateTimeException ex) {
			return null; // an unreadable date of theirs counts as none: ours then differs
							// and is shown
		}
	}

	static Integer integer(JsonNode row, String... keys) {
		BigDecimal number = decimal(row, keys);
		return (number != null) ? number.intValue() : null;
	}

	static BigDecimal decimal(JsonNode row, String... keys) {
		String text = text(row, keys);
		try {
			return (text != null) ? new BigDecimal(text) : null;
		}
		catch (NumberFormatException ex) {
			return null; // as with dates
		}
	}

	static Boolean flag(JsonNode row, String... keys) {
		String text = text(row, keys);
		return (text != null) ? text.equals("1") || text.equalsIgnoreCase("true") : null;
	}

	/** A date the way saves want it, strictly dd-MM-yyyy; an empty text for none. */
	static String date(LocalDate date) {
		return (date != null) ? OUT.format(date) : "";
	}

	static String orEmpty(Object value) {
		return (value instanceof BigDecimal number) ? number.toPlainString() : (value != null) ? value.toString() : "";
	}

	static String flag(boolean value) {
		return value ? "1" : "0";
	}

	/**
	 * The registry's words with long numbers taken out, since some of them repeat a NIP.
	 */
	static String withoutPeople(String words) {
		String clean = PERSONAL.matcher(words.replaceAll("\\s+", " ").strip()).replaceAll("…");
		return (clean.length() > 500) ? clean.substring(0, 500) : clean;
	}

}
