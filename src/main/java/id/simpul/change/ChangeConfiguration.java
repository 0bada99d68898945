package id.simpul.change;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import id.simpul.source.Installation;
import id.simpul.source.InstansiList;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

	@Bean
	Plans plans(DataSource database, PlatformTransactionManager transactions, Clock clock, InstansiList instansi) {
		return new Plans(database, transactions, clock, (kode) -> Limits.of(instansi.get(kode).batas()));
	}

	@Bean
	Outbox outbox(DataSource database, PlatformTransactionManager transactions, Clock clock, Node node) {
		return new Outbox(database, transactions, clock, node);
	}

	@Bean
	Turns turns(DataSource database, Node node) {
		return new Turns(database, node.alone());
	}

	@Bean
	Redrives redrives(DataSource database, PlatformTransactionManager transactions, Clock clock) {
		return new Redrives(database, transactions, clock);
	}

	@Bean
	Generation generation(DataSource database, Clock clock, Installation installation, Node node) {
		return new Generation(database, clock, installation.data().resolve("simpul.generasi"), node.alone());
	}

}
