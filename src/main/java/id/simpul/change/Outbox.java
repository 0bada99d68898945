package id.simpul.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.pegawai.Document;

/**
 * Changes on their way to the registry. Accepted documents are turned into one row per
 * change when their turn comes, in the order in which they were accepted; every step of a
 * row is one committed transaction that keeps the run's books closed.
 */
public final class Outbox {

	/**
	 * State by state, since H2 finds only a single value by the index and the settled
	 * ones are by far the most.
	 */
	private static final String WAITING = Arrays.stream(OutboxState.values())
		.filter(OutboxState::isWaiting)
		.map((state) -> """
				select kunci, id, state, next_at, attempts from outbox where instansi = ? and state = '%s'"""
			.formatted(state))
		.collect(Collectors.joining(" union all "));

	private static final String UNDER_WAY = Items.names(OutboxState.UNDER_WAY);

	private static final String CLAIMABLE = Items.names(OutboxState.CLAIMABLE);

	/**
	 * Longer than any pause of a change: what is due later than that was written by a
	 * clock that has been set back since.
	 */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

	/**
	 * The books are counted afresh not before this many times as long as the last count
	 * took.
	 */
	private static final int REST = 20;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Documents documents;

	private final PeopleRows people;

	private final Items items;

	private final Expansion expansion;

	private final Runs runs;

	private final Balances balances;

	private final Lanes lanes;

	private final Node node;

	/** By run, the nanosecond from which its books are counted again. */
	private final Map<Long, Long> resting = new ConcurrentHashMap<>();

	public Outbox(DataSource database, PlatformTransactionManager transactions, Clock clock, Node node) {
		this.jdbc = new JdbcTemplate(database);
		this.transaction = new TransactionTemplate(transactions);
		this.documents = new Documents(this.jdbc);
		this.people = new PeopleRows(this.jdbc);
		this.items = new Items(this.people);
		this.runs = new Runs(this.jdbc, clock);
		this.expansion = new Expansion(this.jdbc, this.runs, this.documents, this.items);
		this.balances = new Balances(this.jdbc, this.runs);
		this.node = node;
		this.lanes = new Lanes(this.jdbc, this.transaction, node, this.runs);
	}

	/**
	 * Takes the lane of an instansi, or goes on holding it. What a holder that ended had
	 * in hand is put right first: sent and not answered means an unknown outcome.
	 * @return empty when another process moves these changes
	 */
	public Optional<Lane> hold(String instansi, RegistryKind kind) {
		return this.lanes.hold(instansi, kind);
	}

	/**
	 * Puts back what the lane still has in hand, and lets go of it. No call may be open
	 * any more: what still stands as sent has lost its answer.
	 */
	public void release(Lane lane) {
		this.transaction.executeWithoutResult((status) -> {
			this.lanes.guard(lane);
			this.lanes.abandon(lane.instansi(), lane.kind());
			this.lanes.release(lane);
		});
	}

	/** Puts back changes that the lane does not get to in this turn. */
	public void giveBack(Parcel parcel, Collection<Parcel.Item> items) {
		this.jdbc.batchUpdate("update outbox set state = ? where id = ? and state = ? and epoch = ?",
				items.stream()
					.map((item) -> new Object[] { next(item.state(), Step.GIVE_BACK, parcel.lane()).name(), item.id(),
							item.state().name(), parcel.lane().epoch() })
					.toList());
	}

	/**
	 * Takes the next people of an instansi in hand who have something to send now: those
	 * first of whom nothing has failed yet.
	 * @return at most {@code limit} parcels; none when nothing is due
	 * @throws LaneLost when another process holds the lane
	 */
	public List<Parcel> take(Lane lane, int limit) {
		List<Parcel> parcels = claim(lane, limit);
		while (parcels == null) {
			parcels = expand(lane) ? claim(lane, limit) : List.of();
		}
		return parcels;
	}

	/**
	 * @return {@code null} when the next accepted documents have to be turned into rows
	 * first: nobody is due, or somebody of whom something newer is not here yet. Such a
	 * person's changes would come apart, an appraisal before its position.
	 */
	private List<Parcel> claim(Lane lane, int limit) {
		return this.transaction.execute((status) -> {
			this.lanes.guard(lane);
			List<String> due = due(lane.instansi(), limit);
			if (due.isEmpty() || hasMore(lane.instansi(), due)) {
				return null;
			}
			this.jdbc.batchUpdate("""
					update outbox set state = case state %s end, epoch = ?
					where instansi = ? and kunci = ? and state in %s""".formatted(claimed(lane), CLAIMABLE),
					due.stream().map((kunci) -> new Object[] { lane.epoch(), lane.instansi(), kunci }).toList());
			Map<String, List<Parcel.Item>> items = this.items.of(lane.instansi(), due, UNDER_WAY);
			Map<String, Document> accepted = this.documents.accepted(lane.instansi(), due);
			Map<String, Map<Integer, Document>> earlier = earlier(lane, items);
			List<Parcel> parcels = new ArrayList<>();
			items.forEach((kunci, list) -> parcels
				.add(new Parcel(lane, kunci, accepted.get(kunci), earlier.getOrDefault(kunci, Map.of()), list)));
			return parcels;
		});
	}

	private boolean hasMore(String instansi, List<String> people) {
		return this.people.query("1", "document", """
				and exists (select 1 from run r where r.id = t.run_id and r.state = 'DONE' and t.id > r.expanded_to)
				limit 1""", instansi, people, (rows) -> rows.next());
	}

	private static String claimed(Lane lane) {
		return OutboxState.CLAIMABLE.stream()
			.map((state) -> "when '%s' then '%s'".formatted(state, next(state, Step.CLAIM, lane)))
			.collect(Collectors.joining(" "));
	}

	/** The documents of what has no answer yet and may have to be sent once more. */
	private Map<String, Map<Integer, Document>> earlier(Lane lane, Map<String, List<Parcel.Item>> items) {
		Map<String, Map<Integer, Document>> earlier = new HashMap<>();
		items.forEach((kunci, list) -> list.stream()
			.filter((item) -> item.state() == OutboxState.RESOLVING)
			.map(Parcel.Item::version)
			.distinct()
			.forEach((version) -> this.documents.since(lane.instansi(), kunci, version)
				.ifPresent(
						(document) -> earlier.computeIfAbsent(kunci, (k) -> new HashMap<>()).put(version, document))));
		return earlier;
	}

	/**
	 * Writes down that the first byte is about to leave.
	 * @param hash of what is about to be sent
	 * @return the item as it stands now
	 * @throws LaneLost when another process holds the lane, or might before an answer can
	 * be here
	 */
	public Parcel.Item send(Parcel parcel, Parcel.Item item, byte[] hash) {
		Lane lane = parcel.lane();
		OutboxState next = next(item.state(), Step.SEND, lane);
		if (this.jdbc.update("""
				update outbox set state = ?, sent_at = ?, sent_hash = ?, attempts = attempts + 1
				where id = ? and state = ? and epoch = ? and exists (select 1 from lane
					where instansi = ? and epoch = ?
						and lease_until > current_timestamp + cast(? as integer) * interval '1' second)""", next.name(),
				this.runs.now(), hash, item.id(), item.state().name(), lane.epoch(), lane.instansi(), lane.epoch(),
				this.node.request().toSeconds()) != 1) {
			throw lost(item);
		}
		return item.in(next, item.attempts() + 1);
	}

	/**
	 * What became of a change, before it is written down.
	 *
	 * @param before the item as it stands
	 * @param after as it will stand
	 */
	public record Settlement(Parcel.Item before, Outcome outcome, Parcel.Item after) {

		/**
		 * @throws IllegalStateException when this must not happen to the change where it
		 * stands
		 */
		public static Settlement of(Parcel parcel, Parcel.Item item, Outcome outcome) {
			OutboxState next = Outbox.next(item.state(), outcome.step(), parcel.lane());
			boolean failed = outcome.step() == Step.NOT_SAVED || outcome.step() == Step.LOST;
			// a send has been counted already
			int attempts = item.attempts() + ((failed && item.state() != OutboxState.SENT) ? 1 : 0)
					- ((failed && !outcome.counts()) ? 1 : 0);
			return new Settlement(item, outcome, item.in(next, attempts));
		}

	}

	/**
	 * Writes down what became of a change.
	 * @return the item as it stands now
	 * @throws LaneLost when another process holds the lane
	 */
	public Parcel.Item settle(Parcel parcel, Parcel.Item item, Outcome outcome) {
		Settlement settlement = Settlement.of(parcel, item, outcome);
		settle(parcel, List.of(settlement));
		return settlement.after();
	}

	/**
	 * Writes down what became of some of a person's changes, all or none.
	 * @throws LaneLost when another process holds the lane
	 */
	public void settle(Parcel parcel, List<Settlement> settlements) {
		this.transaction.executeWithoutResult((status) -> {
			OffsetDateTime now = this.runs.now();
			int[] moved = this.jdbc.batchUpdate("""
					update outbox set answer = ?, answer_text = ?, remote_id = coalesce(?, remote_id), settled_at = ?,
						next_at = ?, attempts = ?, state = ?
					where id = ? and state = ? and epoch = ?""", settlements.stream().map((one) -> {
				Outcome outcome = one.outcome();
				OutboxState next = one.after().state();
				// also what is put aside: until then something of it may still arrive
				boolean rests = outcome.again() != null && (next.isWaiting() || next == OutboxState.PARKED);
				return new Object[] { outcome.answer(), Evidence.cut(outcome.text(), 1000), outcome.remoteId(),
						next.isWaiting() ? null : now, rests ? now.plus(outcome.again()) : null, one.after().attempts(),
						next.name(), one.before().id(), one.before().state().name(), parcel.lane().epoch() };
			}).toList());
			for (int i = 0; i < moved.length; i++) {
				if (moved[i] != 1) {
					throw lost(settlements.get(i).before());
				}
			}
			list(parcel, settlements, now);
			settlements.stream()
				.filter((one) -> !one.after().state().isWaiting())
				.collect(Collectors.groupingBy((one) -> Map.entry(one.before().run(), one.after().state()),
						LinkedHashMap::new, Collectors.summingInt((one) -> 1)))
				.forEach((counted, count) -> this.runs.settled(counted.getKey(), counted.getValue(), count));
		});
	}

	/**
	 * Closes what is to be done about earlier states of the same entries, and opens the
	 * new.
	 */
	private void list(Parcel parcel, List<Settlement> settlements, OffsetDateTime now) {
		boolean hasOpen = this.jdbc.queryForObject("""
				select count(*) from worklist where instansi = ? and kunci = ? and closed_at is null""", Long.class,
				parcel.instansi(), parcel.kunci()) > 0;
		for (Settlement one : settlements) {
			Parcel.Item item = one.after();
			String resource = item.resource().resourceName();
			if (hasOpen && !item.state().isWaiting() && item.state() != OutboxState.SUPERSEDED) {
				this.jdbc.update("""
						update worklist set closed_at = ? where instansi = ? and kunci = ? and resource = ?
							and entry_key = ? and outbox_id < ? and closed_at is null""", now, parcel.instansi(),
						parcel.kunci(), resource, item.key(), item.id());
			}
			if (item.state() == OutboxState.WORKLIST || !one.outcome().fields().isEmpty()) {
				this.jdbc.update(
						"""
								insert into worklist (outbox_id, instansi, kunci, resource, entry_key, cause, fields, created_at)
								values (?, ?, ?, ?, ?, ?, ?, ?)""",
						item.id(), parcel.instansi(), parcel.kunci(), resource, item.key(), one.outcome().answer(),
						Evidence.cut(Evidence.join(one.outcome().fields()), 1000), now);
			}
		}
	}

	/** What a lane has in hand of somebody, as it stands. */
	public List<Parcel.Item> underWay(Parcel parcel) {
		return this.items.of(parcel.instansi(), List.of(parcel.kunci()), UNDER_WAY).get(parcel.kunci());
	}

	static OutboxState next(OutboxState from, Step step, Lane lane) {
		return from.after(step, lane.kind())
			.orElseThrow(() -> new IllegalStateException("No " + step + " where a change is " + from));
	}

	private static LaneLost lost(Parcel.Item item) {
		return new LaneLost("Change " + item.id() + " is not " + item.state() + " in this hand any more");
	}

	/**
	 * When the next change of an instansi may be tried that must wait now; empty when
	 * none waits.
	 */
	public Optional<Instant> nextDue(String instansi) {
		return Optional.ofNullable(this.jdbc.queryForObject("""
				select min(next_at) from outbox where instansi = ? and state in\s""" + CLAIMABLE, OffsetDateTime.class,
				instansi))
			.map(OffsetDateTime::toInstant);
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

	/**
	 * People with nothing that must wait or is in anybody's hand: a later change of a
	 * person never overtakes an earlier one, not even one put aside, or replaced since,
	 * that may still arrive. Only {@code next_at} makes a change wait: when it was
	 * accepted says nothing, the clock may have been years ahead.
	 */
	private List<String> due(String instansi, int limit) {
		OffsetDateTime now = this.runs.now();
		OffsetDateTime longest = now.plus(LONGEST_PAUSE);
		List<Object> values = new ArrayList<>();
		Arrays.stream(OutboxState.values()).filter(OutboxState::isWaiting).forEach((state) -> values.add(instansi));
		values.addAll(List.of(instansi, now, longest, instansi, now, longest, now, longest, limit));
		return this.jdbc.queryForList("select kunci from (" + WAITING + """
				) w where kunci not in (select kunci from outbox where instansi = ? and state = 'PARKED'
						and next_at > ? and next_at < ?
					union all select kunci from outbox where instansi = ? and state = 'SUPERSEDED'
						and next_at > ? and next_at < ?)
				group by kunci
				having sum(case when next_at > ? and next_at < ? or state in %s then 1 else 0 end) = 0
				order by case when max(attempts) = 0 then 0 else 1 end, min(id) limit ?""".formatted(UNDER_WAY),
				String.class, values.toArray());
	}

	/**
	 * Turns the next accepted documents of an instansi into rows.
	 * @return whether there were any
	 */
	private boolean expand(Lane lane) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.lanes.guard(lane);
			return this.expansion.next(lane);
		}));
	}

}
