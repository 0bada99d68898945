package id.simpul.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.FieldType;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Severity;
import id.simpul.source.ValueClass;

/**
 * One person in the making: gathers what the rows become, then settles what stands there
 * twice.
 */
final class PersonDraft {

	private static final String DUPLICATE = "RIWAYAT_GANDA";

	private static final String DIFFERENT = "RIWAYAT_BERBEDA";

	private static final String TWO_PEOPLE = "PEGAWAI_GANDA";

	/** Up to so many entries are compared pair by pair. */
	private static final int FEW = 200;

	private static final String PERSON_REJECTED = "PEGAWAI_DITOLAK";

	private final String kunci;

	private final List<Entry> entries = new ArrayList<>(32);

	private final List<Rejection> rejections = new ArrayList<>(0);

	private final List<Finding> findings = new ArrayList<>(0);

	private boolean pegawaiRejected;

	private int duplicates;

	PersonDraft(String kunci) {
		this.kunci = kunci;
	}

	void add(Entry entry) {
		this.entries.add(entry);
	}

	void reject(Entry entry, String key, String rule) {
		this.rejections.add(new Rejection(entry.resource(), key, entry.origin(), rule));
		this.pegawaiRejected |= entry.resource() == Resource.PEGAWAI;
	}

	/**
	 * A finding about a field of an entry, or about the entry as a whole when
	 * {@code field} is {@code null}.
	 */
	void find(String rule, Severity severity, Entry entry, String key, String field, String valueClass) {
		this.findings.add(new Finding(rule, severity, this.kunci, entry.origin(), entry.resource(), key, field,
				valueClass, List.of()));
	}

	/** A finding about a row as a whole. */
	void find(String rule, Severity severity, Origin origin, String valueClass) {
		this.findings.add(new Finding(rule, severity, this.kunci, origin, null, null, null, valueClass, List.of()));
	}

	/**
	 * The person as far as it goes on.
	 * @param unread whether a row that should say who this is could not be read, which
	 * has its own finding
	 * @return {@code null} when there is nothing to say
	 */
	MappedPerson settle(boolean unread) {
		if (this.entries.isEmpty() && this.rejections.isEmpty() && this.findings.isEmpty()) {
			return null;
		}
		List<Entry> kept = settleKeys();
		if (!kept.isEmpty() && kept.stream().noneMatch((entry) -> entry.resource() == Resource.PEGAWAI)) {
			if (!this.pegawaiRejected && !unread) {
				this.findings.add(new Finding(PERSON_REJECTED, Severity.BLOCKS, this.kunci, null, Resource.PEGAWAI,
						null, null, null, List.of()));
			}
			kept.forEach((entry) -> reject(entry, entry.key(), PERSON_REJECTED));
			kept = List.of();
		}
		return new MappedPerson(this.kunci, kept, this.rejections, this.findings, this.duplicates);
	}

	/**
	 * At most one entry of each business key; of one key with different content none,
	 * since nobody can tell.
	 */
	private List<Entry> settleKeys() {
		if (this.entries.size() <= FEW && isUnique()) {
			return this.entries;
		}
		Map<Resource, Map<String, Entry>> first = new EnumMap<>(Resource.class);
		Map<Resource, Set<String>> disputed = new EnumMap<>(Resource.class);
		boolean unique = true;
		for (Entry entry : this.entries) {
			Entry earlier = first.computeIfAbsent(entry.resource(), (r) -> new HashMap<>())
				.putIfAbsent(entry.key(), entry);
			if (earlier != null) {
				unique = false;
				if (!earlier.equals(entry)) {
					disputed.computeIfAbsent(entry.resource(), (r) -> new HashSet<>()).add(entry.key());
				}
			}
		}
		if (unique) {
			return this.entries;
		}
		List<Entry> kept = new ArrayList<>(this.entries.size());
		for (Entry entry : this.entries) {
			Entry earlier = first.get(entry.resource()).get(entry.key());
			if (disputed.getOrDefault(entry.resource(), Set.of()).contains(entry.key())) {
				dispute(entry, earlier);
			}
			else if (earlier == entry) {
				kept.add(entry);
			}
			else {
				this.duplicates++;
				Field named = entry.resource().isHistory() ? entry.resource().key().get(0) : null;
				find(DUPLICATE, Severity.WARNS, entry, entry.key(), null,
						(named != null) ? form(entry, named) : ValueClass.of(this.kunci));
			}
		}
		return kept;
	}

	/**
	 * Whether no two entries have the same business key. Almost everybody passes, and
	 * comparing the first part of the keys tells without making the keys.
	 */
	private boolean isUnique() {
		for (int i = 1; i < this.entries.size(); i++) {
			Entry entry = this.entries.get(i);
			for (int j = 0; j < i; j++) {
				Entry earlier = this.entries.get(j);
				if (entry.resource() == earlier.resource() && mayBeSame(entry, earlier)
						&& entry.key().equals(earlier.key())) {
					return false;
				}
			}
		}
		return true;
	}

	private static boolean mayBeSame(Entry entry, Entry earlier) {
		List<Field> key = entry.resource().key();
		return key.isEmpty() || key.get(0).type() == FieldType.TEXT
				|| entry.value(key.get(0)).equals(earlier.value(key.get(0)));
	}

	private void dispute(Entry entry, Entry first) {
		if (entry.resource() == Resource.PEGAWAI) {
			find(TWO_PEOPLE, Severity.BLOCKS, entry, entry.key(), null, ValueClass.of(this.kunci));
			reject(entry, entry.key(), TWO_PEOPLE);
		}
		else {
			Field differing = differing(entry, first);
			find(DIFFERENT, Severity.BLOCKS, entry, entry.key(), (differing != null) ? differing.name() : null,
					form(entry, (differing != null) ? differing : entry.resource().key().get(0)));
			reject(entry, entry.key(), DIFFERENT);
		}
	}

	/**
	 * The first field in which two entries differ, or {@code null} for the first entry
	 * itself.
	 */
	private static Field differing(Entry entry, Entry first) {
		for (Field field : entry.resource().fields()) {
			Object value = entry.value(field);
			if ((value != null) ? !value.equals(first.value(field)) : first.has(field)) {
				return field;
			}
		}
		return null;
	}

	private static String form(Entry entry, Field field) {
		return entry.has(field) ? ValueClass.of(entry.value(field).toString()) : ValueClass.of(null);
	}

}
