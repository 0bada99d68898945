package id.simpul.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.simpul.change.OutboxState;

/** Where a change lies, in the words people know; what filters the list of deliveries. */
enum Shelf {

	/** To be sent, for the first time or again. */
	ANTRE(OutboxState.READY, OutboxState.CLAIMED, OutboxState.RETRY),
	/** Sent, the answer is to come. */
	TERKIRIM(OutboxState.SENT),
	/** Sent, the answer was lost; the registry is being read. */
	DIPASTIKAN(OutboxState.AMBIGUOUS, OutboxState.RESOLVING),
	/** Saved at the registry. */
	DITERIMA(OutboxState.ACKED),
	/** The registry held it already. */
	SUDAH_ADA(OutboxState.ADOPTED),
	/** Somebody has to act. */
	DITINDAK(OutboxState.WORKLIST),
	/** The registry refused. */
	DITOLAK(OutboxState.REFUSED),
	/** Outcome unknown, a person decides. */
	DITITIPKAN(OutboxState.PARKED),
	/** A newer one took its place. */
	DIGANTIKAN(OutboxState.SUPERSEDED);

	private final List<OutboxState> states;

	Shelf(OutboxState... states) {
		this.states = List.of(states);
	}

	public List<OutboxState> states() {
		return this.states;
	}

	public boolean isWaiting() {
		return this.states.get(0).isWaiting();
	}

	/** Whether a person may have what lies here tried again. */
	public boolean isRedrivable() {
		return this == DITINDAK || this == DITOLAK || this == DITITIPKAN;
	}

	/** As it stands in the address. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Shelf> named(String slug) {
		for (Shelf shelf : values()) {
			if (shelf.slug().equals(slug)) {
				return Optional.of(shelf);
			}
		}
		return Optional.empty();
	}

	static Shelf of(OutboxState state) {
		for (Shelf shelf : values()) {
			if (shelf.states.contains(state)) {
				return shelf;
			}
		}
		throw new IllegalArgumentException("No shelf for " + state);
	}

}
