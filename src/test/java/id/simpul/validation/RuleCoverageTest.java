package id.simpul.validation;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import id.simpul.pegawai.CodeLists;

import static id.simpul.validation.Judgement.judge;
import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.paruhWaktu;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule is broken by a test and nearly broken by another. Runs the plain tests of
 * the rules itself, so that it does not hang on what ran before it.
 */
class RuleCoverageTest {

	private static final List<Class<?>> TESTS = List.of(IdentityRulesTest.class, EmploymentRulesTest.class,
			GolonganRulesTest.class, JabatanRulesTest.class, PendidikanRulesTest.class, BangkomRulesTest.class,
			KinerjaRulesTest.class, HukdisRulesTest.class, DecreeRulesTest.class);

	@BeforeAll
	static void runTheTestsOfAllRules() throws ReflectiveOperationException {
		for (Class<?> test : TESTS) {
			for (Method method : test.getDeclaredMethods()) {
				if (method.isAnnotationPresent(Test.class)) {
					method.invoke(test.getDeclaredConstructor().newInstance());
				}
			}
		}
	}

	@Test
	void breaksEveryRuleInEverySeverityTheCatalogueAllows() {
		Set<String> due = texts().flatMap((text) -> text.keparahan().stream().map((one) -> text.kode() + " " + one))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(new TreeSet<>(Judgement.BROKEN)).isEqualTo(due);
	}

	@Test
	void comesCloseToEveryRule() {
		assertThat(new TreeSet<>(Judgement.KEPT))
			.isEqualTo(texts().map(RuleText::kode).collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void hasATextForEveryRule() {
		assertThat(Rules.all(CodeLists.bundled())).extracting(Rule::code)
			.doesNotHaveDuplicates()
			.hasSizeGreaterThanOrEqualTo(40)
			.containsExactlyInAnyOrderElementsOf(texts().map(RuleText::kode).toList());
	}

	@Test
	void findsNothingWrongWithSoundPeople() {
		for (Orang person : List.of(pns(), cpns(), pppk(), paruhWaktu())) {
			JudgedPerson judged = judge(person).judged();
			assertThat(judged.findings()).isEmpty();
			assertThat(judged.rejections()).isEmpty();
			assertThat(judged.entries()).isEqualTo(person.entries());
			assertThat(judged.read()).isEqualTo(person.entries().size());
		}
	}

	private static Stream<RuleText> texts() {
		return Catalogue.bundled().all().stream().filter((text) -> text.kelompok().equals("validasi"));
	}

}
