package id.simpul.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue is well formed, and whatever the program may say stands in it. */
class CatalogueTest {

	private static final Path PROGRAM = Path.of("src/main/java/id/simpul");

	/** Rooms that speak of rules only to plant or to answer them. */
	private static final Set<String> APART = Set.of("simulator", "demo");

	private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

	/** The first text after these is a rule, also when it is one word. */
	private static final Pattern NAMED = Pattern
		.compile("(?:(?:new (?:SourceFault|Trouble)|Outcome\\.(?:worklist|retry|ambiguous|parked|hindered)|pause)"
				+ "\\s*\\([^\";]*|Step\\.[A-Z_]+,\\s*)\"([A-Z0-9_]*[A-Z0-9])\"");

	/** What looks like a code of a rule and is none: columns of JDBC, a kind of ASN. */
	private static final Set<String> NO_RULES = Set.of("COLUMN_NAME", "ORDINAL_POSITION", "TABLE_CAT", "TABLE_NAME",
			"TABLE_SCHEM", "TABLE_TYPE", "PPPK_PARUH_WAKTU");

	private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

	static Stream<RuleText> texts() {
		return Catalogue.bundled().all().stream();
	}

	@ParameterizedTest
	@MethodSource("texts")
	void fillsEveryPartOfARule(RuleText text) {
		assertThat(text.kode()).matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
		assertThat(List.of(text.kelompok(), text.judul(), text.pesan(), text.perbaikan(), text.pelaku(), text.akibat(),
				text.dasar(), text.contoh(), text.title(), text.message(), text.remedy()))
			.allSatisfy((part) -> assertThat(part).isNotBlank().isEqualTo(part.strip()));
		assertThat(text.keparahan()).isNotEmpty().doesNotHaveDuplicates().isSubsetOf("E", "W", "I");
		assertThat(text.kelompok()).isIn("sumber", "pemetaan", "validasi", "perubahan", "pengiriman");
		assertThat(text.pelaku()).isIn("operator daerah", "admin TI", "BKD", "BKN");
		assertThat(text.akibat()).isIn("memblokir layanan", "menurunkan indeks", "kosmetik");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void speaksInWholeSentences(RuleText text) {
		assertThat(List.of(text.pesan(), text.perbaikan(), text.message(), text.remedy()))
			.allSatisfy((part) -> assertThat(part).matches("(?s)([A-Z]|\\{\\d}).*[.}]"));
		assertThat(List.of(text.judul(), text.title()))
			.allSatisfy((part) -> assertThat(part).doesNotEndWith(".").hasSizeLessThan(61));
		assertThat(text.title()).as("the English is no copy of the Indonesian").isNotEqualTo(text.judul());
	}

	@ParameterizedTest
	@MethodSource("texts")
	void tellsTheSameInBothLanguages(RuleText text) {
		assertThat(gaps(text.message())).isEqualTo(gaps(text.pesan()));
		assertThat(gaps(text.pesan())).as("gaps are counted from 0 without holes")
			.containsExactlyElementsOf(Stream.iterate(0, (n) -> n + 1).limit(gaps(text.pesan()).size()).toList());
		assertThat(gaps(text.perbaikan() + text.remedy() + text.judul() + text.title())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("texts")
	void holdsNoNumberOfAnybody(RuleText text) {
		assertThat(text.toString()).doesNotContainPattern("\\d{8}");
		assertThat(text.contoh()).as("a shape, not a value").doesNotContainPattern("(?<!\\()[0-8]+(?!\\d*\\))");
	}

	/**
	 * A finding of mapping carries the form of the value and nothing else, so its message
	 * would show a dash in every gap.
	 */
	@Test
	void leavesNoGapWhereFindingsHaveNothingToFillItWith() {
		assertThat(texts().filter((text) -> text.kelompok().equals("pemetaan")
				|| List.of("BARIS_TIDAK_UTUH", "SEL_TERLALU_BESAR").contains(text.kode())))
			.hasSizeGreaterThan(10)
			.allSatisfy((text) -> assertThat(gaps(text.pesan())).isEmpty());
	}

	@Test
	void keepsTheRulesOfOneStepTogether() {
		List<String> steps = texts().map(RuleText::kelompok).toList();
		List<String> changes = Stream
			.concat(steps.stream().limit(1),
					Stream.iterate(1, (n) -> n + 1)
						.limit(steps.size() - 1L)
						.filter((n) -> !steps.get(n).equals(steps.get(n - 1)))
						.map(steps::get))
			.toList();
		assertThat(changes).containsExactly("sumber", "pemetaan", "validasi", "perubahan", "pengiriman");
	}

	@Test
	void listsTheRulesOfValidationInTheirOrder() {
		assertThat(texts().filter((text) -> text.kelompok().equals("validasi")).map(RuleText::kode))
			.containsExactlyElementsOf(Rules.all(CodeLists.bundled()).stream().map(Rule::code).toList());
	}

	@Test
	void knowsEveryCodeThatTheProgramNames() {
		Set<String> named = named();
		assertThat(named).hasSizeGreaterThan(100);
		named.removeAll(NO_RULES);
		assertThat(named).allSatisfy((code) -> assertThat(Catalogue.bundled().find(code)).as(code).isPresent());
	}

	/** A text for something nobody says any more misleads whoever reads the list. */
	@Test
	void holdsNoRuleThatTheProgramDoesNotName() {
		Set<String> named = named();
		named.addAll(differences());
		assertThat(texts().map(RuleText::kode)).isSubsetOf(named);
	}

	@Test
	void exceptsOnlyWhatStandsInTheProgram() {
		assertThat(named()).containsAll(NO_RULES);
	}

	@Test
	void knowsTheDifferencesOfEveryHistory() {
		assertThat(source(PROGRAM.resolve("national/ReadableDelivery.java"))).contains("\"BEDA_\" + resource.name()");
		assertThat(differences()).allSatisfy((code) -> assertThat(Catalogue.bundled().find(code)).as(code).isPresent());
	}

	@Test
	void fillsTheGapsOfAMessage() {
		RuleText text = Catalogue.bundled().find("GOL_URUT").orElseThrow();
		assertThat(text.pesan(List.of("III/a", "III/c", "2024-04-01")))
			.startsWith("Setelah III/a tercatat III/c pada 2024-04-01:");
		assertThat(text.message(List.of("III/a", " "))).startsWith("After III/a comes - on -:");
	}

	private static Set<String> differences() {
		return Arrays.stream(Resource.values())
			.filter(Resource::isHistory)
			.map((resource) -> "BEDA_" + resource.name())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<Integer> gaps(String text) {
		return GAP.matcher(text)
			.results()
			.map((gap) -> Integer.valueOf(gap.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> named() {
		Set<String> codes = new HashSet<>();
		try (Stream<Path> files = Files.walk(PROGRAM)) {
			files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !APART.contains(PROGRAM.relativize(file).getName(0).toString()))
				.map(CatalogueTest::source)
				.forEach((source) -> Stream.of(CODE, NAMED)
					.flatMap((pattern) -> pattern.matcher(source).results())
					.map((MatchResult found) -> found.group(1))
					.forEach(codes::add));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return codes;
	}

	private static String source(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
