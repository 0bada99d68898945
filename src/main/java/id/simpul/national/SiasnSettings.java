package id.simpul.national;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach SIASN; everything the contract marks as uncertain is a setting here.
 *
 * @param base of the SIMPEG calls, up to and including the version
 * @param apimToken address of the APIM token service
 * @param ssoToken address of the SSO token service
 * @param ssoClient client id at the SSO
 * @param sso how the operator's token is come by: {@code password} or {@code operator} (a
 * file that an operator fills)
 * @param credentials folder with one folder per instansi: consumer-key, consumer-secret,
 * username, password, sso-token; relative to the data folder
 * @param perSecond requests a second that one instansi may make
 * @param inFlight calls of one instansi at the same time at most; as many are made as the
 * pace asks for at the registry's present speed
 * @param connectTimeout time to reach the service
 * @param readTimeout time for an answer
 * @param quiet how long after the longest time of an answer a call may still take effect:
 * before that nothing is looked up and nothing is sent again
 * @param longestWait the longest rest that the registry may impose on us
 * @param closed announced maintenance, for instance
 * {@code 2026-11-28 20:00 - 2026-11-29 05:00}, in Jakarta's time
 * @param cookies whether cookies of the load balancer are kept
 * @param policy per resource: {@code kirim} sends our content when it differs,
 * {@code lapor} only reports
 */
@ConfigurationProperties("simpul.siasn")
public record SiasnSettings(URI base, URI apimToken, URI ssoToken, @DefaultValue("siasn-instansi") String ssoClient,
		@DefaultValue("password") String sso, @DefaultValue("rahasia") String credentials,
		@DefaultValue("20") int perSecond, @DefaultValue("64") int inFlight,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("60s") Duration readTimeout,
		@DefaultValue("30s") Duration quiet, @DefaultValue("15m") Duration longestWait, List<String> closed,
		@DefaultValue("true") boolean cookies, Map<String, Policy> policy) {

	/** What happens when the registry holds other content than we do. */
	public enum Policy {

		/** Ours is sent as an update. */
		KIRIM,
		/** The difference is only reported. */
		LAPOR

	}

	private static final Pattern WINDOW = Pattern
		.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) - (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)");

	private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

	/** A time in which the registry is known to be closed. */
	record Window(Instant from, Instant until) {

		static Window of(String text) {
			Matcher parts = WINDOW.matcher(text.strip());
			if (parts.matches()) {
				try {
					Window window = new Window(instant(parts.group(1)), instant(parts.group(2)));
					if (window.from.isBefore(window.until)) {
						return window;
					}
				}
				catch (DateTimeParseException ex) {
					// said below
				}
			}
			throw new IllegalArgumentException(
					"simpul.siasn.closed: tulis seperti 2026-11-28 20:00 - 2026-11-29 05:00 (WIB)");
		}

		private static Instant instant(String text) {
			return LocalDateTime.parse(text.replace(' ', 'T')).atZone(JAKARTA).toInstant();
		}

		boolean contains(Instant time) {
			return !time.isBefore(this.from) && time.isBefore(this.until);
		}

	}

	public SiasnSettings {
		closed = (closed != null) ? List.copyOf(closed) : List.of();
		closed.forEach(Window::of);
		policy = (policy != null) ? Map.copyOf(policy) : Map.of();
		if (perSecond < 1 || inFlight < 1) {
			throw new IllegalArgumentException("simpul.siasn.per-second and in-flight must be at least 1");
		}
	}

	/** The announced closing that holds at that time. */
	Optional<Window> closedAt(Instant time) {
		return this.closed.stream().map(Window::of).filter((window) -> window.contains(time)).findFirst();
	}

	/** The longest that one call takes, with both of its tokens to be fetched first. */
	public Duration request() {
		return this.connectTimeout.plus(this.readTimeout).multipliedBy(3);
	}

	/** After so long a call is not begun any more, so that it ends in that time. */
	Duration latest() {
		return this.connectTimeout.plus(this.readTimeout).multipliedBy(2);
	}

	/**
	 * How long after a call has left it may still take effect at most, whatever cut it
	 * off.
	 */
	public Duration lateness() {
		return this.readTimeout.plus(this.quiet);
	}

	Policy policyOf(String resource) {
		return this.policy.getOrDefault(resource, Policy.KIRIM);
	}

}
