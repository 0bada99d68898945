package id.simpul.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.simpul.report.Books;

/**
 * One line of the books as a page draws it: the figures, and a bar whose pieces are the
 * places where things went.
 */
record BookLine(Books.Line line, List<Piece> pieces) {

	/** A piece of the bar, in per cent of its length. */
	record Piece(String name, String from, String length) {
	}

	static List<BookLine> of(Books books) {
		return books.lines().stream().map(BookLine::of).toList();
	}

	private static BookLine of(Books.Line line) {
		List<Piece> pieces = new ArrayList<>();
		double from = 0;
		for (Books.Part part : line.parts()) {
			double length = (line.total() == 0) ? 0 : part.count() * 100.0 / line.total();
			if (length > 0) {
				pieces.add(new Piece(part.name(), percent(from), percent(length)));
			}
			from += length;
		}
		return new BookLine(line, pieces);
	}

	/** The places where something went. */
	public List<Books.Part> filled() {
		return this.line.parts().stream().filter((part) -> part.count() != 0).toList();
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.3f%%", Math.min(value, 100));
	}

}
