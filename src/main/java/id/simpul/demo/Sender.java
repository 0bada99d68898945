package id.simpul.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * One instansi of the province with the system it has and what is wrong there.
 *
 * @param ordinal its place in the list, from 0; part of every number invented for it
 * @param layout name of the layout of its source
 * @param faults whom to plant, one person each
 */
record Sender(int ordinal, String kode, String slug, String nama, String layout, List<Fault> faults) {

	/** The workbook of this one arrives by half. */
	private static final String HALF = "16.13";

	private static final String[][] ALL = {
			{ "16", "sumsel", "Provinsi Sumatera Selatan", "laravel",
					"NIP_GANDA_1 NIP_GANDA_2 JAB_UNOR_KOSONG*3 GELAR_KOSONG DIDIK_TURUN JAB_BUP SKP_PENILAI JAB_GANDA "
							+ "BANGKOM_GANDA" },
			{ "16.01", "oku", "Kabupaten Ogan Komering Ulu", "tb01",
					"NIP_TGLLAHIR*2 GOL_KODE JAB_ESELON BANGKOM_JAM*3 TMT_PNS_KOSONG SKP_KOSONG*2" },
			{ "16.02", "oki", "Kabupaten Ogan Komering Ilir", "riwayat",
					"GOL_TANGGAL*3 KURSUS_TANGGAL*2 RIWAYAT_GANDA*3 RIWAYAT_BERBEDA HUKDIS_TINGKAT" },
			{ "16.03", "muara-enim", "Kabupaten Muara Enim", "riwayat",
					"SKP_BASIS_TAHUN*2 SKP_RENTANG SKP_KUADRAN*2 SKP_KUADRAN_W HUKDIS_MASA "
							+ "HUKDIS_TERLAMBAT HUKDIS_SKP" },
			{ "16.04", "lahat", "Kabupaten Lahat", "riwayat", "JAB_UNOR_KOSONG*12 JAB_DITOLAK JAB_ID_KOSONG*2" },
			{ "16.05", "musi-rawas", "Kabupaten Musi Rawas", "unduhan",
					"NIK_15_ANGKA*2 NIP_17_ANGKA*2 PEGAWAI_GANDA EMAIL_HP_KOSONG*3 AGAMA_TAK_DIKENAL" },
			{ "16.06", "musi-banyuasin", "Kabupaten Musi Banyuasin", "laravel",
					"NIK_GANDA_1 NIK_GANDA_2 PPPK_KONTRAK*3 PPPK_KONTRAK_LAMA PPPK_STRUKTURAL AK_PPPK NIP_JENISASN "
							+ "NIP_JENISASN_PW*2 NIP_TAHUN_PPPK" },
			{ "16.07", "banyuasin", "Kabupaten Banyuasin", "sk",
					"GOL_URUT*2 GOL_TMT GOL_PENDIDIKAN JAB_TMT JAB_SK_KOSONG JAB_SK_DEPAN PENGHARGAAN_TAHUN "
							+ "PENGHARGAAN_BEDA AK_PERIODE AK_DITOLAK KUNCI_KOSONG*2" },
			{ "16.08", "oku-timur", "Kabupaten Ogan Komering Ulu Timur", "csv-titik-koma",
					"BARIS_PATAH*2 ALAMAT_PANJANG NIP_JK CPNS_LEWAT*2 DIDIK_TAHUN KUNCI_KOSONG BANGKOM_JP" },
			{ "16.09", "oku-selatan", "Kabupaten Ogan Komering Ulu Selatan", "csv-koma",
					"BARIS_YATIM*2 NIK_FORMAT NIK_JK NIK_TGLLAHIR*3 DIDIK_LEVEL DIDIK_TANGGAL" },
			{ "16.10", "ogan-ilir", "Kabupaten Ogan Ilir", "tb01",
					"NIP_FORMAT NIP_TMTCPNS DIDIK_KOSONG JAB_JENJANG*2 SKP_TANPA_DASAR JAB_BUP_LEWAT" },
			{ "16.11", "empat-lawang", "Kabupaten Empat Lawang", "nominatif",
					"BANGKOM_URUT*2 BANGKOM_DEPAN*2 BANGKOM_JP*2 BANGKOM_JP_KOSONG*4 BANGKOM_JENIS KURSUS_NOMOR "
							+ "SKP_TAHUN NIP_17_ANGKA" },
			{ "16.12", "pali", "Kabupaten Penukal Abab Lematang Ilir", "unduhan",
					"SKP_KOSONG*5 GOL_SKEMA KEDUDUKAN_ASN TMT_CPNS_PNS" },
			{ HALF, "muratara", "Kabupaten Musi Rawas Utara", "unduhan", "" },
			{ "16.71", "palembang", "Kota Palembang", "tb01",
					"NIP_USIA_MASUK GOL_URUT JAB_BUP*2 EMAIL_HP_KOSONG*2 SKP_KOSONG*2 BANGKOM_JP_KOSONG*2 "
							+ "TGL_SK_PNS_DEPAN NIP_17_ANGKA" },
			{ "16.72", "pagar-alam", "Kota Pagar Alam", "laravel", "NIK_JK DIDIK_TURUN" },
			{ "16.73", "lubuk-linggau", "Kota Lubuk Linggau", "csv-tab",
					"BARIS_YATIM SKP_KUADRAN AGAMA_TAK_DIKENAL PPPK_KONTRAK" },
			{ "16.74", "prabumulih", "Kota Prabumulih", "sk", "BANGKOM_JENIS JAB_BUP GOL_TANGGAL*2" } };

	static List<Sender> all() {
		List<Sender> senders = new ArrayList<>();
		for (String[] one : ALL) {
			senders.add(new Sender(senders.size(), one[0], one[1], one[2], one[3], faults(one[4])));
		}
		return senders;
	}

	private static List<Fault> faults(String words) {
		List<Fault> faults = new ArrayList<>();
		for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
			String[] parts = word.split("\\*");
			for (int i = 0; i < ((parts.length > 1) ? Integer.parseInt(parts[1]) : 1); i++) {
				faults.add(Fault.valueOf(parts[0]));
			}
		}
		return List.copyOf(faults);
	}

	boolean isHalf() {
		return this.kode.equals(HALF);
	}

	/**
	 * The fault that person has, as its place in the list, or -1. Faults are spread
	 * evenly over the people.
	 */
	int slot(int number, int people) {
		for (int slot = 0; slot < this.faults.size(); slot++) {
			if ((long) slot * people / this.faults.size() == number) {
				return slot;
			}
		}
		return -1;
	}

}
