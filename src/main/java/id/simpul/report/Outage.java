package id.simpul.report;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which the registry could not be used.
 *
 * @param instansi who could not use it, or {@code null} for everybody
 * @param cause rule of the catalogue
 * @param endedAt {@code null} while it lasts
 * @param probes how often it was tried in vain meanwhile
 * @param length from its beginning to its end, or until now
 */
public record Outage(String instansi, String cause, Instant beganAt, Instant endedAt, int probes, Duration length) {

	public boolean isEverybodys() {
		return this.instansi == null;
	}

	public boolean isOpen() {
		return this.endedAt == null;
	}

}
