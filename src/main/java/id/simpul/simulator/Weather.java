package id.simpul.simulator;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A whole script of mishaps out of one number: whether and how the n-th call of the API
 * goes wrong depends on the seed and n alone, so that the same seed always brings the
 * same list.
 */
public final class Weather {

	/** Longer than most clients of a test wait. */
	private static final Duration LONGEST = Duration.ofSeconds(2);

	private static final Kind[] KINDS = Kind.values();

	private static final int WEIGHTS = Stream.of(KINDS).mapToInt((kind) -> kind.weight).sum();

	private final long seed;

	private final int percent;

	private final Duration longest;

	/** Kinds to draw from: all, or the first so many. */
	private final int weights;

	private Weather(long seed, int percent, Duration longest, int weights) {
		if (percent < 0 || percent > 100) {
			throw new IllegalArgumentException("Between 0 and 100 of a hundred calls can go wrong");
		}
		if (longest.toMillis() < 1) {
			throw new IllegalArgumentException("What takes time takes a millisecond at least");
		}
		this.seed = seed;
		this.percent = percent;
		this.longest = longest;
		this.weights = weights;
	}

	/**
	 * Lets so many of a hundred calls go wrong; nothing takes longer than two seconds.
	 */
	public static Weather of(long seed, int percent) {
		return of(seed, percent, LONGEST);
	}

	/**
	 * Lets so many of a hundred calls go wrong.
	 * @param longest that a silence, a delay, or the wait for a late deed takes
	 */
	public static Weather of(long seed, int percent, Duration longest) {
		return new Weather(seed, percent, longest, WEIGHTS);
	}

	/**
	 * The same without those answers that ask the caller to leave everybody's calls alone
	 * for a while: what goes wrong is a matter of single calls.
	 */
	public Weather ofSingleCalls() {
		return new Weather(this.seed, this.percent, this.longest, WEIGHTS - Kind.OF_ALL);
	}

	/** What goes wrong with that call, counted from 0, or {@code null}. */
	Fault at(long call) {
		Draw draw = new Draw(this.seed, call, this.longest);
		if (draw.below(100) >= this.percent) {
			return null;
		}
		int place = draw.below(this.weights);
		int kind = 0;
		for (; place >= KINDS[kind].weight; kind++) {
			place -= KINDS[kind].weight;
		}
		return KINDS[kind].fault.apply(draw);
	}

	/**
	 * What goes wrong with the calls of that range, the last not among them: a line each,
	 * with the number of the call.
	 */
	public String describe(long from, long until) {
		StringBuilder lines = new StringBuilder();
		for (long call = from; call < until; call++) {
			Fault fault = at(call);
			if (fault != null) {
				lines.append(call).append(' ').append(fault).append('\n');
			}
		}
		return lines.toString();
	}

	@Override
	public String toString() {
		return this.seed + ":" + this.percent;
	}

	/** What can go wrong, and how often beside the rest. */
	private enum Kind {

		BREAK(3, (draw) -> Fault.dropBefore()),

		BREAK_AFTER_DEED(3, (draw) -> Fault.dropAfter()),

		HALF_ANSWER(1, (draw) -> Fault.halfAnswer()),

		SILENCE_AFTER_DEED(2, (draw) -> Fault.silence(draw.time())),

		BREAK_AND_LATE_DEED(2, (draw) -> Fault.late(draw.time())),

		SILENCE_AND_LATE_DEED(1, (draw) -> Fault.silence(draw.longest).doneAfter(draw.time())),

		ERROR_AFTER_DEED(2, (draw) -> Fault.savedThenError()),

		ERROR(2, (draw) -> Fault.status(500, "{\"message\":\"Internal Server Error\"}")),

		PROXY_PAGE(2, (draw) -> Fault.html(502)),

		EXPIRED_TOKEN(1, (draw) -> Fault.expiredToken()),

		EXPIRED_OPERATOR(1, (draw) -> Fault.expiredOperator()),

		EMPTY(1, (draw) -> Fault.empty()),

		EMPTY_AFTER_DEED(1, (draw) -> Fault.empty().done()),

		LOGIN_PAGE(1, (draw) -> Fault.loginPage()),

		TRUNCATED_AFTER_DEED(1, (draw) -> Fault.truncated().done()),

		SLOW(3, (draw) -> Fault.delay(draw.time())),

		SUSPENDED(1, (draw) -> Fault.suspended()),

		THROTTLED(1, (draw) -> Fault.throttled(Long.toString(draw.time().toSeconds())));

		/** Weight of the last ones, which are about all calls. */
		private static final int OF_ALL = SUSPENDED.weight + THROTTLED.weight;

		private final int weight;

		private final Function<Draw, Fault> fault;

		Kind(int weight, Function<Draw, Fault> fault) {
			this.weight = weight;
			this.fault = fault;
		}

	}

	/**
	 * Numbers out of a seed and a call (SplitMix64, written out so that no other JDK
	 * draws others).
	 */
	private static final class Draw {

		private static final long GOLDEN = 0x9e3779b97f4a7c15L;

		private final Duration longest;

		private long state;

		Draw(long seed, long call, Duration longest) {
			this.longest = longest;
			this.state = mixed(mixed(seed) + call * GOLDEN);
		}

		private static long mixed(long value) {
			long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
			mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
			return mixed ^ (mixed >>> 31);
		}

		int below(int bound) {
			this.state += GOLDEN;
			return (int) Long.remainderUnsigned(mixed(this.state), bound);
		}

		/** At least a millisecond. */
		Duration time() {
			return Duration.ofMillis(1L + below((int) Math.min(this.longest.toMillis(), Integer.MAX_VALUE)));
		}

	}

}
