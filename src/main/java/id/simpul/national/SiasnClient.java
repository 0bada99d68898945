package id.simpul.national;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

import io.github.bucket4j.Bucket;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import org.apache.cxf.jaxrs.client.Client;
import org.apache.cxf.jaxrs.client.ClientConfiguration;
import org.apache.cxf.jaxrs.client.JAXRSClientFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.jakarta.rs.json.JacksonJsonProvider;

/**
 * Calls SIASN for one instansi: its tokens, its pace, its cookies. Whether a call
 * succeeded is judged by the body, never by the status alone (contract section 4).
 */
final class SiasnClient {

	private static final int LONGEST = 8 * 1024 * 1024;

	private static final Duration SHORT = Duration.ofSeconds(5);

	private static final Duration OUTAGE = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

	private final SiasnApi api;

	private final SiasnTokens tokens;

	private final Bucket pace;

	SiasnClient(SiasnSettings settings, SiasnTokens tokens) {
		this.tokens = tokens;
		this.pace = Bucket.builder()
			.addLimit((limit) -> limit.capacity(Math.max(1, settings.perSecond() / 10))
				.refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
			.build();
		JAXRSClientFactoryBean factory = new JAXRSClientFactoryBean();
		factory.setAddress(settings.base().toString());
		factory.setServiceClass(SiasnApi.class);
		factory.setProviders(List.of(new JacksonJsonProvider(JsonMapper.shared())));
		factory.setThreadSafe(true);
		this.api = factory.create(SiasnApi.class);
		limit(this.api, settings);
	}

	static {
		// Of CXF's two transports this one carries half as much again. By default it
		// would send a POST a second time by
		// itself when a kept connection breaks: a save without an id always creates, so
		// that must never happen.
		System.setProperty("sun.net.http.retryPost", "false");
		System.setProperty("org.apache.cxf.transport.http.forceURLConnection", "true");
	}

	/** Time limits and no redirects. */
	static void limit(Object client, SiasnSettings settings) {
		ClientConfiguration config = WebClient.getConfig(client);
		HTTPConduit conduit = config.getHttpConduit();
		HTTPClientPolicy policy = new HTTPClientPolicy();
		policy.setConnectionTimeout(settings.connectTimeout().toMillis());
		policy.setReceiveTimeout(settings.readTimeout().toMillis());
		policy.setAutoRedirect(false);
		policy.setAllowChunking(false);
		conduit.setClient(policy);
		if (settings.cookies()) {
			config.getRequestContext().put(Message.MAINTAIN_SESSION, true);
		}
	}

	/**
	 * The {@code data} of a read; {@code null} when the registry says that there is none.
	 */
	JsonNode read(BiFunction<SiasnApi, SiasnTokens.Pair, Response> call) {
		Answer answer = answer(call);
		if (answer.fault() != null) {
			throw answer.fault();
		}
		JsonNode body = answer.body();
		if (body == null) {
			throw new RegistryUnavailable("JAWABAN_BUKAN_JSON", OUTAGE, null);
		}
		if (body.path("code").asInt(-1) == 1 || body.path("success").asBoolean(false)) {
			JsonNode data = body.path("data");
			return (data.isNull() || data.isMissingNode() || data.isString()) ? null : data;
		}
		if (isNothing(answer.status(), body)) {
			return null;
		}
		throw new RegistryUnavailable("JAWABAN_TIDAK_DIKENAL", OUTAGE, null);
	}

	/** What came of a write. */
	Reply write(BiFunction<SiasnApi, SiasnTokens.Pair, Response> call) {
		Answer answer;
		try {
			answer = answer(call);
		}
		catch (RegistryUnavailable ex) {
			return new Reply.NotSaved(ex.rule(), ex.again()); // no token: the write never
																// left
		}
		if (answer.fault() != null) {
			return answer.sent() ? new Reply.Unknown(answer.fault().rule())
					: new Reply.NotSaved(answer.fault().rule(), answer.fault().again());
		}
		JsonNode body = answer.body();
		if (body == null) {
			return new Reply.Unknown("JAWABAN_BUKAN_JSON");
		}
		if (body.path("success").asBoolean(false) || body.path("code").asInt(-1) == 1) {
			return new Reply.Saved(savedId(body.path("mapData")));
		}
		if (body.has("success") || body.path("code").asInt(-1) == 0) {
			return new Reply.Refused(SiasnJson.withoutPeople(body.path("message").asString("")));
		}
		return new Reply.Unknown("JAWABAN_TIDAK_DIKENAL");
	}

	/** Whether a sync call was answered with {@code "Error":"false"}. */
	boolean sync(String pnsId) {
		Answer answer = answer((api, pair) -> api.jabatanSync(pair.apim(), pair.sso(), pnsId));
		return answer.body() != null && answer.fault() == null
				&& "false".equalsIgnoreCase(answer.body().path("Error").asString("true"));
	}

	private static String savedId(JsonNode mapData) {
		if (mapData.isString()) {
			return mapData.asString();
		}
		return mapData.properties().stream().findFirst().map((entry) -> entry.getValue().asString()).orElse(null);
	}

	/**
	 * One call; tokens that the service no longer takes are renewed and the call is made
	 * once more.
	 */
	private Answer answer(BiFunction<SiasnApi, SiasnTokens.Pair, Response> call) {
		SiasnTokens.Pair pair = this.tokens.get();
		Answer first = once(call, pair);
		if (!first.staleToken()) {
			return first;
		}
		this.tokens.forget(pair);
		Answer second = once(call, this.tokens.get());
		return second.staleToken()
				? Answer.failed(new RegistryUnavailable("KREDENSIAL_DITOLAK", Duration.ofMinutes(5), null), false)
				: second;
	}

	private Answer once(BiFunction<SiasnApi, SiasnTokens.Pair, Response> call, SiasnTokens.Pair pair) {
		try {
			this.pace.asBlocking().consume(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Answer.failed(new RegistryUnavailable("DIHENTIKAN", SHORT, null), false);
		}
		try (Response response = call.apply(this.api, pair)) {
			return judge(response);
		}
		catch (ProcessingException | IOException ex) {
			boolean neverSent = hasCause(ex, ConnectException.class) || hasCause(ex, UnknownHostException.class)
					|| hasCause(ex, NoRouteToHostException.class);
			return Answer.failed(new RegistryUnavailable("REGISTRI_TIDAK_TERJANGKAU", SHORT, ex), !neverSent);
		}
	}

	private static Answer judge(Response response) throws IOException {
		int status = response.getStatus();
		JsonNode body = json(body(response, LONGEST));
		if (status == 401 || (body != null && isStaleToken(body))) {
			return new Answer(status, body, null, false, true);
		}
		if (body != null && isRuntimeError(body)) {
			return Answer.failed(new RegistryUnavailable("REGISTRI_DITANGGUHKAN", OUTAGE, null), false);
		}
		if (status == 429) {
			return Answer.failed(new RegistryUnavailable("LAJU_DIBATASI", retryAfter(response), null), false);
		}
		if (status == 403) {
			return Answer.failed(new RegistryUnavailable("AKSES_DITOLAK", Duration.ofMinutes(5), null), false);
		}
		if (status >= 500 && !isAnswer(body)) {
			return Answer.failed(new RegistryUnavailable("REGISTRI_TERGANGGU", OUTAGE, null), true);
		}
		return new Answer(status, body, null, true, false);
	}

	/**
	 * Whether this says that there is no data (contract section 3, envelopes). Anything
	 * else that is no success is trouble: taken for an empty history it would have
	 * everything created a second time.
	 */
	private static boolean isNothing(int status, JsonNode body) {
		if (body.path("code").asInt(-1) != 0) {
			return false;
		}
		String words = (body.path("data").asString("") + " " + body.path("message").asString(""))
			.toLowerCase(Locale.ROOT);
		return status == 404 || words.contains("tidak ditemukan") || words.contains("not found");
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

	private static Duration retryAfter(Response response) {
		String header = response.getHeaderString("Retry-After");
		if (header != null && header.strip().matches("\\d{1,6}")) {
			Duration told = Duration.ofSeconds(Math.max(1, Long.parseLong(header.strip())));
			return (told.compareTo(LONGEST_WAIT) < 0) ? told : LONGEST_WAIT;
		}
		return OUTAGE;
	}

	/** The whole body, refused beyond a size that no honest answer has. */
	static byte[] body(Response response, int longest) throws IOException {
		if (!response.hasEntity()) {
			return new byte[0];
		}
		try (InputStream in = response.readEntity(InputStream.class)) {
			byte[] body = in.readNBytes(longest + 1);
			if (body.length > longest) {
				throw new IOException("The answer is longer than " + longest + " bytes");
			}
			return body;
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

	void close() {
		((Client) this.api).reset();
	}

	/**
	 * What a call brought.
	 *
	 * @param sent whether the registry may have acted on it
	 */
	private record Answer(int status, JsonNode body, RegistryUnavailable fault, boolean sent, boolean staleToken) {

		static Answer failed(RegistryUnavailable fault, boolean sent) {
			return new Answer(0, null, fault, sent, false);
		}

	}

}
