package id.simpul.pegawai;

import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NipTest {

	private static final String PNS = "198609262015051001";

	private static final String PPPK = "199008172023212003";

	@Test
	void tellsWhatIsWithinANipOfPns() {
		Nip nip = new Nip(PNS);
		assertThat(nip.tglLahir()).isEqualTo(LocalDate.of(1986, 9, 26));
		assertThat(nip.bulanCpns()).contains(YearMonth.of(2015, 5));
		assertThat(nip.tahunPengangkatan()).isEqualTo(2015);
		assertThat(nip.jenisKelamin()).isEqualTo("M");
		assertThat(nip.isPppk()).isFalse();
	}

	@Test
	void tellsWhatIsWithinANumberOfPppk() {
		Nip nip = new Nip(PPPK);
		assertThat(nip.tglLahir()).isEqualTo(LocalDate.of(1990, 8, 17));
		assertThat(nip.bulanCpns()).isEmpty();
		assertThat(nip.tahunPengangkatan()).isEqualTo(2023);
		assertThat(nip.jenisKelamin()).isEqualTo("F");
		assertThat(nip.isPppk()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "01, false", "12, false", "21, true", "22, true", "99, true" })
	void tellsPppkByTheNumberOfTheAgreement(String digits, boolean pppk) {
		assertThat(new Nip("19860926" + "2015" + digits + "1001").isPppk()).isEqualTo(pppk);
	}

	@ParameterizedTest
	@ValueSource(strings = { "190001011920011001", "209912312099121999", "200002292024012001" })
	void takesTheOutermostDates(String text) {
		assertThat(Nip.parse(text)).map(Nip::value).contains(text);
	}

	@ParameterizedTest
	@CsvSource({ "19860926201505100, A NIP has 18 digits", "1986092620150510011, A NIP has 18 digits",
			"19860926 01505 001, A NIP has 18 digits", "19860926201505100A, A NIP has 18 digits",
			"\u0661\u0669\u0668\u0666\u0660\u0669\u0662\u0666\u0662\u0660\u0661\u0665\u0660\u0665\u0661\u0660\u0660\u0661, A NIP has 18 digits",
			"189909262015051001, A year within the NIP is out of range",
			"198609261899051001, A year within the NIP is out of range",
			"210009262015051001, A year within the NIP is out of range",
			"198602302015051001, The NIP does not begin with a date",
			"198613012015051001, The NIP does not begin with a date",
			"198600012015051001, The NIP does not begin with a date",
			"190002292015051001, The NIP does not begin with a date",
			"198609262015001001, Digits 13-14 of the NIP are neither a month nor the number of a work agreement",
			"198609262015131001, Digits 13-14 of the NIP are neither a month nor the number of a work agreement",
			"198609262015201001, Digits 13-14 of the NIP are neither a month nor the number of a work agreement",
			"198609262015050001, Digit 15 of the NIP is neither 1 nor 2",
			"198609262015053001, Digit 15 of the NIP is neither 1 nor 2",
			"198609262015051000, The serial of a NIP starts at 001" })
	void rejectsWhatIsNoNipAndSaysWhy(String text, String why) {
		assertThat(Nip.parse(text)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new Nip(text)).withMessage(why);
	}

	@Test
	void takesNothingForNoNip() {
		assertThat(Nip.parse(null)).isEmpty();
		assertThat(Nip.parse("")).isEmpty();
	}

	@Test
	void showsItselfMasked() {
		assertThat(new Nip(PNS)).hasToString("1986**************");
	}

}
