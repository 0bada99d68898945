package id.simpul.pegawai;

/**
 * Where an entry came from, so that a person can find it again.
 *
 * @param dataset name of the dataset in the mapping file (a table, a sheet)
 * @param row number of the row within the dataset as its owner counts: the line of a
 * file, the place in a table's order
 */
public record Origin(String dataset, long row) {

	@Override
	public String toString() {
		return this.dataset + ":" + this.row;
	}

}
