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
	 * Whether its calls are the API's: counted, held to a pace, and out in the weather.
	 */
	default boolean isApi() {
		return false;
	}

	/**
	 * Answers, and does what the call asks.
	 * @param mishap what the call meets; here it matters whether a save is to be refused,
	 * and what the ledger says of it
	 */
	Answer answer(Request request, Mishap mishap);

}
