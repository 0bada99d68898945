package id.simpul.validation;

import java.util.ArrayList;
import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Severity;
import id.simpul.source.ValueClass;

/**
 * What the rules find about one person, and which entries they stop. Made for one person
 * and one thread.
 */
final class Verdict {

	private final String kunci;

	private final List<Finding> findings = new ArrayList<>(0);

	private final List<Entry> stopped = new ArrayList<>(0);

	private final List<String> causes = new ArrayList<>(0);

	private String rule;

	Verdict(String kunci) {
		this.kunci = kunci;
	}

	/** From here on findings belong to this rule. */
	void open(String rule) {
		this.rule = rule;
	}

	/**
	 * @param field what is wrong in the entry, or {@code null} when it is the entry as a
	 * whole
	 */
	void block(Entry entry, Field field, String... args) {
		if (!isStopped(entry)) {
			this.stopped.add(entry);
			this.causes.add(this.rule);
		}
		add(Severity.BLOCKS, entry, field, args);
	}

	void warn(Entry entry, Field field, String... args) {
		add(Severity.WARNS, entry, field, args);
	}

	void inform(Entry entry, Field field, String... args) {
		add(Severity.INFORMS, entry, field, args);
	}

	/** A history that should have an entry and has none. */
	void warnMissing(Resource resource, String... args) {
		this.findings
			.add(new Finding(this.rule, Severity.WARNS, this.kunci, null, resource, null, null, null, List.of(args)));
	}

	boolean isClean() {
		return this.findings.isEmpty();
	}

	boolean stopsNothing() {
		return this.stopped.isEmpty();
	}

	boolean isStopped(Entry entry) {
		return cause(entry) != null;
	}

	/** The first rule that stopped the entry, or {@code null}. */
	String cause(Entry entry) {
		for (int i = 0; i < this.stopped.size(); i++) {
			if (this.stopped.get(i) == entry) {
				return this.causes.get(i);
			}
		}
		return null;
	}

	List<Finding> findings() {
		return this.findings;
	}

	private void add(Severity severity, Entry entry, Field field, String... args) {
		Object value = (field != null) ? entry.value(field) : null;
		String form = (field != null) ? ValueClass.of((value != null) ? value.toString() : null) : null;
		this.findings.add(new Finding(this.rule, severity, this.kunci, entry.origin(), entry.resource(), entry.key(),
				(field != null) ? field.name() : null, form, List.of(args)));
	}

}
