package id.simpul.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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

	/**
	 * Opens it. A file that was once made and is not there any more, or holds nothing any
	 * more, is refused: an empty state would take everybody for new and send everything
	 * once more.
	 */
	DataSource open(Path data) {
		boolean wasMade = this.driver.equals("h2") && Files.exists(mark(data));
		HikariConfig pool = new HikariConfig();
		pool.setPoolName("simpul");
		pool.setMaximumPoolSize(this.connections);
		if (this.driver.equals("h2")) {
			// WRITE_DELAY=0: without it a killed process loses commits it had already
			// reported
			pool.setJdbcUrl("jdbc:h2:file:" + data.resolve("simpul") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
					+ ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=15000;CACHE_SIZE=32768;PAGE_SIZE=4096"
					+ ";DB_CLOSE_ON_EXIT=FALSE" + (wasMade ? ";IFEXISTS=TRUE" : ""));
			pool.setUsername("simpul");
			pool.setPassword("");
		}
		else {
			pool.setJdbcUrl("jdbc:postgresql://" + this.host + ":" + this.port + "/" + this.name
					+ "?reWriteBatchedInserts=true&ApplicationName=simpul");
			pool.setUsername(this.user);
			pool.setPassword((this.password != null) ? new Secret(this.password).read(data) : "");
		}
		HikariDataSource opened = new HikariDataSource(pool);
		if (wasMade && isEmpty(opened)) {
			opened.close();
			throw new CommandRefused("Basis data Simpul " + data.resolve("simpul.mv.db")
					+ " kosong, padahal pernah berisi. Pulihkan dari cadangan; bila memang hendak mulai dari awal,"
					+ " hapus juga " + mark(data) + ".");
		}
		return opened;
	}

	/** Remembers beside the file that there is a database now. */
	void markMade(Path data) {
		if (!this.driver.equals("h2") || Files.exists(mark(data))) {
			return;
		}
		try {
			Files.writeString(mark(data),
					"Di folder ini ada basis data Simpul, simpul.mv.db. Bila berkas itu hilang atau"
							+ " kosong, Simpul menolak berjalan sampai dipulihkan.\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path mark(Path data) {
		return data.resolve("simpul.ada");
	}

	private static boolean isEmpty(DataSource database) {
		try (Connection connection = database.getConnection();
				Statement statement = connection.createStatement();
				ResultSet tables = statement.executeQuery(
						"select 1 from information_schema.tables where table_name = 'flyway_schema_history'")) {
			return !tables.next();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
