package id.simpul.report;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.change.RunState;

import static id.simpul.report.Reports.ALL;
import static org.assertj.core.api.Assertions.assertThat;

class RunReportsTest {

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aHeldPlanSaysWhatExceededItsLimit(ReportDatabase kind) {
		HeldPlan plan = kind.province().runs.held(ALL, "16.08").orElseThrow();
		assertThat(plan.run().state()).isEqualTo(RunState.HELD);
		assertThat(plan.run().books().held()).isEqualTo(1463);
		assertThat(plan.reasons()).containsExactly(
				new HeldPlan.Reason("BERUBAH", null, 1402, 4100, 20,
						List.of(new HeldPlan.Sample("1986•••• •••••• • 001", "jabatan",
								"01/03/2020 · " + Province.HOSTILE.substring(0, 3) + "•••"))),
				new HeldPlan.Reason("KOLOM", "jabatan.unorId", 1398, 4100, 10, List.of()));
		assertThat(plan.reasons().get(0).percent()).isBetween(34.1, 34.3);
		assertThat(plan.words()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aHeldPlanShowsAFewOfThoseItIsAboutMasked(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = held(reports);
		var jdbc = reports.province.jdbc();
		jdbc.update("insert into hold values (?, 'HILANG', null, 40, 100, 1.00)", run);
		jdbc.update("insert into hold values (?, 'KOLOM', 'jabatan.unorId', 40, 100, 10.00)", run);
		jdbc.update("insert into hold_sample values (?, 'HILANG', null, ?, null, null)", run, Province.NIP);
		jdbc.update("insert into hold_sample values (?, 'KOLOM', 'jabatan.unorId', ?, 'jabatan', ?)", run, Province.NIP,
				"2020-03-01|821/17/2020");
		jdbc.update("insert into hold_sample values (?, 'KOLOM', 'jabatan.unorId', '7', 'jabatan', null)", run + 1);
		List<HeldPlan.Reason> reasons = reports.runs.held(ALL, "16.71").orElseThrow().reasons();
		assertThat(reasons.get(0).samples()).containsExactly(new HeldPlan.Sample("1986•••• •••••• • 001", null, ""));
		assertThat(reasons.get(1).samples())
			.containsExactly(new HeldPlan.Sample("1986•••• •••••• • 001", "jabatan", "01/03/2020 · 821•••"));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aHeldPlanSaysWhoLetItGoAndWhy(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = held(reports);
		reports.province.jdbc()
			.update("insert into release values (?, 'siti', ?, ?)", run, "Mutasi, lihat NIP " + Province.NIP,
					Province.NOW.atOffset(ZoneOffset.UTC));
		HeldPlan plan = reports.runs.held(ALL, "16.71").orElseThrow();
		assertThat(plan.words())
			.containsExactly(new HeldPlan.Word("siti", "Mutasi, lihat NIP 1986•••• •••••• • 001", Province.NOW));
		assertThat(plan.hasWordOf("siti")).isTrue();
		assertThat(plan.hasWordOf("budi")).isFalse();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aReasonAgainstNobodyIsNoShareOfAnything(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.jdbc().update("insert into hold values (?, 'BARU', null, 40, 0, 10.00)", held(reports));
		assertThat(reports.runs.held(ALL, "16.71").orElseThrow().reasons().get(0).percent()).isZero();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whoHoldsNothingHasNoPlan(ReportDatabase kind) {
		assertThat(kind.province().runs.held(ALL, "16.71")).isEmpty();
		assertThat(kind.province().runs.held(ALL, "16.13")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void runsArePagedFromTheLatest(ReportDatabase kind) {
		Reports reports = kind.empty();
		for (int day = 9; day >= 0; day--) {
			reports.province.done("16.71", day, 100, 5);
			reports.province.done("16.04", day, 100, 5);
		}
		List<RunReport> first = reports.runs.of(ALL, "16.71", Long.MAX_VALUE, 6);
		List<RunReport> second = reports.runs.of(ALL, "16.71", first.get(5).id(), 6);
		assertThat(first).hasSize(6);
		assertThat(second).hasSize(4);
		assertThat(first.get(5).id()).isGreaterThan(second.get(0).id());
		assertThat(first).isSortedAccordingTo((a, b) -> Long.compare(b.id(), a.id()));
		assertThat(first).allSatisfy((run) -> assertThat(run.books().instansi()).isEqualTo("16.71"));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aRunIsFoundOnlyUnderItsOwnInstansi(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 5);
		assertThat(reports.runs.find(ALL, "16.71", run)).map(RunReport::id).hasValue(run);
		assertThat(reports.runs.find(ALL, "16.04", run)).isEmpty();
		assertThat(reports.runs.find(Scope.of(Set.of("16.04")), "16.71", run)).isEmpty();
		assertThat(reports.runs.find(ALL, "16.71", run + 1)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aRunTakesNoTimeUntilItHasEnded(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 0, 100, 5);
		reports.province.running("16.71", "siti");
		List<RunReport> runs = reports.runs.of(ALL, "16.71", Long.MAX_VALUE, 2);
		assertThat(runs.get(0).took()).isNull();
		assertThat(runs.get(0).at()).isEqualTo(runs.get(0).startedAt());
		assertThat(runs.get(0).startedBy()).isEqualTo("siti");
		assertThat(runs.get(1).took()).isEqualTo(Duration.ofSeconds(95));
		assertThat(runs.get(1).at()).isEqualTo(runs.get(1).finishedAt());
		assertThat(runs.get(1).people()).isEqualTo(100);
	}

	private static long held(Reports reports) {
		long run = reports.province.done("16.71", 0, 100, 0);
		reports.province.jdbc().update("update run set state = 'HELD' where id = ?", run);
		return run;
	}

}
