package id.simpul.national;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ever longer pauses, never two alike: whoever failed together does not come back
 * together.
 */
final class Backoff {

	private static final Duration FIRST = Duration.ofSeconds(15);

	private static final Duration LONGEST = Duration.ofHours(1);

	private Backoff() {
	}

	/**
	 * The pause after so many vain attempts before the present one.
	 */
	static Duration after(int attempts) {
		return after(attempts, FIRST, LONGEST);
	}

	/**
	 * @param first never shorter than this
	 * @param longest no longer than this but for a fifth, unless {@code first} is
	 */
	static Duration after(int attempts, Duration first, Duration longest) {
		Duration doubled = first.multipliedBy(1L << Math.min(Math.max(attempts, 0), 12));
		Duration pause = (doubled.compareTo(longest) < 0) ? doubled : longest;
		Duration least = (pause.compareTo(first) < 0) ? first : pause;
		return least.plus(Duration.ofNanos((long) (least.toNanos() * ThreadLocalRandom.current().nextDouble(0.2))));
	}

}
