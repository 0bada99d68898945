package id.simpul.national;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;

/**
 * The pace that a registry allows: calls evenly spaced, and in no second, wherever it
 * begins, more than allowed. Calls that were to leave one after the other and were held
 * up together, as when the machine stands still for a moment, do not leave together
 * either.
 */
final class Pace {

	/**
	 * Of the allowed calls in a hundred; what a moment's standstill costs is caught up.
	 */
	private static final int USED = 98;

	/** Longer than a second by what the network bunches. */
	private static final long SECOND = Duration.ofMillis(1035).toNanos();

	private final Bucket spacing;

	/** When the last so many calls left, the oldest at {@code next}. */
	private final long[] left;

	private int next;

	private boolean full;

	Pace(int perSecond) {
		this.spacing = Bucket.builder()
			.addLimit((limit) -> limit.capacity(Math.max(1, perSecond / 50))
				.refillGreedy((long) USED * perSecond, Duration.ofSeconds(100)))
			.build();
		this.left = new long[perSecond];
	}

	/** Comes back when a call may leave. */
	void await() throws InterruptedException {
		this.spacing.asBlocking().consume(1);
		for (long wait = leave(); wait > 0; wait = leave()) {
			TimeUnit.NANOSECONDS.sleep(wait);
		}
	}

	/**
	 * @return 0 when the call leaves now, or how long to wait before asking again
	 */
	private synchronized long leave() {
		long now = System.nanoTime();
		long wait = this.full ? this.left[this.next] + SECOND - now : 0;
		if (wait <= 0) {
			this.left[this.next] = now;
			this.next = (this.next + 1) % this.left.length;
			this.full = this.full || this.next == 0;
		}
		return Math.max(0, wait);
	}

}
