package id.simpul.change;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static id.simpul.change.OutboxState.ACKED;
import static id.simpul.change.OutboxState.ADOPTED;
import static id.simpul.change.OutboxState.AMBIGUOUS;
import static id.simpul.change.OutboxState.CLAIMED;
import static id.simpul.change.OutboxState.PARKED;
import static id.simpul.change.OutboxState.READY;
import static id.simpul.change.OutboxState.REFUSED;
import static id.simpul.change.OutboxState.RESOLVING;
import static id.simpul.change.OutboxState.RETRY;
import static id.simpul.change.OutboxState.SENT;
import static id.simpul.change.OutboxState.SUPERSEDED;
import static id.simpul.change.OutboxState.WORKLIST;
import static org.assertj.core.api.Assertions.assertThat;

/** What the table of transitions says, read as sentences. */
class OutboxStateTest {

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void whatIsDeliveredStaysSo(RegistryKind kind) {
		for (OutboxState state : List.of(ACKED, ADOPTED, SUPERSEDED)) {
			for (Step step : Step.values()) {
				assertThat(state.after(step, kind)).as(state + " " + step).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void onlyAPersonMovesWhatIsOnAList(RegistryKind kind) {
		for (OutboxState state : OutboxState.REDRIVABLE) {
			for (Step step : Step.values()) {
				boolean byAPerson = step == Step.REDRIVE || (step == Step.CONFIRM && state == PARKED);
				assertThat(state.after(step, kind).isPresent()).as(state + " " + step).isEqualTo(byAPerson);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void whatMayHaveBeenSavedIsNeverSentAgainWithoutKnowing(RegistryKind kind) {
		OutboxState lost = SENT.after(Step.LOST, kind).orElseThrow();
		assertThat(SENT.after(Step.ABANDON, kind)).contains(lost);
		switch (kind) {
			case KEYED -> assertThat(lost.after(Step.CLAIM, kind).orElseThrow().after(Step.SEND, kind)).contains(SENT);
			case READABLE -> {
				assertThat(lost.after(Step.CLAIM, kind)).contains(RESOLVING);
				assertThat(RESOLVING.after(Step.SEND, kind)).isEmpty();
				assertThat(RESOLVING.after(Step.ABSENT, kind)).contains(CLAIMED);
			}
			case BLIND -> assertThat(lost).isEqualTo(PARKED);
		}
		assertThat(SENT.after(Step.OVERTAKE, kind)).isEmpty();
		assertThat(AMBIGUOUS.after(Step.OVERTAKE, kind)).isEmpty();
		assertThat(RESOLVING.after(Step.OVERTAKE, kind)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void onlyWhatWasSentIsAcknowledged(RegistryKind kind) {
		assertThat(OutboxState.before(Step.SAVED, kind)).containsExactly(SENT);
		assertThat(OutboxState.before(Step.FOUND, kind))
			.isEqualTo((kind == RegistryKind.READABLE) ? Set.of(RESOLVING) : Set.of());
	}

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void whateverIsInAHandCanBeAbandoned(RegistryKind kind) {
		for (OutboxState state : OutboxState.values()) {
			assertThat(state.after(Step.ABANDON, kind).isPresent()).as(state.name())
				.isEqualTo(OutboxState.UNDER_WAY.contains(state));
			assertThat(state.after(Step.CLAIM, kind).isPresent()).as(state.name())
				.isEqualTo(OutboxState.CLAIMABLE.contains(state));
		}
	}

	@Test
	void waitingIsWhatTheRegistryHasNotAnswered() {
		assertThat(EnumSet.of(ACKED, ADOPTED, WORKLIST, REFUSED, PARKED, SUPERSEDED)).noneMatch(OutboxState::isWaiting);
		assertThat(EnumSet.of(READY, CLAIMED, SENT, RETRY, AMBIGUOUS, RESOLVING)).allMatch(OutboxState::isWaiting);
	}

	@Test
	void nobodyIsServedTwiceAtATime() {
		assertThat(OutboxState.isFree(List.of(READY, RETRY, AMBIGUOUS, ACKED))).isTrue();
		for (OutboxState inAHand : OutboxState.UNDER_WAY) {
			assertThat(OutboxState.isFree(List.of(READY, inAHand))).isFalse();
		}
	}

}
