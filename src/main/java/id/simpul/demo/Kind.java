package id.simpul.demo;

/** The kinds of people of the province; what they have in their histories hangs on it. */
enum Kind {

	STRUKTURAL("PNS"), FUNGSIONAL("PNS"), PELAKSANA("PNS"), CPNS("CPNS"), PPPK("PPPK"), PARUH_WAKTU("PPPK_PARUH_WAKTU");

	final String jenisAsn;

	Kind(String jenisAsn) {
		this.jenisAsn = jenisAsn;
	}

	boolean isPppk() {
		return this == PPPK || this == PARUH_WAKTU;
	}

	/**
	 * Drawn from 0 to 99 for that age: the young come in by agreement, the heads are
	 * older.
	 */
	static Kind of(int age, int draw) {
		if (age < 25) {
			return (draw < 15) ? CPNS : (draw < 60) ? PPPK : PARUH_WAKTU;
		}
		if (age < 38) {
			return (draw < 25) ? PELAKSANA
					: (draw < 48) ? FUNGSIONAL : (draw < 53 && age < 34) ? CPNS : (draw < 86) ? PPPK : PARUH_WAKTU;
		}
		return (draw < 10) ? STRUKTURAL
				: (draw < 42) ? FUNGSIONAL : (draw < 68) ? PELAKSANA : (draw < 90) ? PPPK : PARUH_WAKTU;
	}

}
