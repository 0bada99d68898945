package id.simpul.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * How somebody came in and rose: education, ranks and posts, each step possible by the
 * rules of the land.
 */
final class Career {

	private static final String[] RANKS = { "11", "12", "13", "14", "21", "22", "23", "24", "31", "32", "33", "34",
			"41", "42", "43", "44", "45" };

	private static final int BUP = 58;

	private final Person person;

	private final LocalDate today;

	private final LocalDate born;

	private final SplittableRandom random;

	private LocalDate start;

	private String education;

	private int field;

	private boolean master;

	Career(Person person, LocalDate today, LocalDate born, SplittableRandom random) {
		this.person = person;
		this.today = today;
		this.born = born;
		this.random = random;
	}

	/** Settles the first day and the education at it. */
	void enter(int entryAge) {
		int age = this.born.until(this.today).getYears();
		int draw = this.random.nextInt(100);
		this.field = this.random.nextInt(Names.MAJORS.length);
		Kind kind = this.person.kind;
		this.education = switch (kind) {
			case STRUKTURAL -> "40";
			case FUNGSIONAL, CPNS, PPPK -> (draw < 70) ? "40" : "30";
			case PELAKSANA -> (draw < 40) ? "15" : (draw < 60) ? "30" : "40";
			case PARUH_WAKTU -> (draw < 60) ? "15" : "40";
		};
		int months = this.random.nextInt(12);
		LocalDate month = this.today.withDayOfMonth(1);
		this.start = switch (kind) {
			case STRUKTURAL, FUNGSIONAL, PELAKSANA -> {
				int latest = Math.min((kind == Kind.STRUKTURAL) ? 25 : 30, age - 3);
				int at = (entryAge > 0) ? entryAge
						: Math.min(latest, 22) + this.random.nextInt(Math.max(1, latest - 21));
				yield this.born.plusYears(Math.min(at, Math.max(latest, entryAge)))
					.plusMonths(months)
					.withDayOfMonth(1);
			}
			case CPNS -> month.minusMonths(1 + this.random.nextInt(9));
			case PPPK -> notBefore(month.minusMonths(3 + this.random.nextInt(54)), month);
			case PARUH_WAKTU -> month.minusMonths(1 + this.random.nextInt(9));
		};
		int graduated = this.born.getYear() + (this.education.equals("40") ? 22 : 21);
		if (graduated > this.start.getYear() && !this.education.equals("15")) {
			this.education = "15";
		}
		this.master = (kind == Kind.STRUKTURAL || (kind == Kind.FUNGSIONAL && draw < 15)) && this.education.equals("40")
				&& age > 38;
	}

	private LocalDate notBefore(LocalDate drawn, LocalDate month) {
		LocalDate grown = this.born.plusYears(23);
		return drawn.isBefore(grown) ? month.minusMonths(2) : drawn;
	}

	LocalDate start() {
		return this.start;
	}

	LocalDate born() {
		return this.born;
	}

	String title() {
		return switch (this.education) {
			case "40" -> Names.TITLES[this.field] + (this.master ? ", M.Si." : "");
			case "30" -> "A.Md.";
			default -> null;
		};
	}

	void appoint(Fact pegawai) {
		String number = "%04d".formatted(this.random.nextInt(1, 9999));
		LocalDate signed = this.start.minusDays(15);
		if (this.person.kind.isPppk()) {
			LocalDate end = this.start.plusYears((this.person.kind == Kind.PPPK) ? 5 : 1).minusDays(1);
			LocalDate retired = this.born.plusYears(BUP).withDayOfMonth(1).plusMonths(1);
			pegawai.set("nomorKontrak", "814/" + number + "/PK/" + signed.getYear())
				.set("tmtKontrak", this.start)
				.set("akhirKontrak", end.isAfter(retired) ? retired : end);
			return;
		}
		pegawai.set("tmtCpns", this.start)
			.set("nomorSkCpns", "813/" + number + "/CPNS/" + signed.getYear())
			.set("tglSkCpns", signed);
		if (this.person.kind != Kind.CPNS) {
			LocalDate pns = this.start.plusYears(1);
			pegawai.set("tmtPns", pns)
				.set("nomorSkPns", "821.1/" + number + "/PNS/" + pns.getYear())
				.set("tglSkPns", pns.minusDays(15));
		}
	}

	void pendidikan() {
		int year = this.born.getYear();
		school("15", year + 18, "SMA Negeri " + (1 + this.random.nextInt(20)), "IPA", null);
		if (this.education.equals("30")) {
			school("30", year + 21, Maker.pick(Names.SCHOOLS, this.random), Names.MAJORS[this.field], "A.Md.");
		}
		if (this.education.equals("40")) {
			school("40", year + 22, Maker.pick(Names.SCHOOLS, this.random), Names.MAJORS[this.field],
					Names.TITLES[this.field]);
		}
		if (this.master) {
			school("45", year + 34, Maker.pick(Names.SCHOOLS, this.random), "Administrasi Publik", "M.Si.");
		}
	}

	private void school(String level, int year, String name, String major, String title) {
		this.person.add("pendidikan")
			.set("tingkatPendidikan", level)
			.set("namaPendidikan", major)
			.set("namaSekolah", name)
			.set("nomorIjazah", level + "/" + this.person.localId() + "/" + year)
			.set("tahunLulus", year)
			.set("tanggalLulus", LocalDate.of(year, 6, 10).plusDays(this.random.nextInt(60)))
			.set("gelarBelakang", title)
			.set("pendidikanPertama", level.equals(this.education) ? "1" : "0");
	}

	void golongan() {
		if (this.person.kind == Kind.PARUH_WAKTU) {
			return;
		}
		if (this.person.kind == Kind.PPPK) {
			rank(this.education.equals("15") ? "P5" : this.education.equals("30") ? "P7" : "P9", this.start, null);
			return;
		}
		int step = this.education.equals("15") ? 4 : this.education.equals("30") ? 6 : 8;
		int highest = (this.person.kind == Kind.PELAKSANA) ? step + 4 : (step == 6) ? 11 : 14;
		String reason = switch (this.person.kind) {
			case STRUKTURAL -> "201";
			case FUNGSIONAL -> "202";
			default -> "101";
		};
		rank(RANKS[step], this.start, "211");
		LocalDate next = april(this.start.plusYears(4));
		while (next.isBefore(this.today) && step < highest) {
			rank(RANKS[++step], next, reason);
			next = april(next.plusYears(4 + this.random.nextInt(2)));
		}
	}

	private LocalDate april(LocalDate from) {
		return LocalDate.of(from.getYear(), (from.getMonthValue() <= 4) ? 4 : 10, 1);
	}

	private void rank(String code, LocalDate tmt, String reason) {
		int months = (int) this.start.until(tmt).toTotalMonths();
		this.person.add("golongan")
			.set("golongan", code)
			.set("tmtGolongan", tmt)
			.set("nomorSk", "823/" + "%04d".formatted(this.random.nextInt(1, 9999)) + "/KEP/" + tmt.getYear())
			.set("tanggalSk", tmt.minusDays(20))
			.set("jenisKp", reason)
			.set("masaKerjaTahun", months / 12)
			.set("masaKerjaBulan", months % 12);
	}

	void jabatan() {
		String unit = Maker.pick(Names.UNITS, this.random);
		switch (this.person.kind) {
			case FUNGSIONAL -> functional(unit);
			case PPPK -> {
				if (this.random.nextInt(100) < 75) {
					function(Maker.pick(Names.FUNCTIONS, this.random), levels().get(0), unit, this.start);
				}
				else {
					post("4", Maker.pick(Names.POSTS, this.random), unit, this.start);
				}
			}
			case STRUKTURAL -> structural(unit);
			default -> {
				post("4", Maker.pick(Names.POSTS, this.random), unit, this.start);
				LocalDate later = this.start.plusYears(9).plusMonths(this.random.nextInt(30)).withDayOfMonth(1);
				if (later.isBefore(this.today)) {
					post("4", Maker.pick(Names.POSTS, this.random), Maker.pick(Names.UNITS, this.random), later);
				}
			}
		}
	}

	private void functional(String unit) {
		post("4", Maker.pick(Names.POSTS, this.random), unit, this.start);
		String function = Maker.pick(Names.FUNCTIONS, this.random);
		LocalDate since = this.start.plusYears(1).plusMonths(2);
		for (String level : levels()) {
			if (since.isBefore(this.today)) {
				function(function, level, unit, since);
			}
			since = since.plusYears(7).plusMonths(this.random.nextInt(12));
		}
	}

	private List<String> levels() {
		return this.education.equals("40") ? List.of("PT", "MU", "MA") : List.of("TR", "MH", "PY");
	}

	private void function(String name, String level, String unit, LocalDate tmt) {
		String full = name + " " + switch (level) {
			case "PT" -> "Ahli Pertama";
			case "MU" -> "Ahli Muda";
			case "MA" -> "Ahli Madya";
			case "TR" -> "Terampil";
			case "MH" -> "Mahir";
			default -> "Penyelia";
		};
		post("2", full, unit, tmt).set("jenjang", level);
	}

	private void structural(String unit) {
		post("4", Maker.pick(Names.POSTS, this.random), unit, this.start);
		String[] levels = { "42", "41", "32", "31", "22" };
		String[] names = { "Kepala Seksi", "Kepala Subbagian", "Kepala Bidang", "Sekretaris", "Kepala" };
		LocalDate since = this.start.plusYears(10);
		for (int i = 0; i < levels.length && since.isBefore(this.today.minusDays(40)); i++) {
			post("1", names[i] + " " + unit, unit, since).set("eselon", levels[i]).set("tmtPelantikan", since);
			since = since.plusYears(4).plusMonths(this.random.nextInt(18));
		}
	}

	private Fact post(String kind, String name, String unit, LocalDate tmt) {
		Fact post = this.person.add("jabatan")
			.set("jenisJabatan", kind)
			.set("namaJabatan", name)
			.set("unorId", id(this.person.sender.kode() + unit))
			.set("namaUnor", unit)
			.set("nomorSk", "821.2/" + "%04d".formatted(this.random.nextInt(1, 9999)) + "/KEP/" + tmt.getYear())
			.set("tanggalSk", tmt.minusDays(5))
			.set("tmtJabatan", tmt)
			.set("jenisMutasi", "MJ")
			.set("jenisPenugasan", "D");
		return kind.equals("1") ? post : post.set("jabatanId", id(name).replace("-", ""));
	}

	/** An id as the registry gives them, invented from a name. */
	static String id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
