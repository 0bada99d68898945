package id.simpul.mapping;

import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;

/**
 * What one person's rows became.
 *
 * @param kunci the source's key of the person; empty for the rows that have none
 * @param entries the good ones, at most one of each business key; empty when the person
 * is filtered or rejected
 * @param rejections one per entry that will not go on
 * @param duplicates entries left out because the same stood there already, word for word
 */
public record MappedPerson(String kunci, List<Entry> entries, List<Rejection> rejections, List<Finding> findings,
		int duplicates) {

	@Override
	public String toString() {
		return this.entries.size() + " entries";
	}

}
