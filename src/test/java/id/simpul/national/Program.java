package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.change.Generation;
import id.simpul.change.Limits;
import id.simpul.change.Node;
import id.simpul.change.Outbox;
import id.simpul.change.Plans;
import id.simpul.change.Redrives;
import id.simpul.change.RunBooks;
import id.simpul.change.RunState;
import id.simpul.change.Turns;
import id.simpul.mapping.RowCount;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.source.Columns;
import id.simpul.source.InstansiList;
import id.simpul.pegawai.Origin;
import id.simpul.source.PersonRows;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;
import id.simpul.validation.JudgedBatch;
import id.simpul.validation.JudgedPerson;

/**
 * The program from its start to its end: the same parts as the real one puts together,
 * over a {@link World} that outlives it.
 */
final class Program {

	private final World world;

	private final BooleanSupplier dead;

	final Plans plans;

	final Outbox outbox;

	private final Turns turns;

	final Redrives redrives;

	final Generation generation;

	final Calm calm;

	final Dispatcher dispatcher;

	Program(World world) {
		this(world, world.database, "sini", () -> false);
	}

	Program(World world, DataSource database, String node, BooleanSupplier dead) {
		this.world = world;
		this.dead = dead;
		JdbcTransactionManager transactions = new JdbcTransactionManager(database);
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		JdbcTemplate jdbc = new JdbcTemplate(database);
		SiasnSettings settings = world.settings();
		this.plans = new Plans(database, transactions, world.clock,
				(kode) -> world.limits.getOrDefault(kode, Limits.defaults()));
		this.outbox = new Outbox(database, transactions, world.clock,
				new Node(node, world.alone, Duration.ofSeconds(10), World.QUIET));
		this.turns = new Turns(database, world.alone);
		this.redrives = new Redrives(database, transactions, world.clock);
		this.generation = new Generation(database, world.clock, world.folder.resolve("generasi"));
		Mirror mirror = new Mirror(jdbc, transaction, world.clock);
		this.calm = new Calm(new Outages(jdbc, world.clock), settings, world.clock);
		Map<String, Registry> open = new ConcurrentHashMap<>();
		Function<String, Registry> kinds = (kode) -> {
			KindsClient client = KindsClient.of(world.kinds.get(kode), world::address, kode, world.batch, dead);
			client.inFlight = world.inFlight;
			client.patience = world.patience;
			return client;
		};
		Function<String, Registry> registries = (world.siasn == null) ? (kode) -> open.computeIfAbsent(kode, kinds)
				: new Registries(world.siasn.settings("password"), world.folder,
						InstansiList.load(Path.of("config/instansi.yaml")), CodeLists.bundled(), world.clock);
		this.dispatcher = new Dispatcher(this.outbox, this.generation, registries,
				new ReadableDelivery(this.outbox, mirror, settings, transaction),
				new UnreadDelivery(this.outbox, World.QUIET), mirror, this.calm, world.clock);
	}

	/** What the program does at its start. @return whether the database was set back */
	boolean begin() {
		boolean restored = this.generation.begin();
		this.plans.recover(this.turns);
		this.calm.start();
		return restored;
	}

	/** Reads every source and lets its plan go on, with two people's word if need be. */
	void runAll() {
		this.world.kinds.keySet().forEach(this::run);
	}

	RunBooks run(String kode) {
		for (long held : this.world.jdbc.queryForList("select id from run where state = 'HELD' and instansi = ?",
				Long.class, kode)) {
			release(held);
			return this.plans.books(held);
		}
		Run run = open(kode);
		Columns columns = new Columns("data", List.of("a"));
		List<JudgedPerson> people = new ArrayList<>();
		this.world.shown.get(kode)
			.forEach((number, entries) -> people.add(new JudgedPerson(World.kunci(number),
					entries.values().stream().map(Program::read).toList(), List.of(), List.of(), 0)));
		for (int from = 0; from < people.size(); from += 500) {
			List<JudgedPerson> batch = people.subList(from, Math.min(people.size(), from + 500));
			this.plans.count(new RowBatch(run, Map.of(),
					batch.stream()
						.map((person) -> new PersonRows(person.kunci(),
								Collections.nCopies(person.read(), Row.of(columns, 1, new String[1]))))
						.toList()));
			long rows = batch.stream().mapToLong(JudgedPerson::read).sum();
			this.plans.propose(new JudgedBatch(run, batch, Map.of("data", new RowCount(rows, 0, 0))));
		}
		RunBooks books = this.plans.close(run);
		if (books.state() == RunState.HELD) {
			release(books.run());
		}
		return this.plans.books(books.run());
	}

	/** Begins to read a source that then cannot be read any further. */
	void breakOff(String kode) {
		Run run = open(kode);
		this.plans.fail(run, "SUMBER_TERPUTUS", List.of());
	}

	private Run open(String kode) {
		return this.plans.open(kode, "uji", "hash", LocalDate.of(2026, 11, 24), List.of());
	}

	private static Entry read(Entry entry) {
		Object[] values = entry.resource().fields().stream().map(entry::value).toArray();
		return new Entry(entry.resource(), values, new Origin("data", 1));
	}

	private void release(long run) {
		this.plans.release(run, "andi", "sudah diperiksa");
		this.plans.release(run, "budi", "sudah diperiksa");
	}

	void drainAll() {
		this.world.kinds.keySet().forEach(this.dispatcher::drain);
	}

	/** Goes on until nothing waits any more. */
	void settle() {
		for (int i = 0; i < 60; i++) {
			drainAll();
			if (this.dead.getAsBoolean() || this.world.waiting() == 0) {
				return;
			}
			this.world.passToNextDue();
		}
		throw new AssertionError("Not quiet after sixty rounds");
	}

	void end() {
		try {
			this.dispatcher.close();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
