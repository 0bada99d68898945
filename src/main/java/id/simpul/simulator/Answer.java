package id.simpul.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer, in the envelopes of the contract.
 *
 * @param content an object or list for JSON, a text, bytes, or a {@link Written}
 */
record Answer(int status, String type, Map<String, String> headers, Object content) {

	static final String JSON = "application/json; charset=UTF-8";

	static final String HTML = "text/html; charset=UTF-8";

	/** A body too large to hold: it writes itself. */
	interface Written {

		void to(OutputStream out) throws IOException;

	}

	static Answer json(int status, Object content) {
		return new Answer(status, JSON, Map.of(), content);
	}

	static Answer text(int status, String type, String content) {
		return new Answer(status, type, Map.of(), content);
	}

	static Answer written(Written content) {
		return new Answer(200, JSON, Map.of(), content);
	}

	Answer header(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Answer(this.status, this.type, more, this.content);
	}

	/** A read that found something, or the kind of nothing that is {@code null}. */
	static Answer found(Object data) {
		return json(200, Json.of("code", 1, "data", data, "message", "success"));
	}

	/** A read that found nothing: {@code data} is a text then. */
	static Answer nothing(int status, String text) {
		return json(status, Json.of("code", 0, "data", text, "message", "data tidak ditemukan"));
	}

	static Answer saved(Object mapData) {
		return json(200, Json.of("success", true, "mapData", mapData, "message", "success"));
	}

	static Answer refused(int status, String message) {
		return json(status, Json.of("success", false, "mapData", null, "message", message));
	}

	/**
	 * What the API manager in front says when it lets nobody through or knows no such
	 * path.
	 */
	static Answer gateway(int status, String code, String message, String description) {
		return json(status, Json.of("code", code, "message", message, "description", description));
	}

	byte[] bytes() {
		if (this.content instanceof byte[] bytes) {
			return bytes;
		}
		return (this.content instanceof String text) ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(this.content);
	}

}
