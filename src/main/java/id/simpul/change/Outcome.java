package id.simpul.change;

import java.time.Duration;
import java.util.List;

/**
 * What became of a change at the registry.
 *
 * @param answer short code of the outcome, for instance a rule of the catalogue
 * @param text the registry's own words, without people's data; or {@code null}
 * @param remoteId id of the record at the registry, or {@code null}
 * @param again how long to wait before the next attempt, or {@code null}
 * @param counts whether this was an attempt of the change itself; what the whole registry
 * could not do is none
 * @param fields names of the fields that differ, for the worklist
 */
public record Outcome(Step step, String answer, String text, String remoteId, Duration again, boolean counts,
		List<String> fields) {

	public Outcome {
		fields = List.copyOf(fields);
	}

	private static Outcome of(Step step, String answer, String text, String remoteId) {
		return new Outcome(step, answer, text, remoteId, null, true, List.of());
	}

	public static Outcome acked(String remoteId) {
		return of(Step.SAVED, "DITERIMA", null, remoteId);
	}

	/** Taken as far as the registry takes it; the rest is for the worklist. */
	public static Outcome acked(String remoteId, String rest, List<String> fields) {
		return new Outcome(Step.SAVED, rest, null, remoteId, null, true, fields);
	}

	/** Sent before, and found at the registry now. */
	public static Outcome found(String remoteId) {
		return of(Step.FOUND, "DITERIMA", null, remoteId);
	}

	/** Sent before, and not at the registry: as if it had never been sent. */
	public static Outcome absent() {
		return of(Step.ABSENT, "TIDAK_TERSIMPAN", null, null);
	}

	public static Outcome adopted(String remoteId) {
		return of(Step.ADOPT, "SUDAH_ADA", null, remoteId);
	}

	public static Outcome worklist(String cause, List<String> fields) {
		return new Outcome(Step.LIST, cause, null, null, null, true, fields);
	}

	public static Outcome refused(String text) {
		return of(Step.REFUSE, "DITOLAK_SIASN", text, null);
	}

	public static Outcome retry(String answer, String text, Duration again) {
		return new Outcome(Step.NOT_SAVED, answer, text, null, again, true, List.of());
	}

	/** Not saved since the whole registry cannot be used: no attempt of this change. */
	public static Outcome hindered(String answer) {
		return new Outcome(Step.NOT_SAVED, answer, null, null, null, false, List.of());
	}

	/**
	 * @param again not before this can the registry's history be relied upon
	 */
	public static Outcome ambiguous(String answer, Duration again) {
		return new Outcome(Step.LOST, answer, null, null, again, true, List.of());
	}

	public static Outcome superseded() {
		return of(Step.OVERTAKE, "DIGANTIKAN", null, null);
	}

	/** Put aside for a person after too many failures. */
	public static Outcome parked(String answer) {
		return of(Step.GIVE_UP, answer, null, null);
	}

	/** The same, without an attempt of the change being counted. */
	public Outcome uncounted() {
		return new Outcome(this.step, this.answer, this.text, this.remoteId, this.again, false, this.fields);
	}

}
