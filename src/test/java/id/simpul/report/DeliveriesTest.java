package id.simpul.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.change.OutboxState;

import static id.simpul.report.Reports.ALL;
import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTest {

	private static final Scope PALEMBANG = Scope.of(Set.of("16.71"));

	private static final Set<OutboxState> EVERY = EnumSet.allOf(OutboxState.class);

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void countsOfWaitingStatesAreThoseOfTheRows(ReportDatabase kind) {
		Reports reports = kind.province();
		Deliveries.Counts counts = reports.deliveries.counts(ALL);
		for (OutboxState state : List.of(OutboxState.READY, OutboxState.SENT, OutboxState.RETRY,
				OutboxState.AMBIGUOUS)) {
			assertThat(counts.of(Set.of(state))).as(state.name())
				.isPositive()
				.isEqualTo(reports.province.count("outbox where state = ?", state.name()));
		}
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void countsOfAnsweredStatesAreThoseOfTheBooks(ReportDatabase kind) {
		Reports reports = kind.province();
		Deliveries.Counts counts = reports.deliveries.counts(ALL);
		Books.Line line = reports.books.of(ALL).registry();
		assertThat(line.parts()).allSatisfy((part) -> assertThat(
				part.name().equals("waiting") ? counts.waiting() : counts.of(Set.of(answered(part.name()))))
			.as(part.name())
			.isEqualTo(part.count()));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whatIsAcceptedButNotInTheListYetIsBeingPrepared(ReportDatabase kind) {
		Reports reports = kind.province();
		Deliveries.Counts counts = reports.deliveries.counts(PALEMBANG);
		long listed = reports.province
			.count("outbox where instansi = '16.71' and state in ('READY', 'SENT', 'RETRY', 'AMBIGUOUS')");
		assertThat(counts.preparing()).isPositive().isEqualTo(counts.waiting() - listed);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void moreRowsThanTheBooksSayNeverMakeLessThanNothing(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 0);
		reports.province.delivery("16.71", run, "READY", 1);
		Deliveries.Counts counts = reports.deliveries.counts(ALL);
		assertThat(counts.preparing()).isZero();
		assertThat(counts.waiting()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void pagesFromNewestToOldestWithoutGapOrDouble(ReportDatabase kind) {
		Reports reports = kind.province();
		List<Long> ids = new ArrayList<>();
		long before = Long.MAX_VALUE;
		List<Delivery> page;
		while (!(page = reports.deliveries.list(ALL, EVERY, before, 7)).isEmpty()) {
			assertThat(page).hasSizeLessThanOrEqualTo(7);
			page.forEach((one) -> ids.add(one.id()));
			before = page.get(page.size() - 1).id();
		}
		assertThat(ids).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
		assertThat(ids).hasSize((int) reports.province.count("outbox"));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void aStateShowsItsOwnOnly(ReportDatabase kind) {
		Reports reports = kind.province();
		for (OutboxState state : OutboxState.values()) {
			assertThat(reports.deliveries.list(ALL, Set.of(state), Long.MAX_VALUE, 500)).as(state.name())
				.hasSize((int) reports.province.count("outbox where state = ?", state.name()))
				.allSatisfy((one) -> assertThat(one.state()).isEqualTo(state));
		}
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whatAPersonMustDoNamesTheFieldsThatDiffer(ReportDatabase kind) {
		Reports reports = kind.province();
		assertThat(reports.deliveries.list(ALL, Set.of(OutboxState.WORKLIST), Long.MAX_VALUE, 50)).isNotEmpty()
			.allSatisfy((one) -> {
				assertThat(one.answer()).isEqualTo("BEDA_GOLONGAN");
				assertThat(one.fields()).containsExactly("golongan", "tmtGolongan");
			});
		assertThat(reports.deliveries.list(ALL, Set.of(OutboxState.ACKED), Long.MAX_VALUE, 50)).isNotEmpty()
			.allSatisfy((one) -> assertThat(one.fields()).isEmpty());
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void theRegistrysWordsAreKeptButNotTheNumbersInThem(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 24);
		reports.province.delivery("16.71", run, "REFUSED", 1);
		reports.province.jdbc()
			.update("update outbox set answer_text = ?", "NIP " + Province.NIP + " bukan milik Anda");
		Delivery refused = reports.deliveries.list(ALL, EVERY, Long.MAX_VALUE, 1).get(0);
		assertThat(refused.words()).isEqualTo("NIP 1986•••• •••••• • 001 bukan milik Anda");
		assertThat(refused.person()).doesNotContain(Province.NIP.substring(4, 15)).contains("•");
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void theLatestThatHappenedToADeliveryIsItsTime(ReportDatabase kind) {
		Reports reports = kind.province();
		assertThat(reports.deliveries.list(ALL, EVERY, Long.MAX_VALUE, 500))
			.allSatisfy((one) -> assertThat(one.at()).isEqualTo((one.state() == OutboxState.READY) ? one.createdAt()
					: one.state().isWaiting() ? one.sentAt() : one.settledAt())
				.isNotNull());
	}

	private static OutboxState answered(String column) {
		return OutboxState.valueOf(column.toUpperCase(Locale.ROOT));
	}

}
