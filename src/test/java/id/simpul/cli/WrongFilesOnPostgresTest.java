package id.simpul.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;

/** The same files with state in a PostgreSQL server, as in production. */
class WrongFilesOnPostgresTest extends WrongFiles {

	private EmbeddedPostgres server;

	@Override
	void keepStateIn(Home home) throws IOException {
		this.server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "off")
			.setPGStartupWait(Duration.ofMinutes(1))
			.start();
		Files.createDirectories(home.data().resolve("rahasia"));
		Files.writeString(home.data().resolve("rahasia/basis-data"), "postgres\n");
		home.replace("config/application.yaml", "driver: h2", """
				driver: postgresql
				    port: %d
				    name: postgres
				    user: postgres
				    password: file:rahasia/basis-data""".formatted(this.server.getPort()));
	}

	@AfterAll
	void stopTheServer() throws IOException {
		this.server.close();
	}

}
