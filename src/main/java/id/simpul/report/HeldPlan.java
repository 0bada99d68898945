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
	 * @param kind HILANG, BERUBAH, BARU, KOLOM, BARIS, MILIK_LAIN or MUNDUR
	 * @param subject the field meant, for KOLOM, the dataset, for BARIS, or the other
	 * instansi, for MILIK_LAIN; else {@code null}
	 * @param samples a few of those meant
	 */
	public record Reason(String kind, String subject, long measured, long total, double limitPercent,
			List<Sample> samples) {

		public double percent() {
			return (this.total == 0) ? 0 : this.measured * 100.0 / this.total;
		}

	}

	/**
	 * One of those a reason is about.
	 *
	 * @param person the source's key, masked
	 * @param resource of the entry that shows it, or {@code null} for the whole person
	 * @param entry business key of that entry, masked
	 */
	public record Sample(String person, String resource, String entry) {
	}

	/** One person's word. */
	public record Word(String username, String reason, Instant at) {
	}

	public boolean hasWordOf(String username) {
		return this.words.stream().anyMatch((word) -> word.username().equals(username));
	}

}
