package id.simpul.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the datasets of a run out of files, which know no order. Everything is read
 * before the first person is given away, so that a file that turns out to be damaged on
 * its last line has had no effect.
 */
final class FileDatasets {

	private FileDatasets() {
	}

	/**
	 * Reads all datasets and brings them together by person.
	 * @param opener opens one dataset, for {@link HeadedRows} to close
	 * @param afterwards told when everything has been read, before anything is used
	 */
	static Source.Batches open(Run run, Path data, Function<Dataset, HeadedRows> opener, Runnable afterwards) {
		long keyed = run.datasets().stream().filter((dataset) -> dataset.key() != null).count();
		Spool spool = Spool.forDatasets(data, (int) keyed);
		boolean ready = false;
		try {
			Map<String, Map<String, String>> lookups = new LinkedHashMap<>();
			List<RowCursor> cursors = new ArrayList<>();
			for (Dataset dataset : run.datasets()) {
				try (HeadedRows rows = opener.apply(dataset)) {
					if (dataset.key() == null) {
						lookups.put(dataset.name(), Lookup.read(dataset.name(), rows));
						continue;
					}
					SortedRows sorted = spool.sort(rows);
					if (dataset.main() && sorted.count() == 0) {
						throw new SourceFault("BERKAS_KOSONG", null, rows.fileName());
					}
					cursors.add(sorted);
				}
			}
			afterwards.run();
			Source.Batches batches = new PersonAssembler(run, lookups, KeyOrder.TEXT, cursors, spool::close);
			ready = true;
			return batches;
		}
		finally {
			if (!ready) {
				spool.close();
			}
		}
	}

}
