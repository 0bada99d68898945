package id.simpul.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One person in the {@link OutboxModel}: the rows, what is on its way and at the
 * registry, and what the nodes have in mind with them.
 *
 * @param accepted the newest version; the rows may be behind
 * @param applied the contents that took effect at the registry, bit by bit
 * @param keys which the registry has seen, bit by bit
 * @param wrong what has gone wrong, or {@code null}
 */
record ModelPerson(List<Row> rows, int accepted, List<Call> calls, int applied, int keys, Visit holder, Visit former,
		String wrong) {

	static final ModelPerson FIRST = new ModelPerson(List.of(), 1, List.of(), 0, 0, null, null, null);

	/** Who waits for the answer to a call. */
	enum Client {

		HOLDER, FORMER, NOBODY;

		@Override
		public String toString() {
			return (this == FORMER) ? "the former holder" : "the holder";
		}

	}

	/**
	 * A row of the outbox, one for each version.
	 *
	 * @param state {@code null} when it has been deleted
	 * @param rests whether calls without an answer may still take effect
	 * @param sent content of the call without an answer, or 0
	 */
	record Row(OutboxState state, boolean rests, int sent) {
	}

	/**
	 * A call on its way to the registry.
	 *
	 * @param creates whether it makes another record, where there are records
	 */
	record Call(int version, int content, boolean creates, Client of) {

		Call by(Client client) {
			return new Call(this.version, this.content, this.creates, client);
		}

	}

	/**
	 * What a node has in memory while it serves the person.
	 *
	 * @param row in its turn
	 * @param believes the state in which it saw that row last
	 * @param document the accepted version it goes by
	 * @param there what it has read at the registry: a content, 0 for nothing, or -1
	 * @param again whether it sends what it sent before
	 * @param heard SEND while no answer has come, or what the answer means
	 */
	record Visit(int row, OutboxState believes, int document, int there, boolean again, Step heard) {

		/** One whose writes cannot change anything. */
		static final Visit VAIN = new Visit(0, OutboxState.CLAIMED, 0, 0, false, null);

		Visit reads(int content) {
			return new Visit(this.row, this.believes, this.document, content, this.again, this.heard);
		}

		Visit believes(OutboxState state) {
			return new Visit(this.row, state, this.document, this.there, this.again, this.heard);
		}

		Visit hears(Step answer) {
			return new Visit(this.row, this.believes, this.document, this.there, this.again, answer);
		}

	}

	/** What must never be seen of one person, or {@code null}. */
	String fault() {
		if (this.wrong != null) {
			return this.wrong;
		}
		boolean open = false;
		for (int i = 0; i < this.rows.size(); i++) {
			OutboxState state = state(i);
			if (state == null && (this.holder == null || this.holder.row() != i)) {
				return "v" + (i + 1) + " is nowhere any more";
			}
			if (open && state == OutboxState.SENT) {
				return "v" + (i + 1) + " is sent while an older one has no answer";
			}
			open |= state == OutboxState.SENT || state == OutboxState.AMBIGUOUS || state == OutboxState.RESOLVING;
		}
		return null;
	}

	/** Whether every accepted version has come to its end. */
	boolean isSettled() {
		return this.rows.size() == this.accepted
				&& this.rows.stream().noneMatch((row) -> row.state == null || row.state.isWaiting());
	}

	OutboxState state(int row) {
		return this.rows.get(row).state;
	}

	List<OutboxState> states() {
		return this.rows.stream().map(Row::state).filter((state) -> state != null).toList();
	}

	boolean rests() {
		return this.rows.stream().anyMatch(Row::rests);
	}

	/** What stands at the registry; 0 for nothing. */
	int highest() {
		return 32 - Integer.numberOfLeadingZeros(this.applied);
	}

	boolean hasApplied(int content) {
		return (this.applied & bit(content)) != 0;
	}

	boolean knowsKey(int version) {
		return (this.keys & bit(version)) != 0;
	}

	private static int bit(int version) {
		return 1 << (version - 1);
	}

	Visit visit(Client who) {
		return (who == Client.HOLDER) ? this.holder : this.former;
	}

	boolean has(Client who) {
		return visit(who) != null || this.calls.stream().anyMatch((call) -> call.of == who);
	}

	ModelPerson wrong(String what) {
		return new ModelPerson(this.rows, this.accepted, this.calls, this.applied, this.keys, this.holder, this.former,
				(this.wrong != null) ? this.wrong : what);
	}

	ModelPerson accept() {
		return new ModelPerson(this.rows, this.accepted + 1, this.calls, this.applied, this.keys, this.holder,
				this.former, this.wrong);
	}

	ModelPerson expand() {
		List<Row> rows = new ArrayList<>(this.rows);
		rows.add(new Row(OutboxState.READY, false, 0));
		return rows(rows);
	}

	ModelPerson move(int row, OutboxState to) {
		boolean open = to == OutboxState.SENT || to == OutboxState.AMBIGUOUS || to == OutboxState.RESOLVING;
		return row(row, new Row(to, false, open ? this.rows.get(row).sent : 0));
	}

	ModelPerson sent(int row, int content) {
		return row(row, new Row(state(row), false, content));
	}

	ModelPerson rest(int row) {
		return row(row, new Row(state(row), true, this.rows.get(row).sent));
	}

	ModelPerson awake() {
		return rows(this.rows.stream().map((row) -> new Row(row.state, false, row.sent)).toList());
	}

	private ModelPerson row(int number, Row row) {
		List<Row> rows = new ArrayList<>(this.rows);
		rows.set(number, row);
		return rows(rows);
	}

	private ModelPerson rows(List<Row> rows) {
		return new ModelPerson(List.copyOf(rows), this.accepted, this.calls, this.applied, this.keys, this.holder,
				this.former, this.wrong);
	}

	/** Calls that are alike and of nobody are one: a second one changes nothing more. */
	ModelPerson with(Call call) {
		List<Call> calls = new ArrayList<>(this.calls);
		calls.add(call);
		return calls(calls);
	}

	ModelPerson without(Call call) {
		List<Call> calls = new ArrayList<>(this.calls);
		calls.remove(call);
		return calls(calls);
	}

	private ModelPerson calls(List<Call> calls) {
		List<Call> sorted = calls.stream()
			.distinct()
			.sorted(Comparator.comparing(Call::version)
				.thenComparing(Call::content)
				.thenComparing(Call::creates)
				.thenComparing(Call::of))
			.toList();
		return new ModelPerson(this.rows, this.accepted, sorted, this.applied, this.keys, this.holder, this.former,
				this.wrong);
	}

	private ModelPerson calls(Client from, Client to) {
		return calls(this.calls.stream().map((call) -> (call.of == from) ? call.by(to) : call).toList());
	}

	ModelPerson rememberKey(int version) {
		return new ModelPerson(this.rows, this.accepted, this.calls, this.applied, this.keys | bit(version),
				this.holder, this.former, this.wrong);
	}

	/** A call takes effect. */
	ModelPerson apply(Call call) {
		ModelPerson next = new ModelPerson(this.rows, this.accepted, this.calls, this.applied | bit(call.content),
				this.keys, this.holder, this.former, this.wrong);
		if (hasApplied(call.content)) {
			return next.wrong("v" + call.content + " has taken effect twice");
		}
		if (call.creates && this.applied != 0) {
			return next.wrong("v" + call.content + " has made a second record");
		}
		return (call.content < highest()) ? next.wrong("v" + call.content + " has taken effect after v" + highest())
				: next;
	}

	ModelPerson visit(Client who, Visit visit) {
		boolean holds = who == Client.HOLDER;
		return new ModelPerson(this.rows, this.accepted, this.calls, this.applied, this.keys,
				holds ? visit : this.holder, holds ? this.former : visit, this.wrong);
	}

	ModelPerson hear(Client who, Step answer) {
		return (visit(who) != null) ? visit(who, visit(who).hears(answer)) : this;
	}

	/**
	 * A node has nothing in mind with the person any more; its calls go on without it.
	 */
	ModelPerson forget(Client who) {
		return calls(who, Client.NOBODY).visit(who, null);
	}

	/** The holder becomes the former holder. */
	ModelPerson retire() {
		return (!has(Client.HOLDER)) ? this
				: calls(Client.HOLDER, Client.FORMER).visit(Client.FORMER, this.holder).visit(Client.HOLDER, null);
	}

	@Override
	public String toString() {
		String rows = IntStream.range(0, this.rows.size())
			.mapToObj((i) -> " v" + (i + 1) + " " + state(i) + (this.rows.get(i).rests ? " (rests)" : ""))
			.collect(Collectors.joining(","));
		String calls = this.calls.stream()
			.map((call) -> " v" + call.version + ((call.of == Client.NOBODY) ? " (unheard)" : ""))
			.collect(Collectors.joining(","));
		String applied = IntStream.rangeClosed(1, highest())
			.filter(this::hasApplied)
			.mapToObj((version) -> " v" + version)
			.collect(Collectors.joining(","));
		return "rows" + rows + "; on the way" + calls + "; registry" + applied;
	}

}
