package id.simpul.change;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxSettleTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void countsEachOutcomeInItsOwnColumn(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 5));
			List<Parcel> parcels = office.take(10);
			office.send(parcels.get(0), 0, Outcome.acked("r1"));
			office.outbox.settle(parcels.get(0), parcels.get(0).items().get(1), Outcome.adopted("r2"));
			office.outbox.settle(parcels.get(1), parcels.get(1).items().get(0),
					Outcome.worklist("BEDA_IDENTITAS", List.of("nama", "agama")));
			office.send(parcels.get(1), 1, Outcome.refused("\0" + "x".repeat(5000)));
			office.send(parcels.get(2), 0, Outcome.retry("PENUH", "429", Duration.ofSeconds(30)));
			office.outbox.settle(parcels.get(2), parcels.get(2).items().get(1), Outcome.parked("GAGAL_BERULANG"));
			office.outbox.settle(parcels.get(3), parcels.get(3).items().get(0), Outcome.superseded());
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
			Parcel parcel = office.take(1).get(0);
			Parcel.Item item = parcel.items().get(0);
			assertThatIllegalStateException().isThrownBy(() -> office.outbox.settle(parcel, item, Outcome.acked("r1")));
			Parcel.Item sent = office.outbox.send(parcel, item, null);
			assertThatIllegalStateException().isThrownBy(() -> office.outbox.send(parcel, sent, null));
			assertThatThrownBy(() -> office.outbox.send(parcel, item, null)).isInstanceOf(LaneLost.class);
			Parcel.Item acked = office.outbox.settle(parcel, sent, Outcome.acked("r1"));
			assertThatThrownBy(() -> office.outbox.settle(parcel, sent, Outcome.acked("r1")))
				.isInstanceOf(LaneLost.class);
			assertThatIllegalStateException()
				.isThrownBy(() -> office.outbox.settle(parcel, acked, Outcome.refused("x")));
			assertThat(office.plans.books(1).acked()).isOne();
			assertThat(office.plans.check(1)).isTrue();
			assertThat(office.count("worklist")).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void countsNoAttemptWhereTheWholeRegistryCannotBeUsed(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 1));
			assertThat(office.send(office.take(1).get(0), 0, Outcome.hindered("LAJU_DIBATASI")).attempts()).isZero();
			office.outbox.release(office.lane());
			assertThat(office.send(office.take(1).get(0), 0, Outcome.retry("X", null, Duration.ZERO)).attempts())
				.isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void checksTheBooksOfTheRunsThatWereAnswered(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 2));
			office.jdbc.update("delete from balance");
			List<Parcel> parcels = office.take(10);
			parcels.forEach((parcel) -> parcel.items()
				.forEach((item) -> office.outbox.settle(parcel, item, Outcome.adopted("r"))));
			office.outbox.checkBooks(parcels);
			assertThat(office.count("balance where run_id = 1 and closes = true")).isEqualTo(3);
		}
	}

}
