package id.simpul.source;

import id.simpul.pegawai.Origin;

/**
 * One row as it was read: every value as text exactly as the source gives it,
 * {@code null} for none. Numbers are written plainly, dates and times as ISO where the
 * source knows them to be dates.
 */
public final class Row {

	private final Columns columns;

	private final long number;

	private final String[] values;

	private final String fault;

	private Row(Columns columns, long number, String[] values, String fault) {
		this.columns = columns;
		this.number = number;
		this.values = values;
		this.fault = fault;
	}

	/**
	 * @param number as the owner counts: line of a file, place in the table's order
	 */
	public static Row of(Columns columns, long number, String[] values) {
		return new Row(columns, number, values, null);
	}

	/**
	 * A row that is there but cannot be read; {@code rule} says why and names a rule of
	 * the catalogue.
	 */
	public static Row unreadable(Columns columns, long number, String rule) {
		return new Row(columns, number, new String[columns.names().size()], rule);
	}

	public Columns columns() {
		return this.columns;
	}

	public long number() {
		return this.number;
	}

	public String value(int column) {
		return this.values[column];
	}

	/** The rule that an unreadable row breaks, else {@code null}. */
	public String fault() {
		return this.fault;
	}

	public Origin origin() {
		return new Origin(this.columns.dataset(), this.number);
	}

	/** Where it stands, never what it says. */
	@Override
	public String toString() {
		return this.columns.dataset() + ":" + this.number;
	}

}
