package id.simpul.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static id.simpul.pegawai.Resource.HUKDIS;
import static id.simpul.pegawai.Resource.KINERJA;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.pns;
import static org.assertj.core.api.Assertions.assertThat;

class HukdisRulesTest {

	@ParameterizedTest
	@CsvSource({ "2, S", "3, B", "4, R", "8, B", "9, S", "14, S", "25, R", "28, S" })
	void rejectsLevelThatIsNotThatOfTheKind(String kind, String level) {
		judge(pns().last(HUKDIS, "jenisHukuman", kind, "tingkatHukuman", level)).rejects("HUKDIS_TINGKAT", HUKDIS,
				"tingkatHukuman");
	}

	@Test
	void rejectsAHeavyReprimand() {
		judge(pns().last(HUKDIS, "jenisHukuman", "1", "tingkatHukuman", "B")).rejects("HUKDIS_TINGKAT", HUKDIS,
				"tingkatHukuman");
	}

	@ParameterizedTest
	@CsvSource({ "1, R", "3, R", "4, S", "8, S", "9, B", "14, B", "22, R", "23, S", "27, B" })
	void takesTheLevelOfTheKind(String kind, String level) {
		judge(pns().last(HUKDIS, "jenisHukuman", kind, "tingkatHukuman", level)).isSilentOn("HUKDIS_TINGKAT");
	}

	@Test
	void takesALightReprimand() {
		judge(pns().last(HUKDIS, "jenisHukuman", "1", "tingkatHukuman", "R")).isSilentOn("HUKDIS_TINGKAT");
	}

	@Test
	void rejectsEndThatIsNotTheTermAfterTheBeginning() {
		judge(pns().last(HUKDIS, "akhirHukuman", "2013-06-02")).rejects("HUKDIS_MASA", HUKDIS, "akhirHukuman");
		judge(pns().last(HUKDIS, "akhirHukuman", "2013-05-30")).rejects("HUKDIS_MASA", HUKDIS, "akhirHukuman");
		judge(pns().last(HUKDIS, "masaTahun", "0", "masaBulan", "9")).rejects("HUKDIS_MASA", HUKDIS, "akhirHukuman");
		judge(pns().last(HUKDIS, "masaTahun", null, "masaBulan", null, "akhirHukuman", "2012-05-31"))
			.rejects("HUKDIS_MASA", HUKDIS, "akhirHukuman");
	}

	@Test
	void onlyFlagsDecreeOfMoreThanThreeWeeksLater() {
		judge(pns().last(HUKDIS, "tanggalSk", "2012-06-23")).warns("HUKDIS_MASA", HUKDIS, "tanggalSk");
	}

	@Test
	void countsTheLastDayInOrOut() {
		judge(pns().last(HUKDIS, "akhirHukuman", "2013-06-01")).isSilentOn("HUKDIS_MASA");
		judge(pns().last(HUKDIS, "akhirHukuman", "2013-05-31")).isSilentOn("HUKDIS_MASA");
		judge(pns().last(HUKDIS, "masaTahun", "0", "masaBulan", "12")).isSilentOn("HUKDIS_MASA");
		judge(pns().last(HUKDIS, "masaTahun", null, "masaBulan", "6", "akhirHukuman", "2012-12-01"))
			.isSilentOn("HUKDIS_MASA");
		judge(pns().last(HUKDIS, "tanggalSk", "2012-06-22")).isSilentOn("HUKDIS_MASA");
	}

	@Test
	void takesATermOfWhichNobodyStatesTheEnd() {
		judge(pns().last(HUKDIS, "akhirHukuman", null)).isSilentOn("HUKDIS_MASA");
		judge(pns().last(HUKDIS, "masaTahun", null, "masaBulan", null)).isSilentOn("HUKDIS_MASA");
	}

	@Test
	void flagsVeryGoodInAYearWithASanction() {
		judge(pns().last(KINERJA, "predikat", "1", "hasilKerja", "1", "perilakuKerja", "1")
			.last(HUKDIS, "tanggalSk", "2025-01-02", "tmtHukuman", "2025-01-20", "akhirHukuman", "2026-01-20"))
			.warns("HUKDIS_SKP", KINERJA, "predikat");
	}

	@Test
	void takesGoodInThatYearVeryGoodInAnotherAndAfterARevocation() {
		String[] of2025 = { "tanggalSk", "2025-01-02", "tmtHukuman", "2025-01-20", "akhirHukuman", "2026-01-20" };
		String[] veryGood = { "predikat", "1", "hasilKerja", "1", "perilakuKerja", "1" };
		judge(pns().last(HUKDIS, of2025)).isSilentOn("HUKDIS_SKP");
		judge(pns().last(KINERJA, veryGood)).isSilentOn("HUKDIS_SKP");
		judge(pns().last(KINERJA, veryGood)
			.last(HUKDIS, of2025)
			.last(HUKDIS, "nomorSkPembatalan", "862/2", "tanggalSkPembatalan", "2025-09-01")).isSilentOn("HUKDIS_SKP");
	}

	/** Nothing in a province is more sensitive. */
	@Test
	void saysNothingOfTheKindOfSanction() {
		JudgedPerson person = judge(pns().last(HUKDIS, "tingkatHukuman", "B", "akhirHukuman", "2014-01-01")).judged();
		assertThat(person.findings()).hasSize(2).allSatisfy((finding) -> assertThat(finding.args()).isEmpty());
	}

}
