package id.simpul.national;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import id.simpul.national.Trouble.Reach;

/**
 * Keeps calm while the registry cannot be used: recognises that it is so, for one
 * instansi or for all, says it once, lets nobody but one knock now and then, and opens
 * again when an answer has come. Outages outlast a restart.
 */
final class Calm {

	private static final Logger log = LoggerFactory.getLogger(Calm.class);

	/** So many different people in a row whom the registry fails are no accident. */
	private static final int IN_A_ROW = 3;

	/** So many instansi that meet the same are not each other's accident. */
	private static final int IN_COMMON = 2;

	private static final Duration LONGEST = Duration.ofMinutes(5);

	/** All instansi come back within this time, not at once. */
	private static final Duration SPREAD = Duration.ofSeconds(2);

	private final Outages outages;

	private final SiasnSettings settings;

	private final Clock clock;

	private final Map<String, Gate> gates = new HashMap<>();

	private final Map<String, Integer> failures = new HashMap<>();

	private Gate everybody;

	/** Who knocks for everybody now; {@code null} for nobody. */
	private String knocking;

	Calm(Outages outages, SiasnSettings settings, Clock clock) {
		this.outages = outages;
		this.settings = settings;
		this.clock = clock;
	}

	/** Why an instansi's lane rests, since when, and until when at least. */
	record Rest(String rule, Instant since, Instant until) {
	}

	/** How a lane may go on. */
	enum Way {

		REST, KNOCK, OPEN

	}

	private static final class Gate {

		private final long outage;

		private final Instant since;

		private String rule;

		private Reach reach;

		private int vain;

		private Instant from;

		private Instant until;

		Gate(long outage, String rule, Reach reach, Instant since) {
			this.outage = outage;
			this.rule = rule;
			this.reach = reach;
			this.since = since;
		}

		void rest(Trouble trouble, Instant now) {
			this.rule = trouble.rule();
			this.reach = trouble.reach();
			this.from = now;
			this.until = now.plus(Backoff.after(this.vain, trouble.again(), LONGEST));
			this.vain++;
		}

		/** A clock that was set back does not make a rest longer. */
		boolean isOver(Instant now) {
			return !now.isBefore(this.until) || now.isBefore(this.from);
		}

	}

	/** Takes up the outages that a former process has left open: one knock decides. */
	synchronized void start() {
		Instant now = this.clock.instant();
		for (Outages.Open open : this.outages.open()) {
			Gate gate = new Gate(open.id(), open.cause(), Reach.REGISTRY, open.since());
			gate.from = now;
			gate.until = now;
			if (open.instansi() == null) {
				this.everybody = gate;
			}
			else {
				this.gates.put(open.instansi(), gate);
			}
		}
	}

	/** The reason why an instansi's lane rests now, if it does. */
	synchronized Optional<Rest> resting(String instansi) {
		Instant now = this.clock.instant();
		Optional<Rest> closed = this.settings.closedAt(now)
			.map((window) -> new Rest("PEMELIHARAAN_TERJADWAL", window.from(), window.until()));
		if (closed.isPresent()) {
			return closed;
		}
		if (this.everybody != null && !instansi.equals(this.knocking)
				&& (!this.everybody.isOver(now) || this.knocking != null)) {
			return Optional.of(rest(this.everybody));
		}
		// whoever has a trouble of their own does not knock for everybody
		return Optional.ofNullable(this.gates.get(instansi)).filter((gate) -> !gate.isOver(now)).map(Calm::rest);
	}

	private static Rest rest(Gate gate) {
		return new Rest(gate.rule, gate.since, gate.until);
	}

	/**
	 * Asks to be served; whoever does not have to rest comes back with {@link #leave}.
	 */
	synchronized Way enter(String instansi) {
		if (resting(instansi).isPresent()) {
			return Way.REST;
		}
		if (this.everybody != null) {
			this.knocking = instansi;
			return Way.KNOCK;
		}
		return this.gates.containsKey(instansi) ? Way.KNOCK : Way.OPEN;
	}

	synchronized void leave(String instansi) {
		if (instansi.equals(this.knocking)) {
			this.knocking = null;
		}
	}

	/** The registry has answered an instansi as it should. */
	synchronized void answered(String instansi) {
		this.failures.remove(instansi);
		Gate gate = this.gates.remove(instansi);
		if (gate != null) {
			end(gate, instansi);
		}
		if (this.everybody != null) {
			end(this.everybody, "everybody");
			this.everybody = null;
			this.knocking = null;
			Instant now = this.clock.instant();
			this.gates.values().stream().filter((one) -> one.reach == Reach.REGISTRY).forEach((one) -> {
				one.from = now;
				one.until = now.plus(Backoff.after(0, SPREAD.dividedBy(8), SPREAD));
			});
		}
	}

	private void end(Gate gate, String whose) {
		this.outages.end(gate.outage);
		log.info("The registry answers {} again, after {}", whose,
				Duration.between(gate.since, this.clock.instant()).truncatedTo(ChronoUnit.SECONDS));
	}

	/**
	 * An instansi has met trouble.
	 * @param fresh whether it was with somebody of whom nothing had failed before:
	 * somebody whom the registry always fails says nothing about the registry
	 * @return whether its lane must rest
	 */
	synchronized boolean met(String instansi, Trouble trouble, boolean fresh) {
		Trouble met = trouble;
		boolean knocked = instansi.equals(this.knocking) || this.gates.containsKey(instansi);
		if (trouble.reach() == Reach.CALL) {
			int row = fresh ? this.failures.merge(instansi, 1, Integer::sum) : 0;
			if (row < IN_A_ROW && !(knocked && fresh)) {
				return false;
			}
			met = new Trouble(trouble.rule(), Reach.REGISTRY, trouble.again(), trouble.getCause());
		}
		rest(instansi, met);
		return true;
	}

	private void rest(String instansi, Trouble trouble) {
		Instant now = this.clock.instant();
		Gate gate = this.gates.get(instansi);
		if (this.everybody != null && instansi.equals(this.knocking)) {
			this.knocking = null;
			if (trouble.reach() == Reach.REGISTRY) {
				this.outages.probed(this.everybody.outage, trouble.rule());
				this.everybody.rest(trouble, now);
				if (gate == null) {
					return; // what is everybody's is not theirs in particular
				}
			}
		}
		if (gate == null) {
			log.warn("Registry lane of {} rests: {}", instansi, trouble.rule());
			gate = new Gate(this.outages.begin(instansi, trouble.rule()), trouble.rule(), trouble.reach(), now);
			this.gates.put(instansi, gate);
		}
		else if (gate.isOver(now)) {
			this.outages.probed(gate.outage, trouble.rule());
		}
		else {
			return; // several calls of the same moment
		}
		gate.rest(trouble, now);
		if (this.everybody == null && trouble.reach() == Reach.REGISTRY && inCommon() >= IN_COMMON) {
			log.error("The registry cannot be used by anybody: {}", trouble.rule());
			this.everybody = new Gate(this.outages.begin(null, trouble.rule()), trouble.rule(), trouble.reach(), now);
			this.everybody.rest(trouble, now);
		}
	}

	/**
	 * How many instansi have met trouble of the registry since it last answered anybody.
	 */
	private int inCommon() {
		Set<String> troubled = new HashSet<>();
		this.gates.forEach((instansi, gate) -> {
			if (gate.reach == Reach.REGISTRY) {
				troubled.add(instansi);
			}
		});
		return troubled.size();
	}

}
