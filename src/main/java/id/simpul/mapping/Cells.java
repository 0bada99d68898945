package id.simpul.mapping;

import java.util.List;
import java.util.Map;

import id.simpul.source.Columns;
import id.simpul.source.Row;
import id.simpul.source.SourceFault;

/**
 * The row that is being mapped, seen through the columns that the mapping names. One
 * thread's own.
 */
final class Cells {

	private final NullTokens tokens;

	private final Map<String, Map<String, String>> lookups;

	private int[] places;

	private Row row;

	Cells(NullTokens tokens, Map<String, Map<String, String>> lookups) {
		this.tokens = tokens;
		this.lookups = lookups;
	}

	void moveTo(Row row, int[] places) {
		this.row = row;
		this.places = places;
	}

	/**
	 * The value of a slot without what surrounds it; {@code null} when it means nothing.
	 */
	String text(int slot) {
		return this.tokens.clean(this.row.value(this.places[slot]));
	}

	/**
	 * The value of a slot with null tokens left as they are; an empty text for nothing.
	 */
	String plain(int slot) {
		String raw = this.row.value(this.places[slot]);
		return (raw != null) ? NullTokens.strip(raw) : "";
	}

	String clean(String text) {
		return this.tokens.clean(text);
	}

	/** What the source's own code table says, or {@code null}. */
	String lookUp(String table, String code) {
		Map<String, String> values = this.lookups.get(table);
		return (values != null) ? values.get(code) : null;
	}

	/** Where the columns of a mapping stand in the rows of one opened dataset. */
	static int[] places(List<String> wanted, Columns columns) {
		int[] places = new int[wanted.size()];
		for (int i = 0; i < places.length; i++) {
			places[i] = columns.indexOf(wanted.get(i));
			if (places[i] < 0) {
				throw new SourceFault("KOLOM_TIDAK_ADA", null, wanted.get(i), columns.dataset(),
						String.join(", ", columns.names()));
			}
		}
		return places;
	}

}
