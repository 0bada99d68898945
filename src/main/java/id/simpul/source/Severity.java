package id.simpul.source;

/** What a finding does to the entry it is about. */
public enum Severity {

	/** The entry is rejected; on {@code pegawai} the whole person is. */
	BLOCKS("E"),
	/** The entry goes on, with a flag that somebody should look. */
	WARNS("W"),
	/** Worth knowing, nothing to do. */
	INFORMS("I");

	private final String code;

	Severity(String code) {
		this.code = code;
	}

	/** One letter, as in ip-asn rules and in the database. */
	public String code() {
		return this.code;
	}

}
