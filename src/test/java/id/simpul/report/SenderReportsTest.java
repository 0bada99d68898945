package id.simpul.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.source.Instansi;

import static id.simpul.report.Reports.ALL;
import static org.assertj.core.api.Assertions.assertThat;

class SenderReportsTest {

	private static final Duration GRACE = Duration.ofHours(1);

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void everyStandingHasItsReason(ReportDatabase kind) {
		Reports reports = kind.province();
		assertThat(reports.standing("16.04")).as("last run failed").isEqualTo(Standing.FAILED);
		assertThat(reports.standing("16.08")).as("a plan is held").isEqualTo(Standing.HELD);
		assertThat(reports.standing("16.05")).as("three days without data").isEqualTo(Standing.LATE);
		assertThat(reports.standing("16.02")).as("failed, now running").isEqualTo(Standing.CATCHING_UP);
		assertThat(reports.standing("16.12")).as("nothing changed for fifty days").isEqualTo(Standing.STALE);
		assertThat(reports.standing("16.11")).as("the registry rests").isEqualTo(Standing.REGISTRY_CLOSED);
		assertThat(reports.standing("16.13")).as("never run").isEqualTo(Standing.NOT_STARTED);
		assertThat(reports.standing("16.71")).as("this morning's data").isEqualTo(Standing.ON_TIME);
		assertThat(reports.senders.all(ALL)).extracting(SenderReport::standing)
			.containsOnly(Standing.values())
			.hasSize(Province.INSTANSI.all().size());
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void keepsTheOrderOfTheConfigurationAndShowsOnlyWhoIsToBeSeen(ReportDatabase kind) {
		Reports reports = kind.province();
		assertThat(reports.senders.all(ALL)).extracting(SenderReport::kode)
			.containsExactlyElementsOf(Province.INSTANSI.all().stream().map(Instansi::kode).toList());
		assertThat(reports.senders.all(Scope.of(Set.of("16.71", "16.04")))).extracting(SenderReport::kode)
			.containsExactly("16.04", "16.71");
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void namesTheRuleThatMadeTheLastRunFail(ReportDatabase kind) {
		SenderReport lahat = kind.province().senders.find(ALL, "16.04").orElseThrow();
		assertThat(lahat.failure()).isEqualTo("SUMBER_TIDAK_TERSAMBUNG");
		assertThat(lahat.ended().books().causeArguments()).containsExactly("simpeg_lahat");
		assertThat(kind.province().senders.find(ALL, "16.02").orElseThrow().failure())
			.as("a run under way may still mend it")
			.isNull();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void showsTheFindingsOfTheLatestWholeReadingEvenAfterAFailure(ReportDatabase kind) {
		SenderReport lahat = kind.province().senders.find(ALL, "16.04").orElseThrow();
		assertThat(lahat.shown()).isNotNull();
		assertThat(lahat.shown().id()).isLessThan(lahat.ended().id());
		assertThat(lahat.lastGood()).isEqualTo(lahat.shown().finishedAt());
		assertThat(lahat.rejected()).isEqualTo(21);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void lastChangeIsOlderThanLastGoodDataWhereNothingMoves(ReportDatabase kind) {
		SenderReport pali = kind.province().senders.find(ALL, "16.12").orElseThrow();
		assertThat(Duration.between(pali.lastChange(), pali.lastGood())).isEqualTo(Duration.ofDays(50));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whoNeverRanHasNothingToShow(ReportDatabase kind) {
		SenderReport muratara = kind.province().senders.find(ALL, "16.13").orElseThrow();
		assertThat(List.of(muratara.rejected(), muratara.waiting())).containsOnly(0L);
		assertThat(muratara)
			.extracting(SenderReport::running, SenderReport::ended, SenderReport::shown, SenderReport::lastGood,
					SenderReport::lastChange, SenderReport::due, SenderReport::failure)
			.containsOnlyNulls();
		assertThat(muratara.nextRun()).isAfter(Province.NOW);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void isLateAnHourAfterItsOwnScheduleAndNotBefore(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 0, 100, 5);
		// 06.38 WIB on the next day
		Instant due = Instant.parse("2026-11-24T23:38:00Z");
		assertThat(reports.senders.find(ALL, "16.71").orElseThrow().due()).isEqualTo(due);
		assertThat(at(reports, due.plus(GRACE)).standing("16.71")).isEqualTo(Standing.ON_TIME);
		assertThat(at(reports, due.plus(GRACE).plusSeconds(1)).standing("16.71")).isEqualTo(Standing.LATE);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void isStaleOnlyAfterFiveWeeksWithoutAChange(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 35, 100, 5);
		reports.province.done("16.71", 0, 100, 0);
		Instant moved = reports.senders.find(ALL, "16.71").orElseThrow().lastChange();
		Duration fiveWeeks = Duration.ofDays(35);
		assertThat(at(reports, moved.plus(fiveWeeks)).standing("16.71")).isEqualTo(Standing.ON_TIME);
		assertThat(at(reports, moved.plus(fiveWeeks).plusSeconds(1)).standing("16.71")).isEqualTo(Standing.STALE);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aFirstRunUnderWayIsCatchingUp(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.running("16.71", "jadwal");
		assertThat(reports.standing("16.71")).isEqualTo(Standing.CATCHING_UP);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whoIsOnTimeStaysSoWhileANewRunReads(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 0, 100, 5);
		reports.province.running("16.71", "jadwal");
		SenderReport palembang = reports.senders.find(ALL, "16.71").orElseThrow();
		assertThat(palembang.standing()).isEqualTo(Standing.ON_TIME);
		assertThat(palembang.running()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whoIsLateAndReadsAgainIsCatchingUp(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 4, 100, 5);
		assertThat(reports.standing("16.71")).isEqualTo(Standing.LATE);
		reports.province.running("16.71", "jadwal");
		assertThat(reports.standing("16.71")).isEqualTo(Standing.CATCHING_UP);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aHeldPlanIsShownBeforeLateness(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 9, 100, 5);
		long held = reports.province.done("16.71", 4, 100, 0);
		reports.province.jdbc().update("update run set state = 'HELD' where id = ?", held);
		assertThat(reports.standing("16.71")).isEqualTo(Standing.HELD);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aPlanPutAsideNoLongerSpeaksForItsInstansi(ReportDatabase kind) {
		Reports reports = kind.empty();
		long good = reports.province.done("16.71", 0, 100, 5);
		long aside = reports.province.done("16.71", 0, 100, 5);
		reports.province.jdbc().update("update run set state = 'DISCARDED' where id = ?", aside);
		SenderReport palembang = reports.senders.find(ALL, "16.71").orElseThrow();
		assertThat(palembang.standing()).isEqualTo(Standing.ON_TIME);
		assertThat(List.of(palembang.ended().id(), palembang.shown().id())).containsOnly(good);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aRegistryThatRestsConcernsOnlyWhoHasSomethingWaiting(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.11", 0, 100, 0);
		assertThat(reports.standing("16.11")).isEqualTo(Standing.ON_TIME);
		reports.province.done("16.11", 0, 100, 24);
		assertThat(reports.standing("16.11")).isEqualTo(Standing.REGISTRY_CLOSED);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whatWaitsIsAddedUpOverAllAcceptedRuns(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 1, 100, 24);
		reports.province.done("16.71", 0, 100, 48);
		long each = reports.province.jdbc().queryForObject("select sum(waiting) from run", Long.class);
		assertThat(reports.senders.find(ALL, "16.71").orElseThrow().waiting()).isPositive().isEqualTo(each);
	}

	private static Reports at(Reports reports, Instant now) {
		return reports.at(Clock.fixed(now, ZoneOffset.UTC));
	}

}
