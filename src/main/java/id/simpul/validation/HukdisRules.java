package id.simpul.validation;

import java.time.LocalDate;
import java.util.List;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Sanctions. Findings say nothing of their kind: nothing in a province is more sensitive.
 */
final class HukdisRules {

	private static final Field JENIS = Resource.HUKDIS.field("jenisHukuman");

	private static final Field TINGKAT = Resource.HUKDIS.field("tingkatHukuman");

	private static final Field TANGGAL_SK = Resource.HUKDIS.field("tanggalSk");

	private static final Field TMT = Resource.HUKDIS.field("tmtHukuman");

	private static final Field AKHIR = Resource.HUKDIS.field("akhirHukuman");

	private static final Field MASA_TAHUN = Resource.HUKDIS.field("masaTahun");

	private static final Field MASA_BULAN = Resource.HUKDIS.field("masaBulan");

	private static final Field PEMBATALAN = Resource.HUKDIS.field("nomorSkPembatalan");

	private static final Field TAHUN = Resource.KINERJA.field("tahun");

	private static final Field PREDIKAT = Resource.KINERJA.field("predikat");

	private static final String SANGAT_BAIK = "1";

	/**
	 * Fifteen working days without public holidays, which make it longer: so this only
	 * warns.
	 */
	private static final int THREE_WEEKS = 21;

	private final CodeList kinds;

	private HukdisRules(CodeLists codes) {
		this.kinds = codes.get("jenis-hukuman");
	}

	static List<Rule> rules(CodeLists codes) {
		HukdisRules rules = new HukdisRules(codes);
		return List.of(Rule.entry("HUKDIS_TINGKAT", rules::tingkat, Resource.HUKDIS),
				Rule.entry("HUKDIS_MASA", HukdisRules::masa, Resource.HUKDIS),
				Rule.entry("HUKDIS_SKP", HukdisRules::sangatBaik, Resource.KINERJA));
	}

	private void tingkat(Entry entry, Person person, Verdict verdict) {
		String level = this.kinds.get(entry.text(JENIS)).attribute("tingkat");
		if (!level.isEmpty() && !level.equals(entry.text(TINGKAT))) {
			verdict.block(entry, TINGKAT);
		}
	}

	/** The last day may be counted in or out. */
	private static void masa(Entry entry, Person person, Verdict verdict) {
		LocalDate tmt = entry.date(TMT);
		LocalDate end = entry.date(AKHIR);
		if (end != null) {
			LocalDate due = tmt.plusYears(orZero(entry.integer(MASA_TAHUN)))
				.plusMonths(orZero(entry.integer(MASA_BULAN)));
			boolean stated = due.isAfter(tmt);
			if (end.isBefore(tmt) || (stated && !end.equals(due) && !end.equals(due.minusDays(1)))) {
				verdict.block(entry, AKHIR);
			}
		}
		if (entry.date(TANGGAL_SK).isAfter(tmt.plusDays(THREE_WEEKS))) {
			verdict.warn(entry, TANGGAL_SK);
		}
	}

	private static int orZero(Integer number) {
		return (number != null) ? number : 0;
	}

	private static void sangatBaik(Entry kinerja, Person person, Verdict verdict) {
		if (!SANGAT_BAIK.equals(kinerja.text(PREDIKAT))) {
			return;
		}
		int year = kinerja.integer(TAHUN);
		for (Entry hukdis : person.of(Resource.HUKDIS)) {
			if (hukdis.date(TMT).getYear() == year && !hukdis.has(PEMBATALAN)) {
				verdict.warn(kinerja, PREDIKAT, String.valueOf(year));
				return;
			}
		}
	}

}
