package id.simpul.demo;

import java.util.Map;

/**
 * What the first round of the province must give, by instansi: every figure is known
 * before a program has run.
 */
public record Expected(Map<String, Books> instansi) {

	/**
	 * What became of the rows of one dataset.
	 */
	public record Rows(long used, long filtered, long unreadable) {

		public long total() {
			return this.used + this.filtered + this.unreadable;
		}

	}

	/**
	 * The books of one instansi.
	 *
	 * @param failure the rule by which the run fails, or {@code null}; then all else is
	 * empty
	 * @param people accepted
	 * @param rows by dataset of the mapping
	 * @param findings by rule, those across people included
	 * @param shared of the rejected ones, entries of people whose NIP or NIK somebody
	 * else has too: found when the plan is whole
	 * @param accepted entries that go on: all are new in the first round
	 * @param refused by the registry
	 * @param syncs people whose current position the registry must compute anew
	 * @param worklist entries by cause
	 */
	public record Books(String kode, String failure, long people, Map<String, Rows> rows, Map<String, Long> findings,
			long read, long accepted, long rejected, long shared, long duplicate, long adopted, long creates,
			long updates, long refused, long syncs, Map<String, Long> worklist) {

		public long rowsRead() {
			return this.rows.values().stream().mapToLong(Rows::total).sum();
		}

		public long worklistTotal() {
			return this.worklist.values().stream().mapToLong(Long::longValue).sum();
		}

		/**
		 * Calls that change something at the registry, recomputing a position included.
		 */
		public long writes() {
			return this.creates + this.updates + this.refused + this.syncs;
		}

	}

	public Books of(String kode) {
		return this.instansi.get(kode);
	}

}
