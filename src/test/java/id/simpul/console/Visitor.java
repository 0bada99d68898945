package id.simpul.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at the console over real HTTP, with cookies of their own; follows no
 * redirects.
 */
final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final String address;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	Visitor(String address) {
		this.address = address;
	}

	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/** A page that must be there. */
	String page(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	/** Sends a form as its page would, with the token of this session. */
	HttpResponse<String> post(String path, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", token());
		return postBare(path, all);
	}

	/** Sends a form without a token. */
	HttpResponse<String> postBare(String path, Map<String, String> fields) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(fields.entrySet()
				.stream()
				.map((one) -> encode(one.getKey()) + "=" + encode(one.getValue()))
				.collect(Collectors.joining("&")))));
	}

	HttpResponse<String> call(String method, String path) {
		return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
	}

	HttpResponse<String> signIn(String username, String password) {
		return postBare("/masuk", Map.of("nama", username, "sandi", password, "_csrf", token(get("/masuk").body())));
	}

	/** The token of this session, from whatever page shows one. */
	private String token() {
		HttpResponse<String> front = get("/");
		return token((front.statusCode() == 200) ? front.body() : get("/masuk").body());
	}

	private static String token(String page) {
		Matcher token = TOKEN.matcher(page);
		assertThat(token.find()).as("a form with a token").isTrue();
		return token.group(1);
	}

	/** Where an answer leads, without the server's address. */
	static String leadsTo(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").map((to) -> to.replaceFirst("^https?://[^/]+", "")).orElse("");
	}

	String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((one) -> one.getName().equals(name))
			.map((one) -> one.getValue())
			.findFirst()
			.orElse(null);
	}

	void forgetLanguage() {
		List.copyOf(this.cookies.getCookieStore().getCookies())
			.stream()
			.filter((one) -> one.getName().equals("bahasa"))
			.forEach((one) -> this.cookies.getCookieStore().remove(null, one));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
