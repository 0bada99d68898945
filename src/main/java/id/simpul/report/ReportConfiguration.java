package id.simpul.report;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import id.simpul.source.InstansiList;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {

	@Bean
	RunReports runReports(DataSource database) {
		return new RunReports(JdbcClient.create(database));
	}

	@Bean
	Outages outages(DataSource database, Clock clock) {
		return new Outages(JdbcClient.create(database), clock);
	}

	@Bean
	SenderReports senderReports(InstansiList instansi, RunReports runs, Outages outages, Outlook outlook, Clock clock) {
		return new SenderReports(instansi, runs, outages, outlook, clock);
	}

	@Bean
	BookReports bookReports(DataSource database, RunReports runs, Clock clock) {
		return new BookReports(JdbcClient.create(database), runs, clock);
	}

	@Bean
	Causes causes(DataSource database, RunReports runs) {
		return new Causes(JdbcClient.create(database), runs);
	}

	@Bean
	Deliveries deliveries(DataSource database) {
		return new Deliveries(JdbcClient.create(database));
	}

}
