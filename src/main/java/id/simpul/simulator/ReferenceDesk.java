package id.simpul.simulator;

import java.util.List;
import java.util.Map;

/**
 * The reference API: only the application's token, {@code /{name}} as a bare list,
 * {@code /{name}/search} in an envelope.
 */
final class ReferenceDesk implements Desk {

	static final String BASE = "/referensi_siasn/1";

	private final Gate gate;

	private final References references;

	ReferenceDesk(Gate gate, References references) {
		this.gate = gate;
		this.references = references;
	}

	@Override
	public String instansi(Request request) {
		return this.gate.instansi(request);
	}

	@Override
	public boolean isApi() {
		return true;
	}

	@Override
	public Answer answer(Request request, Mishap mishap) {
		Answer sentAway = this.gate.application(request);
		if (sentAway != null) {
			return sentAway;
		}
		String[] parts = request.path().substring(BASE.length()).split("/");
		boolean search = parts.length == 3 && parts[2].equals("search");
		List<Map<String, Object>> rows = (parts.length == 2 || search) ? this.references.rows(parts[1]) : null;
		if (rows == null || !request.method().equals("GET")) {
			return Answer.gateway(404, "404", "Not Found", "The requested resource is not available.");
		}
		List<Map<String, Object>> page = Reads.page(rows, request.query());
		return Answer.json(200, search ? Json.of("results", page) : page);
	}

}
