package id.simpul.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The systems of three instansi of the demo province, each laid out its own way, and
 * everything that was ever edited there. They may be edited only while nobody reads them,
 * since each is a file.
 */
final class Sources {

	/** Stands in the number of every row of ours. */
	static final String MARK = "UJI/";

	/** Instansi and how their systems are laid out. */
	static final Map<String, String> LAYOUTS = new TreeMap<>(
			Map.of("16.03", "riwayat", "16.71", "tb01", "16.72", "laravel"));

	private static final Map<String, String> ACTIVE = Map.of("riwayat",
			"SELECT \"PEGAWAI_ID\", \"NIP_BARU\" FROM \"PEGAWAI\" WHERE \"STATUS_AKTIF\" = '1'", "tb01",
			"SELECT \"nip\", \"nip\" FROM \"tb_01\" WHERE \"idjenkedudupeg\" = '01'", "laravel",
			"SELECT \"id\", \"nip\" FROM \"pegawai\" WHERE COALESCE(\"deleted_at\", '') = ''");

	private static final List<String> DIKLAT = List.of("3", "4", "8", "9");

	private static final List<String> HONOURS = List.of("201", "202", "203", "111");

	private final Path data;

	private final Random random;

	private final LocalDate today;

	private final Map<EntryId, Shown> shown = new TreeMap<>();

	private final Map<String, List<String[]>> people = new TreeMap<>();

	private int number;

	/**
	 * @param data the data folder that the province was written to
	 * @param today the day up to which everything has happened
	 */
	Sources(Path data, Random random, LocalDate today) {
		this.data = data;
		this.random = random;
		this.today = today;
		LAYOUTS.forEach((kode, layout) -> this.people.put(kode, people(kode, layout)));
	}

	Collection<Shown> shown() {
		return this.shown.values();
	}

	/**
	 * Edits every source: new entries, changed ones, other telephone numbers, and a few
	 * mistakes, of which some are put right later.
	 * @param each how many edits in each source
	 */
	void edit(int cycle, int each) {
		edit(cycle, each, List.of());
	}

	/**
	 * Edits every source.
	 * @param sore entries of which every other one is changed too: what was under way
	 * when the program was killed
	 */
	void edit(int cycle, int each, Collection<EntryId> sore) {
		LAYOUTS.forEach((kode, layout) -> edit(cycle, kode, each, sore));
	}

	private void edit(int cycle, String kode, int count, Collection<EntryId> sore) {
		Set<EntryId> touched = new HashSet<>();
		try (Connection source = open(kode)) {
			source.setAutoCommit(false);
			List<Shown> ours = this.shown.values()
				.stream()
				.filter((one) -> one.id().kode().equals(kode) && !one.id().resource().equals("pegawai"))
				.collect(Collectors.toCollection(ArrayList::new));
			for (EntryId id : sore) {
				if (id.kode().equals(kode) && this.shown.containsKey(id) && this.random.nextBoolean()) {
					if (id.resource().equals("pegawai")) {
						telephone(source, cycle, kode, new String[] { id.kunci(), this.shown.get(id).nip() }, touched);
					}
					else {
						change(source, cycle, this.shown.get(id), touched);
					}
				}
			}
			for (int i = 0; i < count; i++) {
				int draw = this.random.nextInt(100);
				if (draw < 15) {
					telephone(source, cycle, kode, anyone(kode), touched);
				}
				else if (draw < 50 && !ours.isEmpty()) {
					change(source, cycle, ours.get(this.random.nextInt(ours.size())), touched);
				}
				else {
					create(source, cycle, kode, touched);
				}
			}
			source.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The source of " + kode + " cannot be edited", ex);
		}
	}

	private void telephone(Connection source, int cycle, String kode, String[] person, Set<EntryId> touched)
			throws SQLException {
		EntryId id = new EntryId(kode, person[0], "pegawai", "");
		if (touched.add(id)) {
			Map<String, String> fields = Map.of("noHp", "0813" + (10_000_000 + ++this.number));
			SourceTable table = table(kode, "pegawai");
			if (!this.shown.containsKey(id)) {
				this.shown.put(id, new Shown(id, person[1]));
				String before = telephone(source, table, person[0]);
				if (before != null) {
					this.shown.get(id).show(0, Map.of("noHp", before), true);
				}
			}
			update(source, table, person[0], fields, null);
			this.shown.get(id).show(cycle, fields, true);
		}
	}

	private static String telephone(Connection source, SourceTable table, String kunci) throws SQLException {
		try (PreparedStatement statement = source.prepareStatement("SELECT \"" + table.columns().get("noHp").name()
				+ "\" FROM \"" + table.table() + "\" WHERE \"" + table.person() + "\" = ?")) {
			statement.setString(1, kunci);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getString(1);
			}
		}
	}

	private void create(Connection source, int cycle, String kode, Set<EntryId> touched) throws SQLException {
		String[] person = anyone(kode);
		int draw = this.random.nextInt(100);
		boolean good = draw >= 8;
		String resource = (draw < 60) ? "kursus" : (draw < 85) ? "penghargaan" : "jabatan";
		Map<String, String> fields = fresh(resource, ++this.number);
		if (!good) {
			fields.put("jumlahJam", "999"); // in three days
		}
		EntryId id = new EntryId(kode, person[0], resource, SourceTable.key(resource, fields));
		SourceTable table = table(kode, resource);
		List<String> names = new ArrayList<>(List.of(table.person()));
		List<String> values = new ArrayList<>(List.of(person[0]));
		fields.forEach((field, value) -> {
			names.add(table.columns().get(field).name());
			values.add(table.columns().get(field).written(value));
		});
		String sql = "INSERT INTO \"" + table.table() + "\" ("
				+ names.stream().map((name) -> '"' + name + '"').collect(Collectors.joining(", ")) + ") VALUES ("
				+ names.stream().map((name) -> "?").collect(Collectors.joining(", ")) + ")";
		execute(source, sql, values);
		touched.add(id);
		this.shown.put(id, new Shown(id, person[1]).show(cycle, fields, good));
	}

	private void change(Connection source, int cycle, Shown one, Set<EntryId> touched) throws SQLException {
		if (!touched.add(one.id())) {
			return;
		}
		Map<String, String> fields = new LinkedHashMap<>(one.last().fields());
		switch (one.id().resource()) {
			case "kursus" -> {
				fields.put("penyelenggara", "Lembaga Uji " + ++this.number);
				fields.put("jumlahJam", String.valueOf(6 + this.random.nextInt(20)));
			}
			case "penghargaan" -> {
				int at = one.values().size();
				fields.put("jenisPenghargaan", HONOURS.get(at % HONOURS.size()));
				fields.put("tahun", String.valueOf(this.today.getYear() - 1 - at / HONOURS.size()));
			}
			default -> fields.put("tanggalSk",
					LocalDate.parse(fields.get("tmtJabatan")).minusDays(10 + one.values().size()).toString());
		}
		SourceTable table = table(one.id().kode(), one.id().resource());
		update(source, table, one.id().kunci(), fields, fields.get(mark(table)));
		one.show(cycle, fields, true);
	}

	private Map<String, String> fresh(String resource, int number) {
		Map<String, String> fields = new LinkedHashMap<>();
		LocalDate day = this.today.minusDays(10 + this.random.nextInt(700));
		switch (resource) {
			case "kursus" -> {
				fields.put("nomorSertifikat", MARK + "K/" + number);
				fields.put("namaKursus", "Kursus Uji " + number);
				fields.put("jenisDiklat", DIKLAT.get(this.random.nextInt(DIKLAT.size())));
				fields.put("tanggalKursus", day.toString());
				fields.put("tanggalSelesai", day.plusDays(2).toString());
				fields.put("jumlahJam", String.valueOf(6 + this.random.nextInt(20)));
				fields.put("penyelenggara", "Lembaga Uji");
			}
			case "penghargaan" -> {
				fields.put("nomorSk", MARK + "P/" + number);
				fields.put("jenisPenghargaan", HONOURS.get(0));
				fields.put("tahun", String.valueOf(this.today.getYear() - 1));
				fields.put("tanggalSk", day.toString());
			}
			default -> {
				fields.put("nomorSk", MARK + "J/" + number);
				fields.put("jenisJabatan", "4");
				fields.put("namaJabatan", "Pengelola Uji");
				fields.put("jabatanId", "A5EB03E23CCBF6A0E040640A040252AD");
				fields.put("unorId", "8ae48288527c5f6c01528a3b4ba91f2d");
				fields.put("namaUnor", "Bidang Uji");
				fields.put("tanggalSk", day.minusDays(10).toString());
				fields.put("tmtJabatan", day.toString());
			}
		}
		return fields;
	}

	private static String mark(SourceTable table) {
		return table.columns().keySet().iterator().next();
	}

	private static void update(Connection source, SourceTable table, String kunci, Map<String, String> fields,
			String mark) throws SQLException {
		List<String> values = new ArrayList<>();
		String set = fields.entrySet().stream().map((field) -> {
			SourceTable.Column column = table.columns().get(field.getKey());
			values.add(column.written(field.getValue()));
			return '"' + column.name() + "\" = ?";
		}).collect(Collectors.joining(", "));
		values.add(kunci);
		String sql = "UPDATE \"" + table.table() + "\" SET " + set + " WHERE \"" + table.person() + "\" = ?";
		if (mark != null) {
			sql += " AND \"" + table.columns().get(mark(table)).name() + "\" = ?";
			values.add(mark);
		}
		execute(source, sql, values);
	}

	private static void execute(Connection source, String sql, List<String> values) throws SQLException {
		try (PreparedStatement statement = source.prepareStatement(sql)) {
			for (int i = 0; i < values.size(); i++) {
				statement.setString(i + 1, values.get(i));
			}
			if (statement.executeUpdate() < 1) {
				throw new SQLException("Nothing was there to change: " + sql);
			}
		}
	}

	/** The rows as they lie in the sources now, read anew. */
	Map<EntryId, Map<String, String>> read() {
		Map<EntryId, Map<String, String>> rows = new TreeMap<>();
		LAYOUTS.forEach((kode, layout) -> {
			try (Connection source = open(kode)) {
				for (SourceTable table : SourceTable.of(layout)) {
					read(source, kode, table, rows);
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("The source of " + kode + " cannot be read", ex);
			}
		});
		return rows;
	}

	private void read(Connection source, String kode, SourceTable table, Map<EntryId, Map<String, String>> to)
			throws SQLException {
		boolean history = !table.resource().equals("pegawai");
		String sql = "SELECT \"" + table.person() + "\", "
				+ table.columns()
					.values()
					.stream()
					.map((column) -> '"' + column.name() + '"')
					.collect(Collectors.joining(", "))
				+ " FROM \"" + table.table() + '"'
				+ (history ? " WHERE \"" + table.columns().get(mark(table)).name() + "\" LIKE '" + MARK + "%'" : "");
		try (PreparedStatement statement = source.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				Map<String, String> fields = new LinkedHashMap<>();
				int at = 2;
				for (Map.Entry<String, SourceTable.Column> column : table.columns().entrySet()) {
					String text = rows.getString(at++);
					if (text != null) {
						fields.put(column.getKey(), column.getValue().read(text));
					}
				}
				EntryId id = new EntryId(kode, rows.getString(1), table.resource(),
						SourceTable.key(table.resource(), fields));
				if (history || this.shown.containsKey(id)) {
					to.put(id, fields);
				}
			}
		}
	}

	private String[] anyone(String kode) {
		List<String[]> here = this.people.get(kode);
		return here.get(this.random.nextInt(here.size()));
	}

	private static SourceTable table(String kode, String resource) {
		return SourceTable.of(LAYOUTS.get(kode))
			.stream()
			.filter((table) -> table.resource().equals(resource))
			.findFirst()
			.orElseThrow();
	}

	/** Key and NIP of everybody who is there, as digits. */
	private List<String[]> people(String kode, String layout) {
		List<String[]> people = new ArrayList<>();
		try (Connection source = open(kode);
				PreparedStatement statement = source.prepareStatement(ACTIVE.get(layout));
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				people.add(new String[] { rows.getString(1), rows.getString(2).replaceAll("\\D", "") });
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The source of " + kode + " cannot be read", ex);
		}
		// by key, so that a seed means the same edits on every machine
		people.sort((a, b) -> a[0].compareTo(b[0]));
		return people;
	}

	private Connection open(String kode) throws SQLException {
		try {
			Properties account = new Properties();
			account.setProperty("user", "pengelola");
			account.setProperty("password",
					Files.readString(this.data.resolve("rahasia").resolve(kode).resolve("sumber-pengelola")).strip());
			return new org.h2.Driver()
				.connect("jdbc:h2:file:" + this.data.resolve("sumber").resolve(kode).toAbsolutePath()
						+ ";IFEXISTS=TRUE;MAX_COMPACT_TIME=0;TIME ZONE=Asia/Jakarta", account);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
