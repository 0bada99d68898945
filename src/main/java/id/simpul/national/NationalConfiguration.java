package id.simpul.national;

import java.time.Clock;
import java.util.function.Function;

import javax.sql.DataSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.change.Generation;
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
			Generation generation, SiasnSettings settings, Installation installation, InstansiList instansi,
			CodeLists codes, Clock clock) {
		Registries registries = new Registries(settings, installation.data(), instansi, codes, clock);
		return dispatcher(database, transactions, outbox, generation, settings, registries, clock);
	}

	/** Puts the parts together over a database. */
	static Dispatcher dispatcher(DataSource database, PlatformTransactionManager transactions, Outbox outbox,
			Generation generation, SiasnSettings settings, Function<String, Registry> registries, Clock clock) {
		JdbcTemplate jdbc = new JdbcTemplate(database);
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		Mirror mirror = new Mirror(jdbc, transaction, clock);
		return new Dispatcher(outbox, generation, registries,
				new ReadableDelivery(outbox, mirror, settings, transaction),
				new UnreadDelivery(outbox, settings.lateness()), mirror,
				new Calm(new Outages(jdbc, clock), settings, clock), clock);
	}

}
