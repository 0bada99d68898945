package id.simpul.validation;

import java.time.LocalDate;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * The age at which a post ends (batas usia pensiun): it hangs on the post, never on the
 * rank, and is read from the reference codes of eselon and jenjang. UU 20/2023 article
 * 55, PP 11/2017 article 239.
 */
final class Retirement {

	private static final Field ESELON = Resource.JABATAN.field("eselon");

	private static final Field JENJANG = Resource.JABATAN.field("jenjang");

	/** Pelaksana, pengawas, administrator. */
	private static final int USUAL = 58;

	/**
	 * Some functional posts, such as guru besar, whose jenjang the source may not state.
	 */
	private static final int HIGHEST = 70;

	private final CodeList eselon;

	private final CodeList jenjang;

	Retirement(CodeLists codes) {
		this.eselon = codes.get("eselon");
		this.jenjang = codes.get("jenjang-jf");
	}

	/** First day of the month after the birthday of that age. */
	static LocalDate day(LocalDate born, int age) {
		return born.plusYears(age).withDayOfMonth(1).plusMonths(1);
	}

	/** Age of the post, or of most posts when there is none. */
	int usualAge(Entry jabatan) {
		return age(jabatan, "bup", USUAL);
	}

	/**
	 * The highest age that any post of this kind has, or any at all when there is none.
	 */
	int highestAge(Entry jabatan) {
		boolean open = jabatan == null
				|| (JabatanRules.isKind(jabatan, JabatanRules.FUNGSIONAL) && !jabatan.has(JENJANG));
		return open ? HIGHEST : age(jabatan, "bup-tertinggi", usualAge(jabatan));
	}

	private int age(Entry jabatan, String attribute, int otherwise) {
		if (jabatan == null) {
			return otherwise;
		}
		String age = "";
		if (JabatanRules.isKind(jabatan, JabatanRules.FUNGSIONAL) && jabatan.has(JENJANG)) {
			age = this.jenjang.get(jabatan.text(JENJANG)).attribute(attribute);
		}
		else if (JabatanRules.isKind(jabatan, JabatanRules.STRUKTURAL) && jabatan.has(ESELON)) {
			age = this.eselon.get(jabatan.text(ESELON)).attribute(attribute);
		}
		return age.isEmpty() ? otherwise : Integer.parseInt(age);
	}

}
