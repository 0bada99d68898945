package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

import id.simpul.pegawai.Resource;
import id.simpul.simulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A registry that has had enough, or does not let an instansi in, is left alone for as
 * long as it says: no call at all in that time, and nobody's attempt is spent.
 */
class RetryAfterTest {

	private static final Duration CAP = Duration.ofMinutes(15);

	private static final Duration USUAL = Duration.ofSeconds(30);

	private Bureau bureau;

	private int jam = 5;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.bureau = Bureau.open(folder, Duration.ofSeconds(5), Duration.ofMillis(200));
		for (int person = 1; person <= 20; person++) {
			this.bureau.known(person);
			this.bureau.accept(Map.of(person, List.of(Bureau.kursus(person, 5))));
		}
	}

	@AfterEach
	void close() {
		this.bureau.close();
	}

	private static String date(Duration from) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plus(from));
	}

	static Stream<Arguments> told() {
		return Stream.of(Arguments.of("7", Duration.ofSeconds(7)), Arguments.of(" 120 ", Duration.ofMinutes(2)),
				Arguments.of("0", Duration.ofSeconds(1)), Arguments.of("315360000", CAP),
				Arguments.of("9".repeat(15), CAP), Arguments.of("9".repeat(40), CAP), Arguments.of("-5", USUAL),
				Arguments.of("besok", USUAL), Arguments.of("7.5", USUAL), Arguments.of("1e9", USUAL),
				Arguments.of("", USUAL), Arguments.of(null, USUAL),
				Arguments.of(date(Duration.ofMinutes(4)), Duration.ofMinutes(4).minusSeconds(10)),
				Arguments.of(date(Duration.ofDays(3650)), CAP), Arguments.of(date(Duration.ofDays(-3650)), USUAL));
	}

	@Test
	void nobodyCallsEarlierThanTold() {
		this.bureau.deliver(2);
		told().forEach((one) -> nobodyCallsEarlierThanTold((String) one.get()[0], (Duration) one.get()[1]));
	}

	private void nobodyCallsEarlierThanTold(String header, Duration least) {
		Fault fault = (header != null) ? Fault.throttled(header) : Fault.throttled();
		this.bureau.simulator().faults().add(fault.path("/kursus/save").times(16));
		this.jam++;
		for (int person = 1; person <= 20; person++) {
			this.bureau.accept(Map.of(person, List.of(Bureau.kursus(person, this.jam))));
		}
		this.bureau.drain();
		assertThat(this.bureau.dispatcher().resting(Bureau.KODE)).as(header)
			.get()
			.satisfies((rest) -> assertThat(rest.rule()).isEqualTo("LAJU_DIBATASI"));
		assertThat(this.bureau.jdbc()
			.queryForObject("select max(attempts) from outbox where settled_at is null", Integer.class))
			.as("nobody's own matter")
			.isZero();
		long heard = calls();
		this.bureau.pass(least.minusSeconds(1).dividedBy(2));
		this.bureau.drain();
		this.bureau.pass(least.minusSeconds(1).dividedBy(2));
		this.bureau.drain();
		assertThat(calls()).as("no call in the time told: %s", header).isEqualTo(heard);
		this.bureau.simulator().faults().clear();
		this.bureau.pass(least.dividedBy(4).plusSeconds(11));
		this.bureau.drain();
		assertThat(this.bureau.waiting()).as("and not for ever: %s", header).isZero();
		assertThat(this.bureau.saves(1, "kursus")).hasSize(this.jam - 4);
	}

	/** Our clock is two hours off: the date is one of theirs. */
	@Test
	void aDateIsReadByTheClockOfWhoSaidIt() {
		this.bureau.pass(Duration.ofHours(2));
		this.bureau.simulator()
			.faults()
			.add(Fault.throttled(date(Duration.ofMinutes(10))).path("/kursus/save").times(16));
		this.bureau.drain();
		long heard = calls();
		this.bureau.pass(Duration.ofMinutes(9));
		this.bureau.drain();
		assertThat(calls()).isEqualTo(heard);
		this.bureau.simulator().faults().clear();
		this.bureau.deliver(3);
	}

	private long calls() {
		return this.bureau.simulator().arrivals().values().stream().mapToLong((one) -> one.total()).sum();
	}

	@Test
	void aRightThatWasTakenAwayRestsTheInstansi() {
		this.bureau.simulator()
			.faults()
			.add(Fault.status(403, "{\"code\":\"900910\",\"message\":\"Resource forbidden\"}").path("/pns"));
		this.bureau.drain();
		assertThat(this.bureau.dispatcher().resting(Bureau.KODE)).get()
			.satisfies((rest) -> assertThat(rest.rule()).isEqualTo("AKSES_DITOLAK"));
		long heard = calls();
		assertThat(heard).as("those under way at that moment").isLessThanOrEqualTo(16);
		for (int minute = 0; minute < 30; minute++) {
			this.bureau.pass(Duration.ofMinutes(1));
			this.bureau.drain();
		}
		assertThat(calls() - heard).as("one call a rest").isBetween(3L, 6L);
		assertThat(this.bureau.states()).doesNotContainKey("PARKED GAGAL_BERULANG");
		assertThat(this.bureau.jdbc().queryForObject("select max(attempts) from outbox", Integer.class)).isZero();
		this.bureau.simulator().faults().clear();
		this.bureau.deliver(3);
		assertThat(this.bureau.saves(20, "kursus")).hasSize(1);
	}

	@Test
	void aTokenServiceThatIsDownIsAskedSeldomAndSpendsNobodysAttempt() {
		this.bureau.simulator().faults().add(Fault.loginPage().path("/oauth2/token"));
		for (int minute = 0; minute < 60; minute++) {
			this.bureau.drain();
			this.bureau.pass(Duration.ofMinutes(1));
		}
		assertThat(this.bureau.simulator().faults().happened()).as("in an hour").isBetween(8, 16);
		assertThat(calls()).isZero();
		assertThat(this.bureau.jdbc().queryForObject("select max(attempts) from outbox", Integer.class)).isZero();
		assertThat(this.bureau.dispatcher().resting(Bureau.KODE)).get()
			.satisfies((rest) -> assertThat(rest.rule()).isEqualTo("LAYANAN_TOKEN_TERGANGGU"));
		this.bureau.simulator().faults().clear();
		this.bureau.deliver(3);
		assertThat(this.bureau.saves(20, "kursus")).hasSize(1);
	}

	/** The password was changed on one side only. */
	@Test
	void aChangedSecretIsTakenUpWhenItIsPutInPlace() {
		this.bureau.deliver(2);
		this.bureau.accountChanged("baru");
		this.bureau.simulator().expireTokens(Bureau.KODE);
		this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 6))));
		this.bureau.drain();
		assertThat(this.bureau.dispatcher().resting(Bureau.KODE)).get()
			.satisfies((rest) -> assertThat(rest.rule()).isEqualTo("KREDENSIAL_DITOLAK"));
		this.bureau.pass(Duration.ofMinutes(20));
		this.bureau.drain();
		assertThat(this.bureau.waiting()).as("still refused").isPositive();
		assertThat(this.bureau.jdbc()
			.queryForObject("select max(attempts) from outbox where settled_at is null", Integer.class)).isZero();
		this.bureau.secrets("baru");
		this.bureau.deliver(2);
		assertThat(this.bureau.state(1, Resource.KURSUS)).startsWith("ACKED");
		assertThat(this.bureau.saves(1, "kursus")).hasSize(2);
	}

}
