package id.simpul.report;

import java.time.Instant;
import java.util.Optional;

/** What only the running program knows: schedules and the registry's mood. */
public interface Outlook {

	/** When an instansi is run next. */
	Optional<Instant> nextRun(String kode);

	/** Why nothing is sent for an instansi now, if so. */
	Optional<Pause> registryPause(String kode);

	/**
	 * The registry rests.
	 *
	 * @param cause rule of the catalogue
	 */
	record Pause(String cause, Instant until) {
	}

}
