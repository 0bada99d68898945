package id.simpul.validation;

import org.junit.jupiter.api.Test;

import static id.simpul.pegawai.Resource.DIKLAT;
import static id.simpul.pegawai.Resource.KURSUS;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class BangkomRulesTest {

	@Test
	void rejectsTrainingThatEndsBeforeItBegins() {
		judge(pns().last(KURSUS, "tanggalSelesai", "2024-05-05")).rejects("BANGKOM_URUT", KURSUS, "tanggalSelesai");
		judge(pns().last(DIKLAT, "tanggalSelesai", "2019-03-03")).rejects("BANGKOM_URUT", DIKLAT, "tanggalSelesai");
	}

	@Test
	void takesTrainingOfOneDayWithTenHours() {
		judge(pns().last(KURSUS, "tanggalSelesai", "2024-05-06", "jumlahJam", "10")).isSilentOn("BANGKOM_URUT",
				"BANGKOM_JP");
	}

	@Test
	void rejectsTrainingThatHasNotEnded() {
		judge(pns().last(KURSUS, "tanggalKursus", "2026-11-23", "tanggalSelesai", "2026-11-25", "jumlahJam", "20"))
			.rejects("BANGKOM_MASA_DEPAN", KURSUS, "tanggalSelesai");
		judge(pns().last(KURSUS, "tanggalKursus", "2026-11-25", "tanggalSelesai", null)).rejects("BANGKOM_MASA_DEPAN",
				KURSUS, "tanggalKursus");
		judge(pns().last(DIKLAT, "tanggal", "2026-11-25", "tanggalSelesai", null)).rejects("BANGKOM_MASA_DEPAN", DIKLAT,
				"tanggal");
	}

	@Test
	void takesTrainingThatEndsToday() {
		judge(pns().last(KURSUS, "tanggalKursus", "2026-11-24", "tanggalSelesai", "2026-11-24", "jumlahJam", "8"))
			.isSilentOn("BANGKOM_MASA_DEPAN");
	}

	@Test
	void rejectsMoreThanTenHoursADayAndNone() {
		judge(pns().last(KURSUS, "jumlahJam", "31")).rejects("BANGKOM_JP", KURSUS, "jumlahJam");
		judge(pns().last(KURSUS, "jumlahJam", "0")).rejects("BANGKOM_JP", KURSUS, "jumlahJam");
		judge(pns().last(KURSUS, "jumlahJam", "0", "tanggalSelesai", null)).rejects("BANGKOM_JP", KURSUS, "jumlahJam");
		judge(pns().last(DIKLAT, "tanggalSelesai", "2019-03-05", "jumlahJam", "21")).rejects("BANGKOM_JP", DIKLAT,
				"jumlahJam");
	}

	@Test
	void onlyFlagsHoursThatAreMissing() {
		judge(pns().last(KURSUS, "jumlahJam", null)).warns("BANGKOM_JP", KURSUS, "jumlahJam");
		judge(pns().last(DIKLAT, "jumlahJam", null)).warns("BANGKOM_JP", DIKLAT, "jumlahJam");
	}

	@Test
	void takesThirtyHoursInThreeDaysAndAnyWithoutAnEnd() {
		judge(pns().last(KURSUS, "jumlahJam", "30")).isSilentOn("BANGKOM_JP");
		judge(pns().last(KURSUS, "jumlahJam", "120", "tanggalSelesai", null)).isSilentOn("BANGKOM_JP");
	}

	@Test
	void flagsTrainingForPostsNeverHeld() {
		judge(pppk().last(KURSUS, "jenisDiklat", "1")).warns("BANGKOM_JENIS", KURSUS, "jenisDiklat");
		judge(pns().post("jenisJabatan", "4")
			.add(KURSUS, "jenisDiklat", "2", "namaKursus", "Pelatihan", "nomorSertifikat", "S-9", "tanggalKursus",
					"2024-05-06", "jumlahJam", "8"))
			.warns("BANGKOM_JENIS", KURSUS, "jenisDiklat");
		judge(pppk().add(DIKLAT, "latihanStruktural", "2", "nomor", "D-1", "tanggal", "2024-05-06", "jumlahJam", "8"))
			.warns("BANGKOM_JENIS", DIKLAT, "latihanStruktural");
	}

	@Test
	void takesTrainingForAFormerPostAndOfAnyOtherKind() {
		judge(pns().last(KURSUS, "jenisDiklat", "2")).isSilentOn("BANGKOM_JENIS");
		judge(pns().last(KURSUS, "jenisDiklat", "1")).isSilentOn("BANGKOM_JENIS");
		judge(pppk().last(KURSUS, "jenisDiklat", "9")).isSilentOn("BANGKOM_JENIS");
	}

	@Test
	void flagsOneCourseUnderTwoCertificates() {
		judge(pns().another(KURSUS, "nomorSertifikat", "S-1a", "namaKursus", "PENGELOLAAN ARSIP"))
			.warns("BANGKOM_GANDA", KURSUS, "namaKursus");
	}

	@Test
	void takesTheSameCourseAgainAndAnotherOnTheSameDay() {
		judge(pns().another(KURSUS, "nomorSertifikat", "S-1a", "tanggalKursus", "2024-05-07", "jumlahJam", "20"))
			.isSilentOn("BANGKOM_GANDA");
		judge(pns().another(KURSUS, "nomorSertifikat", "S-1a", "namaKursus", "Arsip Digital"))
			.isSilentOn("BANGKOM_GANDA");
	}

}
