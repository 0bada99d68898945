package id.simpul.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a source to its end and writes down what came, one short line per row. */
final class Reading {

	final List<PersonRows> people = new ArrayList<>();

	Map<String, Map<String, String>> lookups = Map.of();

	private Reading() {
	}

	static Reading of(Source source, Dataset... datasets) {
		Reading reading = new Reading();
		try (Source.Batches batches = source.open(run(datasets))) {
			while (batches.hasNext()) {
				RowBatch batch = batches.next();
				reading.lookups = batch.lookups();
				reading.people.addAll(batch.people());
			}
		}
		return reading;
	}

	static Run run(Dataset... datasets) {
		return new Run(1, "16.71", LocalDate.of(2026, 7, 1), List.of(datasets));
	}

	static Dataset main(String name, String location, String key, String... columns) {
		return new Dataset(name, location, key, Arrays.asList(columns), true, 1);
	}

	static Dataset history(String name, String location, String key, String... columns) {
		return new Dataset(name, location, key, Arrays.asList(columns), false, 1);
	}

	List<String> keys() {
		return this.people.stream().map(PersonRows::kunci).toList();
	}

	/**
	 * {@code key | dataset:number values}, a fault in place of the values of a row that
	 * has one.
	 */
	List<String> rows() {
		return this.people.stream()
			.flatMap((person) -> person.rows().stream().map((row) -> person.kunci() + " | " + row + " " + values(row)))
			.toList();
	}

	static String values(Row row) {
		return (row.fault() != null) ? "!" + row.fault()
				: IntStream.range(0, row.columns().names().size())
					.mapToObj((i) -> String.valueOf(row.value(i)))
					.collect(Collectors.joining(","));
	}

}
