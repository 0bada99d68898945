package id.simpul.validation;

import java.time.LocalDate;
import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Nik;
import id.simpul.pegawai.Nip;
import id.simpul.pegawai.Resource;

/**
 * One person while being judged: the entries by resource, and what several rules want to
 * know.
 */
final class Person {

	static final Field NIP = Resource.PEGAWAI.field("nip");

	static final Field NIK = Resource.PEGAWAI.field("nik");

	static final Field TGL_LAHIR = Resource.PEGAWAI.field("tglLahir");

	static final Field JENIS_ASN = Resource.PEGAWAI.field("jenisAsn");

	static final Field TMT_CPNS = Resource.PEGAWAI.field("tmtCpns");

	static final Field TMT_GOLONGAN = Resource.GOLONGAN.field("tmtGolongan");

	static final Field TMT_JABATAN = Resource.JABATAN.field("tmtJabatan");

	static final String PNS = "PNS";

	static final String CPNS = "CPNS";

	static final String PARUH_WAKTU = "PPPK_PARUH_WAKTU";

	private static final Entry[] NONE = {};

	private final Entry[][] entries = new Entry[Resource.values().length][];

	private final Entry pegawai;

	private final LocalDate today;

	private final Nip nip;

	private final Nik nik;

	private final boolean pppk;

	private final LocalDate tmtCpns;

	private Entry jabatan;

	/**
	 * @param all with a {@code pegawai} among them
	 */
	Person(List<Entry> all, LocalDate today) {
		int[] counts = new int[this.entries.length];
		for (int i = 0; i < all.size(); i++) {
			counts[all.get(i).resource().ordinal()]++;
		}
		for (int i = 0; i < all.size(); i++) {
			Entry entry = all.get(i);
			int resource = entry.resource().ordinal();
			if (this.entries[resource] == null) {
				this.entries[resource] = new Entry[counts[resource]];
				counts[resource] = 0;
			}
			this.entries[resource][counts[resource]++] = entry;
		}
		sort(of(Resource.GOLONGAN), TMT_GOLONGAN);
		sort(of(Resource.JABATAN), TMT_JABATAN);
		this.pegawai = of(Resource.PEGAWAI)[0];
		this.today = today;
		this.nip = Nip.parse(this.pegawai.text(NIP)).orElse(null);
		this.nik = Nik.parse(this.pegawai.text(NIK)).orElse(null);
		this.pppk = this.pegawai.text(JENIS_ASN).startsWith("PPPK");
		this.tmtCpns = tmtCpns();
	}

	private LocalDate tmtCpns() {
		LocalDate stated = this.pegawai.date(TMT_CPNS);
		if (this.pppk || stated != null || this.nip == null || this.nip.isPppk()) {
			return this.pppk ? null : stated;
		}
		return this.nip.bulanCpns().orElseThrow().atDay(1);
	}

	/** Histories are short and mostly in order already: nothing beats inserting. */
	private static void sort(Entry[] history, Field date) {
		for (int i = 1; i < history.length; i++) {
			Entry entry = history[i];
			int to = i;
			while (to > 0 && history[to - 1].date(date).isAfter(entry.date(date))) {
				history[to] = history[to - 1];
				to--;
			}
			history[to] = entry;
		}
	}

	/** All entries of the resource; {@code golongan} and {@code jabatan} by TMT. */
	Entry[] of(Resource resource) {
		Entry[] found = this.entries[resource.ordinal()];
		return (found != null) ? found : NONE;
	}

	Entry pegawai() {
		return this.pegawai;
	}

	LocalDate today() {
		return this.today;
	}

	/** The NIP, or {@code null} when what the source holds is none. */
	Nip nip() {
		return this.nip;
	}

	/** The NIK, or {@code null} when there is none or it is wrong. */
	Nik nik() {
		return this.nik;
	}

	LocalDate tglLahir() {
		return this.pegawai.date(TGL_LAHIR);
	}

	/** Whether on a work agreement, paruh waktu included. */
	boolean isPppk() {
		return this.pppk;
	}

	/**
	 * First day as a civil servant as stated, else as the NIP says; {@code null} for a
	 * PPPK.
	 */
	LocalDate firstDay() {
		return this.tmtCpns;
	}

	/**
	 * The post held today: definitive, the latest by TMT; {@code null} when there is
	 * none.
	 */
	Entry jabatan() {
		if (this.jabatan == null) {
			Entry[] history = of(Resource.JABATAN);
			for (int i = history.length - 1; i >= 0 && this.jabatan == null; i--) {
				if (JabatanRules.isDefinitive(history[i]) && !history[i].date(TMT_JABATAN).isAfter(this.today)) {
					this.jabatan = history[i];
				}
			}
		}
		return this.jabatan;
	}

}
