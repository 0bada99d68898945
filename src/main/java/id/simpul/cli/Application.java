package id.simpul.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;

import id.simpul.change.Node;
import id.simpul.change.Plans;
import id.simpul.change.Redrives;
import id.simpul.console.Redrive;
import id.simpul.console.ReleasePlan;
import id.simpul.console.RunNow;
import id.simpul.national.Dispatcher;
import id.simpul.national.SiasnSettings;
import id.simpul.pegawai.CodeLists;
import id.simpul.report.Outlook;
import id.simpul.source.Installation;
import id.simpul.source.InstansiList;
import id.simpul.sync.Schedules;
import id.simpul.validation.Validation;

/**
 * The whole program: what every room needs, the rooms' own configurations, and
 * {@link SettingsApplication}.
 */
@SpringBootApplication(scanBasePackages = "id.simpul")
class Application {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	CodeLists codeLists(Installation installation) {
		return CodeFiles.load(installation.mappings());
	}

	@Bean
	InstansiList instansiList(Installation installation) {
		return InstansiList.load(installation.config("instansi.yaml"));
	}

	@Bean
	Validation validation(CodeLists codes) {
		return new Validation(codes);
	}

	@Bean
	DataSource dataSource(Database database, Installation installation) {
		return database.open(installation.data());
	}

	@Bean
	Node node(Database database, Installation installation, SiasnSettings siasn) {
		return Node.of(installation.data(), database.isAlone(), siasn.request(), siasn.lateness());
	}

	@Bean
	Schema schema(Database database, Installation installation) {
		return new Schema(database, installation.data());
	}

	/** On a server that several nodes may use, every job is run by one of them. */
	@Bean
	SchedulerFactoryBeanCustomizer quartz(Database database, QuartzProperties settings) {
		return (scheduler) -> {
			if (!database.isAlone()) {
				Properties clustered = new Properties();
				clustered.putAll(settings.getProperties());
				clustered.put("org.quartz.jobStore.isClustered", "true");
				clustered.put("org.quartz.scheduler.instanceId", "AUTO");
				scheduler.setQuartzProperties(clustered);
			}
		};
	}

	@Bean
	Outlook outlook(Schedules schedules, Dispatcher dispatcher) {
		return new Outlook() {

			@Override
			public Optional<Instant> nextRun(String kode) {
				return schedules.next(kode);
			}

			@Override
			public Optional<Pause> registryPause(String kode) {
				return dispatcher.resting(kode).map((rest) -> new Pause(rest.rule(), rest.since(), rest.until()));
			}

			@Override
			public Optional<Duration> remaining(String kode) {
				return dispatcher.remaining(kode);
			}

		};
	}

	@Bean
	RunNow runNow(Schedules schedules) {
		return schedules::runNow;
	}

	@Bean
	ReleasePlan releasePlan(Plans plans) {
		return new ReleasePlan() {

			@Override
			public Plans.Release release(long run, String who, String reason) {
				return plans.release(run, who, reason);
			}

			@Override
			public boolean putAside(long run, String who) {
				return plans.putAside(run, who);
			}

		};
	}

	@Bean
	Redrive redrive(Redrives redrives) {
		return new Redrive() {

			@Override
			public Redrives.Result again(String instansi, Set<Long> changes, Redrives.Content content, String who,
					String why) {
				return redrives.redrive(instansi, Redrives.Selection.of(changes), content, who, why);
			}

			@Override
			public boolean confirm(String instansi, long change, String who, String why) {
				return redrives.confirm(instansi, change, who, why);
			}

		};
	}

}
