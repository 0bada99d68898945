package id.simpul.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Nik;
import id.simpul.pegawai.Nip;
import id.simpul.pegawai.Resource;

/**
 * NIP and NIK against each other's neighbours in the same row. A NIP that contradicts the
 * person blocks, since the registry finds people by it; a NIK never changes, also when a
 * date of birth is corrected, so its contradictions warn.
 */
final class IdentityRules {

	private static final Field JENIS_KELAMIN = Resource.PEGAWAI.field("jenisKelamin");

	private static final Field TMT_KONTRAK = Resource.PEGAWAI.field("tmtKontrak");

	private static final int YOUNGEST = 18;

	private static final int OLDEST_CPNS = 40;

	private final CodeList provinsi;

	private final Retirement retirement;

	private IdentityRules(CodeLists codes) {
		this.provinsi = codes.get("provinsi");
		this.retirement = new Retirement(codes);
	}

	static List<Rule> rules(CodeLists codes) {
		IdentityRules rules = new IdentityRules(codes);
		return List.of(Rule.entry("NIP_FORMAT", IdentityRules::nipFormat, Resource.PEGAWAI),
				Rule.entry("NIP_TGLLAHIR", IdentityRules::nipTglLahir, Resource.PEGAWAI),
				Rule.entry("NIP_JK", IdentityRules::nipJenisKelamin, Resource.PEGAWAI),
				Rule.entry("NIP_JENISASN", IdentityRules::nipJenisAsn, Resource.PEGAWAI),
				Rule.entry("NIP_TMTCPNS", IdentityRules::nipTmtCpns, Resource.PEGAWAI),
				Rule.entry("NIP_TAHUN_PPPK", IdentityRules::nipTahunPppk, Resource.PEGAWAI),
				Rule.entry("NIP_USIA_MASUK", rules::usiaMasuk, Resource.PEGAWAI),
				Rule.entry("NIK_FORMAT", rules::nikFormat, Resource.PEGAWAI),
				Rule.entry("NIK_TGLLAHIR", IdentityRules::nikTglLahir, Resource.PEGAWAI),
				Rule.entry("NIK_JK", IdentityRules::nikJenisKelamin, Resource.PEGAWAI));
	}

	private static void nipFormat(Entry pegawai, Person person, Verdict verdict) {
		if (person.nip() == null) {
			verdict.block(pegawai, Person.NIP);
		}
	}

	private static void nipTglLahir(Entry pegawai, Person person, Verdict verdict) {
		if (person.nip() != null && !person.nip().tglLahir().equals(person.tglLahir())) {
			verdict.block(pegawai, Person.TGL_LAHIR);
		}
	}

	private static void nipJenisKelamin(Entry pegawai, Person person, Verdict verdict) {
		if (person.nip() != null && !person.nip().jenisKelamin().equals(pegawai.text(JENIS_KELAMIN))) {
			verdict.block(pegawai, JENIS_KELAMIN);
		}
	}

	/**
	 * How an NI PPPK of part-timers is built is not published, so there it only warns.
	 */
	private static void nipJenisAsn(Entry pegawai, Person person, Verdict verdict) {
		if (person.nip() == null || person.nip().isPppk() == person.isPppk()) {
			return;
		}
		String jenisAsn = pegawai.text(Person.JENIS_ASN);
		String digits = person.nip().isPppk() ? "PPPK" : "PNS";
		if (Person.PARUH_WAKTU.equals(jenisAsn)) {
			verdict.warn(pegawai, Person.JENIS_ASN, jenisAsn, digits);
		}
		else {
			verdict.block(pegawai, Person.JENIS_ASN, jenisAsn, digits);
		}
	}

	private static void nipTmtCpns(Entry pegawai, Person person, Verdict verdict) {
		LocalDate tmtCpns = pegawai.date(Person.TMT_CPNS);
		Nip nip = person.nip();
		if (tmtCpns == null || nip == null || nip.isPppk() || person.isPppk()) {
			return;
		}
		YearMonth month = nip.bulanCpns().orElseThrow();
		if (tmtCpns.getYear() != month.getYear() || tmtCpns.getMonthValue() != month.getMonthValue()) {
			verdict.block(pegawai, Person.TMT_CPNS, YearMonth.from(tmtCpns).toString(), month.toString());
		}
	}

	/** A later agreement is a renewal; one before the year in the number cannot be. */
	private static void nipTahunPppk(Entry pegawai, Person person, Verdict verdict) {
		LocalDate tmtKontrak = pegawai.date(TMT_KONTRAK);
		if (tmtKontrak != null && person.isPppk() && person.nip() != null && person.nip().isPppk()
				&& tmtKontrak.getYear() < person.nip().tahunPengangkatan()) {
			verdict.warn(pegawai, TMT_KONTRAK, String.valueOf(tmtKontrak.getYear()),
					String.valueOf(person.nip().tahunPengangkatan()));
		}
	}

	private void usiaMasuk(Entry pegawai, Person person, Verdict verdict) {
		LocalDate born = person.tglLahir();
		if (person.firstDay() != null) {
			LocalDate first = person.firstDay();
			if (born.plusYears(YOUNGEST).isAfter(first) || !born.plusYears(OLDEST_CPNS + 1).isAfter(first)) {
				verdict.warn(pegawai, Person.TMT_CPNS, String.valueOf(born.until(first).getYears()));
			}
		}
		else if (person.isPppk() && person.nip() != null) {
			// the number tells only the year: whoever could have been of the right age
			// was
			int age = person.nip().tahunPengangkatan() - born.getYear();
			if (age < YOUNGEST || age - 1 > this.retirement.usualAge(person.jabatan()) - 1) {
				verdict.warn(pegawai, Person.NIP, String.valueOf(age));
			}
		}
	}

	private void nikFormat(Entry pegawai, Person person, Verdict verdict) {
		if (pegawai.has(Person.NIK) && (person.nik() == null || !this.provinsi.contains(person.nik().provinsi()))) {
			verdict.block(pegawai, Person.NIK);
		}
	}

	private static void nikTglLahir(Entry pegawai, Person person, Verdict verdict) {
		Nik nik = person.nik();
		if (nik == null) {
			return;
		}
		LocalDate born = person.tglLahir();
		int day = number(nik, 6);
		if (((day > 40) ? day - 40 : day) != born.getDayOfMonth() || number(nik, 8) != born.getMonthValue()
				|| number(nik, 10) != born.getYear() % 100) {
			verdict.warn(pegawai, Person.NIK);
		}
	}

	private static void nikJenisKelamin(Entry pegawai, Person person, Verdict verdict) {
		if (person.nik() != null && !person.nik().jenisKelamin().equals(pegawai.text(JENIS_KELAMIN))) {
			verdict.warn(pegawai, Person.NIK);
		}
	}

	private static int number(Nik nik, int from) {
		return Integer.parseInt(nik.value(), from, from + 2, 10);
	}

}
