package id.simpul.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Whose turn it is to read an instansi: one at a time, on whatever node. PostgreSQL keeps
 * a turn as a lock of the connection, which goes when the process goes; an H2 file admits
 * only this process.
 */
public final class Turns {

	/** Tells these locks from any others of the same database. */
	private static final int OURS = 0x51_4D_50;

	private final DataSource database;

	private final boolean alone;

	private final Set<String> here = ConcurrentHashMap.newKeySet();

	public Turns(DataSource database, boolean alone) {
		this.database = database;
		this.alone = alone;
	}

	/** A turn; ends when it is closed. */
	public interface Turn extends AutoCloseable {

		@Override
		void close();

	}

	/** A turn at reading an instansi; empty when somebody has it already. */
	public Optional<Turn> take(String instansi) {
		if (!this.here.add(instansi)) {
			return Optional.empty();
		}
		Turn locked = null;
		try {
			locked = this.alone ? () -> {
			} : lock(instansi);
		}
		finally {
			if (locked == null) {
				this.here.remove(instansi);
			}
		}
		Turn lock = locked;
		return Optional.ofNullable((lock == null) ? null : () -> {
			this.here.remove(instansi);
			lock.close();
		});
	}

	@SuppressWarnings("resource") // the connection holds the lock, and goes with it
	private Turn lock(String instansi) {
		try {
			Connection connection = this.database.getConnection();
			if (is(connection, "select pg_try_advisory_lock(?, ?)", instansi)) {
				return () -> unlock(connection, instansi);
			}
			connection.close();
			return null;
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("Whose turn it is cannot be found out", ex);
		}
	}

	private static void unlock(Connection connection, String instansi) {
		try (connection) {
			is(connection, "select pg_advisory_unlock(?, ?)", instansi);
		}
		catch (SQLException ex) {
			// a broken connection has let go of the lock by itself
		}
	}

	private static boolean is(Connection connection, String sql, String instansi) throws SQLException {
		try (PreparedStatement select = connection.prepareStatement(sql)) {
			select.setInt(1, OURS);
			select.setInt(2, instansi.hashCode());
			try (ResultSet row = select.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
	}

}
