package id.simpul.mapping;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One form in which dates are written, such as {@code d MMMM yyyy}. Compiled once;
 * reading a date makes nothing but the date. {@code dd} takes two digits, {@code d} one
 * or two, {@code MMM} and {@code MMMM} any Indonesian or English name of a month, long or
 * short.
 */
final class DateForm {

	private static final int YEAR = 1;

	private static final int MONTH = 2;

	private static final int DAY = 3;

	private static final int TIME = 4;

	private static final int NAME = 5;

	private static final int BLANK = 6;

	private static final int LITERAL = 7;

	private static final Map<String, Integer> MONTHS = months("januari january jan",
			"februari february pebruari feb peb", "maret march mar mrt", "april apr", "mei may", "juni june jun",
			"juli july jul", "agustus august agu agt ags agst aug", "september sept sep", "oktober october okt oct",
			"november nopember nov nop", "desember december des dec");

	/** kind, least digits, most digits, literal */
	private record Part(int kind, int least, int most, char literal) {
	}

	private final Part[] parts;

	/**
	 * @throws IllegalArgumentException with a sentence in Indonesian when the form is
	 * none
	 */
	DateForm(String form) {
		List<Part> read = new ArrayList<>();
		StringBuilder seen = new StringBuilder();
		int i = 0;
		while (i < form.length()) {
			char c = form.charAt(i);
			int end = i + 1;
			while (end < form.length() && form.charAt(end) == c) {
				end++;
			}
			if (Character.isLetter(c)) {
				read.add(letters(form, c, end - i));
				seen.append(c);
				i = end;
			}
			else {
				read.add(new Part((c == ' ') ? BLANK : LITERAL, 0, 0, c));
				i = (c == ' ') ? end : i + 1;
			}
		}
		if (seen.chars().filter((c) -> c == 'y').count() != 1 || seen.chars().filter((c) -> c == 'M').count() != 1
				|| seen.chars().filter((c) -> c == 'd').count() != 1) {
			throw new IllegalArgumentException("Bentuk tanggal \"" + form
					+ "\" harus memuat tahun, bulan dan hari masing-masing sekali, misalnya dd-MM-yyyy.");
		}
		this.parts = read.toArray(Part[]::new);
	}

	/**
	 * The date, or {@code null} when the text is not of this form or there is no such
	 * day.
	 */
	LocalDate parse(String text) {
		int at = 0;
		int year = 0;
		int month = 0;
		int day = 0;
		for (int p = 0; p < this.parts.length; p++) {
			Part part = this.parts[p];
			int from = at;
			if (part.kind <= TIME) {
				int number = 0;
				while (at < text.length() && at - from < part.most && isDigit(text.charAt(at))) {
					number = number * 10 + text.charAt(at++) - '0';
				}
				if (at - from < part.least) {
					return null;
				}
				year = (part.kind == YEAR) ? number : year;
				month = (part.kind == MONTH) ? number : month;
				day = (part.kind == DAY) ? number : day;
			}
			else if (part.kind == NAME) {
				while (at < text.length() && Character.isLetter(text.charAt(at))) {
					at++;
				}
				month = MONTHS.getOrDefault(text.substring(from, at).toLowerCase(Locale.ROOT), 0);
				at += (at < text.length() && text.charAt(at) == '.') ? 1 : 0;
			}
			else if (part.kind == BLANK) {
				while (at < text.length() && NullTokens.isInvisible(text.charAt(at))) {
					at++;
				}
				if (at == from && !isBesideName(p)) {
					return null;
				}
			}
			else if (at >= text.length() || text.charAt(at++) != part.literal) {
				return null;
			}
		}
		return (at == text.length()) ? date(year, month, day) : null;
	}

	/**
	 * The date of a text that is exactly {@code yyyy-MM-dd}, with or without a time
	 * behind it, as databases and workbooks deliver dates; else {@code null}.
	 */
	static LocalDate parseIso(String text) {
		int length = text.length();
		if (length < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
			return null;
		}
		for (int i = 0; i < 10; i++) {
			if (i != 4 && i != 7 && !isDigit(text.charAt(i))) {
				return null;
			}
		}
		if (length > 10 && !isTime(text, 10)) {
			return null;
		}
		return date((text.charAt(0) - '0') * 1000 + (text.charAt(1) - '0') * 100 + two(text, 2), two(text, 5),
				two(text, 8));
	}

	private static boolean isTime(String text, int from) {
		if ((text.charAt(from) != ' ' && text.charAt(from) != 'T') || text.length() < from + 6) {
			return false;
		}
		for (int i = from + 1; i < text.length(); i++) {
			if (!isDigit(text.charAt(i)) && ":.+-Z".indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return text.charAt(from + 3) == ':';
	}

	/**
	 * {@code 02 Januari1975} is common, and a name leaves no doubt about where the year
	 * begins.
	 */
	private boolean isBesideName(int part) {
		return (part > 0 && this.parts[part - 1].kind == NAME)
				|| (part + 1 < this.parts.length && this.parts[part + 1].kind == NAME);
	}

	private static Part letters(String form, char letter, int count) {
		if (letter == 'y' && count != 4) {
			throw new IllegalArgumentException("Bentuk tanggal \"" + form
					+ "\" memakai tahun dua angka, sehingga abadnya tidak pasti; tulis yyyy dan betulkan datanya.");
		}
		if (letter == 'y') {
			return new Part(YEAR, 4, 4, letter);
		}
		if (letter == 'M' && (count == 3 || count == 4)) {
			return new Part(NAME, 0, 0, letter);
		}
		if ((letter == 'M' || letter == 'd') && count <= 2) {
			return new Part((letter == 'M') ? MONTH : DAY, count, 2, letter);
		}
		if ("Hms".indexOf(letter) >= 0 && count <= 2) {
			return new Part(TIME, count, 2, letter);
		}
		throw new IllegalArgumentException(
				"Bentuk tanggal \"" + form + "\" memuat \"" + String.valueOf(letter).repeat(count)
						+ "\" yang tidak dikenal; pakai yyyy, MM atau MMMM, dd atau d, dan bila perlu HH:mm:ss.");
	}

	private static LocalDate date(int year, int month, int day) {
		if (year < 1 || month < 1 || month > 12 || day < 1
				|| (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
			return null;
		}
		return LocalDate.of(year, month, day);
	}

	private static int two(String text, int at) {
		return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static Map<String, Integer> months(String... names) {
		Map<String, Integer> months = new HashMap<>();
		for (int i = 0; i < names.length; i++) {
			for (String name : names[i].split(" ")) {
				months.put(name, i + 1);
			}
		}
		return Map.copyOf(months);
	}

}
