package id.simpul.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedTest {

	private static final int SAMPLES = 5000;

	private final Random random = new Random(20261124);

	@ParameterizedTest
	@CsvSource({ "198609262015051001, 1986•••• •••••• • 001", "1671012609860003, 1671•••• •••••• • 003",
			"PEG-0004711, PE••••11", "A471, A••••1", "471, ••••", "'', ''" })
	void aKeyKeepsWhatItsOwnerRecognises(String kunci, String masked) {
		assertThat(Masked.person(kunci)).isEqualTo(masked);
	}

	@ParameterizedTest
	@CsvSource({ "jabatan, 2021-01-04|821.2/1140/BKD, 04/01/2021 · 821•••", "pendidikan, 40|2009, S-1/Sarjana · 2009",
			"kinerja, 2021|SEMESTER1, 2021 · Januari-Juni", "pendidikan, 99|2009, 99 · 2009",
			"golongan, 2020-04-01|null, 01/04/2020", ", 2020|12, 2020 · 12", "pegawai, '', ''",
			"tidak-dikenal, abcdef, abc•••" })
	void anEntryIsNamedByDatesYearsAndWordsInsteadOfCodes(String resource, String key, String masked) {
		assertThat(Masked.entry(resource, key)).isEqualTo(masked);
	}

	@Test
	void nothingIsMaskedToNothing() {
		assertThat(Masked.person(null)).isEmpty();
		assertThat(Masked.entry("jabatan", null)).isEmpty();
		assertThat(Masked.text(null)).isNull();
		assertThat(Masked.text("Unor tidak aktif sejak 2024-01-31")).isEqualTo("Unor tidak aktif sejak 2024-01-31");
	}

	@Test
	void noKeyLetsANumberOfAPersonThrough() {
		for (int i = 0; i < SAMPLES; i++) {
			String number = number();
			for (String kunci : List.of(number, " " + number, number + " ", "P-" + number, number + "-A",
					grouped(number), "NIP." + grouped(number))) {
				assertHidden(number, Masked.person(kunci));
			}
		}
	}

	@Test
	void noEntryLetsANumberOfAPersonThrough() {
		List<String> resources = new ArrayList<>(List.of("", "tidak-dikenal"));
		for (Resource resource : Resource.values()) {
			resources.add(resource.resourceName());
		}
		for (int i = 0; i < SAMPLES; i++) {
			String number = number();
			String resource = resources.get(this.random.nextInt(resources.size()));
			for (String key : List.of(number, "2021-01-04|" + number, number + "|2021", "SK-" + number,
					"2021|" + grouped(number) + "|x")) {
				assertHidden(number, Masked.entry(resource, key));
			}
		}
	}

	@Test
	void noWordsOfTheRegistryLetANumberOfAPersonThrough() {
		for (int i = 0; i < SAMPLES; i++) {
			String number = number();
			for (String words : List.of(number, "NIP " + number + " tidak ditemukan", "nip=" + grouped(number) + ";",
					"(" + number + "/" + number() + ")", "x" + number + "y")) {
				assertHidden(number, Masked.text(words));
			}
		}
	}

	private static void assertHidden(String number, String masked) {
		String digits = masked.replaceAll("\\D", "");
		assertThat(digits).as(masked).doesNotContain(number);
		// the middle, where birthday and start of employment are
		assertThat(digits).as(masked).doesNotContain(number.substring(4, number.length() - 3));
	}

	/** A NIP or a NIK. */
	private String number() {
		LocalDate born = LocalDate.of(1960, 1, 1).plusDays(this.random.nextInt(14000));
		if (this.random.nextBoolean()) {
			return "%s20%02d%02d%d%03d".formatted(born.toString().replace("-", ""), this.random.nextInt(25),
					1 + this.random.nextInt(12), 1 + this.random.nextInt(2), 1 + this.random.nextInt(999));
		}
		return "1671%02d%02d%02d%02d%04d".formatted(this.random.nextInt(100), born.getDayOfMonth(),
				born.getMonthValue(), born.getYear() % 100, 1 + this.random.nextInt(9999));
	}

	/** As people write it, {@code 19860926 201505 1 001}. */
	private String grouped(String number) {
		String gap = List.of(" ", ".", "-", "  ").get(this.random.nextInt(4));
		return number.chars()
			.mapToObj((c) -> (char) c + ((this.random.nextInt(5) == 0) ? gap : ""))
			.collect(Collectors.joining())
			.strip();
	}

}
