package id.simpul.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static id.simpul.pegawai.Resource.JABATAN;
import static id.simpul.pegawai.Resource.PEGAWAI;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class JabatanRulesTest {

	@Test
	void rejectsPostBeforeTheFirstDay() {
		judge(pns().first(JABATAN, "tmtJabatan", "2009-12-31")).rejects("JAB_TMT", JABATAN, "tmtJabatan");
		judge(pns().pegawai("tmtCpns", null).first(JABATAN, "tmtJabatan", "2009-12-31")).rejects("JAB_TMT", JABATAN,
				"tmtJabatan");
	}

	@Test
	void takesPostOfTheFirstDayAndAnyOfPppk() {
		judge(pns()).isSilentOn("JAB_TMT", "JAB_ESELON", "JAB_UNOR_KOSONG", "JAB_ID_KOSONG", "JAB_BUP");
		judge(pppk().pegawai("tmtKontrak", "2024-03-01")).isSilentOn("JAB_TMT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "00", "99" })
	void rejectsStructuralPostWithoutEselon(String eselon) {
		judge(pns().last(JABATAN, "eselon", eselon)).rejects("JAB_ESELON", JABATAN, "eselon");
	}

	@Test
	void rejectsEselonOfPostsThatHaveNone() {
		judge(pns().last(JABATAN, "eselon", null)).rejects("JAB_ESELON", JABATAN, "eselon");
		judge(cpns().last(JABATAN, "eselon", "42")).rejects("JAB_ESELON", JABATAN, "eselon");
		judge(paruhWaktu().last(JABATAN, "eselon", "52")).rejects("JAB_ESELON", JABATAN, "eselon");
		judge(paruhWaktu().last(JABATAN, "jenjang", "TR")).rejects("JAB_ESELON", JABATAN, "jenjang");
	}

	@Test
	void onlyFlagsFunctionalPostWithoutJenjang() {
		judge(cpns().last(JABATAN, "jenjang", null)).warns("JAB_ESELON", JABATAN, "jenjang");
	}

	@Test
	void takesTheCodesForNoEselonAndBothInARangkap() {
		judge(cpns().last(JABATAN, "eselon", "00")).isSilentOn("JAB_ESELON");
		judge(paruhWaktu().last(JABATAN, "eselon", "99")).isSilentOn("JAB_ESELON");
		judge(cpns().last(JABATAN, "jenisJabatan", "3", "eselon", "22")).isSilentOn("JAB_ESELON");
	}

	@Test
	void flagsPostInAUnitTheRegistryDoesNotKnow() {
		judge(cpns().last(JABATAN, "unorId", null)).warns("JAB_UNOR_KOSONG", JABATAN, "unorId");
		judge(cpns().last(JABATAN, "unorId", null, "namaUnor", "Bagian Umum")).warns("JAB_UNOR_KOSONG", JABATAN,
				"unorId");
	}

	@Test
	void flagsPppkInAStructuralPost() {
		judge(pppk().post("jenisJabatan", "1", "eselon", "42")).warns("PPPK_STRUKTURAL", JABATAN, "jenisJabatan");
	}

	@Test
	void takesPppkInOtherPostsAndPnsInStructuralOnes() {
		judge(paruhWaktu()).isSilentOn("PPPK_STRUKTURAL");
		judge(pns()).isSilentOn("PPPK_STRUKTURAL");
	}

	@Test
	void rejectsBothOfTwoPostsInFullOnOneDay() {
		judge(pns().another(JABATAN, "nomorSk", "821/X")).rejects("JAB_GANDA", JABATAN, "tmtJabatan", 2);
		judge(pns().another(JABATAN, "nomorSk", "821/X", "jenisPenugasan", "PLT")
			.another(JABATAN, "nomorSk", "821/Y", "jenisPenugasan", null))
			.rejects("JAB_GANDA", JABATAN, "tmtJabatan", 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PLT", "PLH", "PJ", "TT" })
	void takesAPostBesideTheOneInFull(String assignment) {
		judge(pns().another(JABATAN, "nomorSk", "821/X", "jenisPenugasan", assignment)).isSilentOn("JAB_GANDA");
	}

	@Test
	void takesRangkapBesideTheOneInFullAndThePostOfTheNextDay() {
		judge(pns().another(JABATAN, "nomorSk", "821/X", "jenisJabatan", "3")).beside("JAB_ID_KOSONG")
			.isSilentOn("JAB_GANDA");
		judge(pns().another(JABATAN, "nomorSk", "821/X", "tmtJabatan", "2019-01-08")).isSilentOn("JAB_GANDA");
	}

	@Test
	void flagsPresentPostTheRegistryDoesNotKnow() {
		judge(cpns().last(JABATAN, "jabatanId", null)).warns("JAB_ID_KOSONG", JABATAN, "jabatanId");
		judge(paruhWaktu().last(JABATAN, "jabatanId", null)).warns("JAB_ID_KOSONG", JABATAN, "jabatanId");
	}

	@Test
	void doesNotAskFormerPostsForTheirId() {
		judge(pns().first(JABATAN, "jabatanId", null)).isSilentOn("JAB_ID_KOSONG");
		judge(cpns().another(JABATAN, "nomorSk", "821/X", "tmtJabatan", "2026-12-01", "jabatanId", null))
			.isSilentOn("JAB_ID_KOSONG");
	}

	/** Born in November: the post ends with the month, the day after is past it. */
	@ParameterizedTest
	@CsvSource({ "4,,, 1968-10-31", "1, 42,, 1968-10-31", "1, 32,, 1968-10-31", "1, 22,, 1966-10-31",
			"1, 11,, 1966-10-31", "2,, PT, 1966-10-31", "2,, TR, 1966-10-31", "2,, MA, 1961-10-31",
			"2,, UT, 1956-10-31" })
	void rejectsPostPastTheHighestAgeOfItsKind(String kind, String eselon, String jenjang, String born) {
		judge(old(born).post("jenisJabatan", kind, "eselon", eselon, "jenjang", jenjang)).rejects("JAB_BUP", JABATAN,
				"jenisJabatan");
	}

	@Test
	void rejectsPelaksanaOf58() {
		judge(old("1968-10-31").post("jenisJabatan", "4")).rejects("JAB_BUP", JABATAN, "jenisJabatan");
	}

	@ParameterizedTest
	@CsvSource({ "4,,, 1968-11-01", "1, 42,, 1969-10-31", "1, 22,, 1967-10-31", "2,, PT, 1969-10-31",
			"2,, PT, 1966-11-01", "2,, MA, 1967-10-31", "2,, MA, 1961-11-01", "2,, UT, 1962-10-31",
			"2,, UT, 1956-11-01" })
	void flagsPostInItsLastYearAndBetweenTheUsualAndTheHighestAge(String kind, String eselon, String jenjang,
			String born) {
		judge(old(born).post("jenisJabatan", kind, "eselon", eselon, "jenjang", jenjang)).warns("JAB_BUP", JABATAN,
				"jenisJabatan");
	}

	@Test
	void flagsPelaksanaTwelveMonthsBefore() {
		judge(old("1969-10-31").post("jenisJabatan", "4")).warns("JAB_BUP", JABATAN, "jenisJabatan");
	}

	@ParameterizedTest
	@CsvSource({ "4,,, 1969-11-01", "1, 42,, 1969-11-01", "1, 22,, 1967-11-01", "2,, PT, 1969-11-01",
			"2,, MA, 1967-11-01", "2,, UT, 1962-11-01" })
	void takesPostThatLastsLongerThanAYear(String kind, String eselon, String jenjang, String born) {
		judge(old(born).post("jenisJabatan", kind, "eselon", eselon, "jenjang", jenjang)).isSilentOn("JAB_BUP");
	}

	@Test
	void doesNotAskHowOldSomebodyIsWhoServesNoLonger() {
		judge(old("1950-01-01").pegawai("kedudukanHukum", "99").post("jenisJabatan", "4")).isSilentOn("JAB_BUP");
	}

	/** Came in at 25, as most do. */
	private static Orang old(String born) {
		int year = Integer.parseInt(born.substring(0, 4));
		String first = (year + 25) + "-01-01";
		Orang person = pns().born(born);
		String nip = person.text(PEGAWAI, "nip");
		return person
			.pegawai("nip", nip.substring(0, 8) + (year + 25) + "01" + nip.substring(14), "tmtCpns", first, "tmtPns",
					(year + 26) + "-02-01")
			.educated("40 " + (year + 24))
			.ranks("31 " + first + " 211");
	}

}
