package id.simpul.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Keys as they may stand in a list: enough to recognise one's own row, too little to tell
 * a stranger who it is.
 */
final class Masked {

	private static final Pattern NUMBER = Pattern.compile("\\d{15,}");

	/** A NIP or NIK as people write them, in one or with gaps, in the middle of words. */
	private static final Pattern NUMBER_IN_TEXT = Pattern.compile("\\d(?:[ .-]{0,3}\\d){14,}");

	private static final Pattern NOT_DIGIT = Pattern.compile("\\D");

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

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
	 * The business key of an entry: dates and years stand, codes are said by their name,
	 * numbers of decrees and certificates keep their first three.
	 * @param resource of the entry, or {@code null}
	 */
	static String entry(String resource, String key) {
		if (key == null || key.isBlank()) {
			return "";
		}
		List<Field> fields = Resource.named((resource != null) ? resource : "").map(Resource::key).orElse(List.of());
		String[] parts = key.split("\\|", -1);
		List<String> masked = new ArrayList<>();
		for (int i = 0; i < parts.length; i++) {
			if (!parts[i].isEmpty() && !parts[i].equals("null")) {
				masked.add(part((i < fields.size()) ? fields.get(i) : null, parts[i]));
			}
		}
		return String.join(" · ", masked);
	}

	/** What somebody wrote in their own words; a NIP or NIK in it is masked. */
	static String text(String words) {
		return (words == null) ? null : NUMBER_IN_TEXT.matcher(words)
			.replaceAll((number) -> person(NOT_DIGIT.matcher(number.group()).replaceAll("")));
	}

	private static String part(Field field, String part) {
		if (field != null && field.codeList() != null) {
			CodeList codes = CodeLists.bundled().get(field.codeList());
			if (codes.contains(part)) {
				return codes.get(part).nama();
			}
		}
		Matcher date = DATE.matcher(part);
		if (date.matches()) {
			return date.group(3) + "/" + date.group(2) + "/" + date.group(1);
		}
		if (YEAR.matcher(part).matches() || part.length() <= 3) {
			return part;
		}
		return part.substring(0, 3) + "•••";
	}

}
