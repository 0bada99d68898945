package id.simpul.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PersonAssemblerTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "", "nip", "nip");

	private static final Dataset JABATAN = Reading.history("jabatan", "", "nip", "nip");

	private final List<String> closed = new ArrayList<>();

	@Test
	void bringsTheRowsOfOneKeyTogetherInTheOrderOfTheDatasets() {
		assertThat(rows(KeyOrder.TEXT, rows(PEGAWAI, "a", "b", "c"), rows(JABATAN, "a", "a", "c")))
			.containsExactly("a:pegawai1,jabatan1,jabatan2", "b:pegawai2", "c:pegawai3,jabatan3");
	}

	@Test
	void keepsRowsWhosePersonIsNotInTheMainDataset() {
		assertThat(rows(KeyOrder.TEXT, rows(PEGAWAI, "b"), rows(JABATAN, "a", "b", "z"))).containsExactly("a:jabatan1",
				"b:pegawai1,jabatan2", "z:jabatan3");
	}

	@Test
	void givesRowsWithoutKeyAsPeopleWithoutKey() {
		assertThat(rows(KeyOrder.TEXT, rows(PEGAWAI, "", "a", ""), rows(JABATAN, "", "a")))
			.containsExactlyInAnyOrder("a:pegawai2,jabatan2", ":pegawai1,pegawai3,jabatan1");
	}

	@Test
	void comparesNumbersAsNumbersAndTextsAsTexts() {
		assertThat(rows(KeyOrder.NUMBER, rows(PEGAWAI, "2", "10"), rows(JABATAN, "10"))).containsExactly("2:pegawai1",
				"10:pegawai2,jabatan1");
		assertThat(rows(KeyOrder.TEXT, rows(PEGAWAI, "10", "2"), rows(JABATAN, "10")))
			.containsExactly("10:pegawai1,jabatan1", "2:pegawai2");
	}

	@Test
	void cutsBatchesAtFiveHundredPeople() {
		String[] keys = IntStream.range(1000, 2100).mapToObj(String::valueOf).toArray(String[]::new);
		List<Integer> sizes = new ArrayList<>();
		try (Source.Batches batches = batches(KeyOrder.TEXT, 50_000, rows(PEGAWAI, keys))) {
			batches.forEachRemaining((batch) -> sizes.add(batch.people().size()));
		}
		assertThat(sizes).containsExactly(500, 500, 100);
	}

	@Test
	void cutsABatchThatHasTooManyRows() {
		List<Integer> sizes = new ArrayList<>();
		try (Source.Batches batches = batches(KeyOrder.TEXT, 3, rows(PEGAWAI, "a", "b", "c"),
				rows(JABATAN, "a", "b"))) {
			batches.forEachRemaining((batch) -> sizes.add(batch.people().size()));
		}
		assertThat(sizes).containsExactly(2, 1);
	}

	@Test
	void refusesOnePersonWithMoreRowsThanABatchMayHold() {
		try (Source.Batches batches = batches(KeyOrder.TEXT, 3, rows(PEGAWAI, "a"), rows(JABATAN, "a", "a", "a"))) {
			SourceFault fault = catchThrowableOfType(SourceFault.class, batches::hasNext);
			assertThat(fault.rule()).isEqualTo("BATAS_TERLAMPAUI");
			assertThat(fault.args()).containsExactly("jabatan", "3");
		}
		assertThat(this.closed).contains("shared");
	}

	@Test
	void givesManyRowsOfAPlaceholderKeyInPieces() {
		assertThat(IntStream.of(sizes(rows(PEGAWAI, "a"), rows(JABATAN, "-", "-", "-", "-", "-"))).sum()).isEqualTo(6);
	}

	@Test
	void letsGoOfEverythingAfterTheLastBatchAndWhenClosedBefore() {
		rows(KeyOrder.TEXT, rows(PEGAWAI, "a"));
		assertThat(this.closed).containsExactly("pegawai", "shared");
		this.closed.clear();
		batches(KeyOrder.TEXT, 3, rows(PEGAWAI, "a"), rows(JABATAN, "a")).close();
		assertThat(this.closed).containsExactly("pegawai", "jabatan", "shared");
	}

	private int[] sizes(RowCursor... cursors) {
		List<Integer> sizes = new ArrayList<>();
		try (Source.Batches batches = batches(KeyOrder.TEXT, 3, cursors)) {
			batches.forEachRemaining((batch) -> batch.people().forEach((one) -> sizes.add(one.rows().size())));
		}
		return sizes.stream().mapToInt(Integer::intValue).toArray();
	}

	private List<String> rows(KeyOrder order, RowCursor... cursors) {
		List<String> people = new ArrayList<>();
		try (Source.Batches batches = batches(order, 50_000, cursors)) {
			batches.forEachRemaining((batch) -> batch.people()
				.forEach((one) -> people.add(one.kunci() + ":" + String.join(",",
						one.rows().stream().map((row) -> row.columns().dataset() + row.number()).toList()))));
		}
		return people;
	}

	private Source.Batches batches(KeyOrder order, int longest, RowCursor... cursors) {
		return new PersonAssembler(Reading.run(PEGAWAI, JABATAN), Map.of(), order, List.of(cursors),
				() -> this.closed.add("shared"), longest);
	}

	private RowCursor rows(Dataset dataset, String... keys) {
		Columns columns = new Columns(dataset.name(), dataset.columns());
		return new RowCursor() {

			private int at;

			@Override
			public boolean next() {
				return this.at++ < keys.length;
			}

			@Override
			public String key() {
				return keys[this.at - 1];
			}

			@Override
			public Row row() {
				return Row.of(columns, this.at, new String[] { key() });
			}

			@Override
			public void close() {
				PersonAssemblerTest.this.closed.add(dataset.name());
			}

		};
	}

}
