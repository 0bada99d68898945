package id.simpul.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how fast each instansi calls, and turns away what goes beyond the limit. A call
 * that was turned away does not count against the limit, but does count as an arrival.
 */
final class Pace {

	static final Duration WINDOW = Duration.ofSeconds(1);

	private final Map<String, Meter> meters = new ConcurrentHashMap<>();

	/** Calls in any second; 0 for no limit. */
	private volatile int limit;

	Pace(int limit) {
		this.limit = limit;
	}

	int limit() {
		return this.limit;
	}

	void limit(int perSecond) {
		if (perSecond < 0) {
			throw new IllegalArgumentException("A limit of calls cannot be negative");
		}
		this.limit = perSecond;
	}

	/**
	 * Counts an arrival.
	 * @param instansi or {@code null} if nobody knows whose call it is
	 * @return whether it may go on
	 */
	boolean admits(String instansi) {
		return this.meters.computeIfAbsent(Objects.toString(instansi, ""), (code) -> new Meter()).admits(this.limit);
	}

	Map<String, Arrivals> arrivals() {
		Map<String, Arrivals> arrivals = new TreeMap<>();
		this.meters.forEach((instansi, meter) -> arrivals.put(instansi, meter.arrivals()));
		return arrivals;
	}

	/** Counts from nothing; what was let through within the last second is forgotten. */
	void reset() {
		this.meters.clear();
	}

	/** Remembers a second's worth of one instansi's calls. */
	private static final class Meter {

		private final Deque<Long> arrived = new ArrayDeque<>();

		private final Deque<Long> admitted = new ArrayDeque<>();

		private long total;

		private long turnedAway;

		private int peak;

		private long first;

		private long last;

		synchronized boolean admits(int limit) {
			this.last = System.nanoTime();
			this.first = (this.total++ == 0) ? this.last : this.first;
			this.peak = Math.max(this.peak, counted(this.arrived));
			forget(this.admitted);
			if (limit > 0 && this.admitted.size() >= limit) {
				this.turnedAway++;
				return false;
			}
			this.admitted.addLast(this.last);
			return true;
		}

		private int counted(Deque<Long> times) {
			forget(times);
			times.addLast(this.last);
			return times.size();
		}

		private void forget(Deque<Long> times) {
			while (!times.isEmpty() && this.last - times.getFirst() >= WINDOW.toNanos()) {
				times.removeFirst();
			}
		}

		synchronized Arrivals arrivals() {
			double seconds = (this.last - this.first) / 1e9;
			return new Arrivals(this.total, this.peak, (seconds > 0) ? (this.total - 1) / seconds : 0, this.turnedAway);
		}

	}

}
