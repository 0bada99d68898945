package id.simpul.national;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import id.simpul.change.RegistryKind;
import id.simpul.national.KindsRegistry.Call;
import id.simpul.national.KindsRegistry.Deed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Days on which the registry cannot be used, by a clock that is moved: it is said once,
 * knocked at now and then, and nothing is lost or counted as an attempt.
 */
class OutageTest {

	private static final int INSTANSI = 18;

	/** A knock each five minutes at last, and a few sooner at the beginning. */
	private static final int KNOCKS_A_DAY = 24 * 12 + 20;

	private static final Duration BEAT = Duration.ofSeconds(20);

	private final ListAppender<ILoggingEvent> said = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.said.start();
		((Logger) LoggerFactory.getLogger(Calm.class)).addAppender(this.said);
	}

	@AfterEach
	void stopListening() {
		((Logger) LoggerFactory.getLogger(Calm.class)).detachAppender(this.said);
	}

	@Test
	void aRegistryThatIsDownForADayIsSaidOnceAndKnockedAtNowAndThen(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			province(world, 2);
			world.down = true;
			Program program = begin(world);
			program.runAll();
			work(world, program, Duration.ofHours(12));
			program.end();
			program = begin(world);
			work(world, program, Duration.ofHours(12));
			assertThat(world.knocks.get()).as("requests of a day").isBetween(100, KNOCKS_A_DAY);
			assertThat(alarms()).isOne();
			assertThat(world.jdbc.queryForObject("select count(*) from outage where instansi is null", Long.class))
				.isOne();
			assertThat(world.jdbc.queryForObject("select count(*) from outage", Long.class)).isLessThanOrEqualTo(3);
			assertThat(world.jdbc.queryForObject("select max(attempts) from outbox", Long.class)).isZero();
			world.down = false;
			work(world, program, Duration.ofMinutes(10));
			program.end();
			assertThat(world.waiting()).as("drained within ten minutes").isZero();
			assertThat(world.jdbc.queryForObject("select count(*) from outage where ended_at is null", Long.class))
				.isZero();
			world.judge("after the outage");
		}
	}

	@Test
	void aRegistryThatFailsEveryCallIsAnOutageTooAndEndsByItself(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			province(world, 6);
			world.registry.weather = (call) -> Deed.FAILS;
			Program program = begin(world);
			program.runAll();
			work(world, program, Duration.ofHours(24));
			assertThat(world.registry.calls().size()).as("requests of a day")
				.isLessThanOrEqualTo(KNOCKS_A_DAY + 24 * 6 * INSTANSI); // and each person
																		// once an hour
			assertThat(alarms()).isOne();
			world.registry.weather = (call) -> Deed.ANSWERED;
			work(world, program, Duration.ofHours(3));
			program.end();
			assertThat(world.waiting()).isZero();
			assertThat(world.jdbc.queryForObject("select count(*) from outage where ended_at is null", Long.class))
				.isZero();
			world.judge("after the outage");
		}
	}

	@Test
	void nothingIsAskedForWithinThePauseThatTheRegistryImposes(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			world.admit("16.01", RegistryKind.READABLE, 6);
			world.registry.retryAfter = 600;
			world.registry.weather = (call) -> Deed.LIMITED;
			Program program = begin(world);
			program.runAll();
			world.kinds.keySet().forEach((kode) -> world.shows(kode, 1, World.kursus("A", 1)));
			work(world, program, Duration.ofHours(2));
			List<Instant> times = world.registry.calls().stream().map(Call::at).distinct().sorted().toList();
			assertThat(times).hasSizeGreaterThan(3);
			for (int i = 1; i < times.size(); i++) {
				assertThat(Duration.between(times.get(i - 1), times.get(i)))
					.isGreaterThanOrEqualTo(Duration.ofMinutes(10));
			}
			world.registry.weather = (call) -> Deed.ANSWERED;
			program.runAll();
			work(world, program, Duration.ofHours(1));
			program.end();
			world.judge("after the pause");
		}
	}

	@Test
	void anAnnouncedClosingIsNoOutage(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			Instant from = Instant.parse("2026-11-24T01:30:00Z");
			Instant until = Instant.parse("2026-11-24T03:00:00Z");
			world.closed = List.of("2026-11-24 08:30 - 2026-11-24 10:00");
			world.admit("16.01", RegistryKind.READABLE, 3);
			Program program = begin(world);
			work(world, program, Duration.ofMinutes(31));
			program.runAll();
			work(world, program, Duration.ofMinutes(80));
			assertThat(world.waiting()).as("rests").isPositive();
			work(world, program, Duration.ofMinutes(15));
			program.end();
			world.judge("after the closing");
			assertThat(world.registry.calls()).isNotEmpty()
				.noneMatch((call) -> !call.at().isBefore(from) && call.at().isBefore(until));
			assertThat(world.jdbc.queryForObject("select count(*) from outage", Long.class)).isZero();
		}
	}

	/** An instansi that is not let in must not be the one that knocks for everybody. */
	@Test
	void anOutageEndsForTheOthersWhereTheFirstMayNotSendAtAll(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			province(world, 2);
			world.down = true;
			Program program = begin(world);
			program.runAll();
			work(world, program, Duration.ofHours(2));
			world.down = false;
			world.registry.weather = (call) -> call.kode().equals("16.01") ? Deed.FORBIDDEN : Deed.ANSWERED;
			work(world, program, Duration.ofMinutes(15));
			program.end();
			assertThat(world.wrongs()).isNotEmpty().allMatch((wrong) -> wrong.contains(" 16.01 "));
		}
	}

	/** U2: the logins of a day on which neither token service answers. */
	@Test
	void tokenServicesThatAreDownAreNotStormed(@TempDir Path folder) throws IOException {
		try (World world = World.h2(folder); ScriptedSiasn siasn = new ScriptedSiasn()) {
			siasn.tell("oauth2/token", 503, "<html>x</html>").tell("sso/token", 503, "<html>x</html>");
			world.siasn = siasn;
			for (String kode : List.of("16.01", "16.02", "16.03", "16.04")) {
				world.admit(kode, RegistryKind.READABLE, 5);
				ScriptedSiasn.credentials(Files.createDirectories(folder.resolve("rahasia/" + kode)));
			}
			Program program = begin(world);
			program.runAll();
			work(world, program, Duration.ofHours(24));
			program.end();
			assertThat(siasn.asked().size()).as("logins of a day").isBetween(100, KNOCKS_A_DAY);
			assertThat(alarms()).isOne();
			assertThat(world.jdbc.queryForObject("select max(attempts) from outbox", Long.class)).isZero();
		}
	}

	private static void province(World world, int people) {
		for (int number = 1; number <= INSTANSI; number++) {
			String kode = "16.%02d".formatted(number);
			world.admit(kode, RegistryKind.values()[number % 3], people);
			world.shows(kode, 1, World.kursus("A", 1));
		}
	}

	private static Program begin(World world) {
		Program program = new Program(world);
		program.begin();
		return program;
	}

	/** As the dispatcher's own beat does: whoever has something and need not rest. */
	private static void work(World world, Program program, Duration time) {
		Instant end = world.now.plus(time);
		while (world.now.isBefore(end)) {
			if (world.waiting() > 0) {
				world.kinds.keySet()
					.stream()
					.filter((kode) -> program.dispatcher.resting(kode).isEmpty())
					.forEach(program.dispatcher::drain);
			}
			world.pass(BEAT);
		}
	}

	private long alarms() {
		return this.said.list.stream().filter((event) -> event.getLevel() == Level.ERROR).count();
	}

}
