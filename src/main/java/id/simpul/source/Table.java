package id.simpul.source;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A dataset found in the database's own catalogue: whatever a mapping file says, only
 * names from there get into a statement.
 *
 * @param scope schema, or database where that comes to the same
 * @param columns those the mapping asks for, in its order
 * @param key place of the key among them, -1 for a lookup
 */
record Table(Dataset dataset, String scope, String name, List<Dialect.Column> columns, int key) {

	private static final Set<String> KINDS = Set.of("TABLE", "BASE TABLE", "VIEW", "PARTITIONED TABLE",
			"MATERIALIZED VIEW", "FOREIGN TABLE");

	private static final int SHOWN = 60;

	/**
	 * Finds the table and its columns; what is missing is a {@link SourceFault} that
	 * lists what there is.
	 */
	static Table find(Connection connection, Dialect dialect, String usualScope, Dataset dataset) throws SQLException {
		String location = Parameter.given(dataset.location()) ? dataset.location().strip() : dataset.name();
		String scope = usualScope;
		String name = pick(tables(connection, scope), location);
		int dot = location.indexOf('.');
		if (name == null && dot > 0) {
			scope = pick(scopes(connection), location.substring(0, dot));
			name = (scope != null) ? pick(tables(connection, scope), location.substring(dot + 1)) : null;
		}
		if (name == null) {
			throw new SourceFault("TABEL_TIDAK_ADA", null, location,
					shown(tables(connection, (scope != null) ? scope : usualScope)));
		}
		return withColumns(connection, dialect, dataset, scope, name);
	}

	/**
	 * The usual scope of the connection: the given schema, else what the database says.
	 */
	static String usualScope(Connection connection, String schema) throws SQLException {
		if (Parameter.given(schema)) {
			String scope = pick(scopes(connection), schema.strip());
			if (scope == null) {
				throw new SourceFault("TABEL_TIDAK_ADA", null, schema.strip(), shown(scopes(connection)));
			}
			return scope;
		}
		String own = connection.getSchema();
		return (own != null) ? own : connection.getCatalog();
	}

	Dialect.Column keyColumn() {
		return this.columns.get(this.key);
	}

	String quoted(Dialect dialect) {
		return dialect.quote(this.scope) + "." + dialect.quote(this.name);
	}

	/**
	 * Whether the database can deliver the rows in the key's order without sorting them
	 * first.
	 */
	boolean isIndexed(Connection connection) throws SQLException {
		boolean scopeIsCatalog = connection.getSchema() == null;
		try (ResultSet indexes = connection.getMetaData()
			.getIndexInfo(scopeIsCatalog ? this.scope : null, scopeIsCatalog ? null : this.scope, this.name, false,
					true)) {
			while (indexes.next()) {
				if (indexes.getShort("ORDINAL_POSITION") == 1
						&& keyColumn().name().equals(indexes.getString("COLUMN_NAME"))) {
					return true;
				}
			}
			return false;
		}
	}

	private static Table withColumns(Connection connection, Dialect dialect, Dataset dataset, String scope, String name)
			throws SQLException {
		List<Dialect.Column> all = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet none = statement.executeQuery(
						"SELECT * FROM " + dialect.quote(scope) + "." + dialect.quote(name) + " WHERE 1 = 0")) {
			ResultSetMetaData meta = none.getMetaData();
			for (int i = 1; i <= meta.getColumnCount(); i++) {
				all.add(new Dialect.Column(meta.getColumnName(i), meta.getColumnType(i), meta.getColumnTypeName(i),
						meta.getPrecision(i)));
			}
		}
		List<String> names = all.stream().map(Dialect.Column::name).toList();
		List<Dialect.Column> wanted = dataset.columns().isEmpty() ? all
				: wanted(dataset, names).stream().map((column) -> all.get(names.indexOf(column))).toList();
		int key = (dataset.key() == null) ? -1
				: wanted.stream().map(Dialect.Column::name).toList().indexOf(pick(names, dataset.key()));
		return new Table(dataset, scope, name, wanted, key);
	}

	private static List<String> wanted(Dataset dataset, List<String> names) {
		List<String> found = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		for (String column : dataset.columns()) {
			String name = pick(names, column.strip());
			if (name == null) {
				missing.add(column);
			}
			else if (!found.contains(name)) {
				found.add(name);
			}
		}
		if (!missing.isEmpty()) {
			throw new SourceFault("KOLOM_TIDAK_ADA", null, String.join(", ", missing), dataset.name(), shown(names));
		}
		return found;
	}

	/**
	 * The name as the catalogue writes it; upper and lower case count only where they
	 * must.
	 */
	private static String pick(Iterable<String> names, String asked) {
		String like = null;
		for (String name : names) {
			if (name.equals(asked)) {
				return name;
			}
			like = (like == null && name.equalsIgnoreCase(asked)) ? name : like;
		}
		return like;
	}

	private static Set<String> tables(Connection connection, String scope) throws SQLException {
		Set<String> names = new TreeSet<>();
		boolean scopeIsCatalog = connection.getSchema() == null;
		DatabaseMetaData meta = connection.getMetaData();
		try (ResultSet tables = meta.getTables(scopeIsCatalog ? scope : null, null, "%", null)) {
			while (tables.next()) {
				String in = tables.getString(scopeIsCatalog ? "TABLE_CAT" : "TABLE_SCHEM");
				if (scope.equals(in) && KINDS.contains(tables.getString("TABLE_TYPE"))) {
					names.add(tables.getString("TABLE_NAME"));
				}
			}
		}
		return names;
	}

	private static Set<String> scopes(Connection connection) throws SQLException {
		Set<String> names = new TreeSet<>();
		DatabaseMetaData meta = connection.getMetaData();
		try (ResultSet scopes = (connection.getSchema() != null) ? meta.getSchemas() : meta.getCatalogs()) {
			while (scopes.next()) {
				names.add(scopes.getString(1));
			}
		}
		return names;
	}

	private static String shown(Iterable<String> names) {
		List<String> first = new ArrayList<>();
		for (String name : names) {
			if (first.size() == SHOWN) {
				first.add("...");
				break;
			}
			first.add(name);
		}
		return String.join(", ", first);
	}

}
