package id.simpul.validation;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * What the kedudukan hukum of a person means: whether they serve, and whether only PPPK
 * can have it.
 */
final class LegalStatus {

	private static final Field KEDUDUKAN = Resource.PEGAWAI.field("kedudukanHukum");

	private final CodeList statuses;

	LegalStatus(CodeLists codes) {
		this.statuses = codes.get("kedudukan-hukum");
	}

	boolean isActive(Entry pegawai) {
		return this.statuses.get(pegawai.text(KEDUDUKAN)).attribute("aktif").equals("ya");
	}

	boolean isPppkOnly(Entry pegawai) {
		return this.statuses.get(pegawai.text(KEDUDUKAN)).attribute("skema").equals("PPPK");
	}

	String name(Entry pegawai) {
		return this.statuses.get(pegawai.text(KEDUDUKAN)).nama();
	}

}
