package id.simpul.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The API proper, below {@code /apisiasn/1.0}: finds who is meant and who answers. */
final class Api implements Desk {

	static final String BASE = "/apisiasn/1.0";

	/** Lists of an agency that this registry always has empty. */
	private static final Set<String> EMPTY_LISTS = Set.of("pns/list-kp-instansi", "pns/list-pensiun-instansi",
			"pengadaan/list-pengadaan-instansi");

	private final Gate gate;

	private final Registry registry;

	private final Reads reads;

	private final Saves saves;

	/** What can be saved, by the path. */
	private final Map<String, Resource> savePaths = new HashMap<>();

	Api(Gate gate, Registry registry) {
		this.gate = gate;
		this.registry = registry;
		this.reads = new Reads(registry);
		this.saves = new Saves(registry);
		for (Resource resource : Resource.values()) {
			if (resource.shape().canBeSaved() && !resource.segment().isEmpty()) {
				this.savePaths.put(resource.segment() + "/save", resource);
			}
		}
		this.savePaths.put("jabatan/unorjabatan/save", Resource.JABATAN);
		this.savePaths.put("skp/2021/save", Resource.SKP);
		this.savePaths.put("pns/data-utama-update", Resource.DATA_UTAMA);
	}

	@Override
	public String instansi(Request request) {
		return this.gate.instansi(request);
	}

	@Override
	public String pnsId(Request request) {
		String path = within(request);
		if (request.method().equals("POST") && this.savePaths.containsKey(path)) {
			Object id = Shape.anyCase(request.json()).get(this.savePaths.get(path).shape().personKey());
			return (id instanceof String text) ? text : null;
		}
		if (path.startsWith("pns/data-utama-")) {
			return request.query().get("pns_orang_id");
		}
		Person person = this.registry.findByNip(path.substring(path.lastIndexOf('/') + 1));
		return (person != null) ? person.id() : null;
	}

	private static String within(Request request) {
		String path = request.path();
		return path.startsWith(BASE + '/') ? path.substring(BASE.length() + 1) : path;
	}

	@Override
	public boolean isApi() {
		return true;
	}

	@Override
	public Answer answer(Request request, Mishap mishap) {
		Answer sentAway = this.gate.application(request);
		if (sentAway == null) {
			sentAway = this.gate.operator(request);
		}
		if (sentAway != null) {
			return sentAway;
		}
		String instansi = this.gate.instansi(request);
		String path = within(request);
		Answer answer = switch (request.method()) {
			case "GET" -> get(instansi, path, request, mishap);
			case "POST" -> this.savePaths.containsKey(path)
					? this.saves.save(instansi, this.savePaths.get(path), request, mishap) : null;
			case "DELETE" -> byRow(path, "delete", Resource::canBeDeleted,
					(resource, id) -> this.saves.delete(instansi, resource, id, mishap));
			default -> null;
		};
		return (answer != null) ? answer : Answer.gateway(404, "404", "Not Found",
				"The requested resource (/" + path.replaceAll("[0-9]{6,}", "*") + ") is not available.");
	}

	private Answer get(String instansi, String path, Request request, Mishap mishap) {
		if (EMPTY_LISTS.contains(path)) {
			return Answer.json(200, Json.of("code", 1, "count", 0, "data", List.of(), "message", "success"));
		}
		String[] parts = path.split("/");
		String last = path.substring(path.lastIndexOf('/') + 1);
		switch (path) {
			case "pns/data-utama-jabatansync":
				return this.saves.sync(instansi, Resource.JABATAN, request.query().get("pns_orang_id"), mishap);
			case "pns/data-utama-golongansync":
				return this.saves.sync(instansi, Resource.GOLONGAN, request.query().get("pns_orang_id"), mishap);
			case "referensi/ref-unor":
				return this.reads.units(instansi, request.query());
			default:
				break;
		}
		if (path.startsWith("pns/data-utama/paruhwaktu/")) {
			return this.reads.partTime(instansi, last);
		}
		if (path.startsWith("jabatan/pns/")) {
			return this.reads.rows(instansi, Resource.JABATAN, last);
		}
		if (parts.length == 3 && parts[0].equals("pns") && Resource.ofReadName(parts[1]) != null) {
			return this.reads.rows(instansi, Resource.ofReadName(parts[1]), last);
		}
		return byRow(path, "id", (resource) -> resource.shape().canBeSaved(),
				(resource, id) -> this.reads.row(instansi, resource, id));
	}

	/** Answers {@code segment/word/id}, or {@code null} if it is not that. */
	private static Answer byRow(String path, String word, Predicate<Resource> may,
			BiFunction<Resource, String, Answer> answer) {
		String[] parts = path.split("/");
		if (parts.length != 3 || !parts[1].equals(word)) {
			return null;
		}
		for (Resource resource : Resource.values()) {
			if (resource.segment().equals(parts[0]) && may.test(resource)) {
				return answer.apply(resource, parts[2]);
			}
		}
		return null;
	}

}
