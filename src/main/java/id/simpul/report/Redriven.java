package id.simpul.report;

import java.time.Instant;

/**
 * A person's word that a change was to be tried again, or that it stands at the registry.
 *
 * @param content {@code THEN}, {@code NOW} or {@code CONFIRM}
 * @param why in their own words, numbers of people masked
 * @param appliedAt {@code null} while it waits for the source to be read
 */
public record Redriven(String who, Instant at, String why, String content, Instant appliedAt) {

	public boolean isPending() {
		return this.appliedAt == null;
	}

}
