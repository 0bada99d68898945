package id.simpul.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.validation.JudgedBatch;
import id.simpul.validation.JudgedPerson;

/**
 * Compares judged people with what is accepted, batch by batch, and writes the new
 * versions into the run's plan together with its findings: one transaction a batch. An
 * unchanged person costs one comparison of hashes.
 */
final class ChangeDetector {

	private static final String KEPT = "-";

	private final Runs runs;

	private final Documents documents;

	private final Evidence evidence;

	private final TransactionTemplate transaction;

	ChangeDetector(Runs runs, Documents documents, Evidence evidence, TransactionTemplate transaction) {
		this.runs = runs;
		this.documents = documents;
		this.evidence = evidence;
		this.transaction = transaction;
	}

	/**
	 * Adds a batch to the plan of its run. The plan is only touched when the batch is
	 * stored.
	 * @throws IllegalStateException when the run has been ended meanwhile
	 */
	void detect(JudgedBatch batch, OpenPlan plan) {
		String instansi = plan.run().instansi();
		Map<String, JudgedPerson> people = new LinkedHashMap<>();
		batch.people().stream().filter((person) -> !person.kunci().isEmpty()).forEach((p) -> people.put(p.kunci(), p));
		Map<String, Head> heads = this.documents.heads(instansi, plan.run().id(), people.keySet());
		Map<String, Document> proposed = new LinkedHashMap<>();
		Map<String, Integer> differing = new HashMap<>();
		people.forEach((kunci, person) -> {
			if (!person.entries().isEmpty()) {
				Document document = Document.of(person.entries());
				Head head = heads.get(kunci);
				if (head == null || !Arrays.equals(head.hash(), document.hash())) {
					proposed.put(kunci, document);
					if (head != null) {
						differing.put(kunci, head.version());
					}
				}
			}
		});
		Map<String, Document> accepted = differing.isEmpty() ? Map.of() : this.documents.load(instansi, differing);
		Counts counts = new Counts();
		List<Proposal> proposals = new ArrayList<>();
		List<Diff.Id> gone = new ArrayList<>();
		List<String> goneOf = new ArrayList<>();
		proposed.forEach((kunci, document) -> {
			JudgedPerson person = people.get(kunci);
			Document old = accepted.get(kunci);
			Document kept = (old == null || person.rejections().isEmpty()) ? document
					: keepRejected(old, document, person.rejections());
			Head head = heads.get(kunci);
			if (head != null && kept != document && Arrays.equals(head.hash(), kept.hash())) {
				return;
			}
			Diff diff = Diff.between(old, kept);
			int unchanged = person.entries().size() - diff.size();
			proposals.add(propose(kunci, plan.version(head), kept, diff.size(), unchanged));
			counts.add(kunci, old == null, diff);
			diff.gone().forEach((entry) -> {
				gone.add(new Diff.Id(entry.resource(), entry.key()));
				goneOf.add(kunci);
			});
		});
		List<JudgedPerson> all = batch.people();
		this.transaction.executeWithoutResult((status) -> {
			// first: nothing may be left under a run that another node has ended
			this.runs.lockRunning(plan.run().id());
			if (!proposals.isEmpty()) {
				this.documents.add(instansi, plan.run().id(), proposals);
			}
			this.evidence.addFindings(plan.run(), findings(all));
			this.evidence.addRejections(plan.run(), rejections(all));
			this.evidence.addAbsences(plan.run(), goneOf, gone);
		});
		counts.diffs.forEach(plan::note);
		counts.added.forEach(plan::noteNew);
		heads.forEach((kunci, head) -> {
			if (!isOrphan(people.get(kunci))) {
				plan.see(head);
			}
		});
		plan.add(batch.rows());
		plan.people += people.values().stream().filter((person) -> !person.entries().isEmpty()).count();
		plan.changedPeople += counts.diffs.size();
		int read = all.stream().mapToInt(JudgedPerson::read).sum();
		int rejected = all.stream().mapToInt((person) -> person.rejections().size()).sum();
		int duplicate = all.stream().mapToInt(JudgedPerson::duplicates).sum();
		plan.entriesRead += read;
		plan.rejected += rejected;
		plan.duplicate += duplicate;
		plan.changed += counts.changes;
		plan.unchanged += read - rejected - duplicate - counts.changes;
		plan.gone += gone.size();
	}

	/**
	 * Rows of a history do not show somebody whom the list of people has lost: they would
	 * keep the brake from seeing a list that arrived by half.
	 */
	private static boolean isOrphan(JudgedPerson person) {
		return person.findings().stream().anyMatch((finding) -> finding.rule().equals("BARIS_YATIM"));
	}

	/**
	 * What was accepted before stays when its new form is rejected; where a rejected
	 * entry has no key, nothing of that resource is taken for gone.
	 */
	private static Document keepRejected(Document old, Document document, List<Rejection> rejections) {
		Set<Diff.Id> keys = new HashSet<>();
		Set<Resource> whole = new HashSet<>();
		for (Rejection rejection : rejections) {
			if (rejection.entryKey() == null) {
				whole.add(rejection.resource());
			}
			else {
				keys.add(new Diff.Id(rejection.resource(), rejection.entryKey()));
			}
		}
		Set<Diff.Id> present = document.entries()
			.stream()
			.map((entry) -> new Diff.Id(entry.resource(), entry.key()))
			.collect(Collectors.toSet());
		List<Entry> kept = old.entries()
			.stream()
			.filter((entry) -> whole.contains(entry.resource())
					|| keys.contains(new Diff.Id(entry.resource(), entry.key())))
			.filter((entry) -> !present.contains(new Diff.Id(entry.resource(), entry.key())))
			.toList();
		if (kept.isEmpty()) {
			return document;
		}
		List<Entry> entries = new ArrayList<>(document.entries());
		entries.addAll(kept);
		return Document.of(entries);
	}

	private static Proposal propose(String kunci, int version, Document document, int changes, int unchanged) {
		StringBuilder origins = new StringBuilder(document.entries().size() * 12);
		for (Entry entry : document.entries()) {
			if (!origins.isEmpty()) {
				origins.append(',');
			}
			if (entry.origin() == null) {
				origins.append(KEPT);
			}
			else {
				origins.append(entry.origin().dataset()).append(':').append(entry.origin().row());
			}
		}
		Entry pegawai = document.entries().get(0);
		return new Proposal(kunci, version, pegawai.text(Resource.PEGAWAI.field("nip")),
				pegawai.text(Resource.PEGAWAI.field("nik")), document, origins.toString(), changes, unchanged);
	}

	private static List<Finding> findings(List<JudgedPerson> people) {
		List<Finding> findings = new ArrayList<>();
		people.forEach((person) -> findings.addAll(person.findings()));
		return findings;
	}

	private static Map<String, List<Rejection>> rejections(List<JudgedPerson> people) {
		Map<String, List<Rejection>> rejections = new LinkedHashMap<>();
		for (JudgedPerson person : people) {
			if (!person.rejections().isEmpty()) {
				rejections.computeIfAbsent(person.kunci(), (kunci) -> new ArrayList<>()).addAll(person.rejections());
			}
		}
		return rejections;
	}

	private static final class Counts {

		private final Map<String, Diff> diffs = new LinkedHashMap<>();

		private final List<String> added = new ArrayList<>();

		private int changes;

		void add(String kunci, boolean isNew, Diff diff) {
			this.changes += diff.size();
			if (isNew) {
				this.added.add(kunci);
			}
			else {
				this.diffs.put(kunci, diff);
			}
		}

	}

}
