package id.simpul.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What gathers over a career: training, appraisals, honours, sanctions and credit points.
 */
final class Records {

	private static final String[] KINDS = { "3", "4", "7", "8", "9", "10", "16" };

	private static final int FIRST_APPRAISAL = 2015;

	private static final int PERMENPAN_6 = 2022;

	private final Person person;

	private final Career career;

	private final LocalDate today;

	private final SplittableRandom random;

	Records(Person person, Career career, LocalDate today, SplittableRandom random) {
		this.person = person;
		this.career = career;
		this.today = today;
		this.random = random;
	}

	void all() {
		diklat();
		kursus();
		kinerja();
		if (this.person.kind == Kind.STRUKTURAL || this.person.kind == Kind.FUNGSIONAL
				|| this.person.kind == Kind.PELAKSANA) {
			penghargaan();
			if (this.random.nextInt(100) == 0) {
				hukdis(this.person, this.career.start().plusYears(2));
			}
		}
		if (this.person.kind == Kind.FUNGSIONAL) {
			angkaKredit();
		}
	}

	private void diklat() {
		String before = "";
		for (Fact post : this.person.list("jabatan")) {
			String level = switch (String.valueOf(post.get("eselon"))) {
				case "42", "41" -> "2";
				case "32", "31" -> "3";
				case "22" -> "4";
				default -> before;
			};
			LocalDate from = post.date("tmtJabatan").plusMonths(4);
			if (!level.equals(before) && from.plusDays(60).isBefore(this.today)) {
				leadership(this.person, level, from);
				before = level;
			}
		}
	}

	static Fact leadership(Person person, String level, LocalDate from) {
		return person.add("diklat")
			.set("latihanStruktural", level)
			.set("nama", "Pelatihan Kepemimpinan")
			.set("nomor", "PIM/" + person.localId() + "/" + from.getYear() + "/" + level)
			.set("tanggal", from)
			.set("tanggalSelesai", from.plusDays(44))
			.set("tahun", from.getYear())
			.set("jumlahJam", 285)
			.set("penyelenggara", "BPSDMD Provinsi Sumatera Selatan");
	}

	private void kursus() {
		int count = switch (this.person.kind) {
			case CPNS, PARUH_WAKTU -> 1;
			case PPPK -> 3 + this.random.nextInt(3);
			default -> 6 + this.random.nextInt(5);
		};
		LocalDate first = this.career.start().plusDays(20);
		long span = first.until(this.today.minusDays(12), ChronoUnit.DAYS);
		for (int i = 0; i < count && span > 0; i++) {
			// each in its own part of the career, so that no two are on one day
			LocalDate from = first.plusDays(span * i / count + this.random.nextLong(Math.max(1, span / count)));
			String kind = (this.person.kind == Kind.FUNGSIONAL && i == 1) ? "2"
					: KINDS[this.random.nextInt(KINDS.length)];
			course(this.person, kind, Names.COURSES[(i + this.random.nextInt(3)) % Names.COURSES.length], from, i);
		}
	}

	static Fact course(Person person, String kind, String name, LocalDate from, int number) {
		int days = 2 + (from.getDayOfMonth() % 4);
		return person.add("kursus")
			.set("jenisDiklat", kind)
			.set("namaKursus", name)
			.set("nomorSertifikat", "SERT/%s/%02d/%d".formatted(person.localId(), number, from.getYear()))
			.set("tanggalKursus", from)
			.set("tanggalSelesai", from.plusDays(days - 1L))
			.set("tahun", from.getYear())
			.set("jumlahJam", days * 8)
			.set("penyelenggara", (number % 2 == 0) ? "BPSDMD Provinsi Sumatera Selatan" : "Lembaga Pelatihan Ampera");
	}

	private void kinerja() {
		int last = this.today.getYear() - 1;
		int first = Math.max(Math.min(this.career.start().getYear() + 1, last),
				Math.max(FIRST_APPRAISAL, this.today.getYear() - 11));
		if (this.career.start().getYear() > last) {
			return;
		}
		String assessor = "%tY%<tm%<td%tY%s%d%03d".formatted(this.career.born().minusYears(9),
				this.career.born().plusYears(15), "03", 1 + this.random.nextInt(2), 1 + this.random.nextInt(900));
		String name = Maker.pick(Names.MEN, this.random) + " " + Maker.pick(Names.FAMILY, this.random);
		for (int year = first; year <= last; year++) {
			if (year < PERMENPAN_6 - 1) {
				figure(year, "TAHUN", "PP46");
			}
			else if (year < PERMENPAN_6) {
				figure(year, "SEMESTER1", "PP46");
				figure(year, "SEMESTER2", "PP30");
			}
			else {
				predicate(year, assessor, name);
			}
		}
	}

	private void figure(int year, String period, String basis) {
		this.person.add("kinerja")
			.set("tahun", year)
			.set("periode", period)
			.set("basis", basis)
			.set("nilai", (78 + this.random.nextInt(13)) + "." + (11 + this.random.nextInt(80)));
	}

	private void predicate(int year, String assessor, String name) {
		String[] rating = switch (this.random.nextInt(12)) {
			case 0, 1, 2 -> new String[] { "1", "1", "1" };
			case 3 -> new String[] { "1", "2", "2" };
			case 4 -> new String[] { "3", "2", "3" };
			default -> new String[] { "2", "2", "2" };
		};
		this.person.add("kinerja")
			.set("tahun", year)
			.set("periode", "TAHUN")
			.set("basis", "PERMENPAN6")
			.set("hasilKerja", rating[0])
			.set("perilakuKerja", rating[1])
			.set("predikat", rating[2])
			.set("statusPenilai", "ASN")
			.set("nipPenilai", assessor)
			.set("namaPenilai", name)
			.set("jabatanPenilai", "Kepala Bidang")
			.set("unorPenilai", this.person.last("jabatan").get("namaUnor"));
	}

	private void penghargaan() {
		for (int years : List.of(10, 20)) {
			LocalDate day = LocalDate.of(this.career.start().getYear() + years + 1, 8, 10);
			if (day.isBefore(this.today) && this.random.nextInt(100) < 55) {
				honour(this.person, (years == 10) ? "201" : "202", day);
			}
		}
	}

	static Fact honour(Person person, String kind, LocalDate day) {
		return person.add("penghargaan")
			.set("jenisPenghargaan", kind)
			.set("tahun", day.getYear())
			.set("nomorSk", "KEPPRES/" + kind + "/TK/" + day.getYear())
			.set("tanggalSk", day);
	}

	/** A sanction of the middle level, six months long. */
	static Fact hukdis(Person person, LocalDate tmt) {
		person.of("kinerja")
			.filter((fact) -> "1".equals(fact.get("predikat")) && fact.number("tahun") == tmt.getYear())
			.forEach((fact) -> fact.set("hasilKerja", "2").set("perilakuKerja", "2").set("predikat", "2"));
		return person.add("hukdis")
			.set("jenisHukuman", "23")
			.set("tingkatHukuman", "S")
			.set("nomorSk", "862/" + person.localId() + "/" + tmt.getYear())
			.set("tanggalSk", tmt.minusDays(6))
			.set("tmtHukuman", tmt)
			.set("akhirHukuman", tmt.plusMonths(6))
			.set("masaTahun", "0")
			.set("masaBulan", "6")
			.set("nomorPp", "PP 94/2021");
	}

	private void angkaKredit() {
		for (int year = 2023; year < this.today.getYear(); year++) {
			LocalDate decided = LocalDate.of(year + 1, 1, 20);
			boolean held = this.person.of("jabatan")
				.anyMatch((post) -> "2".equals(post.get("jenisJabatan"))
						&& post.date("tmtJabatan").isBefore(decided.minusDays(60)));
			if (held && decided.isBefore(this.today)) {
				credit(this.person, year, decided);
			}
		}
	}

	static Fact credit(Person person, int year, LocalDate decided) {
		return person.add("angka-kredit")
			.set("nomorSk", "PAK/" + person.localId() + "/" + year)
			.set("tanggalSk", decided)
			.set("bulanMulai", "1")
			.set("tahunMulai", year)
			.set("bulanSelesai", "12")
			.set("tahunSelesai", year)
			.set("kreditUtama", "12.5")
			.set("kreditTotal", "12.5")
			.set("konversi", "1");
	}

}
