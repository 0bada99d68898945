package id.simpul.source;

import java.io.BufferedReader;
import java.io.IOException;

/** Tells what divides the cells of a file by what its heading is divided by. */
final class Separator {

	private static final char[] USUAL = { ';', ',', '\t', '|' };

	private Separator() {
	}

	/**
	 * The separator under which most of the wanted columns are found, else the most
	 * frequent one.
	 */
	static char of(TextFile text, Dataset dataset) throws IOException {
		char best = USUAL[0];
		int bestScore = 0;
		for (char candidate : USUAL) {
			int score = score(text, dataset, candidate);
			if (score > bestScore) {
				best = candidate;
				bestScore = score;
			}
		}
		return best;
	}

	private static int score(TextFile text, Dataset dataset, char candidate) throws IOException {
		try (BufferedReader reader = text.open();
				CsvRows rows = new CsvRows(reader, candidate, dataset.headerRow(), false)) {
			while (rows.next()) {
				if (dataset.headerRow() == 0) {
					return rows.width();
				}
				if (rows.number() == dataset.headerRow()) {
					// names decide; where none is found, the number of cells is still a
					// hint for the message
					return Heading.of(rows).matches(dataset.columns()) * 10_000 + rows.width();
				}
			}
			return 0;
		}
	}

}
