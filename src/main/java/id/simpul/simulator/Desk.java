package id.simpul.simulator;

/** One part of the registry that answers calls below a path of its own. */
interface Desk {

	/** Whose call this is, or {@code null} as long as nobody knows. */
	default String instansi(Request request) {
		return null;
	}

	/** The person it is about, by the registry's id, or {@code null}. */
	default String pnsId(Request request) {
		return null;
	}

	/**
	 * Answers, and does what the call asks.
	 * @param refusal the sentence with which a save is to be refused, or {@code null} for
	 * the normal course
	 */
	Answer answer(Request request, String refusal);

}
