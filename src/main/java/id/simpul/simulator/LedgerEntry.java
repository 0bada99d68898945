package id.simpul.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * One call that writes, as the ledger keeps it: also one that was refused, never one that
 * did not reach the registry.
 *
 * @param seq counts from 1
 * @param resource the key of a {@link Resource}
 * @param pnsId the person as the call named it
 * @param id of the row that was created, changed or deleted; empty for contact fields and
 * syncs
 * @param accepted whether it was done
 * @param status the HTTP status of the answer
 * @param payload the body as it came
 * @param answer the body that was given, or would have been
 * @param mishap what went wrong with the call, with {@code done-} or {@code late-} before
 * it if it was done all the same; empty if nothing did
 * @param answered whether the caller was to be told; if not, it cannot know from this
 * call what was done
 */
public record LedgerEntry(long seq, Instant time, String instansi, String resource, String pnsId, Operation operation,
		String id, boolean accepted, int status, Map<String, Object> payload, Map<String, Object> answer, String mishap,
		boolean answered) {

	/** Whether this is a row or master record saved, and not refused. */
	public boolean isSaved() {
		return this.accepted && (this.operation == Operation.CREATE || this.operation == Operation.UPDATE);
	}

	Map<String, Object> toJson() {
		return Json.of("kind", "write", "seq", this.seq, "time", this.time.toString(), "instansi", this.instansi,
				"resource", this.resource, "pnsId", this.pnsId, "operation", this.operation.word(), "id", this.id,
				"accepted", this.accepted, "status", this.status, "payload", this.payload, "answer", this.answer,
				"mishap", this.mishap, "answered", this.answered);
	}

	@SuppressWarnings("unchecked") // payload and answer were written as objects by toJson
	static LedgerEntry of(Map<String, Object> json) {
		return new LedgerEntry(((Number) json.get("seq")).longValue(), Instant.parse((String) json.get("time")),
				(String) json.get("instansi"), (String) json.get("resource"), (String) json.get("pnsId"),
				Operation.of((String) json.get("operation")), (String) json.get("id"), (Boolean) json.get("accepted"),
				((Number) json.get("status")).intValue(), (Map<String, Object>) json.get("payload"),
				(Map<String, Object>) json.get("answer"), (String) json.getOrDefault("mishap", ""),
				(Boolean) json.getOrDefault("answered", true));
	}

	LedgerEntry numbered(long number) {
		return new LedgerEntry(number, this.time, this.instansi, this.resource, this.pnsId, this.operation, this.id,
				this.accepted, this.status, this.payload, this.answer, this.mishap, this.answered);
	}

}
