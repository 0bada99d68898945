package id.simpul.national;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import id.simpul.national.Trouble.Reach;

/**
 * Keeps calm while the registry cannot be used: recognises that it is so, for one
 * instansi or for all, says it once, lets nobody but one knock now and then, and opens
 * again when a knock is answered. Outages outlast a restart.
 *
 * <p>
 * What fails for one person is that person's own matter when somebody else of the
 * instansi has been answered since it last failed, or was answered before and nobody else
 * fails: then it is counted and says nothing about the registry. Anything else is the
 * registry's until it is known better.
 */
final class Calm {

	private static final Logger log = LoggerFactory.getLogger(Calm.class);

	/**
	 * So many failures without an answer in between are no accident: where one call in a
	 * hundred fails, a person's dozen of calls fails one time in ten, and six in a row
	 * one time in a million.
	 */
	private static final int IN_A_ROW = 6;

	/** So many instansi that meet the same are not each other's accident. */
	private static final int IN_COMMON = 2;

	private static final Duration LONGEST = Duration.ofMinutes(5);

	/** All instansi come back within this time, not at once. */
	private static final Duration SPREAD = Duration.ofSeconds(2);

	private final Outages outages;

	private final SiasnSettings settings;

	private final Clock clock;

	private final Map<String, Gate> gates = new HashMap<>();

	private final Map<String, Experience> experiences = new HashMap<>();

	private Gate everybody;

	/** Who knocks for everybody now; {@code null} for nobody. */
	private String knocking;

	/** Counts answers and failures, since a clock may leap between them. */
	private long events;

	/** When anybody was last answered. */
	private long lastAnswer;

	Calm(Outages outages, SiasnSettings settings, Clock clock) {
		this.outages = outages;
		this.settings = settings;
		this.clock = clock;
	}

	/** What an instansi has met since this program began. */
	private static final class Experience {

		private int failuresInARow;

		private long lastAnswer;

		/** When it last failed for people who were not answered since. */
		private final Map<String, Long> failed = new HashMap<>();

		/** With whom was knocked in vain. */
		private final Set<String> vain = new HashSet<>();

		/** Others were answered since, or before while it fails for nobody else. */
		boolean isOwnMatter(String kunci) {
			Long last = this.failed.get(kunci);
			boolean alone = this.failed.size() == ((last != null) ? 1 : 0);
			return (last != null && last < this.lastAnswer) || (alone && this.lastAnswer > 0);
		}

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

		/** When the last trouble was met. */
		private long met;

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

	/**
	 * Whether what fails for somebody is no matter of the registry's.
	 */
	synchronized boolean othersGetThrough(String instansi, String kunci) {
		return this.everybody == null && experience(instansi).isOwnMatter(kunci);
	}

	/** Whether it has failed for somebody who was not answered since. */
	synchronized boolean hasFailed(String instansi, String kunci) {
		return experience(instansi).failed.containsKey(kunci);
	}

	/** With how many of an instansi was knocked in vain. */
	synchronized int vain(String instansi) {
		return experience(instansi).vain.size();
	}

	/** Whether somebody is to knock who has not done so in vain already. */
	synchronized boolean mayKnock(String instansi, String kunci) {
		return !experience(instansi).vain.contains(kunci);
	}

	/** Everybody has knocked in vain, so they begin anew. */
	synchronized void knockAnew(String instansi) {
		experience(instansi).vain.clear();
	}

	private Experience experience(String instansi) {
		return this.experiences.computeIfAbsent(instansi, (kode) -> new Experience());
	}

	/**
	 * The registry has answered as it should.
	 * @param people for whom; may be nobody in particular
	 * @param knocked whether it was to find out: calls that were under way when a rest
	 * began do not end it
	 */
	synchronized void answered(String instansi, List<String> people, boolean knocked) {
		Instant now = this.clock.instant();
		Experience experience = experience(instansi);
		this.lastAnswer = ++this.events;
		experience.lastAnswer = this.events;
		experience.failuresInARow = 0;
		experience.vain.clear();
		people.forEach(experience.failed::remove);
		Gate gate = this.gates.get(instansi);
		if (gate != null && (knocked || gate.isOver(now))) {
			this.gates.remove(instansi);
			end(gate, instansi);
		}
		if (this.everybody != null && (knocked || this.everybody.isOver(now))) {
			end(this.everybody, "everybody");
			this.everybody = null;
			this.knocking = null;
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
	 * Ends the outages of those who have nothing to send any more: nobody would knock to
	 * find out.
	 */
	synchronized void waiting(Set<String> instansi) {
		Instant now = this.clock.instant();
		this.gates.entrySet().removeIf((one) -> {
			boolean moot = !instansi.contains(one.getKey()) && one.getValue().isOver(now);
			if (moot) {
				this.outages.end(one.getValue().outage);
			}
			return moot;
		});
		if (this.everybody != null && instansi.isEmpty() && this.everybody.isOver(now)) {
			this.outages.end(this.everybody.outage);
			this.everybody = null;
			this.knocking = null;
		}
	}

	/**
	 * An instansi has met trouble.
	 * @param people whose call it was
	 * @param knocked whether it was to find out
	 * @return whether its lane must rest
	 */
	synchronized boolean met(String instansi, List<String> people, Trouble trouble, boolean knocked) {
		Experience experience = experience(instansi);
		boolean own = this.everybody == null && !people.isEmpty() && people.stream().allMatch(experience::isOwnMatter);
		long event = ++this.events;
		people.forEach((kunci) -> experience.failed.put(kunci, event));
		if (knocked) {
			experience.vain.addAll(people);
		}
		Trouble met = own ? trouble.ofOne() : trouble;
		if (met.reach() == Reach.CALL) {
			experience.failuresInARow += own ? 0 : 1;
			if (!knocked && (own || experience.failuresInARow < IN_A_ROW)) {
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
		gate.met = this.events;
		if (this.everybody == null && trouble.reach() == Reach.REGISTRY && inCommon() >= IN_COMMON) {
			log.error("The registry cannot be used by anybody: {}", trouble.rule());
			this.everybody = new Gate(this.outages.begin(null, trouble.rule()), trouble.rule(), trouble.reach(), now);
			this.everybody.rest(trouble, now);
		}
	}

	/**
	 * How many instansi have met trouble of the registry since it last answered anybody.
	 */
	private long inCommon() {
		return this.gates.values()
			.stream()
			.filter((gate) -> gate.reach == Reach.REGISTRY && gate.met > this.lastAnswer)
			.count();
	}

}
