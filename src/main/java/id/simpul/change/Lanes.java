package id.simpul.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who moves the changes of which instansi: one row each, with an epoch that grows with
 * every new holder and a lease by the database's own clock. Whoever takes a lane over
 * first puts the changes right that the holder before had in hand.
 */
final class Lanes {

	/** Three times in its length a lease is renewed. */
	private static final int RENEWALS = 3;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Node node;

	private final Runs runs;

	/** This very process, as it stands in the lanes. */
	private final String self;

	private final Map<String, Mine> mine = new ConcurrentHashMap<>();

	Lanes(JdbcTemplate jdbc, TransactionTemplate transaction, Node node, Runs runs) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.node = node;
		this.self = node.id() + '#' + UUID.randomUUID().toString().substring(0, 8);
		this.runs = runs;
	}

	/** A lane of ours; {@code renewAt} in nanoseconds of this process. */
	private record Mine(long epoch, long renewAt) {
	}

	/**
	 * Takes a lane or goes on holding it.
	 * @return empty when somebody else holds it
	 */
	Optional<Lane> hold(String instansi, RegistryKind kind) {
		Mine held = this.mine.get(instansi);
		if (held != null && System.nanoTime() - held.renewAt < 0) {
			return Optional.of(new Lane(instansi, kind, held.epoch));
		}
		long begin = System.nanoTime();
		begin(instansi);
		Long epoch = this.transaction.execute((status) -> hold(instansi, kind, held));
		if (epoch == null) {
			return Optional.empty();
		}
		this.mine.put(instansi, new Mine(epoch, begin + this.node.lease().toNanos() / RENEWALS));
		return Optional.of(new Lane(instansi, kind, epoch));
	}

	private void begin(String instansi) {
		try {
			this.jdbc.update("""
					insert into lane (instansi, epoch) select cast(? as varchar), 0
					where not exists (select 1 from lane where instansi = ?)""", instansi, instansi);
		}
		catch (DuplicateKeyException ex) {
			// another node was first, and that is as good
		}
	}

	private Long hold(String instansi, RegistryKind kind, Mine held) {
		List<Long> taken = new ArrayList<>();
		boolean[] newly = { false };
		// whoever only looks in does not wait; our own lane is not lost by that
		this.jdbc.query("""
				select node, epoch, case when lease_until is null or lease_until < current_timestamp then 1 else 0 end
				from lane where instansi = ? for update""" + ((held == null) ? " skip locked" : ""), (row) -> {
			String holder = row.getString(1);
			long epoch = row.getLong(2);
			if (this.self.equals(holder)) {
				taken.add(epoch);
			}
			else if (holder == null || row.getInt(3) == 1 || this.node.isSuccessorOf(holder)) {
				taken.add(epoch + 1);
				newly[0] = true;
			}
		}, instansi);
		if (taken.isEmpty()) {
			this.mine.remove(instansi);
			return null;
		}
		this.jdbc.update("""
				update lane set node = ?, epoch = ?, kind = ?,
					lease_until = current_timestamp + cast(? as integer) * interval '1' second
				where instansi = ?""", this.self, taken.get(0), kind.name(), this.node.lease().toSeconds(), instansi);
		if (newly[0]) {
			abandon(instansi, kind);
		}
		return taken.get(0);
	}

	/**
	 * Puts right what a holder has left in hand. What was sent rests until nothing of it
	 * can arrive late.
	 */
	void abandon(String instansi, RegistryKind kind) {
		for (OutboxState state : OutboxState.UNDER_WAY) {
			OutboxState next = state.after(Step.ABANDON, kind).orElseThrow();
			boolean sent = state == OutboxState.SENT;
			// locked first: the former holder may be settling one of them at this moment
			List<long[]> rows = this.jdbc.query("""
					select id, run_id from outbox where instansi = ? and state = ? order by id for update""",
					(row, n) -> new long[] { row.getLong(1), row.getLong(2) }, instansi, state.name());
			this.jdbc.batchUpdate(
					"""
							update outbox set state = ?, answer = coalesce(?, answer), next_at = coalesce(?, next_at), settled_at = ?
							where id = ?""",
					rows.stream()
						.map((row) -> new Object[] { next.name(), sent ? "PROSES_TERHENTI" : null,
								sent ? this.runs.now().plus(this.node.quiet()) : null,
								next.isWaiting() ? null : this.runs.now(), row[0] })
						.toList());
			if (!next.isWaiting()) {
				rows.forEach((row) -> this.runs.settled(row[1], next, 1));
			}
		}
	}

	/** Makes sure, until the transaction ends, that nobody takes the lane over. */
	void guard(Lane lane) {
		if (this.jdbc
			.queryForList("select epoch from lane where instansi = ? and epoch = ? for update", Long.class,
					lane.instansi(), lane.epoch())
			.isEmpty()) {
			this.mine.remove(lane.instansi());
			throw new LaneLost("Another holder moves the changes of " + lane.instansi());
		}
	}

	/** Lets go of a lane, so that anybody may take it at once. */
	void release(Lane lane) {
		this.mine.remove(lane.instansi());
		this.jdbc.update("update lane set node = null, lease_until = null where instansi = ? and epoch = ?",
				lane.instansi(), lane.epoch());
	}

}
