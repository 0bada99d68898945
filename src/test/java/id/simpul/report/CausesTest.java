package id.simpul.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.source.Severity;

import static id.simpul.report.Reports.ALL;
import static org.assertj.core.api.Assertions.assertThat;

class CausesTest {

	private static final String LATEST = "run_id in (select max(id) from run where state in ('DONE', 'HELD')"
			+ " group by instansi)";

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void groupsByCauseAndCountsWhatTheTablesHold(ReportDatabase kind) {
		Reports reports = kind.province();
		List<Cause> causes = reports.causes.all(ALL);
		assertThat(causes).extracting(Cause::rule)
			.containsExactlyInAnyOrder("KODE_TAK_DIKENAL", "TANGGAL_TAK_TERBACA", "PEGAWAI_GANDA", "PEGAWAI_DITOLAK",
					"BARIS_YATIM");
		assertThat(causes.stream().mapToLong(Cause::findings).sum())
			.isEqualTo(reports.province.count("finding where " + LATEST));
		assertThat(causes.stream().mapToLong(Cause::rejected).sum())
			.isEqualTo(reports.province.count("rejection where " + LATEST));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whatHoldsEntriesBackComesFirstThenWhatConcernsMostPeople(ReportDatabase kind) {
		List<Cause> causes = kind.province().causes.all(ALL);
		assertThat(causes).isSortedAccordingTo(Comparator.comparing(Cause::severity)
			.thenComparing(Comparator.comparingLong(Cause::people).reversed()));
		assertThat(causes.get(0).rule()).isEqualTo("KODE_TAK_DIKENAL");
		assertThat(causes).extracting(Cause::severity).contains(Severity.BLOCKS, Severity.WARNS);
		assertThat(causes.get(0).shares())
			.isSortedAccordingTo(Comparator.comparingLong(Cause.Share::people).reversed());
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aPersonIsCountedOnceHoweverOftenACauseIsFound(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 5);
		reports.province.finding(run, "16.71", "A", "KODE_TAK_DIKENAL", "E", "jabatan", "unorId", 1);
		reports.province.finding(run, "16.71", "A", "KODE_TAK_DIKENAL", "E", "jabatan", "unorId", 2);
		reports.province.finding(run, "16.71", "A", "KODE_TAK_DIKENAL", "W", "pendidikan", "tanggalLulus", 3);
		reports.province.finding(run, "16.71", "B", "KODE_TAK_DIKENAL", "W", "pendidikan", "tanggalLulus", 4);
		reports.province.rejection(run, "16.71", "C", "KODE_TAK_DIKENAL", "jabatan", 5);
		assertThat(reports.causes.all(ALL)).containsExactly(
				new Cause("KODE_TAK_DIKENAL", Severity.BLOCKS, List.of(new Cause.Share("16.71", 3, 4, 1))));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aRejectionWeighsMoreThanTheFindingsThatCameBefore(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 5);
		reports.province.finding(run, "16.71", "A", "RIWAYAT_GANDA", "I", "jabatan", "unorId", 1);
		assertThat(reports.causes.find(ALL, "RIWAYAT_GANDA")).map(Cause::severity).hasValue(Severity.INFORMS);
		reports.province.rejection(run, "16.71", "A", "RIWAYAT_GANDA", "jabatan", 1);
		assertThat(reports.causes.find(ALL, "RIWAYAT_GANDA")).map(Cause::severity).hasValue(Severity.BLOCKS);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void onlyTheLatestWholeReadingSpeaks(ReportDatabase kind) {
		Reports reports = kind.empty();
		assertThat(reports.causes.anythingRead(ALL)).isFalse();
		long old = reports.province.done("16.71", 1, 100, 5);
		reports.province.finding(old, "16.71", "A", "KODE_TAK_DIKENAL", "E", "jabatan", "unorId", 1);
		assertThat(reports.causes.anythingRead(ALL)).isTrue();
		assertThat(reports.causes.all(ALL)).hasSize(1);
		reports.province.done("16.71", 0, 100, 5);
		assertThat(reports.causes.all(ALL)).as("mended since").isEmpty();
		assertThat(reports.causes.examples(ALL, "KODE_TAK_DIKENAL", 0, 10)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void examplesArePagedInTheOrderOfTheSourceWithoutGapOrDouble(ReportDatabase kind) {
		Reports reports = kind.province();
		Cause cause = reports.causes.find(ALL, "KODE_TAK_DIKENAL").orElseThrow();
		Set<Example> seen = new HashSet<>();
		int from = 0;
		List<Example> page;
		while (!(page = reports.causes.examples(ALL, cause.rule(), from, 25)).isEmpty()) {
			assertThat(page).hasSizeLessThanOrEqualTo(25);
			seen.addAll(page);
			from += page.size();
		}
		assertThat(from).isEqualTo((int) cause.findings());
		assertThat(seen).hasSize(from);
		assertThat(seen).allSatisfy((example) -> {
			assertThat(example.person()).contains("•");
			assertThat(example.entry()).isEqualTo("04/01/2021 · 821•••");
			assertThat(example.field()).isEqualTo("unorId");
		});
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void entriesRejectedWithoutAFindingOfTheirOwnAreShownToo(ReportDatabase kind) {
		Reports reports = kind.province();
		List<Example> examples = reports.causes.examples(ALL, "PEGAWAI_DITOLAK", 0, 100);
		assertThat(examples)
			.hasSize((int) reports.province.count("rejection where rule = 'PEGAWAI_DITOLAK' and " + LATEST));
		assertThat(examples).allSatisfy((example) -> {
			assertThat(example.resource()).isEqualTo("kinerja");
			assertThat(example.field()).isNull();
			assertThat(example.row()).isEqualTo(47);
		});
		assertThat(reports.causes.examples(ALL, "KODE_TAK_DIKENAL", 5000, 25)).as("a page after the last").isEmpty();
	}

}
