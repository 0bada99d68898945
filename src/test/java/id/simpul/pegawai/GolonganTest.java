package id.simpul.pegawai;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.pegawai.Golongan.Skema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GolonganTest {

	@ParameterizedTest
	@CsvSource({ "11, 1", "14, 4", "21, 5", "24, 8", "31, 9", "34, 12", "41, 13", "45, 17" })
	void countsTheStepsOfPns(String code, int step) {
		assertThat(Golongan.parse(code)).contains(new Golongan(Skema.PNS, step));
	}

	@Test
	void countsTheStepsOfPppkOnTheirOwnScale() {
		assertThat(Golongan.parse("P9")).contains(new Golongan(Skema.PPPK, 9));
		assertThat(Golongan.parse("P9")).isNotEqualTo(Golongan.parse("31"));
	}

	@Test
	void givesTheCodeItWasReadFrom() {
		List<String> codes = CodeLists.bundled().get("golongan").codes().stream().map(Kode::id).toList();
		assertThat(codes).hasSize(34)
			.allSatisfy((code) -> assertThat(Golongan.parse(code)).map(Golongan::code).contains(code));
	}

	@Test
	void hasACodeForEveryStep() {
		for (Skema scale : Skema.values()) {
			assertThat(IntStream.rangeClosed(1, 17).mapToObj((step) -> new Golongan(scale, step).code()))
				.doesNotHaveDuplicates()
				.allSatisfy((code) -> assertThat(CodeLists.bundled().get("golongan").contains(code)).isTrue());
		}
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "10", "15", "25", "35", "46", "40", "51", "1", "9", "09", "111", "III/a", "IX", "P0",
			"P18", "P01", "p9", "P" })
	void rejectsWhatIsNoCode(String text) {
		assertThat(Golongan.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 18 })
	void hasNoStepBeyondItsScale(int step) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Golongan(Skema.PNS, step));
		assertThatIllegalArgumentException().isThrownBy(() -> new Golongan(Skema.PPPK, step));
	}

}
