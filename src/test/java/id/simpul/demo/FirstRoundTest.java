package id.simpul.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.demo.Expected.Books;
import id.simpul.demo.Expected.Rows;
import id.simpul.mapping.MappingFile;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.Run;
import id.simpul.source.Source;
import id.simpul.source.SourceFault;
import id.simpul.validation.JudgedBatch;
import id.simpul.validation.JudgedPerson;
import id.simpul.validation.Validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Reads every demo source through its own route parameters, mapping and rules: what was
 * planted is found, one for one.
 */
class FirstRoundTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static final Validation VALIDATION = new Validation(CodeLists.bundled());

	private static final DemoProvince PROVINCE = DemoProvince.of(1672, 60, TODAY);

	private static Expected expected;

	@TempDir
	static Path data;

	@BeforeAll
	static void writeSources() {
		PROVINCE.writeSources(data);
		expected = PROVINCE.expected();
	}

	@ParameterizedTest
	@ValueSource(strings = { "16", "16.01", "16.02", "16.03", "16.04", "16.05", "16.06", "16.07", "16.08", "16.09",
			"16.10", "16.11", "16.12", "16.71", "16.72", "16.73", "16.74" })
	void findsExactlyWhatWasPlanted(String kode) throws IOException {
		Books books = expected.of(kode);
		Seen seen = read(kode);
		Map<String, Long> findings = new TreeMap<>(books.findings());
		// seen only when everybody is known
		findings.remove("NIP_GANDA");
		findings.remove("NIK_GANDA");

		assertThat(seen.findings).isEqualTo(findings);
		assertThat(seen.rows).isEqualTo(books.rows());
		assertThat(seen.accepted).isEqualTo(books.accepted() + books.shared());
		assertThat(seen.rejected).isEqualTo(books.rejected() - books.shared());
		assertThat(seen.duplicates).isEqualTo(books.duplicate());
	}

	@Test
	void theHalfWorkbookFailsTheRun() {
		assertThat(expected.of("16.13").failure()).isEqualTo("BERKAS_RUSAK");
		assertThatThrownBy(() -> read("16.13")).isInstanceOfSatisfying(SourceFault.class,
				(fault) -> assertThat(fault.rule()).isEqualTo("BERKAS_RUSAK"));
	}

	private static Seen read(String kode) throws IOException {
		MappingFile mapping = SourcesOfRoutes.mapping(kode);
		Run run = new Run(1, kode, TODAY, mapping.datasets());
		Seen seen = new Seen();
		try (Source.Batches batches = SourcesOfRoutes.source(data, kode).open(run)) {
			while (batches.hasNext()) {
				seen.add(VALIDATION.judge(mapping.apply(batches.next())));
			}
		}
		return seen;
	}

	private static final class Seen {

		private final Map<String, Long> findings = new TreeMap<>();

		private final Map<String, Rows> rows = new TreeMap<>();

		private long accepted;

		private long rejected;

		private long duplicates;

		void add(JudgedBatch batch) {
			for (JudgedPerson person : batch.people()) {
				this.accepted += person.entries().size();
				this.rejected += person.rejections().size();
				this.duplicates += person.duplicates();
				person.findings().forEach((finding) -> this.findings.merge(finding.rule(), 1L, Long::sum));
			}
			batch.rows()
				.forEach((dataset, count) -> this.rows.merge(dataset,
						new Rows(count.used(), count.filtered(), count.unreadable()),
						(one, other) -> new Rows(one.used() + other.used(), one.filtered() + other.filtered(),
								one.unreadable() + other.unreadable())));
		}

	}

}
