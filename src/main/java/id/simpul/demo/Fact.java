package id.simpul.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of an invented person, in the fields of the common schema, and what its
 * source and the registry make of it.
 */
final class Fact {

	/** What the registry holds of it at the start. */
	enum Fate {

		SAME, DIFFERENT, ABSENT

	}

	final String resource;

	/** Canonical values by field; what is missing is not in it. */
	final Map<String, String> values = new LinkedHashMap<>();

	/** By field: what the source says instead, as it stands there. */
	final Map<String, String> raw = new LinkedHashMap<>();

	Fate fate = Fate.SAME;

	/** The rule that stops it, or {@code null}. */
	String rejected;

	/** A second row of the same entry. */
	boolean duplicate;

	/** Key its row stands under instead of the person's, empty for a row that lost it. */
	String key;

	/** Whether the line of its file is broken. */
	boolean broken;

	Fact(String resource) {
		this.resource = resource;
	}

	Fact set(String field, Object value) {
		if (value == null) {
			this.values.remove(field);
		}
		else {
			this.values.put(field, value.toString());
		}
		return this;
	}

	String get(String field) {
		return this.values.get(field);
	}

	LocalDate date(String field) {
		return LocalDate.parse(this.values.get(field));
	}

	int number(String field) {
		return Integer.parseInt(this.values.get(field));
	}

	Fact copy() {
		Fact copy = new Fact(this.resource);
		copy.values.putAll(this.values);
		copy.fate = this.fate;
		return copy;
	}

}
