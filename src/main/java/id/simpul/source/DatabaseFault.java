package id.simpul.source;

import java.sql.SQLException;

/**
 * Turns what a driver says into a fault of ours. Drivers quote addresses, statements and
 * values in their messages, so only the state is kept of them.
 */
final class DatabaseFault {

	private DatabaseFault() {
	}

	/**
	 * @param database its name, as the route file gives it
	 */
	static SourceFault unreachable(String database, SQLException ex) {
		return new SourceFault("SUMBER_TIDAK_TERSAMBUNG", bare(ex), database, reason(ex));
	}

	/** The source was there and is no longer, or does not let us read on. */
	static SourceFault interrupted(String dataset, SQLException ex) {
		String state = state(ex);
		if (state.equals("42501") || state.equals("90096") || ex.getErrorCode() == 1142 || ex.getErrorCode() == 1143) {
			return new SourceFault("TABEL_TIDAK_BOLEH_DIBACA", bare(ex), dataset);
		}
		return new SourceFault("SUMBER_TERPUTUS", bare(ex), dataset, reason(ex));
	}

	private static String reason(SQLException ex) {
		String state = state(ex);
		if (state.startsWith("28")) {
			return "nama pengguna atau kata sandi ditolak";
		}
		if (state.equals("3D000") || state.equals("90146") || state.equals("90013") || ex.getErrorCode() == 1049) {
			return "basis data tidak ada";
		}
		if (state.equals("90020")) {
			return "basis data sedang dibuka program lain";
		}
		if (state.equals("55P03") || ex.getErrorCode() == 1205) {
			return "tabel sedang dikunci";
		}
		if (state.equals("57014") || ex.getErrorCode() == 57014) {
			return "batas waktu terlampaui";
		}
		if (state.startsWith("57P")) {
			return "server dimatikan atau memutus sambungan";
		}
		return state.startsWith("08") ? "server tidak dapat dihubungi" : "SQLSTATE " + state;
	}

	/** The same exception without its words. */
	private static SQLException bare(SQLException ex) {
		SQLException bare = new SQLException(ex.getClass().getSimpleName() + ", SQLSTATE " + state(ex),
				ex.getSQLState(), ex.getErrorCode());
		bare.setStackTrace(ex.getStackTrace());
		return bare;
	}

	private static String state(SQLException ex) {
		return (ex.getSQLState() != null) ? ex.getSQLState() : "tidak diketahui";
	}

}
