package id.simpul.mapping;

import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Severity;
import id.simpul.source.ValueClass;

/** One kind of entry that a row of a dataset can become, compiled. */
final class RecordPlan {

	private final Resource resource;

	private final List<Condition> when;

	private final Field[] fields;

	private final Spec[] specs;

	private final int width;

	/**
	 * @param specs one per field
	 */
	RecordPlan(Resource resource, List<Condition> when, List<Field> fields, List<Spec> specs) {
		this.resource = resource;
		this.when = when;
		this.fields = fields.toArray(Field[]::new);
		this.specs = specs.toArray(Spec[]::new);
		this.width = resource.fields().size();
	}

	Resource resource() {
		return this.resource;
	}

	/**
	 * Makes the entry of the row, if its conditions hold, and gives it or what is wrong
	 * with it to the draft.
	 */
	void make(Cells cells, Origin origin, PersonDraft draft) {
		if (!Condition.allHold(this.when, cells)) {
			return;
		}
		Object[] values = new Object[this.width];
		Fault[] faults = null;
		boolean whole = true;
		for (int i = 0; i < this.specs.length; i++) {
			Field field = this.fields[i];
			Object value = this.specs[i].evaluate(cells);
			if (value instanceof Fault fault) {
				faults = (faults != null) ? faults : new Fault[this.specs.length];
				faults[i] = fault;
				whole &= !isNeeded(field);
			}
			else if (value == null) {
				whole &= !field.required();
			}
			else {
				values[field.index()] = value;
			}
		}
		Entry entry = new Entry(this.resource, values, origin);
		if (!whole || faults != null) {
			complain(entry, faults, whole, draft);
		}
		if (whole) {
			draft.add(entry);
		}
	}

	private void complain(Entry entry, Fault[] faults, boolean whole, PersonDraft draft) {
		String key = keyOf(entry);
		String cause = null;
		for (int i = 0; i < this.fields.length; i++) {
			Field field = this.fields[i];
			Fault fault = (faults != null) ? faults[i] : null;
			if (fault == null && field.required() && !entry.has(field)) {
				fault = new Fault("WAJIB_KOSONG", null);
			}
			if (fault != null) {
				boolean blocks = isNeeded(field);
				draft.find(fault.rule(), blocks ? Severity.BLOCKS : Severity.WARNS, entry, key, field.name(),
						ValueClass.of(fault.text()));
				cause = (cause == null && blocks) ? fault.rule() : cause;
			}
		}
		if (!whole) {
			draft.reject(entry, key, cause);
		}
	}

	private String keyOf(Entry entry) {
		for (Field field : this.resource.key()) {
			if (!entry.has(field)) {
				return null;
			}
		}
		return entry.key();
	}

	private static boolean isNeeded(Field field) {
		return field.required() || field.key();
	}

}
