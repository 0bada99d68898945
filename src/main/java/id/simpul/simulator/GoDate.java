package id.simpul.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * Dates as the registry takes them: dd-MM-yyyy and nothing else, with the complaint of
 * the language it is written in.
 */
final class GoDate {

	private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd-MM-uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private GoDate() {
	}

	/** What is wrong with the date, or {@code null}. */
	static String problem(String text) {
		int i = 0;
		for (String part : new String[] { "02", "-", "01", "-", "2006" }) {
			for (int end = i + part.length(); i < end; i++) {
				boolean fits = i < text.length()
						&& (part.equals("-") ? text.charAt(i) == '-' : text.charAt(i) >= '0' && text.charAt(i) <= '9');
				if (!fits) {
					int from = end - part.length();
					return "parsing time \"" + text + "\" as \"02-01-2006\": cannot parse \""
							+ text.substring(Math.min(from, text.length())) + "\" as \"" + part + "\"";
				}
			}
		}
		if (i < text.length()) {
			return "parsing time \"" + text + "\": extra text: \"" + text.substring(i) + "\"";
		}
		try {
			LocalDate.parse(text, FORM);
			return null;
		}
		catch (DateTimeException ex) {
			return "parsing time \"" + text + "\": "
					+ (Integer.parseInt(text, 3, 5, 10) > 12 || text.startsWith("00", 3) ? "month" : "day")
					+ " out of range";
		}
	}

	/**
	 * The date for comparing; the beginning of time if there is none. Points in time
	 * count by their day.
	 */
	static LocalDate orBeginning(Object value) {
		String text = (value != null) ? value.toString() : "";
		try {
			if (text.length() > 10 && text.charAt(4) == '-') {
				return LocalDate.parse(text.substring(0, 10));
			}
			return LocalDate.parse(text, FORM);
		}
		catch (DateTimeException ex) {
			return LocalDate.MIN;
		}
	}

	static String of(LocalDate date) {
		return FORM.format(date);
	}

}
