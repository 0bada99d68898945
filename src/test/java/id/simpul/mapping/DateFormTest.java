package id.simpul.mapping;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DateFormTest {

	@ParameterizedTest
	@CsvSource({ "d MMMM yyyy,2 Januari 1975,1975-01-02", "d MMMM yyyy,02 JANUARI1975,1975-01-02",
			"d MMM yyyy,2 Jan. 1975,1975-01-02", "dd MMMM yyyy,31 Agustus 2020,2020-08-31",
			"d-MMM-yyyy,17-Agt-1945,1945-08-17", "d MMMM yyyy,1 Nopember 2001,2001-11-01",
			"d MMMM yyyy,1 Pebruari 2001,2001-02-01", "d MMMM yyyy,5 May 2001,2001-05-05",
			"d MMMM yyyy,5 mei 2001,2001-05-05", "d MMMM yyyy,1 Des 2001,2001-12-01",
			"d MMMM yyyy,1 October 2001,2001-10-01", "d/M/yyyy,1/4/2010,2010-04-01", "d/M/yyyy,01/12/2010,2010-12-01",
			"dd.MM.yyyy,01.04.2010,2010-04-01", "yyyyMMdd,20100401,2010-04-01",
			"dd-MM-yyyy HH:mm:ss,01-04-2010 08:15:00,2010-04-01", "d MMMM yyyy,29   Februari   2024,2024-02-29",
			"yyyy/MM/dd,2010/04/01,2010-04-01" })
	void readsDatesOfItsForm(String form, String text, LocalDate date) {
		assertThat(new DateForm(form).parse(text)).isEqualTo(date);
	}

	@ParameterizedTest
	@CsvSource({ "dd-MM-yyyy,1-04-2010", "dd-MM-yyyy,01-04-10", "dd-MM-yyyy,31-04-2010", "dd-MM-yyyy,29-02-2023",
			"dd-MM-yyyy,01-13-2010", "dd-MM-yyyy,00-00-0000", "dd-MM-yyyy,01-04-2010 x", "dd-MM-yyyy,01/04/2010",
			"d MMMM yyyy,1 Januarius 2010", "d M yyyy,112010", "dd-MM-yyyy,x", "yyyyMMdd,2010040",
			"d MMMM yyyy,1 Mei" })
	void leavesOtherTextsAlone(String form, String text) {
		assertThat(new DateForm(form).parse(text)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2010-04-01", "2010-04-01 00:00:00", "2010-04-01 00:00:00.0", "2010-04-01T08:15:30+07:00",
			"2010-04-01T08:15Z" })
	void takesIsoDatesOfDatabasesAndWorkbooks(String text) {
		assertThat(DateForm.parseIso(text)).isEqualTo(LocalDate.of(2010, 4, 1));
	}

	@ParameterizedTest
	@CsvSource({ "2010-04-31", "2010-4-1", "2010-04-01x", "2010-04-01 nanti", "2010-04", "0000-01-01", "01-04-2010" })
	void takesNothingElseForIso(String text) {
		assertThat(DateForm.parseIso(text)).isNull();
	}

	@Test
	void refusesFormsThatLeaveDoubt() {
		for (String form : new String[] { "dd-MM-yy", "MM-yyyy", "dd-MM-yyyy yyyy", "dd-mmm-yyyy", "d-MMMMM-yyyy",
				"abc", "" }) {
			assertThatIllegalArgumentException().as(form)
				.isThrownBy(() -> new DateForm(form))
				.withMessageContaining(form);
		}
	}

}
