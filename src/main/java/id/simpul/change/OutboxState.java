package id.simpul.change;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where one change towards the registry stands. {@link #after} is the only table of
 * transitions: the outbox moves by it, and the model checker of the tests walks it.
 * <p>
 * That a change is planned or held is said by its run, before it is here.
 */
public enum OutboxState {

	/** Accepted, nobody has it in hand. */
	READY,
	/** In the hand of one lane, by its epoch; nothing has left yet. */
	CLAIMED,
	/**
	 * Written before the first byte leaves: a crash from here on means "unknown", never
	 * "not sent".
	 */
	SENT,
	/** Known not to have been saved; tried again later. */
	RETRY,
	/** Sent, outcome unknown; rests until nothing of it can arrive late. */
	AMBIGUOUS,
	/**
	 * A lane is finding out: it reads the registry, or sends once more under the same
	 * key.
	 */
	RESOLVING,
	/** Saved at the registry. */
	ACKED,
	/** The registry already held it. */
	ADOPTED,
	/** Cannot or must not be sent: somebody has to act. */
	WORKLIST,
	/** The registry refused it, with a reason. */
	REFUSED,
	/** Put aside until a person decides: unknown outcome, or too many failures. */
	PARKED,
	/** A newer version of the same entry took its place. */
	SUPERSEDED;

	/** Nobody but the lane that has it in hand may move it. */
	static final Set<OutboxState> UNDER_WAY = EnumSet.of(CLAIMED, SENT, RESOLVING);

	/** A lane may take these in hand. */
	static final Set<OutboxState> CLAIMABLE = EnumSet.of(READY, RETRY, AMBIGUOUS);

	/** A person may have these tried again. */
	static final Set<OutboxState> REDRIVABLE = EnumSet.of(REFUSED, PARKED, WORKLIST);

	/** Whether the registry's word is still to come. */
	public boolean isWaiting() {
		return UNDER_WAY.contains(this) || CLAIMABLE.contains(this);
	}

	/**
	 * Whether a person may be served: nothing of theirs is in anybody's hand. So a later
	 * change never overtakes one that is under way.
	 */
	public static boolean isFree(Collection<OutboxState> ofOnePerson) {
		return ofOnePerson.stream().noneMatch(UNDER_WAY::contains);
	}

	/**
	 * Where a step leads from here.
	 * @param kind of the registry the change is meant for
	 * @return empty when the step must not happen here
	 */
	public Optional<OutboxState> after(Step step, RegistryKind kind) {
		return Optional.ofNullable(switch (this) {
			case READY -> switch (step) {
				case CLAIM -> CLAIMED;
				case OVERTAKE -> SUPERSEDED;
				default -> null;
			};
			case RETRY -> switch (step) {
				case CLAIM -> CLAIMED;
				case OVERTAKE -> SUPERSEDED;
				default -> null;
			};
			case CLAIMED -> switch (step) {
				case SEND -> SENT;
				case GIVE_BACK, ABANDON -> READY;
				case NOT_SAVED -> RETRY;
				case ADOPT -> ADOPTED;
				case LIST -> WORKLIST;
				case OVERTAKE -> SUPERSEDED;
				case GIVE_UP -> PARKED;
				default -> null;
			};
			case SENT -> switch (step) {
				case SAVED -> ACKED;
				case REFUSE -> REFUSED;
				case NOT_SAVED -> RETRY;
				case LOST, ABANDON -> (kind == RegistryKind.BLIND) ? PARKED : AMBIGUOUS;
				default -> null;
			};
			case AMBIGUOUS -> (step == Step.CLAIM) ? RESOLVING : null;
			case RESOLVING -> switch (step) {
				case FOUND -> (kind == RegistryKind.READABLE) ? ACKED : null;
				case ABSENT -> (kind == RegistryKind.READABLE) ? CLAIMED : null;
				case SEND -> (kind == RegistryKind.KEYED) ? SENT : null;
				case LOST, GIVE_BACK, ABANDON -> AMBIGUOUS;
				case GIVE_UP -> PARKED;
				default -> null;
			};
			case REFUSED, WORKLIST -> (step == Step.REDRIVE) ? READY : null;
			case PARKED -> switch (step) {
				// what may have been saved is looked up first, where that can be done
				case REDRIVE -> (kind == RegistryKind.BLIND) ? READY : AMBIGUOUS;
				case CONFIRM -> ADOPTED;
				default -> null;
			};
			case ACKED, ADOPTED, SUPERSEDED -> null;
		});
	}

	/** The states from which a step may happen. */
	static Set<OutboxState> before(Step step, RegistryKind kind) {
		Set<OutboxState> states = EnumSet.noneOf(OutboxState.class);
		Arrays.stream(values()).filter((state) -> state.after(step, kind).isPresent()).forEach(states::add);
		return states;
	}

}
