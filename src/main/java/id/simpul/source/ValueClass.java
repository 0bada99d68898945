package id.simpul.source;

/**
 * The form of a value without the value: digits as {@code 9}, letters as {@code A} or
 * {@code a}, runs of more than three folded with their length. {@code 31/12/2020} becomes
 * {@code 99/99/9(4)}, a NIP of 17 digits {@code 9(17)}. Enough to see what is wrong, too
 * little to tell who it is about.
 */
public final class ValueClass {

	private static final int LONGEST = 60;

	private ValueClass() {
	}

	/**
	 * @return the form, {@code (kosong)} for nothing
	 */
	public static String of(String value) {
		if (value == null || value.isEmpty()) {
			return "(kosong)";
		}
		StringBuilder form = new StringBuilder();
		int i = 0;
		while (i < value.length() && form.length() < LONGEST) {
			char kind = kind(value.charAt(i));
			int run = i + 1;
			while (run < value.length() && kind(value.charAt(run)) == kind) {
				run++;
			}
			int length = run - i;
			form.append((length > 3) ? kind + "(" + length + ")" : String.valueOf(kind).repeat(length));
			i = run;
		}
		return (i < value.length()) ? form.append('…').toString() : form.toString();
	}

	private static char kind(char c) {
		if (Character.isDigit(c)) {
			return '9';
		}
		if (Character.isLetter(c)) {
			return Character.isUpperCase(c) ? 'A' : 'a';
		}
		if (Character.isWhitespace(c)) {
			return (c == ' ') ? ' ' : '\u2420';
		}
		return (Character.getType(c) == Character.FORMAT || Character.isISOControl(c)) ? '\u2400' : c;
	}

}
