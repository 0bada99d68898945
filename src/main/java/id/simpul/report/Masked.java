package id.simpul.report;

import java.util.regex.Pattern;

/**
 * Keys as they may stand in a list: enough to recognise one's own row, too little to tell
 * a stranger who it is.
 */
final class Masked {

	private static final Pattern NUMBER = Pattern.compile("\\d{15,}");

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{4}");

	private Masked() {
	}

	/**
	 * The source's key of a person: a NIP keeps its year of birth and serial, another key
	 * its ends.
	 */
	static String person(String kunci) {
		if (kunci == null || kunci.isBlank()) {
			return "";
		}
		String key = kunci.strip();
		if (NUMBER.matcher(key).matches()) {
			return key.substring(0, 4) + "•••• •••••• • " + key.substring(key.length() - 3);
		}
		int ends = (key.length() > 8) ? 2 : (key.length() > 3) ? 1 : 0;
		return key.substring(0, ends) + "••••" + key.substring(key.length() - ends);
	}

	/**
	 * The business key of an entry: dates and years stand, numbers of decrees and
	 * certificates keep their first three.
	 */
	static String entry(String key) {
		if (key == null || key.isBlank()) {
			return "";
		}
		StringBuilder masked = new StringBuilder();
		for (String part : key.split("\\|", -1)) {
			if (!part.isEmpty() && !part.equals("null")) {
				masked.append(masked.isEmpty() ? "" : " · ").append(part(part));
			}
		}
		return masked.toString();
	}

	private static String part(String part) {
		if (DATE.matcher(part).matches() || part.length() <= 3) {
			return part;
		}
		return part.substring(0, 3) + "•••";
	}

}
