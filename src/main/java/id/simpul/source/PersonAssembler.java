package id.simpul.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Merges ordered cursors into people, and people into batches, in one pass and with no
 * more in memory than the batch. Rows without a key come along as people without a key,
 * some hundred rows each.
 */
final class PersonAssembler implements Source.Batches {

	private static final int PEOPLE = 500;

	/** A batch is cut short at this many rows, whoever they belong to. */
	private static final int ROWS = 50_000;

	private static final int KEYLESS = 500;

	private final Run run;

	private final Map<String, Map<String, String>> lookups;

	private final KeyOrder order;

	private final RowCursor[] cursors;

	/** The key each cursor stands at, {@code null} behind its last row. */
	private final String[] keys;

	private final int main;

	private final int longest;

	private final Runnable release;

	private final List<List<Row>> keyless = new ArrayList<>();

	private int keylessRows;

	private int usual = 16;

	private RowBatch next;

	private boolean started;

	private boolean closed;

	/**
	 * @param cursors one per dataset with a key, in the run's order
	 * @param release lets go of what the cursors share
	 */
	PersonAssembler(Run run, Map<String, Map<String, String>> lookups, KeyOrder order, List<RowCursor> cursors,
			Runnable release) {
		this(run, lookups, order, cursors, release, ROWS);
	}

	PersonAssembler(Run run, Map<String, Map<String, String>> lookups, KeyOrder order, List<RowCursor> cursors,
			Runnable release, int longest) {
		this.run = run;
		this.lookups = lookups;
		this.order = order;
		this.cursors = cursors.toArray(new RowCursor[0]);
		this.keys = new String[this.cursors.length];
		this.main = run.datasets()
			.stream()
			.filter((dataset) -> dataset.key() != null)
			.map(Dataset::main)
			.toList()
			.indexOf(true);
		this.longest = longest;
		this.release = release;
		for (int i = 0; i < this.cursors.length; i++) {
			this.keyless.add(new ArrayList<>());
		}
	}

	@Override
	public boolean hasNext() {
		if (this.next == null && !this.closed) {
			boolean ready = false;
			try {
				this.next = assemble();
				ready = this.next != null;
			}
			finally {
				if (!ready) {
					close();
				}
			}
		}
		return this.next != null;
	}

	@Override
	public RowBatch next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		RowBatch batch = this.next;
		this.next = null;
		return batch;
	}

	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		for (RowCursor cursor : this.cursors) {
			cursor.close();
		}
		this.release.run();
	}

	private RowBatch assemble() {
		if (!this.started) {
			this.started = true;
			for (int i = 0; i < this.cursors.length; i++) {
				advance(i);
			}
		}
		List<PersonRows> people = new ArrayList<>(PEOPLE);
		int rows = 0;
		while (people.size() < PEOPLE && rows < this.longest) {
			PersonRows person = person();
			if (person == null) {
				break;
			}
			people.add(person);
			rows += person.rows().size();
		}
		return people.isEmpty() ? null : new RowBatch(this.run, this.lookups, people);
	}

	private PersonRows person() {
		setKeylessAside();
		String key = smallest();
		if (this.keylessRows >= KEYLESS || (key == null && this.keylessRows > 0)) {
			return keyless();
		}
		return (key != null) ? person(key) : null;
	}

	private PersonRows person(String key) {
		boolean known = this.main >= 0 && key.equals(this.keys[this.main]);
		List<Row> rows = new ArrayList<>(this.usual);
		for (int i = 0; i < this.cursors.length; i++) {
			while (key.equals(this.keys[i])) {
				if (rows.size() >= this.longest) {
					if (known) {
						throw new SourceFault("BATAS_TERLAMPAUI", null, this.cursors[i].row().columns().dataset(),
								String.valueOf(this.longest));
					}
					// nobody's rows, a placeholder as key most likely: they are orphans
					// in pieces too
					return new PersonRows(key, rows);
				}
				rows.add(this.cursors[i].row());
				advance(i);
			}
		}
		this.usual = Math.max(8, rows.size() + 2);
		return new PersonRows(key, rows);
	}

	private String smallest() {
		String least = null;
		for (String key : this.keys) {
			if (key != null && !key.isEmpty() && (least == null || this.order.compare(key, least) < 0)) {
				least = key;
			}
		}
		return least;
	}

	private void setKeylessAside() {
		for (int i = 0; i < this.cursors.length; i++) {
			while (this.keys[i] != null && this.keys[i].isEmpty() && this.keylessRows < KEYLESS) {
				this.keyless.get(i).add(this.cursors[i].row());
				this.keylessRows++;
				advance(i);
			}
		}
	}

	private PersonRows keyless() {
		List<Row> rows = new ArrayList<>(this.keylessRows);
		for (List<Row> ofDataset : this.keyless) {
			rows.addAll(ofDataset);
			ofDataset.clear();
		}
		this.keylessRows = 0;
		return new PersonRows("", rows);
	}

	private void advance(int cursor) {
		this.keys[cursor] = this.cursors[cursor].next() ? this.cursors[cursor].key() : null;
	}

}
