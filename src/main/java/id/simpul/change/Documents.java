package id.simpul.change;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.pegawai.Document;

/**
 * The documents, by person and version. Whoever asks for what is accepted must know that
 * the versions of an open run are here too: they have the highest numbers and carry that
 * run's id. Of runs that were dropped nothing is here: their documents go in the same
 * transaction, and {@link Runs#lockRunning} lets none be added after it. So nobody has to
 * ask the table of runs about each of 150,000 people.
 */
final class Documents {

	private final JdbcTemplate jdbc;

	private final PeopleRows people;

	Documents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.people = new PeopleRows(jdbc);
	}

	/**
	 * The latest version of each of these people before that run; people without one are
	 * missing in the answer.
	 */
	Map<String, Head> heads(String instansi, long run, Collection<String> people) {
		Map<String, Head> heads = new HashMap<>(people.size() * 2);
		return this.people.query("kunci, version, id, hash, run_id", "document", "", instansi, people, (rows) -> {
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
		return this.people.query("kunci, version, doc", "document", "", instansi, versions.keySet(), (rows) -> {
			while (rows.next()) {
				if (rows.getInt(2) == versions.get(rows.getString(1))) {
					documents.put(rows.getString(1), Document.parse(rows.getBytes(3)));
				}
			}
			return documents;
		});
	}

	/**
	 * The oldest document of a person that is kept and not older than a version: what an
	 * entry was then, unless a change of that entry stands behind it.
	 */
	Optional<Document> since(String instansi, String kunci, int version) {
		return this.jdbc.query("""
				select doc from document where instansi = ? and kunci = ? and version >= ? order by version limit 1""",
				(row, n) -> Document.parse(row.getBytes(1)), instansi, kunci, version)
			.stream()
			.findFirst();
	}

	/** The documents that came last before these versions. */
	Map<String, Document> before(String instansi, Map<String, Integer> versions) {
		Map<String, Integer> before = new HashMap<>(versions.size() * 2);
		return load(instansi,
				this.people.query("kunci, version", "document", "", instansi, versions.keySet(), (rows) -> {
					while (rows.next()) {
						if (rows.getInt(2) < versions.get(rows.getString(1))) {
							before.merge(rows.getString(1), rows.getInt(2), Math::max);
						}
					}
					return before;
				}));
	}

	/**
	 * What is accepted of each of these people, as far as its changes are in the outbox:
	 * never newer than what is there to be sent.
	 */
	Map<String, Document> accepted(String instansi, Collection<String> people) {
		return load(instansi, this.people.query("kunci, max(version)", "document", """
				and exists (select 1 from run r where r.id = t.run_id and r.state = 'DONE' and t.id <= r.expanded_to)
				group by kunci""", instansi, people, (rows) -> {
			Map<String, Integer> versions = new HashMap<>(people.size() * 2);
			while (rows.next()) {
				versions.put(rows.getString(1), rows.getInt(2));
			}
			return versions;
		}));
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

}
