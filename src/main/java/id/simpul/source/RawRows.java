package id.simpul.source;

import java.io.IOException;

/**
 * The rows of a sheet or a delimited file as they stand there, title lines and heading
 * included.
 */
interface RawRows extends AutoCloseable {

	/** Moves to the next row that is not wholly empty; {@code false} after the last. */
	boolean next() throws IOException;

	/** Line of the file or row of the sheet, counted from 1. */
	long number();

	/** How many cells there are. */
	int width();

	/** Text of a cell, {@code null} for an empty one and beyond the last. */
	String cell(int place);

	/** The rule this row breaks, {@code null} when it can be read. */
	String fault();

	/**
	 * Says what is wanted from now on.
	 * @param width cells of the heading
	 * @param places of the cells that will be asked for
	 */
	void expect(int width, int[] places);

	@Override
	void close();

}
