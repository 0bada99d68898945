package id.simpul.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static id.simpul.pegawai.Resource.GOLONGAN;
import static id.simpul.pegawai.Resource.HUKDIS;
import static id.simpul.pegawai.Resource.PENDIDIKAN;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class GolonganRulesTest {

	@Test
	void rejectsRankOfTheOtherScale() {
		judge(pppk().ranks("31 2023-03-01")).rejects("GOL_SKEMA", GOLONGAN, "golongan");
		judge(paruhWaktu().another(GOLONGAN, "golongan", "21", "nomorSk", "823/X")).rejects("GOL_SKEMA", GOLONGAN,
				"golongan");
		judge(pns().another(GOLONGAN, "golongan", "P9", "tmtGolongan", "2022-04-01")).rejects("GOL_SKEMA", GOLONGAN,
				"golongan");
		judge(pns().another(GOLONGAN, "golongan", "P9", "tmtGolongan", "2010-01-01")).rejects("GOL_SKEMA", GOLONGAN,
				"golongan");
	}

	@Test
	void keepsTheRankOfAnEarlierAgreement() {
		judge(pns().ranks("P9 2009-12-01", "31 2010-01-01 211")).isSilentOn("GOL_SKEMA");
	}

	@Test
	void rejectsPnsRankThatDoesNotBeginWithAMonth() {
		judge(pns().ranks("31 2010-01-01 211", "32 2014-04-02 101")).rejects("GOL_TMT", GOLONGAN, "tmtGolongan");
	}

	@Test
	void rejectsPnsRankBeforeTheFirstDay() {
		judge(pns().ranks("31 2009-12-01 211")).rejects("GOL_TMT", GOLONGAN, "tmtGolongan");
	}

	@Test
	void takesRankOfTheFirstDay() {
		judge(pns().ranks("31 2010-01-01 211")).isSilentOn("GOL_TMT", "GOL_URUT", "GOL_PENDIDIKAN");
	}

	@Test
	void onlyFlagsPppkRankWithinAMonth() {
		judge(pppk().ranks("P9 2023-03-15")).warns("GOL_TMT", GOLONGAN, "tmtGolongan");
	}

	@Test
	void onlyFlagsPromotionOutsideOfItsPeriods() {
		judge(pns().ranks("31 2010-01-01 211", "32 2014-03-01 101")).warns("GOL_TMT", GOLONGAN, "tmtGolongan");
		judge(pns().ranks("31 2010-01-01 211", "32 2022-12-01 202")).warns("GOL_TMT", GOLONGAN, "tmtGolongan");
	}

	@Test
	void takesPromotionWithinItsPeriods() {
		judge(pns().ranks("31 2010-01-01 211", "32 2014-10-01 101")).isSilentOn("GOL_TMT");
		judge(pns().ranks("31 2010-01-01 211", "32 2024-06-01 101")).isSilentOn("GOL_TMT");
		judge(pns().ranks("31 2010-01-01 211", "32 2025-11-01 101")).isSilentOn("GOL_TMT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "31 2010-01-01 211, 33 2014-04-01 101", "32 2010-01-01 211, 31 2014-04-01 101",
			"31 2010-01-01 211, 31 2014-04-01 101", "24 2010-01-01 211, 32 2014-04-01 202",
			"31 2010-01-01 211, 41 2014-04-01" })
	void rejectsRankThatDoesNotRiseByOneStep(String ranks) {
		judge(pns().educated("45 2008").ranks(ranks.split(", "))).rejects("GOL_URUT", GOLONGAN, "golongan");
	}

	@Test
	void rejectsBothRanksOfOneDay() {
		judge(pns().ranks("31 2010-01-01 211", "32 2014-04-01 101", "33 2014-04-01 101")).rejects("GOL_URUT", GOLONGAN,
				"golongan", 2);
	}

	@Test
	void rejectsOnlyTheLeapWhenTheNextRankFitsTheOneBefore() {
		Orang person = pns().ranks("31 2010-01-01 211", "41 2014-04-01 101", "32 2018-04-01 101");
		judge(person).rejects("GOL_URUT", GOLONGAN, "golongan");
	}

	@Test
	void rejectsOnlyTheRankAfterTheMissingOne() {
		judge(pns().ranks("31 2010-01-01 211", "33 2014-04-01 101", "34 2018-04-01 101")).rejects("GOL_URUT", GOLONGAN,
				"golongan");
	}

	@Test
	void takesTheStepFromOneRomanNumberToTheNext() {
		judge(pns().educated("30 2008").ranks("24 2014-04-01 101", "31 2018-04-01 101")).isSilentOn("GOL_URUT");
		judge(pns().ranks("31 2010-01-01 211", "32 2014-04-01 101", "33 2018-04-01 101", "34 2021-10-01 101",
				"41 2025-02-01 101"))
			.isSilentOn("GOL_URUT");
	}

	@Test
	void takesTheLeapToTheRankOfACertificate() {
		judge(pns().educated("15 2003", "40 2013").ranks("21 2010-01-01 211", "31 2014-04-01 203"))
			.isSilentOn("GOL_URUT");
	}

	@Test
	void takesTheSameRankOnBecomingPnsOnly() {
		judge(pns().ranks("31 2010-01-01 211", "31 2011-02-01")).isSilentOn("GOL_URUT");
		judge(pns().ranks("31 2010-01-01 211", "31 2011-03-01")).rejects("GOL_URUT", GOLONGAN, "golongan");
	}

	@Test
	void takesALowerRankAsASanctionOnly() {
		Orang lowered = pns().ranks("32 2010-01-01", "31 2012-06-01").educated("45 2008");
		judge(lowered).isSilentOn("GOL_URUT");
		judge(lowered.first(HUKDIS, "tmtHukuman", "2012-07-01", "akhirHukuman", "2013-07-01")).rejects("GOL_URUT",
				GOLONGAN, "golongan");
	}

	@Test
	void doesNotComparePppkRanks() {
		judge(pppk().educated("45 2013").ranks("P9 2023-03-01", "P10 2024-03-01", "P9 2025-03-01"))
			.isSilentOn("GOL_URUT");
	}

	@ParameterizedTest
	@CsvSource({ "05, 12", "10, 14", "12, 14", "15, 22", "17, 22", "18, 22", "20, 22", "25, 23", "30, 24", "35, 32",
			"40, 32", "42, 33", "45, 33", "50, 34" })
	void flagsPnsWhoEnterAboveTheirEducation(String level, String rank) {
		judge(pns().educated(level + " 2008").ranks(rank + " 2010-01-01 211").pegawai("gelarDepan", "Dr."))
			.warns("GOL_PENDIDIKAN", GOLONGAN, "golongan");
	}

	@ParameterizedTest
	@CsvSource({ "05, 11", "10, 13", "12, 13", "15, 21", "17, 21", "18, 21", "20, 21", "25, 22", "30, 23", "35, 31",
			"40, 31", "42, 32", "45, 32", "50, 33" })
	void takesPnsWhoEnterWithTheRankOfTheirEducation(String level, String rank) {
		judge(pns().educated(level + " 2008").ranks(rank + " 2010-01-01 211")).isSilentOn("GOL_PENDIDIKAN");
	}

	@ParameterizedTest
	@CsvSource({ "05, 1", "10, 4", "15, 5", "20, 5", "25, 6", "30, 7", "35, 9", "40, 9", "42, 10", "45, 10", "50, 11" })
	void comparesPppkWithTheirOwnScale(String level, int step) {
		judge(pppk().educated(level + " 2013").ranks("P" + step + " 2023-03-01")).isSilentOn("GOL_PENDIDIKAN");
		judge(pppk().educated(level + " 2013").ranks("P" + (step + 1) + " 2023-03-01")).warns("GOL_PENDIDIKAN",
				GOLONGAN, "golongan");
	}

	@Test
	void countsWhatSomebodyWasAppointedWith() {
		judge(cpns().educated("15 2019", "40 2026")).isSilentOn("GOL_PENDIDIKAN");
		judge(cpns().educated("15 2019", "40 2023").first(PENDIDIKAN, "pendidikanPertama", "true"))
			.warns("GOL_PENDIDIKAN", GOLONGAN, "golongan");
	}

	@Test
	void doesNotJudgeARankThatMayNotBeTheFirst() {
		judge(pns().educated("15 2003").pegawai("gelarBelakang", null).ranks("32 2014-04-01 101"))
			.isSilentOn("GOL_PENDIDIKAN");
	}

}
