package id.simpul.report;

import java.time.Duration;
import java.time.Instant;

import id.simpul.change.RunBooks;
import id.simpul.change.RunState;

/**
 * One run with its figures.
 *
 * @param startedBy a user name, or what started it
 * @param finishedAt {@code null} while it runs
 */
public record RunReport(RunBooks books, String startedBy, Instant startedAt, Instant finishedAt, long people) {

	public long id() {
		return this.books.run();
	}

	public RunState state() {
		return this.books.state();
	}

	/** When it ended, or began if it has not ended. */
	public Instant at() {
		return (this.finishedAt != null) ? this.finishedAt : this.startedAt;
	}

	public Duration took() {
		return (this.finishedAt != null) ? Duration.between(this.startedAt, this.finishedAt) : null;
	}

}
