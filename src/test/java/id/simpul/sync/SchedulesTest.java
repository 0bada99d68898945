package id.simpul.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.spi.JobFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

import id.simpul.source.InstansiList;

import static org.assertj.core.api.Assertions.assertThat;

/** The schedules on a real Quartz with its tables in a real database. */
class SchedulesTest {

	private final BlockingQueue<String> started = new LinkedBlockingQueue<>();

	private DataSource database;

	private SchedulerFactoryBean factory;

	@TempDir
	private Path folder;

	@BeforeEach
	void open() {
		JdbcDataSource h2 = new JdbcDataSource();
		h2.setURL("jdbc:h2:" + this.folder.resolve("db") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
				+ ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
		this.database = h2;
		Flyway.configure().dataSource(h2).locations("classpath:db/migration").load().migrate();
	}

	@AfterEach
	void close() throws SchedulerException {
		this.factory.destroy();
		new JdbcTemplate(this.database).execute("shutdown");
	}

	@Test
	void everyInstansiHasOneScheduleInItsOwnZone() throws Exception {
		Schedules schedules = schedules(line("16.71", "Asia/Jakarta", "0 0 5 * * ?"),
				line("91.71", "Asia/Jayapura", "0 0 5 * * ?"));
		schedules.start();
		Instant jakarta = schedules.next("16.71").orElseThrow();
		Instant jayapura = schedules.next("91.71").orElseThrow();
		assertThat(jakarta.atZone(ZoneId.of("Asia/Jakarta")).getHour()).isEqualTo(5);
		assertThat(jayapura.atZone(ZoneId.of("Asia/Jayapura")).getHour()).isEqualTo(5);
	}

	/** Half past two does not exist there on the day the clocks go forward. */
	@Test
	void theZoneOfTheMachineDoesNotMoveASchedule() throws Exception {
		TimeZone before = TimeZone.getDefault();
		Set<Instant> next = new HashSet<>();
		try {
			for (String zone : List.of("UTC", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "America/New_York")) {
				TimeZone.setDefault(TimeZone.getTimeZone(zone));
				Schedules schedules = schedules(line("16.71", "Asia/Jakarta", "0 30 2 8 3 ? 2099"));
				schedules.start();
				next.add(schedules.next("16.71").orElseThrow());
				this.factory.destroy();
			}
		}
		finally {
			TimeZone.setDefault(before);
		}
		assertThat(next).containsExactly(Instant.parse("2099-03-07T19:30:00Z"));
	}

	@Test
	void runsMissedWhileTheProgramWasDownAreCaughtUpWithOne() throws Exception {
		Schedules before = schedules(line("16.71", "Asia/Jakarta", "0 0 * * * ?"));
		before.start();
		this.factory.destroy();
		long hours = Duration.ofHours(7).toMillis();
		new JdbcTemplate(this.database).update("update qrtz_triggers set next_fire_time = next_fire_time - ?", hours);
		schedules(line("16.71", "Asia/Jakarta", "0 0 * * * ?")).start();
		assertThat(this.started.poll(20, TimeUnit.SECONDS)).isEqualTo("16.71 jadwal");
		assertThat(this.started.poll(2, TimeUnit.SECONDS)).isNull();
	}

	@Test
	void aChangedScheduleReplacesTheStoredOneAndAnInstansiThatLeftIsNotRunAnyMore() throws Exception {
		schedules(line("16.71", "Asia/Jakarta", "0 0 5 * * ?"), line("16.72", "Asia/Jakarta", "0 0 5 * * ?")).start();
		this.factory.destroy();
		Schedules after = schedules(line("16.71", "Asia/Jakarta", "0 30 6 * * ?"));
		after.start();
		assertThat(after.next("16.71").orElseThrow().atZone(ZoneId.of("Asia/Jakarta")).getMinute()).isEqualTo(30);
		assertThat(after.next("16.72")).isEmpty();
	}

	@Test
	void runNowStartsAtOnceAndSaysWhoAsked() throws Exception {
		Schedules schedules = schedules(line("16.71", "Asia/Jakarta", "0 0 5 * * ?"));
		schedules.start();
		schedules.runNow("16.71", "operator");
		assertThat(this.started.poll(20, TimeUnit.SECONDS)).isEqualTo("16.71 operator");
	}

	private Schedules schedules(String... lines) throws Exception {
		Path file = this.folder.resolve("instansi.yaml");
		Files.writeString(file, "instansi:\n" + String.join("\n", lines) + "\n");
		JobFactory counting = (bundle, scheduler) -> (context) -> {
			String who = context.getTrigger().getJobDataMap().getString(SyncJob.STARTED_BY);
			this.started.add(context.getJobDetail().getKey().getName() + " " + ((who != null) ? who : "jadwal"));
		};
		this.factory = new SchedulerFactoryBean();
		this.factory.setDataSource(this.database);
		this.factory.setJobFactory(counting);
		this.factory.setAutoStartup(false);
		this.factory.setWaitForJobsToCompleteOnShutdown(true);
		Properties properties = new Properties();
		properties.setProperty("org.quartz.jobStore.driverDelegateClass",
				"org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
		properties.setProperty("org.quartz.jobStore.useProperties", "true");
		properties.setProperty("org.quartz.threadPool.threadCount", "2");
		this.factory.setQuartzProperties(properties);
		this.factory.afterPropertiesSet();
		Scheduler scheduler = this.factory.getObject();
		return new Schedules(scheduler, InstansiList.load(file));
	}

	private static String line(String kode, String zone, String cron) {
		return "  - {kode: \"%s\", nama: Contoh, bps: \"1671\", zona: %s, jadwal: \"%s\", petak: [1, 1]}"
			.formatted(kode, zone, cron);
	}

}
