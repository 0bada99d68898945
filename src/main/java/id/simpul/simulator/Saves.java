package id.simpul.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Does what writes: saves, deletes, syncs. Each goes into the ledger, refused or not,
 * before it is answered.
 */
final class Saves {

	/** What the number of a credit decree may consist of. */
	private static final Pattern PLAIN_NUMBER = Pattern
		.compile("[A-Za-z0-9./_,()-]([A-Za-z0-9 ./_,()-]*[A-Za-z0-9./_,()-])?");

	private static final String NOT_FOUND = "Data tidak ditemukan";

	private final Registry registry;

	Saves(Registry registry) {
		this.registry = registry;
	}

	/** Saves a row, a new one if the body has no id, or the contact fields. */
	Answer save(String instansi, Resource resource, Request request, Mishap mishap) {
		Map<String, Object> body = Shape.anyCase(request.json());
		String pnsId = Objects.toString(body.get(resource.shape().personKey()), "");
		String given = (resource == Resource.DATA_UTAMA) ? "" : Objects.toString(body.get("id"), "").strip();
		Operation operation = (given.isEmpty() && resource != Resource.DATA_UTAMA) ? Operation.CREATE
				: Operation.UPDATE;
		Call call = new Call(instansi, resource, pnsId, operation, request.json(), mishap);
		if (request.syntaxError() != null) {
			return refused(call, given, Answer.refused(400, "code=400, message=" + request.syntaxError()));
		}
		Answer malformed = malformed(resource, body);
		if (malformed != null) {
			return refused(call, given, malformed);
		}
		return alone(call, given, () -> {
			Person person = this.registry.find(pnsId);
			String problem = problem(person, resource, given, body);
			if (problem != null) {
				return refused(call, given, Answer.refused(200, problem));
			}
			if (resource == Resource.DATA_UTAMA) {
				return done(call, "", Answer.json(200, Json.of("code", 1, "data", null, "message", "success")));
			}
			String id = given.isEmpty() ? UUID.randomUUID().toString() : given;
			return done(call, id, Answer.saved(resource.mapData(id)));
		});
	}

	Answer delete(String instansi, Resource resource, String id, Mishap mishap) {
		String pnsId = this.registry.peopleOf(instansi)
			.stream()
			.filter((person) -> person.has(resource, id))
			.map(Person::id)
			.findFirst()
			.orElse("");
		Call call = new Call(instansi, resource, pnsId, Operation.DELETE, Map.of(), mishap);
		return alone(call, id,
				() -> this.registry.find(pnsId).has(resource, id)
						? done(call, id, Answer.json(200, Json.of("success", true, "message", "success")))
						: refused(call, id, Answer.json(200, Json.of("success", false, "message", NOT_FOUND))));
	}

	/** Computes the current position or rank anew; a read by its method only. */
	Answer sync(String instansi, Resource resource, String pnsId, Mishap mishap) {
		Call call = new Call(instansi, resource, Objects.toString(pnsId, ""), Operation.SYNC, Map.of(), mishap);
		Person person = this.registry.find(pnsId);
		if (mishap.refusal() != null || person == null || !person.instansi().equals(instansi)) {
			return refused(call, "", Answer.json(200,
					Json.of("Error", "true", "Message", Objects.requireNonNullElse(mishap.refusal(), NOT_FOUND))));
		}
		synchronized (person) {
			return done(call, "", Answer.json(200, Json.of("Error", "false", "Message", "success")));
		}
	}

	/**
	 * What cannot be read as a save at all: wrong types and dates first, as the decoder
	 * goes, then what is missing.
	 */
	private static Answer malformed(Resource resource, Map<String, Object> body) {
		String problem = resource.shape().problem(body);
		if (problem != null) {
			return Answer.refused(400, "code=400, message=" + problem);
		}
		List<String> missing = resource.shape().missing(body);
		if (missing.isEmpty()) {
			return null;
		}
		StringBuilder message = new StringBuilder().append(missing.size())
			.append((missing.size() == 1) ? " error" : " errors")
			.append(" occurred:\n");
		missing.forEach((name) -> message.append("\t* ").append(name).append(" is required\n"));
		return Answer.json(400, Json.of("code", 0, "data", null, "message", message.append('\n').toString()));
	}

	/** The sentence with which a well-formed save is refused, or {@code null}. */
	private String problem(Person person, Resource resource, String id, Map<String, Object> body) {
		if (!id.isEmpty() && !person.has(resource, id)) {
			return "Data riwayat tidak ditemukan";
		}
		if (resource == Resource.JABATAN) {
			return switch (Objects.toString(body.get("jenisJabatan"), "")) {
				case "2" -> unknown("jabatan-fungsional", body.get("jabatanFungsionalId"), "Jabatan fungsional");
				case "4" ->
					unknown("jabatan-fungsional-umum", body.get("jabatanFungsionalUmumId"), "Jabatan fungsional umum");
				default -> null;
			};
		}
		return (resource == Resource.ANGKA_KREDIT) ? creditProblem(person, body) : null;
	}

	private String unknown(String table, Object id, String what) {
		return (Objects.toString(id, "").isBlank() || this.registry.references().isUnknown(table, id))
				? what + " tidak ditemukan di tabel referensi" : null;
	}

	private static String creditProblem(Person person, Map<String, Object> body) {
		if (person.isPppk()) {
			return "Angka kredit tidak berlaku untuk PPPK";
		}
		String number = Objects.toString(body.get("nomorSk"), "");
		if (!number.isEmpty() && !PLAIN_NUMBER.matcher(number).matches()) {
			return "nomor sk tidak valid/mengandung spesial karakter";
		}
		String jabatan = Objects.toString(body.get("rwJabatanId"), "");
		return (jabatan.isEmpty() || person.has(Resource.JABATAN, jabatan)) ? null : "Riwayat jabatan tidak ditemukan";
	}

	/**
	 * Lets one call at a time at a person, if the person is the agency's own and is not
	 * to be refused.
	 */
	private Answer alone(Call call, String id, Supplier<Answer> work) {
		if (call.mishap().refusal() != null) {
			return refused(call, id, Answer.refused(200, call.mishap().refusal()));
		}
		Person person = this.registry.find(call.pnsId());
		if (person == null || !person.instansi().equals(call.instansi())) {
			return refused(call, id, Answer.refused(200, "Data PNS tidak ditemukan"));
		}
		synchronized (person) {
			return work.get();
		}
	}

	private Answer done(Call call, String id, Answer answer) {
		this.registry.write(call.entry(id, true, answer));
		return answer;
	}

	private Answer refused(Call call, String id, Answer answer) {
		this.registry.write(call.entry(id, false, answer));
		return answer;
	}

	/** What a call wanted, before it is known how it ends. */
	private record Call(String instansi, Resource resource, String pnsId, Operation operation,
			Map<String, Object> payload, Mishap mishap) {

		@SuppressWarnings("unchecked") // every answer to a save is an object
		LedgerEntry entry(String id, boolean accepted, Answer answer) {
			return new LedgerEntry(0, Instant.now(), this.instansi, this.resource.key(), this.pnsId, this.operation, id,
					accepted, answer.status(), this.payload, (Map<String, Object>) answer.content(),
					this.mishap.label(), this.mishap.isAnswered());
		}

	}

}
