package id.simpul.national;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

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
 * @param inFlight people of one instansi served at the same time
 * @param connectTimeout time to reach the service
 * @param readTimeout time for an answer
 * @param cookies whether cookies of the load balancer are kept
 * @param policy per resource: {@code kirim} sends our content when it differs,
 * {@code lapor} only reports
 */
@ConfigurationProperties("simpul.siasn")
public record SiasnSettings(URI base, URI apimToken, URI ssoToken, @DefaultValue("siasn-instansi") String ssoClient,
		@DefaultValue("password") String sso, @DefaultValue("rahasia") String credentials,
		@DefaultValue("20") int perSecond, @DefaultValue("4") int inFlight,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("60s") Duration readTimeout,
		@DefaultValue("true") boolean cookies, Map<String, Policy> policy) {

	/** What happens when the registry holds other content than we do. */
	public enum Policy {

		/** Ours is sent as an update. */
		KIRIM,
		/** The difference is only reported. */
		LAPOR

	}

	public SiasnSettings {
		policy = (policy != null) ? Map.copyOf(policy) : Map.of();
		if (perSecond < 1 || inFlight < 1) {
			throw new IllegalArgumentException("simpul.siasn.per-second and in-flight must be at least 1");
		}
	}

	Policy policyOf(String resource) {
		return this.policy.getOrDefault(resource, Policy.KIRIM);
	}

}
