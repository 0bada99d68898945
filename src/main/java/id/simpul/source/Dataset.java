package id.simpul.source;

import java.util.List;

/**
 * One table or sheet that a mapping asks for.
 *
 * @param name its name in the mapping file
 * @param location table (optionally {@code schema.table}), sheet name, or file name
 * pattern, as the kind of source understands it; may be empty where the source has only
 * one
 * @param key column whose value brings the rows of one person together; {@code null} for
 * a lookup
 * @param columns the columns the mapping uses, key included; the reader stops when one is
 * missing
 * @param main whether its rows say who the people are: rows of other datasets whose
 * person is not here are orphans
 * @param headerRow where the column names stand in a file, counted from 1; 0 when there
 * are none and columns are named {@code A}, {@code B}, ... as in a spreadsheet
 */
public record Dataset(String name, String location, String key, List<String> columns, boolean main, int headerRow) {

	public Dataset {
		columns = List.copyOf(columns);
	}

}
