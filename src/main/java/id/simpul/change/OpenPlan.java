package id.simpul.change;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import id.simpul.mapping.RowCount;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.source.Run;

/**
 * What a run has found so far. Per person it keeps one bit, so its size does not grow
 * with the people.
 */
final class OpenPlan {

	private final Run run;

	private final int firstVersion;

	/** Rows of {@code document} whose person was met again. */
	private final BitSet seen = new BitSet();

	private final Map<String, RowCount> rows = new LinkedHashMap<>();

	private final Map<Field, Long> changedFields = new HashMap<>();

	private boolean begun;

	long rowsRead;

	long people;

	long newPeople;

	long changedPeople;

	long entriesRead;

	long unchanged;

	long changed;

	long rejected;

	long duplicate;

	long gone;

	/**
	 * @param firstVersion no person's version is lower than this
	 */
	OpenPlan(Run run, int firstVersion) {
		this.run = run;
		this.firstVersion = firstVersion;
	}

	/**
	 * The version that follows what is accepted of a person, {@code null} for nothing.
	 */
	int version(Head head) {
		return Math.max(this.firstVersion, (head != null) ? head.version() + 1 : 1);
	}

	Run run() {
		return this.run;
	}

	/** Whether this is the first that was read for it. */
	boolean begin() {
		boolean first = !this.begun;
		this.begun = true;
		return first;
	}

	void see(Head head) {
		this.seen.set(Math.toIntExact(head.id()));
	}

	boolean hasSeen(long documentId) {
		return this.seen.get(Math.toIntExact(documentId));
	}

	void add(Map<String, RowCount> counts) {
		counts.forEach((dataset, count) -> this.rows.merge(dataset, count, RowCount::plus));
	}

	Map<String, RowCount> rows() {
		return this.rows;
	}

	/**
	 * Notes which fields of a person already accepted differ, each once however many
	 * entries it is in, for the brake's question whether a column was swapped.
	 */
	void note(Diff diff) {
		Set<Field> differing = new HashSet<>();
		for (int i = 0; i < diff.changed().size(); i++) {
			Entry now = diff.changed().get(i);
			Entry before = diff.before().get(i);
			for (Field field : now.resource().fields()) {
				Object value = now.value(field);
				Object old = before.value(field);
				if ((value == null) ? old != null : !value.equals(old)) {
					differing.add(field);
				}
			}
		}
		differing.forEach((field) -> this.changedFields.merge(field, 1L, Long::sum));
	}

	/** In how many people each field differs. */
	Map<Field, Long> changedFields() {
		return this.changedFields;
	}

}
