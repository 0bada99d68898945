package id.simpul.reliability;

/**
 * One entry of one person, by the keys of its source.
 *
 * @param kunci the source's key of the person
 * @param key business key, parts joined by a bar; empty for {@code pegawai}
 */
record EntryId(String kode, String kunci, String resource, String key) implements Comparable<EntryId> {

	@Override
	public int compareTo(EntryId other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public String toString() {
		return this.kode + " " + this.kunci + " " + this.resource + " " + this.key;
	}

}
