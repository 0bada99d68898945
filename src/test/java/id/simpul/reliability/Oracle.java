package id.simpul.reliability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import id.simpul.reliability.Figures.Figure;
import id.simpul.reliability.RegistryBook.Write;
import id.simpul.reliability.Shown.Value;
import id.simpul.reliability.State.Change;
import id.simpul.reliability.State.Document;
import id.simpul.reliability.State.Rejection;
import id.simpul.reliability.State.Run;

/**
 * Judges from outside whether anything was lost or doubled: what the sources show, what
 * the program has written down and what the registry's ledger says must be one story.
 * Nobody but the program writes at the registry here.
 */
final class Oracle {

	private static final Set<String> DONE = Set.of("ACKED", "ADOPTED", "SUPERSEDED");

	/** Entries that go because their person does: what is told of the person tells it. */
	private static final String WITH_THE_PERSON = "PEGAWAI_DITOLAK";

	/**
	 * What is known of the rows that were never edited.
	 *
	 * @param rows in the source
	 * @param read entries made of them
	 * @param creates of these that the registry lacked
	 */
	record Expectation(long rows, long read, long creates) {
	}

	private record Seen(int version, String hash) {
	}

	private final Map<String, Seen> versions = new HashMap<>();

	private final Map<String, Expectation> expected;

	/**
	 * @param expected by instansi; empty if nothing is known of the rest
	 */
	Oracle(Map<String, Expectation> expected) {
		this.expected = expected;
	}

	/**
	 * Looks at the versions in passing, and keeps them in mind for the next look.
	 */
	Figures watch(State state) {
		Figures figures = new Figures();
		state.accepted().forEach((person, document) -> {
			Seen before = this.versions.get(person);
			if (before != null && document.version() < before.version()) {
				figures.add(Figure.VERSION_REGRESSION,
						person + " went from version " + before.version() + " to " + document.version());
			}
			else if (before != null && document.version() == before.version()
					&& !document.hash().equals(before.hash())) {
				figures.add(Figure.VERSION_REGRESSION,
						person + " has version " + document.version() + " a second time with other content");
			}
			this.versions.put(person, new Seen(document.version(), document.hash()));
		});
		this.versions.keySet()
			.stream()
			.filter((person) -> !state.accepted().containsKey(person))
			.toList()
			.forEach((person) -> {
				figures.add(Figure.VERSION_REGRESSION, person + " has no version any more");
				this.versions.remove(person);
			});
		return figures;
	}

	/**
	 * Compares everything, after the program has come to rest.
	 * @param rows what lies in the sources now
	 */
	Figures judge(Collection<Shown> shown, Map<EntryId, Map<String, String>> rows, State state, RegistryBook book) {
		Figures figures = watch(state);
		Judgement judgement = new Judgement(figures, state, book);
		shown.forEach((entry) -> judgement.entry(entry, rows.get(entry.id())));
		judgement.ledger(shown);
		judgement.books();
		judgement.rejections();
		judgement.positions();
		this.expected.forEach((kode, expectation) -> judgement.rest(kode, expectation, shown));
		return figures;
	}

	private static final class Judgement {

		private final Figures figures;

		private final State state;

		private final RegistryBook book;

		private final Map<String, Document> accepted;

		private final Map<String, Run> lastRuns;

		private final Map<EntryId, List<Change>> changes;

		private final Map<String, List<Write>> saves;

		private final Map<String, List<Rejection>> rejected = new HashMap<>();

		Judgement(Figures figures, State state, RegistryBook book) {
			this.figures = figures;
			this.state = state;
			this.book = book;
			this.accepted = state.accepted();
			this.lastRuns = state.lastRuns();
			this.changes = state.changes.stream().collect(Collectors.groupingBy(Change::id));
			this.saves = book.savesByEntry();
			for (Rejection rejection : state.rejections) {
				Run last = this.lastRuns.get(rejection.kode());
				if (last != null && last.id() == rejection.run()) {
					this.rejected
						.computeIfAbsent(rejection.kode() + " " + rejection.kunci(), (key) -> new ArrayList<>())
						.add(rejection);
				}
			}
		}

		void entry(Shown entry, Map<String, String> row) {
			EntryId id = entry.id();
			Value last = entry.last();
			if (row == null || !row.equals(last.fields())) {
				add(Figure.UNEXPLAINED_DIFFERENCE, "the source itself shows " + row, entry);
				return;
			}
			boolean rejected = isRejected(id);
			Map<String, String> ours = document(id, last.fields().keySet());
			boolean current = ours != null && last.fields().equals(ours);
			if (!last.good() && current) {
				add(Figure.UNEXPLAINED_DIFFERENCE, "a value that the rules forbid was accepted", entry);
			}
			if (!current && !rejected) {
				add((ours == null || !last.good()) ? Figure.UNREPORTED_REJECT : Figure.UNEXPLAINED_DIFFERENCE,
						"accepted is " + ours + ", and no rejection tells why", entry);
			}
			List<Write> saves = saves(entry);
			order(entry, saves);
			boolean there = isThere(entry, saves);
			List<Change> changes = this.changes.getOrDefault(id, List.of())
				.stream()
				.sorted((a, b) -> Integer.compare(a.version(), b.version()))
				.toList();
			Change newest = changes.isEmpty() ? null : changes.get(changes.size() - 1);
			if (!there && !rejected && !isNamed(id, newest)) {
				add(Figure.LOST, "the registry does not have the last value", entry);
			}
			if (this.state.tasks.stream()
				.anyMatch((task) -> task.open() && task.id().equals(id) && task.cause().equals("KONFLIK_SIASN"))) {
				add(Figure.UNEXPLAINED_DIFFERENCE, "a conflict with the registry, where nobody else writes", entry);
			}
		}

		/** The values the entry took at the registry, against those the source showed. */
		private void order(Shown entry, List<Write> saves) {
			int before = -1;
			for (Write save : saves) {
				int index = entry.indexOf(save.fields());
				if (index < 0 && save.fields().equals(Map.of("noHp", this.book.telephone(save.pnsId())))) {
					continue; // handed back, where the source had none yet
				}
				if (index < 0) {
					add(Figure.UNEXPLAINED_DIFFERENCE, "the source never showed what was saved as " + save.seq(),
							entry);
				}
				else if (index < before) {
					add(Figure.ORDER_VIOLATION, "what was saved as " + save.seq() + " is older than what stood there",
							entry);
				}
				before = Math.max(before, index);
			}
		}

		private List<Write> saves(Shown entry) {
			String resource = entry.id().resource().equals("pegawai") ? "data-utama" : entry.id().resource();
			return this.saves.getOrDefault(this.book.pnsId(entry.nip()) + " " + resource + " " + entry.id().key(),
					List.of());
		}

		private boolean isThere(Shown entry, List<Write> saves) {
			if (saves.isEmpty()) {
				String pnsId = this.book.pnsId(entry.nip());
				return entry.id().resource().equals("pegawai")
						&& entry.last().fields().get("noHp").equals(this.book.telephone(pnsId));
			}
			Map<String, String> there = saves.get(saves.size() - 1).fields();
			return entry.last().fields().entrySet().containsAll(there.entrySet());
		}

		/** On a list with a name: by its newest change, not by an older one. */
		private boolean isNamed(EntryId id, Change newest) {
			if (newest == null) {
				return false;
			}
			return switch (newest.state()) {
				case "REFUSED", "PARKED" -> true;
				case "WORKLIST" -> this.state.tasks.stream().anyMatch((task) -> task.open() && task.id().equals(id));
				default -> false;
			};
		}

		private boolean isRejected(EntryId id) {
			return this.rejected.getOrDefault(id.kode() + " " + id.kunci(), List.of())
				.stream()
				.anyMatch((rejection) -> rejection.resource().equals("pegawai")
						|| (rejection.resource().equals(id.resource()) && Objects.equals(rejection.key(), id.key())));
		}

		/** The accepted values of these fields, or {@code null} without such an entry. */
		private Map<String, String> document(EntryId id, Set<String> fields) {
			Document document = this.accepted.get(id.kode() + " " + id.kunci());
			if (document == null) {
				return null;
			}
			JsonNode entries = document.json().path(id.resource());
			for (JsonNode entry : entries.isArray() ? entries : List.of(entries)) {
				Map<String, String> values = new TreeMap<>();
				for (String field : fields) {
					if (entry.has(field)) {
						values.put(field, entry.path(field).asString());
					}
				}
				if (!values.isEmpty() && SourceTable.key(id.resource(), values).equals(id.key())) {
					return values;
				}
			}
			return null;
		}

		/** What no call may do, whoever the entry belongs to. */
		void ledger(Collection<Shown> shown) {
			this.saves.forEach((entry, saves) -> {
				List<Write> creates = saves.stream().filter((save) -> save.does("create")).toList();
				if (creates.size() > 1 || (!creates.isEmpty() && this.book.isSeeded(creates.get(0)))) {
					add(Figure.DUPLICATE_EFFECT, "created again: " + entry, saves, shown);
				}
				Map<String, Write> last = new HashMap<>();
				for (Write save : saves) {
					Write before = last.put(save.id(), save);
					if (before != null && content(before).equals(content(save))) {
						add(Figure.DUPLICATE_EFFECT,
								"saved again without a change, " + before.seq() + " and " + save.seq() + ": " + entry,
								saves, shown);
					}
				}
			});
			this.book.writes()
				.stream()
				.filter((write) -> write.does("delete"))
				.forEach((write) -> add(Figure.UNEXPLAINED_DIFFERENCE, "deleted", List.of(write), shown));
			Map<String, Write> positions = new HashMap<>();
			for (Write write : this.book.writes()) {
				if (write.resource().equals("jabatan")) {
					if (write.saves()) {
						positions.put(write.pnsId(), write);
					}
					else if (write.does("sync")) {
						positions.remove(write.pnsId());
					}
				}
			}
			positions.values()
				.forEach((write) -> add(Figure.LOST, "the current position was not computed anew", List.of(write),
						shown));
		}

		private static Map<String, JsonNode> content(Write write) {
			Map<String, JsonNode> content = new TreeMap<>();
			write.payload().properties().forEach((field) -> content.put(field.getKey(), field.getValue()));
			content.remove("id");
			return content;
		}

		void books() {
			if (this.state.waiting() > 0) {
				this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, this.state.waiting() + " changes still wait: "
						+ this.state.changes.stream().filter(Change::isWaiting).limit(5).toList());
			}
			for (Run run : this.state.runs) {
				if (run.state().equals("RUNNING")) {
					this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, "a run that nobody runs: " + run);
				}
				if (run.isDone()) {
					book(run);
				}
			}
			this.state.lines.stream()
				.filter((line) -> !line.closes())
				.forEach((line) -> this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, "books do not close: " + line));
		}

		private void book(Run run) {
			long entries = sum(run, "unchanged", "changed", "rejected", "held", "duplicate");
			long changes = sum(run, "acked", "adopted", "worklist", "waiting", "refused", "parked", "superseded");
			Map<String, Long> states = this.state.changes.stream()
				.filter((change) -> change.run() == run.id())
				.collect(
						Collectors.groupingBy((change) -> change.isWaiting() ? "waiting" : change.state().toLowerCase(),
								Collectors.counting()));
			boolean counted = states.entrySet()
				.stream()
				.allMatch((state) -> run.figure(state.getKey()) == state.getValue());
			if (run.figure("rows_read") != sum(run, "rows_used", "rows_filtered", "rows_unreadable")
					|| run.figure("entries_read") != entries || run.figure("changed") != changes || !counted) {
				this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, "books that do not add up: " + run + " " + states);
			}
		}

		private static long sum(Run run, String... columns) {
			return List.of(columns).stream().mapToLong(run::figure).sum();
		}

		/** Every rejection has a finding that says why. */
		void rejections() {
			Set<String> findings = new HashSet<>();
			this.state.findings.forEach((finding) -> {
				findings.add(finding.run() + " " + finding.kunci() + " " + finding.rule());
				findings.add(finding.run() + " " + finding.kunci() + " " + WITH_THE_PERSON);
			});
			this.state.rejections.stream()
				.filter((rejection) -> !findings
					.contains(rejection.run() + " " + rejection.kunci() + " " + rejection.rule()))
				.forEach((rejection) -> this.figures.add(Figure.UNREPORTED_REJECT, "no finding for " + rejection));
			this.lastRuns.values().forEach((run) -> {
				long rejected = this.state.rejections.stream()
					.filter((rejection) -> rejection.run() == run.id())
					.count();
				if (rejected != run.figure("rejected")) {
					this.figures.add(Figure.UNREPORTED_REJECT,
							run + " counts " + run.figure("rejected") + " rejected, but names " + rejected);
				}
			});
			this.book.writes()
				.stream()
				.filter((write) -> !write.accepted())
				.filter((
						write) -> this.state.changes.stream()
							.noneMatch((change) -> change.state().equals("REFUSED")
									&& change.id().kode().equals(write.instansi())
									&& change.id().resource().equals(write.ours())
									&& (write.ours().equals("angka-kredit") || change.id().key().equals(write.key()))))
				.forEach((write) -> this.figures.add(Figure.UNREPORTED_REJECT,
						"the registry refused it and no change says so: " + write));
		}

		/** The rows that were never edited: their figures are known from the province. */
		void rest(String kode, Expectation expectation, Collection<Shown> shown) {
			Run run = this.lastRuns.get(kode);
			if (run == null) {
				this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, kode + " has never been read whole");
				return;
			}
			long ours = shown.stream()
				.filter((entry) -> entry.id().kode().equals(kode) && !entry.id().resource().equals("pegawai"))
				.count();
			long creates = this.book.writes()
				.stream()
				.filter((write) -> write.instansi().equals(kode) && write.does("create")
						&& !write.key().contains(Sources.MARK))
				.map((write) -> write.pnsId() + " " + write.resource() + " " + write.key())
				.distinct()
				.count();
			if (run.figure("rows_read") != expectation.rows() + ours
					|| run.figure("entries_read") != expectation.read() + ours) {
				this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, kode + " has " + (expectation.rows() + ours)
						+ " rows with " + (expectation.read() + ours) + " entries, but the run says " + run);
			}
			long named = this.state.tasks.stream()
				.filter((task) -> task.open() && task.id().kode().equals(kode)
						&& task.cause().equals("JABATAN_BELUM_DI_SIASN"))
				.filter((task) -> !task.id().key().contains(Sources.MARK))
				.count();
			if (creates + named < expectation.creates()) {
				this.figures.add(Figure.LOST, kode + " lacked " + expectation.creates()
						+ " entries at the registry, of which " + creates + " were created");
			}
			if (creates > expectation.creates()) {
				this.figures.add(Figure.UNEXPLAINED_DIFFERENCE, kode + " lacked " + expectation.creates()
						+ " entries at the registry, and " + creates + " were created");
			}
		}

		/** Whoever is said to wait for a position must have one that waits. */
		void positions() {
			this.state.tasks.stream()
				.filter((task) -> task.open() && task.cause().equals("JABATAN_BELUM_DI_SIASN"))
				.filter((task) -> this.state.changes.stream()
					.filter((change) -> change.id().resource().equals("jabatan")
							&& change.id().kode().equals(task.id().kode())
							&& change.id().kunci().equals(task.id().kunci()))
					.allMatch((change) -> DONE.contains(change.state())))
				.forEach((task) -> this.figures.add(Figure.UNEXPLAINED_DIFFERENCE,
						"left to people for want of a position, but the registry has them all: " + task + "\n  "
								+ this.state.changes.stream()
									.filter((change) -> change.id().kunci().equals(task.id().kunci())
											&& List.of("jabatan", "angka-kredit").contains(change.id().resource()))
									.map(Change::toString)
									.collect(Collectors.joining("\n  "))));
		}

		private void add(Figure figure, String what, Shown entry) {
			this.figures.add(figure, what + "\n" + entry + "\n" + history(entry));
		}

		private void add(Figure figure, String what, List<Write> writes, Collection<Shown> shown) {
			String pnsId = writes.get(0).pnsId();
			String sources = shown.stream()
				.filter((entry) -> pnsId.equals(this.book.pnsId(entry.nip())))
				.map((entry) -> entry + "\n" + history(entry))
				.collect(Collectors.joining("\n"));
			this.figures.add(figure, what + "\n"
					+ writes.stream().map(Write::toString).collect(Collectors.joining("\n")) + "\n" + sources);
		}

		/**
		 * Everything that happened to that entry, and what else the person's ledger says.
		 */
		private String history(Shown entry) {
			String pnsId = this.book.pnsId(entry.nip());
			List<String> lines = new ArrayList<>();
			lines.add("person at the registry " + pnsId + ", accepted version "
					+ ((this.accepted.get(entry.id().kode() + " " + entry.id().kunci()) != null)
							? this.accepted.get(entry.id().kode() + " " + entry.id().kunci()).version() : "none"));
			this.changes.getOrDefault(entry.id(), List.of()).forEach((change) -> lines.add(change.toString()));
			this.state.tasks.stream()
				.filter((task) -> task.id().equals(entry.id()))
				.forEach((task) -> lines.add(task.toString()));
			this.rejected.getOrDefault(entry.id().kode() + " " + entry.id().kunci(), List.of())
				.stream()
				.filter((rejection) -> rejection.resource().equals(entry.id().resource()))
				.forEach((rejection) -> lines.add(rejection.toString()));
			this.book.writes()
				.stream()
				.filter((write) -> write.pnsId().equals(pnsId) && write.ours().equals(entry.id().resource())
						&& write.key().equals(entry.id().key()))
				.forEach((write) -> lines.add(write.toString()));
			return "  " + String.join("\n  ", lines);
		}

	}

}
