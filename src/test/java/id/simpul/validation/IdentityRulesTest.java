package id.simpul.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static id.simpul.pegawai.Resource.PEGAWAI;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class IdentityRulesTest {

	@ParameterizedTest
	@ValueSource(strings = { "198502302010011001", "198503122010131001", "198503122010001001", "198503122010201001",
			"198503122010013001", "198503122010011000", "188503122010011001", "198503121885011001" })
	void rejectsEighteenDigitsThatAreNoNip(String nip) {
		judge(pns().pegawai("nip", nip)).rejectsThePerson("NIP_FORMAT", "nip");
	}

	@Test
	void rejectsNipWhoseDateIsNoDate() {
		judge(pns().pegawai("nip", "198502302010011001")).rejectsThePerson("NIP_FORMAT", "nip");
	}

	@Test
	void takesTheFirstSerialAndTheFirstAgreement() {
		judge(pns().pegawai("nip", "198503122010011001")).isSilentOn("NIP_FORMAT");
		judge(pppk().pegawai("nip", "199008172023211001")).isSilentOn("NIP_FORMAT", "NIP_JENISASN");
	}

	@Test
	void rejectsNipOfAnotherDayOfBirth() {
		judge(pns().pegawai("nip", "198503132010011001")).rejectsThePerson("NIP_TGLLAHIR", "tglLahir");
		judge(pns().pegawai("tglLahir", "1985-04-12")).beside("NIK_TGLLAHIR")
			.rejectsThePerson("NIP_TGLLAHIR", "tglLahir");
	}

	@Test
	void takesNipOfTheDayOfBirth() {
		judge(pns().born("1985-03-13")).isSilentOn("NIP_TGLLAHIR", "NIK_TGLLAHIR");
	}

	@Test
	void rejectsNipOfTheOtherSex() {
		judge(pns().pegawai("nip", "198503122010012001")).rejectsThePerson("NIP_JK", "jenisKelamin");
		judge(cpns().pegawai("nip", "200105202026031002")).rejectsThePerson("NIP_JK", "jenisKelamin");
	}

	@Test
	void takesNipOfTheSameSex() {
		judge(pns()).isSilentOn("NIP_JK", "NIK_JK");
		judge(cpns()).isSilentOn("NIP_JK", "NIK_JK");
	}

	@Test
	void rejectsPppkWithTheNumberOfPnsAndTheOtherWayRound() {
		judge(pppk().pegawai("nip", "199008172023031003")).rejectsThePerson("NIP_JENISASN", "jenisAsn");
		judge(pns().pegawai("nip", "198503122010211001")).rejectsThePerson("NIP_JENISASN", "jenisAsn");
	}

	@Test
	void onlyFlagsPartTimersWithTheNumberOfPns() {
		judge(paruhWaktu().pegawai("nip", "198811022025122004")).warns("NIP_JENISASN", PEGAWAI, "jenisAsn");
	}

	@Test
	void takesPnsAppointedInDecemberAndPppkOfALaterAgreement() {
		judge(pns().pegawai("nip", "198503122009121001", "tmtCpns", "2009-12-01")).isSilentOn("NIP_JENISASN",
				"NIP_TMTCPNS");
		judge(pppk().pegawai("nip", "199008172023221003")).isSilentOn("NIP_JENISASN");
	}

	@Test
	void rejectsNipOfAnotherMonthOfAppointment() {
		judge(pns().pegawai("tmtCpns", "2009-12-01")).rejectsThePerson("NIP_TMTCPNS", "tmtCpns");
		judge(cpns().pegawai("nip", "200105202025032002")).beside("SKP_KOSONG")
			.rejectsThePerson("NIP_TMTCPNS", "tmtCpns");
	}

	@Test
	void takesAnAppointmentThatIsNotStated() {
		judge(pns().pegawai("tmtCpns", null)).isSilentOn("NIP_TMTCPNS");
	}

	@Test
	void flagsAgreementOlderThanItsNumber() {
		judge(pppk().pegawai("tmtKontrak", "2022-12-31")).warns("NIP_TAHUN_PPPK", PEGAWAI, "tmtKontrak");
	}

	@Test
	void takesAgreementOfTheSameYearAndItsRenewal() {
		judge(pppk().pegawai("tmtKontrak", "2023-01-01")).isSilentOn("NIP_TAHUN_PPPK");
		judge(pppk().pegawai("tmtKontrak", "2026-03-01")).isSilentOn("NIP_TAHUN_PPPK");
	}

	@Test
	void flagsAppointmentBefore18AndFrom41() {
		judge(pns().born("1992-01-02")).warns("NIP_USIA_MASUK", PEGAWAI, "tmtCpns");
		judge(pns().born("1969-01-01").post("jenisJabatan", "1", "eselon", "22")).warns("NIP_USIA_MASUK", PEGAWAI,
				"tmtCpns");
	}

	@Test
	void takesAppointmentOnThe18thBirthdayAndOnTheLastDayOf40() {
		judge(pns().born("1992-01-01").educated("15 2009").ranks("21 2010-01-01 211", "21 2011-02-01"))
			.isSilentOn("NIP_USIA_MASUK");
		judge(pns().born("1969-01-02").post("jenisJabatan", "1", "eselon", "22")).isSilentOn("NIP_USIA_MASUK");
	}

	/** Appointed in 2023, to a post that ends at 58; no longer in service. */
	@Test
	void flagsPppkAppointedLaterThanAYearBeforeRetirement() {
		judge(former(pppk().born("1964-12-31"))).warns("NIP_USIA_MASUK", PEGAWAI, "nip");
	}

	@Test
	void flagsPppkAppointedAsAChild() {
		judge(pppk().born("2006-01-01").educated("15 2022").ranks("P5 2023-03-01")).warns("NIP_USIA_MASUK", PEGAWAI,
				"nip");
	}

	@Test
	void takesPppkWhoMayHaveBeenOfTheRightAgeThatYear() {
		judge(former(pppk().born("1965-01-01"))).isSilentOn("NIP_USIA_MASUK");
		judge(pppk().born("2005-12-31").educated("15 2023").ranks("P5 2023-03-01")).isSilentOn("NIP_USIA_MASUK");
	}

	private static Orang former(Orang person) {
		return person.pegawai("kedudukanHukum", "72", "akhirKontrak", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1671013203850003", "1671010003850003", "1671014003850003", "1671017203850003",
			"1671011200850003", "1671011213850003", "1671011203850000", "0071011203850003", "2071011203850003" })
	void rejectsSixteenDigitsThatAreNoNik(String nik) {
		judge(pns().pegawai("nik", nik)).rejectsThePerson("NIK_FORMAT", "nik");
	}

	@Test
	void rejectsNikOfAProvinceThatDoesNotExist() {
		judge(pns().pegawai("nik", "2071011203850003")).rejectsThePerson("NIK_FORMAT", "nik");
	}

	@Test
	void takesNikOfAnyProvinceAndNone() {
		judge(pns().pegawai("nik", "9671011203850001")).isSilentOn("NIK_FORMAT");
		judge(pns().pegawai("nik", null)).isSilentOn("NIK_FORMAT", "NIK_TGLLAHIR", "NIK_JK");
		judge(cpns().born("2001-05-31")).isSilentOn("NIK_FORMAT");
		judge(cpns().born("2001-05-01")).isSilentOn("NIK_FORMAT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1671011303850003", "1671011204850003", "1671011203860003" })
	void onlyFlagsNikOfAnotherDayOfBirth(String nik) {
		judge(pns().pegawai("nik", nik)).warns("NIK_TGLLAHIR", PEGAWAI, "nik");
	}

	/** A NIK does not change when a date of birth is corrected. */
	@Test
	void onlyFlagsNikOfTheDayBeforeACorrection() {
		judge(pns().pegawai("nik", "1671011104850003")).warns("NIK_TGLLAHIR", PEGAWAI, "nik");
		judge(cpns().pegawai("nik", "1671016105010004")).warns("NIK_TGLLAHIR", PEGAWAI, "nik");
	}

	@Test
	void onlyFlagsNikOfTheOtherSex() {
		judge(pns().pegawai("nik", "1671015203850003")).warns("NIK_JK", PEGAWAI, "nik");
		judge(cpns().pegawai("nik", "1671012005010004")).warns("NIK_JK", PEGAWAI, "nik");
	}

}
