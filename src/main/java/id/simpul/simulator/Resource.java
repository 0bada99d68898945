package id.simpul.simulator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the registry keeps of a person, with the names it goes by in paths and answers.
 */
public enum Resource {

	/** The master record, one a person; only its contact fields can be saved. */
	DATA_UTAMA("data-utama", "data-utama", "", "", Shapes.DATA_UTAMA),

	/** Ranks; read only. */
	GOLONGAN("golongan", "rw-golongan", "golongan", "", Shapes.GOLONGAN),

	/** Positions. */
	JABATAN("jabatan", "rw-jabatan", "jabatan", "rwJabatanId", Shapes.JABATAN),

	/** Education; read only. */
	PENDIDIKAN("pendidikan", "rw-pendidikan", "pendidikan", "", Shapes.PENDIDIKAN),

	/** Structural training only. */
	DIKLAT("diklat", "rw-diklat", "diklat", "rwDiklatId", Shapes.DIKLAT),

	/** Every other training. */
	KURSUS("kursus", "rw-kursus", "kursus", "rwKursusId", Shapes.KURSUS),

	/** Performance from 2022 on; also {@code skp22}. */
	KINERJA("kinerja", "rw-skp22", "skp22", null, Shapes.KINERJA),

	/** Performance up to 2021. */
	SKP("skp", "rw-skp", "skp", null, Shapes.SKP_LAMA),

	/** Performance by month or quarter. */
	KINERJA_PERIODIK("kinerjaperiodik", "rw-kinerjaperiodik", "kinerjaperiodik", null, Shapes.KINERJA_PERIODIK),

	/** Discipline. */
	HUKDIS("hukdis", "rw-hukdis", "hukdis", "rwHukdisId", Shapes.HUKDIS),

	/** Awards. */
	PENGHARGAAN("penghargaan", "rw-penghargaan", "penghargaan", "rwPenghargaanId", Shapes.PENGHARGAAN),

	/** Credit points. */
	ANGKA_KREDIT("angkakredit", "rw-angkakredit", "angkakredit", "rwAngkaKreditId", Shapes.ANGKA_KREDIT),

	/** The registry's own IP ASN score, one object; read only. */
	NILAI_IPASN("nilaiipasn", "nilaiipasn", "", "", Shapes.AS_GIVEN),

	/** Family, one object each; read only here. */
	PASANGAN("pasangan", "data-pasangan", "", "", Shapes.AS_GIVEN), ANAK("anak", "data-anak", "", "", Shapes.AS_GIVEN),
	ORTU("ortu", "data-ortu", "", "", Shapes.AS_GIVEN),

	/** Histories that are read only here and shown as they were given. */
	DP3("dp3", "rw-dp3", "", "", Shapes.AS_GIVEN), CLTN("cltn", "rw-cltn", "", "", Shapes.AS_GIVEN),
	MASA_KERJA("masakerja", "rw-masakerja", "", "", Shapes.AS_GIVEN),
	PEMBERHENTIAN("pemberhentian", "rw-pemberhentian", "", "", Shapes.AS_GIVEN),
	PINDAH_INSTANSI("pindahinstansi", "rw-pindahinstansi", "", "", Shapes.AS_GIVEN),
	PWK("pwk", "rw-pwk", "", "", Shapes.AS_GIVEN), PNS_UNOR("pnsunor", "rw-pnsunor", "", "", Shapes.AS_GIVEN),
	KOMPETENSI("kompetensi", "rw-kompetensi", "", "", Shapes.AS_GIVEN),
	POTENSI("potensi", "rw-potensi", "", "", Shapes.AS_GIVEN),
	SERTIFIKASI("sertifikasi", "rw-sertifikasi", "", "", Shapes.AS_GIVEN),
	KGB("kgb", "rw-kgb", "", "", Shapes.AS_GIVEN), TUBEL("tubel", "rw-tubel", "", "", Shapes.AS_GIVEN),
	KONTRAK("kontrak", "rw-kontrak", "", "", Shapes.AS_GIVEN);

	private static final Map<String, Resource> BY_READ_NAME = new HashMap<>();

	private static final Map<String, Resource> BY_KEY = new HashMap<>();

	static {
		for (Resource resource : values()) {
			BY_READ_NAME.put(resource.readName, resource);
			BY_KEY.put(resource.key, resource);
		}
		BY_KEY.put("skp22", KINERJA);
		BY_KEY.put("angka-kredit", ANGKA_KREDIT);
	}

	private final String key;

	private final String readName;

	private final String segment;

	private final String savedAs;

	private final Shape shape;

	Resource(String key, String readName, String segment, String savedAs, Shape shape) {
		this.key = key;
		this.readName = readName;
		this.segment = segment;
		this.savedAs = savedAs;
		this.shape = shape;
	}

	/** The name used in seeds, in the ledger and on the pages. */
	public String key() {
		return this.key;
	}

	/** The resource of that key; asking for another is a mistake of the caller. */
	public static Resource of(String key) {
		Resource found = BY_KEY.get(key.toLowerCase(Locale.ROOT));
		if (found == null) {
			throw new IllegalArgumentException("The registry keeps no " + key + "; it keeps " + BY_KEY.keySet());
		}
		return found;
	}

	/** By the last but one part of {@code /pns/rw-.../{nip}}, or {@code null}. */
	static Resource ofReadName(String readName) {
		return BY_READ_NAME.get(readName);
	}

	/**
	 * The first part of the paths by row, {@code /segment/id/..} and
	 * {@code /segment/save}; empty without such.
	 */
	String segment() {
		return this.segment;
	}

	/**
	 * What {@code mapData} of a save is: an object with this key, or the bare id if
	 * {@code null}.
	 */
	Object mapData(String id) {
		return (this.savedAs == null) ? id : Json.of(this.savedAs, id);
	}

	/** Whether a read answers one object and no list. */
	boolean isObject() {
		return this == DATA_UTAMA || this == NILAI_IPASN || this == PASANGAN || this == ANAK || this == ORTU;
	}

	/** Whether a delete is published. */
	boolean canBeDeleted() {
		return this.shape.canBeSaved() && this != DATA_UTAMA && this != HUKDIS && this != KINERJA && this != SKP;
	}

	Shape shape() {
		return this.shape;
	}

}
