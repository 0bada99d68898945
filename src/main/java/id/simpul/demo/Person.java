package id.simpul.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One invented person while their instansi is being written, counted or seeded; nobody is
 * kept.
 */
final class Person {

	final Sender sender;

	final int number;

	final Kind kind;

	/** Everything their source holds of them; the first is {@code pegawai}. */
	final List<Fact> facts = new ArrayList<>();

	/**
	 * What the registry holds of them at the start, {@code null} until that is settled.
	 */
	List<Fact> held;

	/** Whether the registry knows them. */
	boolean known = true;

	/** Whether they still serve; the others are filtered. */
	boolean active = true;

	/**
	 * Whether they share a number with somebody else, which shows only when everybody is
	 * known.
	 */
	String shared;

	/** Findings that rules must make about them. */
	final Map<String, Integer> findings = new TreeMap<>();

	Person(Sender sender, int number, Kind kind) {
		this.sender = sender;
		this.number = number;
		this.kind = kind;
	}

	Fact pegawai() {
		return this.facts.get(0);
	}

	String nip() {
		return pegawai().get("nip");
	}

	/** The number that the source's own system gave them. */
	String localId() {
		return String.valueOf(this.sender.ordinal() * 1_000_000L + 100_000 + this.number);
	}

	Stream<Fact> of(String resource) {
		return this.facts.stream().filter((fact) -> fact.resource.equals(resource));
	}

	List<Fact> list(String resource) {
		return of(resource).toList();
	}

	Fact first(String resource) {
		return of(resource).findFirst().orElseThrow();
	}

	/** The latest that is no second row of another. */
	Fact last(String resource) {
		return of(resource).filter((fact) -> !fact.duplicate).reduce((one, other) -> other).orElse(null);
	}

	Fact add(String resource) {
		Fact fact = new Fact(resource);
		this.facts.add(fact);
		return fact;
	}

	void find(String... rules) {
		for (String rule : rules) {
			this.findings.merge(rule, 1, Integer::sum);
		}
	}

	/** Makes a rule stop one entry. */
	void block(String rule, Fact fact) {
		find(rule);
		fact.rejected = rule;
		if (fact == pegawai()) {
			stop();
		}
	}

	/** Everything else of a stopped person goes with them. */
	private void stop() {
		this.facts.stream()
			.filter((fact) -> fact.rejected == null && fact.key == null && !fact.broken)
			.forEach((fact) -> fact.rejected = "PEGAWAI_DITOLAK");
	}

	/**
	 * Settles what the registry holds: everything but what is absent there, some of it
	 * different.
	 */
	void publish() {
		if (this.held == null) {
			this.held = this.facts.stream()
				.filter((fact) -> fact.fate != Fact.Fate.ABSENT && !fact.duplicate)
				.map(Fact::copy)
				.toList();
			this.held.stream().filter((fact) -> fact.fate == Fact.Fate.DIFFERENT).forEach(Differences::make);
		}
	}

}
