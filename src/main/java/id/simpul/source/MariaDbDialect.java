package id.simpul.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * MariaDB and MySQL. A streamed result keeps its connection busy, so every cursor has its
 * own. Dates are read as the server writes them, since {@code 0000-00-00} is a date to it
 * and to nobody else.
 */
final class MariaDbDialect extends Dialect {

	@Override
	int defaultPort() {
		return 3306;
	}

	@Override
	Map<String, Pattern> parameters() {
		return Map.of("sslMode", Pattern.compile("disable|trust|verify-ca|verify-full"), "serverSslCert", CERTIFICATE,
				"connectTimeout", NUMBER, "tcpKeepAlive", BOOLEAN, "useCompression", BOOLEAN);
	}

	@Override
	Connection connect(Address address) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", address.user());
		properties.setProperty("password", address.password());
		properties.setProperty("connectTimeout", "10000");
		properties.setProperty("socketTimeout", String.valueOf(address.timeLimit().toMillis() + 5000));
		// a server that is not what it says it is must get neither files nor another
		// address out of us
		properties.setProperty("allowLocalInfile", "false");
		properties.setProperty("allowMultiQueries", "false");
		properties.setProperty("permitRedirect", "false");
		properties.setProperty("tinyInt1isBit", "false");
		properties.setProperty("sessionVariables", "net_write_timeout=" + address.timeLimit().toSeconds()
				+ ",lock_wait_timeout=" + Math.max(1, address.lockLimit().toSeconds()));
		properties.putAll(address.parameters());
		Connection connection = new org.mariadb.jdbc.Driver()
			.connect("jdbc:mariadb://" + address.host() + ":" + address.port() + "/" + address.database(), properties);
		try {
			connection.setReadOnly(true);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			forbidWriting(connection);
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/** The driver's own setting only chooses among servers. */
	private static void forbidWriting(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET SESSION TRANSACTION READ ONLY");
		}
		catch (SQLSyntaxErrorException ex) {
			// servers older than MySQL 5.6 have no such thing; we send them nothing but
			// SELECT
		}
	}

	@Override
	void leave(Connection connection) throws SQLException {
		// a plain close would first read what is left of the result
		connection.abort(Runnable::run);
	}

	@Override
	boolean sharesConnection() {
		return false;
	}

	@Override
	String quote(String name) {
		return '`' + name.replace("`", "``") + '`';
	}

	@Override
	String cell(Column column) {
		String name = quote(column.name());
		return switch (column.type()) {
			case Types.DATE, Types.TIME, Types.TIMESTAMP -> asText(column);
			case Types.BIT, Types.BOOLEAN -> name + " + 0";
			default -> (column.size() > LONGEST_CELL || column.size() < 0)
					? "SUBSTRING(" + name + ", 1, " + (LONGEST_CELL + 1) + ")" : name;
		};
	}

	@Override
	String asText(Column column) {
		return "CAST(" + quote(column.name()) + " AS CHAR)";
	}

	@Override
	String bytewise(String text) {
		// functions that MySQL 5.5 has as well: other blanks become spaces, then spaces
		// are stripped
		return "BINARY TRIM(REPLACE(REPLACE(REPLACE(" + text + ", CHAR(9), ' '), CHAR(10), ' '), CHAR(13), ' '))";
	}

	@Override
	String unlikeBytewise(String column) {
		return column + " REGEXP '[^0-9]'";
	}

}
