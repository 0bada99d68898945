package id.simpul.validation;

import java.util.List;
import java.util.Map;

import id.simpul.mapping.RowCount;
import id.simpul.source.Run;

/** A batch after validation: what change compares with the accepted state. */
public record JudgedBatch(Run run, List<JudgedPerson> people, Map<String, RowCount> rows) {

	@Override
	public String toString() {
		return "judged batch of " + this.people.size() + " for run " + this.run.id();
	}

}
