package id.simpul.source;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Reads one table row by row in the order of its key, and notices when the order is not
 * what was asked for.
 */
final class DatabaseCursor implements RowCursor {

	private static final int DEADLINE_EVERY = 1024;

	private final String dataset;

	private final Columns columns;

	private final int keyPlace;

	private final boolean keyIsNumber;

	private final KeyOrder order;

	private final boolean[] exponents;

	private final Statement statement;

	private final ResultSet rows;

	private final long deadline;

	private long number;

	private String key = "";

	private String last = "";

	private Row row;

	/**
	 * @param rows the table's columns in their order, ordered by the key; empty keys may
	 * be first or last
	 * @param order the run's order, {@code null} for a lookup
	 * @param deadline by {@link System#nanoTime()}
	 */
	DatabaseCursor(Table table, Statement statement, ResultSet rows, KeyOrder order, long deadline) {
		this.dataset = table.dataset().name();
		List<Dialect.Column> read = table.columns();
		this.columns = new Columns(this.dataset, read.stream().map(Dialect.Column::name).toList());
		this.keyPlace = table.key();
		this.keyIsNumber = table.key() >= 0 && table.keyColumn().isNumber();
		this.order = order;
		this.exponents = new boolean[read.size()];
		for (int i = 0; i < read.size(); i++) {
			this.exponents[i] = read.get(i).needsPlainText();
		}
		this.statement = statement;
		this.rows = rows;
		this.deadline = deadline;
	}

	@Override
	public boolean next() {
		try {
			if (!this.rows.next()) {
				return false;
			}
			this.number++;
			if (this.number % DEADLINE_EVERY == 0 && System.nanoTime() - this.deadline > 0) {
				throw new SourceFault("BATAS_WAKTU_SUMBER", null, this.dataset);
			}
			String[] values = new String[this.exponents.length];
			boolean fits = true;
			for (int i = 0; i < values.length; i++) {
				String value = this.rows.getString(i + 1);
				if (value != null) {
					fits &= value.length() <= Dialect.LONGEST_CELL;
					values[i] = this.exponents[i] ? plain(value) : value;
				}
			}
			this.row = fits ? Row.of(this.columns, this.number, values)
					: Row.unreadable(this.columns, this.number, "SEL_TERLALU_BESAR");
			if (this.keyPlace >= 0) {
				follow(values[this.keyPlace]);
			}
			return true;
		}
		catch (SQLException ex) {
			throw DatabaseFault.interrupted(this.dataset, ex);
		}
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public Row row() {
		return this.row;
	}

	@Override
	public void close() {
		try {
			this.statement.close();
		}
		catch (SQLException ex) {
			// the connection is closed next, and with it whatever is left of the
			// statement
		}
	}

	private void follow(String value) {
		this.key = this.keyIsNumber ? KeyOrder.number(value) : KeyOrder.strip(value);
		if (this.key.equals(this.last) || this.key.isEmpty()) {
			return;
		}
		if (!this.last.isEmpty() && this.order.compare(this.last, this.key) > 0) {
			throw new SourceFault("URUTAN_SUMBER_KACAU", null, this.dataset, String.valueOf(this.number));
		}
		this.last = this.key;
	}

	private static String plain(String value) {
		if (value.indexOf('E') < 0 && value.indexOf('e') < 0) {
			return value;
		}
		try {
			return new BigDecimal(value).toPlainString();
		}
		catch (NumberFormatException ex) {
			// infinities and the like: mapping says that it is no number
			return value;
		}
	}

}
