package id.simpul.validation;

import java.util.List;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Formal education: years a person can have lived through, and which certificate counts.
 */
final class PendidikanRules {

	private static final Field TINGKAT = Resource.PENDIDIKAN.field("tingkatPendidikan");

	private static final Field TAHUN_LULUS = Resource.PENDIDIKAN.field("tahunLulus");

	private static final Field TANGGAL_LULUS = Resource.PENDIDIKAN.field("tanggalLulus");

	private static final Field GELAR_DEPAN = Resource.PEGAWAI.field("gelarDepan");

	private static final Field GELAR_BELAKANG = Resource.PEGAWAI.field("gelarBelakang");

	private static final int YOUNGEST_GRADUATE = 10;

	private final Education education;

	private PendidikanRules(CodeLists codes) {
		this.education = new Education(codes);
	}

	static List<Rule> rules(CodeLists codes) {
		PendidikanRules rules = new PendidikanRules(codes);
		return List.of(Rule.entry("DIDIK_LEVEL", PendidikanRules::level, Resource.PENDIDIKAN),
				Rule.entry("DIDIK_TANGGAL", PendidikanRules::tanggal, Resource.PENDIDIKAN),
				Rule.whole("DIDIK_TURUN", Resource.PENDIDIKAN, rules::turun),
				Rule.whole("DIDIK_KOSONG", Resource.PENDIDIKAN, PendidikanRules::kosong),
				Rule.whole("GELAR_KOSONG", Resource.PEGAWAI, rules::gelarKosong));
	}

	private static void level(Entry entry, Person person, Verdict verdict) {
		int year = entry.integer(TAHUN_LULUS);
		if (year < person.tglLahir().getYear() + YOUNGEST_GRADUATE || year > person.today().getYear()) {
			verdict.block(entry, TAHUN_LULUS, String.valueOf(year));
		}
	}

	private static void tanggal(Entry entry, Person person, Verdict verdict) {
		int year = entry.integer(TAHUN_LULUS);
		if (entry.has(TANGGAL_LULUS) && entry.date(TANGGAL_LULUS).getYear() != year) {
			verdict.warn(entry, TANGGAL_LULUS, String.valueOf(year),
					String.valueOf(entry.date(TANGGAL_LULUS).getYear()));
		}
	}

	private void turun(Entry pegawai, Person person, Verdict verdict) {
		Entry newest = null;
		for (Entry entry : person.of(Resource.PENDIDIKAN)) {
			if (!verdict.isStopped(entry) && (newest == null || isNewer(entry, newest))) {
				newest = entry;
			}
		}
		Entry highest = this.education.highest(person, verdict);
		if (newest != null && this.education.rank(newest) < this.education.rank(highest)) {
			verdict.warn(newest, TINGKAT, this.education.name(newest), this.education.name(highest));
		}
	}

	private boolean isNewer(Entry entry, Entry than) {
		int years = entry.integer(TAHUN_LULUS) - than.integer(TAHUN_LULUS);
		return years > 0 || (years == 0 && this.education.rank(entry) > this.education.rank(than));
	}

	private static void kosong(Entry pegawai, Person person, Verdict verdict) {
		if (person.of(Resource.PENDIDIKAN).length == 0) {
			verdict.warnMissing(Resource.PENDIDIKAN);
		}
	}

	private void gelarKosong(Entry pegawai, Person person, Verdict verdict) {
		Entry highest = this.education.highest(person, verdict);
		if (highest != null && this.education.givesTitle(highest) && !pegawai.has(GELAR_DEPAN)
				&& !pegawai.has(GELAR_BELAKANG)) {
			verdict.inform(pegawai, GELAR_BELAKANG, this.education.name(highest));
		}
	}

}
