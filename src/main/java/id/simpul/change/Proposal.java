package id.simpul.change;

import id.simpul.pegawai.Document;

/**
 * A new version of one person's document, not accepted yet.
 *
 * @param origins where each entry stood, in the document's order, as {@code dataset:row}
 * joined by commas; {@code -} for an entry kept from the version before
 * @param changes entries that are new or differ
 * @param unchanged entries that were read and are as before
 */
record Proposal(String kunci, int version, String nip, String nik, Document document, String origins, int changes,
		int unchanged) {

	@Override
	public String toString() {
		return "proposal of version " + this.version;
	}

}
