package id.simpul.mapping;

/**
 * What became of the rows of one dataset: {@code used + filtered + unreadable} is all
 * that were read.
 */
public record RowCount(long used, long filtered, long unreadable) {

	public static final RowCount NONE = new RowCount(0, 0, 0);

	public long read() {
		return this.used + this.filtered + this.unreadable;
	}

	public RowCount plus(RowCount other) {
		return new RowCount(this.used + other.used, this.filtered + other.filtered, this.unreadable + other.unreadable);
	}

}
