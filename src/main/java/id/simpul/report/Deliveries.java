package id.simpul.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import id.simpul.change.OutboxState;

/** What waits for the registry and what it answered. */
public final class Deliveries {

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

	/** Changes in any of these states, newest first, those before {@code before}. */
	public List<Delivery> list(Scope scope, Collection<OutboxState> states, long before, int limit) {
		List<Delivery> list = this.jdbc
			.sql("""
					select id, instansi, kunci, resource, entry_key, operation, state, attempts, next_at, answer, answer_text,
						created_at, sent_at, settled_at
					from outbox where instansi in (:scope) and state in (:states) and id < :before
					order by id desc limit :limit""")
			.param("scope", scope.codes())
			.param("states", states.stream().map(Enum::name).toList())
			.param("before", before)
			.param("limit", limit)
			.query((row, n) -> delivery(row))
			.list();
		List<Long> open = list.stream().filter((one) -> one.state() == OutboxState.WORKLIST).map(Delivery::id).toList();
		Map<Long, List<String>> fields = open.isEmpty() ? Map.of() : fields(scope, open);
		return list.stream().map((one) -> with(one, fields.getOrDefault(one.id(), List.of()))).toList();
	}

	private Map<Long, List<String>> fields(Scope scope, List<Long> ids) {
		Map<Long, List<String>> fields = new HashMap<>();
		this.jdbc.sql("select outbox_id, fields from worklist where instansi in (:scope) and outbox_id in (:ids)")
			.param("scope", scope.codes())
			.param("ids", ids)
			.query((row) -> {
				if (row.getString(2) != null) {
					fields.put(row.getLong(1), List.of(row.getString(2).split("\u001f")));
				}
			});
		return fields;
	}

	private static Delivery delivery(ResultSet row) throws SQLException {
		return new Delivery(row.getLong(1), row.getString(2), Masked.person(row.getString(3)), row.getString(4),
				Masked.entry(row.getString(4), row.getString(5)), row.getString(6).equals("BARU"),
				OutboxState.valueOf(row.getString(7)), row.getInt(8), RunReports.instant(row, 9), row.getString(10),
				Masked.text(row.getString(11)), List.of(), RunReports.instant(row, 12), RunReports.instant(row, 13),
				RunReports.instant(row, 14));
	}

	private static Delivery with(Delivery one, List<String> fields) {
		return new Delivery(one.id(), one.instansi(), one.person(), one.resource(), one.entry(), one.isNew(),
				one.state(), one.attempts(), one.nextAt(), one.answer(), one.words(), fields, one.createdAt(),
				one.sentAt(), one.settledAt());
	}

}
