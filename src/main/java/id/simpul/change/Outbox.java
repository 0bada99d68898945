package id.simpul.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * Changes on their way to the registry. Accepted documents are turned into one row per
 * change when their turn comes, in the order in which they were accepted; every step of a
 * row is one committed transaction that keeps the run's books closed.
 */
public final class Outbox {

	private static final int EXPAND = 100;

	/**
	 * State by state, since H2 finds only a single value by the index and the settled
	 * ones are by far the most.
	 */
	private static final String WAITING = Stream.of("READY", "SENT", "RETRY", "AMBIGUOUS")
		.map("""
				select kunci, id, state, next_at, created_at from outbox where instansi = ? and state = '%s'"""::formatted)
		.collect(Collectors.joining(" union all "));

	/**
	 * The books are counted afresh not before this many times as long as the last count
	 * took.
	 */
	private static final int REST = 20;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Documents documents;

	private final PeopleRows people;

	private final Runs runs;

	private final Balances balances;

	/** By run, the nanosecond from which its books are counted again. */
	private final Map<Long, Long> resting = new ConcurrentHashMap<>();

	public Outbox(DataSource database, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = new JdbcTemplate(database);
		this.transaction = new TransactionTemplate(transactions);
		this.documents = new Documents(this.jdbc);
		this.people = new PeopleRows(this.jdbc);
		this.runs = new Runs(this.jdbc, clock);
		this.balances = new Balances(this.jdbc, this.runs);
	}

	/** After a stop: what was sent and not answered has an unknown outcome. */
	public void recover() {
		this.jdbc.update("update outbox set state = 'AMBIGUOUS', next_at = null where state = 'SENT'");
	}

	/**
	 * The next people of an instansi with something to send now.
	 * @param busy people whose parcel is under way
	 * @return at most {@code limit} parcels; none when nothing is due
	 */
	public List<Parcel> take(String instansi, int limit, Collection<String> busy) {
		List<String> due = due(instansi, limit + busy.size());
		due.removeAll(busy);
		while (due.isEmpty() && expand(instansi)) {
			due = due(instansi, limit + busy.size());
			due.removeAll(busy);
		}
		due = due.subList(0, Math.min(limit, due.size()));
		if (due.isEmpty()) {
			return List.of();
		}
		Map<String, List<Parcel.Item>> items = items(instansi, due);
		Map<String, Document> accepted = this.documents.accepted(instansi, due);
		List<Parcel> parcels = new ArrayList<>();
		items.forEach((kunci, list) -> parcels.add(new Parcel(instansi, kunci, accepted.get(kunci), list)));
		return parcels;
	}

	/** Writes down that the first byte is about to leave. */
	public void markSent(Parcel.Item item, OutboxState from) {
		move(item, from, OutboxState.SENT, "sent_at = ?, attempts = attempts + 1", this.runs.now());
	}

	/** Writes down what became of a change that stood in {@code from}. */
	public void settle(Parcel parcel, Parcel.Item item, OutboxState from, Outcome outcome) {
		this.transaction.executeWithoutResult((status) -> {
			boolean waits = outcome.state().isWaiting();
			move(item, from, outcome.state(), """
					answer = ?, answer_text = ?, remote_id = coalesce(?, remote_id), settled_at = ?, next_at = ?""",
					outcome.answer(), Evidence.cut(outcome.text(), 1000), outcome.remoteId(),
					waits ? null : this.runs.now(),
					(outcome.again() != null) ? this.runs.now().plus(outcome.again()) : null);
			if (outcome.state() == OutboxState.WORKLIST || !outcome.fields().isEmpty()) {
				this.jdbc.update(
						"""
								insert into worklist (outbox_id, instansi, kunci, resource, entry_key, cause, fields, created_at)
								values (?, ?, ?, ?, ?, ?, ?, ?)""",
						item.id(), parcel.instansi(), parcel.kunci(), item.resource().resourceName(), item.key(),
						outcome.answer(), Evidence.cut(Evidence.join(outcome.fields()), 1000), this.runs.now());
			}
			if (!waits) {
				settled(item.run(), outcome.state(), 1);
			}
		});
	}

	/** Instansi that have anything waiting at all. */
	public List<String> waiting() {
		return this.jdbc.queryForList("select distinct instansi from run where state = 'DONE' and waiting > 0",
				String.class);
	}

	/** How many changes of an instansi wait for the registry. */
	public long waiting(String instansi) {
		Long waiting = this.jdbc.queryForObject("""
				select sum(waiting) from run where instansi = ? and state = 'DONE' and waiting > 0""", Long.class,
				instansi);
		return (waiting != null) ? waiting : 0;
	}

	/**
	 * Checks the books of the runs whose changes have just been answered: always after a
	 * run's last answer, in between as often as costs a twentieth of the time, since a
	 * large run's changes take long to count.
	 */
	public void checkBooks(List<Parcel> answered) {
		answered.stream()
			.flatMap((parcel) -> parcel.items().stream())
			.map(Parcel.Item::run)
			.distinct()
			.forEach(this::checkBooks);
	}

	private void checkBooks(long run) {
		long begin = System.nanoTime();
		boolean last = this.runs.books(run).waiting() == 0;
		if (last || begin - this.resting.getOrDefault(run, begin) >= 0) {
			this.balances.check(run);
			this.resting.put(run, begin + REST * (System.nanoTime() - begin));
		}
		if (last) {
			this.resting.remove(run);
		}
	}

	private void move(Parcel.Item item, OutboxState from, OutboxState to, String set, Object... values) {
		if (!from.next().contains(to)) {
			throw new IllegalStateException("A change cannot go from " + from + " to " + to);
		}
		List<Object> all = new ArrayList<>(Arrays.asList(values));
		all.addAll(List.of(to.name(), item.id(), from.name()));
		if (this.jdbc.update("update outbox set " + set + ", state = ? where id = ? and state = ?",
				all.toArray()) != 1) {
			throw new IllegalStateException("Change " + item.id() + " is not " + from + " any more");
		}
	}

	private void settled(long run, OutboxState state, int count) {
		String column = state.name().toLowerCase(Locale.ROOT);
		this.jdbc.update("update run set waiting = waiting - ?, %1$s = %1$s + ? where id = ?".formatted(column), count,
				count, run);
	}

	/**
	 * People with nothing that must wait or is under way: a later change of a person
	 * never overtakes an earlier one.
	 */
	private List<String> due(String instansi, int limit) {
		return this.jdbc.queryForList("select kunci from (" + WAITING + """
				) w group by kunci having max(coalesce(next_at, created_at)) <= ?
					and sum(case when state = 'SENT' then 1 else 0 end) = 0
				order by min(id) limit ?""", String.class, instansi, instansi, instansi, instansi, this.runs.now(),
				limit);
	}

	private Map<String, List<Parcel.Item>> items(String instansi, Collection<String> people) {
		Map<String, List<Parcel.Item>> items = new LinkedHashMap<>();
		people.forEach((kunci) -> items.put(kunci, new ArrayList<>()));
		return this.people.query("kunci, id, run_id, resource, entry_key, operation, state, attempts, version",
				"outbox", "and state in ('READY', 'RETRY', 'AMBIGUOUS') order by version, id", instansi, people,
				(row) -> {
					while (row.next()) {
						items.get(row.getString(1))
							.add(new Parcel.Item(row.getLong(2), row.getLong(3),
									Resource.named(row.getString(4)).orElseThrow(), row.getString(5),
									row.getString(6).equals("BARU"), OutboxState.valueOf(row.getString(7)),
									row.getInt(8)));
					}
					return items;
				});
	}

	/**
	 * Turns the next accepted documents of an instansi into rows, oldest run first, and
	 * lets go of the versions before them.
	 * @return whether there were any
	 */
	private boolean expand(String instansi) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			List<long[]> open = this.jdbc.query("""
					select id, expanded_to from run where instansi = ? and state = 'DONE' and expanded_to < ?
					order by id""", (row, n) -> new long[] { row.getLong(1), row.getLong(2) }, instansi,
					Long.MAX_VALUE);
			for (long[] run : open) {
				List<Pending> pending = this.jdbc.query("""
						select id, kunci, version from document where run_id = ? and id > ? order by id limit ?""",
						(row, n) -> new Pending(row.getLong(1), row.getString(2), row.getInt(3)), run[0], run[1],
						EXPAND);
				long to = pending.isEmpty() ? Long.MAX_VALUE : pending.get(pending.size() - 1).id();
				this.jdbc.update("update run set expanded_to = ? where id = ?", to, run[0]);
				if (!pending.isEmpty()) {
					expand(instansi, run[0], pending);
					return true;
				}
			}
			return false;
		}));
	}

	private void expand(String instansi, long run, List<Pending> pending) {
		Map<String, Integer> versions = new HashMap<>();
		Map<String, Integer> before = new HashMap<>();
		pending.forEach((person) -> {
			versions.put(person.kunci(), person.version());
			before.put(person.kunci(), person.version() - 1);
		});
		Map<String, Document> newer = this.documents.load(instansi, versions);
		Map<String, Document> older = this.documents.load(instansi, before);
		List<Object[]> rows = new ArrayList<>();
		List<Object[]> past = new ArrayList<>();
		Map<String, List<Diff.Id>> again = new HashMap<>();
		for (Pending person : pending) {
			Diff diff = Diff.between(older.get(person.kunci()), newer.get(person.kunci()));
			List<Object[]> changes = new ArrayList<>();
			diff.added().forEach((entry) -> changes.add(change(instansi, person, run, entry, "BARU")));
			diff.changed().forEach((entry) -> changes.add(change(instansi, person, run, entry, "UBAH")));
			changes.sort(Comparator.comparing((row) -> Resource.named((String) row[4]).orElseThrow()));
			rows.addAll(changes);
			if (older.containsKey(person.kunci())) {
				past.add(new Object[] { instansi, person.kunci(), person.version() });
				again.put(person.kunci(),
						Stream.concat(diff.added().stream(), diff.changed().stream())
							.map((entry) -> new Diff.Id(entry.resource(), entry.key()))
							.toList());
			}
		}
		supersede(instansi, again);
		this.jdbc.batchUpdate("""
				insert into outbox (instansi, kunci, version, run_id, resource, entry_key, operation, state, created_at)
				values (?, ?, ?, ?, ?, ?, ?, 'READY', ?)""", rows);
		this.jdbc.batchUpdate("delete from document where instansi = ? and kunci = ? and version < ?", past);
	}

	private Object[] change(String instansi, Pending person, long run, Entry entry, String operation) {
		return new Object[] { instansi, person.kunci(), person.version(), run, entry.resource().resourceName(),
				entry.key(), operation, this.runs.now() };
	}

	/**
	 * A change that was not sent yet and has a newer version of itself behind it need not
	 * be sent.
	 */
	private void supersede(String instansi, Map<String, List<Diff.Id>> again) {
		if (again.isEmpty()) {
			return;
		}
		items(instansi, again.keySet()).forEach((kunci, items) -> items.stream()
			.filter((item) -> item.state().next().contains(OutboxState.SUPERSEDED)
					&& again.get(kunci).contains(new Diff.Id(item.resource(), item.key())))
			.forEach((item) -> {
				move(item, item.state(), OutboxState.SUPERSEDED, "answer = 'DIGANTIKAN', settled_at = ?",
						this.runs.now());
				settled(item.run(), OutboxState.SUPERSEDED, 1);
			}));
	}

	private record Pending(long id, String kunci, int version) {
	}

}
