package id.simpul.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What only the running program knows: schedules and the registry's mood. */
public interface Outlook {

	/** When an instansi is run next. */
	Optional<Instant> nextRun(String kode);

	/** Why nothing is sent for an instansi now, if so. */
	Optional<Pause> registryPause(String kode);

	/**
	 * How long it will take until nothing of an instansi waits, at the pace of the last
	 * minutes; empty when there is no pace to go by.
	 */
	Optional<Duration> remaining(String kode);

	/**
	 * Sending rests.
	 *
	 * @param cause rule of the catalogue
	 * @param since when it began
	 * @param until when it is tried again; {@code null} while it is being tried
	 */
	record Pause(String cause, Instant since, Instant until) {

		/** Pauses that Simpul makes on its own account. */
		private static final Set<String> OURS = Set.of("LAJUR_TERGANGGU", "MENUNGGU_BACA_ULANG", "DIHENTIKAN");

		/** An announced closing, which is everybody's. */
		private static final String ANNOUNCED = "PEMELIHARAAN_TERJADWAL";

		/** Whether it is the registry that cannot be used. */
		public boolean isAtRegistry() {
			return !OURS.contains(this.cause);
		}

		boolean isAnnounced() {
			return this.cause.equals(ANNOUNCED);
		}

	}

}
