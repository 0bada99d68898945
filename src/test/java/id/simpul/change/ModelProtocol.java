package id.simpul.change;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import id.simpul.change.ModelPerson.Call;
import id.simpul.change.ModelPerson.Client;
import id.simpul.change.ModelPerson.Visit;

/**
 * What the {@link OutboxModel} lets happen to one person: what the nodes do, step by step
 * as in production, what the network and the registry do to their calls, and where one
 * step is done wrong on purpose.
 */
final class ModelProtocol {

	private static final int VERSIONS = 3;

	/** How the lane stands with its holder. */
	enum Lane {

		/** Nobody has it. */
		FREE,
		/** Its holder may send. */
		HELD,
		/** The lease is over; the holder may not have noticed. */
		LAPSED,
		/** The holder has crashed: it comes back, or another one comes. */
		ORPHANED;

		boolean isHeld() {
			return this == HELD || this == LAPSED;
		}

	}

	/** What the lane's holders do to everybody in it at once. */
	enum Sweep {

		TAKE_UP, TAKE_OVER, RELEASE, CRASH, FORMER_CRASH

	}

	/** Something that can happen to the person next. */
	record Move(String name, ModelPerson next, boolean smooth) {
	}

	private final RegistryKind kind;

	private final ModelMistake mistake;

	private final Set<String> walked = new TreeSet<>();

	/**
	 * @param mistake that is made on the way, or {@code null}
	 */
	ModelProtocol(RegistryKind kind, ModelMistake mistake) {
		this.kind = kind;
		this.mistake = mistake;
	}

	/** The lines of the table that were made use of, as state and step. */
	Set<String> walked() {
		return this.walked;
	}

	boolean errs(ModelMistake one) {
		return this.mistake == one;
	}

	/** Everything that can happen to a person; the smooth moves first. */
	List<Move> moves(ModelPerson person, Lane lane) {
		return new Moves(person, lane).find();
	}

	ModelPerson sweep(Sweep sweep, ModelPerson person) {
		return switch (sweep) {
			case TAKE_UP -> abandon(person);
			case TAKE_OVER -> abandon(person).retire();
			case RELEASE -> giveBack(person).retire();
			case CRASH -> person.forget(Client.HOLDER);
			case FORMER_CRASH -> person.forget(Client.FORMER);
		};
	}

	/** See {@link Lanes}: what the holder before had in hand. */
	private ModelPerson abandon(ModelPerson person) {
		if (errs(ModelMistake.LEAVES_WHAT_WAS_IN_HAND)) {
			return person;
		}
		ModelPerson next = person;
		for (int i = 0; i < person.rows().size(); i++) {
			OutboxState state = person.state(i);
			if (OutboxState.UNDER_WAY.contains(state)) {
				next = step(next, i, Step.ABANDON);
				if (state == OutboxState.SENT && !errs(ModelMistake.ABANDONED_DOES_NOT_REST)) {
					next = next.rest(i);
				}
			}
		}
		return next;
	}

	/** See {@link Outbox#release}. */
	private ModelPerson giveBack(ModelPerson person) {
		ModelPerson next = person;
		for (int i = 0; i < person.rows().size(); i++) {
			if (OutboxState.before(Step.GIVE_BACK, this.kind).contains(person.state(i))) {
				next = step(next, i, Step.GIVE_BACK);
			}
		}
		return next;
	}

	/** The one way in which a row moves. */
	private ModelPerson step(ModelPerson person, int row, Step step) {
		OutboxState from = person.state(row);
		this.walked.add(from + " " + step);
		OutboxState to = from.after(step, this.kind).orElse(null);
		if (to == null) {
			return person.wrong("no " + step + " where a change is " + from);
		}
		ModelPerson next = person.move(row, to);
		return tells(step, from, to) ? next : next.wrong("after " + step + " a change is " + to);
	}

	/**
	 * Whether a state says the truth about what has happened: how a change ends is what
	 * became of it, what is put back is in nobody's hand, and only what a blind registry
	 * may have saved is put aside without having been given up.
	 */
	private boolean tells(Step step, OutboxState from, OutboxState to) {
		return switch (step) {
			case SAVED, FOUND -> to == OutboxState.ACKED;
			case REFUSE -> to == OutboxState.REFUSED;
			case ADOPT, CONFIRM -> to == OutboxState.ADOPTED;
			case LIST -> to == OutboxState.WORKLIST;
			case OVERTAKE -> to == OutboxState.SUPERSEDED;
			case GIVE_UP -> to == OutboxState.PARKED;
			case CLAIM, SEND, ABSENT -> OutboxState.UNDER_WAY.contains(to);
			case ABANDON, LOST -> (this.kind == RegistryKind.BLIND && from == OutboxState.SENT)
					? to == OutboxState.PARKED : OutboxState.CLAIMABLE.contains(to);
			case GIVE_BACK, NOT_SAVED, REDRIVE -> OutboxState.CLAIMABLE.contains(to);
		};
	}

	private final class Moves {

		private final ModelPerson person;

		private final Lane lane;

		private final List<Move> found = new ArrayList<>();

		Moves(ModelPerson person, Lane lane) {
			this.person = person;
			this.lane = lane;
		}

		List<Move> find() {
			this.person.calls().forEach(this::network);
			if (this.person.rests() && this.person.calls().stream().noneMatch((call) -> call.of() == Client.NOBODY)) {
				add("the quiet time is over", this.person.awake(), true);
			}
			visit(Client.FORMER);
			if (this.lane.isHeld()) {
				visit(Client.HOLDER);
				claim();
				expand();
			}
			if (this.person.accepted() < VERSIONS) {
				add("v" + (this.person.accepted() + 1) + " is accepted", this.person.accept(), false);
			}
			return this.found;
		}

		private void add(String name, ModelPerson next, boolean smooth) {
			this.found.add(new Move(name, next, smooth));
		}

		/** What becomes of a call on its way. */
		private void network(Call call) {
			String name = "v" + call.version();
			ModelPerson without = this.person.without(call);
			ModelPerson applied = apply(without, call);
			if (call.of() == Client.NOBODY) {
				add("a call with " + name + " never arrives", without, true);
				add("a call with " + name + " takes effect late", applied, false);
				return;
			}
			boolean known = keyed() && without.knowsKey(call.version());
			boolean refused = known && !without.hasApplied(call.content()); // it always
																			// answers
																			// alike
			if (!refused) {
				add(name + " is saved and the answer heard", applied.hear(call.of(), Step.SAVED), true);
				add(name + " is saved and the answer lost", applied.hear(call.of(), Step.LOST), false);
			}
			if (refused || !known) {
				ModelPerson then = keyed() ? without.rememberKey(call.version()) : without;
				add(name + " is refused", then.hear(call.of(), Step.REFUSE), refused);
			}
			add(name + " is turned away for now", without.hear(call.of(), Step.NOT_SAVED), false);
			add(name + " is lost on the way", without.hear(call.of(), Step.LOST), false);
			add("the wait for the answer to " + name + " ends",
					without.with(call.by(Client.NOBODY)).hear(call.of(), Step.LOST), false);
		}

		private boolean keyed() {
			return ModelProtocol.this.kind == RegistryKind.KEYED;
		}

		private boolean readable() {
			return ModelProtocol.this.kind == RegistryKind.READABLE;
		}

		private ModelPerson apply(ModelPerson before, Call call) {
			if (keyed() && !errs(ModelMistake.RANDOM_KEY_PER_ATTEMPT)) {
				return before.knowsKey(call.version()) ? before : before.rememberKey(call.version()).apply(call);
			}
			return before.apply(call);
		}

		/** See {@link Outbox#take}. */
		private void claim() {
			boolean free = this.person.holder() == null && OutboxState.isFree(this.person.states());
			if (this.person.rests() || (!free && !errs(ModelMistake.NEWER_OVERTAKES_UNDER_WAY))) {
				return;
			}
			ModelPerson next = this.person;
			int first = -1;
			for (int i = 0; i < this.person.rows().size(); i++) {
				if (OutboxState.CLAIMABLE.contains(this.person.state(i))) {
					next = step(next, i, Step.CLAIM);
					first = (first < 0) ? i : first;
				}
			}
			if (first >= 0) {
				int document = (readable() || errs(ModelMistake.SENDS_WHAT_IS_ACCEPTED_NOW)) ? next.accepted() : 0;
				next = next.forget(Client.HOLDER);
				add("the holder claims the person", next.visit(Client.HOLDER,
						new Visit(first, next.state(first), document, readable() ? -1 : 0, false, null)), true);
			}
		}

		/** See {@code Outbox.expand}: a new row, which takes the place of unsent ones. */
		private void expand() {
			if (this.person.rows().size() == this.person.accepted()) {
				return;
			}
			ModelPerson next = this.person;
			Set<OutboxState> unsent = EnumSet.copyOf(OutboxState.CLAIMABLE);
			unsent.retainAll(OutboxState.before(Step.OVERTAKE, ModelProtocol.this.kind));
			for (int i = 0; i < this.person.rows().size(); i++) {
				if (unsent.contains(next.state(i))) {
					next = step(next, i, Step.OVERTAKE);
				}
				else if (errs(ModelMistake.SUPERSEDE_AMBIGUOUS) && next.state(i) == OutboxState.AMBIGUOUS) {
					next = next.move(i, OutboxState.SUPERSEDED);
				}
			}
			add("v" + (next.rows().size() + 1) + " becomes a row", next.expand(), true);
		}

		/** The next step of whoever has the person in hand, or believes so. */
		private void visit(Client who) {
			Visit visit = this.person.visit(who);
			if (visit == null || visit.heard() == Step.SEND) {
				return; // an answer comes first
			}
			if (readable() && visit.there() < 0) {
				add(who + " reads the registry", this.person.visit(who, visit.reads(this.person.highest())), true);
			}
			boolean fenced = who == Client.FORMER && !errs(ModelMistake.CLAIM_WITHOUT_EPOCH);
			if (fenced || this.person.state(visit.row()) != visit.believes()) {
				add("nothing is changed by what " + who + " writes", this.person.forget(who), true);
			}
			else if (visit.heard() != null) {
				settle(who, visit);
			}
			else {
				if (!readable() || visit.there() >= 0) {
					decide(who, visit);
				}
				else {
					add(who + " cannot read this person there", postpone(), false);
					add("the registry cannot be used", this.person.forget(who), false);
				}
				if (this.person.calls().isEmpty()) {
					// a dozen attempts take far longer than the quiet time
					add(who + " gives v" + (visit.row() + 1) + " up",
							goOn(step(this.person, visit.row(), Step.GIVE_UP), who, visit), false);
				}
			}
		}

		/** See {@code ReadableDelivery.entry} and {@code UnreadDelivery.due}. */
		private void decide(Client who, Visit visit) {
			int i = visit.row();
			String name = "v" + (i + 1);
			boolean overtaken = IntStream.range(i + 1, this.person.rows().size())
				.anyMatch((j) -> OutboxState.UNDER_WAY.contains(this.person.state(j)));
			boolean same = readable() && visit.there() == visit.document();
			if (visit.believes() == OutboxState.RESOLVING) {
				if (keyed()) {
					send(who, visit, i + 1);
				}
				else if (errs(ModelMistake.RESEND_WITHOUT_READING_BACK)) {
					add(name + " is taken for not saved", absent(who, visit.reads(0)), true);
				}
				else if (visit.there() == this.person.rows().get(i).sent() || (same && !overtaken)) {
					add(name + " is found there", goOn(step(this.person, i, Step.FOUND), who, visit), true);
				}
				else {
					add(name + " is not found there", absent(who, visit), true);
				}
			}
			else if (overtaken) {
				add(name + " is overtaken", goOn(step(this.person, i, Step.OVERTAKE), who, visit), true);
			}
			else if (same) {
				add(name + " is adopted", goOn(step(this.person, i, Step.ADOPT), who, visit), true);
			}
			else {
				send(who, visit, (visit.document() > 0) ? visit.document() : i + 1);
				add(name + " is for somebody to do by hand", goOn(step(this.person, i, Step.LIST), who, visit), false);
			}
		}

		private ModelPerson absent(Client who, Visit visit) {
			ModelPerson next = step(this.person, visit.row(), Step.ABSENT);
			return next.visit(who, visit.believes(next.state(visit.row())));
		}

		/** See {@link Outbox#send}: written down first, and under a lease. */
		private void send(Client who, Visit visit, int content) {
			int i = visit.row();
			if (who == Client.HOLDER && this.lane == Lane.LAPSED && !errs(ModelMistake.LEASE_NOT_CHECKED_AT_SEND)) {
				add("nothing leaves without a lease", this.person.forget(who), true);
				return;
			}
			ModelPerson next = this.person;
			if (!errs(ModelMistake.SENT_WRITTEN_AFTER_SENDING)) {
				next = step(next, i, Step.SEND).sent(i, content);
				if (errs(ModelMistake.RESEND_AND_NEWER_IN_ONE_CALL) && i + 1 < next.rows().size()
						&& next.state(i + 1) == OutboxState.CLAIMED) {
					next = step(next, i + 1, Step.SEND);
				}
			}
			if (errs(ModelMistake.ACKNOWLEDGE_BEFORE_COMMIT)) {
				next = acknowledge(next, i, content);
			}
			boolean again = keyed() && visit.believes() == OutboxState.RESOLVING;
			next = next.with(new Call(i + 1, content, readable() && visit.there() == 0, who))
				.visit(who, new Visit(i, next.state(i), 0, 0, again, Step.SEND));
			add(who + " sends v" + (i + 1) + ((content != i + 1) ? " with the content of v" + content : ""), next,
					true);
		}

		private ModelPerson acknowledge(ModelPerson before, int row, int content) {
			ModelPerson next = step(before, row, Step.SAVED);
			return before.hasApplied(content) ? next
					: next.wrong("v" + (row + 1) + " is acknowledged, and the registry does not hold it");
		}

		/** See {@code ReadableDelivery.send}, {@code UnreadDelivery.outcome}. */
		private void settle(Client who, Visit visit) {
			int i = visit.row();
			Step heard = visit.heard();
			if (heard == Step.NOT_SAVED && visit.again() && !errs(ModelMistake.RETRY_AFTER_UNKNOWN)) {
				heard = Step.LOST; // the attempt before may have been saved all the same
			}
			if (heard == Step.LOST && errs(ModelMistake.LOST_TAKEN_FOR_NOT_SAVED)) {
				heard = Step.NOT_SAVED;
			}
			ModelPerson before = this.person;
			if (errs(ModelMistake.DELETE_THEN_SAVE)) {
				if (visit.believes() != null) {
					add("v" + (i + 1) + " is deleted", this.person.move(i, null)
						.visit(who, new Visit(i, null, this.person.rows().get(i).sent(), 0, visit.again(), heard)),
							true);
					return;
				}
				before = before.move(i, OutboxState.SENT).sent(i, visit.document());
			}
			if (errs(ModelMistake.SENT_WRITTEN_AFTER_SENDING)) {
				before = step(before, i, Step.SEND);
			}
			ModelPerson next = switch (heard) {
				case SAVED -> goOn(acknowledge(before, i, contentOf(before, i)), who, visit);
				case REFUSE -> goOn(step(before, i, Step.REFUSE), who, visit);
				case LOST -> lost(step(before, i, Step.LOST), i).forget(who);
				default -> step(before, i, heard).forget(who);
			};
			add(who + " writes v" + (i + 1) + " " + heard, next, true);
		}

		private int contentOf(ModelPerson before, int row) {
			return errs(ModelMistake.SENT_WRITTEN_AFTER_SENDING) ? before.highest() : before.rows().get(row).sent();
		}

		private ModelPerson lost(ModelPerson person, int row) {
			if (keyed() || errs(ModelMistake.READ_BACK_BEFORE_QUIET)) {
				return person; // the same key makes a second one harmless
			}
			if (errs(ModelMistake.ONLY_ROWS_REST)) {
				ModelPerson next = person;
				for (int i = 0; i < person.rows().size(); i++) {
					next = person.state(i).isWaiting() ? next.rest(i) : next;
				}
				return next;
			}
			return person.rest(row);
		}

		/** Everything in hand is for later. */
		private ModelPerson postpone() {
			ModelPerson next = this.person;
			for (int i = 0; i < this.person.rows().size(); i++) {
				switch (this.person.state(i)) {
					case CLAIMED -> next = step(next, i, Step.NOT_SAVED);
					case RESOLVING -> next = step(next, i, Step.LOST);
					default -> {
					}
				}
			}
			return next.forget(Client.HOLDER);
		}

		/** On to the person's next row in hand. */
		private ModelPerson goOn(ModelPerson next, Client who, Visit visit) {
			for (int i = visit.row() + 1; i < next.rows().size(); i++) {
				OutboxState state = next.state(i);
				if (state == OutboxState.CLAIMED || state == OutboxState.RESOLVING) {
					return next.visit(who, new Visit(i, state, visit.document(), visit.there(), false, null));
				}
			}
			return next.forget(who);
		}

	}

	/**
	 * Without what makes no difference any more: late calls whose key the registry knows,
	 * and, where writes are fenced, what a former holder has in mind.
	 * @param alone whether nobody else is in the lane
	 */
	ModelPerson essence(ModelPerson person, boolean alone) {
		ModelPerson essence = person;
		if (this.kind == RegistryKind.KEYED && !errs(ModelMistake.RANDOM_KEY_PER_ATTEMPT)) {
			for (Call call : person.calls()) {
				if (call.of() == Client.NOBODY && person.knowsKey(call.version())) {
					essence = essence.without(call);
				}
			}
		}
		Visit former = person.former();
		if (former != null && former.heard() != Step.SEND && !errs(ModelMistake.CLAIM_WITHOUT_EPOCH)) {
			essence = essence.visit(Client.FORMER, alone ? Visit.VAIN : null);
		}
		return essence;
	}

}
