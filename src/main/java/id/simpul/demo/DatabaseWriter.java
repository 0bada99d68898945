package id.simpul.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import id.simpul.demo.Layout.Section;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Kode;

/** Writes an H2 file with an account that may only read. */
final class DatabaseWriter implements SourceWriter {

	private static final int BATCH = 500;

	private final Connection connection;

	private PreparedStatement insert;

	private List<Column> columns = List.of();

	private int waiting;

	DatabaseWriter(Path data, Sender sender, Layout layout) throws IOException {
		Path file = file(data, sender);
		Files.createDirectories(file.getParent());
		Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".mv.db"));
		Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".trace.db"));
		try {
			this.connection = connect(data, sender, "pengelola", Secrets.read(data, sender, "sumber-pengelola"));
			this.connection.setAutoCommit(false);
			try (Statement statement = this.connection.createStatement()) {
				statement.execute("CREATE USER PEMBACA PASSWORD '" + Secrets.read(data, sender, "sumber") + "'");
				statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO PEMBACA");
			}
			for (Section section : layout.sections().stream().filter(Section::isLookup).toList()) {
				lookup(section);
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	private static Path file(Path data, Sender sender) {
		return data.resolve("sumber").resolve(sender.kode());
	}

	static Connection connect(Path data, Sender sender, String user, String password) throws SQLException {
		Properties account = new Properties();
		account.setProperty("user", user);
		account.setProperty("password", password);
		return new org.h2.Driver().connect(
				"jdbc:h2:file:" + file(data, sender).toAbsolutePath() + ";MAX_COMPACT_TIME=0;TIME ZONE=Asia/Jakarta",
				account);
	}

	private void lookup(Section section) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement
				.execute("CREATE TABLE \"" + section.name() + "\" (\"id\" INTEGER PRIMARY KEY, \"nama\" VARCHAR(100))");
		}
		String sql = "INSERT INTO \"" + section.name() + "\" VALUES (?, ?)";
		try (PreparedStatement rows = this.connection.prepareStatement(sql)) {
			int id = 0;
			for (Kode code : CodeLists.bundled().get(section.resources().get(0)).codes()) {
				rows.setInt(1, ++id);
				rows.setString(2, code.nama());
				rows.addBatch();
			}
			rows.executeBatch();
		}
	}

	@Override
	public void begin(Section section) throws IOException {
		try {
			flush();
			this.columns = section.columns();
			String declared = this.columns.stream()
				.map((column) -> '"' + column.name() + "\" " + switch (column.type()) {
					case TEXT -> "VARCHAR(500)";
					case DATE -> "DATE";
					case NUMBER -> "INTEGER";
					case LARGE_NUMBER -> "BIGINT";
				})
				.collect(Collectors.joining(", "));
			try (Statement statement = this.connection.createStatement()) {
				statement.execute("CREATE TABLE \"" + section.name() + "\" (" + declared + ")");
				statement.execute("CREATE INDEX \"ix_" + section.name() + "\" ON \"" + section.name() + "\" (\""
						+ this.columns.get(0).name() + "\")");
			}
			this.insert = this.connection.prepareStatement("INSERT INTO \"" + section.name() + "\" VALUES ("
					+ this.columns.stream().map((column) -> "?").collect(Collectors.joining(", ")) + ")");
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void row(Object[] values, boolean broken) throws IOException {
		try {
			for (int i = 0; i < values.length; i++) {
				String text = (String) values[i];
				Object value = (text == null) ? null : switch (this.columns.get(i).type()) {
					case TEXT -> text;
					case DATE -> LocalDate.parse(text);
					case NUMBER -> Integer.valueOf(text);
					case LARGE_NUMBER -> Long.valueOf(text);
				};
				this.insert.setObject(i + 1, value);
			}
			this.insert.addBatch();
			if (++this.waiting == BATCH) {
				this.insert.executeBatch();
				this.waiting = 0;
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	private void flush() throws SQLException {
		if (this.insert != null) {
			this.insert.executeBatch();
			this.insert.close();
			this.insert = null;
			this.waiting = 0;
		}
	}

	@Override
	public void close() throws IOException {
		try (Connection open = this.connection) {
			flush();
			open.commit();
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

}
