package id.simpul.source;

import java.io.IOException;
import java.util.Arrays;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The rows of one sheet, read as they come. */
final class SheetRows implements RawRows {

	private static final int MOST_COLUMNS = 16_384;

	private static final int MOST_ROWS = 1_048_576;

	private final XmlPart part;

	private final SharedTexts texts;

	private final NumberForms forms;

	private final boolean since1904;

	private final StringBuilder text = new StringBuilder();

	private String[] cells = new String[64];

	/** Cells that anybody asks for; {@code null} while all are wanted. */
	private boolean[] wanted;

	private int width;

	private long number;

	private boolean filled;

	SheetRows(XmlPart part, SharedTexts texts, NumberForms forms, boolean since1904) {
		this.part = part;
		this.texts = texts;
		this.forms = forms;
		this.since1904 = since1904;
	}

	@Override
	public boolean next() throws IOException {
		try {
			while (this.part.nextStart()) {
				if (this.part.is("row")) {
					readRow();
					if (this.filled) {
						return true;
					}
				}
			}
			return false;
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public int width() {
		return this.width;
	}

	@Override
	public String cell(int place) {
		return (place < this.width) ? this.cells[place] : null;
	}

	@Override
	public String fault() {
		return null;
	}

	@Override
	public void expect(int cells, int[] places) {
		this.wanted = new boolean[Arrays.stream(places).max().orElse(0) + 1];
		for (int place : places) {
			this.wanted[place] = true;
		}
	}

	@Override
	public void close() {
		this.part.close();
	}

	private void readRow() throws XMLStreamException, IOException {
		String given = this.part.attribute("r");
		this.number = (given != null) ? whole(given) : this.number + 1;
		if (this.number < 1 || this.number > MOST_ROWS) {
			throw new IOException("row number");
		}
		Arrays.fill(this.cells, 0, this.width, null);
		this.width = 0;
		this.filled = false;
		int column = 0;
		while (true) {
			int event = this.part.next();
			if (event == XMLStreamConstants.END_ELEMENT && this.part.is("row")) {
				return;
			}
			if (event == XMLStreamConstants.START_ELEMENT && this.part.is("c")) {
				String address = this.part.attribute("r");
				column = (address != null) ? column(address) : column;
				if (column >= MOST_COLUMNS) {
					throw new IOException("column");
				}
				readCell(column);
				column++;
			}
		}
	}

	private void readCell(int column) throws XMLStreamException, IOException {
		String type = this.part.attribute("t");
		String style = this.part.attribute("s");
		this.text.setLength(0);
		boolean within = false;
		while (true) {
			int event = this.part.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				if (this.part.is("is")) {
					SharedTexts.readText(this.part, "is", this.text);
				}
				within = this.part.is("v");
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				within = false;
				if (this.part.is("c")) {
					break;
				}
			}
			else if (within && event == XMLStreamConstants.CHARACTERS) {
				this.part.appendTo(this.text);
			}
		}
		if (this.text.isEmpty()) {
			return;
		}
		this.filled = true;
		if (this.wanted == null || (column < this.wanted.length && this.wanted[column])) {
			set(column, value(type, (style != null) ? whole(style) : -1));
		}
	}

	private String value(String type, int style) throws IOException {
		String raw = this.text.toString();
		if (type == null || type.equals("n")) {
			return this.forms.isDate(style) ? CellText.date(raw, this.since1904) : CellText.number(raw);
		}
		return switch (type) {
			case "s" -> shared(raw);
			case "b" -> raw.equals("1") ? "true" : "false";
			case "d" -> CellText.isoDate(raw);
			case "str", "inlineStr" -> CellText.unescaped(raw);
			default -> raw;
		};
	}

	private String shared(String raw) throws IOException {
		String value = this.texts.get(whole(raw));
		if (value == null) {
			throw new IOException("text number");
		}
		return value;
	}

	private void set(int column, String value) {
		if (column >= this.cells.length) {
			this.cells = Arrays.copyOf(this.cells, Math.max(column + 1, this.cells.length * 2));
		}
		this.cells[column] = value.isEmpty() ? null : value;
		this.width = Math.max(this.width, column + 1);
	}

	/** {@code BC12} is column 54. */
	private static int column(String address) throws IOException {
		int column = 0;
		for (int i = 0; i < address.length() && i < 4; i++) {
			char c = address.charAt(i);
			if (c >= '0' && c <= '9') {
				break;
			}
			if (c < 'A' || c > 'Z') {
				throw new IOException("cell address");
			}
			column = column * 26 + (c - 'A' + 1);
		}
		if (column < 1 || column > MOST_COLUMNS) {
			throw new IOException("cell address");
		}
		return column - 1;
	}

	private static int whole(String raw) throws IOException {
		try {
			return Integer.parseInt(raw.strip());
		}
		catch (NumberFormatException ex) {
			throw new IOException("number", ex);
		}
	}

}
