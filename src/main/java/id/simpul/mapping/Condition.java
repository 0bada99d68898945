package id.simpul.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a row fulfils or not: the language knows these two kinds and no others.
 */
interface Condition {

	boolean holds(Cells cells);

	/** Whether all of them hold; none at all always do. */
	static boolean allHold(List<Condition> conditions, Cells cells) {
		for (int i = 0; i < conditions.size(); i++) {
			if (!conditions.get(i).holds(cells)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @param values in lower case
	 */
	record In(int slot, Set<String> values, boolean wanted) implements Condition {

		@Override
		public boolean holds(Cells cells) {
			String text = cells.plain(this.slot);
			return (this.values.contains(text) || this.values.contains(text.toLowerCase(Locale.ROOT))) == this.wanted;
		}

	}

	/** Whether the column says anything, null tokens being nothing. */
	record Present(int slot, boolean wanted) implements Condition {

		@Override
		public boolean holds(Cells cells) {
			return (cells.text(this.slot) != null) == this.wanted;
		}

	}

}
