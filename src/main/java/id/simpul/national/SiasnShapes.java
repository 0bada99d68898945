package id.simpul.national;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

import static id.simpul.national.SiasnJson.date;
import static id.simpul.national.SiasnJson.decimal;
import static id.simpul.national.SiasnJson.flag;
import static id.simpul.national.SiasnJson.integer;
import static id.simpul.national.SiasnJson.orEmpty;
import static id.simpul.national.SiasnJson.text;

/**
 * The resources as SIASN reads and saves them, key by key (contract sections 3.1 to 3.9).
 */
final class SiasnShapes {

	/**
	 * First year of the performance regime that {@code skp22} takes (PermenPANRB 6/2022).
	 */
	static final int SKP22_FROM = 2022;

	private static final List<String> DOCUMENT = List.of("dok_id", "dok_nama", "dok_uri", "object", "slug");

	private final CodeLists codes;

	private final Map<Resource, List<Shape>> shapes;

	SiasnShapes(CodeLists codes) {
		this.codes = codes;
		this.shapes = List
			.of(golongan(), jabatan(), pendidikan(), diklat(), kursus(), skp22(), skp(), hukdis(), penghargaan(),
					angkaKredit())
			.stream()
			.collect(Collectors.groupingBy(Shape::resource));
	}

	/** The shapes that together hold one resource: kinerja has two, all others one. */
	List<Shape> of(Resource resource) {
		return this.shapes.get(resource);
	}

	/** The shape that one entry belongs to. */
	Shape of(Entry entry) {
		List<Shape> candidates = of(entry.resource());
		boolean old = entry.resource() == Resource.KINERJA
				&& entry.integer(Resource.KINERJA.field("tahun")) < SKP22_FROM;
		return candidates.get(old ? 1 : 0);
	}

	private Shape golongan() {
		return new Simple(Resource.GOLONGAN, "rw-golongan", null,
				fields(Resource.GOLONGAN, "golongan", "tmtGolongan", "tanggalSk"),
				(row, to) -> to.set("golongan", golonganId(row))
					.set("tmtGolongan", date(row, "tmtGolongan"))
					.set("nomorSk", text(row, "skNomor"))
					.set("tanggalSk", date(row, "skTanggal"))
					.set("jenisKp", text(row, "jenisKPId"))
					.set("masaKerjaTahun", integer(row, "masaKerjaGolonganTahun"))
					.set("masaKerjaBulan", integer(row, "masaKerjaGolonganBulan")),
				null);
	}

	/**
	 * PNS ranks have ids; those of PPPK are not documented, so the name decides there.
	 */
	private String golonganId(JsonNode row) {
		String id = text(row, "golonganId");
		String name = text(row, "golongan");
		if (name != null) {
			return this.codes.get("golongan").resolve(name).orElse(id);
		}
		return id;
	}

	private Shape jabatan() {
		return new Simple(Resource.JABATAN, "rw-jabatan", "jabatan/unorjabatan/save",
				fields(Resource.JABATAN, "jenisJabatan", "eselon", "jabatanId", "unorId", "tanggalSk", "tmtPelantikan"),
				(row, to) -> to.set("jenisJabatan", text(row, "jenisJabatan"))
					.set("eselon", text(row, "eselonId"))
					.set("jabatanId", text(row, "jabatanFungsionalId", "jabatanFungsionalUmumId"))
					.set("namaJabatan", text(row, "namaJabatan", "jabatanFungsionalNama", "jabatanFungsionalUmumNama"))
					.set("unorId", text(row, "unorId"))
					.set("namaUnor", text(row, "unorNama", "namaUnor"))
					.set("nomorSk", text(row, "nomorSk"))
					.set("tanggalSk", date(row, "tanggalSk"))
					.set("tmtJabatan", date(row, "tmtJabatan"))
					.set("tmtPelantikan", date(row, "tmtPelantikan"))
					.set("jenisMutasi", text(row, "jenisMutasiId"))
					.set("jenisPenugasan", text(row, "jenisPenugasanId")),
				SiasnShapes::saveJabatan, Map.of("subJabatanId", "subJabatanId"));
	}

	private static Map<String, Object> saveJabatan(Entry entry, Shape.Context context) {
		Resource r = Resource.JABATAN;
		String jenis = entry.text(r.field("jenisJabatan"));
		String id = orEmpty(entry.text(r.field("jabatanId")));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("pnsId", context.pnsId());
		body.put("instansiId", context.instansiId());
		body.put("instansiIndukId", context.instansiId());
		body.put("satuanKerjaId", context.satuanKerjaId());
		body.put("unorId", orEmpty(entry.text(r.field("unorId"))));
		body.put("jenisJabatan", jenis);
		body.put("eselonId", orEmpty(entry.text(r.field("eselon"))));
		body.put("jabatanFungsionalId", jenis.equals("2") ? id : "");
		body.put("jabatanFungsionalUmumId", jenis.equals("4") ? id : "");
		body.put("subJabatanId", "");
		body.put("jenisMutasiId", orEmpty(entry.text(r.field("jenisMutasi"))));
		body.put("jenisPenugasanId", orEmpty(entry.text(r.field("jenisPenugasan"))));
		body.put("nomorSk", entry.text(r.field("nomorSk")));
		body.put("tanggalSk", date(entry.date(r.field("tanggalSk"))));
		body.put("tmtJabatan", date(entry.date(r.field("tmtJabatan"))));
		body.put("tmtMutasi", date(entry.date(r.field("tmtJabatan"))));
		body.put("tmtPelantikan", date(entry.date(r.field("tmtPelantikan"))));
		body.put("path", List.of());
		return body;
	}

	private Shape pendidikan() {
		return new Simple(Resource.PENDIDIKAN, "rw-pendidikan", null,
				fields(Resource.PENDIDIKAN, "tingkatPendidikan", "tahunLulus", "nomorIjazah", "namaSekolah"),
				(row, to) -> to.set("tingkatPendidikan", text(row, "tkPendidikanId"))
					.set("namaPendidikan", text(row, "pendidikanNama"))
					.set("pendidikanId", text(row, "pendidikanId"))
					.set("tahunLulus", tahun(text(row, "tahunLulus")))
					.set("tanggalLulus", date(row, "tglLulus"))
					.set("nomorIjazah", text(row, "nomorIjasah"))
					.set("namaSekolah", text(row, "namaSekolah")),
				null);
	}

	/** Some of SIASN's years are whole dates (contract 3.1). */
	private static Integer tahun(String text) {
		return (text != null && text.length() >= 4
				&& text.substring(text.length() - 4).chars().allMatch(Character::isDigit))
						? Integer.valueOf(text.substring(text.length() - 4)) : null;
	}

	private Shape diklat() {
		Resource r = Resource.DIKLAT;
		return new Simple(r, "rw-diklat", "diklat/save",
				fields(r, "latihanStruktural", "tanggalSelesai", "tahun", "jumlahJam", "penyelenggara"),
				(row, to) -> to.set("latihanStruktural", text(row, "latihanStrukturalId"))
					.set("nomor", text(row, "nomor"))
					.set("tanggal", date(row, "tanggal"))
					.set("tanggalSelesai", date(row, "tanggalSelesai"))
					.set("tahun", integer(row, "tahun"))
					.set("jumlahJam", integer(row, "jumlahJam"))
					.set("penyelenggara", text(row, "institusiPenyelenggara")),
				(entry, context) -> {
					Map<String, Object> body = new LinkedHashMap<>();
					body.put("pnsOrangId", context.pnsId());
					body.put("latihanStrukturalId", entry.text(r.field("latihanStruktural")));
					body.put("nomor", entry.text(r.field("nomor")));
					body.put("tanggal", date(entry.date(r.field("tanggal"))));
					body.put("tanggalSelesai", date(entry.date(r.field("tanggalSelesai"))));
					body.put("tahun", entry.integer(r.field("tahun")));
					body.put("jumlahJam", entry.integer(r.field("jumlahJam")));
					body.put("bobot", 0);
					body.put("jenisKompetensi", "");
					body.put("institusiPenyelenggara", orEmpty(entry.text(r.field("penyelenggara"))));
					body.put("path", List.of());
					return body;
				});
	}

	private Shape kursus() {
		Resource r = Resource.KURSUS;
		return new Simple(r, "rw-kursus", "kursus/save",
				fields(r, "jenisDiklat", "namaKursus", "tanggalSelesai", "tahun", "jumlahJam", "penyelenggara"),
				(row, to) -> to.set("jenisDiklat", text(row, "jenisDiklatId"))
					.set("namaKursus", text(row, "namaKursus"))
					.set("nomorSertifikat", text(row, "noSertipikat", "nomorSertipikat"))
					.set("tanggalKursus", date(row, "tanggalKursus"))
					.set("tanggalSelesai", date(row, "tanggalSelesaiKursus"))
					.set("tahun", integer(row, "tahunKursus"))
					.set("jumlahJam", integer(row, "jumlahJam"))
					.set("penyelenggara", text(row, "institusiPenyelenggara")),
				(entry, context) -> {
					String jenis = entry.text(r.field("jenisDiklat"));
					Map<String, Object> body = new LinkedHashMap<>();
					body.put("pnsOrangId", context.pnsId());
					body.put("instansiId", context.instansiId());
					body.put("jenisDiklatId", jenis);
					body.put("jenisKursus", "");
					body.put("jenisKursusSertipikat",
							this.codes.get("jenis-diklat").get(jenis).attribute("sertifikat"));
					body.put("namaKursus", entry.text(r.field("namaKursus")));
					body.put("nomorSertipikat", entry.text(r.field("nomorSertifikat")));
					body.put("institusiPenyelenggara", orEmpty(entry.text(r.field("penyelenggara"))));
					body.put("jumlahJam", entry.integer(r.field("jumlahJam")));
					body.put("lokasiId", "");
					body.put("tahunKursus", entry.integer(r.field("tahun")));
					body.put("tanggalKursus", date(entry.date(r.field("tanggalKursus"))));
					body.put("tanggalSelesaiKursus", date(entry.date(r.field("tanggalSelesai"))));
					body.put("path", List.of());
					return body;
				}, Map.of("jenisKursus", "jenisKursusId"));
	}

	/** Saves demand the year of a training; where we have none, its first day tells. */
	private static Entry withYear(Entry entry, String date) {
		Field year = entry.resource().field("tahun");
		return entry.has(year) ? entry : entry.with(year, entry.date(entry.resource().field(date)).getYear());
	}

	/**
	 * Reads show the documents of a row as an object by kind, saves take a list of the
	 * same (contract section 3); an entry without an address is junk.
	 */
	private static List<Map<String, String>> documents(JsonNode path) {
		List<Map<String, String>> documents = new ArrayList<>();
		for (JsonNode one : path) {
			if (text(one, "dok_uri") != null) {
				Map<String, String> document = new LinkedHashMap<>();
				DOCUMENT.forEach((key) -> document.put(key, orEmpty(text(one, key))));
				documents.add(document);
			}
		}
		return documents;
	}

	private Shape skp22() {
		Resource r = Resource.KINERJA;
		return new Simple(r, "rw-skp22", "skp22/save",
				fields(r, "hasilKerja", "perilakuKerja", "predikat", "statusPenilai", "nipPenilai"),
				(row, to) -> to.set("tahun", integer(row, "tahun"))
					.set("periode", "TAHUN")
					.set("basis", "PERMENPAN6")
					.set("hasilKerja", text(row, "hasilKinerjaNilai"))
					.set("perilakuKerja", text(row, "PerilakuKerjaNilai", "perilakuKerjaNilai"))
					.set("predikat", text(row, "KuadranKinerjaNilai", "kuadranKinerjaNilai"))
					.set("statusPenilai", text(row, "statusPenilai"))
					.set("nipPenilai", text(row, "nipNrpPenilai", "penilaiNipNrp"))
					.set("namaPenilai", text(row, "namaPenilai"))
					.set("jabatanPenilai", text(row, "penilaiJabatanNm"))
					.set("unorPenilai", text(row, "penilaiUnorNm")),
				(entry, context) -> {
					Map<String, Object> body = new LinkedHashMap<>();
					body.put("pnsDinilaiOrang", context.pnsId());
					body.put("tahun", entry.integer(r.field("tahun")));
					body.put("hasilKinerjaNilai", number(entry, "hasilKerja"));
					body.put("perilakuKerjaNilai", number(entry, "perilakuKerja"));
					body.put("kuadranKinerjaNilai", number(entry, "predikat"));
					body.put("statusPenilai", orEmpty(entry.text(r.field("statusPenilai"))));
					body.put("penilaiNipNrp", orEmpty(entry.text(r.field("nipPenilai"))));
					body.put("penilaiNama", orEmpty(entry.text(r.field("namaPenilai"))));
					body.put("penilaiJabatan", orEmpty(entry.text(r.field("jabatanPenilai"))));
					body.put("penilaiGolongan", orEmpty(entry.text(r.field("golonganPenilai"))));
					body.put("penilaiUnorNama", orEmpty(entry.text(r.field("unorPenilai"))));
					body.put("path", List.of());
					return body;
				}, Map.of("penilaiGolongan", "penilaiGolonganId"));
	}

	private static Integer number(Entry entry, String field) {
		String code = entry.text(entry.resource().field(field));
		return (code != null) ? Integer.valueOf(code) : null;
	}

	/**
	 * Appraisals before 2022: read and compared, but no longer written (their years are
	 * closed).
	 */
	private Shape skp() {
		return new Simple(Resource.KINERJA, "rw-skp", null, fields(Resource.KINERJA, "basis", "nilai"), (row, to) -> {
			Integer year = integer(row, "tahun");
			String basis = text(row, "jenisPeraturanKinerjaKd");
			to.set("tahun", year)
				.set("periode",
						(year == null || year != 2021) ? "TAHUN" : "PP30".equals(basis) ? "SEMESTER2" : "SEMESTER1")
				.set("basis", basis)
				.set("nilai", decimal(row, "nilaiPrestasiKerja", "nilairatarata"));
		}, null);
	}

	private Shape hukdis() {
		Resource r = Resource.HUKDIS;
		return new Simple(r, "rw-hukdis", "hukdis/save",
				fields(r, "jenisHukuman", "tingkatHukuman", "tanggalSk", "akhirHukuman", "nomorSkPembatalan"),
				(row, to) -> to.set("jenisHukuman", text(row, "jenisHukuman"))
					.set("tingkatHukuman", text(row, "jenisTingkatHukumanId"))
					.set("nomorSk", text(row, "skNomor"))
					.set("tanggalSk", date(row, "skTanggal"))
					.set("tmtHukuman", date(row, "hukumanTanggal"))
					.set("akhirHukuman", date(row, "akhirHukumTanggal"))
					.set("masaTahun", integer(row, "masaTahun"))
					.set("masaBulan", integer(row, "masaBulan"))
					.set("nomorPp", text(row, "nomorPp"))
					.set("nomorSkPembatalan", text(row, "skPembatalanNomor"))
					.set("tanggalSkPembatalan", date(row, "skPembatalanTanggal"))
					.set("keterangan", text(row, "keterangan")),
				(entry, context) -> {
					Map<String, Object> body = new LinkedHashMap<>();
					body.put("pnsOrangId", context.pnsId());
					body.put("jenisHukumanId", entry.text(r.field("jenisHukuman")));
					body.put("jenisTingkatHukumanId", entry.text(r.field("tingkatHukuman")));
					body.put("alasanHukumanDisiplinId", "");
					body.put("golonganId", "");
					body.put("golonganLama", "");
					body.put("kedudukanHukumId", "");
					body.put("hukumanTanggal", date(entry.date(r.field("tmtHukuman"))));
					body.put("akhirHukumanTanggal", date(entry.date(r.field("akhirHukuman"))));
					body.put("masaTahun", orEmpty(entry.integer(r.field("masaTahun"))));
					body.put("masaBulan", orEmpty(entry.integer(r.field("masaBulan"))));
					body.put("nomorPp", orEmpty(entry.text(r.field("nomorPp"))));
					body.put("skNomor", entry.text(r.field("nomorSk")));
					body.put("skTanggal", date(entry.date(r.field("tanggalSk"))));
					body.put("skPembatalanNomor", orEmpty(entry.text(r.field("nomorSkPembatalan"))));
					body.put("skPembatalanTanggal", date(entry.date(r.field("tanggalSkPembatalan"))));
					body.put("hukdisYangDiberhentikanId", "");
					body.put("keterangan", orEmpty(entry.text(r.field("keterangan"))));
					body.put("path", List.of());
					return body;
				}, Map.of("alasanHukumanDisiplinId", "alasanHukumanDisiplin", "golonganId", "golongan", "golonganLama",
						"golonganLama", "kedudukanHukumId", "kedudukanHukum"));
	}

	private Shape penghargaan() {
		Resource r = Resource.PENGHARGAAN;
		return new Simple(r, "rw-penghargaan", "penghargaan/save", fields(r, "jenisPenghargaan", "tahun"),
				(row, to) -> to.set("jenisPenghargaan", text(row, "hargaId"))
					.set("tahun", integer(row, "tahun"))
					.set("nomorSk", text(row, "skNomor"))
					.set("tanggalSk", date(row, "skDate")),
				(entry, context) -> {
					Map<String, Object> body = new LinkedHashMap<>();
					body.put("pnsOrangId", context.pnsId());
					body.put("hargaId", entry.text(r.field("jenisPenghargaan")));
					body.put("tahun", entry.integer(r.field("tahun")));
					body.put("skNomor", entry.text(r.field("nomorSk")));
					body.put("skDate", date(entry.date(r.field("tanggalSk"))));
					body.put("path", List.of());
					return body;
				});
	}

	private Shape angkaKredit() {
		Resource r = Resource.ANGKA_KREDIT;
		return new Simple(r, "rw-angkakredit", "angkakredit/save",
				fields(r, "bulanMulai", "tahunMulai", "bulanSelesai", "tahunSelesai", "kreditTotal"),
				(row, to) -> to.set("nomorSk", text(row, "nomorSk"))
					.set("tanggalSk", date(row, "tanggalSk"))
					.set("bulanMulai", integer(row, "bulanMulaiPenailan", "bulanMulaiPenilaian"))
					.set("tahunMulai", integer(row, "tahunMulaiPenailan", "tahunMulaiPenilaian"))
					.set("bulanSelesai", integer(row, "bulanSelesaiPenailan", "bulanSelesaiPenilaian"))
					.set("tahunSelesai", integer(row, "tahunSelesaiPenailan", "tahunSelesaiPenilaian"))
					.set("kreditUtama", decimal(row, "kreditUtamaBaru"))
					.set("kreditPenunjang", decimal(row, "kreditPenunjangBaru"))
					.set("kreditTotal", decimal(row, "kreditBaruTotal"))
					.set("angkaKreditPertama", flag(row, "isAngkaKreditPertama"))
					.set("integrasi", flag(row, "isIntegrasi"))
					.set("konversi", flag(row, "isKonversi")),
				(entry, context) -> {
					Map<String, Object> body = new LinkedHashMap<>();
					body.put("pnsId", context.pnsId());
					body.put("rwJabatanId", orEmpty(context.jabatanId()));
					body.put("nomorSk", entry.text(r.field("nomorSk")));
					body.put("tanggalSk", date(entry.date(r.field("tanggalSk"))));
					body.put("bulanMulaiPenailan", orEmpty(entry.integer(r.field("bulanMulai"))));
					body.put("tahunMulaiPenailan", orEmpty(entry.integer(r.field("tahunMulai"))));
					body.put("bulanSelesaiPenailan", orEmpty(entry.integer(r.field("bulanSelesai"))));
					body.put("tahunSelesaiPenailan", orEmpty(entry.integer(r.field("tahunSelesai"))));
					body.put("kreditUtamaBaru", orEmpty(entry.decimal(r.field("kreditUtama"))));
					body.put("kreditPenunjangBaru", orEmpty(entry.decimal(r.field("kreditPenunjang"))));
					body.put("kreditBaruTotal", orEmpty(entry.decimal(r.field("kreditTotal"))));
					body.put("isAngkaKreditPertama", flag(entry.isTrue(r.field("angkaKreditPertama"))));
					body.put("isIntegrasi", flag(entry.isTrue(r.field("integrasi"))));
					body.put("isKonversi", flag(entry.isTrue(r.field("konversi"))));
					body.put("path", List.of());
					return body;
				});
	}

	private static Set<Field> fields(Resource resource, String... names) {
		return Arrays.stream(names).map(resource::field).collect(Collectors.toUnmodifiableSet());
	}

	private record Simple(Resource resource, String readPath, String savePath, Set<Field> comparable,
			BiConsumer<JsonNode, Shape.Values> reader, BiFunction<Entry, Shape.Context, Map<String, Object>> writer,
			Map<String, String> kept) implements Shape {

		/**
		 * @param kept what an update hands back as it was read: key of the save to key of
		 * the row
		 */
		Simple(Resource resource, String readPath, String savePath, Set<Field> comparable,
				BiConsumer<JsonNode, Shape.Values> reader,
				BiFunction<Entry, Shape.Context, Map<String, Object>> writer) {
			this(resource, readPath, savePath, comparable, reader, writer, Map.of());
		}

		@Override
		public Map<String, Object> beside(JsonNode row) {
			Map<String, Object> beside = new LinkedHashMap<>();
			this.kept.forEach((written, read) -> {
				String text = text(row, read);
				if (text != null) {
					beside.put(written, text);
				}
			});
			List<Map<String, String>> documents = documents(row.path("path"));
			if (!documents.isEmpty()) {
				beside.put("path", documents);
			}
			return beside;
		}

		@Override
		public Entry derived(Entry entry) {
			return switch (entry.resource()) {
				case DIKLAT -> withYear(entry, "tanggal");
				case KURSUS -> withYear(entry, "tanggalKursus");
				default -> entry;
			};
		}

		@Override
		public void read(JsonNode row, Values values) {
			this.reader.accept(row, values);
		}

		@Override
		public Map<String, Object> save(Entry entry, Context context) {
			return this.writer.apply(entry, context);
		}

	}

}
