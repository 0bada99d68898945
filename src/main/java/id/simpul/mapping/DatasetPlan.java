package id.simpul.mapping;

import java.util.List;

import id.simpul.source.Columns;
import id.simpul.source.Dataset;

/**
 * One dataset of a mapping, compiled. Its slots are places in {@link Dataset#columns()}.
 */
final class DatasetPlan {

	/** Where the columns stand in one opened dataset. */
	private record Bound(Columns columns, int[] places) {
	}

	private final Dataset dataset;

	private final List<Condition> active;

	private final List<RecordPlan> records;

	/** Of the dataset opened last; another run of the same file simply looks again. */
	private volatile Bound bound;

	DatasetPlan(Dataset dataset, List<Condition> active, List<RecordPlan> records) {
		this.dataset = dataset;
		this.active = active;
		this.records = records;
	}

	Dataset dataset() {
		return this.dataset;
	}

	List<Condition> active() {
		return this.active;
	}

	List<RecordPlan> records() {
		return this.records;
	}

	int[] places(Columns columns) {
		Bound known = this.bound;
		if (known == null || known.columns() != columns) {
			known = new Bound(columns, Cells.places(this.dataset.columns(), columns));
			this.bound = known;
		}
		return known.places();
	}

}
