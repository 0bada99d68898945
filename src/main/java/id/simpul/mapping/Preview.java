package id.simpul.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.PersonRows;
import id.simpul.source.Rejection;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;

/**
 * Source rows, the entries made of them and the findings side by side, as data that JSON
 * can carry. It holds people's data: it is for the eyes of the mapping's author and is
 * never stored or logged.
 */
public record Preview(List<Person> people) {

	/** One person: what was read, what it became, what is wrong with it. */
	public record Person(String kunci, List<SourceRow> rows, List<Made> entries, List<Note> findings) {

		/** Whether the mapping's active-row clause left this person out. */
		public boolean filtered() {
			return this.entries.isEmpty() && this.findings.isEmpty();
		}

		@Override
		public String toString() {
			return this.rows.size() + " rows, " + this.entries.size() + " entries";
		}

	}

	/**
	 * A row as it was read.
	 *
	 * @param values by column, in the order of the source
	 * @param fault the rule that an unreadable row breaks, else {@code null}
	 */
	public record SourceRow(String dataset, long row, Map<String, String> values, String fault) {

		@Override
		public String toString() {
			return this.dataset + ":" + this.row;
		}

	}

	/**
	 * An entry that came of a row.
	 *
	 * @param values by field, dates in ISO form; empty when the mapping itself could not
	 * finish the entry
	 * @param rejectedBy the rule that holds it back, {@code null} when it goes on
	 */
	public record Made(String resource, String title, String key, String dataset, long row, Map<String, Object> values,
			String rejectedBy) {

		@Override
		public String toString() {
			return this.resource + "@" + this.dataset + ":" + this.row;
		}

	}

	/**
	 * A finding.
	 *
	 * @param severity E, W or I
	 * @param dataset {@code null} when it is about the person as a whole
	 */
	public record Note(String rule, String severity, String dataset, Long row, String resource, String field,
			String valueClass, List<String> args) {
	}

	/**
	 * What became of one person, whoever judged it.
	 *
	 * @param entries what the mapping made, also what was rejected afterwards
	 * @param rejections and findings of all steps so far
	 */
	public record Outcome(String kunci, List<Entry> entries, List<Rejection> rejections, List<Finding> findings) {

		@Override
		public String toString() {
			return this.entries.size() + " entries";
		}

	}

	/** The mapping's own view. */
	public static Preview of(RowBatch batch, MappedBatch mapped) {
		return of(batch, mapped.people()
			.stream()
			.map((person) -> new Outcome(person.kunci(), person.entries(), person.rejections(), person.findings()))
			.toList());
	}

	/**
	 * The view after any number of steps: every person of the batch, with the outcome of
	 * the same key if there is one.
	 */
	public static Preview of(RowBatch batch, List<Outcome> outcomes) {
		Map<String, Outcome> byKey = new LinkedHashMap<>();
		Map<Origin, List<Finding>> keyless = new LinkedHashMap<>();
		for (Outcome outcome : outcomes) {
			if (outcome.kunci().isEmpty()) {
				outcome.findings()
					.forEach((finding) -> keyless.computeIfAbsent(finding.origin(), (o) -> new ArrayList<>())
						.add(finding));
			}
			else {
				byKey.put(outcome.kunci(), outcome);
			}
		}
		List<Person> people = new ArrayList<>();
		for (PersonRows rows : batch.people()) {
			Outcome outcome = byKey.get(rows.kunci());
			people.add((outcome != null) ? person(rows, outcome)
					: person(rows,
							new Outcome(rows.kunci(), List.of(), List.of(),
									rows.rows()
										.stream()
										.flatMap((row) -> keyless.getOrDefault(row.origin(), List.of()).stream())
										.toList())));
		}
		return new Preview(people);
	}

	/** The first people only. */
	public Preview limit(int most) {
		return new Preview(this.people.stream().limit(most).toList());
	}

	/**
	 * The view as text in columns.
	 * @param width of the whole in characters
	 * @param sentences what a finding means, in words; the catalogue of rules belongs to
	 * a later step
	 */
	public String text(int width, Function<Note, String> sentences) {
		return new PreviewText(width, sentences).of(this);
	}

	private static Person person(PersonRows rows, Outcome outcome) {
		List<Made> made = new ArrayList<>();
		Set<Rejection> told = new HashSet<>();
		for (Entry entry : outcome.entries()) {
			Rejection rejection = outcome.rejections()
				.stream()
				.filter((candidate) -> candidate.resource() == entry.resource()
						&& entry.origin().equals(candidate.origin()) && entry.key().equals(candidate.entryKey()))
				.findFirst()
				.orElse(null);
			if (rejection != null) {
				told.add(rejection);
			}
			made.add(made(entry.resource(), entry.key(), entry.origin(), values(entry),
					(rejection != null) ? rejection.rule() : null));
		}
		for (Rejection rejection : outcome.rejections()) {
			if (!told.contains(rejection)) {
				made.add(made(rejection.resource(), rejection.entryKey(), rejection.origin(), Map.of(),
						rejection.rule()));
			}
		}
		return new Person(rows.kunci(), rows.rows().stream().map(Preview::row).toList(), made,
				outcome.findings().stream().map(Preview::note).toList());
	}

	private static Made made(Resource resource, String key, Origin origin, Map<String, Object> values, String rule) {
		return new Made(resource.resourceName(), resource.title(), key, origin.dataset(), origin.row(), values, rule);
	}

	private static SourceRow row(Row row) {
		Map<String, String> values = new LinkedHashMap<>();
		List<String> names = row.columns().names();
		for (int i = 0; i < names.size(); i++) {
			values.putIfAbsent(names.get(i), row.value(i));
		}
		return new SourceRow(row.columns().dataset(), row.number(), values, row.fault());
	}

	private static Map<String, Object> values(Entry entry) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (Field field : entry.resource().fields()) {
			Object value = entry.value(field);
			if (value != null) {
				values.put(field.name(),
						(value instanceof Integer || value instanceof BigDecimal || value instanceof Boolean) ? value
								: value.toString());
			}
		}
		return values;
	}

	private static Note note(Finding finding) {
		Origin origin = finding.origin();
		return new Note(finding.rule(), finding.severity().code(), (origin != null) ? origin.dataset() : null,
				(origin != null) ? (Long) origin.row() : null,
				(finding.resource() != null) ? finding.resource().resourceName() : null, finding.field(),
				finding.valueClass(), finding.args());
	}

	@Override
	public String toString() {
		return "preview of " + this.people.size() + " people";
	}

}
