package id.simpul.demo;

/**
 * One change made in one source.
 *
 * @param kunci the source's key of the person
 * @param entryKey business key of the entry, empty for {@code pegawai}
 */
public record Edit(String instansi, String kunci, String nip, String resource, String entryKey, String field) {

	@Override
	public String toString() {
		return this.instansi + " " + this.resource + "." + this.field;
	}

}
