package id.simpul.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the rows of one resource look when read, and how when saved. */
final class Shape {

	/** The keys by which rows name their person. */
	private static final Set<String> PERSON_KEYS = Set.of("idPns", "pnsOrangId", "pnsOrang", "pns", "pnsDinilaiId");

	private final List<ReadKey> read;

	private final List<SaveKey> save;

	private Shape(List<ReadKey> read, List<SaveKey> save) {
		this.read = read;
		this.save = save;
	}

	/**
	 * Both sides in the words of {@link ReadKey#of} and {@link SaveKey#of}; the second is
	 * empty if nobody can save.
	 */
	static Shape of(String read, String save) {
		return new Shape(words(read).map(ReadKey::of).toList(), words(save).map(SaveKey::of).toList());
	}

	private static Stream<String> words(String text) {
		return text.isBlank() ? Stream.empty() : Stream.of(text.strip().replaceAll("\\s+<", "<").split("\\s+"));
	}

	boolean canBeSaved() {
		return !this.save.isEmpty();
	}

	/** The key of the row's own id when read. */
	String idKey() {
		return this.read.isEmpty() ? "id" : this.read.get(0).name();
	}

	/**
	 * The key by which a save names its person: the first one required whose Go name
	 * speaks of a person.
	 */
	String personKey() {
		return this.save.stream()
			.filter((key) -> key.required() != null && key.required().startsWith("Pns"))
			.findFirst()
			.orElseThrow()
			.name();
	}

	/** The body by its keys in any case, as the registry's decoder takes them. */
	static Map<String, Object> anyCase(Map<String, Object> body) {
		Map<String, Object> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		found.putAll(body);
		return found;
	}

	/** The names of what is required and not there. */
	List<String> missing(Map<String, Object> body) {
		return this.save.stream()
			.filter((key) -> key.required() != null && Objects.toString(body.get(key.name()), "").isBlank())
			.map(SaveKey::required)
			.toList();
	}

	/** The first value of a wrong type or form, or {@code null}. */
	String problem(Map<String, Object> body) {
		for (SaveKey key : this.save) {
			Object value = body.get(key.name());
			String problem = (value != null) ? key.problem(value) : null;
			if (problem != null) {
				return problem;
			}
		}
		return null;
	}

	/**
	 * What is kept of a save, by the keys it is read by; an omitted or {@code null} value
	 * is not in it.
	 */
	Map<String, Object> kept(Map<String, Object> body) {
		Map<String, Object> row = new LinkedHashMap<>();
		for (SaveKey key : this.save) {
			Object value = body.get(key.name());
			if (key.readName() != null && value != null && !(value.equals("") && row.containsKey(key.readName()))) {
				row.put(key.readName(), key.kept(value));
			}
		}
		if (body.get("path") instanceof List<?> documents && !documents.isEmpty()) {
			Map<String, Object> path = new LinkedHashMap<>();
			for (Object document : documents) {
				if (document instanceof Map<?, ?> one) {
					path.put(Objects.toString(one.get("dok_id"), ""), one);
				}
			}
			row.put("path", path);
		}
		return row;
	}

	/**
	 * A row as it is read: every key of the resource, whether there is something or not,
	 * then what else is held.
	 */
	Map<String, Object> shown(String id, Map<String, Object> values, Person person, References references) {
		Map<String, Object> row = new LinkedHashMap<>();
		int turn = id.hashCode() & 0xffff;
		for (ReadKey key : this.read) {
			row.put(key.name(), ofPerson(key.name(), person, key.shown(values, references, turn++)));
		}
		row.put(idKey(), id);
		values.forEach(row::putIfAbsent);
		return row;
	}

	private static Object ofPerson(String key, Person person, Object value) {
		if (PERSON_KEYS.contains(key)) {
			return person.id();
		}
		return switch (key) {
			case "nipBaru", "nip" -> person.nip();
			default -> value;
		};
	}

}
