package id.simpul.source;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/**
 * The rows below the heading of one dataset of a file, with just the columns the mapping
 * asks for.
 */
final class HeadedRows implements RowCursor {

	/** A row of column numbers under the heading has at least so many of them. */
	private static final int NUMBERED = 4;

	private final Dataset dataset;

	private final Delivery file;

	private final RawRows raw;

	private final Columns columns;

	private final int[] places;

	private final int keyPlace;

	/** A row without heading is data, and was read to learn its width. */
	private boolean pending;

	private boolean first = true;

	private Row row;

	private String key = "";

	/**
	 * Reads up to the heading; a heading without all columns is a {@link SourceFault}.
	 */
	HeadedRows(Dataset dataset, Delivery file, RawRows raw) {
		this.dataset = dataset;
		this.file = file;
		this.raw = raw;
		try {
			Heading heading = heading();
			List<String> wanted = dataset.columns().isEmpty() ? heading.names() : dataset.columns();
			String where = file.name() + ((dataset.headerRow() > 0) ? " baris " + dataset.headerRow() : "");
			this.places = heading.places(wanted, where);
			this.columns = new Columns(dataset.name(), wanted);
			this.keyPlace = (dataset.key() != null) ? this.columns.indexOf(dataset.key()) : -1;
			raw.expect(heading.width(), this.places);
		}
		catch (EOFException ex) {
			throw file.withoutEnd(ex);
		}
		catch (IOException ex) {
			throw file.damaged(ex);
		}
	}

	@Override
	public boolean next() {
		try {
			while (this.pending || this.raw.next()) {
				this.pending = false;
				if (!isColumnNumbers() && take()) {
					return true;
				}
			}
			return false;
		}
		catch (EOFException ex) {
			throw this.file.withoutEnd(ex);
		}
		catch (IOException ex) {
			throw this.file.damaged(ex);
		}
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public Row row() {
		return this.row;
	}

	String fileName() {
		return this.file.name();
	}

	@Override
	public void close() {
		this.raw.close();
	}

	private Heading heading() throws IOException {
		int headerRow = this.dataset.headerRow();
		while (this.raw.next()) {
			if (headerRow == 0) {
				this.pending = true;
				this.first = false;
				return Heading.letters(this.raw.width());
			}
			if (this.raw.number() == headerRow) {
				return Heading.of(this.raw);
			}
			if (this.raw.number() > headerRow) {
				throw new SourceFault("KOLOM_TIDAK_ADA", null, String.join(", ", this.dataset.columns()),
						this.file.name() + " baris " + headerRow, "-");
			}
		}
		throw new SourceFault("BERKAS_KOSONG", null, this.file.name());
	}

	/**
	 * Takes the present row; {@code false} when it is empty as far as the mapping goes.
	 */
	private boolean take() {
		String[] values = new String[this.places.length];
		boolean empty = true;
		boolean fits = true;
		for (int i = 0; i < values.length; i++) {
			values[i] = this.raw.cell(this.places[i]);
			empty &= values[i] == null;
			fits &= values[i] == null || values[i].length() <= Dialect.LONGEST_CELL;
		}
		String fault = fits ? this.raw.fault() : "SEL_TERLALU_BESAR";
		if (empty && fault == null) {
			return false;
		}
		this.row = (fault == null) ? Row.of(this.columns, this.raw.number(), values)
				: Row.unreadable(this.columns, this.raw.number(), fault);
		// also of a damaged row: better to hold somebody whose row cannot be read than to
		// take them for gone
		String value = (this.keyPlace >= 0) ? values[this.keyPlace] : null;
		this.key = (value != null && value.length() <= Dialect.LONGEST_CELL) ? KeyOrder.plain(value) : "";
		return true;
	}

	/** Lists made for print have 1, 2, 3 ... under their heading. */
	private boolean isColumnNumbers() {
		if (!this.first) {
			return false;
		}
		this.first = false;
		int counted = 0;
		for (int place : this.places) {
			String cell = this.raw.cell(place);
			if (cell == null || !KeyOrder.strip(cell).equals(String.valueOf(place + 1))) {
				return false;
			}
			counted++;
		}
		return counted >= NUMBERED;
	}

}
