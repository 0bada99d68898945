package id.simpul.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import id.simpul.demo.Expected.Books;
import id.simpul.demo.Expected.Rows;
import id.simpul.demo.Layout.Section;

/** Adds up what must become of one instansi, person by person. */
final class Counting {

	private final Sender sender;

	private final Layout layout;

	private final Map<String, long[]> rows = new TreeMap<>();

	private final Map<String, Long> findings = new TreeMap<>();

	private final Map<String, Long> worklist = new TreeMap<>();

	private long people;

	private long accepted;

	private long rejected;

	private long shared;

	private long duplicate;

	private long adopted;

	private long creates;

	private long updates;

	private long refused;

	private long syncs;

	Counting(Sender sender, Layout layout) {
		this.sender = sender;
		this.layout = layout;
		layout.sections()
			.stream()
			.filter((section) -> !section.isLookup())
			.forEach((section) -> this.rows.put(section.name(), new long[3]));
	}

	void add(Person person) {
		for (Section section : this.layout.sections()) {
			if (section.isLookup()) {
				continue;
			}
			for (Fact fact : section.rows(person)) {
				int what = (fact.key != null || fact.broken) ? 2 : person.active ? 0 : 1;
				this.rows.get(section.name())[what]++;
			}
		}
		if (!person.active) {
			return;
		}
		person.findings.forEach((rule, count) -> this.findings.merge(rule, count.longValue(), Long::sum));
		List<Fact> entries = person.facts.stream().filter((fact) -> fact.key == null && !fact.broken).toList();
		if (person.shared != null) {
			this.findings.merge(person.shared, 1L, Long::sum);
			this.rejected += entries.size();
			this.shared += entries.size();
			return;
		}
		this.people += (person.pegawai().rejected == null) ? 1 : 0;
		boolean moved = false;
		for (Fact fact : entries) {
			if (fact.duplicate) {
				this.duplicate++;
			}
			else if (fact.rejected != null) {
				this.rejected++;
			}
			else {
				this.accepted++;
				moved |= settle(person, fact) && fact.resource.equals("jabatan");
			}
		}
		this.syncs += moved ? 1 : 0;
	}

	/**
	 * @return whether the registry took it
	 */
	private boolean settle(Person person, Fact fact) {
		if (!person.known) {
			work("TIDAK_DIKENAL_SIASN");
			return false;
		}
		if (fact.fate == Fact.Fate.SAME) {
			this.adopted++;
			return false;
		}
		boolean old = fact.resource.equals("kinerja") && fact.number("tahun") < 2022;
		if (old || fact.resource.equals("golongan") || fact.resource.equals("pendidikan")) {
			work("BEDA_" + fact.resource.toUpperCase(Locale.ROOT));
			return false;
		}
		if (fact.resource.equals("pegawai") && Differences.isIdentity(fact)) {
			work("BEDA_IDENTITAS");
			return false;
		}
		if (fact.resource.equals("jabatan") && fact.get("unorId") == null) {
			work("JAB_UNOR_KOSONG");
			return false;
		}
		if (isRefused(fact)) {
			this.refused++;
			return false;
		}
		if (fact.fate == Fact.Fate.ABSENT) {
			this.creates++;
		}
		else {
			this.updates++;
		}
		return true;
	}

	private static boolean isRefused(Fact fact) {
		return switch (fact.resource) {
			case "jabatan" -> fact.get("jabatanId") == null && !"1".equals(fact.get("jenisJabatan"));
			case "angka-kredit" -> fact.get("nomorSk").contains("#");
			default -> false;
		};
	}

	private void work(String cause) {
		this.worklist.merge(cause, 1L, Long::sum);
	}

	Books books() {
		Map<String, Rows> counted = new TreeMap<>();
		this.rows.forEach((name, count) -> counted.put(name, new Rows(count[0], count[1], count[2])));
		return new Books(this.sender.kode(), null, this.people, counted, this.findings,
				this.accepted + this.rejected + this.duplicate, this.accepted, this.rejected, this.shared,
				this.duplicate, this.adopted, this.creates, this.updates, this.refused, this.syncs, this.worklist);
	}

	/** The books of a run that fails before it has begun. */
	static Books failed(Sender sender, String rule) {
		return new Books(sender.kode(), rule, 0, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
	}

}
