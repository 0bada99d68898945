package id.simpul.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.change.Generation;
import id.simpul.change.Node;
import id.simpul.change.Outbox;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.simulator.Simulator;
import id.simpul.simulator.SimulatorSettings;
import id.simpul.source.InstansiList;

/**
 * One instansi that delivers: a database with accepted people, a dispatcher, and the
 * simulated registry opposite, which knows these people and writes a ledger. Time can be
 * moved on; what is real of it is the time in which something sent may still arrive.
 */
final class Bureau implements AutoCloseable {

	static final String KODE = "16.71";

	private final Path folder;

	private final Simulator simulator;

	private final SiasnSettings settings;

	private final DataSource database;

	private final JdbcTemplate jdbc;

	private final Map<Integer, List<Entry>> shown = new HashMap<>();

	private final Map<Integer, Integer> versions = new HashMap<>();

	private volatile Duration ahead = Duration.ZERO;

	private Dispatcher dispatcher;

	/** Over a database in memory. */
	static Bureau open(Path folder, Duration readTimeout, Duration quiet) {
		return open(folder, memory(), readTimeout, quiet, IntUnaryOperator.identity());
	}

	/**
	 * @param database empty or migrated
	 * @param port where to call, given where the registry listens
	 */
	static Bureau open(Path folder, DataSource database, Duration readTimeout, Duration quiet, IntUnaryOperator port) {
		return new Bureau(folder, database, readTimeout, quiet, port);
	}

	static DataSource memory() {
		return JdbcConnectionPool.create(
				"jdbc:h2:mem:" + UUID.randomUUID()
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
				"simpul", "");
	}

	private Bureau(Path folder, DataSource database, Duration readTimeout, Duration quiet, IntUnaryOperator port) {
		this.folder = folder;
		this.database = database;
		this.jdbc = new JdbcTemplate(database);
		Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
		this.simulator = Simulator.start(SimulatorSettings.of(0, ledger(), folder.resolve("akun")));
		String base = "http://localhost:" + port.applyAsInt(this.simulator.port());
		this.settings = new SiasnSettings(URI.create(base + "/apisiasn/1.0"), URI.create(base + "/oauth2/token"),
				URI.create(base + "/auth/realms/public-siasn/protocol/openid-connect/token"), "siasn-instansi",
				"password", "rahasia", 1000, 16, Duration.ofSeconds(1), readTimeout, quiet, Duration.ofMinutes(15),
				null, true, null);
		secrets("contoh");
		accountChanged("contoh");
		start();
	}

	/** The same in front of a registry that says what it is told to. */
	static Scripted scripted(Path folder) {
		ScriptedSiasn siasn = new ScriptedSiasn();
		int port = siasn.settings("password").base().getPort();
		return new Scripted(open(folder, memory(), Duration.ofSeconds(2), Duration.ofMillis(50), (other) -> port),
				siasn);
	}

	record Scripted(Bureau bureau, ScriptedSiasn siasn) implements AutoCloseable {

		@Override
		public void close() {
			this.bureau.close();
			this.siasn.close();
		}

	}

	/** Puts other credentials in place on our side. */
	void secrets(String suffix) {
		credentials("rahasia", suffix);
	}

	/** The registry knows the instansi by other credentials from now on. */
	void accountChanged(String suffix) {
		credentials("akun", suffix);
	}

	private void credentials(String side, String suffix) {
		try {
			Path secrets = Files.createDirectories(this.folder.resolve(side).resolve(KODE));
			for (String name : List.of("consumer-key", "consumer-secret", "username", "password")) {
				Files.writeString(secrets.resolve(name), name + '-' + suffix + '\n');
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What was in memory is gone. */
	void restart() {
		stop();
		start();
	}

	private void start() {
		Clock clock = new Clock() {

			@Override
			public Instant instant() {
				return Instant.now().plus(Bureau.this.ahead);
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
		JdbcTransactionManager transactions = new JdbcTransactionManager(this.database);
		Outbox outbox = new Outbox(this.database, transactions, clock,
				new Node("sini", true, this.settings.request(), this.settings.lateness()));
		Registries registries = new Registries(this.settings, this.folder,
				InstansiList.load(Path.of("config/instansi.yaml")), CodeLists.bundled(), clock);
		this.dispatcher = NationalConfiguration.dispatcher(this.database, transactions, outbox,
				new Generation(this.database, clock, this.folder.resolve("generasi")), this.settings, registries,
				clock);
	}

	private void stop() {
		try {
			this.dispatcher.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	Simulator simulator() {
		return this.simulator;
	}

	Dispatcher dispatcher() {
		return this.dispatcher;
	}

	DataSource database() {
		return this.database;
	}

	SiasnSettings settings() {
		return this.settings;
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	/** The registry knows that person, as all registries do: by somebody else's hand. */
	void known(int person) {
		this.simulator.registry()
			.person(KODE, Map.of("id", pnsId(person), "nipBaru", nip(person), "nama", "CONTOH PEGAWAI", "tglLahir",
					"01-01-1990", "jenisKelamin", "M", "kedudukanPnsId", "01"));
	}

	/** One run accepts these entries of these people besides their master records. */
	void accept(Map<Integer, List<Entry>> people) {
		int read = 0;
		int changed = 0;
		OffsetDateTime now = OffsetDateTime.ofInstant(Instant.now().plus(this.ahead), ZoneOffset.UTC);
		this.jdbc.update("""
				insert into run (instansi, started_by, started_at, state) values (?, 'uji', ?, 'READING')""", KODE,
				now);
		long run = this.jdbc.queryForObject("select max(id) from run", Long.class);
		for (Map.Entry<Integer, List<Entry>> one : people.entrySet()) {
			int person = one.getKey();
			List<Entry> entries = Stream.concat(Stream.of(pegawai(person)), one.getValue().stream()).toList();
			List<Entry> fresh = new ArrayList<>(entries);
			fresh.removeAll(this.shown.getOrDefault(person, List.of()));
			Document document = Document.of(entries);
			int version = this.versions.merge(person, 1, Integer::sum);
			this.shown.put(person, entries);
			this.jdbc.update("""
					insert into document (instansi, kunci, version, run_id, nip, hash, doc, origins, entries, changes,
						unchanged) values (?, ?, ?, ?, ?, ?, ?, '-', ?, ?, ?)""", KODE, kunci(person), version, run,
					nip(person), document.hash(), document.json(), entries.size(), fresh.size(),
					entries.size() - fresh.size());
			read += entries.size();
			changed += fresh.size();
		}
		this.jdbc.update("""
				update run set state = 'DONE', entries_read = ?, unchanged = ?, changed = ?, waiting = ?
				where id = ?""", read, read - changed, changed, changed, run);
	}

	/** The lane runs once. */
	void drain() {
		this.dispatcher.drain(KODE);
	}

	/**
	 * The lane runs until nothing waits any more. Between two turns real time passes as
	 * long as anything sent may still arrive; what is longer of a pause is jumped over.
	 * @return how many turns it took
	 */
	int deliver(int most) {
		for (int turn = 1; turn <= most; turn++) {
			drain();
			if (waiting() == 0) {
				return turn;
			}
			rest();
		}
		throw new AssertionError(waiting() + " changes wait after " + most + " turns: " + states());
	}

	/** Waits as long as must be, and jumps over the rest of every pause. */
	void rest() {
		OffsetDateTime lost = this.jdbc.queryForObject("select max(sent_at) from outbox where state = 'AMBIGUOUS'",
				OffsetDateTime.class);
		if (lost != null) {
			Instant heard = lost.toInstant().minus(this.ahead).plus(this.settings.readTimeout()).plus(quiet());
			await(() -> Instant.now().isAfter(heard) && this.simulator.lateDeeds() == 0);
		}
		Instant now = Instant.now().plus(this.ahead);
		Instant due = Stream
			.of(time("select max(next_at) from outbox where settled_at is null"),
					time("select max(sync_at) from registry_person where sync_due"),
					this.dispatcher.resting(KODE).map(Dispatcher.Rest::until).orElse(null))
			.filter(Objects::nonNull)
			.max(Instant::compareTo)
			.orElse(now);
		pass(Duration.between(now, due).plusSeconds(1));
	}

	private Duration quiet() {
		return this.settings.quiet();
	}

	private Instant time(String question) {
		OffsetDateTime time = this.jdbc.queryForObject(question, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	void pass(Duration time) {
		this.ahead = this.ahead.plus(time.isNegative() ? Duration.ZERO : time);
	}

	/** Looks until it is so, for half a minute at most. */
	static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("It never came to be");
			}
			java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
		}
	}

	/** What waits: changes, and current positions to be recomputed. */
	long waiting() {
		return this.jdbc.queryForObject("""
				select (select coalesce(sum(waiting), 0) from run)
					+ (select count(*) from registry_person where sync_due) from (values (1)) one (x)""", Long.class);
	}

	/** How many changes stand where. */
	Map<String, Long> states() {
		Map<String, Long> states = new java.util.TreeMap<>();
		this.jdbc.query("select state || coalesce(' ' || answer, ''), count(*) from outbox group by 1", (row) -> {
			states.put(row.getString(1), row.getLong(2));
		});
		return states;
	}

	/** State of a person's only, or latest, change of a resource, and why. */
	String state(int person, Resource resource) {
		return this.jdbc.queryForList("""
				select state || coalesce(' ' || answer, '') from outbox where kunci = ? and resource = ?
				order by id desc limit 1""", String.class, kunci(person), resource.resourceName())
			.stream()
			.findFirst()
			.orElse("-");
	}

	int attempts(int person, Resource resource) {
		return this.jdbc.queryForObject("select max(attempts) from outbox where kunci = ? and resource = ?",
				Integer.class, kunci(person), resource.resourceName());
	}

	private Path ledger() {
		return this.folder.resolve("buku-besar.jsonl");
	}

	/** What the registry has done of what was asked, in order, as its file says. */
	List<Deed> deeds() {
		List<Deed> deeds = new ArrayList<>();
		try {
			for (String line : Files.readAllLines(ledger(), StandardCharsets.UTF_8)) {
				JsonNode node = JsonMapper.shared().readTree(line);
				if (node.path("kind").asString().equals("write") && node.path("accepted").asBoolean()) {
					deeds.add(new Deed(node.path("seq").asLong(), node.path("resource").asString(),
							node.path("pnsId").asString(), node.path("operation").asString(), node.path("payload"),
							node.path("mishap").asString("")));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return deeds;
	}

	/** Accepted saves of one resource of one person. */
	List<Deed> saves(int person, String resource) {
		return deeds().stream()
			.filter((deed) -> deed.resource().equals(resource) && deed.pnsId().equals(pnsId(person))
					&& !deed.operation().equals("sync"))
			.toList();
	}

	record Deed(long seq, String resource, String pnsId, String operation, JsonNode payload, String mishap) {

		String text(String name) {
			return this.payload.path(name).asString("");
		}

		@Override
		public String toString() {
			return this.seq + " " + this.operation + " " + this.resource + " " + this.mishap;
		}

	}

	static String kunci(int person) {
		return "k" + person;
	}

	static String nip(int person) {
		return "199001012015011%03d".formatted(person);
	}

	static String pnsId(int person) {
		return "PNS-%03d".formatted(person);
	}

	static Entry pegawai(int person) {
		return entry(Resource.PEGAWAI, Map.of("nip", nip(person), "nama", "CONTOH PEGAWAI", "tglLahir",
				LocalDate.of(1990, 1, 1), "jenisKelamin", "M", "jenisAsn", "PNS", "kedudukanHukum", "01"));
	}

	static Entry jabatan(int person) {
		return jabatan(person, "jfu-1");
	}

	static Entry jabatan(int person, String jabatanId) {
		return entry(Resource.JABATAN,
				Map.of("jenisJabatan", "4", "jabatanId", jabatanId, "unorId", "unor-1", "namaJabatan", "Pengelola Data",
						"nomorSk", "824/" + person, "tanggalSk", LocalDate.of(2023, 8, 28), "tmtJabatan",
						LocalDate.of(2023, 9, 1)));
	}

	static Entry kursus(int person, int jam) {
		return kursus(person, jam, "Seminar");
	}

	static Entry kursus(int person, int jam, String nama) {
		return entry(Resource.KURSUS, Map.of("jenisDiklat", "9", "namaKursus", nama, "nomorSertifikat", "S/" + person,
				"tanggalKursus", LocalDate.of(2024, 2, 5), "tahun", 2024, "jumlahJam", jam));
	}

	static Entry penghargaan(int person) {
		return entry(Resource.PENGHARGAAN, Map.of("jenisPenghargaan", "201", "tahun", 2015, "nomorSk", "KEP/" + person,
				"tanggalSk", LocalDate.of(2015, 8, 17)));
	}

	private static Entry entry(Resource resource, Map<String, Object> values) {
		Object[] all = new Object[resource.fields().size()];
		values.forEach((field, value) -> all[resource.field(field).index()] = value);
		return new Entry(resource, all, null);
	}

	@Override
	public void close() {
		stop();
		this.simulator.close();
		try {
			if (this.database instanceof JdbcConnectionPool pool) {
				this.jdbc.execute("shutdown immediately");
				pool.dispose();
			}
		}
		catch (DataAccessException ex) {
			// it has gone already
		}
	}

}
