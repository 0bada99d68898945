package id.simpul.national;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;

import io.github.bucket4j.Bucket;

/**
 * The pace that a registry allows: calls evenly spaced, and in no second, wherever it
 * begins, more than allowed. What a moment's standstill has cost is caught up little by
 * little: calls that leave together reach the registry anyhow, some of them in a second
 * that was full without them.
 */
final class Pace {

	/** Of the allowed calls in a thousand. */
	private static final int USED = 960;

	/** Longer than a second by what may bunch calls once they have left. */
	private static final long SECOND = Duration.ofMillis(1033).toNanos();

	/** As many calls as fit into this part of a second are caught up at most. */
	private static final int CAUGHT_UP = 4;

	/** How much faster than allowed calls follow each other when some are caught up. */
	private static final double HURRY = 1.5;

	/** One at a time, and whoever came first. */
	private final ReentrantLock door = new ReentrantLock(true);

	private final Bucket spacing;

	/** When the last so many calls left, the oldest at {@code next}. */
	private final AtomicLongArray left;

	private int next;

	private boolean counted;

	Pace(int perSecond) {
		this.spacing = Bucket.builder()
			.addLimit((limit) -> limit.capacity(1 + perSecond / CAUGHT_UP)
				.refillGreedy((long) USED * perSecond, Duration.ofSeconds(1000))
				.initialTokens(1))
			.addLimit((limit) -> limit.capacity(1).refillGreedy(1, Duration.ofNanos((long) (1e9 / perSecond / HURRY))))
			.build();
		this.left = new AtomicLongArray(perSecond);
	}

	/**
	 * Comes back when a call may leave.
	 * @return its place, by which it is told when it has left
	 */
	int await() throws InterruptedException {
		this.door.lockInterruptibly();
		try {
			this.spacing.asBlocking().consume(1);
			long now = System.nanoTime();
			for (long wait = full(now); wait > 0; wait = full(now)) {
				TimeUnit.NANOSECONDS.sleep(wait);
				now = System.nanoTime();
			}
			int place = this.next;
			this.left.set(place, now);
			this.next = (place + 1) % this.left.length();
			this.counted = this.counted || this.next == 0;
			return place;
		}
		finally {
			this.door.unlock();
		}
	}

	/**
	 * A call has left only now: the program may have stood still after it was let go, and
	 * it counts in the second in which it arrives.
	 */
	void left(int place) {
		this.left.set(place, System.nanoTime());
	}

	/** How long until a second that begins with the oldest of them is over. */
	private long full(long now) {
		return this.counted ? this.left.get(this.next) + SECOND - now : 0;
	}

}
