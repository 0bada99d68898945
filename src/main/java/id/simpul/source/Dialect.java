package id.simpul.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one brand of database wants to be told differently. Everything that becomes part
 * of an address or a statement here is made of checked parameters and of names from the
 * database's own catalogue.
 */
abstract class Dialect {

	/** Cells above this many characters are not values of a personnel record. */
	static final int LONGEST_CELL = 65_536;

	/** Longer we do not wait for a table that its owner has locked. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

	static final Pattern BOOLEAN = Pattern.compile("true|false");

	/** Path of a certificate below the data folder. */
	static final Pattern CERTIFICATE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]*\\.(pem|crt|cer)");

	/**
	 * Where to connect and as whom.
	 *
	 * @param parameters by name, checked against {@link #parameters()}
	 * @param zone how the source's times with a zone are to be written
	 */
	record Address(String host, int port, String database, String user, String password, Map<String, String> parameters,
			Path data, ZoneId zone, int fetchSize, Duration timeLimit) {

		/**
		 * How long to wait for a lock: never so long that it looks like a slow answer.
		 */
		Duration lockLimit() {
			Duration half = this.timeLimit.dividedBy(2);
			return (half.compareTo(PATIENCE) < 0) ? half : PATIENCE;
		}

		@Override
		public String toString() {
			return "address";
		}

	}

	/** A column as the catalogue knows it. */
	record Column(String name, int type, String typeName, int size) {

		boolean isWhole() {
			return this.type == Types.SMALLINT || this.type == Types.INTEGER || this.type == Types.BIGINT
					|| this.type == Types.TINYINT;
		}

		boolean isNumber() {
			return isWhole() || this.type == Types.NUMERIC || this.type == Types.DECIMAL;
		}

		boolean isText() {
			return this.type == Types.VARCHAR || this.type == Types.CHAR || this.type == Types.NVARCHAR
					|| this.type == Types.NCHAR || this.type == Types.LONGVARCHAR;
		}

		/** Numbers that may come in exponent notation. */
		boolean needsPlainText() {
			return this.type == Types.NUMERIC || this.type == Types.DECIMAL || this.type == Types.REAL
					|| this.type == Types.FLOAT || this.type == Types.DOUBLE;
		}

		boolean isLong() {
			return this.size > LONGEST_CELL || this.size <= 0;
		}

	}

	static Dialect of(String driver) {
		return switch (driver) {
			case "h2" -> new H2Dialect();
			case "postgresql" -> new PostgresDialect();
			case "mariadb" -> new MariaDbDialect();
			default -> throw Parameter.wrong("driver");
		};
	}

	abstract int defaultPort();

	/** The parameters a route file may set, each with the form of its value. */
	abstract Map<String, Pattern> parameters();

	/** A connection that only reads. */
	abstract Connection connect(Address address) throws SQLException;

	/** Closes a connection whose results may not have been read to the end. */
	void leave(Connection connection) throws SQLException {
		connection.close();
	}

	/** Whether one connection carries all open cursors, else each needs its own. */
	abstract boolean sharesConnection();

	abstract String quote(String name);

	/**
	 * How a column is selected, so that its text is what its owner sees and has a bounded
	 * length.
	 */
	abstract String cell(Column column);

	abstract String asText(Column column);

	/** The expression that orders by the bytes of the stripped text. */
	abstract String bytewise(String text);

	/**
	 * A condition that finds rows for which the column's own order may differ from
	 * {@link #bytewise}.
	 */
	abstract String unlikeBytewise(String column);

}
