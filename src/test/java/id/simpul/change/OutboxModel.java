package id.simpul.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import id.simpul.change.ModelPerson.Client;
import id.simpul.change.ModelProtocol.Lane;
import id.simpul.change.ModelProtocol.Sweep;

/**
 * How one lane brings the versions of an entry of some people to a registry, with
 * everything that can go wrong on the way. Every move of a row is one of
 * {@link OutboxState#after}.
 * <p>
 * Two nodes, told apart by what they are to the lane: its holder, or its former holder,
 * which has not noticed yet. So crashes, restarts, lapsed leases, take-overs and attempts
 * need no bound. Time is left out but for three facts: a lease does not end while a call
 * begun under it is open; no call leaves without a lease; and when a row has had its
 * quiet time, no call whose answer was lost takes effect any more. To a keyed registry
 * late calls come at any time.
 * <p>
 * People meet only in the lane, so what one of them can do is worked out once and put
 * together. With two, a former holder that waits for no answer is left out: with one, all
 * it does is seen to change nothing, and without it a lane is taken over more often.
 */
final class OutboxModel implements ModelChecker.Model {

	private static final int PERSON_BITS = 28;

	/** What can happen to one person next. */
	private record Move(String name, int next, boolean smooth) {
	}

	/** What one person can be in, with all that follows from it, worked out once. */
	private static final class Situation {

		private final ModelPerson person;

		private final String fault;

		private final boolean settled;

		private final boolean served;

		private final boolean called;

		private final boolean former;

		private final Move[][] moves = new Move[LANES.length][];

		private final Integer[] swept = new Integer[Sweep.values().length];

		Situation(ModelPerson person) {
			this.person = person;
			this.fault = person.fault();
			this.settled = person.isSettled();
			this.served = person.holder() != null;
			this.called = person.calls().stream().anyMatch((call) -> call.of() == Client.HOLDER);
			this.former = person.has(Client.FORMER);
		}

	}

	private static final Lane[] LANES = Lane.values();

	private final ModelProtocol protocol;

	private final int people;

	/** Each person's situations that were met, by number. */
	private final List<Situation> known = new ArrayList<>();

	private final Map<ModelPerson, Integer> numbers = new HashMap<>();

	/**
	 * @param mistake that is made on the way, or {@code null}
	 */
	OutboxModel(RegistryKind kind, int people, ModelMistake mistake) {
		this.protocol = new ModelProtocol(kind, mistake);
		this.people = people;
	}

	/** The lines of the table that were made use of, as state and step. */
	Set<String> walked() {
		return this.protocol.walked();
	}

	@Override
	public long first() {
		int[] numbers = new int[this.people];
		Arrays.fill(numbers, number(ModelPerson.FIRST));
		return pack(Lane.FREE, numbers);
	}

	@Override
	public String fault(long state) {
		for (int number : people(state)) {
			if (this.known.get(number).fault != null) {
				return this.known.get(number).fault;
			}
		}
		return null;
	}

	@Override
	public boolean isSettled(long state) {
		return Arrays.stream(people(state)).allMatch((number) -> this.known.get(number).settled);
	}

	@Override
	public String describe(long state) {
		return "lane " + lane(state)
				+ Arrays.stream(people(state))
					.mapToObj((number) -> "; " + this.known.get(number).person)
					.collect(Collectors.joining());
	}

	@Override
	public void moves(long state, ModelChecker.Moves moves) {
		new Next(state, moves).find();
	}

	/** Everything that can happen next; the smooth moves first. */
	private final class Next {

		private final Lane lane;

		private final int[] people;

		private final ModelChecker.Moves moves;

		Next(long state, ModelChecker.Moves moves) {
			this.lane = lane(state);
			this.people = people(state);
			this.moves = moves;
		}

		void find() {
			ofTheLane();
			for (int i = 0; i < this.people.length; i++) {
				for (Move move : ofAPerson(this.people[i], this.lane)) {
					int[] next = this.people.clone();
					next[i] = move.next;
					add(move.name, this.lane, next, move.smooth);
				}
			}
			boolean idle = none((one) -> one.served);
			if (this.lane.isHeld() && (idle || OutboxModel.this.protocol.errs(ModelMistake.RELEASE_WHILE_SENT))) {
				add("the holder releases the lane", Lane.FREE, each(Sweep.RELEASE), true);
			}
		}

		private void add(String name, Lane next, int[] people, boolean smooth) {
			this.moves.add(name, pack(next, people), smooth);
		}

		/** What the nodes do with the lane, and what befalls them. */
		private void ofTheLane() {
			boolean noFormer = none((one) -> one.former);
			switch (this.lane) {
				case FREE, ORPHANED -> add("a node takes the lane over", Lane.HELD, each(Sweep.TAKE_UP), true);
				case LAPSED -> {
					add("the holder renews its lease", Lane.HELD, this.people, true);
					if (noFormer) {
						add("the other node takes the lane over", Lane.HELD, each(Sweep.TAKE_OVER), false);
					}
				}
				case HELD -> {
					if (none((one) -> one.called)) {
						add("the lease is over", Lane.LAPSED, this.people, false);
					}
					if (OutboxModel.this.protocol.errs(ModelMistake.TAKES_OVER_ITSELF) && noFormer) {
						add("the holder takes its own lane over", Lane.HELD, each(Sweep.TAKE_OVER), false);
					}
				}
			}
			if (this.lane.isHeld()) {
				add("the holder crashes", Lane.ORPHANED, each(Sweep.CRASH), false);
			}
			if (!noFormer) {
				add("the former holder crashes", this.lane, each(Sweep.FORMER_CRASH), false);
			}
		}

		private boolean none(Predicate<Situation> what) {
			for (int number : this.people) {
				if (what.test(OutboxModel.this.known.get(number))) {
					return false;
				}
			}
			return true;
		}

		private int[] each(Sweep sweep) {
			int[] next = new int[this.people.length];
			for (int i = 0; i < next.length; i++) {
				Situation one = OutboxModel.this.known.get(this.people[i]);
				if (one.swept[sweep.ordinal()] == null) {
					one.swept[sweep.ordinal()] = number(OutboxModel.this.protocol.sweep(sweep, one.person));
				}
				next[i] = one.swept[sweep.ordinal()];
			}
			return next;
		}

	}

	private Move[] ofAPerson(int number, Lane lane) {
		Situation one = this.known.get(number);
		if (one.moves[lane.ordinal()] == null) {
			one.moves[lane.ordinal()] = this.protocol.moves(one.person, lane)
				.stream()
				.map((move) -> new Move(move.name(), number(move.next()), move.smooth()))
				.toArray(Move[]::new);
		}
		return one.moves[lane.ordinal()];
	}

	private int number(ModelPerson person) {
		return this.numbers.computeIfAbsent(this.protocol.essence(person, this.people == 1), (one) -> {
			this.known.add(new Situation(one));
			return this.known.size() - 1;
		});
	}

	/** Two people who change places are the same state. */
	private static long pack(Lane lane, int[] people) {
		long low = people[0];
		long high = people[people.length - 1];
		return ((long) lane.ordinal() << (2 * PERSON_BITS)) | (Math.max(low, high) << PERSON_BITS)
				| Math.min(low, high);
	}

	private static Lane lane(long state) {
		return LANES[(int) (state >>> (2 * PERSON_BITS))];
	}

	private int[] people(long state) {
		int mask = (1 << PERSON_BITS) - 1;
		int low = (int) state & mask;
		return (this.people == 1) ? new int[] { low } : new int[] { low, (int) (state >>> PERSON_BITS) & mask };
	}

}
