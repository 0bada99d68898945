package id.simpul.validation;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Golongan;
import id.simpul.pegawai.Golongan.Skema;
import id.simpul.pegawai.Resource;

/**
 * The history of ranks: the right scale, a possible date, and a way upwards step by step.
 */
final class GolonganRules {

	private static final Field GOLONGAN = Resource.GOLONGAN.field("golongan");

	private static final Field JENIS_KP = Resource.GOLONGAN.field("jenisKp");

	private static final Field TMT_PNS = Resource.PEGAWAI.field("tmtPns");

	private static final Field TMT_HUKUMAN = Resource.HUKDIS.field("tmtHukuman");

	/** Promotion because of a certificate, the one kind that may leap over steps. */
	private static final String PENYESUAIAN_IJAZAH = "203";

	private static final String DARI_PENGADAAN = "211";

	/** Six periods a year followed, twelve since Peraturan BKN 4/2025. */
	private static final int LAST_YEAR_OF_TWO_PERIODS = 2022;

	private final Map<String, Golongan> scale = new HashMap<>();

	private final CodeList names;

	private final Education education;

	private GolonganRules(CodeLists codes) {
		this.names = codes.get("golongan");
		this.names.codes()
			.forEach((code) -> Golongan.parse(code.id()).ifPresent((step) -> this.scale.put(code.id(), step)));
		this.education = new Education(codes);
	}

	static List<Rule> rules(CodeLists codes) {
		GolonganRules rules = new GolonganRules(codes);
		return List.of(Rule.entry("GOL_SKEMA", rules::skema, Resource.GOLONGAN),
				Rule.entry("GOL_TMT", rules::tmt, Resource.GOLONGAN),
				Rule.whole("GOL_URUT", Resource.GOLONGAN, rules::urut),
				Rule.whole("GOL_PENDIDIKAN", Resource.GOLONGAN, rules::pendidikan));
	}

	/**
	 * A civil servant may have been on an agreement before, and keeps the rank of that
	 * time in the history.
	 */
	private void skema(Entry entry, Person person, Verdict verdict) {
		Golongan golongan = golongan(entry);
		if (golongan == null || (golongan.skema() == Skema.PPPK) == person.isPppk()) {
			return;
		}
		boolean earlierAgreement = golongan.skema() == Skema.PPPK && person.firstDay() != null
				&& entry.date(Person.TMT_GOLONGAN).isBefore(person.firstDay());
		if (!earlierAgreement) {
			verdict.block(entry, GOLONGAN, name(entry), person.pegawai().text(Person.JENIS_ASN));
		}
	}

	/**
	 * Ranks of PNS begin on the first of a month; agreements mostly do. Until 2022 people
	 * were promoted in April and October only, which histories of that time are flagged
	 * by: exceptions are possible and past decrees stand.
	 */
	private void tmt(Entry entry, Person person, Verdict verdict) {
		LocalDate tmt = entry.date(Person.TMT_GOLONGAN);
		Golongan golongan = golongan(entry);
		boolean pns = golongan != null && golongan.skema() == Skema.PNS;
		boolean tooEarly = pns && person.firstDay() != null && tmt.isBefore(person.firstDay());
		if (tooEarly || (pns && tmt.getDayOfMonth() != 1)) {
			verdict.block(entry, Person.TMT_GOLONGAN, tmt.toString());
		}
		else if (tmt.getDayOfMonth() != 1 || (pns && isOutOfPeriod(entry))) {
			verdict.warn(entry, Person.TMT_GOLONGAN, tmt.toString());
		}
	}

	/** Only what is known to be a promotion has periods. */
	private static boolean isOutOfPeriod(Entry entry) {
		Month month = date(entry).getMonth();
		return entry.has(JENIS_KP) && !DARI_PENGADAAN.equals(entry.text(JENIS_KP))
				&& date(entry).getYear() <= LAST_YEAR_OF_TWO_PERIODS && month != Month.APRIL && month != Month.OCTOBER;
	}

	/**
	 * Goes up the PNS scale by TMT. What does not rise is the offender, as are two of one
	 * day, whichever is right. After a leap the next entry tells whether the leap itself
	 * is wrong or a step is missing: only in the first case does what follows have to fit
	 * the entry before the leap.
	 */
	private void urut(Entry pegawai, Person person, Verdict verdict) {
		List<Entry> history = climbed(person, verdict);
		Entry last = null;
		for (int i = 0; i < history.size(); i++) {
			Entry entry = history.get(i);
			int rise = (last != null) ? step(entry) - step(last) : 1;
			boolean leaps = rise > 1 && !PENYESUAIAN_IJAZAH.equals(entry.text(JENIS_KP));
			if (sharesDay(history, i) || leaps || (rise < 1 && !mayStay(entry, rise, person))) {
				verdict.block(entry, GOLONGAN, (last != null) ? name(last) : "-", name(entry), date(entry).toString());
				boolean stepMissing = leaps && !sharesDay(history, i)
						&& (i + 1 == history.size() || step(history.get(i + 1)) >= step(entry));
				last = stepMissing ? entry : last;
			}
			else {
				last = entry;
			}
		}
	}

	/** The ranks on the scale of PNS that no other rule has stopped. */
	private List<Entry> climbed(Person person, Verdict verdict) {
		List<Entry> history = new ArrayList<>();
		for (Entry entry : person.of(Resource.GOLONGAN)) {
			Golongan golongan = golongan(entry);
			if (golongan != null && golongan.skema() == Skema.PNS && !verdict.isStopped(entry)) {
				history.add(entry);
			}
		}
		return history;
	}

	private static boolean sharesDay(List<Entry> history, int at) {
		LocalDate day = date(history.get(at));
		return (at > 0 && date(history.get(at - 1)).equals(day))
				|| (at + 1 < history.size() && date(history.get(at + 1)).equals(day));
	}

	/** The same rank again on becoming PNS, a lower one as a sanction. */
	private static boolean mayStay(Entry entry, int rise, Person person) {
		if (rise == 0) {
			return date(entry).equals(person.pegawai().date(TMT_PNS));
		}
		for (Entry hukdis : person.of(Resource.HUKDIS)) {
			if (date(entry).equals(hukdis.date(TMT_HUKUMAN))) {
				return true;
			}
		}
		return false;
	}

	/** Only an entry known to be the first tells about the education at entry. */
	private void pendidikan(Entry pegawai, Person person, Verdict verdict) {
		Entry first = first(person);
		Entry education = (first != null) ? this.education.atEntry(person, date(first).getYear()) : null;
		if (education == null) {
			return;
		}
		int most = this.education.entryStep(education, person.isPppk());
		if (most > 0 && step(first) > most) {
			verdict.warn(first, GOLONGAN, name(first), this.education.name(education));
		}
	}

	private Entry first(Person person) {
		for (Entry entry : person.of(Resource.GOLONGAN)) {
			Golongan golongan = golongan(entry);
			if (golongan == null || (golongan.skema() == Skema.PPPK) != person.isPppk()) {
				continue;
			}
			boolean entered = person.isPppk() || DARI_PENGADAAN.equals(entry.text(JENIS_KP))
					|| date(entry).equals(person.firstDay());
			return entered ? entry : null;
		}
		return null;
	}

	private Golongan golongan(Entry entry) {
		return this.scale.get(entry.text(GOLONGAN));
	}

	private int step(Entry entry) {
		return golongan(entry).step();
	}

	private static LocalDate date(Entry entry) {
		return entry.date(Person.TMT_GOLONGAN);
	}

	private String name(Entry entry) {
		return this.names.get(entry.text(GOLONGAN)).nama();
	}

}
