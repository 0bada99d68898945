package id.simpul.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the columns a mapping asks for in the heading of a file. A heading that stands
 * there twice has its occurrences named {@code TMT#1}, {@code TMT#2}, and no longer
 * answers to {@code TMT}: which one was meant is not guessed.
 */
final class Heading {

	private static final int SHOWN = 90;

	private final List<String> names;

	private Heading(List<String> names) {
		this.names = names;
	}

	/** The heading that stands in the present row. */
	static Heading of(RawRows row) {
		List<String> cells = new ArrayList<>();
		Map<String, Integer> total = new HashMap<>();
		for (int i = 0; i < row.width(); i++) {
			String name = clean(row.cell(i));
			cells.add(name);
			total.merge(like(name), 1, Integer::sum);
		}
		Map<String, Integer> seen = new HashMap<>();
		return new Heading(cells.stream().map((name) -> {
			boolean repeated = !name.isEmpty() && total.get(like(name)) > 1;
			return repeated ? name + "#" + seen.merge(like(name), 1, Integer::sum) : name;
		}).toList());
	}

	/** For a file without a heading: {@code A}, {@code B}, ... {@code AA}. */
	static Heading letters(int width) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < width; i++) {
			StringBuilder name = new StringBuilder();
			for (int rest = i + 1; rest > 0; rest = (rest - 1) / 26) {
				name.insert(0, (char) ('A' + (rest - 1) % 26));
			}
			names.add(name.toString());
		}
		return new Heading(names);
	}

	int width() {
		int width = this.names.size();
		while (width > 0 && this.names.get(width - 1).isEmpty()) {
			width--;
		}
		return width;
	}

	/** How many of the columns are here. */
	int matches(List<String> columns) {
		return (int) columns.stream().filter((column) -> place(column) >= 0).count();
	}

	/**
	 * Where the columns are.
	 * @param where the file and the row of the heading, for the message
	 */
	int[] places(List<String> columns, String where) {
		List<String> missing = columns.stream().filter((column) -> place(column) < 0).toList();
		if (!missing.isEmpty()) {
			throw new SourceFault("KOLOM_TIDAK_ADA", null, String.join(", ", missing), where, shown());
		}
		return columns.stream().mapToInt(this::place).toArray();
	}

	/** Names as in the file, without the empty ones. */
	List<String> names() {
		return this.names.stream().filter((name) -> !name.isEmpty()).toList();
	}

	private int place(String column) {
		String asked = like(clean(column));
		for (int i = 0; i < this.names.size(); i++) {
			if (like(this.names.get(i)).equals(asked)) {
				return i;
			}
		}
		return -1;
	}

	private String shown() {
		return names().stream()
			.limit(SHOWN)
			.map((name) -> (name.length() > 40) ? name.substring(0, 40) + "…" : name)
			.collect(Collectors.joining(", "));
	}

	/**
	 * Without invisible characters, line breaks and doubled blanks, which exports put
	 * into headings.
	 */
	private static String clean(String cell) {
		if (cell == null) {
			return "";
		}
		StringBuilder clean = new StringBuilder();
		boolean blank = false;
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			if (Character.getType(c) == Character.FORMAT) {
				continue;
			}
			if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
				blank = clean.length() > 0;
				continue;
			}
			if (blank) {
				clean.append(' ');
				blank = false;
			}
			clean.append(c);
		}
		return clean.toString();
	}

	private static String like(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
