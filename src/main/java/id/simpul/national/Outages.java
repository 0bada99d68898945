package id.simpul.national;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The times in which the registry could not be used, by an instansi or by anybody. */
final class Outages {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	Outages(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One such time that has not ended.
	 *
	 * @param instansi or {@code null} for everybody
	 */
	record Open(long id, String instansi, String cause, Instant since) {
	}

	long begin(String instansi, String cause) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			var insert = connection.prepareStatement("insert into outage (instansi, cause, began_at) values (?, ?, ?)",
					new String[] { "id" });
			insert.setString(1, instansi);
			insert.setString(2, cause);
			insert.setObject(3, now());
			return insert;
		}, key);
		return key.getKey().longValue();
	}

	/** Notes that it was tried once more in vain, and why. */
	void probed(long id, String cause) {
		this.jdbc.update("update outage set probes = probes + 1, cause = ? where id = ?", cause, id);
	}

	void end(long id) {
		this.jdbc.update("update outage set ended_at = ? where id = ?", now(), id);
	}

	List<Open> open() {
		return this.jdbc.query("select id, instansi, cause, began_at from outage where ended_at is null order by id",
				(row, n) -> new Open(row.getLong(1), row.getString(2), row.getString(3),
						row.getObject(4, OffsetDateTime.class).toInstant()));
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
