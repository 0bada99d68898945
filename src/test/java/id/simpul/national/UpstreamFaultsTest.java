package id.simpul.national;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import id.simpul.pegawai.Resource;
import id.simpul.simulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every single thing that can go wrong with an answer, through the whole lane: what it
 * says at once, and that in the end the registry's ledger shows one effect.
 */
class UpstreamFaultsTest {

	private static final String SAVE = "/kursus/save";

	private static final String HISTORY = "/pns/rw-kursus";

	/**
	 * Of {@link Fault#errorsInside()} those that are a no to a save, by the contract's
	 * own words.
	 */
	private static final Set<Integer> REFUSALS = Set.of(0, 1, 4, 6);

	/** Refused at the gate, before anything can have been done. */
	private static final Set<Integer> STALE_TOKENS = Set.of(5, 10);

	/** The registry's own word for "there is none". */
	private static final Set<Integer> NOTHING_THERE = Set.of(6);

	/** A billion bytes and more than this process could ever hold. */
	private static final long FLOOD = 6L << 30;

	private Bureau bureau;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.bureau = Bureau.open(folder, Duration.ofMillis(400), Duration.ofMillis(400));
	}

	@AfterEach
	void close() {
		this.bureau.close();
	}

	private static Fault inside(int shape) {
		return Fault.errorsInside().get(shape);
	}

	@Test
	void anErrorInsideOfAGoodStatusIsNeverAYes() {
		int shapes = Fault.errorsInside().size();
		assertThat(shapes).isEqualTo(20);
		for (int shape = 0; shape < shapes; shape++) {
			boolean no = REFUSALS.contains(shape);
			this.bureau.known(shape);
			this.bureau.simulator().faults().add(inside(shape).path(SAVE));
			this.bureau.accept(Map.of(shape, List.of(Bureau.kursus(shape, 5))));
			this.bureau.drain();
			assertThat(this.bureau.state(shape, Resource.KURSUS)).as("shape %d", shape)
				.matches(no ? "REFUSED.*" : "(AMBIGUOUS|READY|RETRY).*");
			this.bureau.simulator().faults().clear();
			this.bureau.pass(Duration.ofMinutes(10));
			this.bureau.drain();
			assertThat(this.bureau.saves(shape, "kursus")).as("shape %d", shape).hasSize(no ? 0 : 1);
		}
	}

	@Test
	void whatWasSavedUnderAnErrorIsFoundAndNotMadeAgain() {
		List<Integer> shapes = IntStream.range(0, Fault.errorsInside().size())
			.filter((shape) -> !REFUSALS.contains(shape) && !STALE_TOKENS.contains(shape))
			.boxed()
			.toList();
		for (int shape : shapes) {
			this.bureau.known(shape);
			this.bureau.simulator().faults().add(inside(shape).done().path(SAVE).pnsId(Bureau.pnsId(shape)).times(1));
			this.bureau.accept(Map.of(shape, List.of(Bureau.kursus(shape, 5))));
		}
		this.bureau.deliver(20);
		assertThat(shapes).allSatisfy((shape) -> {
			assertThat(this.bureau.saves(shape, "kursus")).as("shape %d", shape).hasSize(1);
			assertThat(this.bureau.state(shape, Resource.KURSUS)).startsWith("ACKED");
		});
	}

	/** Taken for an empty history it would have everything made a second time. */
	@Test
	void anErrorInsteadOfAHistoryIsNoEmptyHistory() {
		List<Integer> shapes = IntStream.range(0, Fault.errorsInside().size())
			.filter((shape) -> !NOTHING_THERE.contains(shape))
			.boxed()
			.toList();
		for (int shape : shapes) {
			this.bureau.known(shape);
			this.bureau.simulator().registry().row(Bureau.pnsId(shape), "kursus", held(shape));
			this.bureau.simulator().faults().add(inside(shape).path(HISTORY).pnsId(Bureau.pnsId(shape)).times(1));
			this.bureau.accept(Map.of(shape, List.of(Bureau.kursus(shape, 5))));
		}
		this.bureau.deliver(20);
		assertThat(this.bureau.deeds()).isEmpty();
		assertThat(shapes)
			.allSatisfy((shape) -> assertThat(this.bureau.state(shape, Resource.KURSUS)).as("shape %d", shape)
				.startsWith("ADOPTED"));
	}

	/** Taken for "we do not know such a person" it would leave the person to somebody. */
	@Test
	void anErrorInsteadOfAPersonIsNoUnknownPerson() {
		List<Integer> shapes = IntStream.range(0, Fault.errorsInside().size())
			.filter((shape) -> !NOTHING_THERE.contains(shape))
			.boxed()
			.toList();
		for (int shape : shapes) {
			this.bureau.known(shape);
			this.bureau.simulator().faults().add(inside(shape).path("/pns/data-utama/" + Bureau.nip(shape)).times(1));
			this.bureau.accept(Map.of(shape, List.of(Bureau.kursus(shape, 5))));
		}
		this.bureau.deliver(20);
		assertThat(shapes)
			.allSatisfy((shape) -> assertThat(this.bureau.saves(shape, "kursus")).as("shape %d", shape).hasSize(1));
	}

	private static Map<String, Object> held(int person) {
		return Map.of("id", "k-" + person, "jenisDiklatId", "9", "namaKursus", "Seminar", "noSertipikat", "S/" + person,
				"tanggalKursus", "05-02-2024", "tahunKursus", "2024", "jumlahJam", "5", "institusiPenyelenggara", "");
	}

	/** What may be wrong with an answer; whether the save was done before or not. */
	static Stream<Fault> broken() {
		return Stream
			.of(Fault.empty(), Fault.status(204, ""), Fault.truncated(), Fault.invalidUtf8(), Fault.loginPage(),
					Fault.html(200), Fault.html(403), Fault.status(500, "{\"message\":\"Internal Server Error\"}"),
					Fault.html(500), Fault.html(502), Fault.html(503), Fault.html(504), Fault.maintenance(),
					Fault.status(200, "{\"success\":true,\"mapData\":{\"rwKursusId\":null}}"),
					Fault.status(200, "{\"success\":true,\"mapData\":{\"rwKursusId\":{}}}"),
					Fault.status(200, "{\"success\":true,\"mapData\":\"\"}"), Fault.redirect("http://localhost:1/"),
					Fault.dropBefore(), Fault.silence().undone(), Fault.status(409, "{}"), Fault.status(412, ""))
			.flatMap((fault) -> Stream.of(fault.undone(), fault.done()));
	}

	static Stream<Fault> brokenOnTheWay() {
		return Stream.of(Fault.dropAfter(), Fault.silence(), Fault.halfAnswer(), Fault.late(Duration.ofMillis(200)),
				Fault.silence(Duration.ofMillis(900)).doneAfter(Duration.ofMillis(500)),
				Fault.drip(Duration.ofMillis(60)), Fault.savedThenError(), Fault.endless(FLOOD).done(),
				Fault.endless(FLOOD), Fault.gzipBomb(FLOOD).done(), Fault.gzipBomb(FLOOD));
	}

	@Test
	void whateverIsWrongWithAnAnswerTheEffectIsOne() {
		List<Fault> faults = Stream.concat(broken(), brokenOnTheWay()).toList();
		for (int person = 0; person < faults.size(); person++) {
			this.bureau.known(person);
			Fault fault = faults.get(person).path(SAVE).pnsId(Bureau.pnsId(person)).times(1);
			this.bureau.simulator().faults().add(fault);
			this.bureau.accept(Map.of(person, List.of(Bureau.kursus(person, 5))));
			// between them people whom nothing happens, or the lane would rest
			this.bureau.known(500 + person);
			this.bureau.accept(Map.of(500 + person, List.of(Bureau.kursus(500 + person, 5))));
		}
		this.bureau.deliver(60);
		for (int person = 0; person < faults.size(); person++) {
			assertThat(this.bureau.saves(person, "kursus")).as("%s", faults.get(person)).hasSize(1);
			assertThat(this.bureau.state(person, Resource.KURSUS)).as("%s", faults.get(person)).startsWith("ACKED");
			assertThat(this.bureau.attempts(person, Resource.KURSUS)).as("%s", faults.get(person)).isLessThan(4);
		}
	}

	static Stream<Fault> withoutEnd() {
		return Stream.of(Fault.halfAnswer(), Fault.drip(Duration.ofMillis(60)), Fault.endless(FLOOD).done(),
				Fault.gzipBomb(FLOOD).done());
	}

	@ParameterizedTest
	@MethodSource("withoutEnd")
	void noBrokenAnswerIsTakenForOne(Fault fault) {
		this.bureau.known(1);
		this.bureau.simulator().faults().add(fault.path(SAVE).times(1));
		this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 5))));
		long begin = System.nanoTime();
		this.bureau.drain();
		assertThat(this.bureau.state(1, Resource.KURSUS)).startsWith("AMBIGUOUS");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
		this.bureau.restart();
		this.bureau.deliver(10);
		assertThat(this.bureau.state(1, Resource.KURSUS)).startsWith("ACKED");
		assertThat(this.bureau.saves(1, "kursus")).hasSize(1);
	}

	@Test
	void attemptsAreCountedInTheDatabaseWhileOthersGetThrough() {
		this.bureau.known(1);
		this.bureau.simulator().faults().add(Fault.html(502).path(HISTORY + "/" + Bureau.nip(1)).times(4));
		this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 5))));
		this.bureau.drain();
		assertThat(this.bureau.attempts(1, Resource.KURSUS)).as("nobody knows yet whose fault it is").isZero();
		for (int attempt = 1; attempt <= 3; attempt++) {
			this.bureau.known(10 + attempt);
			this.bureau.accept(Map.of(10 + attempt, List.of(Bureau.kursus(10 + attempt, 5))));
			this.bureau.drain();
			assertThat(this.bureau.state(10 + attempt, Resource.KURSUS)).startsWith("ACKED");
			this.bureau.rest();
			this.bureau.drain();
			assertThat(this.bureau.attempts(1, Resource.KURSUS)).isEqualTo(attempt);
			assertThat(this.bureau.state(1, Resource.KURSUS)).isEqualTo("RETRY REGISTRI_TERGANGGU");
			this.bureau.drain();
			assertThat(this.bureau.attempts(1, Resource.KURSUS)).as("not before the pause is over").isEqualTo(attempt);
		}
		this.bureau.restart();
		assertThat(this.bureau.attempts(1, Resource.KURSUS)).isEqualTo(3);
		this.bureau.rest();
		this.bureau.deliver(2);
		assertThat(this.bureau.saves(1, "kursus")).hasSize(1);
	}

	/** Five changes of one person: each is settled by what became of it alone. */
	@Test
	void ofAPartialSaveEveryPartIsSettledAlone() {
		this.bureau.known(1);
		this.bureau.simulator().faults().add(Fault.savedThenError().path(SAVE).times(1));
		this.bureau.simulator().faults().add(Fault.refuse("Penghargaan tidak dikenal").path("/penghargaan"));
		this.bureau.simulator().faults().add(Fault.html(503).path("/pns/data-utama-jabatansync").times(3));
		this.bureau.accept(Map.of(1, List.of(Bureau.jabatan(1), Bureau.kursus(1, 5), Bureau.penghargaan(1))));
		this.bureau.deliver(12);
		assertThat(this.bureau.state(1, Resource.JABATAN)).startsWith("ACKED");
		assertThat(this.bureau.state(1, Resource.KURSUS)).startsWith("ACKED");
		assertThat(this.bureau.state(1, Resource.PENGHARGAAN)).startsWith("REFUSED");
		assertThat(this.bureau.saves(1, "jabatan")).hasSize(1);
		assertThat(this.bureau.saves(1, "kursus")).hasSize(1);
		assertThat(this.bureau.deeds().stream().filter((deed) -> deed.operation().equals("sync")))
			.as("the position was recomputed in the end, and once")
			.hasSize(1);
	}

	@Test
	void aRedirectIsNotFollowed() throws Exception {
		AtomicInteger heard = new AtomicInteger();
		HttpServer canary = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		canary.createContext("/", (exchange) -> {
			heard.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		canary.start();
		try {
			String elsewhere = "http://localhost:" + canary.getAddress().getPort() + "/apisiasn/1.0/kursus/save";
			List<String> places = List.of("/oauth2/token", "/auth", "/pns/data-utama", HISTORY, SAVE,
					"/pns/data-utama-jabatansync");
			for (String place : places) {
				this.bureau.simulator().faults().add(Fault.redirect(elsewhere).path(place).times(2));
			}
			this.bureau.known(1);
			this.bureau.accept(Map.of(1, List.of(Bureau.jabatan(1), Bureau.kursus(1, 5))));
			this.bureau.deliver(30);
			assertThat(heard).hasValue(0);
			assertThat(this.bureau.simulator().faults().happened()).isEqualTo(2 * places.size());
			assertThat(this.bureau.saves(1, "kursus")).hasSize(1);
		}
		finally {
			canary.stop(0);
		}
	}

}
