package id.simpul.national;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How many changes of an instansi were served of late. */
final class Speed {

	private static final long SPAN = Duration.ofMinutes(3).toNanos();

	/** Less than this says nothing. */
	private static final int ENOUGH = 20;

	private final Deque<long[]> served = new ArrayDeque<>();

	private long count;

	synchronized void settled(int changes) {
		long now = System.nanoTime();
		forget(now);
		if (changes > 0) {
			this.served.add(new long[] { now, changes });
			this.count += changes;
		}
	}

	synchronized Optional<Duration> remaining(long waiting) {
		long now = System.nanoTime();
		forget(now);
		if (this.count < ENOUGH) {
			return Optional.empty();
		}
		double perNano = this.count / (double) Math.max(1, now - this.served.peek()[0]);
		return Optional.of(Duration.ofNanos((long) (waiting / perNano)));
	}

	private void forget(long now) {
		while (!this.served.isEmpty() && now - this.served.peek()[0] > SPAN) {
			this.count -= this.served.poll()[1];
		}
	}

}
