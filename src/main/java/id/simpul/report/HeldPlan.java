package id.simpul.report;

import java.time.Instant;
import java.util.List;

/**
 * A plan that waits for two people.
 *
 * @param words who has said so far that it may go on
 */
public record HeldPlan(RunReport run, List<Reason> reasons, List<Word> words) {

	/**
	 * What exceeded its limit.
	 *
	 * @param kind HILANG, BERUBAH, BARU, KOLOM or BARIS
	 * @param subject the field meant, for KOLOM, or the dataset, for BARIS; else
	 * {@code null}
	 */
	public record Reason(String kind, String subject, long measured, long total, double limitPercent) {

		public double percent() {
			return (this.total == 0) ? 0 : this.measured * 100.0 / this.total;
		}

	}

	/** One person's word. */
	public record Word(String username, String reason, Instant at) {
	}

	public boolean hasWordOf(String username) {
		return this.words.stream().anyMatch((word) -> word.username().equals(username));
	}

}
