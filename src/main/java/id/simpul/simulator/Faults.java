package id.simpul.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The script of what goes wrong next. Delays add up; of the other faults that fit a call
 * the first added happens.
 */
public final class Faults {

	private final List<Armed> armed = new CopyOnWriteArrayList<>();

	private final AtomicInteger happened = new AtomicInteger();

	Faults() {
	}

	/** Adds a fault behind those that wait already. */
	public Faults add(Fault fault) {
		this.armed.add(new Armed(fault, new AtomicInteger((fault.times() > 0) ? fault.times() : Integer.MAX_VALUE)));
		return this;
	}

	/** From now on nothing goes wrong. */
	public void clear() {
		this.armed.clear();
	}

	/** How many faults have happened. */
	public int happened() {
		return this.happened.get();
	}

	/** What goes wrong with this call; uses it up. */
	Mishap take(Request request, Desk desk) {
		if (this.armed.isEmpty()) {
			return Mishap.NONE;
		}
		String callOf = desk.instansi(request);
		String about = desk.pnsId(request);
		Duration delay = Duration.ZERO;
		Fault chosen = null;
		for (Armed one : this.armed) {
			boolean late = one.fault().kind() == Fault.Kind.DELAY;
			if ((late || chosen == null) && one.fault().fits(request, callOf, about) && one.use()) {
				this.happened.incrementAndGet();
				delay = late ? delay.plus(one.fault().pause()) : delay;
				chosen = late ? chosen : one.fault();
			}
		}
		this.armed.removeIf((one) -> one.left().get() <= 0);
		return new Mishap(delay, chosen);
	}

	/**
	 * What goes wrong with one call.
	 *
	 * @param fault or {@code null} if the call is only late, or goes well
	 */
	record Mishap(Duration delay, Fault fault) {

		static final Mishap NONE = new Mishap(Duration.ZERO, null);

		boolean is(Fault.Kind kind) {
			return this.fault != null && this.fault.kind() == kind;
		}

	}

	private record Armed(Fault fault, AtomicInteger left) {

		boolean use() {
			return this.left.getAndUpdate((count) -> (count == Integer.MAX_VALUE) ? count : Math.max(0, count - 1)) > 0;
		}

	}

}
