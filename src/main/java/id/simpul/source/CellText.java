package id.simpul.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what a sheet stores the way its owner sees it: plain numbers, ISO dates. */
final class CellText {

	/**
	 * A spreadsheet knows this many digits; what is behind them is made by binary
	 * fractions.
	 */
	private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

	private static final int LONGEST_NUMBER = 60;

	private static final int LARGEST_EXPONENT = 40;

	/** The last day of the year 9999. */
	private static final int LAST_DAY = 2_958_465;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private CellText() {
	}

	/**
	 * A number without exponent and without zeros at its end; a text that is no number
	 * stays as it is.
	 */
	static String number(String raw) {
		if (isWhole(raw)) {
			return raw;
		}
		BigDecimal number = decimal(raw);
		if (number == null) {
			return raw;
		}
		if (number.signum() == 0) {
			return "0";
		}
		BigDecimal plain = number.stripTrailingZeros();
		return ((plain.scale() > 0) ? plain.round(DIGITS).stripTrailingZeros() : plain).toPlainString();
	}

	/** A date, a time of day, or both, out of days since the workbook's first one. */
	static String date(String raw, boolean since1904) {
		BigDecimal days = decimal(raw);
		if (days == null || days.signum() < 0 || days.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
			return number(raw);
		}
		long second = days.multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP).longValue();
		int day = (int) (second / 86_400);
		LocalTime time = LocalTime.ofSecondOfDay(second % 86_400);
		if (day == 0) {
			return TIME.format(time);
		}
		// the older system has a 29 February 1900, which was none
		LocalDate first = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, (day < 60) ? 31 : 30);
		LocalDateTime moment = first.plusDays(day).atTime(time);
		return time.equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString()
				: moment.toLocalDate() + " " + TIME.format(time);
	}

	/** A date that the sheet wrote out itself. */
	static String isoDate(String raw) {
		String text = raw.replace('T', ' ').replaceFirst("\\.\\d+$|Z$", "");
		return text.endsWith(" 00:00:00") ? text.substring(0, text.length() - 9) : text;
	}

	/** Text with the characters that XML cannot hold put back. */
	static String unescaped(String text) {
		if (text.indexOf("_x") < 0) {
			return text;
		}
		Matcher escape = ESCAPE.matcher(text);
		return escape.replaceAll(
				(found) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
	}

	private static boolean isWhole(String raw) {
		int from = raw.startsWith("-") ? 1 : 0;
		if (raw.length() == from || (raw.charAt(from) == '0' && raw.length() > 1)) {
			return false;
		}
		for (int i = from; i < raw.length(); i++) {
			if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	/**
	 * {@code null} for what is no number, or one of a size that only an attacker would
	 * write.
	 */
	private static BigDecimal decimal(String raw) {
		if (raw.length() > LONGEST_NUMBER) {
			return null;
		}
		try {
			BigDecimal number = new BigDecimal(raw.strip());
			long exponent = (long) number.precision() - number.scale();
			return (Math.abs(exponent) <= LARGEST_EXPONENT && number.scale() <= 400) ? number : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
