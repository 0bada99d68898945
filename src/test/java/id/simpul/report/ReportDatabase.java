package id.simpul.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** The databases that questions are asked of, real ones, migrated as in production. */
enum ReportDatabase {

	H2 {

		@Override
		DataSource create(String name) {
			JdbcDataSource database = new JdbcDataSource();
			database.setURL("jdbc:h2:mem:" + name
					+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
			return database;
		}

	},

	POSTGRESQL {

		@Override
		DataSource create(String name) {
			new JdbcTemplate(Server.POSTGRES.getPostgresDatabase()).execute("create database " + name);
			return Server.POSTGRES.getDatabase("postgres", name);
		}

	};

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final Map<ReportDatabase, Reports> PROVINCES = new EnumMap<>(ReportDatabase.class);

	abstract DataSource create(String name);

	/** Reports on nothing yet; a test may write what it asks about. */
	Reports empty() {
		DataSource database = create("report" + NUMBER.incrementAndGet());
		Flyway.configure().dataSource(database).load().migrate();
		return new Reports(database, Province.CLOCK);
	}

	/** Reports on the whole province, for tests that only read. */
	Reports province() {
		synchronized (PROVINCES) {
			return PROVINCES.computeIfAbsent(this, (kind) -> {
				Reports reports = kind.empty();
				reports.province.fill();
				return reports;
			});
		}
	}

	/** One server for all tests of this process. */
	private static final class Server {

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("PostgreSQL does not start", ex);
			}
		}

	}

}
