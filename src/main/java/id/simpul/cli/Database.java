package id.simpul.cli;

import java.nio.file.Path;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import id.simpul.source.Secret;

/**
 * Where Simpul keeps its own state. The address is built here; nobody types one.
 *
 * @param driver {@code h2}: a file in the data folder; {@code postgresql}: a server
 * @param host of the server
 * @param port of the server
 * @param name of the database on the server
 * @param user of the database on the server
 * @param password {@code env:NAME} or {@code file:PATH} below the data folder
 * @param connections kept open at most
 */
@ConfigurationProperties("simpul.database")
record Database(@DefaultValue("h2") String driver, @DefaultValue("localhost") String host,
		@DefaultValue("5432") int port, @DefaultValue("simpul") String name, @DefaultValue("simpul") String user,
		String password, @DefaultValue("10") int connections) {

	Database {
		if (!driver.equals("h2") && !driver.equals("postgresql")) {
			throw new IllegalArgumentException("simpul.database.driver: h2 atau postgresql, bukan " + driver);
		}
		if (!(host + name).matches("[A-Za-z0-9_.:-]+")) {
			throw new IllegalArgumentException("simpul.database.host dan name: hanya huruf, angka, titik, garis");
		}
	}

	/** Whether no other process can use it at the same time. */
	boolean isAlone() {
		return this.driver.equals("h2");
	}

	DataSource open(Path data) {
		HikariConfig pool = new HikariConfig();
		pool.setPoolName("simpul");
		pool.setMaximumPoolSize(this.connections);
		if (this.driver.equals("h2")) {
			// WRITE_DELAY=0: without it a killed process loses commits it had already
			// reported
			pool.setJdbcUrl("jdbc:h2:file:" + data.resolve("simpul") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
					+ ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=15000;CACHE_SIZE=32768;DB_CLOSE_ON_EXIT=FALSE");
			pool.setUsername("simpul");
			pool.setPassword("");
		}
		else {
			pool.setJdbcUrl("jdbc:postgresql://" + this.host + ":" + this.port + "/" + this.name
					+ "?reWriteBatchedInserts=true&ApplicationName=simpul");
			pool.setUsername(this.user);
			pool.setPassword((this.password != null) ? new Secret(this.password).read(data) : "");
		}
		return new HikariDataSource(pool);
	}

}
