package id.simpul.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import id.simpul.mapping.MappedBatch;
import id.simpul.mapping.MappedPerson;
import id.simpul.mapping.RowCount;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Run;
import id.simpul.source.Severity;

import static id.simpul.validation.Orang.cpns;
import static id.simpul.validation.Orang.pns;
import static id.simpul.validation.Orang.pppk;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a batch, whichever rules speak. */
class ValidationTest {

	private static final Validation VALIDATION = new Validation(CodeLists.bundled());

	private static final Rejection UNREADABLE = new Rejection(Resource.KURSUS, null, new Origin("kursus", 8),
			"TANGGAL_TAK_TERBACA");

	private static final Finding TOLD = new Finding("TANGGAL_TAK_TERBACA", Severity.BLOCKS, "a",
			new Origin("kursus", 8), Resource.KURSUS, null, "tanggalKursus", "99/9(4)", List.of());

	@Test
	void givesEverybodyBackInTheirOrderWithTheCountsOfRows() {
		Map<String, RowCount> rows = Map.of("pegawai", new RowCount(3, 1, 0));
		JudgedBatch judged = VALIDATION.judge(new MappedBatch(run(Orang.TODAY),
				List.of(mapped("c", pns()), mapped("a", cpns()), mapped("b", pppk().pegawai("nik", "0"))), rows));
		assertThat(judged.people()).extracting(JudgedPerson::kunci).containsExactly("c", "a", "b");
		assertThat(judged.rows()).isEqualTo(rows);
	}

	@Test
	void keepsWhatMappingSaidAndCountsEveryEntryOnce() {
		Orang person = pns().first(Resource.JABATAN, "tmtJabatan", "2009-12-01");
		JudgedPerson judged = only(new MappedPerson("a", person.entries(), List.of(UNREADABLE), List.of(TOLD), 2));
		assertThat(judged.findings()).extracting(Finding::rule).containsExactly("TANGGAL_TAK_TERBACA", "JAB_TMT");
		assertThat(judged.rejections()).extracting(Rejection::rule).containsExactly("TANGGAL_TAK_TERBACA", "JAB_TMT");
		assertThat(judged.duplicates()).isEqualTo(2);
		assertThat(judged.read()).isEqualTo(person.entries().size() + 1 + 2);
	}

	@Test
	void passesOnWhomMappingHasRejected() {
		MappedPerson nobody = new MappedPerson("a", List.of(), List.of(UNREADABLE), List.of(TOLD), 0);
		assertThat(only(nobody)).isEqualTo(new JudgedPerson("a", List.of(), List.of(UNREADABLE), List.of(TOLD), 0));
	}

	@Test
	void namesTheFirstOfSeveralCausesOnce() {
		Orang person = pns().pegawai("jenisKelamin", "F", "tglLahir", "1985-04-12", "nik", null);
		JudgedPerson judged = only(mapped("a", person));
		assertThat(judged.findings()).extracting(Finding::rule).containsExactly("NIP_TGLLAHIR", "NIP_JK");
		assertThat(judged.rejections()).hasSameSizeAs(person.entries());
		assertThat(judged.rejections().get(0).rule()).isEqualTo("NIP_TGLLAHIR");
	}

	@Test
	void rejectsSoundHistoriesOfARejectedPersonForThatCauseAlone() {
		Orang person = pns().pegawai("jenisKelamin", "F", "nik", null)
			.first(Resource.JABATAN, "tmtJabatan", "2009-12-01");
		JudgedPerson judged = only(mapped("a", person));
		assertThat(judged.findings()).extracting(Finding::rule).containsExactly("NIP_JK", "JAB_TMT");
		assertThat(judged.rejections()).filteredOn((rejection) -> rejection.resource().isHistory())
			.hasSize(person.entries().size() - 1)
			.extracting(Rejection::rule)
			.containsOnly("PEGAWAI_DITOLAK");
	}

	@Test
	void changesNoValue() {
		List<Entry> before = pns().entries();
		assertThat(only(mapped("a", pns())).entries()).isEqualTo(before);
	}

	@Test
	void comparesWithTheDayOfTheRun() {
		MappedPerson person = mapped("a", pppk());
		assertThat(judge(person, LocalDate.of(2028, 2, 29)).entries()).isNotEmpty();
		assertThat(judge(person, LocalDate.of(2028, 3, 1)).entries()).isEmpty();
	}

	@Test
	void showsNobodyInItsTexts() {
		JudgedBatch judged = VALIDATION.judge(new MappedBatch(run(Orang.TODAY), List.of(mapped("a", pns())), Map.of()));
		assertThat(judged).hasToString("judged batch of 1 for run 1");
		assertThat(judged.people().get(0)).hasToString(pns().entries().size() + " entries, 0 rejected");
	}

	private static JudgedPerson only(MappedPerson person) {
		return judge(person, Orang.TODAY);
	}

	private static JudgedPerson judge(MappedPerson person, LocalDate today) {
		return VALIDATION.judge(new MappedBatch(run(today), List.of(person), Map.of())).people().get(0);
	}

	private static MappedPerson mapped(String kunci, Orang person) {
		return new MappedPerson(kunci, person.entries(), List.of(), List.of(), 0);
	}

	private static Run run(LocalDate today) {
		return new Run(1, "16.71", today, List.of());
	}

}
