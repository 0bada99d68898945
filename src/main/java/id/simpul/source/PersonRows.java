package id.simpul.source;

import java.util.List;

/**
 * All rows of one person, dataset by dataset in the mapping's order.
 *
 * @param kunci value of the join column, stripped; empty for rows that have none
 */
public record PersonRows(String kunci, List<Row> rows) {

	/** Not a record's default: a key is a person's data and has no place in a log. */
	@Override
	public String toString() {
		return this.rows.size() + " rows";
	}

}
