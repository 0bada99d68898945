package id.simpul.simulator;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that were given out and how long they are good. They do not outlive the
 * process.
 */
final class Tokens {

	enum Kind {

		/** Lets an application through the API manager. */
		APIM(Duration.ofSeconds(3600)),

		/** Says which operator is at work. */
		SSO(Duration.ofSeconds(43_200));

		private final Duration life;

		Kind(Duration life) {
			this.life = life;
		}

		Duration life() {
			return this.life;
		}

	}

	private record Grant(Kind kind, String instansi, Instant until) {
	}

	private final Map<String, Grant> grants = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final InstantSource clock;

	Tokens(InstantSource clock) {
		this.clock = clock;
	}

	String issue(Kind kind, String instansi) {
		Instant now = this.clock.instant();
		this.grants.values().removeIf((grant) -> grant.until().isBefore(now));
		String token = random(9) + "." + random(24) + "." + random(24);
		this.grants.put(token, new Grant(kind, instansi, now.plus(kind.life())));
		return token;
	}

	private String random(int bytes) {
		byte[] some = new byte[bytes];
		this.random.nextBytes(some);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
	}

	/**
	 * Whose token this is, or {@code null} if it is of the other kind, too old or
	 * nobody's.
	 */
	String instansi(Kind kind, String token) {
		Grant grant = (token != null) ? this.grants.get(token) : null;
		return (grant != null && grant.kind() == kind && this.clock.instant().isBefore(grant.until()))
				? grant.instansi() : null;
	}

	void expire(String instansi) {
		this.grants.values().removeIf((grant) -> grant.instansi().equals(instansi));
	}

}
