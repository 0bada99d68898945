package id.simpul.change;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the rows of some people from a table keyed by instansi and person. H2 looks into
 * the second column of an index only for a join, PostgreSQL surely only for an array; the
 * other form of each reads the whole instansi.
 */
final class PeopleRows {

	private static final String H2 = """
			select %s from unnest(cast(? as varchar array)) k(person) join %s t on t.kunci = k.person and t.instansi = ?
			where true %s""";

	private static final String ANY = "select %s from %s t where t.kunci = any(?) and t.instansi = ? %s";

	private final JdbcTemplate jdbc;

	PeopleRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param rest what follows the condition on the people: {@code and ... order by ...}
	 * @param reader takes all rows at once
	 */
	<T> T query(String columns, String table, String rest, String instansi, Collection<String> people,
			Reader<T> reader) {
		return this.jdbc.execute((ConnectionCallback<T>) (connection) -> {
			boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
			return read(connection, (h2 ? H2 : ANY).formatted(columns, table, rest), instansi, people, reader);
		});
	}

	private static <T> T read(Connection connection, String sql, String instansi, Collection<String> people,
			Reader<T> reader) throws SQLException {
		Array keys = connection.createArrayOf("varchar", people.toArray());
		try (PreparedStatement select = connection.prepareStatement(sql)) {
			select.setArray(1, keys);
			select.setString(2, instansi);
			select.setFetchSize(1000);
			try (ResultSet rows = select.executeQuery()) {
				return reader.read(rows);
			}
		}
		finally {
			keys.free();
		}
	}

	/** Makes something of the rows. */
	interface Reader<T> {

		T read(ResultSet rows) throws SQLException;

	}

}
