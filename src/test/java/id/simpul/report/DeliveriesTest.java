package id.simpul.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
		while (!(page = reports.deliveries.list(ALL, EVERY, null, before, 7)).isEmpty()) {
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
			assertThat(reports.deliveries.list(ALL, Set.of(state), null, Long.MAX_VALUE, 500)).as(state.name())
				.hasSize((int) reports.province.count("outbox where state = ?", state.name()))
				.allSatisfy((one) -> assertThat(one.state()).isEqualTo(state));
		}
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whatAPersonMustDoNamesTheFieldsThatDiffer(ReportDatabase kind) {
		Reports reports = kind.province();
		assertThat(reports.deliveries.list(ALL, Set.of(OutboxState.WORKLIST), null, Long.MAX_VALUE, 50)).isNotEmpty()
			.allSatisfy((one) -> {
				assertThat(one.answer()).isEqualTo("BEDA_GOLONGAN");
				assertThat(one.fields()).containsExactly("golongan", "tmtGolongan");
			});
		assertThat(reports.deliveries.list(ALL, Set.of(OutboxState.ACKED), null, Long.MAX_VALUE, 50)).isNotEmpty()
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
		Delivery refused = reports.deliveries.list(ALL, EVERY, null, Long.MAX_VALUE, 1).get(0);
		assertThat(refused.words()).isEqualTo("NIP 1986•••• •••••• • 001 bukan milik Anda");
		assertThat(refused.person()).doesNotContain(Province.NIP.substring(4, 15)).contains("•");
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void theLatestThatHappenedToADeliveryIsItsTime(ReportDatabase kind) {
		Reports reports = kind.province();
		assertThat(reports.deliveries.list(ALL, EVERY, null, Long.MAX_VALUE, 500))
			.allSatisfy((one) -> assertThat(one.at()).isEqualTo((one.state() == OutboxState.READY) ? one.createdAt()
					: one.state().isWaiting() ? one.sentAt() : one.settledAt())
				.isNotNull());
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void causesAreCountedAndFilterTheList(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 24);
		for (int i = 0; i < 5; i++) {
			reports.province.delivery("16.71", run, "REFUSED", i);
		}
		reports.province.delivery("16.04", reports.province.done("16.04", 0, 100, 24), "REFUSED", 6);
		reports.province.delivery("16.71", run, "PARKED", 7);
		reports.province.jdbc()
			.update("update outbox set answer = 'UNOR_TIDAK_AKTIF' where id in (select min(id) from outbox)");
		Set<OutboxState> refused = EnumSet.of(OutboxState.REFUSED);
		assertThat(reports.deliveries.causes(PALEMBANG, refused)).containsExactly(Map.entry("DITOLAK_SIASN", 4L),
				Map.entry("UNOR_TIDAK_AKTIF", 1L));
		assertThat(reports.deliveries.causes(ALL, refused)).containsEntry("DITOLAK_SIASN", 5L);
		assertThat(reports.deliveries.causes(PALEMBANG, EnumSet.of(OutboxState.PARKED))).as("no answer").isEmpty();
		assertThat(reports.deliveries.list(PALEMBANG, refused, "UNOR_TIDAK_AKTIF", Long.MAX_VALUE, 50)).hasSize(1);
		assertThat(reports.deliveries.list(PALEMBANG, EVERY, "DITOLAK_SIASN", Long.MAX_VALUE, 50)).hasSize(4);
		List<Long> ids = reports.province.jdbc()
			.queryForList("select id from outbox where instansi = '16.71' and answer = 'DITOLAK_SIASN' order by id",
					Long.class);
		assertThat(reports.deliveries.ids(PALEMBANG, refused, "DITOLAK_SIASN", 50)).containsExactlyElementsOf(ids);
		assertThat(reports.deliveries.ids(PALEMBANG, refused, "DITOLAK_SIASN", 3)).as("the oldest")
			.containsExactlyElementsOf(ids.subList(0, 3));
	}

	@ParameterizedTest
	@EnumSource(ReportDatabase.class)
	void whatPeopleHadDoneStandsWithTheChange(ReportDatabase kind) {
		Reports reports = kind.empty();
		long run = reports.province.done("16.71", 0, 100, 24);
		reports.province.delivery("16.71", run, "REFUSED", 1);
		long id = reports.province.jdbc().queryForObject("select id from outbox", Long.class);
		for (String content : List.of("THEN", "NOW")) {
			reports.province.jdbc().update("""
					insert into redrive (outbox_id, instansi, from_state, content, who, why, asked_at, applied_at)
					select id, instansi, state, ?, 'sari', ?, created_at, case when ? = 'THEN' then created_at end
					from outbox""", content, "NIP " + Province.NIP + " sudah benar", content);
		}
		Delivery told = reports.deliveries.find(PALEMBANG, id).orElseThrow();
		assertThat(told.history()).extracting(Redriven::content).containsExactly("THEN", "NOW");
		assertThat(told.history()).extracting(Redriven::isPending).containsExactly(false, true);
		assertThat(told.history().get(0).why()).isEqualTo("NIP 1986•••• •••••• • 001 sudah benar");
		assertThat(reports.deliveries.list(PALEMBANG, EVERY, null, Long.MAX_VALUE, 5)).containsExactly(told);
		assertThat(reports.deliveries.find(Scope.of(Set.of("16.04")), id)).as("another's").isEmpty();
		assertThat(reports.deliveries.find(PALEMBANG, id + 1)).isEmpty();
	}

	private static OutboxState answered(String column) {
		return OutboxState.valueOf(column.toUpperCase(Locale.ROOT));
	}

}
