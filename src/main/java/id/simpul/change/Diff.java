package id.simpul.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.FieldType;
import id.simpul.pegawai.Resource;

/**
 * What differs between two versions of one person's document, entry by entry through the
 * business key.
 *
 * @param added entries that the older version lacks
 * @param changed entries that both have, with other content: as they are now
 * @param before the same entries as they were, in the order of {@code changed}
 * @param gone entries that only the older version has
 * @param newestLost the entry whose date no entry of its history reaches any more, though
 * there still are some: what a file of last year looks like; or {@code null}
 */
record Diff(List<Entry> added, List<Entry> changed, List<Entry> before, List<Entry> gone, Entry newestLost) {

	/** The fields of a history that say when something was; of an identity none. */
	private static final Map<Resource, List<Field>> WHEN = Arrays.stream(Resource.values())
		.collect(Collectors.toMap(Function.identity(),
				(resource) -> resource.fields().stream().filter(Diff::saysWhen).toList()));

	/**
	 * @param older the version before, or {@code null} for a new person
	 */
	static Diff between(Document older, Document newer) {
		if (older == null) {
			return new Diff(newer.entries(), List.of(), List.of(), List.of(), null);
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
		List<Entry> gone = List.copyOf(left.values());
		return new Diff(added, changed, before, gone, newestLost(newer, gone, before));
	}

	private static Entry newestLost(Document newer, List<Entry> gone, List<Entry> before) {
		if (gone.isEmpty() && before.isEmpty()) {
			return null;
		}
		Map<Resource, Long> newest = new EnumMap<>(Resource.class);
		newer.entries().forEach((entry) -> newest.merge(entry.resource(), when(entry), Math::max));
		return Stream.concat(gone.stream(), before.stream())
			.filter((entry) -> when(entry) > newest.getOrDefault(entry.resource(), Long.MAX_VALUE))
			.max(Comparator.comparingLong(Diff::when))
			.orElse(null);
	}

	private static boolean saysWhen(Field field) {
		return !field.resource().equals(Resource.PEGAWAI.resourceName())
				&& (field.type() == FieldType.DATE || field.name().startsWith("tahun"));
	}

	/** The latest day an entry speaks of as a number, or 0. */
	private static long when(Entry entry) {
		long latest = 0;
		for (Field field : WHEN.get(entry.resource())) {
			Object value = entry.value(field);
			if (value instanceof LocalDate day) {
				latest = Math.max(latest, day.getYear() * 10_000L + day.getMonthValue() * 100 + day.getDayOfMonth());
			}
			else if (value instanceof Integer year) {
				latest = Math.max(latest, year * 10_000L);
			}
		}
		return latest;
	}

	/** One entry that shows what this is about. */
	Entry first() {
		return Stream.of(this.changed, this.added, this.gone).flatMap(List::stream).findFirst().orElse(null);
	}

	/** Entries that the registry should hear of. */
	int size() {
		return this.added.size() + this.changed.size();
	}

	/** What names an entry among those of one person. */
	record Id(Resource resource, String key) {
	}

}
