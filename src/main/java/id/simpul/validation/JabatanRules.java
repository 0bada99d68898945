package id.simpul.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * The history of posts: what belongs to which kind, one post at a time, and what the
 * registry needs to take it.
 */
final class JabatanRules {

	static final String STRUKTURAL = "1";

	static final String FUNGSIONAL = "2";

	static final String RANGKAP = "3";

	static final String PELAKSANA = "4";

	static final Field JENIS_JABATAN = Resource.JABATAN.field("jenisJabatan");

	static final Field ESELON = Resource.JABATAN.field("eselon");

	static final Field JENJANG = Resource.JABATAN.field("jenjang");

	static final Field NAMA_JABATAN = Resource.JABATAN.field("namaJabatan");

	private static final Field JABATAN_ID = Resource.JABATAN.field("jabatanId");

	private static final Field UNOR_ID = Resource.JABATAN.field("unorId");

	private static final Field NAMA_UNOR = Resource.JABATAN.field("namaUnor");

	private static final Field JENIS_PENUGASAN = Resource.JABATAN.field("jenisPenugasan");

	private static final String DEFINITIF = "D";

	private static final Set<String> NO_ESELON = Set.of("00", "99");

	private final CodeList kinds;

	private final Retirement retirement;

	private final LegalStatus status;

	private JabatanRules(CodeLists codes) {
		this.kinds = codes.get("jenis-jabatan");
		this.retirement = new Retirement(codes);
		this.status = new LegalStatus(codes);
	}

	static List<Rule> rules(CodeLists codes) {
		JabatanRules rules = new JabatanRules(codes);
		return List.of(Rule.entry("JAB_TMT", JabatanRules::tmt, Resource.JABATAN),
				Rule.entry("JAB_ESELON", rules::eselon, Resource.JABATAN),
				Rule.entry("JAB_UNOR_KOSONG", JabatanRules::unorKosong, Resource.JABATAN),
				Rule.entry("PPPK_STRUKTURAL", JabatanRules::pppkStruktural, Resource.JABATAN),
				Rule.whole("JAB_GANDA", Resource.JABATAN, JabatanRules::ganda),
				Rule.whole("JAB_ID_KOSONG", Resource.JABATAN, JabatanRules::idKosong),
				Rule.whole("JAB_BUP", Resource.JABATAN, rules::bup));
	}

	/** Whether the post is held in full, not for somebody or beside another. */
	static boolean isDefinitive(Entry jabatan) {
		return !jabatan.has(JENIS_PENUGASAN) || DEFINITIF.equals(jabatan.text(JENIS_PENUGASAN));
	}

	static boolean isKind(Entry jabatan, String kind) {
		return kind.equals(jabatan.text(JENIS_JABATAN));
	}

	private static void tmt(Entry entry, Person person, Verdict verdict) {
		LocalDate tmt = entry.date(Person.TMT_JABATAN);
		if (person.firstDay() != null && tmt.isBefore(person.firstDay())) {
			verdict.block(entry, Person.TMT_JABATAN, tmt.toString(), person.firstDay().toString());
		}
	}

	/**
	 * The registry knows the level of a functional post by its id, so a missing one only
	 * warns.
	 */
	private void eselon(Entry entry, Person person, Verdict verdict) {
		boolean eselon = entry.has(ESELON) && !NO_ESELON.contains(entry.text(ESELON));
		boolean jenjang = entry.has(JENJANG);
		switch (entry.text(JENIS_JABATAN)) {
			case STRUKTURAL -> require(eselon, entry, ESELON, verdict);
			case FUNGSIONAL -> {
				require(!eselon, entry, ESELON, verdict);
				if (!jenjang) {
					verdict.warn(entry, JENJANG, kind(entry));
				}
			}
			case PELAKSANA -> {
				require(!eselon, entry, ESELON, verdict);
				require(!jenjang, entry, JENJANG, verdict);
			}
			default -> {
				// rangkap: both are in order
			}
		}
	}

	private void require(boolean right, Entry entry, Field field, Verdict verdict) {
		if (!right) {
			verdict.block(entry, field, kind(entry));
		}
	}

	private String kind(Entry entry) {
		return this.kinds.get(entry.text(JENIS_JABATAN)).nama();
	}

	private static void unorKosong(Entry entry, Person person, Verdict verdict) {
		if (!entry.has(UNOR_ID)) {
			verdict.warn(entry, UNOR_ID, entry.has(NAMA_UNOR) ? entry.text(NAMA_UNOR) : "-");
		}
	}

	private static void pppkStruktural(Entry entry, Person person, Verdict verdict) {
		if (person.isPppk() && isKind(entry, STRUKTURAL)) {
			verdict.warn(entry, JENIS_JABATAN);
		}
	}

	/**
	 * Neither of two can be believed before its owner has decided, so all of one day are
	 * stopped.
	 */
	private static void ganda(Entry pegawai, Person person, Verdict verdict) {
		Entry[] history = person.of(Resource.JABATAN);
		for (int i = 0; i < history.length; i++) {
			if (countsAlone(history[i]) && (collides(history, i, -1) || collides(history, i, 1))) {
				verdict.block(history[i], Person.TMT_JABATAN, history[i].date(Person.TMT_JABATAN).toString());
			}
		}
	}

	private static boolean collides(Entry[] history, int at, int step) {
		LocalDate tmt = history[at].date(Person.TMT_JABATAN);
		for (int i = at + step; i >= 0 && i < history.length; i += step) {
			if (!history[i].date(Person.TMT_JABATAN).equals(tmt)) {
				return false;
			}
			if (countsAlone(history[i])) {
				return true;
			}
		}
		return false;
	}

	private static boolean countsAlone(Entry jabatan) {
		return isDefinitive(jabatan) && !isKind(jabatan, RANGKAP);
	}

	/**
	 * Posts of the past are no longer sent as the present one, so only today's matters.
	 */
	private static void idKosong(Entry pegawai, Person person, Verdict verdict) {
		Entry jabatan = person.jabatan();
		if (jabatan != null && !jabatan.has(JABATAN_ID) && !isKind(jabatan, STRUKTURAL)) {
			verdict.warn(jabatan, JABATAN_ID, jabatan.text(NAMA_JABATAN));
		}
	}

	/**
	 * Past the usual age, or less than twelve months before it, warns; past the highest
	 * age that any post of its kind has, blocks: which post has which is in the
	 * registry's list of posts, not here.
	 */
	private void bup(Entry pegawai, Person person, Verdict verdict) {
		Entry jabatan = person.jabatan();
		if (jabatan == null || !this.status.isActive(pegawai)) {
			return;
		}
		int usual = this.retirement.usualAge(jabatan);
		int highest = this.retirement.highestAge(jabatan);
		LocalDate born = person.tglLahir();
		if (!Retirement.day(born, highest).isAfter(person.today())) {
			verdict.block(jabatan, JENIS_JABATAN, String.valueOf(highest));
		}
		else if (!Retirement.day(born, usual).minusMonths(12).isAfter(person.today())) {
			verdict.warn(jabatan, JENIS_JABATAN, String.valueOf(usual));
		}
	}

}
