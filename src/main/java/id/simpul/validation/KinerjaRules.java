package id.simpul.validation;

import java.math.BigDecimal;
import java.util.List;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Appraisals under three regimes: PP 46/2011 and PP 30/2019 with figures on different
 * scales, and PermenPANRB 6/2022 with a predicate from two ratings. A figure without its
 * regime says nothing.
 */
final class KinerjaRules {

	private static final Field TAHUN = Resource.KINERJA.field("tahun");

	private static final Field PERIODE = Resource.KINERJA.field("periode");

	private static final Field BASIS = Resource.KINERJA.field("basis");

	private static final Field NILAI = Resource.KINERJA.field("nilai");

	private static final Field PREDIKAT = Resource.KINERJA.field("predikat");

	private static final Field HASIL = Resource.KINERJA.field("hasilKerja");

	private static final Field PERILAKU = Resource.KINERJA.field("perilakuKerja");

	private static final Field STATUS_PENILAI = Resource.KINERJA.field("statusPenilai");

	private static final Field NIP_PENILAI = Resource.KINERJA.field("nipPenilai");

	private static final String PP_46 = "PP46";

	private static final String PP_30 = "PP30";

	private static final String PERMENPAN_6 = "PERMENPAN6";

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal HUNDRED_AND_TWENTY = BigDecimal.valueOf(120);

	/**
	 * Quadrant by rating of results (row) and conduct (column); 1 is best. PermenPANRB
	 * 6/2022.
	 */
	private static final String[][] QUADRANT = { { "1", "2", "4" }, { "2", "2", "4" }, { "3", "3", "5" } };

	private final CodeList predicates;

	private final CodeList bases;

	private KinerjaRules(CodeLists codes) {
		this.predicates = codes.get("predikat-kinerja");
		this.bases = codes.get("basis-kinerja");
	}

	static List<Rule> rules(CodeLists codes) {
		KinerjaRules rules = new KinerjaRules(codes);
		return List.of(Rule.entry("SKP_TANPA_DASAR", KinerjaRules::tanpaDasar, Resource.KINERJA),
				Rule.entry("SKP_RENTANG", KinerjaRules::rentang, Resource.KINERJA),
				Rule.entry("SKP_KUADRAN", rules::kuadran, Resource.KINERJA),
				Rule.entry("SKP_BASIS_TAHUN", rules::basisTahun, Resource.KINERJA),
				Rule.entry("SKP_PENILAI", KinerjaRules::penilai, Resource.KINERJA),
				Rule.whole("SKP_KOSONG", Resource.KINERJA, KinerjaRules::kosong));
	}

	/**
	 * What cannot be read as an appraisal: no regime, or under the present one neither
	 * predicate nor both ratings.
	 */
	private static void tanpaDasar(Entry entry, Person person, Verdict verdict) {
		String year = String.valueOf(entry.integer(TAHUN));
		boolean rated = entry.has(PREDIKAT) || (entry.has(HASIL) && entry.has(PERILAKU));
		if (!entry.has(BASIS)) {
			verdict.block(entry, BASIS, year);
		}
		else if (!rated && (PERMENPAN_6.equals(entry.text(BASIS)) || !entry.has(NILAI))) {
			verdict.block(entry, PREDIKAT, year);
		}
	}

	private static void rentang(Entry entry, Person person, Verdict verdict) {
		BigDecimal figure = entry.decimal(NILAI);
		if (figure == null || !entry.has(BASIS) || PERMENPAN_6.equals(entry.text(BASIS))) {
			return;
		}
		BigDecimal most = PP_46.equals(entry.text(BASIS)) ? HUNDRED : HUNDRED_AND_TWENTY;
		if (figure.signum() < 0 || figure.compareTo(most) > 0) {
			verdict.block(entry, NILAI, figure.toPlainString(), most.toPlainString());
		}
	}

	/**
	 * Where conduct is below expectation sources disagree between Kurang and Butuh
	 * Perbaikan: there it only warns.
	 */
	private void kuadran(Entry entry, Person person, Verdict verdict) {
		int hasil = rating(entry, HASIL);
		int perilaku = rating(entry, PERILAKU);
		String stated = entry.text(PREDIKAT);
		if (hasil < 0 || perilaku < 0 || stated == null) {
			return;
		}
		String due = QUADRANT[hasil][perilaku];
		if (due.equals(stated)) {
			return;
		}
		if ("4".equals(due) && "3".equals(stated)) {
			verdict.warn(entry, PREDIKAT, name(stated), name(due));
		}
		else {
			verdict.block(entry, PREDIKAT, name(stated), name(due));
		}
	}

	/** Place in {@link #QUADRANT}, or -1. */
	private static int rating(Entry entry, Field field) {
		String rating = entry.text(field);
		int place = (rating != null && rating.length() == 1) ? rating.charAt(0) - '1' : -1;
		return (place < QUADRANT.length) ? place : -1;
	}

	private String name(String predicate) {
		return this.predicates.get(predicate).nama();
	}

	/**
	 * In 2021 PP 46 ruled until June and PP 30 after; a figure for the whole of it was
	 * made by integrating both.
	 */
	private void basisTahun(Entry entry, Person person, Verdict verdict) {
		String basis = entry.text(BASIS);
		if (basis == null) {
			return;
		}
		int year = entry.integer(TAHUN);
		String periode = entry.text(PERIODE);
		if (year == 2021 && "TAHUN".equals(periode) && !PERMENPAN_6.equals(basis)) {
			verdict.warn(entry, BASIS, this.bases.get(basis).nama(), "2021");
			return;
		}
		String due = (year > 2021) ? PERMENPAN_6 : (year == 2021 && "SEMESTER2".equals(periode)) ? PP_30 : PP_46;
		if (!due.equals(basis)) {
			verdict.block(entry, BASIS, this.bases.get(basis).nama(), String.valueOf(year));
		}
	}

	private static void penilai(Entry entry, Person person, Verdict verdict) {
		String assessor = entry.text(NIP_PENILAI);
		if (assessor == null) {
			return;
		}
		boolean self = assessor.equals(person.pegawai().text(Person.NIP));
		if (self || ("ASN".equals(entry.text(STATUS_PENILAI)) && !isNumberOfAsn(assessor))) {
			verdict.warn(entry, NIP_PENILAI, String.valueOf(entry.integer(TAHUN)));
		}
	}

	private static boolean isNumberOfAsn(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return text.length() == 18;
	}

	/** Whoever was appointed this year has nothing to show for the last one. */
	private static void kosong(Entry pegawai, Person person, Verdict verdict) {
		int last = person.today().getYear() - 1;
		if (person.nip() == null || person.nip().tahunPengangkatan() > last) {
			return;
		}
		for (Entry entry : person.of(Resource.KINERJA)) {
			if (entry.integer(TAHUN) == last) {
				return;
			}
		}
		verdict.warnMissing(Resource.KINERJA, String.valueOf(last));
	}

}
