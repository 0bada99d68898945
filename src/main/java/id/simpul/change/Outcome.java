package id.simpul.change;

import java.time.Duration;
import java.util.List;

/**
 * What became of a change at the registry.
 *
 * @param answer short code of the outcome, for instance a rule of the catalogue
 * @param text the registry's own words, without people's data; or {@code null}
 * @param remoteId id of the record at the registry, or {@code null}
 * @param again how long to wait before the next attempt, for the waiting states
 * @param fields names of the fields that differ, for the worklist
 */
public record Outcome(OutboxState state, String answer, String text, String remoteId, Duration again,
		List<String> fields) {

	public Outcome {
		fields = List.copyOf(fields);
	}

	public static Outcome acked(String remoteId) {
		return new Outcome(OutboxState.ACKED, "DITERIMA", null, remoteId, null, List.of());
	}

	/** Taken as far as the registry takes it; the rest is for the worklist. */
	public static Outcome acked(String remoteId, String rest, List<String> fields) {
		return new Outcome(OutboxState.ACKED, rest, null, remoteId, null, fields);
	}

	public static Outcome adopted(String remoteId) {
		return new Outcome(OutboxState.ADOPTED, "SUDAH_ADA", null, remoteId, null, List.of());
	}

	public static Outcome worklist(String cause, List<String> fields) {
		return new Outcome(OutboxState.WORKLIST, cause, null, null, null, fields);
	}

	public static Outcome refused(String text) {
		return new Outcome(OutboxState.REFUSED, "DITOLAK_SIASN", text, null, null, List.of());
	}

	public static Outcome retry(String answer, String text, Duration again) {
		return new Outcome(OutboxState.RETRY, answer, text, null, again, List.of());
	}

	public static Outcome ambiguous(String answer, Duration again) {
		return new Outcome(OutboxState.AMBIGUOUS, answer, null, null, again, List.of());
	}

	public static Outcome superseded() {
		return new Outcome(OutboxState.SUPERSEDED, "DIGANTIKAN", null, null, null, List.of());
	}

}
