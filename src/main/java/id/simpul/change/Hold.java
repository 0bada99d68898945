package id.simpul.change;

/**
 * One reason why a plan waits.
 *
 * @param subject the field, dataset or instansi meant, for {@link Reason#KOLOM},
 * {@link Reason#BARIS} and {@link Reason#MILIK_LAIN}; else {@code null}
 */
record Hold(Reason reason, String subject, long measured, long total, double limitPercent) {

	/** What exceeded its limit. */
	enum Reason {

		/** Too many accepted people are missing from the source. */
		HILANG,
		/** Too many accepted people differ. */
		BERUBAH,
		/** Too many people nobody has seen before. */
		BARU,
		/** One field differs in too many people, as when two columns are swapped. */
		KOLOM,
		/** Too many rows of one dataset are missing, as when a file was cut off. */
		BARIS,
		/** Too many people are accepted under another instansi: whose file is this? */
		MILIK_LAIN,
		/**
		 * The newest of a history is gone in too many people while older ones are there,
		 * as in last year's file.
		 */
		MUNDUR

	}

}
