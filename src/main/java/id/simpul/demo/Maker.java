package id.simpul.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up one person after another: the same seed, day and number give the same person.
 */
final class Maker {

	/** People of one instansi have different dates of birth up to this many; a prime. */
	private static final int DAYS = 12_007;

	private final long seed;

	private final LocalDate today;

	Maker(long seed, LocalDate today) {
		this.seed = seed;
		this.today = today;
	}

	LocalDate today() {
		return this.today;
	}

	/** A person without fault. */
	Person ordinary(Sender sender, int number) {
		SplittableRandom random = random(sender, number);
		long days = (number * 7919L + sender.ordinal() * 911L + Math.floorMod(this.seed, DAYS)) % DAYS;
		LocalDate born = this.today.minusYears(23).minusDays(40 + days);
		int age = born.until(this.today).getYears();
		Kind kind = Kind.of(age, random.nextInt(100));
		int serial = sender.ordinal() * 55 + 1 + (number / DAYS) % 50;
		Person person = make(sender, number, kind, born, new int[] { serial, 1 + number / DAYS, 0 }, random);
		person.active = random.nextInt(100) >= 3;
		person.known = random.nextInt(100) >= 2;
		draw(person, random);
		return person;
	}

	/**
	 * A person as a fault wants them, with everything the same at the registry unless the
	 * fault says otherwise.
	 */
	Person faulty(Sender sender, int number, int slot, Fault fault) {
		SplittableRandom random = random(sender, number);
		int twin = fault.isSecond() ? slot - 1 : slot;
		LocalDate born = this.today.minusYears(fault.age()).minusDays(31 + 3L * twin);
		int serial = sender.ordinal() * 55 + 51 + (fault.isSecond() && fault != Fault.NIP_GANDA_2 ? 3 : twin % 3);
		// the sex of a twin must be the same, since both numbers tell it
		SplittableRandom shared = random(sender, -1 - twin);
		Person person = make(sender, number, fault.kind(), born, new int[] { serial, 500 + twin, fault.entryAge() },
				shared);
		fault.plant(person, this.today);
		person.publish();
		return person;
	}

	private SplittableRandom random(Sender sender, int number) {
		return new SplittableRandom(this.seed * 1_000_003 + sender.ordinal() * 40_009_001L + number * 7L);
	}

	/**
	 * @param numbers serial of the NIP, serial of the NIK, age at which they came in or 0
	 */
	private Person make(Sender sender, int number, Kind kind, LocalDate born, int[] numbers, SplittableRandom random) {
		Person person = new Person(sender, number, kind);
		person.add("pegawai");
		Career career = new Career(person, this.today, born, random);
		career.enter(numbers[2]);
		identity(person, career, numbers[0], numbers[1], random);
		career.pendidikan();
		career.golongan();
		career.jabatan();
		new Records(person, career, this.today, random).all();
		return person;
	}

	private static void identity(Person person, Career career, int serial, int nikSerial, SplittableRandom random) {
		LocalDate born = career.born();
		boolean woman = random.nextInt(100) < 52;
		LocalDate start = career.start();
		String[] given = woman ? Names.WOMEN : Names.MEN;
		String first = pick(given, random);
		String second = pick(given, random);
		String name = (second.equals(first) ? first : first + " " + second) + " " + pick(Names.FAMILY, random);
		String code = person.sender.kode();
		String kab = (code.length() > 2) ? code.replace(".", "") : "1671";
		int kecamatan = ((code.length() > 2) ? 1 : 41) + random.nextInt(20);
		Fact pegawai = person.pegawai();
		pegawai
			.set("nip",
					"%tY%<tm%<td%tY%s%s%03d".formatted(born, start,
							person.kind.isPppk() ? "21" : "%tm".formatted(start), woman ? "2" : "1", serial))
			.set("nik", nik(kab + "%02d".formatted(kecamatan), born, woman, nikSerial))
			.set("nama", name)
			.set("gelarBelakang", career.title())
			.set("tempatLahir", pick(Names.TOWNS, random))
			.set("tglLahir", born)
			.set("jenisKelamin", woman ? "F" : "M")
			.set("agama", String.valueOf((random.nextInt(100) < 90) ? 1 : 2 + random.nextInt(5)))
			.set("jenisKawin", (random.nextInt(100) < 80) ? "1" : "4")
			.set("jenisAsn", person.kind.jenisAsn)
			.set("kedudukanHukum", person.kind.isPppk() ? "71" : "01");
		if (!person.kind.isPppk()) {
			pegawai.set("jenisPegawai", (code.length() > 2) ? "15" : "10");
		}
		String hp = "0812%02d%06d".formatted(person.sender.ordinal(), person.number);
		String mail = first.toLowerCase(Locale.ROOT).replace('é', 'e') + "." + person.localId();
		pegawai.set("email", mail + "@surel.example")
			.set("emailGov", mail + "@" + person.sender.slug() + ".example")
			.set("noHp", hp)
			.set("alamat",
					"Jl. " + pick(Names.STREETS, random) + " No. " + (1 + random.nextInt(200)) + " RT "
							+ (1 + random.nextInt(20)))
			.set("noNpwp", "%015d".formatted(700_000_000_000L + Long.parseLong(person.localId())))
			.set("bpjs", "%013d".formatted(1_000_000_000L + Long.parseLong(person.localId())));
		career.appoint(pegawai);
	}

	static String nik(String place, LocalDate born, boolean woman, int serial) {
		return "%s%02d%s%04d".formatted(place, born.getDayOfMonth() + (woman ? 40 : 0), "%tm%<ty".formatted(born),
				serial);
	}

	static String pick(String[] words, SplittableRandom random) {
		return words[random.nextInt(words.length)];
	}

	/** Draws what the registry holds of each entry. */
	private static void draw(Person person, SplittableRandom random) {
		for (Fact fact : person.facts) {
			int draw = random.nextInt(1000);
			boolean old = "kinerja".equals(fact.resource) && fact.number("tahun") < 2022;
			switch (fact.resource) {
				case "pegawai" -> fact.fate = (draw < 50) ? Fact.Fate.DIFFERENT : Fact.Fate.SAME;
				case "golongan", "pendidikan" -> fact.fate = fate(draw, 10, 20);
				case "kinerja" -> fact.fate = old ? fate(draw, 10, 20) : fate(draw, 110, 165);
				case "hukdis" -> fact.fate = fate(draw, 110, 110);
				default -> fact.fate = fate(draw, 110, 165);
			}
		}
		person.publish();
	}

	private static Fact.Fate fate(int draw, int absent, int different) {
		return (draw < absent) ? Fact.Fate.ABSENT : (draw < different) ? Fact.Fate.DIFFERENT : Fact.Fate.SAME;
	}

}
