package id.simpul.report;

import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static id.simpul.report.Reports.ALL;
import static org.assertj.core.api.Assertions.assertThat;

class BookReportsTest {

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void theThreeLinesOfTheProvinceAddUp(ReportDatabase kind) {
		Books books = kind.province().books.of(ALL);
		assertThat(books.close()).isTrue();
		assertThat(books.lines()).extracting(Books.Line::name).containsExactly("ROWS", "ENTRIES", "REGISTRY");
		assertThat(books.lines()).allSatisfy((line) -> {
			assertThat(line.total()).isPositive();
			assertThat(line.parts().stream().mapToLong(Books.Part::count).sum()).isEqualTo(line.total());
			assertThat(line.open()).isEmpty();
		});
		assertThat(books.checkedAt()).isEqualTo(Province.NOW.minusSeconds(40));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void everyPartStandsUnderItsName(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 5);
		int value = 1000;
		for (String column : parts(reports)) {
			reports.province.jdbc().update("update run set " + column + " = ? where id = ?", value++, run);
		}
		for (Books.Line line : reports.books.of(ALL, run).lines()) {
			for (Books.Part part : line.parts()) {
				long stored = reports.province.jdbc()
					.queryForObject("select " + column(line, part) + " from run where id = ?", Long.class, run);
				assertThat(part.count()).as(line.name() + " " + part.name()).isEqualTo(stored);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aLineThatTheCheckFoundOpenNamesItsInstansi(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.04", 0, 100, 5);
		long run = reports.province.done("16.71", 0, 100, 5);
		reports.province.jdbc()
			.update("update balance set closes = false, parts = parts - 1 where run_id = ? and line = 'ENTRIES'", run);
		Books books = reports.books.of(ALL);
		assertThat(books.close()).isFalse();
		assertThat(books.entries().open()).containsExactly("16.71");
		assertThat(books.rows().closes()).isTrue();
		assertThat(books.registry().closes()).isTrue();
		assertThat(reports.books.of(ALL, run).entries().open()).containsExactly("16.71");
		assertThat(reports.books.of(Scope.of(Set.of("16.04"))).close()).as("not this one's").isTrue();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aCheckThatNeverCameIsAGapToo(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 5);
		reports.province.jdbc().update("delete from balance where run_id = ? and line = 'ROWS'", run);
		assertThat(reports.books.of(ALL).rows().open()).containsExactly("16.71");
		reports.province.jdbc()
			.update("update run set finished_at = ? where id = ?",
					Province.NOW.minusSeconds(60).atOffset(ZoneOffset.UTC), run);
		assertThat(reports.books.of(ALL).rows().open()).as("it is still being checked").isEmpty();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void figuresThatDoNotAddUpDoNotCloseWhateverTheCheckSaid(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 24);
		reports.province.jdbc().update("update run set acked = acked + 1 where id = ?", run);
		Books books = reports.books.of(ALL);
		assertThat(books.registry().closes()).isFalse();
		assertThat(books.entries().closes()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void rowsAreThoseOfTheLatestReadingAndChangesThoseSinceTheBeginning(ReportDatabase kind) {
		Reports reports = kind.empty();
		long first = reports.province.done("16.71", 1, 100, 24);
		long second = reports.province.done("16.71", 0, 200, 12);
		Books all = reports.books.of(ALL);
		assertThat(all.rows().total()).isEqualTo(200 * 12);
		assertThat(all.registry().total()).isEqualTo(24 + 12);
		assertThat(reports.books.of(ALL, first).rows().total()).isEqualTo(100 * 12);
		assertThat(reports.books.of(ALL, first).registry().total()).isEqualTo(24);
		assertThat(reports.books.of(ALL, second).registry().total()).isEqualTo(12);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void withoutRunsTheBooksAreEmptyAndClose(ReportDatabase kind) {
		Books books = kind.empty().books.of(ALL);
		assertThat(books.close()).isTrue();
		assertThat(books.lines()).extracting(Books.Line::total).containsOnly(0L);
		assertThat(books.checkedAt()).isNull();
	}

	private static Set<String> parts(Reports reports) {
		return reports.books.of(ALL)
			.lines()
			.stream()
			.flatMap((line) -> line.parts().stream().map((part) -> column(line, part)))
			.collect(Collectors.toSet());
	}

	private static String column(Books.Line line, Books.Part part) {
		return (line.name().equals("ROWS") ? "rows_" : "") + part.name();
	}

}
