package id.simpul.national;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import id.simpul.national.Trouble.Reach;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * SIASN for one instansi: REST, two tokens, no idempotency key, but everything can be
 * read back.
 */
final class SiasnRegistry implements ReadableRegistry {

	private final SiasnClient client;

	private final SiasnShapes shapes;

	private final String instansiId;

	private final String satuanKerjaId;

	/**
	 * @param instansiId the registry's ids of the instansi and of its satuan kerja, which
	 * saves of positions want
	 */
	SiasnRegistry(SiasnClient client, SiasnShapes shapes, String instansiId, String satuanKerjaId) {
		this.client = client;
		this.shapes = shapes;
		this.instansiId = instansiId;
		this.satuanKerjaId = satuanKerjaId;
	}

	@Override
	public String name() {
		return "siasn";
	}

	@Override
	public int inFlight() {
		return this.client.inFlight();
	}

	@Override
	public Optional<KnownPerson> find(String nip) {
		JsonNode data = dataUtama(nip);
		String id = (data != null) ? SiasnJson.text(data, "id") : null;
		return (id != null) ? Optional.of(new KnownPerson(id, SiasnPegawai.read(data), data)) : Optional.empty();
	}

	/**
	 * The master record; part-timers have theirs at a path of their own (contract 2.1).
	 */
	private JsonNode dataUtama(String nip) {
		JsonNode data = this.client.read("pns/data-utama/" + SiasnClient.inAddress(nip));
		return (data != null) ? data : this.client.read("pns/data-utama/paruhwaktu/" + SiasnClient.inAddress(nip));
	}

	@Override
	public List<KnownEntry> history(KnownPerson person, String nip, Resource resource) {
		List<KnownEntry> entries = new ArrayList<>();
		for (Shape shape : this.shapes.of(resource)) {
			JsonNode data = this.client.read("pns/" + shape.readPath() + "/" + SiasnClient.inAddress(nip));
			if (data != null) {
				// one row alone may come without its list (contract section 4)
				for (JsonNode row : data.isObject() ? List.of(data) : data) {
					Shape.Values values = new Shape.Values(resource);
					shape.read(row, values);
					entries.add(new KnownEntry(SiasnJson.text(row, "id", "ID"), values.entry(), shape.beside(row)));
				}
			}
		}
		return entries;
	}

	@Override
	public boolean accepts(Entry entry) {
		return entry.resource() == Resource.PEGAWAI || this.shapes.of(entry).accepts(entry);
	}

	@Override
	public Set<Field> comparable(Resource resource) {
		if (resource == Resource.PEGAWAI) {
			return SiasnPegawai.comparable();
		}
		return this.shapes.of(resource)
			.stream()
			.flatMap((shape) -> shape.comparable().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Entry outgoing(Entry ours, KnownEntry held) {
		Entry merged = ours;
		for (Field field : ours.resource().fields()) {
			boolean theirs = held != null && held.entry().has(field)
					&& (!ours.has(field) || (ours.resource() == Resource.PEGAWAI && !field.contact()));
			merged = theirs ? merged.with(field, held.entry().value(field)) : merged;
		}
		return (ours.resource() == Resource.PEGAWAI) ? merged : this.shapes.of(ours).derived(merged);
	}

	@Override
	public Reply save(KnownPerson person, Entry entry, KnownEntry held, String jabatanId) {
		if (entry.resource() == Resource.PEGAWAI) {
			return savePegawai(person, entry);
		}
		Shape shape = this.shapes.of(entry);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", (held != null) ? held.remoteId() : null);
		body.putAll(
				shape.save(entry, new Shape.Context(person.pnsId(), this.instansiId, this.satuanKerjaId, jabatanId)));
		if (held != null) {
			held.beside()
				.forEach((key, value) -> body.computeIfPresent(key, (k, ours) -> isNothing(ours) ? value : ours));
		}
		Reply reply = this.client.write(shape.savePath(), body);
		// a row that was really saved has an id
		return (reply instanceof Reply.Saved saved && saved.remoteId() == null)
				? new Reply.Unknown(new Trouble("JAWABAN_TIDAK_DIKENAL", Reach.CALL, Duration.ofSeconds(30), null))
				: reply;
	}

	private static boolean isNothing(Object value) {
		return "".equals(value) || (value instanceof List<?> list && list.isEmpty());
	}

	private Reply savePegawai(KnownPerson person, Entry entry) {
		Map<String, Object> body = SiasnPegawai.update(person.pnsId(), entry, (JsonNode) person.shown());
		Reply reply = this.client.write("pns/data-utama-update", body);
		return (reply instanceof Reply.Saved) ? new Reply.Saved(person.pnsId()) : reply;
	}

	@Override
	public boolean refresh(KnownPerson person) {
		return this.client.sync(person.pnsId());
	}

}
