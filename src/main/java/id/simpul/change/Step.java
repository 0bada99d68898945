package id.simpul.change;

/**
 * What can happen to a change on its way to the registry. Where each step leads is in
 * {@link OutboxState#after}.
 */
public enum Step {

	/** A lane takes it in hand. */
	CLAIM,
	/** The lane puts it back untouched. */
	GIVE_BACK,
	/** Whoever had it in hand ended, or lost the lane. */
	ABANDON,
	/** The first byte is about to leave. */
	SEND,
	/** The registry says that it is saved. */
	SAVED,
	/** The registry says that it will not have it. */
	REFUSE,
	/** Certainly not saved: again after a while. */
	NOT_SAVED,
	/** Nobody can tell whether it was saved. */
	LOST,
	/** Read back: what was sent stands there. */
	FOUND,
	/** Read back, after any late arrival: it does not stand there. */
	ABSENT,
	/** The registry holds it without our doing. */
	ADOPT,
	/** It cannot or must not be sent: somebody has to act. */
	LIST,
	/** A newer version of the same entry stands behind it. */
	OVERTAKE,
	/** It has failed too often while others got through. */
	GIVE_UP,
	/** A person wants it tried again. */
	REDRIVE,
	/** A person has seen at the registry that it is there. */
	CONFIRM

}
