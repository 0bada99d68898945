package id.simpul.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.change.Limits;
import id.simpul.change.RegistryKind;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What outlives a program: its database, the registry, the sources as they stand, the
 * time. And the one judge over all: what the sources have shown against what stands in
 * the registry's ledger.
 */
final class World implements AutoCloseable {

	static final Duration QUIET = Duration.ofSeconds(30);

	/** Children before parents. */
	private static final List<String> TABLES = List.of("worklist", "redrive", "outbox", "run_dataset", "rejection",
			"finding", "hold", "release", "balance", "absence", "document", "run", "registry_person",
			"registry_contact", "registry_entry", "lane", "outage", "generation");

	private static EmbeddedPostgres postgres;

	private static int number;

	final KindsRegistry registry = new KindsRegistry();

	final Path folder;

	/** The database as it is, whichever program has ended. */
	final HikariDataSource database;

	final JdbcTemplate jdbc;

	/** Whether only one process can use it at a time. */
	final boolean alone;

	final Map<String, RegistryKind> kinds = new TreeMap<>();

	/** What each source shows now, by instansi and person. */
	final Map<String, Map<Integer, Map<String, Entry>>> shown = new TreeMap<>();

	/** Of each entry all contents the source has ever shown, in order. */
	private final Map<String, List<String>> contents = new LinkedHashMap<>();

	final Map<String, Limits> limits = new HashMap<>();

	volatile Instant now = Instant.parse("2026-11-24T01:00:00Z");

	int batch = 4;

	int inFlight = 2;

	Duration patience = Duration.ofSeconds(20);

	List<String> closed = List.of();

	/** Whether nobody can reach the registry, and how often it was tried. */
	volatile boolean down;

	final AtomicInteger knocks = new AtomicInteger();

	/** Stands in the place of the registry, or {@code null}. */
	ScriptedSiasn siasn;

	final Clock clock = new Clock() {

		@Override
		public Instant instant() {
			return World.this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	};

	private World(HikariDataSource database, Path folder, boolean alone) {
		this.database = database;
		this.jdbc = new JdbcTemplate(database);
		this.folder = folder;
		this.alone = alone;
		this.registry.clock = this.clock::instant;
		Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
	}

	/** Over an H2 file, kept as in production. */
	static World h2(Path folder) {
		return new World(pool(url(folder.resolve("db")) + ";DB_CLOSE_DELAY=-1", "sa"), folder, true);
	}

	static String url(Path file) {
		return "jdbc:h2:" + file.toAbsolutePath()
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
	}

	/** Over a PostgreSQL database of its own. */
	static World postgres(Path folder) {
		synchronized (World.class) {
			try {
				if (postgres == null) {
					postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			String name = "national" + ++number;
			new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name);
			return new World(pool(postgres.getJdbcUrl("postgres", name), "postgres"), folder, false);
		}
	}

	private static HikariDataSource pool(String url, String user) {
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(url);
		pool.setUsername(user);
		pool.setPassword("");
		pool.setMinimumIdle(1);
		pool.setMaximumPoolSize(12);
		pool.setConnectionTimeout(6000);
		return new HikariDataSource(pool);
	}

	/** As new; the time goes on. */
	void reset() {
		TABLES.forEach((table) -> this.jdbc.update("delete from " + table));
		this.registry.forgetEverything();
		this.shown.clear();
		this.contents.clear();
		this.limits.clear();
		try {
			Files.deleteIfExists(this.folder.resolve("generasi"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		pass(Duration.ofHours(3));
	}

	SiasnSettings settings() {
		URI nowhere = URI.create("http://localhost:1/");
		return new SiasnSettings(nowhere, nowhere, nowhere, "c", "password", "rahasia", 1000, 4, Duration.ofSeconds(2),
				Duration.ofSeconds(5), QUIET, Duration.ofMinutes(15), this.closed, true, null);
	}

	/** Where the registry is to be found; at a place where nobody listens when down. */
	URI address() {
		if (this.down) {
			this.knocks.incrementAndGet();
			return URI.create("http://localhost:1/");
		}
		return this.registry.address();
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	/** What is still on its way arrives before it is too late for that; then it is. */
	void passQuiet() {
		pass(QUIET.dividedBy(2));
		this.registry.releaseLate();
		pass(QUIET);
	}

	/** An instansi whose registry is of that kind, with so many people. */
	void admit(String kode, RegistryKind kind, int people) {
		this.kinds.put(kode, kind);
		this.shown.put(kode, new TreeMap<>());
		for (int number = 1; number <= people; number++) {
			if (kind == RegistryKind.READABLE) {
				this.registry.seed(kode, nip(kode, number), pegawai(kode, number, 0));
			}
			shows(kode, number, pegawai(kode, number, 0));
		}
	}

	/** The source shows this from now on; what it showed before with that key is gone. */
	void shows(String kode, int person, Entry... entries) {
		for (Entry entry : entries) {
			this.shown.get(kode).computeIfAbsent(person, (p) -> new LinkedHashMap<>()).put(id(entry), entry);
			List<String> all = this.contents.computeIfAbsent(kode + " " + nip(kode, person) + " " + id(entry),
					(k) -> new ArrayList<>());
			String content = KindsRegistry.content(entry);
			if (!all.contains(content)) {
				all.add(content);
			}
		}
	}

	private static String id(Entry entry) {
		return entry.resource() + " " + entry.key();
	}

	/**
	 * Holds the ledger against what the sources have shown.
	 * @return every entry that is lost, doubled or went back to what it was
	 */
	List<String> wrongs() {
		Map<String, List<Integer>> effects = new HashMap<>();
		List<String> wrong = new ArrayList<>();
		for (KindsRegistry.Effect effect : this.registry.ledger()) {
			String entry = effect.kode() + " " + effect.nip() + " " + effect.resource() + " " + effect.key();
			int position = this.contents.getOrDefault(entry, List.of()).indexOf(effect.content());
			if (position < 0) {
				wrong.add("never shown: " + entry);
			}
			effects.computeIfAbsent(entry, (k) -> new ArrayList<>()).add(position);
		}
		this.contents.forEach((entry, all) -> {
			List<Integer> positions = effects.getOrDefault(entry, List.of());
			for (int i = 1; i < positions.size(); i++) {
				if (positions.get(i) <= positions.get(i - 1)) {
					wrong.add(((positions.get(i).equals(positions.get(i - 1))) ? "doubled: " : "went back: ") + entry
							+ " " + positions);
				}
			}
			boolean parked = this.jdbc.queryForObject("""
					select count(*) from outbox o join lane l on l.instansi = o.instansi and l.kind = 'BLIND'
					where o.state = 'PARKED' and o.instansi = ?""", Long.class, entry.split(" ")[0]) > 0;
			if (!parked && (positions.isEmpty() || positions.get(positions.size() - 1) != all.size() - 1)) {
				wrong.add("lost: " + entry + " " + positions + " of " + all.size());
			}
		});
		wrong.addAll(this.registry.unfaithfulKeys().stream().map((key) -> "two contents under " + key).toList());
		return wrong;
	}

	/**
	 * Nothing lost, nothing doubled, nothing under way, books closed. What a newer change
	 * of the same entry has made idle may stand as it is.
	 */
	void judge(String history) {
		List<String> wrong = new ArrayList<>(wrongs());
		this.jdbc.queryForList("""
				select kunci || ' ' || resource || ' ' || state from outbox o
				where state not in ('ACKED', 'ADOPTED', 'SUPERSEDED')
					and not (state in ('REFUSED', 'PARKED') and exists (select 1 from outbox n
						where n.instansi = o.instansi and n.kunci = o.kunci and n.resource = o.resource
							and n.entry_key = o.entry_key and n.version > o.version))
					and not (state = 'PARKED' and exists (select 1 from lane l
						where l.instansi = o.instansi and l.kind = 'BLIND'))""", String.class)
			.forEach((row) -> wrong.add("not settled: " + row));
		this.jdbc.queryForList("select run_id || ' ' || line from balance where closes = false", String.class)
			.forEach((row) -> wrong.add("does not close: " + row));
		assertThat(wrong).as(history + "\n" + explain(wrong)).isEmpty();
	}

	/** What the outbox says of the people in question. */
	private String explain(List<String> wrong) {
		StringBuilder text = new StringBuilder();
		if (!wrong.isEmpty()) {
			this.jdbc.query("""
					select instansi, kunci, resource, entry_key, version, state, answer, attempts, id
					from outbox order by instansi, kunci, resource, entry_key, version""", (row) -> {
				for (int i = 1; i <= 9; i++) {
					text.append(row.getString(i)).append(' ');
				}
				text.append('\n');
			});
			this.registry.ledger()
				.forEach((one) -> text.append(one.kode() + " " + one.nip() + " " + one.key() + " v" + one.version())
					.append(one.content().replaceAll(".*(jumlahJam|noHp|namaJabatan)", " $1"))
					.append('\n'));
		}
		return text.toString();
	}

	long waiting() {
		Long waiting = this.jdbc.queryForObject("select sum(waiting) from run where state = 'DONE'", Long.class);
		return (waiting != null) ? waiting : 0;
	}

	/** Moves the clock to when something is due again, past any lost answer. */
	void passToNextDue() {
		passQuiet();
		OffsetDateTime due = this.jdbc.queryForObject("""
				select min(next_at) from outbox where state in ('READY', 'RETRY', 'AMBIGUOUS')""",
				OffsetDateTime.class);
		if (due != null && due.toInstant().isAfter(this.now)) {
			this.now = due.toInstant();
		}
	}

	static String kunci(int number) {
		return "p%04d".formatted(number);
	}

	/** Nobody is known to two instansi. */
	static String nip(String kode, int number) {
		return String.valueOf(198001012005000000L + 1000 * Long.parseLong(kode.substring(3)) + number);
	}

	/** Contact data is what a registry takes of it. */
	static Entry pegawai(String kode, int number, int telephone) {
		return entry(Resource.PEGAWAI,
				Map.of("nip", nip(kode, number), "nama", "Orang " + number, "tglLahir", LocalDate.of(1980, 1, 1),
						"jenisKelamin", "M", "jenisAsn", "PNS", "kedudukanHukum", "01", "noHp", "0812" + telephone));
	}

	static Entry kursus(String number, int jam) {
		return entry(Resource.KURSUS, Map.of("jenisDiklat", "9", "namaKursus", "Seminar", "nomorSertifikat", number,
				"tanggalKursus", LocalDate.of(2024, 2, 5), "jumlahJam", jam));
	}

	static Entry jabatan(int number, String nama) {
		return entry(Resource.JABATAN,
				Map.of("jenisJabatan", "4", "jabatanId", "jfu-1", "unorId", "unor-1", "namaJabatan", nama, "nomorSk",
						"821/" + number, "tanggalSk", LocalDate.of(2023, 8, 28), "tmtJabatan",
						LocalDate.of(2023, 9, 1)));
	}

	private static Entry entry(Resource resource, Map<String, Object> values) {
		Object[] all = new Object[resource.fields().size()];
		values.forEach((field, value) -> all[resource.field(field).index()] = value);
		return new Entry(resource, all, null);
	}

	/** The database's sessions go with their process, and so do the locks they hold. */
	void endSessions() {
		if (!this.alone) {
			this.database.getHikariPoolMXBean().softEvictConnections();
		}
	}

	/** Copies the whole H2 database as it is now. */
	void backup(Path copy) {
		this.jdbc.execute("script to '" + copy + "'");
	}

	/** Puts the H2 database back to what it was. */
	void restore(Path copy) {
		this.jdbc.execute("drop all objects");
		this.jdbc.execute("runscript from '" + copy + "'");
	}

	@Override
	public void close() {
		this.registry.close();
		if (this.alone) {
			this.jdbc.execute("shutdown");
		}
		this.database.close();
	}

}
