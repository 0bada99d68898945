package id.simpul.source;

import java.util.List;
import java.util.Map;

/**
 * Some hundred people with their rows: what travels through the routes as one exchange.
 *
 * @param lookups by dataset name, first column to second: the source's own small code
 * tables, the same in every batch
 */
public record RowBatch(Run run, Map<String, Map<String, String>> lookups, List<PersonRows> people) {

	@Override
	public String toString() {
		return "batch of " + this.people.size() + " for run " + this.run.id();
	}

}
