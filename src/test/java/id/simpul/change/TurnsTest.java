package id.simpul.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.source.Run;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void oneAtATimeReadsAnInstansi(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Turns turns = office.turns();
			Turns.Turn first = turns.take(Office.KODE).orElseThrow();
			assertThat(turns.take(Office.KODE)).isEmpty();
			assertThat(turns.take("16.01").map(TurnsTest::closed)).isPresent();
			first.close();
			assertThat(turns.take(Office.KODE).map(TurnsTest::closed)).isPresent();
		}
	}

	@Test
	void onAServerThatHoldsForEveryNode() {
		try (Office office = new Office(StateDatabase.POSTGRESQL)) {
			Turns here = office.turns();
			Turns there = office.turns();
			Turns.Turn first = here.take(Office.KODE).orElseThrow();
			assertThat(there.take(Office.KODE)).isEmpty();
			first.close();
			assertThat(there.take(Office.KODE).map(TurnsTest::closed)).isPresent();
		}
	}

	@Test
	void aStartingNodeLeavesTheRunOfAnotherAlone() {
		try (Office office = new Office(StateDatabase.POSTGRESQL)) {
			Optional<Turns.Turn> there = office.turns().take(Office.KODE);
			Run run = office.plans.open(Office.KODE, "uji", "h", LocalDate.of(2026, 1, 5), List.of());
			office.plans.recover(office.turns());
			assertThat(office.plans.books(run.id()).state()).isEqualTo(RunState.RUNNING);
			there.orElseThrow().close();
			office.plans.recover(office.turns());
			assertThat(office.plans.books(run.id()).state()).as("whoever read it has ended").isEqualTo(RunState.FAILED);
		}
	}

	private static boolean closed(Turns.Turn turn) {
		turn.close();
		return true;
	}

}
