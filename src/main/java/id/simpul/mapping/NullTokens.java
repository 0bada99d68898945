package id.simpul.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Cleans the ends of a value and knows which texts mean "nothing" in a source. */
final class NullTokens {

	static final List<String> USUAL = List.of("", "-", "NULL", "0000-00-00", "0000-00-00 00:00:00");

	private final String[] tokens;

	/**
	 * Bit n: some token has n characters. Almost every value is told apart by this alone.
	 */
	private final long lengths;

	NullTokens(Collection<String> tokens) {
		this.tokens = tokens.stream().map(NullTokens::strip).distinct().toArray(String[]::new);
		long bits = 0;
		for (String token : this.tokens) {
			bits |= 1L << Math.min(token.length(), 63);
		}
		this.lengths = bits;
	}

	/**
	 * The value without blanks and invisible characters around it; {@code null} when it
	 * means nothing.
	 */
	String clean(String raw) {
		if (raw == null) {
			return null;
		}
		String text = strip(raw);
		int length = text.length();
		if (length == 0) {
			return null;
		}
		if ((this.lengths & (1L << Math.min(length, 63))) != 0) {
			for (String token : this.tokens) {
				if (token.length() == length && token.equalsIgnoreCase(text)) {
					return null;
				}
			}
		}
		return text;
	}

	/** The text without blanks, control and zero-width characters at its ends. */
	static String strip(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && isInvisible(text.charAt(from))) {
			from++;
		}
		while (to > from && isInvisible(text.charAt(to - 1))) {
			to--;
		}
		return (from == 0 && to == text.length()) ? text : text.substring(from, to);
	}

	static boolean isInvisible(char c) {
		if (c > ' ' && c < '\u007f') {
			return false;
		}
		return c <= ' ' || isFormat(c) || Character.isISOControl(c) || Character.isSpaceChar(c);
	}

	/**
	 * Zero-width and other characters that steer display only; exports put them in front
	 * of every cell.
	 */
	static boolean isFormat(char c) {
		return c >= '\u00ad' && Character.getType(c) == Character.FORMAT;
	}

	/**
	 * The form in which texts are compared: one blank for many, upper and lower case
	 * alike.
	 */
	static String fold(String text) {
		return squeeze(text).toLowerCase(Locale.ROOT);
	}

	/** Runs of blanks become one, invisible characters go. */
	static String squeeze(String text) {
		StringBuilder out = null;
		boolean blank = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean drop = isInvisible(c) && (blank || isFormat(c));
			boolean change = drop || (isInvisible(c) && c != ' ');
			if (change && out == null) {
				out = new StringBuilder(text.length()).append(text, 0, i);
			}
			if (out != null && !drop) {
				out.append(isInvisible(c) ? ' ' : c);
			}
			if (!isFormat(c)) {
				blank = isInvisible(c);
			}
		}
		return strip((out != null) ? out.toString() : text);
	}

}
