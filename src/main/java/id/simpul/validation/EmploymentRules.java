package id.simpul.validation;

import java.time.LocalDate;
import java.util.List;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * The employment itself: appointment, legal status, work agreement, and how to reach the
 * person.
 */
final class EmploymentRules {

	private static final Field KEDUDUKAN = Resource.PEGAWAI.field("kedudukanHukum");

	private static final Field TMT_PNS = Resource.PEGAWAI.field("tmtPns");

	private static final Field TMT_KONTRAK = Resource.PEGAWAI.field("tmtKontrak");

	private static final Field AKHIR_KONTRAK = Resource.PEGAWAI.field("akhirKontrak");

	private static final Field EMAIL = Resource.PEGAWAI.field("email");

	private static final Field EMAIL_GOV = Resource.PEGAWAI.field("emailGov");

	private static final Field NO_HP = Resource.PEGAWAI.field("noHp");

	private final LegalStatus status;

	private final Retirement retirement;

	private EmploymentRules(CodeLists codes) {
		this.status = new LegalStatus(codes);
		this.retirement = new Retirement(codes);
	}

	static List<Rule> rules(CodeLists codes) {
		EmploymentRules rules = new EmploymentRules(codes);
		return List.of(Rule.entry("CPNS_LEWAT", EmploymentRules::cpnsLewat, Resource.PEGAWAI),
				Rule.entry("TMT_CPNS_PNS", EmploymentRules::tmtCpnsPns, Resource.PEGAWAI),
				Rule.entry("TMT_PNS_KOSONG", EmploymentRules::tmtPnsKosong, Resource.PEGAWAI),
				Rule.entry("KEDUDUKAN_ASN", rules::kedudukan, Resource.PEGAWAI),
				Rule.entry("PPPK_KONTRAK", rules::kontrak, Resource.PEGAWAI),
				Rule.entry("EMAIL_HP_KOSONG", EmploymentRules::emailHpKosong, Resource.PEGAWAI));
	}

	private static void cpnsLewat(Entry pegawai, Person person, Verdict verdict) {
		if (Person.CPNS.equals(pegawai.text(Person.JENIS_ASN)) && person.firstDay() != null
				&& person.firstDay().plusYears(1).isBefore(person.today())) {
			verdict.warn(pegawai, Person.JENIS_ASN, person.firstDay().toString());
		}
	}

	private static void tmtCpnsPns(Entry pegawai, Person person, Verdict verdict) {
		LocalDate tmtPns = pegawai.date(TMT_PNS);
		if (tmtPns != null && person.firstDay() != null && person.firstDay().isAfter(tmtPns)) {
			verdict.warn(pegawai, TMT_PNS, person.firstDay().toString(), tmtPns.toString());
		}
	}

	private static void tmtPnsKosong(Entry pegawai, Person person, Verdict verdict) {
		if (Person.PNS.equals(pegawai.text(Person.JENIS_ASN)) && !pegawai.has(TMT_PNS)) {
			verdict.warn(pegawai, TMT_PNS);
		}
	}

	private void kedudukan(Entry pegawai, Person person, Verdict verdict) {
		if (this.status.isPppkOnly(pegawai) && !person.isPppk()) {
			verdict.warn(pegawai, KEDUDUKAN, pegawai.text(Person.JENIS_ASN), this.status.name(pegawai));
		}
	}

	/**
	 * Whose agreement has ended is no employee, and none lasts beyond the highest age of
	 * any post of its kind; one that is still to begin, or goes beyond the usual age, is
	 * somebody's to check.
	 */
	private void kontrak(Entry pegawai, Person person, Verdict verdict) {
		LocalDate end = pegawai.date(AKHIR_KONTRAK);
		if (!person.isPppk() || end == null || !this.status.isActive(pegawai)) {
			return;
		}
		LocalDate start = pegawai.date(TMT_KONTRAK);
		String from = (start != null) ? start.toString() : "-";
		if (end.isBefore(person.today()) || (start != null && end.isBefore(start))
				|| end.isAfter(Retirement.day(person.tglLahir(), this.retirement.highestAge(person.jabatan())))) {
			verdict.block(pegawai, AKHIR_KONTRAK, from, end.toString());
		}
		else if (start != null && start.isAfter(person.today())) {
			verdict.warn(pegawai, TMT_KONTRAK, from, end.toString());
		}
		else if (end.isAfter(Retirement.day(person.tglLahir(), this.retirement.usualAge(person.jabatan())))) {
			verdict.warn(pegawai, AKHIR_KONTRAK, from, end.toString());
		}
	}

	private static void emailHpKosong(Entry pegawai, Person person, Verdict verdict) {
		if (!pegawai.has(EMAIL) && !pegawai.has(EMAIL_GOV)) {
			verdict.inform(pegawai, EMAIL, "surel");
		}
		if (!pegawai.has(NO_HP)) {
			verdict.inform(pegawai, NO_HP, "nomor telepon genggam");
		}
	}

}
