package id.simpul.reliability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the oracle counted; every count has its cases. */
final class Figures {

	enum Figure {

		/**
		 * A value the source shows that neither stands at the registry nor on a list with
		 * a name.
		 */
		LOST,
		/** Something created twice, or saved again although nothing had changed. */
		DUPLICATE_EFFECT,
		/** A later value overtaken by an earlier one. */
		ORDER_VIOLATION,
		/** A person's version that went down, or came again with other content. */
		VERSION_REGRESSION,
		/** Anything on which source, database, ledger and books do not agree. */
		UNEXPLAINED_DIFFERENCE,
		/** An entry that does not go on, and nobody is told. */
		UNREPORTED_REJECT

	}

	private static final int CASES = 5;

	private final Map<Figure, List<String>> cases = new EnumMap<>(Figure.class);

	Figures() {
		for (Figure figure : Figure.values()) {
			this.cases.put(figure, new ArrayList<>());
		}
	}

	void add(Figure figure, String story) {
		this.cases.get(figure).add(story);
	}

	void addAll(Figures others) {
		others.cases.forEach((figure, stories) -> this.cases.get(figure).addAll(stories));
	}

	int count(Figure figure) {
		return this.cases.get(figure).size();
	}

	boolean isClean() {
		return this.cases.values().stream().allMatch(List::isEmpty);
	}

	/** The six figures in one line. */
	String line() {
		return this.cases.entrySet()
			.stream()
			.map((entry) -> entry.getKey().name().toLowerCase().replace('_', ' ') + " " + entry.getValue().size())
			.collect(Collectors.joining(", "));
	}

	/** The figures, and the first cases of each with the whole history. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(line());
		this.cases.forEach((figure, stories) -> stories.stream()
			.limit(CASES)
			.forEach((story) -> text.append("\n\n").append(figure).append(": ").append(story)));
		return text.toString();
	}

}
