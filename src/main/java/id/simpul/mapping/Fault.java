package id.simpul.mapping;

/**
 * Stands in the place of a value that could not be made.
 *
 * @param rule code in the catalogue of rules
 * @param text what the value was; only its form ever leaves the room
 */
record Fault(String rule, String text) {

	static final String DATE = "TANGGAL_TAK_TERBACA";

	static final String NUMBER = "ANGKA_TAK_TERBACA";

	static final String CODE = "KODE_TAK_DIKENAL";

	static final String LENGTH = "NILAI_TERLALU_PANJANG";

	static final String PATTERN = "POLA_TIDAK_SESUAI";

	@Override
	public String toString() {
		return this.rule;
	}

}
