package id.simpul.source;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * The order in which all datasets of a run deliver their keys, so that one pass brings
 * the rows of a person together.
 */
enum KeyOrder implements Comparator<String> {

	/** As numbers; keys are plain digits, see {@link #number}. */
	NUMBER {
		@Override
		public int compare(String one, String other) {
			if (isDigits(one) && isDigits(other)) {
				return (one.length() != other.length()) ? Integer.compare(one.length(), other.length())
						: one.compareTo(other);
			}
			return new BigDecimal(one).compareTo(new BigDecimal(other));
		}
	},

	/**
	 * By code point, which is the order of bytes in UTF-8 and needs no agreement on
	 * languages.
	 */
	TEXT {
		@Override
		public int compare(String one, String other) {
			int length = Math.min(one.length(), other.length());
			for (int i = 0; i < length; i++) {
				char a = one.charAt(i);
				char b = other.charAt(i);
				if (a != b) {
					return Integer.compare(rank(a), rank(b));
				}
			}
			return Integer.compare(one.length(), other.length());
		}
	};

	/**
	 * What is stripped from a key; SQL gets the same list, else its order would differ
	 * from ours.
	 */
	static final String BLANKS = "\t\n\u000b\f\r \u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff";

	private static final String DECORATION = "'`\u2018\u2019\u00b4.-";

	private static final int LONG_NUMBER = 15;

	/** The key without what surrounds it; empty for none. */
	static String strip(String value) {
		if (value == null) {
			return "";
		}
		int from = 0;
		int to = value.length();
		while (from < to && isBlank(value.charAt(from))) {
			from++;
		}
		while (to > from && isBlank(value.charAt(to - 1))) {
			to--;
		}
		return value.substring(from, to);
	}

	/**
	 * The key as people of one file and of another may have typed it: a long number, such
	 * as a NIP, without the quote, blanks, dots and hyphens it is decorated with. Only
	 * where we put the rows in order ourselves; a database orders by what it holds.
	 */
	static String plain(String value) {
		String key = strip(value);
		StringBuilder digits = new StringBuilder(key.length());
		for (int i = 0; i < key.length(); i++) {
			char c = key.charAt(i);
			if (c >= '0' && c <= '9') {
				digits.append(c);
			}
			else if (DECORATION.indexOf(c) < 0 && !isBlank(c)) {
				return key;
			}
		}
		return (digits.length() >= LONG_NUMBER) ? digits.toString() : key;
	}

	/**
	 * A number as every dataset writes it alike: no exponent, no zeros after the point.
	 */
	static String number(String value) {
		if (value == null) {
			return "";
		}
		if (isDigits(value) && (value.length() == 1 || value.charAt(0) != '0')) {
			return value;
		}
		BigDecimal number = new BigDecimal(value.strip());
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	private static boolean isBlank(char c) {
		return c <= '\u00a0' ? c == ' ' || c == '\u00a0' || (c >= '\t' && c <= '\r') : BLANKS.indexOf(c) >= 0;
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < '0' || c > '9') {
				return false;
			}
		}
		return !text.isEmpty();
	}

	/** Surrogates stand for code points above all others, but below some as chars. */
	private static int rank(char c) {
		return Character.isSurrogate(c) ? c + 0x10000 : c;
	}

}
