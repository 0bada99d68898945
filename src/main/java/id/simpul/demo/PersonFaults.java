package id.simpul.demo;

import java.time.LocalDate;

/**
 * Faults of the {@code pegawai}. What stops it stops everything of the person; the
 * registry then holds them rightly.
 */
final class PersonFaults {

	private PersonFaults() {
	}

	static void nipShort(Person person, LocalDate today) {
		person.publish();
		person.pegawai().set("nip", person.nip().substring(0, 17));
		person.block("POLA_TIDAK_SESUAI", person.pegawai());
	}

	static void nipFormat(Person person, LocalDate today) {
		person.publish();
		nip(person, 12, "17");
		person.block("NIP_FORMAT", person.pegawai());
	}

	private static void nip(Person person, int from, String digits) {
		String nip = person.nip();
		person.pegawai().set("nip", nip.substring(0, from) + digits + nip.substring(from + digits.length()));
	}

	private static void nik(Person person, int from, String digits) {
		String nik = person.pegawai().get("nik");
		person.pegawai().set("nik", nik.substring(0, from) + digits + nik.substring(from + digits.length()));
	}

	static void nipTglLahir(Person person, LocalDate today) {
		person.publish();
		LocalDate wrong = person.pegawai().date("tglLahir").plusMonths(1);
		person.pegawai().set("tglLahir", wrong);
		nikOf(person, wrong, person.pegawai().get("jenisKelamin").equals("F"));
		person.block("NIP_TGLLAHIR", person.pegawai());
	}

	private static void nikOf(Person person, LocalDate born, boolean woman) {
		String nik = person.pegawai().get("nik");
		person.pegawai().set("nik", Maker.nik(nik.substring(0, 6), born, woman, Integer.parseInt(nik.substring(12))));
	}

	static void nipJenisKelamin(Person person, LocalDate today) {
		person.publish();
		boolean woman = person.pegawai().get("jenisKelamin").equals("M");
		person.pegawai().set("jenisKelamin", woman ? "F" : "M");
		nikOf(person, person.pegawai().date("tglLahir"), woman);
		person.block("NIP_JK", person.pegawai());
	}

	static void nipTmtCpns(Person person, LocalDate today) {
		person.publish();
		person.pegawai().set("tmtCpns", person.pegawai().date("tmtCpns").minusMonths(1));
		person.block("NIP_TMTCPNS", person.pegawai());
	}

	static void nipJenisAsn(Person person, LocalDate today) {
		person.publish();
		nip(person, 12, "03");
		person.block("NIP_JENISASN", person.pegawai());
	}

	static void nipJenisAsnPartTime(Person person, LocalDate today) {
		nip(person, 12, "03");
		person.find("NIP_JENISASN");
	}

	static void nipTahunPppk(Person person, LocalDate today) {
		person.pegawai().set("tmtKontrak", person.pegawai().date("tmtKontrak").minusYears(1));
		person.find("NIP_TAHUN_PPPK");
	}

	static void usiaMasuk(Person person, LocalDate today) {
		person.find("NIP_USIA_MASUK");
	}

	static void nikFormat(Person person, LocalDate today) {
		person.publish();
		nik(person, 0, "88");
		person.block("NIK_FORMAT", person.pegawai());
	}

	static void nikShort(Person person, LocalDate today) {
		person.pegawai().raw.put("nik", person.pegawai().get("nik").substring(0, 15));
		person.find("POLA_TIDAK_SESUAI");
	}

	static void nikTglLahir(Person person, LocalDate today) {
		int day = Integer.parseInt(person.pegawai().get("nik").substring(6, 8));
		nik(person, 6, "%02d".formatted((day % 40 > 15) ? day - 7 : day + 7));
		person.find("NIK_TGLLAHIR");
	}

	static void nikJenisKelamin(Person person, LocalDate today) {
		int day = Integer.parseInt(person.pegawai().get("nik").substring(6, 8));
		nik(person, 6, "%02d".formatted((day > 40) ? day - 40 : day + 40));
		person.find("NIK_JK");
	}

	/** The second of two with one NIP; the registry has room for one. */
	static void nipGanda(Person person, LocalDate today) {
		String nik = person.pegawai().get("nik");
		person.pegawai().set("nik", nik.substring(0, 12) + "0077");
		person.shared = "NIP_GANDA";
		person.known = false;
	}

	static void pegawaiGanda(Person person, LocalDate today) {
		person.publish();
		Fact second = person.pegawai().copy();
		second.set("tempatLahir", "Batam");
		person.facts.add(second);
		person.block("PEGAWAI_GANDA", person.pegawai());
		person.find("PEGAWAI_GANDA");
		second.rejected = "PEGAWAI_GANDA";
	}

	static void cpnsLewat(Person person, LocalDate today) {
		LocalDate tmt = person.pegawai().date("tmtCpns").minusYears(2);
		person.pegawai().set("tmtCpns", tmt).set("tglSkCpns", tmt.minusDays(15));
		nip(person, 8, "%tY%<tm".formatted(tmt));
		person.of("golongan").forEach((fact) -> fact.set("tmtGolongan", tmt).set("tanggalSk", tmt.minusDays(20)));
		person.of("pendidikan")
			.filter((fact) -> fact.number("tahunLulus") > tmt.getYear())
			.forEach((fact) -> fact.set("tahunLulus", tmt.getYear()).set("tanggalLulus", tmt.withDayOfMonth(1)));
		person.facts.removeIf((fact) -> fact.resource.equals("kinerja"));
		person.add("kinerja")
			.set("tahun", today.getYear() - 1)
			.set("periode", "TAHUN")
			.set("basis", "PERMENPAN6")
			.set("hasilKerja", "2")
			.set("perilakuKerja", "2")
			.set("predikat", "2");
		person.find("CPNS_LEWAT");
	}

	static void tmtCpnsPns(Person person, LocalDate today) {
		person.pegawai().set("tmtPns", person.pegawai().date("tmtCpns").minusMonths(2));
		person.find("TMT_CPNS_PNS");
	}

	static void tmtPnsKosong(Person person, LocalDate today) {
		person.pegawai().set("tmtPns", null);
		person.find("TMT_PNS_KOSONG");
	}

	static void kedudukan(Person person, LocalDate today) {
		person.publish();
		person.pegawai().set("kedudukanHukum", "71");
		person.find("KEDUDUKAN_ASN");
	}

	static void kontrakHabis(Person person, LocalDate today) {
		person.publish();
		person.pegawai().set("akhirKontrak", today.minusMonths(2));
		person.block("PPPK_KONTRAK", person.pegawai());
	}

	static void kontrakLama(Person person, LocalDate today) {
		person.pegawai().set("akhirKontrak", person.pegawai().date("tglLahir").plusYears(60));
		person.find("PPPK_KONTRAK");
	}

	static void hpKosong(Person person, LocalDate today) {
		person.publish();
		person.pegawai().set("noHp", null);
		person.find("EMAIL_HP_KOSONG");
	}

	static void agama(Person person, LocalDate today) {
		person.pegawai().raw.put("agama", "Tidak diisi");
		person.find("KODE_TAK_DIKENAL");
	}

	static void alamat(Person person, LocalDate today) {
		person.pegawai().raw.put("alamat", "Jl. Lintas Tengah ".repeat(13) + "No. 1");
		person.find("NILAI_TERLALU_PANJANG");
	}

	static void skPnsDepan(Person person, LocalDate today) {
		person.pegawai().set("tglSkPns", today.plusMonths(3));
		person.find("TGL_MASA_DEPAN");
	}

	static void gelarKosong(Person person, LocalDate today) {
		person.pegawai().set("gelarBelakang", null);
		person.find("GELAR_KOSONG");
	}

}
