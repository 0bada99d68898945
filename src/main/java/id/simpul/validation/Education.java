package id.simpul.validation;

import java.util.Map;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Levels of formal education: how they compare and at which golongan they let one enter.
 */
final class Education {

	private static final Field TINGKAT = Resource.PENDIDIKAN.field("tingkatPendidikan");

	private static final Field TAHUN_LULUS = Resource.PENDIDIKAN.field("tahunLulus");

	private static final Field PERTAMA = Resource.PENDIDIKAN.field("pendidikanPertama");

	private static final int DIPLOMA_IV = 35;

	private static final int SARJANA = 40;

	/** Step on the scale of PNS with which each level enters. */
	private static final Map<String, Integer> PNS = Map.ofEntries(Map.entry("05", 1), Map.entry("10", 3),
			Map.entry("12", 3), Map.entry("15", 5), Map.entry("17", 5), Map.entry("18", 5), Map.entry("20", 5),
			Map.entry("25", 6), Map.entry("30", 7), Map.entry("35", 9), Map.entry("40", 9), Map.entry("42", 10),
			Map.entry("45", 10), Map.entry("47", 10), Map.entry("49", 11), Map.entry("50", 11));

	/** The same on the scale of PPPK. */
	private static final Map<String, Integer> PPPK = Map.ofEntries(Map.entry("05", 1), Map.entry("10", 4),
			Map.entry("12", 4), Map.entry("15", 5), Map.entry("17", 5), Map.entry("18", 5), Map.entry("20", 5),
			Map.entry("25", 6), Map.entry("30", 7), Map.entry("35", 9), Map.entry("40", 9), Map.entry("42", 10),
			Map.entry("45", 10), Map.entry("47", 10), Map.entry("49", 11), Map.entry("50", 11));

	private final CodeList levels;

	Education(CodeLists codes) {
		this.levels = codes.get("tingkat-pendidikan");
	}

	/** The codes sort as numbers; D-IV and S-1 are equal. */
	int rank(Entry pendidikan) {
		int code = Integer.parseInt(pendidikan.text(TINGKAT));
		return (code == DIPLOMA_IV) ? SARJANA : code;
	}

	boolean givesTitle(Entry pendidikan) {
		return rank(pendidikan) >= SARJANA;
	}

	String name(Entry pendidikan) {
		return this.levels.get(pendidikan.text(TINGKAT)).nama();
	}

	/** The highest level on record, or {@code null}. */
	Entry highest(Person person, Verdict verdict) {
		Entry highest = null;
		for (Entry entry : person.of(Resource.PENDIDIKAN)) {
			if (!verdict.isStopped(entry) && (highest == null || rank(entry) > rank(highest))) {
				highest = entry;
			}
		}
		return highest;
	}

	/**
	 * What the person was appointed with: said so, else the highest by then; {@code null}
	 * when unknown.
	 */
	Entry atEntry(Person person, int year) {
		Entry highest = null;
		for (Entry entry : person.of(Resource.PENDIDIKAN)) {
			if (entry.isTrue(PERTAMA)) {
				return entry;
			}
			if (entry.integer(TAHUN_LULUS) <= year && (highest == null || rank(entry) > rank(highest))) {
				highest = entry;
			}
		}
		return highest;
	}

	/**
	 * The step with which this level enters the scale, or 0 for a level the rules do not
	 * name.
	 */
	int entryStep(Entry pendidikan, boolean pppk) {
		return (pppk ? PPPK : PNS).getOrDefault(pendidikan.text(TINGKAT), 0);
	}

}
