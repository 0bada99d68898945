package id.simpul.report;

import java.time.Instant;
import java.util.List;

/**
 * The three lines of the books, over one run or many.
 *
 * @param checkedAt when they were last checked in SQL; {@code null} when there is nothing
 * yet
 */
public record Books(Line rows, Line entries, Line registry, Instant checkedAt) {

	/**
	 * One line: what came in, and every place where it went.
	 *
	 * @param open codes of the instansi whose line does not close by the check in SQL;
	 * none is how it should be
	 */
	public record Line(String name, long total, List<Part> parts, List<String> open) {

		/** Whether the stored checks say so and the figures shown here add up. */
		public boolean closes() {
			return this.open.isEmpty() && this.total == this.parts.stream().mapToLong(Part::count).sum();
		}

	}

	/** A place where something went. */
	public record Part(String name, long count) {
	}

	public List<Line> lines() {
		return List.of(this.rows, this.entries, this.registry);
	}

	public boolean close() {
		return lines().stream().allMatch(Line::closes);
	}

}
