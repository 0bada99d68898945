package id.simpul.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Training of both kinds: hours that fit the days, days that have passed, kinds that fit
 * the posts held.
 */
final class BangkomRules {

	private static final String STRUKTURAL = "1";

	private static final String FUNGSIONAL = "2";

	private static final Field JENIS_DIKLAT = Resource.KURSUS.field("jenisDiklat");

	private static final Columns DIKLAT = new Columns(Resource.DIKLAT, "nama", "tanggal");

	private static final Columns KURSUS = new Columns(Resource.KURSUS, "namaKursus", "tanggalKursus");

	private static final int MOST_HOURS_A_DAY = 10;

	private BangkomRules() {
	}

	/** What both resources have under different names. */
	private record Columns(Field nama, Field mulai, Field selesai, Field jumlahJam) {

		Columns(Resource resource, String nama, String mulai) {
			this(resource.field(nama), resource.field(mulai), resource.field("tanggalSelesai"),
					resource.field("jumlahJam"));
		}

		static Columns of(Entry entry) {
			return (entry.resource() == Resource.DIKLAT) ? DIKLAT : KURSUS;
		}

		LocalDate end(Entry entry) {
			return entry.has(this.selesai) ? entry.date(this.selesai) : entry.date(this.mulai);
		}

	}

	static List<Rule> rules() {
		return List.of(Rule.entry("BANGKOM_URUT", BangkomRules::urut, Resource.DIKLAT, Resource.KURSUS),
				Rule.entry("BANGKOM_MASA_DEPAN", BangkomRules::masaDepan, Resource.DIKLAT, Resource.KURSUS),
				Rule.entry("BANGKOM_JP", BangkomRules::jumlahJam, Resource.DIKLAT, Resource.KURSUS),
				Rule.entry("BANGKOM_JENIS", BangkomRules::jenis, Resource.DIKLAT, Resource.KURSUS),
				Rule.whole("BANGKOM_GANDA", Resource.KURSUS, BangkomRules::ganda));
	}

	private static void urut(Entry entry, Person person, Verdict verdict) {
		Columns columns = Columns.of(entry);
		if (columns.end(entry).isBefore(entry.date(columns.mulai()))) {
			verdict.block(entry, columns.selesai(), entry.date(columns.mulai()).toString(),
					columns.end(entry).toString());
		}
	}

	private static void masaDepan(Entry entry, Person person, Verdict verdict) {
		Columns columns = Columns.of(entry);
		if (columns.end(entry).isAfter(person.today())) {
			verdict.block(entry, entry.has(columns.selesai()) ? columns.selesai() : columns.mulai(),
					columns.end(entry).toString());
		}
	}

	/**
	 * What is missing stays missing: none is not zero hours. Without an end nothing is
	 * known about hours a day.
	 */
	private static void jumlahJam(Entry entry, Person person, Verdict verdict) {
		Columns columns = Columns.of(entry);
		Integer hours = entry.integer(columns.jumlahJam());
		if (hours == null) {
			verdict.warn(entry, columns.jumlahJam(), "-", "-");
			return;
		}
		boolean ended = entry.has(columns.selesai()) && !columns.end(entry).isBefore(entry.date(columns.mulai()));
		long days = ended ? ChronoUnit.DAYS.between(entry.date(columns.mulai()), columns.end(entry)) + 1 : 0;
		if (hours <= 0 || (ended && hours > MOST_HOURS_A_DAY * days)) {
			verdict.block(entry, columns.jumlahJam(), hours.toString(), ended ? String.valueOf(days) : "-");
		}
	}

	/**
	 * Leadership training counts for structural posts and functional training for
	 * functional ones, also former ones.
	 */
	private static void jenis(Entry entry, Person person, Verdict verdict) {
		Entry[] posts = person.of(Resource.JABATAN);
		if (entry.resource() == Resource.DIKLAT) {
			if (posts.length > 0 && !anyOf(posts, JabatanRules.STRUKTURAL)) {
				verdict.warn(entry, Resource.DIKLAT.field("latihanStruktural"), "struktural");
			}
			return;
		}
		String kind = entry.text(JENIS_DIKLAT);
		if (STRUKTURAL.equals(kind) && posts.length > 0 && !anyOf(posts, JabatanRules.STRUKTURAL)) {
			verdict.warn(entry, JENIS_DIKLAT, "struktural");
		}
		else if (FUNGSIONAL.equals(kind) && posts.length > 0 && !anyOf(posts, JabatanRules.FUNGSIONAL)) {
			verdict.warn(entry, JENIS_DIKLAT, "fungsional");
		}
	}

	private static boolean anyOf(Entry[] posts, String kind) {
		for (Entry post : posts) {
			if (JabatanRules.isKind(post, kind) || JabatanRules.isKind(post, JabatanRules.RANGKAP)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The same course under two certificate numbers, one of which is usually a typing
	 * mistake.
	 */
	private static void ganda(Entry pegawai, Person person, Verdict verdict) {
		Entry[] courses = person.of(Resource.KURSUS);
		for (int later = 1; later < courses.length; later++) {
			for (int earlier = 0; earlier < later; earlier++) {
				if (courses[later].date(KURSUS.mulai()).equals(courses[earlier].date(KURSUS.mulai()))
						&& courses[later].text(KURSUS.nama()).equalsIgnoreCase(courses[earlier].text(KURSUS.nama()))) {
					verdict.warn(courses[later], KURSUS.nama(), courses[later].date(KURSUS.mulai()).toString());
					break;
				}
			}
		}
	}

}
