package id.simpul.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.PlatformTransactionManager;

import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;

import id.simpul.change.Plans.Release;
import id.simpul.change.Redrives;
import id.simpul.report.Outlook;
import id.simpul.report.Province;
import id.simpul.report.ReportConfiguration;
import id.simpul.source.InstansiList;

/**
 * The console and what it needs, without sources and registry. Carries no stereotype, so
 * that the whole program does not find it when tests lie on its class path.
 */
@EnableAutoConfiguration(exclude = { QuartzAutoConfiguration.class, CamelAutoConfiguration.class })
@ComponentScan(basePackageClasses = { ReportConfiguration.class, ConsoleSecurity.class })
class ConsoleProgram {

	/** What pages asked the rest of the program to do. */
	static final class Asked implements RunNow, ReleasePlan {

		final List<String> words = new ArrayList<>();

		Release answer = Release.FIRST;

		@Override
		public void start(String kode, String who) {
			this.words.add("run " + kode + " " + who);
		}

		@Override
		public Release release(long run, String who, String reason) {
			this.words.add("release " + run + " " + who + " " + reason);
			return this.answer;
		}

		@Override
		public boolean putAside(long run, String who) {
			this.words.add("put aside " + run + " " + who);
			return true;
		}

	}

	@Bean
	Clock clock() {
		return Province.CLOCK;
	}

	@Bean
	InstansiList instansiList() {
		return Province.INSTANSI;
	}

	@Bean
	Outlook outlook() {
		return Province.outlook();
	}

	/** The real thing, over the same database. */
	@Bean
	Redrive redrive(DataSource database, PlatformTransactionManager transactions, Clock clock) {
		Redrives redrives = new Redrives(database, transactions, clock);
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

	@Bean
	Asked asked() {
		return new Asked();
	}

}
