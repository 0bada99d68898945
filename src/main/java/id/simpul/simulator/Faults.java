package id.simpul.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The script of what goes wrong next. A closed registry is closed for every call. Else
 * delays add up; of the other faults that fit a call the first added happens, and the
 * weather only where none does.
 */
public final class Faults {

	private final List<Armed> armed = new CopyOnWriteArrayList<>();

	private final List<Closure> closures = new CopyOnWriteArrayList<>();

	private final AtomicInteger happened = new AtomicInteger();

	private volatile Season season;

	Faults() {
	}

	/** Adds a fault behind those that wait already. */
	public Faults add(Fault fault) {
		this.armed.add(new Armed(fault, new AtomicInteger((fault.times() > 0) ? fault.times() : Integer.MAX_VALUE)));
		return this;
	}

	/** Lets this weather begin with the next call of the API, as its call 0. */
	public Faults weather(Weather weather) {
		this.season = new Season(weather, new AtomicLong());
		return this;
	}

	/**
	 * Closes the registry for a while: all but its own pages says that it is being
	 * maintained.
	 * @param until from then on it is open again
	 */
	public Faults closed(Instant from, Instant until) {
		this.closures.add(new Closure(from, until));
		return this;
	}

	/** From now on nothing goes wrong. */
	public void clear() {
		this.armed.clear();
		this.closures.clear();
		this.season = null;
	}

	/** How many faults have happened. */
	public int happened() {
		return this.happened.get();
	}

	/** What this call meets; uses it up. */
	Mishap take(Request request, Desk desk) {
		if (isClosed()) {
			this.happened.incrementAndGet();
			return Fault.maintained();
		}
		Season now = desk.isApi() ? this.season : null;
		Fault weather = (now != null) ? now.next() : null;
		if (this.armed.isEmpty() && weather == null) {
			return Mishap.NONE;
		}
		Encounter encounter = new Encounter();
		String callOf = desk.instansi(request);
		String about = desk.pnsId(request);
		for (Armed one : this.armed) {
			if (encounter.takes(one.fault()) && one.fault().fits(request, callOf, about) && one.use()) {
				encounter.with(one.fault());
			}
		}
		this.armed.removeIf((one) -> one.left().get() <= 0);
		if (weather != null && encounter.takes(weather)) {
			encounter.with(weather);
		}
		return encounter.mishap();
	}

	private boolean isClosed() {
		if (this.closures.isEmpty()) {
			return false;
		}
		Instant now = Instant.now();
		return this.closures.stream().anyMatch((one) -> !now.isBefore(one.from()) && now.isBefore(one.until()));
	}

	/** Brings together what one call meets. */
	private final class Encounter {

		private Duration delay = Duration.ZERO;

		private Mishap chosen = Mishap.NONE;

		boolean takes(Fault fault) {
			return fault.mishap().isPlain() || this.chosen.isPlain();
		}

		void with(Fault fault) {
			Faults.this.happened.incrementAndGet();
			if (fault.mishap().isPlain()) {
				this.delay = this.delay.plus(fault.mishap().delay());
			}
			else {
				this.chosen = fault.mishap();
			}
		}

		Mishap mishap() {
			return this.chosen.delayed(this.delay);
		}

	}

	private record Armed(Fault fault, AtomicInteger left) {

		boolean use() {
			return this.left.getAndUpdate((count) -> (count == Integer.MAX_VALUE) ? count : Math.max(0, count - 1)) > 0;
		}

	}

	private record Closure(Instant from, Instant until) {
	}

	/** A weather and how many calls it has seen. */
	private record Season(Weather weather, AtomicLong calls) {

		Fault next() {
			return this.weather.at(this.calls.getAndIncrement());
		}

	}

}
