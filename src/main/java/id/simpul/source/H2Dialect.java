package id.simpul.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * An H2 file below the data folder, opened for reading only; never one that does not
 * exist yet.
 */
final class H2Dialect extends Dialect {

	@Override
	int defaultPort() {
		return 0;
	}

	@Override
	Map<String, Pattern> parameters() {
		return Map.of();
	}

	@Override
	Connection connect(Address address) throws SQLException {
		Path file = Parameter.below("database", address.data(), address.database());
		if (file.toString().indexOf(';') >= 0) {
			throw Parameter.wrong("data");
		}
		if (!Files.isRegularFile(file.resolveSibling(file.getFileName() + ".mv.db"), LinkOption.NOFOLLOW_LINKS)) {
			throw new SQLException("no such file", "90146", 90146);
		}
		Properties properties = new Properties();
		properties.setProperty("user", address.user());
		properties.setProperty("password", address.password());
		Connection connection = new org.h2.Driver().connect("jdbc:h2:file:" + file + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE"
				+ ";LAZY_QUERY_EXECUTION=1;TIME ZONE=" + address.zone().getId(), properties);
		connection.setReadOnly(true);
		return connection;
	}

	@Override
	boolean sharesConnection() {
		return false;
	}

	@Override
	String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	@Override
	String cell(Column column) {
		String name = quote(column.name());
		return (column.type() == Types.CLOB || column.type() == Types.BLOB || column.size() > LONGEST_CELL)
				? "SUBSTRING(" + name + " FROM 1 FOR " + (LONGEST_CELL + 1) + ")" : name;
	}

	@Override
	String asText(Column column) {
		return "CAST(" + quote(column.name()) + " AS VARCHAR)";
	}

	@Override
	String bytewise(String text) {
		StringBuilder blanks = new StringBuilder();
		for (char blank : KeyOrder.BLANKS.toCharArray()) {
			blanks.append(String.format("\\%04x", (int) blank));
		}
		return "BTRIM(" + text + ", U&'" + blanks + "')";
	}

	@Override
	String unlikeBytewise(String column) {
		return "(" + column + " < '!' AND " + column + " <> '') OR " + column + " > '~'";
	}

}
