package id.simpul.source;

import java.util.HashMap;
import java.util.Map;

/** Reads a source's own small code table whole: first column to second. */
final class Lookup {

	private static final int LARGEST = 200_000;

	private Lookup() {
	}

	/**
	 * The table by its stripped first column, the first row winning; a big table is a
	 * fault, it is no code table.
	 */
	static Map<String, String> read(String dataset, RowCursor rows) {
		Map<String, String> values = new HashMap<>();
		long count = 0;
		while (rows.next()) {
			if (++count > LARGEST) {
				throw new SourceFault("BATAS_TERLAMPAUI", null, dataset, String.valueOf(LARGEST));
			}
			Row row = rows.row();
			int width = row.columns().names().size();
			String code = KeyOrder.strip(row.value(0));
			String value = KeyOrder.strip(row.value(Math.min(1, width - 1)));
			if (row.fault() == null && !code.isEmpty() && !value.isEmpty()) {
				values.putIfAbsent(code, value);
			}
		}
		return Map.copyOf(values);
	}

}
