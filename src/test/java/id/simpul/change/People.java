package id.simpul.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Severity;
import id.simpul.validation.JudgedPerson;

/** Invented people as validation hands them on. Person 7 has the key {@code p0007}. */
final class People {

	private People() {
	}

	static String kunci(int number) {
		return "p%04d".formatted(number);
	}

	static String nip(int number) {
		return String.valueOf(198001012005011000L + number);
	}

	static Entry pegawai(int number) {
		return entry(Resource.PEGAWAI, "nip", nip(number), "nama", "Orang " + number, "tglLahir",
				LocalDate.of(1980, 1, 1), "jenisKelamin", "M", "jenisAsn", "PNS", "kedudukanHukum", "01");
	}

	/** A position; {@code sk} is its business key. */
	static Entry jabatan(int sk, String nama) {
		return entry(Resource.JABATAN, "jenisJabatan", "4", "namaJabatan", nama, "nomorSk", "821/" + sk, "tanggalSk",
				LocalDate.of(2015, 1, 1), "tmtJabatan", LocalDate.of(2015, 2, 1));
	}

	/** A rank; {@code sk} is its business key. */
	static Entry golongan(int sk, String golongan) {
		return entry(Resource.GOLONGAN, "golongan", golongan, "tmtGolongan", LocalDate.of(2012, 4, 1), "nomorSk",
				"823/" + sk);
	}

	/**
	 * @param values field, value, field, value
	 */
	static Entry entry(Resource resource, Object... values) {
		Object[] all = new Object[resource.fields().size()];
		for (int i = 0; i < values.length; i += 2) {
			all[resource.field((String) values[i]).index()] = values[i + 1];
		}
		return new Entry(resource, all, new Origin("data", 1 + Math.abs(Arrays.hashCode(values) % 10_000)));
	}

	static Entry with(Entry entry, String field, Object value) {
		return entry.with(entry.resource().field(field), value);
	}

	static JudgedPerson person(int number, Entry... histories) {
		return person(number, pegawai(number), histories);
	}

	/** A person whose identity is given too. */
	static JudgedPerson person(int number, Entry pegawai, Entry[] histories) {
		Entry[] entries = new Entry[histories.length + 1];
		entries[0] = pegawai;
		System.arraycopy(histories, 0, entries, 1, histories.length);
		return new JudgedPerson(kunci(number), List.of(entries), List.of(), List.of(), 0);
	}

	/** The same person with some entries rejected. */
	static JudgedPerson rejecting(JudgedPerson person, Rejection... rejections) {
		List<Finding> findings = Arrays.stream(rejections)
			.map((rejection) -> new Finding(rejection.rule(), Severity.BLOCKS, person.kunci(), rejection.origin(),
					rejection.resource(), rejection.entryKey(), null, "9(4)", List.of("a", "b")))
			.toList();
		return new JudgedPerson(person.kunci(), person.entries(), List.of(rejections), findings, person.duplicates());
	}

	/** A person of whom nothing may go on. */
	static JudgedPerson rejected(JudgedPerson person) {
		Rejection[] rejections = person.entries()
			.stream()
			.map((entry) -> rejection(entry, entry.resource().isHistory() ? "PEGAWAI_DITOLAK" : "NIP_FORMAT"))
			.toArray(Rejection[]::new);
		return rejecting(new JudgedPerson(person.kunci(), List.of(), List.of(), List.of(), 0), rejections);
	}

	static Rejection rejection(Entry entry, String rule) {
		return new Rejection(entry.resource(), entry.key(), entry.origin(), rule);
	}

}
