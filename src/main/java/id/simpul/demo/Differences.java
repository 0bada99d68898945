package id.simpul.demo;

/**
 * How an entry at the registry differs from the one at its source: always in a field that
 * every source has.
 */
final class Differences {

	private Differences() {
	}

	static void make(Fact fact) {
		switch (fact.resource) {
			case "pegawai" -> {
				if (Character.digit(fact.get("noHp").charAt(fact.get("noHp").length() - 1), 10) < 2) {
					fact.set("nama", fact.get("nama").replaceFirst("^(\\S)\\S*", "$1."));
				}
				else {
					fact.set("noHp", fact.get("noHp").replaceFirst("^0812", "0811"));
				}
			}
			case "golongan", "jabatan" -> fact.set("tanggalSk", fact.date("tanggalSk").minusDays(2));
			case "pendidikan" -> fact.set("namaSekolah", fact.get("namaSekolah") + " (lama)");
			case "diklat", "kursus" -> fact.set("jumlahJam", fact.number("jumlahJam") - 2);
			case "kinerja" -> {
				if (fact.get("nilai") != null) {
					fact.set("nilai", "75.5");
				}
				else {
					fact.set("predikat", "1".equals(fact.get("predikat")) ? "2" : "1");
				}
			}
			case "penghargaan" -> fact.set("jenisPenghargaan", "400");
			case "angka-kredit" -> fact.set("kreditTotal", "3.75");
			default -> throw new IllegalArgumentException(fact.resource);
		}
	}

	/**
	 * Whether the difference of a {@code pegawai} lies in what the registry does not
	 * take.
	 */
	static boolean isIdentity(Fact pegawai) {
		return pegawai.get("noHp").charAt(pegawai.get("noHp").length() - 1) < '2';
	}

}
