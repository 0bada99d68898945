package id.simpul.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static id.simpul.pegawai.Resource.KINERJA;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class KinerjaRulesTest {

	@Test
	void rejectsAppraisalWithoutARegime() {
		judge(pns().first(KINERJA, "basis", null)).rejects("SKP_TANPA_DASAR", KINERJA, "basis");
	}

	@Test
	void rejectsAppraisalThatSaysNothing() {
		judge(pns().first(KINERJA, "nilai", null)).rejects("SKP_TANPA_DASAR", KINERJA, "predikat");
		judge(paruhWaktu().last(KINERJA, "predikat", null)).rejects("SKP_TANPA_DASAR", KINERJA, "predikat");
		judge(paruhWaktu().last(KINERJA, "predikat", null, "hasilKerja", "2")).rejects("SKP_TANPA_DASAR", KINERJA,
				"predikat");
		judge(paruhWaktu().last(KINERJA, "predikat", null, "nilai", "90")).rejects("SKP_TANPA_DASAR", KINERJA,
				"predikat");
	}

	@Test
	void takesAPredicateOrBothRatings() {
		judge(paruhWaktu().last(KINERJA, "predikat", null, "hasilKerja", "2", "perilakuKerja", "3"))
			.isSilentOn("SKP_TANPA_DASAR");
		judge(pns().first(KINERJA, "nilai", null, "predikat", "2")).isSilentOn("SKP_TANPA_DASAR");
	}

	@Test
	void rejectsFigureBeyondTheRangeOfItsRegime() {
		judge(pns().first(KINERJA, "nilai", "100.01")).rejects("SKP_RENTANG", KINERJA, "nilai");
		judge(pns().without(KINERJA)
			.add(KINERJA, "tahun", "2021", "periode", "SEMESTER2", "basis", "PP30", "nilai", "120.01")
			.add(KINERJA, "tahun", "2025", "periode", "TAHUN", "basis", "PERMENPAN6", "predikat", "2"))
			.rejects("SKP_RENTANG", KINERJA, "nilai");
		judge(pns().first(KINERJA, "nilai", "-0.01")).rejects("SKP_RENTANG", KINERJA, "nilai");
	}

	@Test
	void takesTheHighestFigureOfEachRegime() {
		judge(pns().first(KINERJA, "nilai", "100.00")).isSilentOn("SKP_RENTANG");
		judge(pns().without(KINERJA)
			.add(KINERJA, "tahun", "2021", "periode", "SEMESTER2", "basis", "PP30", "nilai", "120")
			.add(KINERJA, "tahun", "2025", "periode", "TAHUN", "basis", "PERMENPAN6", "predikat", "2"))
			.isSilentOn("SKP_RENTANG");
		judge(pns().first(KINERJA, "nilai", "0")).isSilentOn("SKP_RENTANG");
	}

	/** PermenPANRB 6/2022: results in rows, conduct in columns. */
	@ParameterizedTest
	@CsvSource({ "1, 1, 1", "1, 2, 2", "1, 3, 4", "2, 1, 2", "2, 2, 2", "2, 3, 4", "3, 1, 3", "3, 2, 3", "3, 3, 5" })
	void takesOnlyThePredicateOfBothRatings(String results, String conduct, String due) {
		for (String stated : new String[] { "1", "2", "3", "4", "5" }) {
			Judgement judgement = judge(
					pppk().last(KINERJA, "hasilKerja", results, "perilakuKerja", conduct, "predikat", stated));
			if (stated.equals(due)) {
				judgement.isSilentOn("SKP_KUADRAN");
			}
			else if (due.equals("4") && stated.equals("3")) {
				judgement.warns("SKP_KUADRAN", KINERJA, "predikat");
			}
			else {
				judgement.rejects("SKP_KUADRAN", KINERJA, "predikat");
			}
		}
	}

	@Test
	void rejectsVeryGoodForWhatWasAsExpected() {
		judge(pppk().last(KINERJA, "hasilKerja", "2", "perilakuKerja", "2")).rejects("SKP_KUADRAN", KINERJA,
				"predikat");
	}

	@Test
	void onlyFlagsWhereSourcesDisagree() {
		judge(pppk().last(KINERJA, "hasilKerja", "2", "perilakuKerja", "3", "predikat", "3")).warns("SKP_KUADRAN",
				KINERJA, "predikat");
	}

	@Test
	void takesVeryGoodForWhatWasBetterThanExpected() {
		judge(pppk()).isSilentOn("SKP_KUADRAN", "SKP_BASIS_TAHUN");
		judge(pppk().last(KINERJA, "perilakuKerja", null)).isSilentOn("SKP_KUADRAN");
	}

	@ParameterizedTest
	@CsvSource({ "2020, TAHUN, PP30", "2020, TAHUN, PERMENPAN6", "2021, SEMESTER1, PP30", "2021, SEMESTER2, PP46",
			"2021, TAHUN, PERMENPAN6", "2022, TAHUN, PP30", "2022, TAHUN, PP46" })
	void rejectsRegimeThatWasNotInForce(String year, String period, String regime) {
		judge(appraised(year, period, regime)).rejects("SKP_BASIS_TAHUN", KINERJA, "basis");
	}

	@Test
	void rejectsTheRegimeBeforeTheLast() {
		judge(appraised("2022", "TAHUN", "PP30")).rejects("SKP_BASIS_TAHUN", KINERJA, "basis");
	}

	@Test
	void onlyFlagsOneFigureForTheWholeOf2021() {
		judge(appraised("2021", "TAHUN", "PP46")).warns("SKP_BASIS_TAHUN", KINERJA, "basis");
		judge(appraised("2021", "TAHUN", "PP30")).warns("SKP_BASIS_TAHUN", KINERJA, "basis");
	}

	@Test
	void takesEveryRegimeInItsTime() {
		judge(appraised("2020", "TAHUN", "PP46")).isSilentOn("SKP_BASIS_TAHUN");
		judge(appraised("2021", "SEMESTER1", "PP46")).isSilentOn("SKP_BASIS_TAHUN");
		judge(appraised("2021", "SEMESTER2", "PP30")).isSilentOn("SKP_BASIS_TAHUN");
		judge(appraised("2022", "TAHUN", "PERMENPAN6")).isSilentOn("SKP_BASIS_TAHUN");
	}

	@Test
	void flagsWhoAssessesThemselves() {
		judge(pns().last(KINERJA, "nipPenilai", "198503122010011001")).warns("SKP_PENILAI", KINERJA, "nipPenilai");
	}

	@Test
	void flagsAssessorWithoutANumberOfAsn() {
		judge(pns().last(KINERJA, "nipPenilai", "19700101199503100")).warns("SKP_PENILAI", KINERJA, "nipPenilai");
		judge(pns().last(KINERJA, "nipPenilai", "19700101 19950310 1")).warns("SKP_PENILAI", KINERJA, "nipPenilai");
	}

	@Test
	void takesAnyNumberOfAnAssessorWhoIsNoAsn() {
		judge(pns()).isSilentOn("SKP_PENILAI");
		judge(pns().last(KINERJA, "statusPenilai", "NON ASN", "nipPenilai", "NRP 5501")).isSilentOn("SKP_PENILAI");
		judge(pns().last(KINERJA, "nipPenilai", null)).isSilentOn("SKP_PENILAI");
	}

	@Test
	void flagsSomebodyWithoutAnAppraisalOfLastYear() {
		judge(pppk().last(KINERJA, "tahun", "2024")).misses("SKP_KOSONG", KINERJA);
		judge(paruhWaktu().without(KINERJA)).misses("SKP_KOSONG", KINERJA);
	}

	@Test
	void doesNotAskWhoWasAppointedThisYear() {
		judge(cpns()).isSilentOn("SKP_KOSONG");
	}

	private static Orang appraised(String year, String period, String regime) {
		return paruhWaktu().add(KINERJA, "tahun", year, "periode", period, "basis", regime, "nilai", "90", "predikat",
				"2");
	}

}
