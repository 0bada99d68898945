package id.simpul.simulator;

/** The ledger cannot be read or written: the registry must not go on. */
public final class LedgerFault extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	LedgerFault(String message, Throwable cause) {
		super(message, cause);
	}

}
