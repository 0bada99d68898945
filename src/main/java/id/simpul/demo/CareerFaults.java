package id.simpul.demo;

import java.time.LocalDate;

/** Faults of ranks, posts and education. */
final class CareerFaults {

	private CareerFaults() {
	}

	static void golSkema(Person person, LocalDate today) {
		person.publish();
		person.block("GOL_SKEMA", person.last("golongan").set("golongan", "31"));
	}

	static void golTmt(Person person, LocalDate today) {
		person.publish();
		Fact last = person.last("golongan");
		person.block("GOL_TMT", last.set("tmtGolongan", last.date("tmtGolongan").plusDays(14)));
	}

	/** Leaps over one step. */
	static void golUrut(Person person, LocalDate today) {
		person.publish();
		Fact last = person.last("golongan");
		int code = last.number("golongan");
		int next = (code % 10 == 4 && code < 40) ? code + 7 : code + 1;
		person.block("GOL_URUT", last.set("golongan", next));
	}

	static void golKode(Person person, LocalDate today) {
		person.publish();
		person.last("golongan").raw.put("golongan", "III/e");
		person.block("KODE_TAK_DIKENAL", person.last("golongan"));
	}

	/** Came in with a higher rank than a diploma gives. */
	static void golPendidikan(Person person, LocalDate today) {
		person.of("pendidikan")
			.filter((fact) -> fact.get("tingkatPendidikan").equals("40"))
			.forEach((fact) -> fact.set("tingkatPendidikan", "30"));
		person.find("GOL_PENDIDIKAN");
	}

	static void golTanggal(Person person, LocalDate today) {
		person.last("golongan").raw.put("tanggalSk", "31 Pebruari 2020");
		person.find("TANGGAL_TAK_TERBACA");
	}

	static void jabTmt(Person person, LocalDate today) {
		person.publish();
		Fact first = person.first("jabatan");
		LocalDate early = first.date("tmtJabatan").minusYears(1);
		person.block("JAB_TMT", first.set("tmtJabatan", early).set("tanggalSk", early.minusDays(5)));
	}

	static void jabEselon(Person person, LocalDate today) {
		person.publish();
		person.block("JAB_ESELON", person.last("jabatan").set("eselon", null));
	}

	static void jabJenjang(Person person, LocalDate today) {
		person.last("jabatan").set("jenjang", null);
		person.find("JAB_ESELON");
	}

	/**
	 * The unit was never matched with the registry's, and so this post never got there.
	 */
	static void jabUnor(Person person, LocalDate today) {
		Fact last = person.last("jabatan").set("unorId", null);
		last.fate = Fact.Fate.ABSENT;
		person.find("JAB_UNOR_KOSONG");
	}

	static void pppkStruktural(Person person, LocalDate today) {
		person.last("jabatan")
			.set("jenisJabatan", "1")
			.set("eselon", "42")
			.set("jenjang", null)
			.set("jabatanId", null)
			.set("namaJabatan", "Kepala Seksi");
		person.find("PPPK_STRUKTURAL");
	}

	static void jabGanda(Person person, LocalDate today) {
		person.publish();
		Fact last = person.last("jabatan");
		Fact second = last.copy().set("nomorSk", last.get("nomorSk") + "/B").set("namaJabatan", "Kepala Bagian Umum");
		person.facts.add(second);
		person.block("JAB_GANDA", last);
		person.block("JAB_GANDA", second);
	}

	static void jabIdKosong(Person person, LocalDate today) {
		person.publish();
		person.last("jabatan").set("jabatanId", null);
		person.find("JAB_ID_KOSONG");
	}

	/** Without the id of the post the registry refuses what it does not hold yet. */
	static void jabDitolak(Person person, LocalDate today) {
		Fact last = person.last("jabatan").set("jabatanId", null);
		last.fate = Fact.Fate.ABSENT;
		person.find("JAB_ID_KOSONG");
	}

	static void bupDekat(Person person, LocalDate today) {
		person.find("JAB_BUP");
	}

	static void bupLewat(Person person, LocalDate today) {
		person.publish();
		person.block("JAB_BUP", person.last("jabatan"));
	}

	static void jabSkKosong(Person person, LocalDate today) {
		person.publish();
		person.block("WAJIB_KOSONG", person.first("jabatan").set("nomorSk", null));
	}

	static void jabSkDepan(Person person, LocalDate today) {
		person.publish();
		person.block("TGL_MASA_DEPAN", person.last("jabatan").set("tanggalSk", today.plusDays(40)));
	}

	static void didikLevel(Person person, LocalDate today) {
		person.publish();
		int year = person.pegawai().date("tglLahir").getYear() + 5;
		person.block("DIDIK_LEVEL",
				person.first("pendidikan").set("tahunLulus", year).set("tanggalLulus", LocalDate.of(year, 6, 12)));
	}

	static void didikTanggal(Person person, LocalDate today) {
		Fact first = person.first("pendidikan");
		first.set("tanggalLulus", first.date("tanggalLulus").plusYears(2));
		person.find("DIDIK_TANGGAL");
	}

	static void didikTurun(Person person, LocalDate today) {
		int year = today.getYear() - 2;
		person.add("pendidikan")
			.set("tingkatPendidikan", "30")
			.set("namaPendidikan", "Perpajakan")
			.set("namaSekolah", "Politeknik Lematang")
			.set("nomorIjazah", "30/" + person.localId() + "/" + year)
			.set("tahunLulus", year)
			.set("tanggalLulus", LocalDate.of(year, 7, 1))
			.set("pendidikanPertama", "0");
		person.find("DIDIK_TURUN");
	}

	static void didikKosong(Person person, LocalDate today) {
		person.publish();
		person.facts.removeIf((fact) -> fact.resource.equals("pendidikan"));
		person.find("DIDIK_KOSONG");
	}

	static void didikTahun(Person person, LocalDate today) {
		person.publish();
		person.first("pendidikan").raw.put("tahunLulus", "tidak ingat");
		person.block("ANGKA_TAK_TERBACA", person.first("pendidikan"));
	}

}
