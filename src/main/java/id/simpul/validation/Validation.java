package id.simpul.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import id.simpul.mapping.MappedBatch;
import id.simpul.mapping.MappedPerson;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;

/**
 * Judges people by all rules. A blocking finding rejects the entry it is about; on
 * {@code pegawai} it rejects the person, whose other entries go with it. Holds nothing
 * between calls, so one object serves all threads.
 */
public final class Validation {

	private static final String PERSON_REJECTED = "PEGAWAI_DITOLAK";

	private final Rule[][] entryRules = new Rule[Resource.values().length][];

	private final Rule[] wholeRules;

	/**
	 * @param codes the lists that rules look things up in; read once, here
	 */
	public Validation(CodeLists codes) {
		List<Rule> rules = Rules.all(codes);
		for (Resource resource : Resource.values()) {
			this.entryRules[resource.ordinal()] = rules.stream()
				.filter((rule) -> !rule.whole() && rule.resources().contains(resource))
				.toArray(Rule[]::new);
		}
		this.wholeRules = rules.stream().filter(Rule::whole).toArray(Rule[]::new);
	}

	/**
	 * Every person of the batch with what the rules leave of them, in the same order; the
	 * counts of rows go through.
	 */
	public JudgedBatch judge(MappedBatch batch) {
		List<JudgedPerson> judged = new ArrayList<>(batch.people().size());
		for (MappedPerson person : batch.people()) {
			judged.add(judge(person, batch.run().today()));
		}
		return new JudgedBatch(batch.run(), judged, batch.rows());
	}

	private JudgedPerson judge(MappedPerson mapped, LocalDate today) {
		if (mapped.entries().isEmpty()) {
			return judged(mapped, mapped.entries(), mapped.rejections(), mapped.findings());
		}
		Person person = new Person(mapped.entries(), today);
		Verdict verdict = new Verdict(mapped.kunci());
		for (Entry entry : mapped.entries()) {
			for (Rule rule : this.entryRules[entry.resource().ordinal()]) {
				verdict.open(rule.code());
				rule.check().look(entry, person, verdict);
			}
		}
		for (Rule rule : this.wholeRules) {
			verdict.open(rule.code());
			rule.check().look(person.pegawai(), person, verdict);
		}
		if (verdict.isClean()) {
			return judged(mapped, mapped.entries(), mapped.rejections(), mapped.findings());
		}
		List<Finding> findings = new ArrayList<>(mapped.findings());
		findings.addAll(verdict.findings());
		if (verdict.stopsNothing()) {
			return judged(mapped, mapped.entries(), mapped.rejections(), findings);
		}
		return part(mapped, person, verdict, findings);
	}

	/** Parts the entries that go on from those that do not. */
	private static JudgedPerson part(MappedPerson mapped, Person person, Verdict verdict, List<Finding> findings) {
		boolean personStopped = verdict.isStopped(person.pegawai());
		List<Entry> accepted = new ArrayList<>(mapped.entries().size());
		List<Rejection> rejections = new ArrayList<>(mapped.rejections());
		for (Entry entry : mapped.entries()) {
			String cause = (personStopped && entry != person.pegawai()) ? PERSON_REJECTED : verdict.cause(entry);
			if (cause == null) {
				accepted.add(entry);
			}
			else {
				rejections.add(new Rejection(entry.resource(), entry.key(), entry.origin(), cause));
			}
		}
		return judged(mapped, accepted, rejections, findings);
	}

	private static JudgedPerson judged(MappedPerson mapped, List<Entry> entries, List<Rejection> rejections,
			List<Finding> findings) {
		return new JudgedPerson(mapped.kunci(), entries, rejections, findings, mapped.duplicates());
	}

}
