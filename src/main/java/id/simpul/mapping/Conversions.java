package id.simpul.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.simpul.mapping.Finish.Conversion;
import id.simpul.pegawai.Field;

/**
 * From text to the type of a field. Reads digits by itself: half of a run's values come
 * through here.
 */
final class Conversions {

	/** Bounds of every integer and every number in the common schema. */
	static final int LARGEST_INTEGER = 9999;

	static final BigDecimal LARGEST_NUMBER = BigDecimal.valueOf(99999);

	static final Set<String> USUALLY_TRUE = Set.of("1", "true", "ya", "y", "t");

	private static final Pattern DIGITS = Pattern.compile("\\^\\[0-9]\\{(\\d{1,3})}\\$");

	private static final int LONGEST_NUMBER = 20;

	private Conversions() {
	}

	/** Text as it is; the parts of a join. */
	static Conversion none() {
		return (text) -> text;
	}

	/** Text held to the length and the form that the field allows. */
	static Conversion text(Field field) {
		int longest = field.maxLength();
		if (field.pattern() == null) {
			return (text) -> (text.length() <= longest) ? text : new Fault(Fault.LENGTH, text);
		}
		Matcher digits = DIGITS.matcher(field.pattern().pattern());
		if (digits.matches()) {
			int count = Integer.parseInt(digits.group(1));
			return (text) -> (text.length() == count && isDigits(text, 0, count)) ? text
					: new Fault(Fault.PATTERN, text);
		}
		return (text) -> !field.pattern().matcher(text).find() ? new Fault(Fault.PATTERN, text)
				: (text.length() <= longest) ? text : new Fault(Fault.LENGTH, text);
	}

	/** The first form that fits; a plain ISO date always does. */
	static Conversion date(List<DateForm> forms) {
		DateForm[] ordered = forms.toArray(DateForm[]::new);
		return (text) -> {
			LocalDate iso = DateForm.parseIso(text);
			if (iso != null) {
				return iso;
			}
			for (DateForm form : ordered) {
				LocalDate date = form.parse(text);
				if (date != null) {
					return date;
				}
			}
			return new Fault(Fault.DATE, text);
		};
	}

	/** A whole number; zeros behind the point do not hurt. */
	static Conversion integer(boolean comma) {
		return (text) -> {
			String plain = plain(text, comma);
			int point = (plain != null) ? plain.indexOf('.') : 0;
			if (plain == null || (point >= 0 && !isZeros(plain, point + 1))) {
				return new Fault(Fault.NUMBER, text);
			}
			int end = (point >= 0) ? point : plain.length();
			long number = 0;
			for (int i = 0; i < end; i++) {
				number = Math.min(number * 10 + plain.charAt(i) - '0', Integer.MAX_VALUE);
			}
			return (number <= LARGEST_INTEGER) ? (Object) (int) number : new Fault(Fault.NUMBER, text);
		};
	}

	static Conversion decimal(boolean comma) {
		return (text) -> {
			String plain = plain(text, comma);
			BigDecimal number = (plain != null) ? new BigDecimal(plain) : null;
			return (number != null && number.compareTo(LARGEST_NUMBER) <= 0) ? number : new Fault(Fault.NUMBER, text);
		};
	}

	/**
	 * @param yes in lower case
	 */
	static Conversion flag(Set<String> yes) {
		return (text) -> yes.contains(text) || yes.contains(text.toLowerCase(Locale.ROOT));
	}

	/**
	 * Digits with at most one point between them; {@code null} when the text is no such
	 * number.
	 */
	private static String plain(String text, boolean comma) {
		String plain = comma ? withPoint(text) : text;
		if (plain == null || plain.length() > LONGEST_NUMBER) {
			return null;
		}
		int point = plain.indexOf('.');
		int end = (point >= 0) ? point : plain.length();
		boolean fits = end > 0 && isDigits(plain, 0, end)
				&& (point < 0 || (point + 1 < plain.length() && isDigits(plain, point + 1, plain.length())));
		return fits ? plain : null;
	}

	/**
	 * {@code 1.234,5} as {@code 1234.5}; points must part groups of three, else they mean
	 * something else.
	 */
	private static String withPoint(String text) {
		int comma = text.indexOf(',');
		String whole = (comma >= 0) ? text.substring(0, comma) : text;
		String[] groups = whole.split("\\.", -1);
		for (int i = 0; i < groups.length; i++) {
			if (groups.length > 1
					&& ((i == 0) ? groups[i].isEmpty() || groups[i].length() > 3 : groups[i].length() != 3)) {
				return null;
			}
		}
		String rest = (comma >= 0) ? text.substring(comma + 1) : "";
		return (rest.indexOf('.') >= 0) ? null : String.join("", groups) + ((comma >= 0) ? "." + rest : "");
	}

	private static boolean isZeros(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			if (text.charAt(i) != '0') {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigits(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
