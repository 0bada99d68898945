package id.simpul.report;

import java.time.Instant;
import java.util.List;

import id.simpul.change.OutboxState;

/**
 * One change on its way to the registry, or answered by it.
 *
 * @param person the source's key, masked
 * @param entry business key, masked
 * @param isNew whether the entry is new to us, else it changed
 * @param nextAt when it is tried again, or {@code null}
 * @param answer short code of the outcome, or {@code null}
 * @param words the registry's own, numbers of people masked; or {@code null}
 * @param fields names of the fields that differ, for what a person must do
 * @param history what people had done about it, oldest first
 */
public record Delivery(long id, String instansi, String person, String resource, String entry, boolean isNew,
		OutboxState state, int attempts, Instant nextAt, String answer, String words, List<String> fields,
		List<Redriven> history, Instant createdAt, Instant sentAt, Instant settledAt) {

	/** When something last happened to it. */
	public Instant at() {
		return (this.settledAt != null) ? this.settledAt : (this.sentAt != null) ? this.sentAt : this.createdAt;
	}

}
