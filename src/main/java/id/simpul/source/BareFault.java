package id.simpul.source;

/**
 * A fault without its words, for logs: drivers and parsers like to repeat the value they
 * stumbled over, and that may be a number of somebody. Kinds and places are kept.
 */
@SuppressWarnings("serial") // never serialised
public final class BareFault extends Exception {

	private final String kind;

	private BareFault(Throwable fault, BareFault cause) {
		super(null, cause);
		this.kind = fault.getClass().getName();
		setStackTrace(fault.getStackTrace());
	}

	/** The same fault and its causes without what they say. */
	public static BareFault of(Throwable fault) {
		Throwable cause = fault.getCause();
		return new BareFault(fault, (cause != null && cause != fault) ? of(cause) : null);
	}

	@Override
	public String toString() {
		return this.kind;
	}

}
