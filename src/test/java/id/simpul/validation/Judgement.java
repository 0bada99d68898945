package id.simpul.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import id.simpul.mapping.MappedBatch;
import id.simpul.mapping.MappedPerson;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Run;
import id.simpul.source.Severity;
import id.simpul.source.ValueClass;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What validation says of somebody. Each question that is answered as asked is kept, so
 * that {@link RuleCoverageTest} can see which rules were broken and which were nearly
 * broken.
 */
final class Judgement {

	/** Codes and severities that a test has seen, as {@code NIP_FORMAT E}. */
	static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

	/** Codes that a test has seen not to come for somebody just within the rule. */
	static final Set<String> KEPT = ConcurrentHashMap.newKeySet();

	private static final Validation VALIDATION = new Validation(CodeLists.bundled());

	private static final String KUNCI = "kunci";

	private final Orang person;

	private final JudgedPerson judged;

	private final List<String> others = new ArrayList<>();

	private Judgement(Orang person) {
		this.person = person;
		MappedPerson mapped = new MappedPerson(KUNCI, person.entries(), List.of(), List.of(), 0);
		Run run = new Run(1, "16.71", Orang.TODAY, List.of());
		this.judged = VALIDATION.judge(new MappedBatch(run, List.of(mapped), Map.of())).people().get(0);
	}

	static Judgement judge(Orang person) {
		return new Judgement(person);
	}

	JudgedPerson judged() {
		return this.judged;
	}

	/** Findings that come along, because one value offends several rules. */
	Judgement beside(String... rules) {
		this.others.addAll(List.of(rules));
		return this;
	}

	/** A fault of the main data: nothing of the person goes on. */
	void rejectsThePerson(String rule, String field) {
		Finding finding = only(rule, Severity.BLOCKS, Resource.PEGAWAI, field);
		assertThat(finding.blocks()).isTrue();
		assertThat(this.judged.entries()).isEmpty();
		assertThat(this.judged.rejections()).containsExactlyElementsOf(this.person.entries()
			.stream()
			.map((entry) -> rejection(entry, entry.resource().isHistory() ? "PEGAWAI_DITOLAK" : rule))
			.toList());
		BROKEN.add(rule + " E");
	}

	/** A fault of one entry, which alone does not go on. */
	void rejects(String rule, Resource resource, String field) {
		rejects(rule, resource, field, 1);
	}

	/** The same fault of several entries of one history. */
	void rejects(String rule, Resource resource, String field, int times) {
		List<Finding> findings = found(rule, Severity.BLOCKS, resource, field);
		assertThat(findings).hasSize(times);
		List<Entry> rejected = findings.stream().map(this::entry).toList();
		assertThat(this.judged.rejections())
			.containsExactlyElementsOf(rejected.stream().map((entry) -> rejection(entry, rule)).toList());
		assertThat(this.judged.entries()).containsExactlyElementsOf(
				this.person.entries().stream().filter((one) -> !rejected.contains(one)).toList());
		BROKEN.add(rule + " E");
	}

	/** A flag: everything goes on. */
	void warns(String rule, Resource resource, String field) {
		only(rule, Severity.WARNS, resource, field);
		everythingGoesOn();
		BROKEN.add(rule + " W");
	}

	void informs(String rule, Resource resource, String field) {
		only(rule, Severity.INFORMS, resource, field);
		everythingGoesOn();
		BROKEN.add(rule + " I");
	}

	/** A history that is missing: the finding belongs to no entry. */
	void misses(String rule, Resource resource) {
		assertThat(this.judged.findings()).extracting(Finding::rule).containsExactly(rule);
		Finding finding = this.judged.findings().get(0);
		assertThat(finding)
			.isEqualTo(new Finding(rule, Severity.WARNS, KUNCI, null, resource, null, null, null, finding.args()));
		assertThatItSpeaksWell(finding);
		everythingGoesOn();
		BROKEN.add(rule + " W");
	}

	/** Somebody just within these rules: not a word, and everything goes on. */
	void isSilentOn(String... rules) {
		assertThat(rules).isNotEmpty();
		assertThat(this.judged.findings()).extracting(Finding::rule)
			.doesNotContain(rules)
			.containsExactlyInAnyOrderElementsOf(this.others);
		everythingGoesOn();
		KEPT.addAll(List.of(rules));
	}

	private void everythingGoesOn() {
		assertThat(this.judged.rejections()).isEmpty();
		assertThat(this.judged.entries()).isEqualTo(this.person.entries());
	}

	private Finding only(String rule, Severity severity, Resource resource, String field) {
		List<Finding> findings = found(rule, severity, resource, field);
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

	private List<Finding> found(String rule, Severity severity, Resource resource, String field) {
		List<Finding> findings = this.judged.findings().stream().filter((one) -> one.rule().equals(rule)).toList();
		assertThat(findings).as("findings of %s among %s", rule, this.judged.findings())
			.isNotEmpty()
			.allSatisfy((finding) -> {
				assertThat(finding.severity()).isEqualTo(severity);
				assertThat(finding.resource()).isEqualTo(resource);
				assertThat(finding.field()).isEqualTo(field);
				assertThat(finding.kunci()).isEqualTo(KUNCI);
				assertThatItTellsTheFormOnly(finding);
				assertThatItSpeaksWell(finding);
			});
		assertThat(this.judged.findings()).filteredOn((one) -> !one.rule().equals(rule))
			.extracting(Finding::rule)
			.containsExactlyInAnyOrderElementsOf(this.others);
		return findings;
	}

	private void assertThatItTellsTheFormOnly(Finding finding) {
		Entry entry = entry(finding);
		assertThat(finding.origin()).isEqualTo(entry.origin());
		if (finding.field() == null) {
			assertThat(finding.valueClass()).isNull();
			return;
		}
		Object value = entry.value(finding.resource().field(finding.field()));
		String text = (value != null) ? value.toString() : "";
		assertThat(finding.valueClass()).isEqualTo(ValueClass.of(text));
		if (text.length() > 3) {
			assertThat(finding.valueClass()).isNotEqualTo(text);
		}
	}

	/**
	 * In words that the catalogue has, with every gap filled and nobody's data in them.
	 */
	private void assertThatItSpeaksWell(Finding finding) {
		RuleText text = Catalogue.bundled().find(finding.rule()).orElseThrow();
		assertThat(text.keparahan()).contains(finding.severity().code());
		int gaps = (int) text.pesan().chars().filter((c) -> c == '{').count();
		assertThat(finding.args()).hasSizeGreaterThanOrEqualTo(gaps).noneMatch(String::isBlank);
		String all = finding + text.pesan(finding.args());
		for (String secret : List.of("nip", "nik", "nama", "noHp")) {
			String value = this.person.text(Resource.PEGAWAI, secret);
			if (value != null) {
				assertThat(all).doesNotContain(value);
			}
		}
		assertThat(finding.args()).doesNotContain(birthday());
	}

	private String birthday() {
		return this.person.entries().get(0).date(Resource.PEGAWAI.field("tglLahir")).toString();
	}

	private Entry entry(Finding finding) {
		List<Entry> entries = this.person.entries()
			.stream()
			.filter((entry) -> entry.resource() == finding.resource() && entry.key().equals(finding.entryKey()))
			.collect(Collectors.toList());
		assertThat(entries).as("the entry that %s is about", finding).hasSize(1);
		return entries.get(0);
	}

	private static Rejection rejection(Entry entry, String rule) {
		return new Rejection(entry.resource(), entry.key(), entry.origin(), rule);
	}

}
