package id.simpul.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static id.simpul.report.Reports.ALL;
import static org.assertj.core.api.Assertions.assertThat;

class OutagesTest {

	private static final Scope PALEMBANG = Scope.of(Set.of("16.71"));

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void thoseThatLastComeFirstEverybodysThenByAge(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.outage("16.71", "AKSES_DITOLAK", Duration.ofHours(5), null);
		reports.province.outage("16.04", "LAJU_DIBATASI", Duration.ofHours(6), null);
		reports.province.outage(null, "REGISTRI_TERGANGGU", Duration.ofHours(1), null);
		reports.province.outage("16.01", "AKSES_DITOLAK", Duration.ofHours(9), Duration.ofHours(8));
		assertThat(reports.outages.open(ALL)).extracting(Outage::instansi).containsExactly(null, "16.04", "16.71");
		assertThat(reports.outages.open(ALL).get(0).length()).as("until now").isEqualTo(Duration.ofHours(1));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void thoseThatHaveEndedHaveTheirLengthAndTheLatestComesFirst(ReportDatabase kind) {
		Reports reports = kind.empty();
		for (int hours = 2; hours < 20; hours++) {
			reports.province.outage("16.71", "AKSES_DITOLAK", Duration.ofHours(2 * hours), Duration.ofHours(hours));
		}
		List<Outage> ended = reports.outages.ended(ALL, 10);
		assertThat(ended).hasSize(10).noneMatch(Outage::isOpen);
		assertThat(ended).extracting(Outage::length).isSorted().first().isEqualTo(Duration.ofHours(2));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void anOperatorSeesTheOwnAndThoseOfEverybody(ReportDatabase kind) {
		Reports reports = kind.empty();
		for (Duration ended : new Duration[] { null, Duration.ofMinutes(1) }) {
			reports.province.outage("16.04", "AKSES_DITOLAK", Duration.ofHours(5), ended);
			reports.province.outage("16.71", "LAJU_DIBATASI", Duration.ofHours(5), ended);
			reports.province.outage(null, "REGISTRI_TERGANGGU", Duration.ofHours(5), ended);
		}
		for (List<Outage> seen : List.of(reports.outages.open(PALEMBANG), reports.outages.ended(PALEMBANG, 10))) {
			assertThat(seen).extracting(Outage::cause).containsExactlyInAnyOrder("LAJU_DIBATASI", "REGISTRI_TERGANGGU");
		}
		assertThat(reports.outages.open(Scope.of(Set.of()))).hasSize(1).allMatch(Outage::isEverybodys);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whileTheRegistryIsAwayNobodyIsLateOrFailedForIt(ReportDatabase kind) {
		Reports reports = kind.empty();
		Province.INSTANSI.all().forEach((one) -> reports.province.done(one.kode(), 0, 100, 24));
		assertThat(reports.standing("16.71")).isEqualTo(Standing.ON_TIME);
		reports.province.outage(null, "REGISTRI_TERGANGGU", Duration.ofDays(3), null);
		assertThat(reports.senders.all(ALL)).extracting(SenderReport::standing).containsOnly(Standing.REGISTRY_CLOSED);
		SenderReport palembang = reports.senders.find(PALEMBANG, "16.71").orElseThrow();
		assertThat(palembang.isHindered()).isTrue();
		assertThat(palembang.pause().cause()).isEqualTo("REGISTRI_TERGANGGU");
		assertThat(palembang.pause().since()).isEqualTo(Province.NOW.minus(Duration.ofDays(3)));
		assertThat(palembang.pause().until()).as("it is being tried").isNull();
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whoIsRefusedAccessWaitsForBknAndOthersDoNot(ReportDatabase kind) {
		Reports reports = kind.empty();
		for (String kode : List.of("16.71", "16.04", "16.01")) {
			reports.province.done(kode, 0, 100, 24);
		}
		reports.province.done("16.02", 0, 100, 0);
		reports.province.outage("16.71", "KREDENSIAL_DITOLAK", Duration.ofHours(1), null);
		reports.province.outage("16.04", "AKSES_DITOLAK", Duration.ofHours(2), Duration.ofHours(1));
		reports.province.outage("16.02", "AKSES_DITOLAK", Duration.ofHours(2), null);
		assertThat(reports.standing("16.71")).isEqualTo(Standing.REGISTRY_CLOSED);
		assertThat(reports.standing("16.04")).as("that is over").isEqualTo(Standing.ON_TIME);
		assertThat(reports.standing("16.01")).as("never met it").isEqualTo(Standing.ON_TIME);
		assertThat(reports.standing("16.02")).as("nothing waits").isEqualTo(Standing.ON_TIME);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aFailedSourceStaysFailedWhileTheRegistryRests(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 1, 100, 24);
		reports.province.failed("16.71", 0, "SUMBER_TERPUTUS", "simpeg");
		reports.province.outage(null, "REGISTRI_TERGANGGU", Duration.ofDays(1), null);
		assertThat(reports.standing("16.71")).isEqualTo(Standing.FAILED);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void anAnnouncedClosingIsEverybodysToo(ReportDatabase kind) {
		Reports reports = kind.empty();
		reports.province.done("16.71", 0, 100, 24);
		SenderReport open = reports.senders.find(ALL, "16.71").orElseThrow();
		assertThat(reports.outages.everybodys(ALL, List.of(open))).isEmpty();
		Outlook.Pause announced = new Outlook.Pause("PEMELIHARAAN_TERJADWAL", Province.NOW.minusSeconds(60),
				Province.NOW.plusSeconds(60));
		Optional<Outage> closing = reports.outages.everybodys(ALL, List.of(paused(open, announced)));
		assertThat(closing).hasValueSatisfying((one) -> {
			assertThat(one.cause()).isEqualTo("PEMELIHARAAN_TERJADWAL");
			assertThat(one.length()).isEqualTo(Duration.ofMinutes(1));
		});
		Outlook.Pause own = new Outlook.Pause("AKSES_DITOLAK", Province.NOW, Province.NOW.plusSeconds(60));
		assertThat(reports.outages.everybodys(ALL, List.of(paused(open, own)))).isEmpty();
		Outlook.Pause ours = new Outlook.Pause("LAJUR_TERGANGGU", Province.NOW, Province.NOW.plusSeconds(60));
		assertThat(paused(open, ours).isHindered()).as("Simpul's own").isFalse();
		assertThat(paused(open, ours).isResting()).isTrue();
	}

	private static SenderReport paused(SenderReport one, Outlook.Pause pause) {
		return new SenderReport(one.instansi(), one.standing(), one.running(), one.ended(), one.shown(), one.lastGood(),
				one.lastChange(), one.due(), one.nextRun(), one.waiting(), pause, null);
	}

}
