package id.simpul.change;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static id.simpul.change.OutboxState.ACKED;
import static id.simpul.change.OutboxState.ADOPTED;
import static id.simpul.change.OutboxState.AMBIGUOUS;
import static id.simpul.change.OutboxState.PARKED;
import static id.simpul.change.OutboxState.READY;
import static id.simpul.change.OutboxState.REFUSED;
import static id.simpul.change.OutboxState.RETRY;
import static id.simpul.change.OutboxState.SENT;
import static id.simpul.change.OutboxState.SUPERSEDED;
import static id.simpul.change.OutboxState.WORKLIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OutboxSettleTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void countsEachOutcomeInItsOwnColumn(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 5));
			List<Parcel> parcels = office.outbox.take(Office.KODE, 10, List.of());
			sent(office, parcels.get(0), 0, Outcome.acked("r1"));
			office.outbox.settle(parcels.get(0), parcels.get(0).items().get(1), READY, Outcome.adopted("r2"));
			sent(office, parcels.get(1), 0, Outcome.worklist("BEDA_IDENTITAS", List.of("nama", "agama")));
			sent(office, parcels.get(1), 1, Outcome.refused("\0" + "x".repeat(5000)));
			sent(office, parcels.get(2), 0, Outcome.retry("PENUH", "429", Duration.ofSeconds(30)));
			sent(office, parcels.get(2), 1, Outcome.ambiguous("WAKTU_HABIS", Duration.ofSeconds(30)));
			office.outbox.settle(parcels.get(2), parcels.get(2).items().get(1), AMBIGUOUS,
					new Outcome(PARKED, "TIDAK_TERJAWAB", null, null, null, List.of()));
			office.outbox.settle(parcels.get(3), parcels.get(3).items().get(0), READY, Outcome.superseded());
			RunBooks books = office.plans.books(1);
			assertThat(List.of(books.acked(), books.adopted(), books.worklist(), books.refused(), books.parked(),
					books.superseded(), books.waiting()))
				.containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 4L);
			assertThat(office.plans.check(1)).isTrue();
			assertThat(office.count("worklist where cause = 'BEDA_IDENTITAS' and fields = ? and outbox_id = ?",
					Evidence.join(List.of("nama", "agama")), parcels.get(1).items().get(0).id()))
				.isOne();
			assertThat(office.count("outbox where state = 'REFUSED' and length(answer_text) = 1000")).isOne();
			assertThat(office.count("outbox where state = 'ACKED' and remote_id = 'r1' and settled_at is not null"))
				.isOne();
			assertThat(office.count("outbox where state = 'RETRY' and next_at > sent_at and settled_at is null"))
				.isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void refusesATransitionThatIsNotAllowedOrAlreadyMade(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 1));
			Parcel parcel = office.outbox.take(Office.KODE, 1, List.of()).get(0);
			Parcel.Item item = parcel.items().get(0);
			assertThatIllegalStateException()
				.isThrownBy(() -> office.outbox.settle(parcel, item, READY, Outcome.acked("r1")));
			assertThatIllegalStateException()
				.isThrownBy(() -> office.outbox.settle(parcel, item, SENT, Outcome.acked("r1")));
			office.outbox.markSent(item, READY);
			assertThatIllegalStateException().isThrownBy(() -> office.outbox.markSent(item, READY));
			office.outbox.settle(parcel, item, SENT, Outcome.acked("r1"));
			assertThatIllegalStateException()
				.isThrownBy(() -> office.outbox.settle(parcel, item, SENT, Outcome.worklist("X", List.of())));
			assertThatIllegalStateException()
				.isThrownBy(() -> office.outbox.settle(parcel, item, ACKED, Outcome.refused("x")));
			assertThat(office.plans.books(1).acked()).isOne();
			assertThat(office.plans.check(1)).isTrue();
			assertThat(office.count("worklist")).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void checksTheBooksOfTheRunsThatWereAnswered(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 2));
			office.jdbc.update("delete from balance");
			List<Parcel> parcels = office.outbox.take(Office.KODE, 10, List.of());
			parcels.forEach((parcel) -> parcel.items()
				.forEach((item) -> office.outbox.settle(parcel, item, READY, Outcome.adopted("r"))));
			office.outbox.checkBooks(parcels);
			assertThat(office.count("balance where run_id = 1 and closes = true")).isEqualTo(3);
		}
	}

	@Test
	void leavesASettledChangeAloneForEver() {
		for (OutboxState state : OutboxState.values()) {
			assertThat(state.next().isEmpty()).as(state.name()).isNotEqualTo(state.isWaiting());
		}
	}

	@Test
	void neverResendsWhatMayHaveBeenSavedWithoutLookingFirst() {
		assertThat(SENT.next()).doesNotContain(READY, SENT, SUPERSEDED);
		assertThat(AMBIGUOUS.next()).doesNotContain(SENT, RETRY, SUPERSEDED);
		Set<OutboxState> acknowledging = EnumSet.noneOf(OutboxState.class);
		for (OutboxState state : OutboxState.values()) {
			if (state.next().contains(ACKED)) {
				acknowledging.add(state);
			}
		}
		assertThat(acknowledging).as("only what was sent can be acknowledged")
			.containsExactlyInAnyOrder(SENT, AMBIGUOUS);
		assertThat(EnumSet.of(ACKED, ADOPTED, WORKLIST, REFUSED, PARKED, SUPERSEDED)).noneMatch(OutboxState::isWaiting);
		assertThat(EnumSet.of(READY, SENT, RETRY, AMBIGUOUS)).allMatch(OutboxState::isWaiting);
	}

	private static void sent(Office office, Parcel parcel, int item, Outcome outcome) {
		office.outbox.markSent(parcel.items().get(item), READY);
		office.outbox.settle(parcel, parcel.items().get(item), SENT, outcome);
	}

}
