package id.simpul.cli;

import java.io.IOException;
import java.nio.file.Files;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;

/** The same rounds with state in a PostgreSQL server, as in production. */
class ProvinceOnPostgresTest extends ProvinceRounds {

	private EmbeddedPostgres server;

	@Override
	void keepStateIn(InstallationCopy installation) throws IOException {
		this.server = EmbeddedPostgres.start();
		Files.createDirectories(installation.data().resolve("rahasia"));
		Files.writeString(installation.data().resolve("rahasia/basis-data"), "postgres\n");
		installation.replace("config/application.yaml", "driver: h2", """
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
