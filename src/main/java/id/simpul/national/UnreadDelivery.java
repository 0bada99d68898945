package id.simpul.national;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.simpul.change.Outbox;
import id.simpul.change.OutboxState;
import id.simpul.change.Outcome;
import id.simpul.change.Parcel;
import id.simpul.change.RegistryKind;
import id.simpul.national.Trouble.Reach;
import id.simpul.national.UnreadRegistry.Sending;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * Brings the changes of some people to a registry that is only written to, as many in one
 * call as it takes. A keyed one is sent a change without an answer once more, the same
 * content under the same key; to a blind one it is never sent again.
 */
final class UnreadDelivery {

	private static final int ATTEMPTS = 12;

	private final Outbox outbox;

	private final Duration quiet;

	UnreadDelivery(Outbox outbox, Duration quiet) {
		this.outbox = outbox;
		this.quiet = quiet;
	}

	/**
	 * A change of somebody, about to be sent.
	 *
	 * @param again whether it was sent before and nobody knows what became of it
	 */
	private record Due(Parcel parcel, Parcel.Item item, Entry entry, boolean again) {

		Sending sending() {
			return new Sending(this.parcel.kunci(), this.parcel.pegawai().text(Resource.PEGAWAI.field("nip")),
					this.entry, this.item.idempotencyKey(), this.item.version());
		}

		Due now(Parcel.Item item) {
			return new Due(this.parcel, item, this.entry, this.again);
		}

	}

	/**
	 * Settles what can be settled of these people; what is behind a trouble is put back.
	 */
	Sign deliver(List<Parcel> parcels, UnreadRegistry registry, boolean othersGetThrough) {
		List<Due> due = new ArrayList<>();
		for (Parcel parcel : parcels) {
			due.addAll(due(parcel, registry, othersGetThrough));
		}
		for (int from = 0; from < due.size(); from += registry.batchLimit()) {
			List<Due> batch = due.subList(from, Math.min(due.size(), from + registry.batchLimit()))
				.stream()
				.map((one) -> one.now(this.outbox.send(one.parcel, one.item, null)))
				.toList();
			Trouble trouble = Bisection.send(batch, (part) -> registry.save(part.stream().map(Due::sending).toList()),
					(one, reply) -> settle(one, reply, othersGetThrough));
			if (trouble != null) {
				due.subList(Math.min(due.size(), from + registry.batchLimit()), due.size())
					.forEach((one) -> this.outbox.giveBack(one.parcel, List.of(one.item)));
				return Sign.of(trouble);
			}
		}
		return due.isEmpty() ? Sign.NONE : Sign.of(null);
	}

	/** What of a person is to be sent; the rest comes to its end here. */
	private List<Due> due(Parcel parcel, UnreadRegistry registry, boolean othersGetThrough) {
		List<Due> due = new ArrayList<>();
		for (int i = 0; i < parcel.items().size(); i++) {
			Parcel.Item item = parcel.items().get(i);
			boolean again = item.state() == OutboxState.RESOLVING;
			Optional<Entry> entry = again ? parcel.entryThen(item) : parcel.entry(item);
			boolean overtaken = parcel.items().subList(i + 1, parcel.items().size()).stream().anyMatch(item::sameEntry);
			if ((again && entry.isEmpty()) || (othersGetThrough && item.attempts() >= ATTEMPTS)) {
				this.outbox.settle(parcel, item, Outcome.parked("GAGAL_BERULANG"));
			}
			else if (!again && (overtaken || entry.isEmpty())) {
				this.outbox.settle(parcel, item, Outcome.superseded());
			}
			else if (!again && !registry.accepts(entry.get())) {
				this.outbox.settle(parcel, item, Outcome.worklist("BEDA_" + item.resource().name(), List.of()));
			}
			else {
				due.add(new Due(parcel, item, entry.orElseThrow(), again));
				if (again && overtaken) {
					// the newer one only when this one has its answer
					this.outbox.giveBack(parcel, parcel.items().subList(i + 1, parcel.items().size()));
					return due;
				}
			}
		}
		return due;
	}

	private void settle(Due one, Reply reply, boolean othersGetThrough) {
		Outcome outcome = outcome(one, reply);
		boolean answered = Reply.trouble(reply) == null;
		// whoever only knocks for everybody has not failed
		this.outbox.settle(one.parcel, one.item, (answered || othersGetThrough) ? outcome : outcome.uncounted());
	}

	private Outcome outcome(Due one, Reply reply) {
		if (reply instanceof Reply.Saved saved) {
			return Outcome.acked(saved.remoteId());
		}
		if (reply instanceof Reply.Refused refused) {
			return Outcome.refused(refused.words());
		}
		Trouble trouble = Reply.trouble(reply);
		Duration pause = Backoff.after(one.item.attempts() - 1);
		if (reply instanceof Reply.NotSaved && !one.again) {
			return (trouble.reach() == Reach.CALL) ? Outcome.retry(trouble.rule(), null, pause)
					: Outcome.hindered(trouble.rule());
		}
		// the same key makes a second one harmless, so there is nothing to wait for; an
		// attempt that was turned away says nothing about the one before
		return Outcome.ambiguous(trouble.rule(), (one.parcel.lane().kind() == RegistryKind.KEYED) ? pause : this.quiet);
	}

}
