package id.simpul.simulator;

import java.util.Locale;

/** What a call that writes does. */
public enum Operation {

	/** A save without an id: there is one row more. */
	CREATE,

	/** A save with an id, or of contact fields: what was there is replaced. */
	UPDATE,

	/** A row is taken away. */
	DELETE,

	/** The current position or rank is computed anew from the history. */
	SYNC;

	/** As it stands in the ledger. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Operation of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
