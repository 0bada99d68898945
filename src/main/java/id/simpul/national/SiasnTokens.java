package id.simpul.national;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

import id.simpul.national.Trouble.Reach;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two tokens of one instansi (contract section 1). They are fetched by one thread at
 * a time, kept until shortly before they expire and forgotten together when the service
 * no longer takes them.
 */
final class SiasnTokens {

	private static final Duration MARGIN = Duration.ofSeconds(30);

	private static final Duration AGAIN = Duration.ofSeconds(30);

	private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

	/** Credentials are not mended in less. */
	private static final Duration REFUSED = Duration.ofMinutes(5);

	private static final int LONGEST = 65_536;

	/** No token is taken to live longer, whatever the service says. */
	private static final Duration LIFE = Duration.ofDays(1);

	/** A pair that belongs together; {@code serial} tells an old pair from a new one. */
	record Pair(String apim, String sso, long serial) {

		@Override
		public String toString() {
			return "pair " + this.serial;
		}

	}

	private final SiasnSettings settings;

	private final Path credentials;

	private final Clock clock;

	private final SiasnWire wire;

	private Pair pair;

	private Instant until = Instant.MIN;

	private long serial;

	/**
	 * Serial of the pair that takes a refused one's place, until the service takes it.
	 */
	private volatile long doubted;

	/** Why the last attempt was vain; {@code null} after a good one. */
	private Trouble trouble;

	private Instant troubleSince;

	private Instant troubleUntil;

	/**
	 * @param credentials the instansi's folder of secrets
	 */
	SiasnTokens(SiasnSettings settings, Path credentials, Clock clock) {
		this.settings = settings;
		this.credentials = credentials;
		this.clock = clock;
		this.wire = new SiasnWire(settings, false);
	}

	/**
	 * The present pair, fetched if need be. Whoever waited for somebody else's vain
	 * attempt does not make one of their own.
	 */
	synchronized Pair get() {
		Instant now = this.clock.instant();
		if (this.trouble != null && now.isBefore(this.troubleUntil) && !now.isBefore(this.troubleSince)) {
			throw this.trouble;
		}
		try {
			Pair present = fetched();
			this.trouble = null;
			return present;
		}
		catch (Trouble ex) {
			this.trouble = ex;
			this.troubleSince = now;
			this.troubleUntil = now.plus(AFTER_FAILURE);
			throw ex;
		}
	}

	private Pair fetched() {
		if (this.pair == null || !this.clock.instant().isBefore(this.until)) {
			Token apim = fetch(this.settings.apimToken(), basic(secret("consumer-key"), secret("consumer-secret")),
					"grant_type", "client_credentials");
			Token sso = this.settings.sso().equals("operator") ? operatorToken()
					: fetch(this.settings.ssoToken(), null, "grant_type", "password", "client_id",
							this.settings.ssoClient(), "username", secret("username"), "password", secret("password"));
			this.pair = new Pair("Bearer " + apim.value, "bearer " + sso.value, ++this.serial);
			Instant first = apim.until.isBefore(sso.until) ? apim.until : sso.until;
			this.until = first.minus(MARGIN);
		}
		return this.pair;
	}

	/**
	 * Forgets a pair that the service does not take; one that somebody else has renewed
	 * meanwhile stays. When a pair is refused that was fetched in place of a refused one,
	 * nobody signs in any more for a moment: all who are under way would try it one after
	 * the other.
	 */
	synchronized void forget(Pair refused) {
		if (this.pair == null || this.pair.serial() != refused.serial()) {
			return;
		}
		this.pair = null;
		if (this.doubted == refused.serial()) {
			this.trouble = new Trouble("KREDENSIAL_DITOLAK", Reach.INSTANSI, REFUSED, null);
			this.troubleSince = this.clock.instant();
			this.troubleUntil = this.troubleSince.plus(AFTER_FAILURE);
		}
		this.doubted = this.serial + 1;
	}

	/** The service has taken this pair. */
	void taken(Pair good) {
		if (this.doubted == good.serial()) {
			this.doubted = 0;
		}
	}

	/**
	 * A token that an operator has put into the file {@code sso-token}; its expiry is in
	 * the token itself.
	 */
	private Token operatorToken() {
		String token = secret("sso-token");
		String[] parts = token.split("\\.");
		try {
			JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
			Instant until = Instant.ofEpochSecond(Math.min(claims.path("exp").asLong(), Instant.MAX.getEpochSecond()));
			if (!until.isAfter(this.clock.instant())) {
				throw new Trouble("TOKEN_OPERATOR_KEDALUWARSA", Reach.INSTANSI, REFUSED, null);
			}
			return new Token(token, until);
		}
		catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | JacksonException ex) {
			// not a token we can look into: use it and let the service say
			return new Token(token, this.clock.instant().plus(Duration.ofMinutes(30)));
		}
	}

	/**
	 * @param authorization that header, or {@code null}
	 * @param form names and values in turn
	 */
	private Token fetch(URI address, String authorization, String... form) {
		HttpPost request = new HttpPost(address);
		request.setHeader("Accept", "application/json");
		if (authorization != null) {
			request.setHeader("Authorization", authorization);
		}
		List<NameValuePair> fields = new ArrayList<>();
		for (int i = 0; i < form.length; i += 2) {
			fields.add(new BasicNameValuePair(form[i], form[i + 1]));
		}
		request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
		try {
			SiasnWire.Heard heard = this.wire.call(request, LONGEST, SiasnWire.Door.open());
			if (heard.status() == 400 || heard.status() == 401 || heard.status() == 403) {
				throw new Trouble("KREDENSIAL_DITOLAK", Reach.INSTANSI, REFUSED, null);
			}
			JsonNode answer = JsonMapper.shared().readTree(heard.body());
			String token = answer.path("access_token").asString("");
			if (token.isEmpty()) {
				throw new Trouble("LAYANAN_TOKEN_TERGANGGU", Reach.REGISTRY, AGAIN, null);
			}
			long life = Math.max(60, Math.min(answer.path("expires_in").asLong(300), LIFE.toSeconds()));
			return new Token(token, this.clock.instant().plusSeconds(life));
		}
		catch (IOException ex) {
			throw new Trouble(SiasnClient.isInsecure(ex) ? "SAMBUNGAN_TIDAK_AMAN" : "LAYANAN_TOKEN_TERGANGGU",
					Reach.REGISTRY, AGAIN, ex);
		}
		catch (JacksonException ex) {
			throw new Trouble("LAYANAN_TOKEN_TERGANGGU", Reach.REGISTRY, AGAIN, ex);
		}
	}

	private String secret(String name) {
		try {
			return Files.readString(this.credentials.resolve(name)).strip();
		}
		catch (IOException ex) {
			// the name of the file, never its content
			throw new Trouble("KREDENSIAL_TIDAK_ADA", Reach.INSTANSI, REFUSED, null);
		}
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	private record Token(String value, Instant until) {
	}

}
