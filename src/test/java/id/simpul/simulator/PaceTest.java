package id.simpul.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How fast instansi call, and how fast they may. */
class PaceTest {

	@TempDir
	Path folder;

	private Office office;

	@BeforeEach
	void open() {
		this.office = Office.open(this.folder);
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	private Office.Reply read() {
		return this.office.get("/pns/data-utama/" + Office.NIP);
	}

	private Arrivals arrivals(String instansi) {
		return this.office.simulator().arrivals().get(instansi);
	}

	@Test
	void turnsAwayWhatComesTooFast() {
		this.office.simulator().limit(5);
		List<Office.Reply> replies = IntStream.range(0, 12).mapToObj((i) -> read()).toList();
		assertThat(replies).extracting(Office.Reply::status)
			.startsWith(200, 200, 200, 200, 200)
			.filteredOn((status) -> status == 200)
			.hasSizeLessThan(12);
		Office.Reply turnedAway = replies.stream().filter((reply) -> reply.status() == 429).findFirst().orElseThrow();
		assertThat(turnedAway.response().headers().firstValue("Retry-After")).hasValue("1");
		assertThat(turnedAway.json().path("message").asString()).isEqualTo("Message throttled out");
		Office.await(() -> read().status() == 200);
		assertThat(arrivals(Office.PALEMBANG).turnedAway()).isPositive();
	}

	/** Each answered call was admitted, so any six of them in a row span a second. */
	@Test
	void letsNoMoreThroughInAnySecondThanItSays() {
		this.office.simulator().limit(5);
		long start = System.nanoTime();
		int admitted = 0;
		while (admitted < 16) {
			admitted += (read().status() == 200) ? 1 : 0;
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(3),
				Duration.ofSeconds(10));
	}

	@Test
	void doesNothingOfWhatItTurnsAway() {
		this.office.simulator().limit(1);
		assertThat(read().status()).isEqualTo(200);
		assertThat(this.office.post("/jabatan/save", SavesTest.jabatan()).status()).isEqualTo(429);
		assertThat(this.office.registry().writes()).isZero();
	}

	@Test
	void keepsOneInstansiFromHinderingAnother() {
		this.office.simulator().limit(1);
		assertThat(read().status()).isEqualTo(200);
		this.office.signIn(Office.PRABUMULIH);
		assertThat(this.office.get("/pns/data-utama/" + Office.STRANGER_NIP).status()).isEqualTo(200);
		assertThat(this.office.simulator().arrivals()).containsOnlyKeys(Office.PALEMBANG, Office.PRABUMULIH);
	}

	@Test
	void measuresCallsOfTheApiAlone() {
		long start = System.nanoTime();
		IntStream.range(0, 20).forEach((i) -> read());
		double seconds = (System.nanoTime() - start) / 1e9;
		this.office.send(this.office.request("/isi.json"));
		this.office.signIn(Office.PALEMBANG);
		Arrivals arrivals = arrivals(Office.PALEMBANG);
		assertThat(arrivals.total()).isEqualTo(20);
		assertThat(arrivals.turnedAway()).isZero();
		assertThat(arrivals.peak()).isBetween((seconds < 1) ? 20 : 2, 20);
		assertThat(arrivals.mean()).isGreaterThanOrEqualTo(19 / seconds);
		this.office.simulator().resetArrivals();
		assertThat(this.office.simulator().arrivals()).isEmpty();
	}

	@Test
	void countsTheMostInAnySecondNotTheLast() {
		IntStream.range(0, 8).forEach((i) -> read());
		long end = System.nanoTime() + Duration.ofMillis(1100).toNanos();
		Office.await(() -> System.nanoTime() > end);
		read();
		assertThat(arrivals(Office.PALEMBANG).peak()).isEqualTo(8);
		assertThat(arrivals(Office.PALEMBANG).total()).isEqualTo(9);
		assertThat(arrivals(Office.PALEMBANG).mean()).isLessThan(8);
	}

	@Test
	void showsThePaceToPrograms() {
		this.office.simulator().limit(2);
		IntStream.range(0, 3).forEach((i) -> read());
		this.office.send(this.office.request("/apisiasn/1.0/pns/data-utama/" + Office.NIP));
		JsonNode pace = this.office.send(this.office.request("/laju.json")).json();
		assertThat(pace.path("limit").asInt()).isEqualTo(2);
		JsonNode palembang = pace.path("instansi").path(Office.PALEMBANG);
		assertThat(palembang.path("total").asInt()).isEqualTo(3);
		assertThat(palembang.path("peak").asInt()).isEqualTo(3);
		assertThat(palembang.path("mean").asDouble()).isPositive();
		assertThat(palembang.path("turnedAway").asInt()).isEqualTo(1);
		assertThat(pace.path("instansi").path("").path("total").asInt()).isEqualTo(1);
	}

	@Test
	void knowsNoLimitBelowNone() {
		assertThatThrownBy(() -> this.office.simulator().limit(-1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> SimulatorSettings.of(0, null, this.folder).limit(-1))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
