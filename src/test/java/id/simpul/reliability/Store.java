package id.simpul.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;

/** Where the program under test keeps its state. */
interface Store extends AutoCloseable {

	/** The lines below {@code simpul.database}. */
	String settings();

	/** A view of the state while the program does not run; it leaves no trace there. */
	Connection look() throws SQLException, IOException;

	/**
	 * Stops the server as a crash would and starts it again, where there is one.
	 * @return whether there is one
	 */
	boolean crash() throws IOException, InterruptedException;

	@Override
	void close() throws IOException;

	/** A file in the data folder. */
	static Store h2(Path data) {
		return new Store() {

			@Override
			public String settings() {
				return "driver: h2";
			}

			@Override
			public Connection look() throws SQLException, IOException {
				// a copy: opening the file itself would mend what the program shall mend
				Path copy = data.resolve("salinan.mv.db");
				Files.copy(data.resolve("simpul.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
				Properties account = new Properties();
				account.setProperty("user", "simpul");
				account.setProperty("password", "");
				return new org.h2.Driver().connect("jdbc:h2:file:" + data.resolve("salinan").toAbsolutePath()
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;MAX_COMPACT_TIME=0",
						account);
			}

			@Override
			public boolean crash() {
				return false;
			}

			@Override
			public void close() {
				// it goes with its folder
			}

		};
	}

	/** A server of one's own, with its data below the folder. */
	static Store postgresql(Path folder, Path data) throws IOException {
		Path cluster = folder.resolve("postgresql");
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setDataDirectory(cluster)
			// as installed by anybody else: the library turns it off for speed
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("shared_buffers", "64MB")
			.setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
			.setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
			.start();
		Files.createDirectories(data.resolve("rahasia"));
		Files.writeString(data.resolve("rahasia/basis-data"), "postgres\n");
		return new Store() {

			@Override
			public String settings() {
				return """
						driver: postgresql
						    port: %d
						    name: postgres
						    user: postgres
						    password: file:rahasia/basis-data""".formatted(server.getPort());
			}

			@Override
			public Connection look() throws SQLException {
				return server.getPostgresDatabase().getConnection();
			}

			@Override
			public boolean crash() throws IOException, InterruptedException {
				String postgres = Files.readString(cluster.resolve("postmaster.opts")).split(" ")[0];
				List<String> command = new ArrayList<>();
				if (LinuxUtils.isUnshareAvailable()) {
					command.addAll(List.of("unshare", "-U")); // it refuses to run as root
				}
				command
					.addAll(List.of(Path.of(postgres).resolveSibling("pg_ctl").toString(), "restart", "-m", "immediate",
							"-w", "-D", cluster.toString(), "-l", folder.resolve("postgresql.log").toString()));
				Process restart = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(folder.resolve("pg_ctl.log").toFile())
					.start();
				if (restart.waitFor() != 0) {
					throw new IOException(
							"PostgreSQL did not come back: " + Files.readString(folder.resolve("pg_ctl.log")));
				}
				return true;
			}

			@Override
			public void close() throws IOException {
				server.close();
			}

		};
	}

}
