package id.simpul.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.Origin;
import id.simpul.source.Columns;
import id.simpul.source.PersonRows;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;
import id.simpul.source.Severity;
import id.simpul.source.ValueClass;

/**
 * Maps the people of one batch and counts what became of their rows. Made for one batch
 * and one thread.
 */
final class BatchMapper {

	private static final int USED = 0;

	private static final int FILTERED = 1;

	private static final int UNREADABLE = 2;

	private final Map<String, DatasetPlan> plans;

	private final NullTokens tokens;

	private final Cells cells;

	private final Map<String, long[]> counts = new LinkedHashMap<>();

	/**
	 * The dataset of the row at hand: rows come dataset by dataset, so it seldom changes.
	 */
	private Columns columns;

	private DatasetPlan plan;

	private int[] places;

	private long[] count;

	BatchMapper(Map<String, DatasetPlan> plans, NullTokens tokens, RowBatch batch) {
		this.plans = plans;
		this.tokens = tokens;
		this.cells = new Cells(tokens, batch.lookups());
		plans.keySet().forEach((name) -> this.counts.put(name, new long[3]));
	}

	MappedBatch map(RowBatch batch) {
		List<MappedPerson> people = new ArrayList<>(batch.people().size());
		for (PersonRows person : batch.people()) {
			MappedPerson mapped = map(person);
			if (mapped != null) {
				people.add(mapped);
			}
		}
		Map<String, RowCount> rows = new LinkedHashMap<>();
		this.counts
			.forEach((name, count) -> rows.put(name, new RowCount(count[USED], count[FILTERED], count[UNREADABLE])));
		return new MappedBatch(batch.run(), people, rows);
	}

	private MappedPerson map(PersonRows person) {
		if (this.tokens.clean(person.kunci()) == null) {
			return refuse(person, "", "KUNCI_KOSONG", Severity.BLOCKS);
		}
		boolean known = false;
		boolean unread = false;
		boolean active = false;
		for (Row row : person.rows()) {
			moveTo(row);
			if (this.plan.dataset().main()) {
				known = true;
				unread |= row.fault() != null;
				active |= row.fault() != null || Condition.allHold(this.plan.active(), this.cells);
			}
		}
		if (!known) {
			return refuse(person, person.kunci(), "BARIS_YATIM", Severity.WARNS);
		}
		PersonDraft draft = new PersonDraft(person.kunci());
		for (Row row : person.rows()) {
			moveTo(row);
			if (row.fault() != null) {
				this.count[UNREADABLE]++;
				draft.find(row.fault(), Severity.BLOCKS, row.origin(), null);
			}
			else if (!active || !Condition.allHold(this.plan.active(), this.cells)) {
				this.count[FILTERED]++;
			}
			else {
				this.count[USED]++;
				use(row, draft);
			}
		}
		return draft.settle(unread);
	}

	private void use(Row row, PersonDraft draft) {
		Origin origin = row.origin();
		List<RecordPlan> records = this.plan.records();
		for (int i = 0; i < records.size(); i++) {
			records.get(i).make(this.cells, origin, draft);
		}
	}

	/**
	 * Rows of nobody: each is unreadable, for the reason of the source if it gave one.
	 */
	private MappedPerson refuse(PersonRows person, String kunci, String rule, Severity severity) {
		PersonDraft draft = new PersonDraft(kunci);
		for (Row row : person.rows()) {
			moveTo(row);
			this.count[UNREADABLE]++;
			if (row.fault() != null) {
				draft.find(row.fault(), Severity.BLOCKS, row.origin(), null);
			}
			else {
				draft.find(rule, severity, row.origin(), ValueClass.of(kunci));
			}
		}
		return draft.settle(true);
	}

	private void moveTo(Row row) {
		if (row.columns() != this.columns) {
			this.columns = row.columns();
			this.plan = this.plans.get(this.columns.dataset());
			this.places = this.plan.places(this.columns);
			this.count = this.counts.get(this.columns.dataset());
		}
		this.cells.moveTo(row, this.places);
	}

}
