package id.simpul.national;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

import id.simpul.national.Trouble.Reach;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls SIASN for one instansi: its tokens, its pace, its cookies. Whether a call
 * succeeded is judged by the body, never by the status alone (contract section 4).
 */
final class SiasnClient {

	private static final int LONGEST = 8 * 1024 * 1024;

	private static final Duration SHORT = Duration.ofSeconds(5);

	private static final Duration OUTAGE = Duration.ofSeconds(30);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	/** Credentials and rights are not mended in less. */
	private static final Duration REFUSED = Duration.ofMinutes(5);

	/** Calls in flight beyond those that the pace asks for. */
	private static final int SPARE = 3;

	private final SiasnWire wire;

	private final SiasnSettings settings;

	private final SiasnTokens tokens;

	private final Clock clock;

	private final Pace pace;

	/** No call leaves in it, whoever is under way. */
	private volatile Pause pause = new Pause(Instant.MIN, Instant.MIN);

	/** Mean time of a call; races between threads only blur it. */
	private volatile long latency;

	SiasnClient(SiasnSettings settings, SiasnTokens tokens, Clock clock) {
		this.settings = settings;
		this.tokens = tokens;
		this.clock = clock;
		this.pace = new Pace(settings.perSecond());
		this.wire = new SiasnWire(settings, settings.cookies());
	}

	/**
	 * The {@code data} of a read; {@code null} when the registry says that there is none.
	 * @param path below the settings' base
	 */
	JsonNode read(String path) {
		Answer answer = answer(path, null, true);
		if (answer.fault() != null) {
			throw answer.fault();
		}
		JsonNode body = answer.body();
		if (body == null) {
			throw new Trouble("JAWABAN_BUKAN_JSON", Reach.CALL, OUTAGE, null);
		}
		JsonNode data = body.path("data");
		if (data.isContainer() && (body.path("code").asInt(-1) == 1 || body.path("success").asBoolean(false))) {
			return data;
		}
		if (isNothing(answer.status(), body)) {
			return null;
		}
		throw new Trouble("JAWABAN_TIDAK_DIKENAL", Reach.CALL, OUTAGE, null);
	}

	/**
	 * What came of a write.
	 * @param path below the settings' base
	 * @param body what is to be sent as JSON
	 */
	Reply write(String path, Map<String, Object> body) {
		Answer answer;
		try {
			answer = answer(path, JsonMapper.shared().writeValueAsBytes(body), false);
		}
		catch (Trouble ex) {
			return new Reply.NotSaved(ex); // no token: the write never left
		}
		if (answer.fault() != null) {
			return answer.sent() ? new Reply.Unknown(answer.fault()) : new Reply.NotSaved(answer.fault());
		}
		JsonNode said = answer.body();
		if (said == null) {
			return new Reply.Unknown(new Trouble("JAWABAN_BUKAN_JSON", Reach.CALL, OUTAGE, null));
		}
		if (said.path("success").asBoolean(false) || said.path("code").asInt(-1) == 1) {
			return new Reply.Saved(savedId(said.path("mapData")));
		}
		if (isFalse(said.path("success")) || said.path("code").asInt(-1) == 0) {
			return new Reply.Refused(SiasnJson.withoutPeople(said.path("message").asString("")));
		}
		return new Reply.Unknown(new Trouble("JAWABAN_TIDAK_DIKENAL", Reach.CALL, OUTAGE, null));
	}

	private static boolean isFalse(JsonNode word) {
		return (word.isBoolean() && !word.asBoolean()) || "false".equalsIgnoreCase(word.asString(""));
	}

	/**
	 * Whether a sync call was answered with {@code "Error":"false"}.
	 * @throws Trouble when it was not answered
	 */
	boolean sync(String pnsId) {
		Answer answer = answer("pns/data-utama-jabatansync?pns_orang_id=" + inAddress(pnsId), null, true);
		if (answer.fault() != null) {
			throw answer.fault();
		}
		return answer.body() != null && "false".equalsIgnoreCase(answer.body().path("Error").asString("true"));
	}

	/** As a part of an address. */
	static String inAddress(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static String savedId(JsonNode mapData) {
		String id = mapData.isString() ? mapData.asString()
				: mapData.properties().stream().findFirst().map((entry) -> entry.getValue().asString("")).orElse("");
		return id.isBlank() ? null : id;
	}

	/**
	 * One call; tokens that the service no longer takes are renewed and the call is made
	 * once more.
	 * @param body of a write, or {@code null}
	 * @param repeatable whether it does no harm when the service did not only refuse it
	 */
	private Answer answer(String path, byte[] body, boolean repeatable) {
		long asked = System.nanoTime();
		if (this.pause.holds(this.clock.instant())) {
			return Answer.failed(paused(), false);
		}
		SiasnTokens.Pair pair = this.tokens.get();
		Answer first = once(path, body, pair, asked);
		if (!first.staleToken()) {
			return first;
		}
		this.tokens.forget(pair);
		if (first.sent() && !repeatable) {
			return Answer.failed(new Trouble("REGISTRI_TERGANGGU", Reach.CALL, OUTAGE, null), true);
		}
		SiasnTokens.Pair fresh = this.tokens.get();
		Answer second = once(path, body, fresh, asked);
		if (!second.staleToken()) {
			return second;
		}
		this.tokens.forget(fresh);
		return Answer.failed(new Trouble("KREDENSIAL_DITOLAK", Reach.INSTANSI, REFUSED, null),
				second.sent() && !repeatable);
	}

	/**
	 * @param asked nanosecond at which this was wanted
	 */
	private Answer once(String path, byte[] body, SiasnTokens.Pair pair, long asked) {
		Turn turn = new Turn(asked);
		try {
			Answer answer = judge(this.wire.call(request(path, body, pair), LONGEST, turn));
			if (!answer.staleToken()) {
				this.tokens.taken(pair);
			}
			return answer;
		}
		catch (Kept ex) {
			return Answer.failed(ex.trouble, false);
		}
		catch (IOException ex) {
			return broken(ex, turn.begin != 0);
		}
		finally {
			if (turn.begin != 0) {
				took(System.nanoTime() - turn.begin);
			}
		}
	}

	/** Lets a call leave when it is its turn. */
	private final class Turn implements SiasnWire.Door {

		private final long asked;

		private int place;

		/** Nanosecond at which it left, or 0. */
		private long begin;

		Turn(long asked) {
			this.asked = asked;
		}

		@Override
		public void pass() throws Kept {
			try {
				this.place = SiasnClient.this.pace.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new Kept(new Trouble("DIHENTIKAN", Reach.INSTANSI, SHORT, null));
			}
			long now = System.nanoTime();
			if (now - this.asked > SiasnClient.this.settings.latest().toNanos()) {
				// the tokens took too long, or the process stood still: whoever may have
				// taken over does not expect this call any more
				throw new Kept(new Trouble("DIHENTIKAN", Reach.INSTANSI, SHORT, null));
			}
			if (SiasnClient.this.pause.holds(SiasnClient.this.clock.instant())) {
				throw new Kept(paused());
			}
			this.begin = now;
		}

		@Override
		public void left() {
			SiasnClient.this.pace.left(this.place);
		}

	}

	/** A call was kept from leaving. */
	@SuppressWarnings("serial") // never serialised
	private static final class Kept extends IOException {

		private final Trouble trouble;

		Kept(Trouble trouble) {
			super(trouble);
			this.trouble = trouble;
		}

	}

	/**
	 * A pause that the registry has told us to make; a clock set back does not prolong
	 * it.
	 */
	private record Pause(Instant from, Instant until) {

		boolean holds(Instant now) {
			return now.isBefore(this.until) && !now.isBefore(this.from);
		}

	}

	private Trouble paused() {
		Duration left = Duration.between(this.clock.instant(), this.pause.until());
		return new Trouble("LAJU_DIBATASI", Reach.INSTANSI, (left.compareTo(SHORTEST) < 0) ? SHORTEST : left, null);
	}

	/** Every call carries both tokens and asks for JSON (contract section 2). */
	private HttpUriRequestBase request(String path, byte[] body, SiasnTokens.Pair pair) {
		URI address = URI.create(this.settings.base() + "/" + path);
		HttpUriRequestBase request = (body != null) ? new HttpPost(address) : new HttpGet(address);
		request.setHeader("Authorization", pair.apim());
		request.setHeader("Auth", pair.sso());
		request.setHeader("Accept", "application/json");
		if (body != null) {
			request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		}
		return request;
	}

	/**
	 * What kept an answer from coming.
	 * @param left whether the question had left
	 */
	private static Answer broken(IOException fault, boolean left) {
		return isInsecure(fault)
				? Answer.failed(new Trouble("SAMBUNGAN_TIDAK_AMAN", Reach.REGISTRY, OUTAGE, fault), left)
				: Answer.failed(
						new Trouble("REGISTRI_TIDAK_TERJANGKAU", left ? Reach.CALL : Reach.REGISTRY, SHORT, fault),
						left);
	}

	/** Whether whom we speak to cannot be trusted, or not any more. */
	static boolean isInsecure(IOException fault) {
		return hasCause(fault, SSLException.class) || hasCause(fault, CertificateException.class);
	}

	/** Keeps a mean of the times that calls take, in nanoseconds. */
	private void took(long time) {
		this.latency = (this.latency == 0) ? time : this.latency + (time - this.latency) / 16;
	}

	/**
	 * How many calls at a time keep the allowed pace at the present speed of the
	 * registry, with some to spare for our own work between them.
	 */
	int inFlight() {
		return Math.min(this.settings.inFlight(),
				SPARE + (int) Math.ceil(2.0 * this.settings.perSecond() * this.latency / 1e9));
	}

	private Answer judge(SiasnWire.Heard heard) {
		int status = heard.status();
		JsonNode body = json(heard.body());
		if (status == 401 || (body != null && isStaleToken(body))) {
			return new Answer(status, body, null, body != null && isRuntimeError(body), true);
		}
		if (body != null && isRuntimeError(body)) {
			return Answer.failed(new Trouble("REGISTRI_DITANGGUHKAN", Reach.REGISTRY, OUTAGE, null), false);
		}
		if (status == 429) {
			Instant now = this.clock.instant();
			Duration told = retryAfter(heard);
			this.pause = new Pause(now, now.plus(told));
			return Answer.failed(new Trouble("LAJU_DIBATASI", Reach.INSTANSI, told, null), false);
		}
		if (status == 403) {
			// a page in between may stand for the answer to what was done
			return Answer.failed(new Trouble("AKSES_DITOLAK", Reach.INSTANSI, REFUSED, null), body == null);
		}
		if (status >= 500 && !isAnswer(body)) {
			return Answer.failed(new Trouble("REGISTRI_TERGANGGU", Reach.CALL, OUTAGE, null), true);
		}
		return new Answer(status, body, null, true, false);
	}

	/**
	 * Whether this says that there is no data (contract section 3, envelopes). Anything
	 * else that is no success is trouble: taken for an empty history it would have
	 * everything created a second time.
	 */
	private static boolean isNothing(int status, JsonNode body) {
		int code = body.path("code").asInt(-1);
		String words = (body.path("data").asString("") + " " + body.path("message").asString(""))
			.toLowerCase(Locale.ROOT);
		boolean said = words.contains("tidak ditemukan") || words.contains("not found");
		return (code == 0 && (status == 404 || said)) || (code == 1 && (body.path("data").isNull() || said));
	}

	private static boolean isAnswer(JsonNode body) {
		return body != null && (body.has("success") || body.has("mapData"));
	}

	/**
	 * The gateway's own trouble; without a suspended back end it goes with a stale
	 * session.
	 */
	private static boolean isRuntimeError(JsonNode body) {
		return body.path("code").asString("").equals("303001");
	}

	private static boolean isStaleToken(JsonNode body) {
		String code = body.path("code").asString("");
		String message = body.path("message").asString("");
		boolean halfStale = isRuntimeError(body) && !body.path("description").asString("").contains("SUSPENDED");
		return halfStale || code.equals("900901") || code.equals("900902") || message.contains("expired jwt")
				|| message.contains("malformed jwt") || body.path("data").asString("").equals("Token SSO mismatch");
	}

	/**
	 * What the service tells us to wait: seconds or a date, by its own clock if it says
	 * what that shows; never longer than the setting, and the usual rest when it says
	 * nothing or nonsense.
	 */
	private Duration retryAfter(SiasnWire.Heard heard) {
		String header = heard.retryAfter();
		Duration told = null;
		if (header != null && header.strip().matches("\\d+")) {
			String seconds = header.strip();
			told = (seconds.length() > 15) ? this.settings.longestWait() : Duration.ofSeconds(Long.parseLong(seconds));
		}
		else {
			Instant until = date(header);
			Instant theirs = date(heard.date());
			if (until != null) {
				told = Duration.between((theirs != null) ? theirs : this.clock.instant(), until);
			}
		}
		if (told == null || told.isNegative()) {
			return OUTAGE;
		}
		Duration least = (told.compareTo(SHORTEST) < 0) ? SHORTEST : told;
		return (least.compareTo(this.settings.longestWait()) < 0) ? least : this.settings.longestWait();
	}

	private static Instant date(String header) {
		try {
			return (header != null)
					? ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null; // nonsense
		}
	}

	private static JsonNode json(byte[] body) {
		try {
			JsonNode node = JsonMapper.shared().readTree(body);
			return node.isObject() ? node : null;
		}
		catch (JacksonException ex) {
			return null; // HTML, an empty or a cut-off body: the caller decides what that
							// means
		}
	}

	private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What a call brought.
	 *
	 * @param sent whether the registry may have acted on it
	 */
	private record Answer(int status, JsonNode body, Trouble fault, boolean sent, boolean staleToken) {

		static Answer failed(Trouble fault, boolean sent) {
			return new Answer(0, null, fault, sent, false);
		}

	}

}
