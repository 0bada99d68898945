package id.simpul.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The databases Simpul keeps its state in, real ones: every test gets an empty one of its
 * own, migrated as in production.
 */
enum StateDatabase {

	H2 {

		@Override
		HikariDataSource fresh(int number) {
			HikariDataSource pool = pool("jdbc:h2:mem:change" + number
					+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "simpul");
			migrate(pool);
			return pool;
		}

	},

	POSTGRESQL {

		@Override
		HikariDataSource fresh(int number) {
			return Server.database("change" + number);
		}

	};

	private static final AtomicInteger NUMBER = new AtomicInteger();

	/** A database that nobody else uses; closing it lets go of its connections. */
	HikariDataSource fresh() {
		return fresh(NUMBER.incrementAndGet());
	}

	abstract HikariDataSource fresh(int number);

	private static HikariDataSource pool(String url, String user) {
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(url);
		pool.setUsername(user);
		pool.setPassword("");
		pool.setMinimumIdle(1);
		pool.setMaximumPoolSize(4);
		return new HikariDataSource(pool);
	}

	private static void migrate(HikariDataSource database) {
		Flyway.configure().dataSource(database).load().migrate();
	}

	/**
	 * One server for all tests of this process, with one migrated database that the
	 * others are copies of.
	 */
	private static final class Server {

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				EmbeddedPostgres server = EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("shared_buffers", "64MB")
					.start();
				new JdbcTemplate(server.getPostgresDatabase()).execute("create database migrated");
				try (HikariDataSource template = open(server, "migrated")) {
					migrate(template);
				}
				return server;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("PostgreSQL does not start", ex);
			}
		}

		private static HikariDataSource open(EmbeddedPostgres server, String name) {
			return pool(server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true", "postgres");
		}

		static HikariDataSource database(String name) {
			new JdbcTemplate(POSTGRES.getPostgresDatabase()).execute("create database " + name + " template migrated");
			return open(POSTGRES, name);
		}

	}

}
