package id.simpul.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a source showed of one entry, oldest first: no two values are alike, so that each
 * tells when it was shown.
 */
final class Shown {

	/**
	 * @param fields by name of the common schema
	 * @param good whether the rules let it through
	 */
	record Value(int cycle, Map<String, String> fields, boolean good) {
	}

	private final EntryId id;

	private final String nip;

	private final List<Value> values = new ArrayList<>();

	Shown(EntryId id, String nip) {
		this.id = id;
		this.nip = nip;
	}

	EntryId id() {
		return this.id;
	}

	/** By which the registry knows the person. */
	String nip() {
		return this.nip;
	}

	List<Value> values() {
		return this.values;
	}

	Value last() {
		return this.values.get(this.values.size() - 1);
	}

	Shown show(int cycle, Map<String, String> fields, boolean good) {
		if (indexOf(fields) >= 0) {
			throw new IllegalArgumentException("An entry is never shown the same twice: " + this.id);
		}
		this.values.add(new Value(cycle, Map.copyOf(fields), good));
		return this;
	}

	/**
	 * Which of the values that is, or -1 for one that was never shown.
	 * @param fields all or some of them: the registry does not keep every field
	 */
	int indexOf(Map<String, String> fields) {
		for (int i = 0; i < this.values.size(); i++) {
			if (this.values.get(i).fields().entrySet().containsAll(fields.entrySet())) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("source ").append(this.id).append(" nip ").append(this.nip);
		this.values.forEach((value) -> text.append("\n  cycle ")
			.append(value.cycle())
			.append(value.good() ? " " : " (bad) ")
			.append(value.fields()));
		return text.toString();
	}

}
