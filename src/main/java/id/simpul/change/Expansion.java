package id.simpul.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * Turns accepted documents into one row of the outbox per change, when their turn comes,
 * so that accepting a plan of 150,000 people is one update.
 */
final class Expansion {

	/** Documents at a time. */
	private static final int EXPAND = 100;

	private static final String ALL_WAITING = Items
		.names(Arrays.stream(OutboxState.values()).filter(OutboxState::isWaiting).toList());

	/**
	 * What one of these says may be at the registry, or be on its way there by the time
	 * its answer is missed: it is needed to be said again.
	 */
	private static final String PERHAPS_SENT = Items
		.names(EnumSet.of(OutboxState.CLAIMED, OutboxState.SENT, OutboxState.RESOLVING, OutboxState.AMBIGUOUS));

	private final JdbcTemplate jdbc;

	private final Runs runs;

	private final Documents documents;

	private final Items items;

	Expansion(JdbcTemplate jdbc, Runs runs, Documents documents, Items items) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.documents = documents;
		this.items = items;
	}

	/**
	 * Turns the next documents of an instansi into rows, oldest run first, and lets go of
	 * the versions before them that nothing under way needs any more. Within the
	 * transaction of whoever holds the lane.
	 * @return whether there were any
	 */
	boolean next(Lane lane) {
		String instansi = lane.instansi();
		List<long[]> open = this.jdbc.query("""
				select id, expanded_to from run where instansi = ? and state = 'DONE' and expanded_to < ?
				order by id""", (row, n) -> new long[] { row.getLong(1), row.getLong(2) }, instansi, Long.MAX_VALUE);
		for (long[] run : open) {
			List<Pending> pending = this.jdbc.query("""
					select id, kunci, version from document where run_id = ? and id > ? order by id limit ?""",
					(row, n) -> new Pending(row.getLong(1), row.getString(2), row.getInt(3)), run[0], run[1], EXPAND);
			long to = pending.isEmpty() ? Long.MAX_VALUE : pending.get(pending.size() - 1).id();
			if (!pending.isEmpty()) {
				expand(lane, run[0], pending);
			}
			// last, since every answer has to wait for this row until the end
			this.jdbc.update("update run set expanded_to = ? where id = ?", to, run[0]);
			if (!pending.isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private void expand(Lane lane, long run, List<Pending> pending) {
		String instansi = lane.instansi();
		Map<String, Integer> versions = new HashMap<>();
		pending.forEach((person) -> versions.put(person.kunci(), person.version()));
		Map<String, Document> newer = this.documents.load(instansi, versions);
		Map<String, Document> older = this.documents.before(instansi, versions);
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
		supersede(lane, again);
		this.jdbc.batchUpdate("""
				insert into outbox (instansi, kunci, version, run_id, resource, entry_key, operation, state, created_at,
					idem_key)
				values (?, ?, ?, ?, ?, ?, ?, 'READY', ?, ?)""", rows);
		this.jdbc.batchUpdate("""
				delete from document d where instansi = ? and kunci = ? and version < ?
					and not exists (select 1 from outbox o where o.instansi = d.instansi and o.kunci = d.kunci
						and o.version <= d.version
						and (o.state in %s or (o.sent_at is not null and o.state in %s)))""".formatted(PERHAPS_SENT,
				ALL_WAITING), past);
	}

	private Object[] change(String instansi, Pending person, long run, Entry entry, String operation) {
		return new Object[] { instansi, person.kunci(), person.version(), run, entry.resource().resourceName(),
				entry.key(), operation, this.runs.now(),
				IdempotencyKey.of(instansi, person.kunci(), person.version(), entry) };
	}

	/**
	 * A change that was not sent yet and has a newer version of itself behind it need not
	 * be sent. One that is to go out again may have been sent before it was put aside: it
	 * keeps its rest.
	 */
	private void supersede(Lane lane, Map<String, List<Diff.Id>> again) {
		if (again.isEmpty()) {
			return;
		}
		Set<OutboxState> unsent = EnumSet.copyOf(OutboxState.CLAIMABLE);
		unsent.retainAll(OutboxState.before(Step.OVERTAKE, lane.kind()));
		this.items.of(lane.instansi(), again.keySet(), Items.names(unsent))
			.forEach((kunci, items) -> items.stream()
				.filter((item) -> again.get(kunci).contains(new Diff.Id(item.resource(), item.key())))
				.forEach((item) -> {
					OutboxState next = Outbox.next(item.state(), Step.OVERTAKE, lane);
					this.jdbc.update("""
							update outbox set answer = 'DIGANTIKAN', settled_at = ?, state = ?,
								next_at = case when state = 'READY' then next_at end
							where id = ? and state = ?""", this.runs.now(), next.name(), item.id(),
							item.state().name());
					this.runs.settled(item.run(), next, 1);
				}));
	}

	private record Pending(long id, String kunci, int version) {
	}

}
