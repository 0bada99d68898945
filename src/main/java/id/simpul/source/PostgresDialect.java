package id.simpul.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import org.postgresql.PGConnection;

/**
 * PostgreSQL: all cursors share one read-only transaction, so that all tables are seen at
 * the same moment.
 */
final class PostgresDialect extends Dialect {

	private static final Set<String> SLICED = Set.of("text", "varchar", "bpchar", "bytea");

	/** Whether the server can keep blanks beyond ASCII at all. */
	private boolean unicode = true;

	@Override
	int defaultPort() {
		return 5432;
	}

	@Override
	Map<String, Pattern> parameters() {
		return Map.of("sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"), "sslrootcert",
				CERTIFICATE, "connectTimeout", NUMBER, "tcpKeepAlive", BOOLEAN, "prepareThreshold", NUMBER);
	}

	@Override
	Connection connect(Address address) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", address.user());
		properties.setProperty("password", address.password());
		properties.setProperty("connectTimeout", "10");
		properties.setProperty("socketTimeout", String.valueOf(address.timeLimit().toSeconds() + 5));
		properties.setProperty("ApplicationName", "simpul");
		properties.setProperty("readOnlyMode", "always");
		properties.putAll(address.parameters());
		Connection connection = new org.postgresql.Driver().connect(
				"jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database(), properties);
		try {
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			this.unicode = "UTF8".equals(((PGConnection) connection).getParameterStatus("server_encoding"));
			try (Statement statement = connection.createStatement()) {
				statement.execute("SET TIME ZONE '" + address.zone().getId() + "'");
				statement.execute("SET lock_timeout = " + address.lockLimit().toMillis());
				statement.execute("SET statement_timeout = " + address.timeLimit().toMillis());
				statement.execute("SET idle_in_transaction_session_timeout = " + address.timeLimit().toMillis());
			}
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	@Override
	boolean sharesConnection() {
		return true;
	}

	@Override
	String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	@Override
	String cell(Column column) {
		String name = quote(column.name());
		if (!column.isLong() || column.isNumber()) {
			return name;
		}
		String text = SLICED.contains(column.typeName()) ? name : "CAST(" + name + " AS text)";
		return "substring(" + text + " FROM 1 FOR " + (LONGEST_CELL + 1) + ")";
	}

	@Override
	String asText(Column column) {
		return "CAST(" + quote(column.name()) + " AS text)";
	}

	@Override
	String bytewise(String text) {
		StringBuilder blanks = new StringBuilder();
		for (char blank : KeyOrder.BLANKS.toCharArray()) {
			if (blank < 128 || this.unicode) {
				blanks.append(String.format("\\u%04x", (int) blank));
			}
		}
		return "btrim(" + text + ", E'" + blanks + "') COLLATE \"C\"";
	}

	@Override
	String unlikeBytewise(String column) {
		return "CAST(" + column + " AS text) COLLATE \"C\" ~ '[^0-9]'";
	}

}
