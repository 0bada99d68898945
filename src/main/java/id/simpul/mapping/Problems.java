package id.simpul.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Collects what is wrong with one file while it is read, so that its author sees
 * everything at once.
 */
final class Problems {

	private static final int MOST = 50;

	private final String file;

	private final List<Problem> found = new ArrayList<>();

	Problems(String file) {
		this.file = file;
	}

	void at(Node node, String message, Object... args) {
		at(node.getStartMark(), message, args);
	}

	void at(Mark mark, String message, Object... args) {
		at((mark != null) ? mark.getLine() + 1 : 0, (mark != null) ? mark.getColumn() + 1 : 0, message, args);
	}

	void at(int line, int column, String message, Object... args) {
		this.found.add(new Problem(this.file, line, column, message.formatted(args)));
	}

	/** Throws if there is anything to complain about. */
	void refuse() {
		if (!this.found.isEmpty()) {
			throw new MappingRefused(this.found.stream()
				.distinct()
				.sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
				.limit(MOST)
				.toList());
		}
	}

	/**
	 * A half sentence that helps after a misspelt name: the nearest known one, else all
	 * of them.
	 */
	static String hint(String name, Collection<String> known) {
		return nearest(name, known).map("mungkin maksudnya \"%s\""::formatted)
			.orElseGet(() -> known.isEmpty() ? "belum ada yang ditetapkan" : "pilihannya: " + String.join(", ", known));
	}

	private static Optional<String> nearest(String name, Collection<String> known) {
		String asked = name.toLowerCase(Locale.ROOT);
		int allowed = (asked.length() <= 4) ? 1 : (asked.length() <= 8) ? 2 : 3;
		String best = null;
		int least = allowed + 1;
		for (String candidate : known) {
			int distance = distance(asked, candidate.toLowerCase(Locale.ROOT));
			if (distance < least) {
				least = distance;
				best = candidate;
			}
		}
		return Optional.ofNullable(best);
	}

	/** Letters to add, drop or change between the two (Levenshtein). */
	private static int distance(String one, String other) {
		int[] above = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			above[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] row = new int[other.length() + 1];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int change = above[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
			}
			above = row;
		}
		return above[other.length()];
	}

}
