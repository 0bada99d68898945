package id.simpul.change;

/** What a registry lets us know after an answer was lost. */
public enum RegistryKind {

	/**
	 * Honours an idempotency key: the same change is sent again with the same key.
	 */
	KEYED,
	/**
	 * No key, but can be read back: what it holds is read before anything is sent again.
	 */
	READABLE,
	/** Neither: nothing is ever sent again by itself. */
	BLIND

}
