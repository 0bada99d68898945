package id.simpul.source;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;

/**
 * The rows of a delimited file. A quotation mark that is never closed would swallow all
 * that follows: only the line it stands in is given up, and reading goes on with the next
 * one. A last line that is not whole and has no end says that the file is not whole.
 */
final class CsvRows implements RawRows {

	static final String UNEVEN = "BARIS_TIDAK_UTUH";

	/** A cell that goes on for more lines than this was never closed. */
	private static final int LINES = 60;

	/** What programs of that time wrote behind the last line. */
	private static final String END_OF_DOS_FILE = "\u001a";

	private static final Pattern HINT = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

	private record Line(long number, String text) {
	}

	private final BufferedReader reader;

	private final CsvReader.CsvReaderBuilder csv;

	private final StringArrayHandler handler = StringArrayHandler.of();

	private final char separator;

	private final int headerRow;

	private final boolean endsOpen;

	/** Lines that were read ahead and do not belong to the row they were read for. */
	private final Deque<Line> ahead = new ArrayDeque<>();

	private long lines;

	private int width;

	private long number;

	private String[] cells = new String[0];

	private String fault;

	/**
	 * @param endsOpen whether the last line has no end
	 */
	CsvRows(BufferedReader reader, char separator, int headerRow, boolean endsOpen) throws IOException {
		this.reader = reader;
		this.endsOpen = endsOpen;
		this.separator = separator;
		this.headerRow = headerRow;
		this.csv = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false).skipEmptyLines(false);
		skipHint();
	}

	@Override
	public boolean next() throws IOException {
		for (Line line = line(); line != null; line = line()) {
			// titles above the heading are prose, whatever marks stand in it
			if (line.number() >= this.headerRow && read(line)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public int width() {
		return this.cells.length;
	}

	@Override
	public String cell(int place) {
		String cell = (place < this.cells.length) ? this.cells[place] : null;
		return (cell == null || cell.isEmpty()) ? null : cell;
	}

	@Override
	public String fault() {
		return this.fault;
	}

	@Override
	public void expect(int cells, int[] places) {
		this.width = cells;
		this.fault = fits() ? null : UNEVEN;
	}

	@Override
	public void close() {
		try {
			this.reader.close();
		}
		catch (IOException ex) {
			// it was only read from
		}
	}

	private boolean read(Line first) throws IOException {
		Deque<Line> more = new ArrayDeque<>();
		String text = first.text();
		while (isOpen(text) && more.size() < LINES && text.length() <= Dialect.LONGEST_CELL) {
			Line line = line();
			if (line == null) {
				break;
			}
			more.add(line);
			text = text + "\n" + line.text();
		}
		this.number = first.number();
		this.cells = parse(text);
		if (this.cells != null && (more.isEmpty() || fits())) {
			this.fault = fits() ? null : UNEVEN;
			if (this.fault != null && isCutOff()) {
				throw new EOFException("The file ends within a row");
			}
			return !isEmpty();
		}
		if (more.isEmpty() && isCutOff()) {
			throw new EOFException("The file ends within a cell");
		}
		while (!more.isEmpty()) {
			this.ahead.addFirst(more.pollLast());
		}
		// split without regard to marks: good enough to see whose row it most likely is
		this.cells = first.text().split(Pattern.quote(String.valueOf(this.separator)), -1);
		this.fault = UNEVEN;
		return true;
	}

	/** Whether nothing follows any more, not even the end of this line. */
	private boolean isCutOff() throws IOException {
		if (!this.endsOpen || !this.ahead.isEmpty()) {
			return false;
		}
		this.reader.mark(1);
		boolean last = this.reader.read() < 0;
		this.reader.reset();
		return last;
	}

	/**
	 * As many cells as the heading has; some exporters close every row with a separator.
	 */
	private boolean fits() {
		if (this.width == 0) {
			return true;
		}
		for (int i = this.width; i < this.cells.length; i++) {
			if (!this.cells[i].isBlank()) {
				return false;
			}
		}
		return this.cells.length >= this.width;
	}

	private boolean isEmpty() {
		for (String cell : this.cells) {
			if (!cell.isBlank()) {
				return false;
			}
		}
		return true;
	}

	private String[] parse(String text) {
		if (text.isEmpty()) {
			return new String[0];
		}
		try {
			return this.csv.ofSingleCsvRecord(this.handler, text);
		}
		catch (CsvParseException ex) {
			return null;
		}
	}

	/**
	 * Whether a quoted cell is still open at the end; a mark opens one only where a cell
	 * begins.
	 */
	private boolean isOpen(String text) {
		if (text.indexOf('"') < 0) {
			return false;
		}
		boolean quoted = false;
		boolean closed = false;
		boolean begins = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted) {
				quoted = c != '"';
				closed = !quoted;
			}
			else {
				// right after a closing mark it is a doubled one, and the cell goes on
				quoted = c == '"' && (begins || closed);
				closed = false;
				begins = c == this.separator;
			}
		}
		return quoted;
	}

	private Line line() throws IOException {
		if (!this.ahead.isEmpty()) {
			return this.ahead.pollFirst();
		}
		String text = this.reader.readLine();
		return (text != null && !text.equals(END_OF_DOS_FILE)) ? new Line(++this.lines, text) : null;
	}

	/**
	 * Spreadsheet programs may write {@code sep=;} above everything; it counts as no
	 * line.
	 */
	private void skipHint() throws IOException {
		String text = this.reader.readLine();
		if (text == null) {
			return;
		}
		Matcher hint = HINT.matcher(text);
		if (hint.matches()) {
			this.lines = 0;
			return;
		}
		this.ahead.add(new Line(++this.lines, text));
	}

}
