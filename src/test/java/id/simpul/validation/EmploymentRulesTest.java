package id.simpul.validation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static id.simpul.pegawai.Resource.PEGAWAI;
import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;

class EmploymentRulesTest {

	@Test
	void flagsCpnsAfterMoreThanAYear() {
		judge(cpns().pegawai("nip", "200105202025112002", "tmtCpns", "2025-11-23")).beside("SKP_KOSONG")
			.warns("CPNS_LEWAT", PEGAWAI, "jenisAsn");
	}

	@Test
	void takesCpnsOfExactlyAYear() {
		judge(cpns().pegawai("nip", "200105202025112002", "tmtCpns", "2025-11-24")).beside("SKP_KOSONG")
			.isSilentOn("CPNS_LEWAT");
	}

	@Test
	void flagsPnsBeforeCpns() {
		judge(pns().pegawai("tmtPns", "2009-12-31").ranks("31 2010-01-01 211")).warns("TMT_CPNS_PNS", PEGAWAI,
				"tmtPns");
	}

	@Test
	void takesPnsOnTheDayOfCpns() {
		judge(pns().pegawai("tmtPns", "2010-01-01").ranks("31 2010-01-01 211")).isSilentOn("TMT_CPNS_PNS",
				"TMT_PNS_KOSONG");
	}

	@Test
	void flagsPnsWithoutTheDay() {
		judge(pns().pegawai("tmtPns", null).ranks("31 2010-01-01 211")).warns("TMT_PNS_KOSONG", PEGAWAI, "tmtPns");
	}

	@Test
	void doesNotAskCpnsForTheDayAsPns() {
		judge(cpns().pegawai("tmtPns", null)).isSilentOn("TMT_PNS_KOSONG");
	}

	@Test
	void flagsPnsWithALegalStatusOfPppk() {
		for (String status : List.of("71", "72", "73")) {
			judge(pns().pegawai("kedudukanHukum", status)).warns("KEDUDUKAN_ASN", PEGAWAI, "kedudukanHukum");
		}
	}

	@Test
	void takesPppkOfEitherStatus() {
		judge(pppk().pegawai("kedudukanHukum", "01")).isSilentOn("KEDUDUKAN_ASN");
		judge(paruhWaktu()).isSilentOn("KEDUDUKAN_ASN");
	}

	@Test
	void rejectsPppkWhoseAgreementHasEnded() {
		judge(pppk().pegawai("akhirKontrak", "2026-11-23")).rejectsThePerson("PPPK_KONTRAK", "akhirKontrak");
		judge(paruhWaktu().pegawai("akhirKontrak", "2026-11-23")).rejectsThePerson("PPPK_KONTRAK", "akhirKontrak");
	}

	@Test
	void rejectsAgreementThatEndsBeforeItBegins() {
		judge(pppk().pegawai("tmtKontrak", "2027-03-01", "akhirKontrak", "2027-02-28")).rejectsThePerson("PPPK_KONTRAK",
				"akhirKontrak");
	}

	@Test
	void rejectsAgreementBeyondTheHighestAgeOfThePost() {
		judge(pppk().pegawai("akhirKontrak", "2050-09-02")).rejectsThePerson("PPPK_KONTRAK", "akhirKontrak");
		judge(paruhWaktu().pegawai("akhirKontrak", "2046-12-02")).rejectsThePerson("PPPK_KONTRAK", "akhirKontrak");
	}

	@Test
	void onlyFlagsAgreementBeyondTheUsualAgeOfThePost() {
		judge(pppk().pegawai("akhirKontrak", "2048-09-02")).warns("PPPK_KONTRAK", PEGAWAI, "akhirKontrak");
		judge(pppk().pegawai("akhirKontrak", "2050-09-01")).warns("PPPK_KONTRAK", PEGAWAI, "akhirKontrak");
	}

	@Test
	void onlyFlagsAgreementThatIsStillToBegin() {
		judge(pppk().pegawai("tmtKontrak", "2026-11-25")).warns("PPPK_KONTRAK", PEGAWAI, "tmtKontrak");
	}

	@Test
	void takesAgreementOnItsFirstAndOnItsLastDay() {
		judge(pppk().pegawai("akhirKontrak", "2026-11-24")).isSilentOn("PPPK_KONTRAK");
		judge(pppk().pegawai("tmtKontrak", "2026-11-24")).isSilentOn("PPPK_KONTRAK");
		judge(pppk().pegawai("akhirKontrak", "2048-09-01")).isSilentOn("PPPK_KONTRAK");
	}

	@Test
	void doesNotAskForTheAgreementOfWhoServesNoLonger() {
		judge(pppk().pegawai("akhirKontrak", "2025-02-28", "kedudukanHukum", "73")).isSilentOn("PPPK_KONTRAK");
	}

	@Test
	void tellsThatSomebodyCannotBeReached() {
		judge(pns().pegawai("email", null)).informs("EMAIL_HP_KOSONG", PEGAWAI, "email");
		judge(pns().pegawai("noHp", null)).informs("EMAIL_HP_KOSONG", PEGAWAI, "noHp");
	}

	@Test
	void takesEitherAddress() {
		judge(pns().pegawai("email", null, "emailGov", "b@contoh.example")).isSilentOn("EMAIL_HP_KOSONG");
	}

}
