package id.simpul.national;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.change.Outbox;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.InstansiList;
import id.simpul.source.Installation;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiasnSettings.class)
class NationalConfiguration {

	@Bean
	Dispatcher dispatcher(DataSource database, PlatformTransactionManager transactions, Outbox outbox,
			SiasnSettings settings, Installation installation, InstansiList instansi, CodeLists codes, Clock clock) {
		Mirror mirror = new Mirror(new JdbcTemplate(database), new TransactionTemplate(transactions), clock);
		Registries registries = new Registries(settings, installation.data(), instansi, codes, clock);
		return new Dispatcher(outbox, new Deliverer(outbox, mirror, settings), registries, mirror, settings.inFlight(),
				clock);
	}

}
