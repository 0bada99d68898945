package id.simpul.benchmark;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The least that a hand-written program must do for the same result, on plain JDBC and
 * Jackson: read the tables side by side, build the same document byte for byte, hash it,
 * compare with the hash stored, store what differs in batches of 500. No mapping file, no
 * rules, no books, no plan, no Camel, no Spring.
 */
final class Floor {

	private static final JsonFactory JSON = new JsonFactory();

	private static final int BATCH = 500;

	private static final Map<String, String> GOLONGAN = Map.of("9", "31", "10", "32", "11", "33", "12", "34");

	private static final Map<String, String> TINGKAT = Map.of("SMA", "15", "S-1", "40");

	private final String source;

	private final Connection store;

	private final String instansi;

	Floor(String source, Connection store, String instansi) {
		this.source = source;
		this.store = store;
		this.instansi = instansi;
	}

	/** Reads everybody once; gives how many documents were new or different. */
	long run() throws Exception {
		List<Cursor> cursors = new ArrayList<>();
		long changed = 0;
		try {
			for (String table : List.of("pegawai", "golongan", "jabatan", "pendidikan", "kursus", "kinerja",
					"penghargaan", "angka_kredit")) {
				cursors.add(new Cursor(this.source, table));
			}
			List<String> people = new ArrayList<>(BATCH);
			List<byte[]> documents = new ArrayList<>(BATCH);
			while (cursors.get(0).alive()) {
				people.add(cursors.get(0).rows.getString("nip"));
				documents.add(document(cursors));
				if (people.size() == BATCH) {
					changed += store(people, documents);
				}
			}
			return changed + store(people, documents);
		}
		finally {
			for (Cursor cursor : cursors) {
				cursor.close();
			}
		}
	}

	private long store(List<String> people, List<byte[]> documents) throws Exception {
		MessageDigest sha = MessageDigest.getInstance("SHA-256");
		Map<String, byte[]> known = new HashMap<>();
		try (PreparedStatement select = this.store
			.prepareStatement("select kunci, hash from document where instansi = ? and kunci = any(?)")) {
			select.setString(1, this.instansi);
			select.setArray(2, this.store.createArrayOf("varchar", people.toArray()));
			try (ResultSet rows = select.executeQuery()) {
				while (rows.next()) {
					known.put(rows.getString(1), rows.getBytes(2));
				}
			}
		}
		long changed = 0;
		try (PreparedStatement insert = this.store
			.prepareStatement("insert into document (instansi, kunci, hash, doc) values (?, ?, ?, ?)"
					+ " on conflict (instansi, kunci) do update set hash = excluded.hash, doc = excluded.doc")) {
			for (int i = 0; i < people.size(); i++) {
				byte[] hash = sha.digest(documents.get(i));
				if (!Arrays.equals(hash, known.get(people.get(i)))) {
					insert.setString(1, this.instansi);
					insert.setString(2, people.get(i));
					insert.setBytes(3, hash);
					insert.setBytes(4, documents.get(i));
					insert.addBatch();
					changed++;
				}
			}
			if (changed > 0) {
				insert.executeBatch();
			}
		}
		this.store.commit();
		people.clear();
		documents.clear();
		return changed;
	}

	private static byte[] document(List<Cursor> cursors) throws SQLException {
		ResultSet p = cursors.get(0).rows;
		String nip = p.getString("nip");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
		try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
			out.writeStartObject();
			out.writeName("pegawai");
			out.writeStartObject();
			text(out, "nip", nip);
			text(out, "nik", p.getString("nik"));
			text(out, "nama", p.getString("nama"));
			text(out, "gelarBelakang", p.getString("gelar_belakang"));
			text(out, "tempatLahir", p.getString("tempat_lahir"));
			text(out, "tglLahir", iso(p.getString("tgl_lahir")));
			text(out, "jenisKelamin", p.getString("jk").equals("1") ? "M" : "F");
			text(out, "agama", "1");
			text(out, "jenisKawin", p.getString("status"));
			text(out, "jenisAsn", "PNS");
			text(out, "kedudukanHukum", "01");
			text(out, "tmtCpns", p.getString("tmt_cpns"));
			text(out, "nomorSkCpns", p.getString("sk_cpns"));
			text(out, "tglSkCpns", p.getString("tgl_sk_cpns"));
			text(out, "tmtPns", p.getString("tmt_pns"));
			text(out, "nomorSkPns", p.getString("sk_pns"));
			text(out, "tglSkPns", p.getString("tgl_sk_pns"));
			text(out, "email", p.getString("email"));
			text(out, "noHp", p.getString("no_hp"));
			text(out, "alamat", p.getString("alamat"));
			out.writeEndObject();
			history(out, "golongan", cursors.get(1), nip, (row) -> {
				text(out, "golongan", GOLONGAN.get(row.getString("gol")));
				text(out, "tmtGolongan", iso(row.getString("tmt")));
				text(out, "nomorSk", row.getString("no_sk"));
				text(out, "tanggalSk", iso(row.getString("tgl_sk")));
				number(out, "masaKerjaTahun", row.getInt("mk_tahun"));
			});
			history(out, "jabatan", cursors.get(2), nip, (row) -> {
				text(out, "jenisJabatan", row.getString("jenis"));
				if (row.getString("jenis").equals("2")) {
					text(out, "jenjang", "MU");
				}
				text(out, "jabatanId", row.getString("jabatan_id"));
				text(out, "namaJabatan", row.getString("nama"));
				text(out, "unorId", row.getString("unor"));
				text(out, "namaUnor", row.getString("nama_unor"));
				text(out, "nomorSk", row.getString("no_sk"));
				text(out, "tanggalSk", row.getString("tgl_sk"));
				text(out, "tmtJabatan", row.getString("tmt"));
			});
			history(out, "pendidikan", cursors.get(3), nip, (row) -> {
				text(out, "tingkatPendidikan", TINGKAT.get(row.getString("tingkat")));
				text(out, "namaSekolah", row.getString("sekolah"));
				text(out, "nomorIjazah", row.getString("ijazah"));
				number(out, "tahunLulus", row.getInt("lulus"));
			});
			history(out, "kursus", cursors.get(4), nip, (row) -> {
				text(out, "jenisDiklat", "3");
				text(out, "namaKursus", row.getString("nama"));
				text(out, "nomorSertifikat", row.getString("nomor"));
				text(out, "tanggalKursus", row.getString("tanggal"));
				number(out, "jumlahJam", row.getInt("jam"));
				text(out, "penyelenggara", row.getString("penyelenggara"));
			});
			history(out, "kinerja", cursors.get(5), nip, (row) -> {
				number(out, "tahun", row.getInt("tahun"));
				text(out, "periode", "TAHUN");
				text(out, "basis", "PERMENPAN6");
				text(out, "predikat", row.getString("predikat"));
				text(out, "hasilKerja", row.getString("hasil"));
				text(out, "perilakuKerja", row.getString("perilaku"));
				text(out, "namaPenilai", row.getString("penilai"));
				text(out, "jabatanPenilai", row.getString("jabatan_penilai"));
			});
			history(out, "penghargaan", cursors.get(6), nip, (row) -> {
				text(out, "jenisPenghargaan", "201");
				number(out, "tahun", row.getInt("tahun"));
				text(out, "nomorSk", row.getString("no_sk"));
				text(out, "tanggalSk", row.getString("tgl_sk"));
			});
			history(out, "angka-kredit", cursors.get(7), nip, (row) -> {
				text(out, "nomorSk", row.getString("no_sk"));
				text(out, "tanggalSk", row.getString("tgl_sk"));
				number(out, "bulanMulai", 1);
				number(out, "tahunMulai", row.getInt("tahun"));
				number(out, "bulanSelesai", 12);
				number(out, "tahunSelesai", row.getInt("tahun"));
				out.writeName("kreditTotal");
				out.writeNumber(row.getString("total").replaceAll("\\.?0*$", ""));
			});
			out.writeEndObject();
		}
		cursors.get(0).next();
		return bytes.toByteArray();
	}

	private static void history(JsonGenerator out, String name, Cursor cursor, String nip, Row row)
			throws SQLException {
		out.writeName(name);
		out.writeStartArray();
		while (cursor.alive() && cursor.rows.getString("nip").equals(nip)) {
			out.writeStartObject();
			row.write(cursor.rows);
			out.writeEndObject();
			cursor.next();
		}
		out.writeEndArray();
	}

	private static void text(JsonGenerator out, String name, String value) {
		if (value != null && !value.isBlank()) {
			out.writeName(name);
			out.writeString(value.strip());
		}
	}

	private static void number(JsonGenerator out, String name, int value) {
		out.writeName(name);
		out.writeNumber(value);
	}

	/** dd-MM-yyyy to yyyy-MM-dd. */
	private static String iso(String text) {
		return text.substring(6) + text.substring(2, 6) + text.substring(0, 2);
	}

	private interface Row {

		void write(ResultSet row) throws SQLException;

	}

	private static final class Cursor {

		private final Connection connection;

		private final ResultSet rows;

		private boolean alive;

		Cursor(String source, String table) throws SQLException {
			this.connection = DriverManager.getConnection(source);
			this.connection.setAutoCommit(false);
			this.connection.setReadOnly(true);
			PreparedStatement select = this.connection
				.prepareStatement("select * from " + table + " order by nip collate \"C\"" + then(table));
			select.setFetchSize(1000);
			this.rows = select.executeQuery();
			next();
		}

		/** The canonical order within a person, where the index gives it. */
		private static String then(String table) {
			return switch (table) {
				case "golongan" -> ", substr(tmt, 7)";
				case "jabatan" -> ", tmt";
				case "pendidikan" -> ", lulus";
				case "kursus" -> ", tanggal";
				case "kinerja" -> ", tahun";
				case "angka_kredit" -> ", tgl_sk";
				default -> "";
			};
		}

		boolean alive() {
			return this.alive;
		}

		void next() throws SQLException {
			this.alive = this.rows.next();
		}

		void close() throws SQLException {
			this.connection.close();
		}

	}

}
