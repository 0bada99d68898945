package id.simpul.change;

import java.util.EnumSet;
import java.util.Set;

/** Where one change towards the registry stands, and where it may go from there. */
public enum OutboxState {

	/** Accepted, not sent yet. */
	READY,
	/**
	 * Written before the first byte leaves: a crash from here on means "unknown", never
	 * "not sent".
	 */
	SENT,
	/** Known not to have been saved; tried again later. */
	RETRY,
	/**
	 * Sent, outcome unknown: the registry's history is read before anything else happens.
	 */
	AMBIGUOUS,
	/** Saved at the registry. */
	ACKED,
	/** The registry already held it. */
	ADOPTED,
	/** Cannot or must not be sent: somebody has to act. */
	WORKLIST,
	/** The registry refused it, with a reason. */
	REFUSED,
	/** Put aside with unknown outcome until a person decides. */
	PARKED,
	/** A newer version of the same entry took its place before it was sent. */
	SUPERSEDED;

	private static final Set<OutboxState> WAITING = EnumSet.of(READY, SENT, RETRY, AMBIGUOUS);

	/** Whether the registry's word is still to come. */
	public boolean isWaiting() {
		return WAITING.contains(this);
	}

	/** The states this one may go to; none for a settled one. */
	public Set<OutboxState> next() {
		return switch (this) {
			case READY -> EnumSet.of(SENT, ADOPTED, WORKLIST, REFUSED, RETRY, SUPERSEDED);
			case RETRY -> EnumSet.of(SENT, ADOPTED, WORKLIST, REFUSED, RETRY, SUPERSEDED, PARKED);
			case SENT -> EnumSet.of(ACKED, WORKLIST, REFUSED, RETRY, AMBIGUOUS);
			case AMBIGUOUS -> EnumSet.of(ACKED, READY, AMBIGUOUS, PARKED);
			default -> EnumSet.noneOf(OutboxState.class);
		};
	}

}
