package id.simpul.mapping;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FunctionsTest {

	@ParameterizedTest
	@CsvSource({ "upper,Siti,SITI", "lower,SiTi,siti", "digits,0811-22 33,08112233", "digits,-,''",
			"nip,1985 0315-2010.01'1001,198503152010011001", "nip,1.98503E+17,198503E+17", "nip,NIP 12,NIP12",
			"squeeze,a   b\tc,a b c", "squeeze,a\u200bb\u00a0 c,ab c", "after:-,a-b-c,b-c", "after:x,a-b,a-b",
			"before:-,a-b-c,a", "before:x,a-b,a-b", "split:-:2,a-b-c,b", "split:-:4,a-b-c,''", "split:-:3,a-b-c,c",
			"year,SK 12/2019/II,2019", "year,tahun 19850 lalu 1990,1990", "year,x,''", "titles-front,Dr. Siti,Dr.",
			"name,'Dr. Siti, S.E.',Siti", "trim,' a ',a" })
	void changesTexts(String name, String text, String result) {
		assertThat(Functions.named(name).apply(text)).isEqualTo(result);
	}

	@Test
	void knowsEveryNameItOffers() {
		for (String name : Functions.NAMES) {
			assertThatCode(() -> Functions.named(name.replace(":N", ":2"))).as(name).doesNotThrowAnyException();
		}
	}

	@Test
	void refusesNamesItDoesNotKnow() {
		for (String name : List.of("uper", "trim:x", "split:x", "split:x:0", "after:", ":x", "split::1")) {
			assertThatIllegalArgumentException().as(name)
				.isThrownBy(() -> Functions.named(name))
				.withMessageContaining(name);
		}
	}

}
