package id.simpul.simulator;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;

/** One call as it came in, read to its end. */
final class Request {

	private final Headers headers;

	private final String method;

	private final String path;

	private final String rawQuery;

	private final byte[] body;

	private Map<String, Object> json;

	private String syntaxError;

	Request(HttpExchange exchange) throws IOException {
		this.headers = exchange.getRequestHeaders();
		this.method = exchange.getRequestMethod();
		this.path = exchange.getRequestURI().getPath();
		this.rawQuery = exchange.getRequestURI().getRawQuery();
		this.body = exchange.getRequestBody().readAllBytes();
	}

	String method() {
		return this.method;
	}

	boolean isWrite() {
		return !this.method.equals("GET") && !this.method.equals("HEAD");
	}

	String path() {
		return this.path;
	}

	/** The header's value or an empty text. */
	String header(String name) {
		String value = this.headers.getFirst(name);
		return (value != null) ? value.strip() : "";
	}

	/**
	 * The token of a header that says {@code Bearer} in any case, or {@code null} if it
	 * is not of that form.
	 */
	String bearer(String name) {
		String value = header(name);
		return (value.length() > 7 && value.regionMatches(true, 0, "bearer ", 0, 7)) ? value.substring(7).strip()
				: null;
	}

	Map<String, String> query() {
		return pairs(this.rawQuery);
	}

	Map<String, String> form() {
		return pairs(new String(this.body, StandardCharsets.UTF_8));
	}

	/**
	 * The body as a JSON object; empty if it is none, and then {@link #syntaxError()}
	 * says so.
	 */
	Map<String, Object> json() {
		if (this.json == null) {
			this.json = Map.of();
			try {
				this.json = Json.object(this.body);
			}
			catch (JacksonException ex) {
				this.syntaxError = "Syntax error: offset="
						+ ((ex.getLocation() != null) ? ex.getLocation().getByteOffset() : 0);
			}
		}
		return this.json;
	}

	/** What is wrong with the body as JSON, or {@code null}. */
	String syntaxError() {
		json();
		return this.syntaxError;
	}

	private static Map<String, String> pairs(String text) {
		Map<String, String> pairs = new HashMap<>();
		if (text != null) {
			for (String pair : text.split("&")) {
				int equals = pair.indexOf('=');
				if (equals > 0) {
					pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
				}
			}
		}
		return pairs;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text; // a stray percent sign: taken as it stands
		}
	}

}
