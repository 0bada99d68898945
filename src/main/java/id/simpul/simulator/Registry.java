package id.simpul.simulator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the registry holds: people with their rows, and the ledger of how it came about.
 */
public final class Registry implements AutoCloseable {

	private static final String KIND = "kind";

	private static final String SEED_PERSON = "seed-person";

	private static final String SEED_ROW = "seed-row";

	private static final String SEED_REFERENCE = "seed-reference";

	private final Map<String, Person> people = new ConcurrentHashMap<>();

	private final Map<String, Person> byNip = new ConcurrentHashMap<>();

	private final References references = new References();

	private final Counts counts = new Counts();

	private final Ledger ledger;

	private Registry(Path ledgerFile, boolean sync) {
		this.ledger = Ledger.open(ledgerFile, sync, this::replay);
	}

	/** Holds what the ledger says; nothing if it is new or {@code null}. */
	static Registry open(Path ledgerFile) {
		return open(ledgerFile, false);
	}

	/**
	 * @param sync whether each write waits for the disk
	 */
	static Registry open(Path ledgerFile, boolean sync) {
		return new Registry(ledgerFile, sync);
	}

	@SuppressWarnings("unchecked") // lines are this room's own; another form is a broken
									// ledger
	private void replay(Map<String, Object> line) {
		Map<String, Object> row = (Map<String, Object>) line.get("row");
		switch ((String) line.get(KIND)) {
			case SEED_PERSON -> addPerson((String) line.get("instansi"), row);
			case SEED_ROW -> addRow(get((String) line.get("pnsId")), Resource.of((String) line.get("resource")),
					(String) line.get("id"), row);
			case SEED_REFERENCE -> this.references.seed((String) line.get("table"), row);
			case "write" -> apply(LedgerEntry.of(line));
			default -> throw new IllegalArgumentException("Unknown kind of line: " + line.get(KIND));
		}
	}

	/** Whether nothing was ever seeded or written. */
	public boolean isEmpty() {
		return this.people.isEmpty();
	}

	/**
	 * Seeds a person; one that is there already stays as it is.
	 * @param instansi whose person it is
	 * @param dataUtama in the keys of a read, with {@code id} and {@code nipBaru}
	 */
	public void person(String instansi, Map<String, Object> dataUtama) {
		if (!(dataUtama.get("id") instanceof String id) || !(dataUtama.get("nipBaru") instanceof String nip)) {
			throw new IllegalArgumentException("A person needs id and nipBaru");
		}
		Person same = this.people.get(id);
		if (same != null) {
			return;
		}
		if (this.byNip.containsKey(nip)) {
			throw new IllegalArgumentException("Two people with one nipBaru");
		}
		this.ledger.seed(Json.of(KIND, SEED_PERSON, "instansi", instansi, "row", dataUtama));
		addPerson(instansi, dataUtama);
	}

	private void addPerson(String instansi, Map<String, Object> dataUtama) {
		Person person = new Person(instansi, (String) dataUtama.get("id"), (String) dataUtama.get("nipBaru"),
				dataUtama);
		this.references.learn(instansi, dataUtama);
		this.people.put(person.id(), person);
		this.byNip.put(person.nip(), person);
		this.counts.add(instansi, Resource.DATA_UTAMA, Counts.What.SEEDED);
	}

	/**
	 * Seeds one row of a person's history; one that is there already, by its id, stays as
	 * it is.
	 * @param resource a key of {@link Resource}
	 * @param row in the keys of a read; without {@code id} it gets one from its content
	 */
	public void row(String pnsId, String resource, Map<String, Object> row) {
		Resource kept = Resource.of(resource);
		if (kept == Resource.DATA_UTAMA) {
			throw new IllegalArgumentException("The master record is seeded with the person");
		}
		Person person = get(pnsId);
		String id = Objects.toString(row.get("id"), Objects.toString(row.get("ID"), ""));
		if (id.isBlank()) {
			id = UUID.nameUUIDFromBytes((pnsId + resource + row).getBytes(StandardCharsets.UTF_8)).toString();
		}
		if (person.has(kept, id)) {
			return;
		}
		this.ledger.seed(Json.of(KIND, SEED_ROW, "pnsId", pnsId, "resource", kept.key(), "id", id, "row", row));
		addRow(person, kept, id, row);
	}

	private void addRow(Person person, Resource resource, String id, Map<String, Object> row) {
		this.references.learn(person.instansi(), row);
		Map<String, Object> texts = new LinkedHashMap<>();
		row.forEach((key, value) -> {
			if (!key.equalsIgnoreCase("id")) {
				texts.put(key, resource.isObject() ? value : text(value));
			}
		});
		person.put(resource, Stored.of(id, texts));
		this.counts.add(person.instansi(), resource, Counts.What.SEEDED);
	}

	private static Object text(Object value) {
		if (value instanceof Boolean flag) {
			return flag ? "1" : "0";
		}
		return (value instanceof Number) ? value.toString() : value;
	}

	/**
	 * Seeds one row of a reference table. From the first on, ids that are not in
	 * {@code jabatan-fungsional} and {@code jabatan-fungsional-umum} are refused in
	 * saves; before, any id is taken.
	 * @param row with {@code id} and {@code nama}
	 */
	public void reference(String table, Map<String, Object> row) {
		Objects.requireNonNull(row.get("id"), "A row of a reference table needs an id");
		this.ledger.seed(Json.of(KIND, SEED_REFERENCE, "table", table, "row", row));
		this.references.seed(table, row);
	}

	/** Every call that wrote or was refused, in order, read from the ledger. */
	public List<LedgerEntry> ledger() {
		return this.ledger.latest(Integer.MAX_VALUE);
	}

	/** The last of them, in order. */
	public List<LedgerEntry> latest(int count) {
		return this.ledger.latest(count);
	}

	/** How many calls wrote or were refused: the length of {@link #ledger()}. */
	public int writes() {
		return this.ledger.writes();
	}

	/** How many calls read of people since the start of this process. */
	public long reads() {
		return this.counts.total(Counts.What.READS);
	}

	/** How many people it holds of an instansi. */
	public int people(String instansi) {
		return peopleOf(instansi).size();
	}

	/**
	 * The rows of a person as a read shows them; of {@code data-utama} the one master
	 * record.
	 */
	public List<Map<String, Object>> rows(String pnsId, String resource) {
		Resource kept = Resource.of(resource);
		Person person = get(pnsId);
		return (kept == Resource.DATA_UTAMA) ? List.of(person.master(this.references))
				: person.shown(kept, this.references);
	}

	/** The counts of {@code GET /isi.json}. */
	public Map<String, Object> totals() {
		Map<String, Object> byInstansi = new LinkedHashMap<>();
		Map<String, Long> total = new LinkedHashMap<>();
		long held = 0;
		for (String instansi : instansi()) {
			List<Person> here = peopleOf(instansi);
			Map<String, Object> resources = new LinkedHashMap<>();
			for (Resource resource : Resource.values()) {
				long rows = here.stream().mapToLong((person) -> person.count(resource)).sum();
				Map<String, Object> counted = this.counts.of(instansi, resource);
				counted.forEach((what, count) -> total.merge(what, (Long) count, Long::sum));
				if (rows > 0 || counted.values().stream().anyMatch((count) -> (Long) count > 0)) {
					Map<String, Object> line = Json.of("held", rows);
					line.putAll(counted);
					resources.put(resource.key(), line);
				}
				held += rows;
			}
			byInstansi.put(instansi, Json.of("people", here.size(), "resources", resources));
		}
		Map<String, Object> all = Json.of("people", this.people.size(), "held", held);
		all.putAll(total);
		return Json.of("total", all, "instansi", byInstansi);
	}

	/** The instansi it holds people of. */
	List<String> instansi() {
		return List.copyOf(new TreeSet<>(this.people.values().stream().map(Person::instansi).toList()));
	}

	List<Person> peopleOf(String instansi) {
		List<Person> found = new ArrayList<>(
				this.people.values().stream().filter((person) -> person.instansi().equals(instansi)).toList());
		found.sort(Comparator.comparing(Person::nip));
		return found;
	}

	/** By the registry's id, or {@code null}. */
	Person find(String pnsId) {
		return (pnsId != null) ? this.people.get(pnsId) : null;
	}

	/** By the 18 digits, or {@code null}. */
	Person findByNip(String nip) {
		return this.byNip.get(nip);
	}

	private Person get(String pnsId) {
		Person person = this.people.get(pnsId);
		if (person == null) {
			throw new IllegalArgumentException("The registry holds no person with that id");
		}
		return person;
	}

	References references() {
		return this.references;
	}

	void read(String instansi, Resource resource) {
		this.counts.add(instansi, resource, Counts.What.READS);
	}

	/**
	 * Notes the entry in the ledger and then, if it was accepted, does it. The caller
	 * holds the person's monitor.
	 */
	void write(LedgerEntry entry) {
		apply(this.ledger.write(entry));
	}

	private void apply(LedgerEntry entry) {
		Resource resource = Resource.of(entry.resource());
		if (entry.accepted()) {
			get(entry.pnsId()).apply(resource, entry, this.references);
		}
		this.counts.add(entry.instansi(), resource, Counts.What.of(entry));
	}

	@Override
	public void close() {
		this.ledger.close();
	}

}
