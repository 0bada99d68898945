package id.simpul.validation;

import java.time.LocalDate;
import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/** Decrees of every kind, honours and credit points: dates and years that can be. */
final class DecreeRules {

	private static final Field TAHUN = Resource.PENGHARGAAN.field("tahun");

	private static final Field TANGGAL_PENGHARGAAN = Resource.PENGHARGAAN.field("tanggalSk");

	private static final Field BULAN_MULAI = Resource.ANGKA_KREDIT.field("bulanMulai");

	private static final Field TAHUN_MULAI = Resource.ANGKA_KREDIT.field("tahunMulai");

	private static final Field BULAN_SELESAI = Resource.ANGKA_KREDIT.field("bulanSelesai");

	private static final Field TAHUN_SELESAI = Resource.ANGKA_KREDIT.field("tahunSelesai");

	private static final List<String> DECREE_DATES = List.of("tanggalSk", "tanggalPertek", "tglSkCpns", "tglSkPns",
			"tanggalSkPembatalan");

	/** By resource: the fields that hold the date of a decree. */
	private static final Field[][] DATES = dates();

	private static final int YOUNGEST_HONOURED = 15;

	private DecreeRules() {
	}

	static List<Rule> rules() {
		return List.of(
				Rule.entry("TGL_MASA_DEPAN", DecreeRules::masaDepan, Resource.PEGAWAI, Resource.GOLONGAN,
						Resource.JABATAN, Resource.HUKDIS, Resource.PENGHARGAAN, Resource.ANGKA_KREDIT),
				Rule.entry("PENGHARGAAN_TAHUN", DecreeRules::penghargaan, Resource.PENGHARGAAN),
				Rule.entry("AK_PPPK", DecreeRules::angkaKreditPppk, Resource.ANGKA_KREDIT),
				Rule.entry("AK_PERIODE", DecreeRules::angkaKreditPeriode, Resource.ANGKA_KREDIT));
	}

	private static Field[][] dates() {
		Field[][] dates = new Field[Resource.values().length][];
		for (Resource resource : Resource.values()) {
			dates[resource.ordinal()] = DECREE_DATES.stream()
				.flatMap((name) -> resource.find(name).stream())
				.toArray(Field[]::new);
		}
		return dates;
	}

	/**
	 * A decree of tomorrow is a typing mistake; on {@code pegawai} it is not worth
	 * stopping the whole person.
	 */
	private static void masaDepan(Entry entry, Person person, Verdict verdict) {
		for (Field field : DATES[entry.resource().ordinal()]) {
			LocalDate date = entry.date(field);
			if (date == null || !date.isAfter(person.today())) {
				continue;
			}
			if (entry.resource() == Resource.PEGAWAI) {
				verdict.warn(entry, field, date.toString());
			}
			else {
				verdict.block(entry, field, date.toString());
			}
		}
	}

	private static void penghargaan(Entry entry, Person person, Verdict verdict) {
		int year = entry.integer(TAHUN);
		int decreed = entry.date(TANGGAL_PENGHARGAAN).getYear();
		if (year > person.today().getYear() || year < person.tglLahir().getYear() + YOUNGEST_HONOURED) {
			verdict.block(entry, TAHUN, String.valueOf(year), String.valueOf(decreed));
		}
		else if (year != decreed) {
			verdict.warn(entry, TAHUN, String.valueOf(year), String.valueOf(decreed));
		}
	}

	private static void angkaKreditPppk(Entry entry, Person person, Verdict verdict) {
		if (person.isPppk()) {
			verdict.block(entry, null);
		}
	}

	private static void angkaKreditPeriode(Entry entry, Person person, Verdict verdict) {
		int from = entry.integer(BULAN_MULAI);
		int to = entry.integer(BULAN_SELESAI);
		if (from < 1 || from > 12) {
			verdict.block(entry, BULAN_MULAI, period(entry, TAHUN_MULAI, from), period(entry, TAHUN_SELESAI, to));
		}
		else if (to < 1 || to > 12 || entry.integer(TAHUN_SELESAI) * 12 + to < entry.integer(TAHUN_MULAI) * 12 + from) {
			verdict.block(entry, BULAN_SELESAI, period(entry, TAHUN_MULAI, from), period(entry, TAHUN_SELESAI, to));
		}
	}

	private static String period(Entry entry, Field year, int month) {
		return month + "/" + entry.integer(year);
	}

}
