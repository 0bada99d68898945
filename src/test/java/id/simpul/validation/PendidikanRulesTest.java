package id.simpul.validation;

import org.junit.jupiter.api.Test;

import static id.simpul.pegawai.Resource.PEGAWAI;
import static id.simpul.pegawai.Resource.PENDIDIKAN;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;

class PendidikanRulesTest {

	@Test
	void rejectsGraduationBeforeTheAgeOfTenAndNextYear() {
		judge(pns().first(PENDIDIKAN, "tahunLulus", "1994", "tanggalLulus", null)).rejects("DIDIK_LEVEL", PENDIDIKAN,
				"tahunLulus");
		judge(cpns().another(PENDIDIKAN, "tahunLulus", "2027")).rejects("DIDIK_LEVEL", PENDIDIKAN, "tahunLulus");
	}

	@Test
	void takesGraduationInTheYearOfTheTenthBirthdayAndThisYear() {
		judge(pns().first(PENDIDIKAN, "tahunLulus", "1995", "tanggalLulus", null)).isSilentOn("DIDIK_LEVEL");
		judge(cpns().another(PENDIDIKAN, "tahunLulus", "2026")).isSilentOn("DIDIK_LEVEL");
	}

	@Test
	void flagsYearThatIsNotThatOfTheDate() {
		judge(pns().first(PENDIDIKAN, "tanggalLulus", "2004-01-01")).warns("DIDIK_TANGGAL", PENDIDIKAN, "tanggalLulus");
	}

	@Test
	void takesAnyDayOfTheYear() {
		judge(pns().first(PENDIDIKAN, "tanggalLulus", "2003-12-31")).isSilentOn("DIDIK_TANGGAL");
		judge(pns().first(PENDIDIKAN, "tanggalLulus", null)).isSilentOn("DIDIK_TANGGAL");
	}

	@Test
	void flagsNewestCertificateBelowTheHighest() {
		judge(pns().educated("15 2003", "40 2008", "30 2020")).warns("DIDIK_TURUN", PENDIDIKAN, "tingkatPendidikan");
		judge(pns().educated("15 2003", "35 2008", "30 2009")).warns("DIDIK_TURUN", PENDIDIKAN, "tingkatPendidikan");
	}

	@Test
	void takesDiplomaIvAfterSarjanaForTheSame() {
		judge(pns().educated("40 2008", "35 2012")).isSilentOn("DIDIK_TURUN");
		judge(pns().educated("40 2008", "30 2008")).isSilentOn("DIDIK_TURUN");
	}

	@Test
	void doesNotCompareWithACertificateThatIsRejected() {
		judge(cpns().another(PENDIDIKAN, "tingkatPendidikan", "50", "tahunLulus", "1990")).rejects("DIDIK_LEVEL",
				PENDIDIKAN, "tahunLulus");
	}

	@Test
	void flagsSomebodyWithoutEducation() {
		judge(paruhWaktu().without(PENDIDIKAN)).misses("DIDIK_KOSONG", PENDIDIKAN);
	}

	@Test
	void takesASingleCertificate() {
		judge(paruhWaktu().educated("05 2000").ranks("P1 2025-12-01")).isSilentOn("DIDIK_KOSONG", "GELAR_KOSONG");
	}

	@Test
	void tellsThatATitleIsMissing() {
		judge(pns().pegawai("gelarBelakang", null)).informs("GELAR_KOSONG", PEGAWAI, "gelarBelakang");
		judge(pns().educated("35 2008").pegawai("gelarBelakang", null)).informs("GELAR_KOSONG", PEGAWAI,
				"gelarBelakang");
	}

	@Test
	void takesEitherTitleAndNoneBelowSarjana() {
		judge(pns().pegawai("gelarBelakang", null, "gelarDepan", "Drs.")).isSilentOn("GELAR_KOSONG");
		judge(pns().educated("30 2008").ranks("23 2010-01-01 211").pegawai("gelarBelakang", null))
			.isSilentOn("GELAR_KOSONG");
	}

}
