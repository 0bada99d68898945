package id.simpul.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * What differs between two versions of one person's document, entry by entry through the
 * business key.
 *
 * @param added entries that the older version lacks
 * @param changed entries that both have, with other content: as they are now
 * @param before the same entries as they were, in the order of {@code changed}
 * @param gone entries that only the older version has
 */
record Diff(List<Entry> added, List<Entry> changed, List<Entry> before, List<Entry> gone) {

	/**
	 * @param older the version before, or {@code null} for a new person
	 */
	static Diff between(Document older, Document newer) {
		if (older == null) {
			return new Diff(newer.entries(), List.of(), List.of(), List.of());
		}
		Map<Id, Entry> left = new HashMap<>();
		older.entries().forEach((entry) -> left.put(new Id(entry.resource(), entry.key()), entry));
		List<Entry> added = new ArrayList<>();
		List<Entry> changed = new ArrayList<>();
		List<Entry> before = new ArrayList<>();
		for (Entry entry : newer.entries()) {
			Entry old = left.remove(new Id(entry.resource(), entry.key()));
			if (old == null) {
				added.add(entry);
			}
			else if (!old.equals(entry)) {
				changed.add(entry);
				before.add(old);
			}
		}
		return new Diff(added, changed, before, List.copyOf(left.values()));
	}

	/** Entries that the registry should hear of. */
	int size() {
		return this.added.size() + this.changed.size();
	}

	/** What names an entry among those of one person. */
	record Id(Resource resource, String key) {
	}

}
