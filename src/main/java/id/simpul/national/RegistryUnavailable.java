package id.simpul.national;

import java.time.Duration;

/**
 * The registry gives no usable answer now. Whoever is being served waits; nothing is lost
 * by it. The message carries no data and no secret.
 */
@SuppressWarnings("serial") // never serialised
final class RegistryUnavailable extends RuntimeException {

	private final String rule;

	private final Duration again;

	/**
	 * @param rule what kind of trouble, for instance {@code KREDENSIAL_DITOLAK}
	 */
	RegistryUnavailable(String rule, Duration again, Throwable cause) {
		super(rule, cause);
		this.rule = rule;
		this.again = again;
	}

	String rule() {
		return this.rule;
	}

	Duration again() {
		return this.again;
	}

}
