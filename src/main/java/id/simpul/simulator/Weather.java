package id.simpul.simulator;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A whole script of mishaps out of one number: whether and how the n-th call of the API
 * goes wrong depends on the seed and n alone, so that the same seed always brings the
 * same list.
 */
public final class Weather {

	/** Longer than most clients of a test wait. */
	private static final Duration LONGEST = Duration.ofSeconds(2);

	private static final List<Kind> KINDS = List.of(new Kind(3, (draw, longest) -> Fault.dropBefore()),
			new Kind(3, (draw, longest) -> Fault.dropAfter()), new Kind(1, (draw, longest) -> Fault.halfAnswer()),
			new Kind(2, (draw, longest) -> Fault.silence(draw.time(longest))),
			new Kind(2, (draw, longest) -> Fault.late(draw.time(longest))),
			new Kind(1, (draw, longest) -> Fault.silence(longest).doneAfter(draw.time(longest))),
			new Kind(2, (draw, longest) -> Fault.savedThenError()),
			new Kind(2, (draw, longest) -> Fault.status(500, "{\"message\":\"Internal Server Error\"}")),
			new Kind(2, (draw, longest) -> Fault.html(502)), new Kind(1, (draw, longest) -> Fault.suspended()),
			new Kind(1, (draw, longest) -> Fault.throttled(Long.toString(draw.time(longest).toSeconds()))),
			new Kind(1, (draw, longest) -> Fault.expiredToken()),
			new Kind(1, (draw, longest) -> Fault.expiredOperator()), new Kind(1, (draw, longest) -> Fault.empty()),
			new Kind(1, (draw, longest) -> Fault.empty().done()), new Kind(1, (draw, longest) -> Fault.loginPage()),
			new Kind(1, (draw, longest) -> Fault.truncated().done()),
			new Kind(3, (draw, longest) -> Fault.delay(draw.time(longest))));

	private static final int WEIGHTS = KINDS.stream().mapToInt(Kind::weight).sum();

	private final long seed;

	private final int percent;

	private final Duration longest;

	private Weather(long seed, int percent, Duration longest) {
		if (percent < 0 || percent > 100) {
			throw new IllegalArgumentException("Between 0 and 100 of a hundred calls can go wrong");
		}
		if (longest.toMillis() < 1) {
			throw new IllegalArgumentException("What takes time takes a millisecond at least");
		}
		this.seed = seed;
		this.percent = percent;
		this.longest = longest;
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
		return new Weather(seed, percent, longest);
	}

	/** What goes wrong with that call, counted from 0, or {@code null}. */
	Fault at(long call) {
		Draw draw = new Draw(this.seed, call);
		if (draw.below(100) >= this.percent) {
			return null;
		}
		int place = draw.below(WEIGHTS);
		int kind = 0;
		for (; place >= KINDS.get(kind).weight(); kind++) {
			place -= KINDS.get(kind).weight();
		}
		return KINDS.get(kind).fault().apply(draw, this.longest);
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

	/**
	 * @param weight how often beside the others
	 */
	private record Kind(int weight, BiFunction<Draw, Duration, Fault> fault) {
	}

	/**
	 * Numbers out of a seed and a call (SplitMix64, written out so that no other JDK
	 * draws others).
	 */
	private static final class Draw {

		private static final long GOLDEN = 0x9e3779b97f4a7c15L;

		private long state;

		Draw(long seed, long call) {
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
		Duration time(Duration longest) {
			return Duration.ofMillis(1L + below((int) Math.min(longest.toMillis(), Integer.MAX_VALUE)));
		}

	}

}
