package id.simpul.simulator;

import java.util.List;
import java.util.Map;

/** Answers what asks for people and their rows. Other agencies' people are not found. */
final class Reads {

	private static final String NOTHING = "Data tidak ditemukan";

	private final Registry registry;

	Reads(Registry registry) {
		this.registry = registry;
	}

	Answer rows(String instansi, Resource resource, String nip) {
		this.registry.read(instansi, resource);
		Person person = own(instansi, this.registry.findByNip(nip));
		if (person == null) {
			return Answer.nothing(404, NOTHING);
		}
		if (resource == Resource.DATA_UTAMA) {
			if (person.isPartTime()) {
				return Answer.nothing(404, NOTHING); // they have a path of their own
			}
			return Answer.found(person.master(this.registry.references()));
		}
		List<Map<String, Object>> rows = person.shown(resource, this.registry.references());
		if (!rows.isEmpty()) {
			return Answer.found(resource.isObject() ? rows.get(rows.size() - 1) : rows);
		}
		return switch (resource) {
			case HUKDIS -> Answer.found(null);
			case SKP -> Answer.nothing(200, NOTHING);
			case TUBEL -> Answer.nothing(404, "record not found");
			default -> Answer.nothing(404, NOTHING);
		};
	}

	Answer partTime(String instansi, String nip) {
		this.registry.read(instansi, Resource.DATA_UTAMA);
		Person person = own(instansi, this.registry.findByNip(nip));
		return (person != null && person.isPartTime()) ? Answer.found(person.master(this.registry.references()))
				: Answer.nothing(404, NOTHING);
	}

	/** One row by its id; as one object. */
	Answer row(String instansi, Resource resource, String id) {
		this.registry.read(instansi, resource);
		for (Person person : this.registry.peopleOf(instansi)) {
			if (person.has(resource, id)) {
				return person.shown(resource, id, this.registry.references())
					.map(Answer::found)
					.orElseGet(() -> Answer.nothing(404, NOTHING));
			}
		}
		return Answer.nothing(404, NOTHING);
	}

	/** The agency's units, paged. */
	Answer units(String instansi, Map<String, String> query) {
		List<Map<String, Object>> all = this.registry.references().units(instansi);
		List<Map<String, Object>> page = page(all, query);
		return Answer.json(200, Json.of("code", 1, "count", all.size(), "data", page, "message", "success"));
	}

	static <T> List<T> page(List<T> all, Map<String, String> query) {
		int from = Math.min(number(query.get("offset"), 0), all.size());
		return all.subList(from, (int) Math.min((long) from + number(query.get("limit"), all.size()), all.size()));
	}

	private static int number(String text, int otherwise) {
		return (text != null && text.matches("[0-9]{1,9}")) ? Integer.parseInt(text) : otherwise;
	}

	private static Person own(String instansi, Person person) {
		return (person != null && person.instansi().equals(instansi)) ? person : null;
	}

}
