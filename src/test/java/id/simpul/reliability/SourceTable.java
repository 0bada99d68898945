package id.simpul.reliability;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where one kind of entry lies in one kind of source, and how it is written there. Made
 * from what the systems are known to hold, not from the mapping files: what the program
 * makes of them is measured by it.
 *
 * @param columns by field of the common schema; the first is the one our rows are known
 * by, except for {@code pegawai}
 */
record SourceTable(String resource, String table, String person, Map<String, Column> columns) {

	private static final String[] MONTHS = { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
			"September", "Oktober", "November", "Desember" };

	private static final Map<String, String> DIKLAT = Map.of("3", "Teknis", "4", "Workshop", "8", "Bimtek", "9",
			"Seminar");

	private static final Map<String, String> HONOURS = Map.of("201", "Satyalancana Karya Satya 10 Tahun", "202",
			"Satyalancana Karya Satya 20 Tahun", "203", "Satyalancana Karya Satya 30 Tahun", "111",
			"Satyalancana Trikora");

	private static final Map<String, String> ITSELF = Map.of();

	private static final Map<String, List<SourceTable>> TABLES = Map.of("riwayat", riwayat(), "tb01", tb01(), "laravel",
			laravel());

	/** How a value is written. */
	enum Form {

		TEXT, DATE,

		/** By different hands: the day decides which. */
		MIXED_DATE

	}

	/**
	 * @param codes what stands there instead of our code; empty where the code itself
	 * does
	 */
	record Column(String name, Form form, Map<String, String> codes) {

		String written(String value) {
			if (this.form == Form.MIXED_DATE) {
				LocalDate date = LocalDate.parse(value);
				return switch (date.getDayOfMonth() % 4) {
					case 0 -> value;
					case 1 -> date.format(DateTimeFormatter.ofPattern("dd-MM-uuuu"));
					case 2 -> date.format(DateTimeFormatter.ofPattern("dd/MM/uuuu"));
					default -> date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
				};
			}
			return this.codes.getOrDefault(value, value);
		}

		/** The value of the common schema again. */
		String read(String text) {
			if (this.form == Form.TEXT) {
				return this.codes.entrySet()
					.stream()
					.filter((code) -> code.getValue().equals(text))
					.map(Map.Entry::getKey)
					.findFirst()
					.orElse(text);
			}
			String[] parts = text.split("[-/ ]");
			if (parts[0].length() == 4) {
				return text;
			}
			String month = Character.isDigit(parts[1].charAt(0)) ? parts[1]
					: String.valueOf(List.of(MONTHS).indexOf(parts[1]) + 1);
			return String.format(Locale.ROOT, "%s-%02d-%02d", parts[2], Integer.parseInt(month),
					Integer.parseInt(parts[0]));
		}

	}

	/** The tables of one kind of source that entries are made, changed and read in. */
	static List<SourceTable> of(String layout) {
		return TABLES.get(layout);
	}

	/** The business key of an entry, as everybody in this business understands it. */
	static String key(String resource, Map<String, String> fields) {
		return switch (resource) {
			case "kursus" -> fields.get("tanggalKursus") + "|" + fields.get("nomorSertifikat");
			case "penghargaan" -> fields.get("tanggalSk") + "|" + fields.get("nomorSk");
			case "jabatan" -> fields.get("tmtJabatan") + "|" + fields.get("nomorSk");
			default -> "";
		};
	}

	private static List<SourceTable> riwayat() {
		return List.of(table("pegawai", "PEGAWAI", "PEGAWAI_ID", "noHp=HP"),
				table("kursus", "KURSUS", "PEGAWAI_ID",
						"nomorSertifikat=NO_SERTIFIKAT namaKursus=NAMA jenisDiklat=JENIS:diklat "
								+ "tanggalKursus=TANGGAL_MULAI:campur tanggalSelesai=TANGGAL_SELESAI:campur "
								+ "jumlahJam=JUMLAH_JAM penyelenggara=PENYELENGGARA"),
				table("penghargaan", "PENGHARGAAN", "PEGAWAI_ID",
						"nomorSk=NO_SK jenisPenghargaan=NAMA:tanda tahun=TAHUN tanggalSk=TANGGAL_SK:campur"),
				table("jabatan", "JABATAN_RIWAYAT", "PEGAWAI_ID",
						"nomorSk=NO_SK jenisJabatan=TIPE_JABATAN:Pelaksana namaJabatan=NAMA_JABATAN "
								+ "jabatanId=JABATAN_SIASN unorId=SATKER_SIASN namaUnor=SATKER "
								+ "tanggalSk=TANGGAL_SK:campur tmtJabatan=TMT_JABATAN:campur"));
	}

	private static List<SourceTable> tb01() {
		return List.of(table("pegawai", "tb_01", "nip", "noHp=hp"),
				table("kursus", "r_diktek", "nip",
						"nomorSertifikat=nosttp namaKursus=nmdiktek jenisDiklat=idjendik tanggalKursus=tgmul:campur "
								+ "tanggalSelesai=tgsttp:campur jumlahJam=jamhari penyelenggara=penyelenggara"),
				table("penghargaan", "r_jasa", "nip",
						"nomorSk=sk jenisPenghargaan=idjasa tahun=tahun tanggalSk=tgsk:tanggal"),
				table("jabatan", "r_jabatan", "nip",
						"nomorSk=skjbt jenisJabatan=idjenjab:3 namaJabatan=nmjab jabatanId=idjab_sapk "
								+ "unorId=idskpd_sapk namaUnor=nmskpd tanggalSk=tgskjbt:tanggal "
								+ "tmtJabatan=tmtjbt:tanggal"));
	}

	private static List<SourceTable> laravel() {
		return List.of(table("pegawai", "pegawai", "id", "noHp=no_hp"),
				table("kursus", "riwayat_kursus", "pegawai_id",
						"nomorSertifikat=nomor namaKursus=nama jenisDiklat=jenis_id:acuan tanggalKursus=mulai:tanggal "
								+ "tanggalSelesai=selesai:tanggal jumlahJam=jam penyelenggara=penyelenggara"),
				table("penghargaan", "penghargaan", "pegawai_id",
						"nomorSk=nomor_sk jenisPenghargaan=jenis tahun=tahun tanggalSk=tanggal_sk:tanggal"),
				table("jabatan", "riwayat_jabatan", "pegawai_id",
						"nomorSk=nomor_sk jenisJabatan=jenis:pelaksana namaJabatan=nama jabatanId=siasn_jabatan_id "
								+ "unorId=siasn_unor_id namaUnor=unit tanggalSk=tanggal_sk:tanggal "
								+ "tmtJabatan=tmt:tanggal"));
	}

	/**
	 * From {@code field=column[:form]}; a form that is none is what jabatan 4 is called.
	 */
	private static SourceTable table(String resource, String table, String person, String columns) {
		Map<String, Column> named = new LinkedHashMap<>();
		Stream.of(columns.split(" ")).forEach((word) -> {
			String[] sides = word.split("=");
			String[] parts = sides[1].split(":");
			String form = (parts.length > 1) ? parts[1] : "";
			named.put(sides[0], new Column(parts[0], switch (form) {
				case "campur" -> Form.MIXED_DATE;
				case "tanggal" -> Form.DATE;
				default -> Form.TEXT;
			}, switch (form) {
				case "", "campur", "tanggal" -> ITSELF;
				case "diklat" -> DIKLAT;
				// the system numbers its own list from 1 in the order of the codes
				case "acuan" -> Map.of("3", "3", "4", "4", "8", "8", "9", "9");
				case "tanda" -> HONOURS;
				default -> Map.of("4", form);
			}));
		});
		return new SourceTable(resource, table, person, named);
	}

}
