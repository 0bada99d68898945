package id.simpul.change;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.pegawai.Document;

/**
 * The documents, by person and version. Whoever asks for what is accepted must know that the versions of an open run are
 * here too: they have the highest numbers and carry that run's id.
 */
final class Documents {

	private final JdbcTemplate jdbc;

	Documents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest version of each of these people before that run; people without one are missing in the answer. */
	Map<String, Head> heads(String instansi, long run, Collection<String> people) {
		Map<String, Head> heads = new HashMap<>(people.size() * 2);
		return query("""
				select kunci, version, id, hash, run_id from document
				where instansi = ? and kunci = any(?)""", instansi, people, (rows) -> {
			while (rows.next()) {
				Head head = new Head(rows.getLong(3), rows.getInt(2), rows.getBytes(4));
				if (rows.getLong(5) != run) {
					heads.merge(rows.getString(1), head, (a, b) -> (a.version() > b.version()) ? a : b);
				}
			}
			return heads;
		});
	}

	/** The documents of these versions. */
	Map<String, Document> load(String instansi, Map<String, Integer> versions) {
		Map<String, Document> documents = new HashMap<>(versions.size() * 2);
		return query("select kunci, version, doc from document where instansi = ? and kunci = any(?)", instansi,
				versions.keySet(), (rows) -> {
					while (rows.next()) {
						if (rows.getInt(2) == versions.get(rows.getString(1))) {
							documents.put(rows.getString(1), Document.parse(rows.getBytes(3)));
						}
					}
					return documents;
				});
	}

	void add(String instansi, long run, List<Proposal> proposals) {
		this.jdbc.batchUpdate("""
				insert into document (instansi, kunci, version, run_id, nip, nik, hash, doc, origins, entries, changes,
					unchanged)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", new BatchPreparedStatementSetter() {

			@Override
			public void setValues(PreparedStatement insert, int i) throws SQLException {
				Proposal proposal = proposals.get(i);
				insert.setString(1, instansi);
				insert.setString(2, proposal.kunci());
				insert.setInt(3, proposal.version());
				insert.setLong(4, run);
				insert.setString(5, proposal.nip());
				insert.setString(6, proposal.nik());
				insert.setBytes(7, proposal.document().hash());
				insert.setBytes(8, proposal.document().json());
				insert.setString(9, proposal.origins());
				insert.setInt(10, proposal.document().entries().size());
				insert.setInt(11, proposal.changes());
				insert.setInt(12, proposal.unchanged());
			}

			@Override
			public int getBatchSize() {
				return proposals.size();
			}

		});
	}

	private <T> T query(String sql, String instansi, Collection<String> people, Reader<T> reader) {
		return this.jdbc.execute((ConnectionCallback<T>) (connection) -> read(connection, sql, instansi, people, reader));
	}

	private static <T> T read(Connection connection, String sql, String instansi, Collection<String> people,
			Reader<T> reader) throws SQLException {
		Array keys = connection.createArrayOf("varchar", people.toArray());
		try (PreparedStatement select = connection.prepareStatement(sql)) {
			select.setString(1, instansi);
			select.setArray(2, keys);
			select.setFetchSize(1000);
			try (ResultSet rows = select.executeQuery()) {
				return reader.read(rows);
			}
		}
		finally {
			keys.free();
		}
	}

	private interface Reader<T> {

		T read(ResultSet rows) throws SQLException;

	}

}
