package id.simpul.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import id.simpul.mapping.RowCount;
import id.simpul.pegawai.Document;
import id.simpul.source.Columns;
import id.simpul.source.PersonRows;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;
import id.simpul.validation.JudgedBatch;
import id.simpul.validation.JudgedPerson;

/**
 * One installation's accepted state and outbox over a real database, with a clock that a
 * test can move.
 */
final class Office implements AutoCloseable {

	static final String KODE = "16.71";

	private final HikariDataSource database;

	private Instant now = Instant.parse("2026-01-05T01:02:03.456789123Z");

	Limits limits = Limits.defaults();

	JdbcTemplate jdbc;

	Plans plans;

	Outbox outbox;

	Redrives redrives;

	Node node = new Node("sini", false, Duration.ofSeconds(30), Duration.ofSeconds(20));

	RegistryKind kind = RegistryKind.READABLE;

	private final StateDatabase stateDatabase;

	Office(StateDatabase kind) {
		this.stateDatabase = kind;
		this.database = kind.fresh();
		start();
	}

	/** Begins anew over the same database, as a started process does. */
	void start() {
		Clock clock = new Clock() {

			@Override
			public Instant instant() {
				return Office.this.now;
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
		this.jdbc = new JdbcTemplate(this.database);
		this.plans = new Plans(this.database, transactions, clock, (kode) -> this.limits);
		this.outbox = new Outbox(this.database, transactions, clock, this.node);
		this.redrives = new Redrives(this.database, transactions, clock);
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	RunBooks run(JudgedPerson... people) {
		return this.plans.close(read(KODE, people));
	}

	RunBooks runOf(String kode, JudgedPerson... people) {
		return this.plans.close(read(kode, people));
	}

	RunBooks dryRun(JudgedPerson... people) {
		return this.plans.discard(read(KODE, people));
	}

	/**
	 * Opens a run and reads these people, in batches of three, each entry from one row.
	 */
	Run read(String kode, JudgedPerson... people) {
		Run run = this.plans.open(kode, "uji", "hash", LocalDate.of(2026, 1, 5), List.of());
		Columns columns = new Columns("data", List.of("a"));
		for (int from = 0; from < people.length; from += 3) {
			List<JudgedPerson> batch = Arrays.asList(people).subList(from, Math.min(people.length, from + 3));
			this.plans.count(new RowBatch(run, Map.of(),
					batch.stream()
						.map((person) -> new PersonRows(person.kunci(),
								Collections.nCopies(person.read(), Row.of(columns, 1, new String[1]))))
						.toList()));
			long rows = batch.stream().mapToLong(JudgedPerson::read).sum();
			this.plans.propose(new JudgedBatch(run, batch, Map.of("data", new RowCount(rows, 0, 0))));
		}
		return run;
	}

	static JudgedPerson[] people(int from, int to) {
		return IntStream.rangeClosed(from, to)
			.mapToObj((number) -> People.person(number, People.jabatan(number, "Analis")))
			.toArray(JudgedPerson[]::new);
	}

	/** As another process of the same database would have them. */
	Turns turns() {
		return new Turns(this.database, this.stateDatabase == StateDatabase.H2);
	}

	Lane lane() {
		return this.outbox.hold(KODE, this.kind).orElseThrow();
	}

	List<Parcel> take(int limit) {
		return this.outbox.take(lane(), limit);
	}

	/** Sends a change, and says what the registry answered. */
	Parcel.Item send(Parcel parcel, int item, Outcome outcome) {
		return this.outbox.settle(parcel, this.outbox.send(parcel, parcel.items().get(item), new byte[] { 1 }),
				outcome);
	}

	/**
	 * Sends everything that is due, and says of each change what the registry answered.
	 */
	void deliverAll(Outcome outcome) {
		List<Parcel> parcels = take(100);
		while (!parcels.isEmpty()) {
			for (Parcel parcel : parcels) {
				for (int i = 0; i < parcel.items().size(); i++) {
					send(parcel, i, outcome);
				}
			}
			this.outbox.checkBooks(parcels);
			parcels = take(100);
		}
	}

	/** What is accepted of a person. */
	Document accepted(String kunci) {
		return Document.parse(this.jdbc.queryForObject("""
				select doc from document d join run r on r.id = d.run_id where kunci = ? and r.state = 'DONE'
				order by version desc limit 1""", byte[].class, kunci));
	}

	long count(String from, Object... values) {
		return this.jdbc.queryForObject("select count(*) from " + from, Long.class, values);
	}

	/** The outbox in its order, as {@code kunci resource operation state}. */
	List<String> changes() {
		return this.jdbc.query("select kunci, resource, operation, state from outbox order by id", (row,
				n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4));
	}

	@Override
	public void close() {
		this.database.close();
	}

}
