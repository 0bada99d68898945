package id.simpul.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;

import static id.simpul.pegawai.Resource.ANGKA_KREDIT;
import static id.simpul.pegawai.Resource.DIKLAT;
import static id.simpul.pegawai.Resource.GOLONGAN;
import static id.simpul.pegawai.Resource.HUKDIS;
import static id.simpul.pegawai.Resource.JABATAN;
import static id.simpul.pegawai.Resource.KINERJA;
import static id.simpul.pegawai.Resource.KURSUS;
import static id.simpul.pegawai.Resource.PEGAWAI;
import static id.simpul.pegawai.Resource.PENDIDIKAN;
import static id.simpul.pegawai.Resource.PENGHARGAAN;

/**
 * Invented people with complete histories, sound on {@link #TODAY}, and ways to make one
 * thing of them different. Values are given as text; {@code null} takes one away.
 */
final class Orang {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private final List<Entry> entries = new ArrayList<>();

	private Orang() {
	}

	/** A man of 41, PNS since 2011, pengawas since 2019. */
	static Orang pns() {
		return new Orang()
			.add(PEGAWAI, "nip", "198503122010011001", "nik", "1671011203850003", "nama", "BUDI CONTOH",
					"gelarBelakang", "S.E.", "tglLahir", "1985-03-12", "jenisKelamin", "M", "jenisAsn", "PNS",
					"kedudukanHukum", "01", "tmtCpns", "2010-01-01", "tglSkCpns", "2009-12-20", "tmtPns", "2011-02-01",
					"tglSkPns", "2011-01-20", "email", "budi@contoh.example", "noHp", "080000000001")
			.ranks("31 2010-01-01 211", "31 2011-02-01", "32 2014-04-01 101", "33 2018-04-01 101")
			.add(JABATAN, "jenisJabatan", "4", "jabatanId", "jfu-1", "namaJabatan", "Pengadministrasi", "unorId", "u-1",
					"nomorSk", "821/1", "tanggalSk", "2009-12-20", "tmtJabatan", "2010-01-01")
			.add(JABATAN, "jenisJabatan", "2", "jenjang", "PT", "jabatanId", "jft-1", "namaJabatan", "Arsiparis",
					"unorId", "u-1", "nomorSk", "821/2", "tanggalSk", "2014-02-20", "tmtJabatan", "2014-03-01")
			.add(JABATAN, "jenisJabatan", "1", "eselon", "42", "namaJabatan", "Kepala Seksi", "unorId", "u-2",
					"nomorSk", "821/3", "tanggalSk", "2019-01-02", "tmtJabatan", "2019-01-07", "jenisPenugasan", "D")
			.add(PENDIDIKAN, "tingkatPendidikan", "15", "tahunLulus", "2003", "tanggalLulus", "2003-06-10")
			.add(PENDIDIKAN, "tingkatPendidikan", "40", "tahunLulus", "2008", "tanggalLulus", "2008-08-02",
					"pendidikanPertama", "true")
			.add(DIKLAT, "latihanStruktural", "2", "nama", "PKP", "nomor", "PKP-7", "tanggal", "2019-03-04",
					"tanggalSelesai", "2019-07-05", "jumlahJam", "860")
			.add(KURSUS, "jenisDiklat", "3", "namaKursus", "Pengelolaan Arsip", "nomorSertifikat", "S-1",
					"tanggalKursus", "2024-05-06", "tanggalSelesai", "2024-05-08", "jumlahJam", "24")
			.add(KINERJA, "tahun", "2020", "periode", "TAHUN", "basis", "PP46", "nilai", "85.5")
			.add(KINERJA, "tahun", "2021", "periode", "SEMESTER1", "basis", "PP46", "nilai", "86")
			.add(KINERJA, "tahun", "2021", "periode", "SEMESTER2", "basis", "PP30", "nilai", "108")
			.add(KINERJA, "tahun", "2025", "periode", "TAHUN", "basis", "PERMENPAN6", "predikat", "2", "hasilKerja",
					"2", "perilakuKerja", "2", "statusPenilai", "ASN", "nipPenilai", "197001011995031001")
			.add(HUKDIS, "jenisHukuman", "4", "tingkatHukuman", "S", "nomorSk", "862/1", "tanggalSk", "2012-05-21",
					"tmtHukuman", "2012-06-01", "akhirHukuman", "2013-06-01", "masaTahun", "1", "masaBulan", "0")
			.add(PENGHARGAAN, "jenisPenghargaan", "201", "tahun", "2020", "nomorSk", "K/1", "tanggalSk", "2020-08-03")
			.add(ANGKA_KREDIT, "nomorSk", "PAK-1", "tanggalSk", "2016-01-20", "bulanMulai", "1", "tahunMulai", "2015",
					"bulanSelesai", "12", "tahunSelesai", "2015", "kreditTotal", "12.5");
	}

	/** A woman of 25, appointed this year. */
	static Orang cpns() {
		return new Orang()
			.add(PEGAWAI, "nip", "200105202026032002", "nik", "1671016005010004", "nama", "SITI CONTOH",
					"gelarBelakang", "S.Kom.", "tglLahir", "2001-05-20", "jenisKelamin", "F", "jenisAsn", "CPNS",
					"kedudukanHukum", "01", "tmtCpns", "2026-03-01", "tglSkCpns", "2026-02-16", "emailGov",
					"siti@contoh.example", "noHp", "080000000002")
			.ranks("31 2026-03-01 211")
			.add(JABATAN, "jenisJabatan", "2", "jenjang", "PT", "jabatanId", "jft-2", "namaJabatan", "Pranata Komputer",
					"unorId", "u-1", "nomorSk", "821/4", "tanggalSk", "2026-02-16", "tmtJabatan", "2026-03-01")
			.add(PENDIDIKAN, "tingkatPendidikan", "40", "tahunLulus", "2023", "pendidikanPertama", "true");
	}

	/** A man of 36 on his agreement of 2023. */
	static Orang pppk() {
		return new Orang()
			.add(PEGAWAI, "nip", "199008172023211003", "nik", "1671011708900005", "nama", "AGUS CONTOH",
					"gelarBelakang", "S.Pd.", "tglLahir", "1990-08-17", "jenisKelamin", "M", "jenisAsn", "PPPK",
					"kedudukanHukum", "71", "tmtKontrak", "2023-03-01", "akhirKontrak", "2028-02-29", "email",
					"agus@contoh.example", "noHp", "080000000003")
			.ranks("P9 2023-03-01")
			.add(JABATAN, "jenisJabatan", "2", "jenjang", "PT", "jabatanId", "jft-3", "namaJabatan", "Guru", "unorId",
					"u-3", "nomorSk", "821/5", "tanggalSk", "2023-02-20", "tmtJabatan", "2023-03-01")
			.add(PENDIDIKAN, "tingkatPendidikan", "40", "tahunLulus", "2013", "pendidikanPertama", "true")
			.add(KURSUS, "jenisDiklat", "2", "namaKursus", "Pelatihan Guru", "nomorSertifikat", "S-2", "tanggalKursus",
					"2025-05-05", "tanggalSelesai", "2025-05-09", "jumlahJam", "40")
			.add(KINERJA, "tahun", "2025", "periode", "TAHUN", "basis", "PERMENPAN6", "predikat", "1", "hasilKerja",
					"1", "perilakuKerja", "1");
	}

	/** A woman of 38 on a part-time agreement of last year. */
	static Orang paruhWaktu() {
		return new Orang()
			.add(PEGAWAI, "nip", "198811022025212004", "nik", "1671014211880006", "nama", "DEWI CONTOH", "tglLahir",
					"1988-11-02", "jenisKelamin", "F", "jenisAsn", "PPPK_PARUH_WAKTU", "kedudukanHukum", "71",
					"tmtKontrak", "2025-12-01", "akhirKontrak", "2026-11-30", "email", "dewi@contoh.example", "noHp",
					"080000000004")
			.ranks("P5 2025-12-01")
			.add(JABATAN, "jenisJabatan", "4", "jabatanId", "jfu-2", "namaJabatan", "Operator Layanan", "unorId", "u-3",
					"nomorSk", "821/6", "tanggalSk", "2025-11-20", "tmtJabatan", "2025-12-01")
			.add(PENDIDIKAN, "tingkatPendidikan", "15", "tahunLulus", "2006")
			.add(KINERJA, "tahun", "2025", "periode", "TAHUN", "basis", "PERMENPAN6", "predikat", "2");
	}

	/** The same person with other main data: field, value, field, value. */
	Orang pegawai(String... values) {
		return change(0, values);
	}

	/**
	 * The same person born on another day, which NIP and NIK say as well.
	 */
	Orang born(String date) {
		String digits = date.replace("-", "");
		String nip = text(PEGAWAI, "nip");
		String nik = text(PEGAWAI, "nik");
		int day = Integer.parseInt(digits.substring(6)) + ("F".equals(text(PEGAWAI, "jenisKelamin")) ? 40 : 0);
		return pegawai("tglLahir", date, "nip", digits + nip.substring(8), "nik", nik.substring(0, 6)
				+ "%02d".formatted(day) + digits.substring(4, 6) + digits.substring(2, 4) + nik.substring(12));
	}

	/** The oldest entry of a history changed. */
	Orang first(Resource resource, String... values) {
		return change(places(resource)[0], values);
	}

	/** The latest entry of a history changed. */
	Orang last(Resource resource, String... values) {
		int[] places = places(resource);
		return change(places[places.length - 1], values);
	}

	/** One more entry, like the latest but for these values. */
	Orang another(Resource resource, String... values) {
		int[] places = places(resource);
		this.entries.add(with(this.entries.get(places[places.length - 1]), values));
		return this;
	}

	Orang without(Resource resource) {
		this.entries.removeIf((entry) -> entry.resource() == resource);
		return this;
	}

	/** A whole history of ranks in their order: code, TMT and perhaps the kind. */
	Orang ranks(String... ranks) {
		without(GOLONGAN);
		for (String rank : ranks) {
			String[] parts = rank.split(" ");
			add(GOLONGAN, "golongan", parts[0], "tmtGolongan", parts[1], "nomorSk", "823/" + this.entries.size(),
					"tanggalSk", LocalDate.parse(parts[1]).minusDays(20).toString(), "jenisKp",
					(parts.length > 2) ? parts[2] : null);
		}
		return this;
	}

	/** A history of education: level and year. */
	Orang educated(String... levels) {
		without(PENDIDIKAN);
		for (String level : levels) {
			String[] parts = level.split(" ");
			add(PENDIDIKAN, "tingkatPendidikan", parts[0], "tahunLulus", parts[1]);
		}
		return this;
	}

	/** The one post held, now and ever; no other history hangs on it. */
	Orang post(String... values) {
		without(JABATAN).without(DIKLAT).without(KURSUS).without(ANGKA_KREDIT);
		add(JABATAN, "namaJabatan", "Analis", "jabatanId", "j-9", "unorId", "u-9", "nomorSk", "821/9", "tanggalSk",
				"2020-01-02", "tmtJabatan", "2020-02-01");
		return last(JABATAN, values);
	}

	Orang add(Resource resource, String... values) {
		Object[] all = new Object[resource.fields().size()];
		this.entries.add(with(new Entry(resource, all, new Origin(resource.resourceName(), 1)), values));
		return this;
	}

	List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	String text(Resource resource, String field) {
		return this.entries.stream()
			.filter((entry) -> entry.resource() == resource)
			.findFirst()
			.orElseThrow()
			.text(resource.field(field));
	}

	private Orang change(int place, String... values) {
		this.entries.set(place, with(this.entries.get(place), values));
		return this;
	}

	private int[] places(Resource resource) {
		Predicate<Integer> is = (i) -> this.entries.get(i).resource() == resource;
		return IntStream.range(0, this.entries.size()).filter(is::test).toArray();
	}

	private static Entry with(Entry entry, String... values) {
		Entry changed = entry;
		for (int i = 0; i < values.length; i += 2) {
			Field field = entry.resource().field(values[i]);
			changed = changed.with(field, value(field, values[i + 1]));
		}
		return changed;
	}

	private static Object value(Field field, String text) {
		if (text == null) {
			return null;
		}
		return switch (field.type()) {
			case TEXT -> text;
			case DATE -> LocalDate.parse(text);
			case INTEGER -> Integer.valueOf(text);
			case DECIMAL -> new BigDecimal(text);
			case BOOLEAN -> Boolean.valueOf(text);
		};
	}

}
