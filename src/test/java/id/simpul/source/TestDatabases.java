package id.simpul.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Real databases for tests: one server for all tests of this process, started by the
 * first that asks, and an empty database of its own for each that asks. The PostgreSQL
 * binaries come with the build; as root they run as nobody.
 */
public final class TestDatabases {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private TestDatabases() {
	}

	/**
	 * A database nobody else uses.
	 *
	 * @param url what JDBC wants to hear, account included
	 */
	public record Database(String driver, int port, String name, String user, String password, String url) {

		public Connection connect() throws SQLException {
			return DriverManager.getConnection(this.url);
		}

		/** Runs statements one by one. */
		public Database execute(String... statements) {
			try (Connection connection = connect(); Statement statement = connection.createStatement()) {
				for (String sql : statements) {
					statement.execute(sql);
				}
				return this;
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** A source that reads this database, as a route file would set it up. */
		DatabaseSource source() {
			DatabaseSource source = new DatabaseSource();
			source.setInstansi("16.71");
			source.setDriver(this.driver);
			source.setPort(String.valueOf(this.port));
			source.setDatabase(this.name);
			source.setUser(this.user);
			return source;
		}

	}

	/** An empty PostgreSQL database. */
	public static Database postgres() {
		EmbeddedPostgres server = Postgres.SERVER;
		String name = "tes_" + NUMBER.incrementAndGet();
		int port = server.getPort();
		new Database("postgresql", port, "postgres", "postgres", "", server.getJdbcUrl("postgres", "postgres"))
			.execute("create database " + name);
		return new Database("postgresql", port, name, "postgres", "", server.getJdbcUrl("postgres", name));
	}

	static String freshName() {
		return "tes_" + NUMBER.incrementAndGet();
	}

	private static final class Postgres {

		private static final EmbeddedPostgres SERVER = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("shared_buffers", "64MB")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("PostgreSQL does not start", ex);
			}
		}

	}

}
