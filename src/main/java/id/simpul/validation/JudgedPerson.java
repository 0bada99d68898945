package id.simpul.validation;

import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;

/**
 * What the rules leave of one person.
 *
 * @param entries may go on; empty when the person is rejected
 * @param rejections one per rejected entry, mapping's included
 * @param findings mapping's and validation's
 */
public record JudgedPerson(String kunci, List<Entry> entries, List<Rejection> rejections, List<Finding> findings,
		int duplicates) {

	/** Entries read for this person: {@code read = accepted + rejected + duplicate}. */
	public int read() {
		return this.entries.size() + this.rejections.size() + this.duplicates;
	}

	@Override
	public String toString() {
		return this.entries.size() + " entries, " + this.rejections.size() + " rejected";
	}

}
