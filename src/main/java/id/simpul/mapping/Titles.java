package id.simpul.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parts a name as it is written on letters into titles and bare name, by a dictionary of
 * titles. What it does not know stays in the name: a title too many is easier to mend
 * than a name that was cut.
 *
 * @param front titles before the name, as written, joined by a blank; empty for none
 * @param back titles after the name, as written, joined by a comma; empty for none
 */
record Titles(String front, String name, String back) {

	private static final Set<String> FRONT = new HashSet<>();

	private static final Set<String> BACK = new HashSet<>();

	static {
		read("/id/simpul/mapping/gelar.txt");
	}

	static Titles split(String text) {
		String whole = NullTokens.squeeze(text);
		List<String> front = new ArrayList<>();
		List<String> back = new ArrayList<>();
		int comma = whole.indexOf(',');
		String name = takeFront((comma >= 0) ? whole.substring(0, comma).strip() : whole, front);
		StringBuilder unknown = new StringBuilder();
		while (comma >= 0) {
			int next = whole.indexOf(',', comma + 1);
			String part = whole.substring(comma + 1, (next >= 0) ? next : whole.length()).strip();
			comma = next;
			if (FRONT.contains(plain(part)) && !BACK.contains(plain(part))) {
				front.add(part);
			}
			else if (!part.isEmpty() && (!back.isEmpty() || isBack(part))) {
				back.add(part);
			}
			else if (!part.isEmpty()) {
				unknown.append(", ").append(part);
			}
		}
		name = takeBack(name, back) + unknown;
		return new Titles(String.join(" ", front), name, String.join(", ", back));
	}

	/** Takes known titles off the beginning; {@code Dr.H.NAMA} is written too. */
	private static String takeFront(String text, List<String> front) {
		String rest = text;
		while (true) {
			int end = rest.indexOf(' ');
			int dot = rest.indexOf('.');
			if (dot >= 0 && (end < 0 || dot < end)) {
				end = dot + 1;
			}
			if (end <= 0 || end >= rest.length() || !FRONT.contains(plain(rest.substring(0, end)))) {
				return rest;
			}
			front.add(rest.substring(0, end).strip());
			rest = rest.substring(end).strip();
		}
	}

	/**
	 * Takes titles off the end where no comma parts them; without a dot {@code SE} may
	 * well be part of a name.
	 */
	private static String takeBack(String text, List<String> back) {
		String rest = text;
		List<String> found = new ArrayList<>();
		int blank = rest.lastIndexOf(' ');
		while (blank > 0 && rest.indexOf('.', blank) > 0 && BACK.contains(plain(rest.substring(blank + 1)))) {
			found.add(0, rest.substring(blank + 1));
			rest = rest.substring(0, blank).strip();
			blank = rest.lastIndexOf(' ');
		}
		back.addAll(0, found);
		return rest;
	}

	/**
	 * Known, or made like one: {@code S.}, {@code M.}, {@code Sp.} and {@code A.Md.}
	 * begin nothing else after a comma.
	 */
	private static boolean isBack(String part) {
		String lower = part.toLowerCase(Locale.ROOT);
		return BACK.contains(plain(part)) || lower.startsWith("s.") || lower.startsWith("m.") || lower.startsWith("sp.")
				|| lower.startsWith("a.md");
	}

	private static String plain(String title) {
		StringBuilder letters = new StringBuilder(title.length());
		for (int i = 0; i < title.length(); i++) {
			if (Character.isLetter(title.charAt(i))) {
				letters.append(Character.toLowerCase(title.charAt(i)));
			}
		}
		return letters.toString();
	}

	private static void read(String resource) {
		try (InputStream in = Titles.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("The dictionary of titles is missing: " + resource);
			}
			Collection<String> list = FRONT;
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
				if (line.equals("[depan]") || line.equals("[belakang]")) {
					list = line.equals("[depan]") ? FRONT : BACK;
				}
				else if (!line.startsWith("#")) {
					for (String title : line.split(",")) {
						if (!title.isBlank()) {
							list.add(plain(title));
						}
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Never the name itself. */
	@Override
	public String toString() {
		return "titles " + this.front + " | " + this.back;
	}

}
