package id.simpul.demo;

import java.time.LocalDate;

/**
 * Faults of training, appraisals, sanctions, honours and credit points, and of rows as
 * such.
 */
final class RecordFaults {

	private RecordFaults() {
	}

	static void bangkomUrut(Person person, LocalDate today) {
		person.publish();
		Fact course = person.last("kursus");
		person.block("BANGKOM_URUT", course.set("tanggalSelesai", course.date("tanggalKursus").minusDays(3)));
	}

	static void bangkomDepan(Person person, LocalDate today) {
		person.publish();
		person.block("BANGKOM_MASA_DEPAN",
				person.last("kursus")
					.set("tanggalKursus", today.plusDays(20))
					.set("tanggalSelesai", today.plusDays(24))
					.set("jumlahJam", "32"));
	}

	static void bangkomJp(Person person, LocalDate today) {
		person.publish();
		person.block("BANGKOM_JP", person.last("kursus").set("jumlahJam", "3444"));
	}

	static void bangkomJpKosong(Person person, LocalDate today) {
		person.publish();
		person.last("kursus").set("jumlahJam", null);
		person.find("BANGKOM_JP");
	}

	/** Days where hours belong: not readable, and then missing. */
	static void bangkomJam(Person person, LocalDate today) {
		person.last("kursus").raw.put("jumlahJam", "3 hari");
		person.find("ANGKA_TAK_TERBACA", "BANGKOM_JP");
	}

	static void bangkomJenis(Person person, LocalDate today) {
		Records.leadership(person, "2", today.minusYears(3));
		person.find("BANGKOM_JENIS");
	}

	static void bangkomGanda(Person person, LocalDate today) {
		Fact course = person.last("kursus");
		person.facts.add(course.copy().set("nomorSertifikat", course.get("nomorSertifikat") + "-A"));
		person.find("BANGKOM_GANDA");
	}

	static void kursusTanggal(Person person, LocalDate today) {
		person.publish();
		person.first("kursus").raw.put("tanggalKursus", "Maret 2019");
		person.block("TANGGAL_TAK_TERBACA", person.first("kursus"));
	}

	static void kursusNomor(Person person, LocalDate today) {
		person.publish();
		person.block("NILAI_TERLALU_PANJANG",
				person.first("kursus")
					.set("nomorSertifikat",
							"Sertifikat ditandatangani elektronik oleh penyelenggara, nomor menyusul kemudian"));
	}

	static void riwayatGanda(Person person, LocalDate today) {
		person.publish();
		Fact again = person.first("kursus").copy();
		again.duplicate = true;
		person.facts.add(again);
		person.find("RIWAYAT_GANDA");
	}

	static void riwayatBerbeda(Person person, LocalDate today) {
		person.publish();
		Fact course = person.first("kursus");
		Fact other = course.copy().set("jumlahJam", course.number("jumlahJam") - 1);
		person.facts.add(other);
		person.block("RIWAYAT_BERBEDA", course);
		person.block("RIWAYAT_BERBEDA", other);
	}

	static void kunciKosong(Person person, LocalDate today) {
		person.publish();
		lose(person, "");
		person.find("KUNCI_KOSONG");
	}

	static void barisYatim(Person person, LocalDate today) {
		person.publish();
		lose(person, "9" + person.localId());
		person.find("BARIS_YATIM");
	}

	private static void lose(Person person, String key) {
		Fact course = person.last("kursus").copy();
		course.key = key;
		person.facts.add(course);
	}

	static void barisPatah(Person person, LocalDate today) {
		person.publish();
		Fact course = person.last("kursus").copy();
		course.broken = true;
		person.facts.add(course);
		person.find("BARIS_TIDAK_UTUH");
	}

	static void skpTanpaDasar(Person person, LocalDate today) {
		person.publish();
		person.block("SKP_TANPA_DASAR",
				person.last("kinerja").set("hasilKerja", null).set("perilakuKerja", null).set("predikat", null));
	}

	static void skpRentang(Person person, LocalDate today) {
		person.publish();
		person.block("SKP_RENTANG", person.first("kinerja").set("nilai", "500"));
	}

	static void skpKuadran(Person person, LocalDate today) {
		person.publish();
		person.block("SKP_KUADRAN",
				person.last("kinerja").set("hasilKerja", "2").set("perilakuKerja", "2").set("predikat", "1"));
	}

	/** Here the sources of the rule disagree. */
	static void skpKuadranRagu(Person person, LocalDate today) {
		person.last("kinerja").set("hasilKerja", "2").set("perilakuKerja", "3").set("predikat", "3");
		person.find("SKP_KUADRAN");
	}

	static void skpBasis(Person person, LocalDate today) {
		person.publish();
		person.block("SKP_BASIS_TAHUN", person.first("kinerja").set("basis", "PP30"));
	}

	static void skpPenilai(Person person, LocalDate today) {
		person.last("kinerja").set("nipPenilai", person.nip());
		person.find("SKP_PENILAI");
	}

	static void skpKosong(Person person, LocalDate today) {
		person.publish();
		person.facts.remove(person.last("kinerja"));
		person.find("SKP_KOSONG");
	}

	static void skpTahun(Person person, LocalDate today) {
		person.publish();
		person.first("kinerja").raw.put("tahun", "20l7");
		person.block("ANGKA_TAK_TERBACA", person.first("kinerja"));
	}

	private static Fact sanction(Person person, LocalDate today) {
		return Records.hukdis(person, LocalDate.of(today.getYear() - 2, 3, 1));
	}

	static void hukdisTingkat(Person person, LocalDate today) {
		Fact sanction = sanction(person, today);
		person.publish();
		person.block("HUKDIS_TINGKAT", sanction.set("tingkatHukuman", "R"));
	}

	static void hukdisMasa(Person person, LocalDate today) {
		Fact sanction = sanction(person, today);
		person.publish();
		person.block("HUKDIS_MASA", sanction.set("akhirHukuman", sanction.date("tmtHukuman").plusMonths(9)));
	}

	static void hukdisTerlambat(Person person, LocalDate today) {
		Fact sanction = sanction(person, today);
		sanction.set("tanggalSk", sanction.date("tmtHukuman").plusDays(50));
		person.find("HUKDIS_MASA");
	}

	static void hukdisSkp(Person person, LocalDate today) {
		int year = sanction(person, today).date("tmtHukuman").getYear();
		person.of("kinerja")
			.filter((fact) -> fact.number("tahun") == year)
			.forEach((fact) -> fact.set("hasilKerja", "1").set("perilakuKerja", "1").set("predikat", "1"));
		person.find("HUKDIS_SKP");
	}

	static void penghargaanTahun(Person person, LocalDate today) {
		person.publish();
		Fact honour = Records.honour(person, "203", LocalDate.of(today.getYear() - 1, 8, 10));
		person.block("PENGHARGAAN_TAHUN", honour.set("tahun", person.pegawai().date("tglLahir").getYear() + 3));
	}

	static void penghargaanBeda(Person person, LocalDate today) {
		Fact honour = Records.honour(person, "305", LocalDate.of(today.getYear() - 1, 8, 10));
		honour.set("tahun", today.getYear() - 2);
		person.find("PENGHARGAAN_TAHUN");
	}

	static void akPppk(Person person, LocalDate today) {
		person.publish();
		person.block("AK_PPPK", Records.credit(person, today.getYear() - 2, LocalDate.of(today.getYear() - 1, 1, 20)));
	}

	static void akPeriode(Person person, LocalDate today) {
		person.publish();
		person.block("AK_PERIODE", person.last("angka-kredit").set("bulanSelesai", "13"));
	}

	/** The registry takes no such sign in the number of a decree. */
	static void akDitolak(Person person, LocalDate today) {
		Fact credit = person.last("angka-kredit");
		credit.set("nomorSk", credit.get("nomorSk") + "#2");
		credit.fate = Fact.Fate.ABSENT;
	}

}
