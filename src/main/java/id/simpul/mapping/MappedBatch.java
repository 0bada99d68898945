package id.simpul.mapping;

import java.util.List;
import java.util.Map;

import id.simpul.source.Run;

/**
 * A batch after mapping.
 *
 * @param people everyone in the batch who has an entry, a rejection or a finding; people
 * that the mapping's active-row clause filtered are only counted
 * @param rows by dataset
 */
public record MappedBatch(Run run, List<MappedPerson> people, Map<String, RowCount> rows) {

	@Override
	public String toString() {
		return "mapped batch of " + this.people.size() + " for run " + this.run.id();
	}

}
