package id.simpul.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.pegawai.Resource;

import static id.simpul.pegawai.Resource.ANGKA_KREDIT;
import static id.simpul.pegawai.Resource.GOLONGAN;
import static id.simpul.pegawai.Resource.HUKDIS;
import static id.simpul.pegawai.Resource.JABATAN;
import static id.simpul.pegawai.Resource.PEGAWAI;
import static id.simpul.pegawai.Resource.PENGHARGAAN;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class DecreeRulesTest {

	@ParameterizedTest
	@EnumSource(names = { "GOLONGAN", "JABATAN", "ANGKA_KREDIT" })
	void rejectsDecreeOfTomorrow(Resource resource) {
		judge(pns().last(resource, "tanggalSk", "2026-11-25")).rejects("TGL_MASA_DEPAN", resource, "tanggalSk");
	}

	@Test
	void rejectsEveryOtherDateOfADecreeOfTomorrow() {
		judge(pns().last(GOLONGAN, "tanggalPertek", "2026-11-25")).rejects("TGL_MASA_DEPAN", GOLONGAN, "tanggalPertek");
		judge(pns().last(HUKDIS, "tanggalSkPembatalan", "2026-11-25")).rejects("TGL_MASA_DEPAN", HUKDIS,
				"tanggalSkPembatalan");
		judge(pns().last(HUKDIS, "tanggalSk", "2026-11-25", "tmtHukuman", "2026-12-01", "akhirHukuman", "2027-12-01"))
			.rejects("TGL_MASA_DEPAN", HUKDIS, "tanggalSk");
		judge(pns().last(PENGHARGAAN, "tanggalSk", "2026-11-25", "tahun", "2026")).rejects("TGL_MASA_DEPAN",
				PENGHARGAAN, "tanggalSk");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tglSkCpns", "tglSkPns" })
	void onlyFlagsThemInTheMainData(String field) {
		judge(pns().pegawai(field, "2026-11-25")).warns("TGL_MASA_DEPAN", PEGAWAI, field);
	}

	@Test
	void onlyFlagsTheDecreeAsPnsOfTomorrow() {
		judge(pns().pegawai("tglSkPns", "2026-11-25")).warns("TGL_MASA_DEPAN", PEGAWAI, "tglSkPns");
	}

	@Test
	void takesDecreeOfToday() {
		judge(pns().last(JABATAN, "tanggalSk", "2026-11-24")).isSilentOn("TGL_MASA_DEPAN");
		judge(pns().last(PENGHARGAAN, "tanggalSk", "2026-11-24", "tahun", "2026")).isSilentOn("TGL_MASA_DEPAN",
				"PENGHARGAAN_TAHUN");
	}

	@Test
	void takesDecreeOfTodayForSomethingTomorrow() {
		judge(cpns().another(JABATAN, "nomorSk", "821/X", "tanggalSk", "2026-11-24", "tmtJabatan", "2026-12-01"))
			.isSilentOn("TGL_MASA_DEPAN");
	}

	@Test
	void rejectsHonourOfNextYearAndOfAChild() {
		judge(pns().last(PENGHARGAAN, "tahun", "2027")).rejects("PENGHARGAAN_TAHUN", PENGHARGAAN, "tahun");
		judge(pns().last(PENGHARGAAN, "tahun", "1999")).rejects("PENGHARGAAN_TAHUN", PENGHARGAAN, "tahun");
	}

	@Test
	void onlyFlagsHonourOfAnotherYearThanItsDecree() {
		judge(pns().last(PENGHARGAAN, "tahun", "2019")).warns("PENGHARGAAN_TAHUN", PENGHARGAAN, "tahun");
	}

	@Test
	void takesHonourFromTheAgeOf15() {
		judge(pns().last(PENGHARGAAN, "tahun", "2000", "tanggalSk", "2000-08-17")).isSilentOn("PENGHARGAAN_TAHUN");
	}

	@Test
	void rejectsCreditPointsOfPppk() {
		judge(pppk().add(ANGKA_KREDIT, "nomorSk", "PAK-1", "tanggalSk", "2024-01-20", "bulanMulai", "1", "tahunMulai",
				"2023", "bulanSelesai", "12", "tahunSelesai", "2023", "kreditTotal", "12.5"))
			.rejects("AK_PPPK", ANGKA_KREDIT, null);
	}

	@Test
	void takesCreditPointsOfPns() {
		judge(pns()).isSilentOn("AK_PPPK", "AK_PERIODE");
	}

	@Test
	void rejectsPeriodThatCannotBe() {
		judge(pns().last(ANGKA_KREDIT, "bulanMulai", "0")).rejects("AK_PERIODE", ANGKA_KREDIT, "bulanMulai");
		judge(pns().last(ANGKA_KREDIT, "bulanMulai", "13")).rejects("AK_PERIODE", ANGKA_KREDIT, "bulanMulai");
		judge(pns().last(ANGKA_KREDIT, "bulanSelesai", "13")).rejects("AK_PERIODE", ANGKA_KREDIT, "bulanSelesai");
		judge(pns().last(ANGKA_KREDIT, "bulanSelesai", "0")).rejects("AK_PERIODE", ANGKA_KREDIT, "bulanSelesai");
		judge(pns().last(ANGKA_KREDIT, "bulanMulai", "7", "bulanSelesai", "6")).rejects("AK_PERIODE", ANGKA_KREDIT,
				"bulanSelesai");
		judge(pns().last(ANGKA_KREDIT, "tahunSelesai", "2014")).rejects("AK_PERIODE", ANGKA_KREDIT, "bulanSelesai");
	}

	@Test
	void takesPeriodOfOneMonthAndAcrossAYear() {
		judge(pns().last(ANGKA_KREDIT, "bulanMulai", "12")).isSilentOn("AK_PERIODE");
		judge(pns().last(ANGKA_KREDIT, "bulanMulai", "7", "bulanSelesai", "6", "tahunSelesai", "2016"))
			.isSilentOn("AK_PERIODE");
	}

}
