package id.simpul.cli;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import id.simpul.pegawai.CodeLists;
import id.simpul.source.Installation;
import id.simpul.source.InstansiList;
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
		return CodeLists.of(installation.mappings().resolve("kode"));
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

}
