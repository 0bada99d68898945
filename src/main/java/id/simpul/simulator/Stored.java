package id.simpul.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row as it is held: only what it really has, as bytes, because there are many of
 * them.
 *
 * @param id the registry's, opaque
 */
record Stored(String id, byte[] json) {

	static Stored of(String id, Map<String, Object> values) {
		Map<String, Object> held = new LinkedHashMap<>();
		values.forEach((key, value) -> {
			if (value != null && !value.equals("")) {
				held.put(key, value);
			}
		});
		return new Stored(id, Json.bytes(held));
	}

	Map<String, Object> values() {
		return Json.object(this.json);
	}

}
