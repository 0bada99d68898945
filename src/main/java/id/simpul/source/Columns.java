package id.simpul.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of a dataset as the source delivers them; one object per opened dataset.
 * Upper and lower case do not count, since databases disagree about it.
 */
public final class Columns {

	private final String dataset;

	private final List<String> names;

	private final Map<String, Integer> index = new HashMap<>();

	public Columns(String dataset, List<String> names) {
		this.dataset = dataset;
		this.names = List.copyOf(names);
		for (int i = 0; i < names.size(); i++) {
			this.index.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), i);
		}
	}

	public String dataset() {
		return this.dataset;
	}

	public List<String> names() {
		return this.names;
	}

	/** Place of the column, or -1. */
	public int indexOf(String name) {
		return this.index.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
	}

}
