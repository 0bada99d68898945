package id.simpul.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The connections of one pass over a database, and the statements that go through them.
 */
final class DatabaseSession implements AutoCloseable {

	private final Dialect dialect;

	private final Dialect.Address address;

	private final long deadline;

	private final List<Connection> connections = new ArrayList<>();

	DatabaseSession(Dialect dialect, Dialect.Address address) {
		this.dialect = dialect;
		this.address = address;
		this.deadline = System.nanoTime() + address.timeLimit().toNanos();
	}

	/** All datasets in the catalogue, before the first row of any is read. */
	List<Table> find(List<Dataset> datasets, String schema) {
		Connection connection = connect();
		try {
			String scope = Table.usualScope(connection, schema);
			List<Table> tables = new ArrayList<>();
			for (Dataset dataset : datasets) {
				tables.add(find(connection, scope, dataset));
			}
			return tables;
		}
		catch (SQLException ex) {
			throw DatabaseFault.unreachable(this.address.database(), ex);
		}
	}

	/**
	 * Opens one table.
	 * @param order order of the run, {@code null} for a lookup, which needs none
	 */
	RowCursor open(Table table, KeyOrder order) {
		Connection connection = this.dialect.sharesConnection() ? this.connections.get(0) : connect();
		try {
			String columns = table.columns().stream().map(this.dialect::cell).collect(Collectors.joining(", "));
			String orderBy = (order != null) ? " ORDER BY " + orderBy(connection, table, order) : "";
			Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
			statement.setFetchSize(this.address.fetchSize());
			statement.setQueryTimeout((int) this.address.timeLimit().toSeconds());
			ResultSet rows = statement
				.executeQuery("SELECT " + columns + " FROM " + table.quoted(this.dialect) + orderBy);
			return new DatabaseCursor(table, statement, rows, order, this.deadline);
		}
		catch (SQLException ex) {
			throw DatabaseFault.interrupted(table.dataset().name(), ex);
		}
	}

	@Override
	public void close() {
		for (Connection connection : this.connections) {
			try {
				this.dialect.leave(connection);
			}
			catch (SQLException ex) {
				// it was only read from, and there is nothing more to do with it
			}
		}
		this.connections.clear();
	}

	private Connection connect() {
		try {
			Connection connection = this.dialect.connect(this.address);
			this.connections.add(connection);
			return connection;
		}
		catch (SQLException ex) {
			throw DatabaseFault.unreachable(this.address.database(), ex);
		}
	}

	private Table find(Connection connection, String scope, Dataset dataset) {
		try {
			return Table.find(connection, this.dialect, scope, dataset);
		}
		catch (SQLException ex) {
			throw DatabaseFault.interrupted(dataset.name(), ex);
		}
	}

	/**
	 * The plainest expression that gives the run's order: a column whose own order is as
	 * good can be read along its index, and need not be sorted by the source.
	 */
	private String orderBy(Connection connection, Table table, KeyOrder order) throws SQLException {
		Dialect.Column key = table.keyColumn();
		String column = this.dialect.quote(key.name());
		if (order == KeyOrder.NUMBER) {
			return column;
		}
		boolean asItIs = key.isText() && table.isIndexed(connection) && isPlain(connection, table);
		return asItIs ? column : this.dialect.bytewise(key.isText() ? column : this.dialect.asText(key));
	}

	private boolean isPlain(Connection connection, Table table) throws SQLException {
		String column = this.dialect.quote(table.keyColumn().name());
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table.quoted(this.dialect) + " WHERE "
						+ this.dialect.unlikeBytewise(column) + " LIMIT 1")) {
			return !rows.next();
		}
	}

}
