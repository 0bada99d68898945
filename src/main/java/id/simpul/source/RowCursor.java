package id.simpul.source;

/** Reads one dataset row by row, ordered by its key. Closing it lets go of the source. */
interface RowCursor extends AutoCloseable {

	/** Moves to the next row; {@code false} after the last. */
	boolean next();

	/** Key of the present row, stripped; empty when the row has none. */
	String key();

	Row row();

	@Override
	void close();

}
