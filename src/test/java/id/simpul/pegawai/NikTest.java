package id.simpul.pegawai;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NikTest {

	@Test
	void addsFortyToTheDayOfWomen() {
		Nik nik = new Nik("1671015211870003");
		assertThat(nik.jenisKelamin()).isEqualTo("F");
		assertThat(nik.tanggalLahir()).isEqualTo("121187");
		assertThat(nik.provinsi()).isEqualTo("16");
	}

	@Test
	void leavesTheDayOfMenAsItIs() {
		Nik nik = new Nik("1671011211870003");
		assertThat(nik.jenisKelamin()).isEqualTo("M");
		assertThat(nik.tanggalLahir()).isEqualTo("121187");
	}

	@ParameterizedTest
	@CsvSource({ "01, M, 01", "31, M, 31", "41, F, 01", "71, F, 31" })
	void takesTheOutermostDays(String day, String sex, String born) {
		Nik nik = Nik.parse("167101" + day + "01870001").orElseThrow();
		assertThat(nik.jenisKelamin()).isEqualTo(sex);
		assertThat(nik.tanggalLahir()).isEqualTo(born + "0187");
	}

	@ParameterizedTest
	@ValueSource(strings = { "00", "32", "40", "72", "99" })
	void rejectsDaysThatAreNone(String day) {
		assertThat(Nik.parse("167101" + day + "01870001")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "167101121187000, A NIK has 16 digits", "16710112118700030, A NIK has 16 digits",
			"16.71.0112118700, A NIK has 16 digits", "1671011200870003, Digits 7-10 of the NIK are no day and month",
			"1671011213870003, Digits 7-10 of the NIK are no day and month",
			"1671010011870003, Digits 7-10 of the NIK are no day and month",
			"1671011211870000, The serial of a NIK starts at 0001" })
	void rejectsWhatIsNoNikAndSaysWhy(String text, String why) {
		assertThat(Nik.parse(text)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new Nik(text)).withMessage(why);
	}

	@Test
	void takesNothingForNoNik() {
		assertThat(Nik.parse(null)).isEmpty();
		assertThat(Nik.parse("")).isEmpty();
	}

	@Test
	void showsItselfMasked() {
		assertThat(new Nik("1671015211870003")).hasToString("16**************");
	}

}
