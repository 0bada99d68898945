package id.simpul.change;

import java.util.EnumSet;
import java.util.Set;

import static id.simpul.change.RegistryKind.BLIND;
import static id.simpul.change.RegistryKind.KEYED;
import static id.simpul.change.RegistryKind.READABLE;

/**
 * Wrong ways of doing it, which the {@link OutboxModel} can be told to go: whoever looks
 * for faults must find them.
 */
enum ModelMistake {

	/** Acknowledged as soon as it has left. */
	ACKNOWLEDGE_BEFORE_COMMIT(KEYED, READABLE, BLIND),
	/** Every attempt has a key of its own. */
	RANDOM_KEY_PER_ATTEMPT(KEYED),
	/** Whoever once held the lane goes on writing. */
	CLAIM_WITHOUT_EPOCH(KEYED, READABLE, BLIND),
	/** That it leaves is written down together with the answer. */
	SENT_WRITTEN_AFTER_SENDING(KEYED, READABLE, BLIND),
	/** A row moves by being deleted and, in another transaction, saved again. */
	DELETE_THEN_SAVE(KEYED, READABLE, BLIND),
	/** It is not looked up what became of it. */
	RESEND_WITHOUT_READING_BACK(READABLE),
	/** Looked up while it may still arrive late. */
	READ_BACK_BEFORE_QUIET(READABLE, BLIND),
	/** A person is claimed while something of theirs is in a hand. */
	NEWER_OVERTAKES_UNDER_WAY(KEYED, READABLE, BLIND),
	/** An answer that was lost is taken for one that says: not saved. */
	LOST_TAKEN_FOR_NOT_SAVED(KEYED, READABLE, BLIND),
	/** A call may leave when the lease is over. */
	LEASE_NOT_CHECKED_AT_SEND(READABLE, BLIND),
	/** A newer version takes the place of one without an answer. */
	SUPERSEDE_AMBIGUOUS(KEYED, READABLE),
	/** Turned away the second time is taken for not saved the first time either. */
	RETRY_AFTER_UNKNOWN(KEYED),
	/** The newer version leaves in the same call as the older one's second attempt. */
	RESEND_AND_NEWER_IN_ONE_CALL(KEYED),
	/** Not what the row's version says is sent, but what is accepted by now. */
	SENDS_WHAT_IS_ACCEPTED_NOW(KEYED, BLIND),
	/** A take-over puts nothing right. */
	LEAVES_WHAT_WAS_IN_HAND(KEYED, READABLE, BLIND),
	/** A take-over lets nothing rest of what was sent. */
	ABANDONED_DOES_NOT_REST(READABLE, BLIND),
	/** What was put aside lets only the rows rest that are there already. */
	ONLY_ROWS_REST(BLIND),
	/** A node whose calls are open takes its own lane over. */
	TAKES_OVER_ITSELF(READABLE, BLIND),
	/** The lane is let go of while a call is open. */
	RELEASE_WHILE_SENT(READABLE, BLIND);

	final Set<RegistryKind> kinds;

	/**
	 * @param kinds of registry with which it does harm
	 */
	ModelMistake(RegistryKind... kinds) {
		this.kinds = EnumSet.of(kinds[0], kinds);
	}

}
