package id.simpul.national;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * How one resource looks at SIASN: where it is read and saved, and the keys of both,
 * which differ.
 */
interface Shape {

	/** What a save must know beside the entry. */
	record Context(String pnsId, String instansiId, String satuanKerjaId, String jabatanId) {
	}

	Resource resource();

	/** Path below {@code /pns/} of the history. */
	String readPath();

	/**
	 * Values by field of a row of the history; a row without its business key gives an
	 * entry that matches nothing.
	 */
	void read(JsonNode row, Values values);

	/** Fields whose content can be compared with ours. */
	Set<Field> comparable();

	/** Path of the save, or {@code null} when the service cannot write this resource. */
	String savePath();

	/** The save's body without its {@code id}. */
	Map<String, Object> save(Entry entry, Context context);

	/**
	 * What a row holds beside the fields, by the keys of a save (contract: a save
	 * replaces the whole record).
	 */
	Map<String, Object> beside(JsonNode row);

	/** The entry with what a save demands and the entry can tell by itself. */
	Entry derived(Entry entry);

	/** Whether this very entry can be saved. */
	default boolean accepts(Entry entry) {
		return savePath() != null;
	}

	/** Collects the values of one entry. */
	final class Values {

		private final Resource resource;

		private final Object[] values;

		Values(Resource resource) {
			this.resource = resource;
			this.values = new Object[resource.fields().size()];
		}

		Values set(String field, Object value) {
			this.values[this.resource.field(field).index()] = value;
			return this;
		}

		Entry entry() {
			return new Entry(this.resource, this.values, null);
		}

	}

}
