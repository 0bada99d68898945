package id.simpul.simulator;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one call meets. Two questions decide nearly all of it: when is it done what the
 * call asks, and what does the caller see.
 *
 * @param name what went wrong; empty if nothing did
 * @param delay before anything else
 * @param deed when it is done
 * @param after how much later a late deed is done
 * @param sight what the caller sees
 * @param pause between two bytes of a drip; how long a silence lasts, zero for as long as
 * the registry runs
 * @param instead the answer that is seen instead of the registry's own, or {@code null}
 * @param refusal the sentence with which a save is refused, or {@code null}
 */
record Mishap(String name, Duration delay, Deed deed, Duration after, Sight sight, Duration pause,
		Function<Request, Answer> instead, String refusal) {

	enum Deed {

		NEVER,

		/** Before anything is seen. */
		FIRST,

		/** After a pause that nobody waits for. */
		LATER

	}

	enum Sight {

		ANSWER,

		/** The answer, a byte at a time. */
		DRIP,

		/** Half of the answer, and then the connection breaks. */
		HALF,

		/** The connection stays open and nothing comes. */
		SILENCE,

		/** The connection breaks. */
		BREAK;

		boolean shows() {
			return this != SILENCE && this != BREAK;
		}

	}

	/** The plain course. */
	static final Mishap NONE = new Mishap("", Duration.ZERO, Deed.FIRST, Duration.ZERO, Sight.ANSWER, Duration.ZERO,
			null, null);

	Mishap {
		if (deed != Deed.FIRST && instead == null && sight.shows()) {
			throw new IllegalArgumentException("Without the deed there is no answer to be seen");
		}
		if (delay.isNegative() || after.isNegative() || pause.isNegative()) {
			throw new IllegalArgumentException("Nothing happens before its cause");
		}
	}

	/** Nothing is done and another answer is given. */
	static Mishap answer(String name, Function<Request, Answer> instead) {
		return new Mishap(name, Duration.ZERO, Deed.NEVER, Duration.ZERO, Sight.ANSWER, Duration.ZERO, instead, null);
	}

	static Mishap answer(String name, Answer instead) {
		return answer(name, (request) -> instead);
	}

	/** It is done, and the answer is not seen as it should be. */
	static Mishap sight(String name, Sight sight, Duration pause) {
		return new Mishap(name, Duration.ZERO, Deed.FIRST, Duration.ZERO, sight, pause, null, null);
	}

	static Mishap refusal(String sentence) {
		return new Mishap("refuse", Duration.ZERO, Deed.FIRST, Duration.ZERO, Sight.ANSWER, Duration.ZERO, null,
				sentence);
	}

	Mishap done(Deed when, Duration later) {
		return new Mishap(this.name, this.delay, when, later, this.sight, this.pause, this.instead, this.refusal);
	}

	/** The same, later by so much. */
	Mishap delayed(Duration more) {
		return new Mishap((this.name.isEmpty() && !more.isZero()) ? "delay" : this.name, this.delay.plus(more),
				this.deed, this.after, this.sight, this.pause, this.instead, this.refusal);
	}

	/** Whether nothing is wrong but the hour. */
	boolean isPlain() {
		return this.instead == null && this.refusal == null && this.sight == Sight.ANSWER;
	}

	/** Whether the caller is told the whole outcome of what is done. */
	boolean isAnswered() {
		return this.deed == Deed.FIRST && this.instead == null
				&& (this.sight == Sight.ANSWER || this.sight == Sight.DRIP);
	}

	/**
	 * The name, and whether it is done all the same: {@code break}, {@code done-break},
	 * {@code late-break}.
	 */
	String label() {
		return switch (this.deed) {
			case NEVER -> this.name;
			case FIRST -> isAnswered() ? this.name : "done-" + this.name;
			case LATER -> "late-" + this.name;
		};
	}

	/** The label and what time it takes. */
	@Override
	public String toString() {
		return Stream.of(this.delay, this.after, this.pause)
			.filter((time) -> !time.isZero())
			.map((time) -> " " + time.toMillis() + "ms")
			.collect(Collectors.joining("", label(), ""));
	}

}
