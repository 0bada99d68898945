package id.simpul.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;

import id.simpul.change.OutboxState;

/** What waits for the registry and what it answered. */
public final class Deliveries {

	private static final String ROW = """
			select id, instansi, kunci, resource, entry_key, operation, state, attempts, next_at, answer, answer_text,
				created_at, sent_at, settled_at
			from outbox\s""";

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many changes stand where.
	 *
	 * @param preparing accepted, but not turned into rows yet: they are counted as
	 * waiting and not in the list
	 */
	public record Counts(Map<OutboxState, Long> byState, long preparing) {

		public long of(Collection<OutboxState> states) {
			return states.stream().mapToLong((state) -> this.byState.getOrDefault(state, 0L)).sum();
		}

		public long waiting() {
			return this.preparing + this.byState.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().isWaiting())
				.mapToLong(Map.Entry::getValue)
				.sum();
		}

	}

	/**
	 * Counts from the books, so that they are those of every other page; the waiting ones
	 * by the row.
	 */
	public Counts counts(Scope scope) {
		Map<OutboxState, Long> byState = new EnumMap<>(OutboxState.class);
		long[] waiting = { 0 };
		this.jdbc.sql("""
				select coalesce(sum(acked), 0), coalesce(sum(adopted), 0), coalesce(sum(worklist), 0),
					coalesce(sum(refused), 0), coalesce(sum(parked), 0), coalesce(sum(superseded), 0),
					coalesce(sum(case when state = 'DONE' then waiting else 0 end), 0)
				from run where instansi in (:scope)""").param("scope", scope.codes()).query((row) -> {
			byState.put(OutboxState.ACKED, row.getLong(1));
			byState.put(OutboxState.ADOPTED, row.getLong(2));
			byState.put(OutboxState.WORKLIST, row.getLong(3));
			byState.put(OutboxState.REFUSED, row.getLong(4));
			byState.put(OutboxState.PARKED, row.getLong(5));
			byState.put(OutboxState.SUPERSEDED, row.getLong(6));
			waiting[0] = row.getLong(7);
		});
		this.jdbc
			.sql("""
					select state, count(*) from outbox
					where instansi in (:scope) and state in ('READY', 'CLAIMED', 'SENT', 'RETRY', 'AMBIGUOUS', 'RESOLVING') group by state""")
			.param("scope", scope.codes())
			.query((row) -> {
				byState.put(OutboxState.valueOf(row.getString(1)), row.getLong(2));
				waiting[0] -= row.getLong(2);
			});
		return new Counts(byState, Math.max(waiting[0], 0));
	}

	/**
	 * Changes in any of these states, newest first, those before {@code before}.
	 * @param cause their answer, or {@code null} for any
	 */
	public List<Delivery> list(Scope scope, Collection<OutboxState> states, String cause, long before, int limit) {
		return told(scope,
				this.jdbc
					.sql(ROW + """
							where instansi in (:scope) and state in (:states) and (cast(:cause as varchar) is null or answer = :cause)
								and id < :before
							order by id desc limit :limit""")
					.param("scope", scope.codes())
					.param("states", names(states))
					.param("cause", cause)
					.param("before", before)
					.param("limit", limit)
					.query((row, n) -> delivery(row))
					.list());
	}

	/** One change; empty when it is another's. */
	public Optional<Delivery> find(Scope scope, long id) {
		return told(scope,
				this.jdbc.sql(ROW + "where instansi in (:scope) and id = :id")
					.param("scope", scope.codes())
					.param("id", id)
					.query((row, n) -> delivery(row))
					.list())
			.stream()
			.findFirst();
	}

	/**
	 * How many changes of these states have which answer, the most frequent first.
	 * Instansi by instansi, since H2 finds only a single value by the index.
	 */
	public Map<String, Long> causes(Scope scope, Collection<OutboxState> states) {
		Map<String, Long> counts = new TreeMap<>();
		for (String kode : scope.codes()) {
			this.jdbc.sql("""
					select answer, count(*) from outbox
					where instansi = :kode and state in (:states) and answer is not null group by answer""")
				.param("kode", kode)
				.param("states", names(states))
				.query((row) -> {
					counts.merge(row.getString(1), row.getLong(2), Long::sum);
				});
		}
		Map<String, Long> causes = new LinkedHashMap<>();
		counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed())
			.forEach((one) -> causes.put(one.getKey(), one.getValue()));
		return causes;
	}

	/** The longest waiting changes of these states with that answer. */
	public Set<Long> ids(Scope scope, Collection<OutboxState> states, String cause, int limit) {
		return new TreeSet<>(this.jdbc.sql("""
				select id from outbox where instansi in (:scope) and state in (:states) and answer = :cause
				order by id limit :limit""")
			.param("scope", scope.codes())
			.param("states", names(states))
			.param("cause", cause)
			.param("limit", limit)
			.query(Long.class)
			.list());
	}

	/** The same with the fields that differ and with what people had done about them. */
	private List<Delivery> told(Scope scope, List<Delivery> list) {
		if (list.isEmpty()) {
			return list;
		}
		List<Long> ids = list.stream().map(Delivery::id).toList();
		Map<Long, List<String>> fields = fields(scope, ids);
		Map<Long, List<Redriven>> history = history(scope, ids);
		return list.stream()
			.map((one) -> with(one,
					(one.state() == OutboxState.WORKLIST) ? fields.getOrDefault(one.id(), List.of()) : List.of(),
					history.getOrDefault(one.id(), List.of())))
			.toList();
	}

	private Map<Long, List<String>> fields(Scope scope, List<Long> ids) {
		Map<Long, List<String>> fields = new HashMap<>();
		this.jdbc.sql("""
				select outbox_id, fields from worklist
				where instansi in (:scope) and outbox_id in (:ids) and closed_at is null""")
			.param("scope", scope.codes())
			.param("ids", ids)
			.query((row) -> {
				if (row.getString(2) != null) {
					fields.put(row.getLong(1), List.of(row.getString(2).split("\u001f")));
				}
			});
		return fields;
	}

	private Map<Long, List<Redriven>> history(Scope scope, List<Long> ids) {
		Map<Long, List<Redriven>> history = new HashMap<>();
		this.jdbc.sql("""
				select outbox_id, who, asked_at, why, content, applied_at from redrive
				where instansi in (:scope) and outbox_id in (:ids) order by id""")
			.param("scope", scope.codes())
			.param("ids", ids)
			.query((row) -> {
				history.computeIfAbsent(row.getLong(1), (id) -> new ArrayList<>())
					.add(new Redriven(row.getString(2), RunReports.instant(row, 3), Masked.text(row.getString(4)),
							row.getString(5), RunReports.instant(row, 6)));
			});
		return history;
	}

	private static List<String> names(Collection<OutboxState> states) {
		return states.stream().map(Enum::name).toList();
	}

	private static Delivery delivery(ResultSet row) throws SQLException {
		return new Delivery(row.getLong(1), row.getString(2), Masked.person(row.getString(3)), row.getString(4),
				Masked.entry(row.getString(4), row.getString(5)), row.getString(6).equals("BARU"),
				OutboxState.valueOf(row.getString(7)), row.getInt(8), RunReports.instant(row, 9), row.getString(10),
				Masked.text(row.getString(11)), List.of(), List.of(), RunReports.instant(row, 12),
				RunReports.instant(row, 13), RunReports.instant(row, 14));
	}

	private static Delivery with(Delivery one, List<String> fields, List<Redriven> history) {
		return new Delivery(one.id(), one.instansi(), one.person(), one.resource(), one.entry(), one.isNew(),
				one.state(), one.attempts(), one.nextAt(), one.answer(), one.words(), fields, history, one.createdAt(),
				one.sentAt(), one.settledAt());
	}

}
