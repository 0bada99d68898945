package id.simpul.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import id.simpul.change.Redrives.Content;
import id.simpul.change.Redrives.Result;
import id.simpul.change.Redrives.Selection;

import static id.simpul.change.People.golongan;
import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Changes tried again on a person's word, by one person and by many at once. */
class RedrivesTest {

	private static final int PEOPLE_AT_ONCE = 32;

	private static final int ROUNDS = 20;

	private static final Selection EVERYTHING = new Selection(null, null);

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void oneRefusedChangeGoesOutAgainAsItWasAccepted(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long change = refused(office, 1);
			assertThat(again(office, Selection.of(Set.of(change)), Content.THEN)).isEqualTo(new Result(1, 0, 0, 0, 0));
			assertThat(row(office, change)).isEqualTo("READY DIULANG 0");
			assertThat(office.count("outbox where id = ? and answer_text is null and settled_at is null", change))
				.isOne();
			assertBooks(office, 0, 1, 0);
			assertThat(office.jdbc.queryForList("""
					select from_state || ' ' || from_answer || ' ' || content || ' ' || who || ' ' || why from redrive
					where outbox_id = ? and applied_at = asked_at""", String.class, change))
				.containsExactly("REFUSED DITOLAK_SIASN THEN sari unit kerja sudah didaftarkan");
			Parcel parcel = office.take(5).get(0);
			assertThat(parcel.items()).hasSize(1);
			assertThat(parcel.entry(parcel.items().get(0))).contains(jabatan(1, "Analis"));
			office.send(parcel, 0, Outcome.acked("r9"));
			assertBooks(office, 0, 0, 0);
			assertThat(office.plans.books(1).acked()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void ofManyOnlyThoseThatEndedBadlyGoOutAgain(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 3));
			office.runOf("16.01", Office.people(4, 4));
			List<Parcel> parcels = office.take(5);
			office.send(parcels.get(0), 0, Outcome.refused("x"));
			office.send(parcels.get(0), 1, Outcome.acked("r1"));
			office.outbox.settle(parcels.get(1), parcels.get(1).items().get(0), Outcome.parked("GAGAL_BERULANG"));
			office.outbox.settle(parcels.get(1), parcels.get(1).items().get(1),
					Outcome.worklist("BEDA_JABATAN", List.of("unorId")));
			office.outbox.settle(parcels.get(2), parcels.get(2).items().get(0), Outcome.adopted("r2"));
			long foreign = refusedOf(office, "16.01");
			Set<Long> ids = Set.copyOf(office.jdbc.queryForList("select id from outbox", Long.class));
			assertThat(ids).contains(foreign).hasSize(8);
			assertThat(again(office, Selection.of(ids), Content.THEN)).isEqualTo(new Result(3, 0, 1, 2, 0));
			assertThat(row(office, foreign)).as("another instansi's").startsWith("REFUSED");
			assertThat(office.count("redrive")).isEqualTo(3);
			assertBooks(office, 0, 4, 0);
			assertThat(again(office, Selection.of(Set.of(foreign, 99_999L)), Content.THEN))
				.isEqualTo(new Result(0, 0, 0, 0, 0));
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aCauseTakesItsOwnOnly(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 6));
			int number = 0;
			for (Parcel parcel : office.take(10)) {
				office.send(parcel, 0, Outcome.refused("x"));
				office.outbox.settle(parcel, parcel.items().get(1),
						Outcome.worklist((number++ < 4) ? "BEDA_JABATAN" : "BEDA_DILAPORKAN", List.of()));
			}
			assertThat(again(office, Selection.cause("BEDA_JABATAN"), Content.THEN))
				.isEqualTo(new Result(4, 0, 0, 0, 0));
			assertThat(office.count("outbox where state = 'READY' and answer = 'DIULANG'")).isEqualTo(4);
			assertThat(again(office, Selection.cause("BEDA_JABATAN"), Content.THEN))
				.isEqualTo(new Result(0, 0, 0, 0, 0));
			assertThat(again(office, EVERYTHING, Content.THEN)).isEqualTo(new Result(8, 0, 0, 0, 0));
			assertBooks(office, 0, 12, 0);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void withTodaysContentNothingGoesOutBeforeTheSourceHasBeenReadAgain(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long change = refused(office, 1);
			assertThat(again(office, Selection.of(Set.of(change)), Content.NOW)).isEqualTo(new Result(0, 1, 0, 0, 0));
			assertThat(again(office, Selection.of(Set.of(change)), Content.NOW)).isEqualTo(new Result(0, 1, 0, 0, 0));
			assertThat(row(office, change)).isEqualTo("REFUSED DITOLAK_SIASN 1");
			assertThat(office.count("redrive where applied_at is null")).as("asked twice, kept once").isOne();
			office.dryRun(person(1, jabatan(1, "Analis")));
			office.plans.fail(office.read(Office.KODE), "SUMBER_TERPUTUS", List.of());
			assertThat(office.take(5)).as("neither a trial nor a failure has read it").isEmpty();
			office.run(person(1, jabatan(1, "Analis")));
			assertThat(row(office, change)).isEqualTo("READY DIULANG 0");
			assertThat(office.count("redrive where applied_at is null")).isZero();
			office.deliverAll(Outcome.acked("r1"));
			assertBooks(office, 0, 0, 0);
			assertThat(office.run(person(1, jabatan(1, "Analis"))).changed()).isZero();
			assertThat(office.take(5)).as("once, not with every run").isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatTheRunChangesTakesThePlaceOfWhatWasRefused(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis"), golongan(1, "31")));
			Parcel parcel = office.take(5).get(0);
			office.send(parcel, 0, Outcome.acked("r1"));
			office.send(parcel, 1, Outcome.retry("PENUH", null, Duration.ofHours(1)));
			office.send(parcel, 2, Outcome.refused("x"));
			again(office, EVERYTHING, Content.NOW);
			long second = office.run(person(1, jabatan(1, "Arsiparis"), golongan(1, "31"))).run();
			assertThat(office.take(5)).as("the rank must wait, and with it the person").isEmpty();
			assertThat(office.changes()).containsExactly("p0001 pegawai BARU ACKED", "p0001 golongan BARU RETRY",
					"p0001 jabatan BARU SUPERSEDED", "p0001 jabatan UBAH READY");
			assertThat(office.plans.books(1).superseded()).isOne();
			assertBooks(office, 0, 1, 0);
			office.pass(Duration.ofHours(1));
			office.deliverAll(Outcome.acked("r2"));
			assertThat(office.plans.check(1) && office.plans.check(second)).isTrue();
			assertThat(office.outbox.waiting(Office.KODE)).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatWasRefusedNeverGoesOutWithOlderContentThanIsAccepted(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			refused(office, 1);
			again(office, EVERYTHING, Content.NOW);
			long second = office.run(person(1, jabatan(1, "Arsiparis"))).run();
			Parcel parcel = office.take(5).get(0);
			assertThat(parcel.items()).extracting(Parcel.Item::run).containsExactly(second);
			assertThat(parcel.entry(parcel.items().get(0))).contains(jabatan(1, "Arsiparis"));
			assertThat(office.changes()).contains("p0001 jabatan BARU SUPERSEDED");
			office.send(parcel, 0, Outcome.acked("r1"));
			assertThat(office.take(5)).isEmpty();
			assertBooks(office, 0, 0, 0);
			assertThat(office.plans.check(second)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatHasARefusedChangeBehindItIsNotDelivered(StateDatabase kind) {
		List<Outcome> ends = List.of(Outcome.refused("x"), Outcome.parked("GAGAL_BERULANG"),
				Outcome.worklist("BEDA_JABATAN", List.of()), Outcome.adopted("r"));
		try (Office office = new Office(kind)) {
			for (int number = 1; number <= ends.size(); number++) {
				office.run(person(number, jabatan(number, "Analis")));
				office.deliverAll(Outcome.refused("x"));
				office.run(person(number, jabatan(number, "Kepala")));
				Parcel parcel = office.take(5).get(0);
				Outcome end = ends.get(number - 1);
				if (number == 1) {
					office.send(parcel, 0, end);
				}
				else {
					office.outbox.settle(parcel, parcel.items().get(0), end);
				}
				long first = office.jdbc.queryForObject(
						"select min(id) from outbox where resource = 'jabatan' and kunci = ?", Long.class,
						kunci(number));
				assertThat(again(office, Selection.of(Set.of(first)), Content.THEN)).as(end.answer())
					.isEqualTo((number == 4) ? new Result(0, 0, 0, 1, 0) : new Result(0, 0, 0, 0, 1));
				assertThat(row(office, first)).startsWith("REFUSED");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aPlanThatIsHeldHoldsTheRedriveToo(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long change = refused(office, 1);
			again(office, EVERYTHING, Content.NOW);
			Limits.Limit none = new Limits.Limit(0, 0);
			office.limits = new Limits(none, none, none, none, none, none, none);
			long held = office.run(person(1, jabatan(1, "Analis")), person(2, jabatan(2, "Analis"))).run();
			assertThat(office.plans.books(held).state()).isEqualTo(RunState.HELD);
			assertThat(row(office, change)).startsWith("REFUSED");
			office.plans.release(held, "sari", "benar");
			office.plans.release(held, "budi", "benar");
			assertThat(row(office, change)).isEqualTo("READY DIULANG 0");
			assertThat(office.plans.check(1) && office.plans.check(held)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aParkedChangeIsLookedUpFirstWhereTheRegistryCanBeRead(StateDatabase kind) {
		for (RegistryKind registry : RegistryKind.values()) {
			try (Office office = new Office(kind)) {
				office.kind = registry;
				long change = parked(office);
				assertThat(again(office, Selection.of(Set.of(change)), Content.THEN))
					.isEqualTo(new Result(1, 0, 0, 0, 0));
				assertThat(row(office, change)).as(registry.name())
					.startsWith((registry == RegistryKind.BLIND) ? "READY" : "AMBIGUOUS");
				assertBooks(office, 0, 1, 0);
				Parcel parcel = office.take(5).get(0);
				assertThat(parcel.items().get(0).state())
					.isEqualTo((registry == RegistryKind.BLIND) ? OutboxState.CLAIMED : OutboxState.RESOLVING);
			}
		}
	}

	/** A person's word within the quiet time of a lost answer. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatIsParkedAndMayStillArriveIsNotSentAgainBeforeItCannot(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.kind = RegistryKind.BLIND;
			office.run(Office.people(1, 1));
			Parcel parcel = office.take(5).get(0);
			Parcel.Item item = office.send(parcel, 0, Outcome.ambiguous("WAKTU_HABIS", Duration.ofSeconds(20)));
			office.outbox.giveBack(parcel, parcel.items().subList(1, 2));
			assertThat(again(office, Selection.of(Set.of(item.id())), Content.THEN))
				.isEqualTo(new Result(1, 0, 0, 0, 0));
			assertThat(row(office, item.id())).isEqualTo("READY DIULANG 0");
			office.pass(Duration.ofSeconds(19));
			assertThat(office.take(5)).as("it may still arrive").isEmpty();
			office.pass(Duration.ofSeconds(1));
			assertThat(office.take(5)).singleElement().extracting((one) -> one.items().size()).isEqualTo(2);
		}
	}

	/** What comes after it must not be there before it. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatTakesItsPlaceWaitsUntilItCannotArriveEither(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.kind = RegistryKind.BLIND;
			office.run(person(1, jabatan(1, "Analis")));
			Parcel parcel = office.take(5).get(0);
			office.outbox.giveBack(parcel, parcel.items().subList(0, 1));
			Parcel.Item item = office.send(parcel, 1, Outcome.ambiguous("WAKTU_HABIS", Duration.ofSeconds(20)));
			again(office, Selection.of(Set.of(item.id())), Content.THEN);
			office.run(person(1, jabatan(1, "Kepala")));
			assertThat(office.take(5)).isEmpty();
			office.pass(Duration.ofSeconds(5));
			assertThat(office.take(5)).as("expanded since").isEmpty();
			assertThat(row(office, item.id())).startsWith("SUPERSEDED");
			office.pass(Duration.ofSeconds(15));
			assertThat(office.take(5)).singleElement().extracting((one) -> one.items().size()).isEqualTo(2);
		}
	}

	/** The same of a process that ended before the answer was here. */
	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whatAnEndedProcessHadSentRestsToo(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.kind = RegistryKind.BLIND;
			office.run(Office.people(1, 1));
			Parcel parcel = office.take(5).get(0);
			Parcel.Item item = office.outbox.send(parcel, parcel.items().get(0), null);
			office.start();
			office.outbox.release(office.lane());
			assertThat(again(office, Selection.of(Set.of(item.id())), Content.THEN))
				.isEqualTo(new Result(1, 0, 0, 0, 0));
			assertThat(office.take(5)).as("it may still arrive").isEmpty();
			office.pass(office.node.quiet());
			assertThat(office.take(5)).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aParkedChangeThatSomebodySawAtTheRegistryCountsAsThere(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long change = parked(office);
			assertThat(office.redrives.confirm("16.01", change, "sari", "x")).as("another instansi's").isFalse();
			assertThat(office.redrives.confirm(Office.KODE, 99_999, "sari", "x")).isFalse();
			assertThat(office.redrives.confirm(Office.KODE, change, "sari", "dilihat di layar SIASN")).isTrue();
			assertThat(row(office, change)).startsWith("ADOPTED DIPASTIKAN");
			assertThat(office.count("outbox where id = ? and settled_at is not null", change)).isOne();
			assertThat(office.redrives.confirm(Office.KODE, change, "sari", "lagi")).isFalse();
			assertThat(
					office.jdbc.queryForList("select content || ' ' || who || ' ' || why from redrive", String.class))
				.containsExactly("CONFIRM sari dilihat di layar SIASN");
			assertThat(again(office, Selection.of(Set.of(change)), Content.THEN)).isEqualTo(new Result(0, 0, 0, 1, 0));
			assertBooks(office, 0, 0, 0);
			assertThat(office.plans.books(1).adopted()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void onlyAParkedChangeIsConfirmed(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long change = refused(office, 1);
			assertThat(office.redrives.confirm(Office.KODE, change, "sari", "x")).isFalse();
			assertThat(row(office, change)).startsWith("REFUSED");
			assertThat(office.count("redrive")).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void pressedTwiceItIsUnderWayAndThenDelivered(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Selection one = Selection.of(Set.of(refused(office, 1)));
			again(office, one, Content.THEN);
			assertThat(again(office, one, Content.THEN)).isEqualTo(new Result(0, 0, 1, 0, 0));
			Parcel parcel = office.take(5).get(0);
			Parcel.Item sent = office.outbox.send(parcel, parcel.items().get(0), new byte[] { 1 });
			assertThat(again(office, one, Content.THEN)).as("on its way").isEqualTo(new Result(0, 0, 1, 0, 0));
			office.outbox.settle(parcel, sent, Outcome.acked("r1"));
			assertThat(again(office, one, Content.THEN)).isEqualTo(new Result(0, 0, 0, 1, 0));
			assertThat(again(office, one, Content.NOW)).isEqualTo(new Result(0, 0, 0, 1, 0));
			assertThat(office.count("redrive")).isOne();
			assertBooks(office, 0, 0, 0);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void pressedByManyAtOnceItGoesOutOnce(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			Selection one = Selection.of(Set.of(refused(office, 1)));
			for (int round = 1; round <= ROUNDS; round++) {
				List<Result> results = atOnce(() -> again(office, one, Content.THEN));
				assertThat(results.stream().mapToInt(Result::redriven).sum()).isOne();
				assertThat(results.stream().mapToInt(Result::underWay).sum()).isEqualTo(PEOPLE_AT_ONCE - 1);
				assertThat(office.count("redrive")).isEqualTo(round);
				assertBooks(office, 0, 1, 0);
				List<Parcel> parcels = office.take(5);
				assertThat(parcels).hasSize(1);
				assertThat(parcels.get(0).items()).hasSize(1);
				office.send(parcels.get(0), 0, Outcome.refused("x"));
			}
			assertBooks(office, 1, 0, 0);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void aWholeCausePressedByManyAtOnceGoesOutOnce(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			office.run(Office.people(1, 12));
			for (Parcel parcel : office.take(20)) {
				office.send(parcel, 0, Outcome.refused("x"));
				office.send(parcel, 1, Outcome.refused("y"));
			}
			List<Result> results = atOnce(() -> again(office, Selection.cause("DITOLAK_SIASN"), Content.THEN));
			assertThat(results.stream().mapToInt(Result::redriven).sum()).isEqualTo(24);
			assertThat(results.stream().mapToInt(Result::delivered).sum()).isZero();
			assertThat(office.count("redrive")).isEqualTo(24);
			assertBooks(office, 0, 24, 0);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void askedByManyAtOnceForTodaysContentItGoesOutOnceAfterTheRun(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			Selection one = Selection.of(Set.of(refused(office, 1)));
			assertThat(atOnce(() -> again(office, one, Content.NOW))).containsOnly(new Result(0, 1, 0, 0, 0));
			office.run(person(1, jabatan(1, "Analis")));
			assertThat(office.count("redrive where applied_at is null")).isZero();
			assertBooks(office, 0, 1, 0);
			office.deliverAll(Outcome.acked("r1"));
			assertThat(office.plans.books(1).acked()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void ofThoseWhoConfirmAndThoseWhoSendAgainOneIsFirst(StateDatabase kind) throws Exception {
		try (Office office = new Office(kind)) {
			long change = parked(office);
			List<Integer> won = atOnce(
					(i) -> (i % 2 == 0) ? again(office, Selection.of(Set.of(change)), Content.THEN).redriven()
							: office.redrives.confirm(Office.KODE, change, "budi", "dilihat") ? 1 : 0);
			assertThat(won.stream().mapToInt(Integer::intValue).sum()).isOne();
			assertThat(office.count("redrive")).isOne();
			RunBooks books = office.plans.books(1);
			assertThat(books.adopted() + books.waiting()).isOne();
			assertThat(books.parked()).isZero();
			assertThat(office.plans.check(1)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void theWorklistIsClosedByARedriveAndOpenedByTheNextAnswer(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			office.run(person(1, jabatan(1, "Analis")));
			Parcel parcel = office.take(5).get(0);
			office.send(parcel, 0, Outcome.acked("r1"));
			office.outbox.settle(parcel, parcel.items().get(1), Outcome.worklist("BEDA_JABATAN", List.of("unorId")));
			assertThat(office.count("worklist where closed_at is null")).isOne();
			again(office, EVERYTHING, Content.THEN);
			assertThat(office.count("worklist where closed_at is null")).isZero();
			Parcel once = office.take(5).get(0);
			office.outbox.settle(once, once.items().get(0), Outcome.worklist("BEDA_JABATAN", List.of("unorId")));
			assertThat(office.count("worklist where closed_at is null")).isOne();
			assertThat(office.count("worklist")).isEqualTo(2);
			assertBooks(office, 0, 0, 0);
			assertThat(office.plans.books(1).worklist()).isOne();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void whoAndWhyAreDemanded(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			long change = refused(office, 1);
			Selection one = Selection.of(Set.of(change));
			for (String nothing : new String[] { null, "", " \n" }) {
				for (Content content : Content.values()) {
					assertThatIllegalArgumentException()
						.isThrownBy(() -> office.redrives.redrive(Office.KODE, one, content, "sari", nothing));
					assertThatIllegalArgumentException()
						.isThrownBy(() -> office.redrives.redrive(Office.KODE, one, content, nothing, "alasan"));
				}
				assertThatIllegalArgumentException()
					.isThrownBy(() -> office.redrives.confirm(Office.KODE, change, "sari", nothing));
			}
			assertThat(office.count("redrive")).isZero();
			assertThat(row(office, change)).startsWith("REFUSED");
			office.redrives.redrive(Office.KODE, one, Content.THEN, "sari", "\0" + "x".repeat(5000));
			assertThat(office.count("redrive where length(why) = 400")).as("as much as its column holds").isOne();
		}
	}

	private static Result again(Office office, Selection what, Content content) {
		return office.redrives.redrive(Office.KODE, what, content, "sari", " unit kerja sudah didaftarkan ");
	}

	/** A person whose position was refused. @return its change */
	private static long refused(Office office, int number) {
		office.run(person(number, jabatan(number, "Analis")));
		Parcel parcel = office.take(5).get(0);
		office.send(parcel, 0, Outcome.acked("r1"));
		office.send(parcel, 1, Outcome.refused("Unit kerja tidak dikenal"));
		return parcel.items().get(1).id();
	}

	private static long refusedOf(Office office, String kode) {
		Parcel parcel = office.outbox.take(office.outbox.hold(kode, office.kind).orElseThrow(), 5).get(0);
		office.send(parcel, 0, Outcome.refused("x"));
		return parcel.items().get(0).id();
	}

	/** A person whose position may or may not have been saved. @return its change */
	private static long parked(Office office) {
		office.run(person(1, jabatan(1, "Analis")));
		Parcel parcel = office.take(5).get(0);
		assertThat(parcel.kunci()).isEqualTo(kunci(1));
		office.send(parcel, 0, Outcome.acked("r1"));
		Parcel.Item lost = office.send(parcel, 1, Outcome.ambiguous("WAKTU_HABIS", Duration.ZERO));
		if (lost.state() != OutboxState.PARKED) {
			Parcel found = office.take(5).get(0);
			office.outbox.settle(found, found.items().get(0), Outcome.parked("GAGAL_BERULANG"));
		}
		return lost.id();
	}

	private static String row(Office office, long change) {
		return office.jdbc.queryForObject("select state || ' ' || answer || ' ' || attempts from outbox where id = ?",
				String.class, change);
	}

	private static void assertBooks(Office office, long refused, long waiting, long parked) {
		RunBooks books = office.plans.books(1);
		assertThat(List.of(books.refused(), books.waiting(), books.parked())).containsExactly(refused, waiting, parked);
		assertThat(books.close()).isTrue();
		assertThat(office.plans.check(1)).as("counted from the rows").isTrue();
	}

	private static <T> List<T> atOnce(Callable<T> press) throws InterruptedException, ExecutionException {
		return atOnce((i) -> press.call());
	}

	private interface Press<T> {

		T by(int who) throws Exception;

	}

	private static <T> List<T> atOnce(Press<T> press) throws InterruptedException, ExecutionException {
		ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
		try {
			CountDownLatch all = new CountDownLatch(PEOPLE_AT_ONCE);
			List<Future<T>> pressed = new ArrayList<>();
			for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
				int who = i;
				pressed.add(people.submit(() -> {
					all.countDown();
					all.await();
					return press.by(who);
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> one : pressed) {
				results.add(one.get());
			}
			return results;
		}
		finally {
			people.shutdownNow();
		}
	}

}
