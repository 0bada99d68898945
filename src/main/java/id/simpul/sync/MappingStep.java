package id.simpul.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import id.simpul.mapping.MappedBatch;
import id.simpul.mapping.MappingFile;
import id.simpul.source.Run;
import id.simpul.source.RowBatch;

/**
 * The step of the pipeline that maps: each run keeps the mapping it began with, also when
 * the file is edited meanwhile.
 */
public final class MappingStep {

	private final Map<Long, MappingFile> mappings = new ConcurrentHashMap<>();

	void begin(Run run, MappingFile mapping) {
		this.mappings.put(run.id(), mapping);
	}

	void end(Run run) {
		this.mappings.remove(run.id());
	}

	/** What the routes call. */
	public MappedBatch map(RowBatch batch) {
		return this.mappings.get(batch.run().id()).apply(batch);
	}

}
