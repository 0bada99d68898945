package id.simpul.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes that a person wants tried again: recorded with who and why, and without a
 * second effect however often it is asked for. A change that is under way or delivered
 * stays as it is.
 */
public final class Redrives {

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Runs runs;

	public Redrives(DataSource database, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = new JdbcTemplate(database);
		this.transaction = new TransactionTemplate(transactions);
		this.runs = new Runs(this.jdbc, clock);
	}

	/** By which mapping the content comes that is sent. */
	public enum Content {

		/** What was accepted then goes out again at once. */
		THEN,
		/**
		 * The source is read again first; what its next accepted run leaves as it was
		 * goes out again after it, what it changes goes out as a new change.
		 */
		NOW

	}

	/**
	 * Which changes of an instansi.
	 *
	 * @param ids or {@code null} for all
	 * @param cause their answer, or {@code null} for any
	 */
	public record Selection(Set<Long> ids, String cause) {

		public static Selection of(Set<Long> ids) {
			return new Selection(Set.copyOf(ids), null);
		}

		public static Selection cause(String cause) {
			return new Selection(null, cause);
		}

	}

	/**
	 * What came of asking.
	 *
	 * @param redriven go out again
	 * @param awaiting go out again after the next accepted run
	 * @param underWay were on their way already
	 * @param delivered have reached the registry already, or what took their place has
	 * @param replaced have a later change of the same entry behind them, which says what
	 * is right now and has not reached the registry either
	 */
	public record Result(int redriven, int awaiting, int underWay, int delivered, int replaced) {
	}

	/**
	 * Has changes tried again.
	 * @param who and why are required, and kept
	 */
	public Result redrive(String instansi, Selection what, Content content, String who, String why) {
		demand(who, why);
		return this.transaction.execute((status) -> {
			int[] counts = new int[5];
			for (Candidate one : candidates(instansi, what)) {
				Optional<OutboxState> newer = newer(one);
				if (newer.isPresent()) { // it says what is right now
					counts[newer.get().isWaiting() ? 2 : isDelivered(newer.get()) ? 3 : 4]++;
				}
				else if (OutboxState.REDRIVABLE.contains(one.state)) {
					if (content == Content.NOW) {
						counts[1] += order(one, who, why) ? 1 : 0;
					}
					else if (move(one, Step.REDRIVE, "DIULANG")) {
						note(one, content, who, why);
						counts[0]++;
					}
					else {
						counts[2]++; // somebody else was faster
					}
				}
				else {
					counts[one.state.isWaiting() ? 2 : (one.state == OutboxState.SUPERSEDED) ? 4 : 3]++;
				}
			}
			return new Result(counts[0], counts[1], counts[2], counts[3], counts[4]);
		});
	}

	/**
	 * A person has seen that a parked change stands at the registry.
	 * @return whether it was parked
	 */
	public boolean confirm(String instansi, long id, String who, String why) {
		demand(who, why);
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			for (Candidate one : candidates(instansi, Selection.of(Set.of(id)))) {
				if (one.state == OutboxState.PARKED && move(one, Step.CONFIRM, "DIPASTIKAN")) {
					this.jdbc.update(
							"""
									insert into redrive (outbox_id, instansi, from_state, from_answer, content, who, why, asked_at,
										applied_at)
									values (?, ?, ?, ?, 'CONFIRM', ?, ?, ?, ?)""",
							one.id, one.instansi, one.state.name(), one.answer, who, Evidence.cut(why.strip(), 400),
							this.runs.now(), this.runs.now());
					return true;
				}
			}
			return false;
		}));
	}

	/**
	 * A run of this instansi has been accepted: what was to wait for it goes out now.
	 * Part of the accepting transaction.
	 */
	void apply(String instansi) {
		List<Long> orders = this.jdbc.queryForList(
				"select outbox_id from redrive where instansi = ? and applied_at is null", Long.class, instansi);
		if (orders.isEmpty()) {
			return;
		}
		candidates(instansi, Selection.of(new HashSet<>(orders))).stream()
			.filter((one) -> OutboxState.REDRIVABLE.contains(one.state) && newer(one).isEmpty())
			.forEach((one) -> move(one, Step.REDRIVE, "DIULANG"));
		this.jdbc.update("update redrive set applied_at = ? where instansi = ? and applied_at is null", this.runs.now(),
				instansi);
	}

	private static boolean isDelivered(OutboxState state) {
		return state == OutboxState.ACKED || state == OutboxState.ADOPTED;
	}

	/** Where the latest change of the same entry stands, if there is a later one. */
	private Optional<OutboxState> newer(Candidate one) {
		return this.jdbc.queryForList("""
				select n.state from outbox o join outbox n on n.instansi = o.instansi and n.kunci = o.kunci
					and n.resource = o.resource and n.entry_key = o.entry_key and n.version > o.version
				where o.id = ? order by n.version desc limit 1""", String.class, one.id)
			.stream()
			.findFirst()
			.map(OutboxState::valueOf);
	}

	private static void demand(String who, String why) {
		if (who == null || who.isBlank() || why == null || why.isBlank()) {
			throw new IllegalArgumentException("Who and why are part of a redrive");
		}
	}

	private List<Candidate> candidates(String instansi, Selection what) {
		List<Candidate> candidates = new ArrayList<>();
		String select = """
				select o.id, o.run_id, o.state, o.answer, coalesce(l.kind, 'READABLE')
				from outbox o left join lane l on l.instansi = o.instansi where o.instansi = ? and\s""";
		if (what.ids() != null) {
			for (long id : what.ids().stream().sorted().toList()) {
				read(candidates, instansi, select + "o.id = ?", instansi, id);
			}
		}
		else {
			for (OutboxState state : EnumSet.copyOf(OutboxState.REDRIVABLE)) {
				read(candidates, instansi,
						select + "o.state = ? and (cast(? as varchar) is null or o.answer = ?) order by o.id", instansi,
						state.name(), what.cause(), what.cause());
			}
		}
		return candidates;
	}

	private void read(List<Candidate> candidates, String instansi, String sql, Object... values) {
		this.jdbc.query(sql, (row) -> {
			candidates.add(new Candidate(row.getLong(1), row.getLong(2), instansi,
					OutboxState.valueOf(row.getString(3)), row.getString(4), RegistryKind.valueOf(row.getString(5))));
		}, values);
	}

	/**
	 * @return whether this change was still where it was seen
	 */
	private boolean move(Candidate one, Step step, String answer) {
		OutboxState next = one.state.after(step, one.kind).orElseThrow();
		boolean waits = next.isWaiting();
		// what was put aside keeps its rest: until then what was sent may still arrive
		String nextAt = waits ? "next_at" : "null";
		if (this.jdbc.update("""
				update outbox set state = ?, answer = ?, answer_text = null, next_at = %s, attempts = 0, settled_at = ?
				where id = ? and state = ?""".formatted(nextAt), next.name(), answer, waits ? null : this.runs.now(),
				one.id, one.state.name()) != 1) {
			return false;
		}
		this.runs.reopened(one.run, one.state, 1);
		if (!waits) {
			this.runs.settled(one.run, next, 1);
		}
		this.jdbc.update("update worklist set closed_at = ? where outbox_id = ? and closed_at is null", this.runs.now(),
				one.id);
		return true;
	}

	private boolean order(Candidate one, String who, String why) {
		if (!this.jdbc
			.queryForList("select id from redrive where outbox_id = ? and applied_at is null", Long.class, one.id)
			.isEmpty()) {
			return true; // asked for already
		}
		note(one, Content.NOW, who, why);
		return true;
	}

	private void note(Candidate one, Content content, String who, String why) {
		this.jdbc.update(
				"""
						insert into redrive (outbox_id, instansi, from_state, from_answer, content, who, why, asked_at, applied_at)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				one.id, one.instansi, one.state.name(), one.answer, content.name(), who, Evidence.cut(why.strip(), 400),
				this.runs.now(), (content == Content.THEN) ? this.runs.now() : null);
	}

	private record Candidate(long id, long run, String instansi, OutboxState state, String answer, RegistryKind kind) {
	}

}
