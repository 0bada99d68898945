package id.simpul.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** When the registry could not be used, by an instansi or by anybody. */
public final class Outages {

	private static final String SELECT = "select instansi, cause, began_at, ended_at, probes from outage ";

	private final JdbcClient jdbc;

	private final Clock clock;

	Outages(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those that last, everybody's first. */
	public List<Outage> open(Scope scope) {
		return this.jdbc.sql(SELECT + """
				where ended_at is null and (instansi is null or instansi in (:scope))
				order by case when instansi is null then 0 else 1 end, began_at, id""")
			.param("scope", scope.codes())
			.query(this::outage)
			.list();
	}

	/** Those that have ended, the latest first. */
	public List<Outage> ended(Scope scope, int limit) {
		return this.jdbc.sql(SELECT + """
				where ended_at is not null and (instansi is null or instansi in (:scope))
				order by ended_at desc, id desc limit :limit""")
			.param("scope", scope.codes())
			.param("limit", limit)
			.query(this::outage)
			.list();
	}

	/**
	 * The one that keeps everybody from being served now: met by several, or announced.
	 */
	public Optional<Outage> everybodys(Scope scope, List<SenderReport> senders) {
		return open(scope).stream()
			.filter(Outage::isEverybodys)
			.findFirst()
			.or(() -> senders.stream()
				.map(SenderReport::pause)
				.filter((pause) -> pause != null && pause.isAnnounced())
				.findFirst()
				.map((pause) -> outage(null, pause.cause(), pause.since(), null, 0)));
	}

	private Outage outage(ResultSet row, int number) throws SQLException {
		return outage(row.getString(1), row.getString(2), RunReports.instant(row, 3), RunReports.instant(row, 4),
				row.getInt(5));
	}

	private Outage outage(String instansi, String cause, Instant began, Instant ended, int probes) {
		return new Outage(instansi, cause, began, ended, probes,
				Duration.between(began, (ended != null) ? ended : this.clock.instant()));
	}

}
