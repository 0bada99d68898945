package id.simpul.report;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.change.OutboxState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every question of this room, also those that are added later, is asked by a stranger.
 */
class ScopeTest {

	private static final Scope NOBODY = Scope.of(Set.of());

	private static final Scope OF_ANOTHER_PROVINCE = Scope.of(Set.of("99.01"));

	@Test
	void seesWhatItNamesAndNothingElse() {
		Scope scope = Scope.of(Set.of("16.71", "16.04"));
		assertThat(scope.sees("16.71")).isTrue();
		assertThat(scope.sees("16.7")).isFalse();
		assertThat(scope.sees(null)).isFalse();
		assertThat(NOBODY.sees("")).isFalse();
		assertThat(Scope.all(Province.INSTANSI).sees("99.01")).isFalse();
	}

	@Test
	void narrowsAndNeverWidens() {
		Scope scope = Scope.of(Set.of("16.71", "16.04"));
		assertThat(scope.narrow("16.71").sees("16.71")).isTrue();
		assertThat(scope.narrow("16.71").sees("16.04")).isFalse();
		assertThat(scope.narrow("16.08").sees("16.08")).isFalse();
		assertThat(scope.narrow("16.71").narrow("16.04").sees("16.04")).isFalse();
		assertThat(scope.narrow(null).sees("16.04")).isTrue();
		assertThat(NOBODY.narrow("16.71").sees("16.71")).isFalse();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void everyQuestionAsksWhoseDataMayBeSeen(ReportDatabase kind) {
		assertThat(questions(kind.province())).isNotEmpty()
			.allSatisfy((question) -> assertThat(question.method.getParameterTypes()).as(question.toString())
				.startsWith(Scope.class));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void nobodySeesAnInstansiThatIsNotTheirs(ReportDatabase kind) throws Exception {
		Reports reports = kind.province();
		for (Question question : questions(reports)) {
			boolean answered = false;
			for (String kode : List.of("16.08", "16.71")) {
				answered |= !isNothing(question.ask(reports, Scope.of(Set.of(kode)), kode));
				for (Scope stranger : List.of(NOBODY, OF_ANOTHER_PROVINCE)) {
					assertThat(isNothing(question.ask(reports, stranger, kode))).as(question + " about " + kode)
						.isTrue();
				}
				if (question.names("kode") || question.names("run")) {
					assertThat(isNothing(question.ask(reports, Scope.of(Set.of("16.04")), kode)))
						.as(question + " about " + kode + " by a neighbour")
						.isTrue();
				}
			}
			assertThat(answered).as(question + " by who may ask").isTrue();
		}
	}

	private static List<Question> questions(Reports reports) {
		List<Question> questions = new ArrayList<>();
		for (Object report : List.of(reports.runs, reports.senders, reports.books, reports.causes,
				reports.deliveries)) {
			Arrays.stream(report.getClass().getDeclaredMethods())
				.filter((method) -> Modifier.isPublic(method.getModifiers()))
				.forEach((method) -> questions.add(new Question(report, method)));
		}
		return questions;
	}

	/** Whether an answer tells nothing about anybody. */
	private static boolean isNothing(Object answer) {
		if (answer instanceof Optional<?> one) {
			return one.isEmpty();
		}
		if (answer instanceof Collection<?> many) {
			return many.isEmpty();
		}
		if (answer instanceof Map<?, ?> counted) {
			return counted.isEmpty();
		}
		if (answer instanceof Books books) {
			return books.checkedAt() == null && books.lines().stream().allMatch(ScopeTest::isNothing);
		}
		if (answer instanceof Books.Line line) {
			return line.total() == 0 && line.open().isEmpty()
					&& line.parts().stream().allMatch((part) -> part.count() == 0);
		}
		if (answer instanceof Deliveries.Counts counts) {
			return counts.waiting() == 0 && counts.of(List.of(OutboxState.values())) == 0;
		}
		if (answer instanceof Boolean yes) {
			return !yes;
		}
		throw new AssertionError("Nobody said when an answer of " + answer.getClass() + " is nothing");
	}

	/** One public method of a report. */
	private record Question(Object report, Method method) {

		Object ask(Reports reports, Scope scope, String kode) throws ReflectiveOperationException {
			return this.method.invoke(this.report,
					Stream.of(this.method.getParameters()).map((one) -> value(one, reports, scope, kode)).toArray());
		}

		boolean names(String parameter) {
			return Stream.of(this.method.getParameters()).anyMatch((one) -> one.getName().equals(parameter));
		}

		private static Object value(Parameter parameter, Reports reports, Scope scope, String kode) {
			return switch (parameter.getName()) {
				case "scope" -> scope;
				case "kode" -> kode;
				case "rule" -> "KODE_TAK_DIKENAL";
				case "run" -> reports.province.jdbc()
					.queryForObject("select max(id) from run where instansi = ?", Long.class, kode);
				case "states" -> List.of(OutboxState.values());
				case "before" -> Long.MAX_VALUE;
				case "cause" -> "DITOLAK_SIASN";
				case "id" -> reports.province.jdbc()
					.queryForObject("select coalesce(max(id), 0) from outbox where instansi = ?", Long.class, kode);
				case "from" -> 0;
				case "limit" -> 10;
				default -> throw new AssertionError("Nobody said what to ask for as " + parameter);
			};
		}

		@Override
		public String toString() {
			return this.method.getDeclaringClass().getSimpleName() + "." + this.method.getName();
		}

	}

}
