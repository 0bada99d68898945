package id.simpul.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Walks every state that a model can reach, the nearest first, so that the way to a fault
 * it meets is a shortest one. Also shows that from every state the model comes to rest
 * once nothing goes wrong any more.
 */
final class ModelChecker {

	private static final int NONE = -1;

	/**
	 * What is checked. A state is a number; how it is packed is the model's own matter.
	 */
	interface Model {

		long first();

		/** Gives everything that can happen next. */
		void moves(long state, Moves moves);

		/** What is wrong with a state, or {@code null}. */
		String fault(long state);

		/** Whether everything has come to its end. */
		boolean isSettled(long state);

		String describe(long state);

	}

	/** Receives what can happen next. */
	@FunctionalInterface
	interface Moves {

		/**
		 * @param smooth whether nothing goes wrong by it: the first smooth move of a
		 * state is what happens when there are no faults
		 */
		void add(String name, long next, boolean smooth);

	}

	/**
	 * What was found.
	 *
	 * @param fault what is wrong, or {@code null}
	 * @param trace the shortest way there
	 */
	record Result(int states, long transitions, int depth, double seconds, String fault, List<String> trace) {
	}

	private final Model model;

	private long[] states = new long[1 << 16];

	/** From which each state was first met. */
	private int[] parents = new int[1 << 16];

	/** Where each state goes when nothing goes wrong. */
	private int[] onwards = new int[1 << 16];

	/** Number of a state plus one, by its hash; 0 where there is none. */
	private int[] table = new int[1 << 18];

	private int size;

	private long transitions;

	private int current;

	private ModelChecker(Model model) {
		this.model = model;
	}

	static Result check(Model model) {
		return new ModelChecker(model).run();
	}

	private Result run() {
		long begin = System.nanoTime();
		int depth = 0;
		int layer = 0;
		int faulty = NONE;
		add(this.model.first(), NONE);
		while (this.current < this.size && faulty == NONE) {
			if (this.current == layer) {
				layer = this.size;
				depth++;
			}
			long state = this.states[this.current];
			if (this.model.fault(state) != null) {
				faulty = this.current;
			}
			else {
				this.onwards[this.current] = NONE;
				this.model.moves(state, this::met);
				this.current++;
			}
		}
		String fault = (faulty != NONE) ? this.model.fault(this.states[faulty]) : null;
		if (faulty == NONE) {
			faulty = stuck();
			fault = (faulty != NONE) ? "never comes to rest, although nothing goes wrong any more" : null;
		}
		return new Result(this.size, this.transitions, depth - 1, (System.nanoTime() - begin) / 1e9, fault,
				(faulty != NONE) ? trace(faulty) : List.of());
	}

	private void met(String name, long next, boolean smooth) {
		this.transitions++;
		int number = add(next, this.current);
		if (smooth && this.onwards[this.current] == NONE) {
			this.onwards[this.current] = number;
		}
	}

	private int add(long state, int parent) {
		int place = place(state);
		if (this.table[place] == 0) {
			if (this.size == this.states.length) {
				grow();
				place = place(state);
			}
			this.states[this.size] = state;
			this.parents[this.size] = parent;
			this.table[place] = ++this.size;
		}
		return this.table[place] - 1;
	}

	private int place(long state) {
		int mask = this.table.length - 1;
		long hash = state * 0x9E3779B97F4A7C15L;
		int place = (int) (hash >>> 32) & mask;
		while (this.table[place] != 0 && this.states[this.table[place] - 1] != state) {
			place = (place + 1) & mask;
		}
		return place;
	}

	private void grow() {
		int length = this.size * 2;
		this.states = Arrays.copyOf(this.states, length);
		this.parents = Arrays.copyOf(this.parents, length);
		this.onwards = Arrays.copyOf(this.onwards, length);
		this.table = null; // before the larger one is made
		this.table = new int[length * 2];
		for (int i = 0; i < this.size; i++) {
			this.table[place(this.states[i])] = i + 1;
		}
	}

	/** The nearest state from which the smooth moves never lead to a settled one. */
	private int stuck() {
		int[] seen = new int[this.size]; // 0 not yet, 1 comes to rest, else the walk + 1
		for (int i = 0; i < this.size; i++) {
			int walk = i + 2;
			int at = i;
			while (seen[at] == 0 && !this.model.isSettled(this.states[at])) {
				seen[at] = walk;
				at = this.onwards[at];
				if (at == NONE || seen[at] == walk) {
					return i;
				}
			}
			seen[at] = 1;
			for (int back = i; seen[back] != 1; back = this.onwards[back]) {
				seen[back] = 1;
			}
		}
		return NONE;
	}

	private List<String> trace(int last) {
		List<String> trace = new ArrayList<>();
		for (int at = last; this.parents[at] != NONE; at = this.parents[at]) {
			long next = this.states[at];
			List<String> names = new ArrayList<>();
			this.model.moves(this.states[this.parents[at]], (name, state, smooth) -> {
				if (state == next) {
					names.add(name);
				}
			});
			trace.add(names.get(0) + " | " + this.model.describe(next));
		}
		Collections.reverse(trace);
		return trace;
	}

}
