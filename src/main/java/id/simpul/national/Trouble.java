package id.simpul.national;

import java.time.Duration;

/**
 * The registry gives no usable answer now. Whoever is being served waits; nothing is lost
 * by it. The message carries no data and no secret.
 */
@SuppressWarnings("serial") // never serialised
final class Trouble extends RuntimeException {

	private final String rule;

	private final Reach reach;

	private final Duration again;

	/**
	 * @param rule what kind of trouble, for instance {@code KREDENSIAL_DITOLAK}
	 * @param again wait at least as long
	 */
	Trouble(String rule, Reach reach, Duration again, Throwable cause) {
		super(rule, cause);
		this.rule = rule;
		this.reach = reach;
		this.again = again;
	}

	String rule() {
		return this.rule;
	}

	Reach reach() {
		return this.reach;
	}

	Duration again() {
		return this.again;
	}

	/**
	 * The same, known to be met by one person alone: a page in between that refuses one
	 * call does not refuse the instansi.
	 */
	Trouble ofOne() {
		return this.rule.equals("AKSES_DITOLAK") ? new Trouble(this.rule, Reach.CALL, this.again, getCause()) : this;
	}

	/** Whom a trouble keeps from being served. */
	enum Reach {

		/**
		 * The person of this call; the registry as a whole only if others fail in a row.
		 */
		CALL,
		/** The instansi: its credentials, its rights, its pace. */
		INSTANSI,
		/** The registry; everybody, if others meet it too. */
		REGISTRY

	}

}
