package id.simpul.mapping;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.CodeLists;
import id.simpul.source.Dataset;
import id.simpul.source.RowBatch;

/**
 * The mapping of one instansi, read from its file and compiled. It never changes after
 * that, so one object serves all threads and a run keeps the mapping it began with.
 */
public final class MappingFile {

	private final String file;

	private final String instansi;

	private final String hash;

	private final List<Dataset> datasets;

	private final NullTokens tokens;

	private final Map<String, DatasetPlan> plans = new LinkedHashMap<>();

	MappingFile(String file, String instansi, String hash, NullTokens tokens, List<DatasetPlan> plans,
			List<Dataset> datasets) {
		this.file = file;
		this.instansi = instansi;
		this.hash = hash;
		this.tokens = tokens;
		this.datasets = List.copyOf(datasets);
		plans.forEach((plan) -> this.plans.put(plan.dataset().name(), plan));
	}

	/**
	 * Reads and checks a file.
	 * @param file {@code mappings/16.71-palembang.yaml}; its name says which instansi it
	 * must be for
	 * @param codes the national lists that its values are held to
	 * @throws MappingRefused with everything that is wrong with it
	 */
	public static MappingFile load(Path file, CodeLists codes) {
		return new MappingReader(file, codes).read();
	}

	/** Name relative to the installation's folder, as problems give it. */
	public String file() {
		return this.file;
	}

	/** Kemendagri code of the sender. */
	public String instansi() {
		return this.instansi;
	}

	/**
	 * SHA-256 of the file's bytes in hexadecimal digits: which edition a run was made
	 * with.
	 */
	public String hash() {
		return this.hash;
	}

	/**
	 * What is to be read, in the order of the file, the source's own code tables (without
	 * key) last.
	 */
	public List<Dataset> datasets() {
		return this.datasets;
	}

	/**
	 * What the rows of a batch become. Whatever the data holds is a result, never an
	 * exception.
	 */
	public MappedBatch apply(RowBatch batch) {
		return new BatchMapper(this.plans, this.tokens, batch).map(batch);
	}

	@Override
	public String toString() {
		return this.file;
	}

}
