package id.simpul.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a registry in trouble does to its callers: when it is done, and what is seen. */
class MishapsTest {

	private static final String SAVE = "/jabatan/save";

	private static final Duration PAUSE = Duration.ofMillis(150);

	/** Later than a caller on a busy machine hears that the connection is gone. */
	private static final Duration LATE = Duration.ofSeconds(1);

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

	private void arm(Fault fault) {
		this.office.simulator().faults().add(fault.times(1));
	}

	private Office.Reply save() {
		return this.office.post(SAVE, SavesTest.jabatan());
	}

	private Office.Reply read() {
		return this.office.get("/pns/data-utama/" + Office.NIP);
	}

	private int writes() {
		return this.office.registry().writes();
	}

	private LedgerEntry only() {
		assertThat(this.office.registry().ledger()).hasSize(1);
		return this.office.registry().ledger().get(0);
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void savesAndNeverSaysSo() {
		arm(Fault.silence());
		assertThatThrownBy(() -> this.office.send(this.office.posted(SAVE, SavesTest.jabatan()).timeout(PAUSE)))
			.hasCauseInstanceOf(HttpTimeoutException.class);
		assertThat(only().accepted()).isTrue();
		assertThat(only().mishap()).isEqualTo("done-silence");
		assertThat(only().answered()).isFalse();
	}

	@Test
	void saysNothingAndDoesNothing() {
		arm(Fault.silence(PAUSE).undone());
		long start = System.nanoTime();
		assertThatThrownBy(this::save).isInstanceOf(UncheckedIOException.class);
		assertThat(since(start)).isGreaterThanOrEqualTo(PAUSE);
		assertThat(writes()).isZero();
	}

	@Test
	void silenceKeepsNobodyElseWaiting() {
		this.office.simulator().faults().add(Fault.silence().method("POST").times(100));
		for (int i = 0; i < 100; i++) {
			this.office.sendLater(this.office.posted(SAVE, SavesTest.jabatan()));
		}
		Office.await(() -> writes() == 100);
		assertThat(read().status()).isEqualTo(200);
	}

	@Test
	void savesAfterTheConnectionIsGone() {
		arm(Fault.late(LATE));
		assertThatThrownBy(this::save).isInstanceOf(UncheckedIOException.class);
		Instant gone = Instant.now();
		assertThat(writes()).isZero();
		assertThat(this.office.simulator().lateDeeds()).isEqualTo(1);
		Office.await(() -> this.office.simulator().lateDeeds() == 0);
		assertThat(only().time()).isAfter(gone);
		assertThat(only().mishap()).isEqualTo("late-break");
		assertThat(this.office.registry().rows(Office.PNS_ID, "jabatan")).hasSize(1);
	}

	@Test
	void savesALateDuplicateBehindTheSecondAttempt() {
		arm(Fault.late(LATE));
		assertThatThrownBy(this::save).isInstanceOf(UncheckedIOException.class);
		assertThat(save().json().path("success").asBoolean()).isTrue();
		Office.await(() -> this.office.simulator().lateDeeds() == 0);
		assertThat(this.office.registry().ledger()).extracting(LedgerEntry::answered).containsExactly(true, false);
		assertThat(this.office.registry().rows(Office.PNS_ID, "jabatan")).hasSize(2);
	}

	@Test
	void savesWhileTheCallerStillWaitsInVain() {
		arm(Fault.silence(LATE).doneAfter(PAUSE));
		assertThatThrownBy(this::save).isInstanceOf(UncheckedIOException.class);
		Office.await(() -> this.office.simulator().lateDeeds() == 0);
		assertThat(only().mishap()).isEqualTo("late-silence");
	}

	@Test
	void closesAtOnceAndForgetsWhatWasToComeLater() {
		Path ledger = this.folder.resolve("buku-besar.jsonl");
		long start;
		try (Office other = Office.open(this.folder, ledger)) {
			other.simulator().faults().add(Fault.late(Duration.ofMinutes(1)).times(1));
			assertThatThrownBy(() -> other.post(SAVE, SavesTest.jabatan())).isInstanceOf(UncheckedIOException.class);
			other.simulator().faults().add(Fault.silence().undone()).add(Fault.delay(Duration.ofMinutes(1)).times(1));
			other.sendLater(other.posted(SAVE, SavesTest.jabatan()));
			other.sendLater(other.posted(SAVE, SavesTest.jabatan()));
			// the late one, one that is silent, and one that is delayed and would be
			// silent
			Office.await(() -> other.simulator().faults().happened() == 4);
			start = System.nanoTime();
		}
		assertThat(since(start)).isLessThan(Duration.ofSeconds(3));
		try (Registry again = Registry.open(ledger)) {
			assertThat(again.writes()).isZero();
		}
	}

	@Test
	void breaksInTheMiddleOfTheAnswer() {
		arm(Fault.halfAnswer());
		HttpResponse<InputStream> response = this.office.send(this.office.posted(SAVE, SavesTest.jabatan()),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
		assertThat(only().accepted()).isTrue();
		assertThat(only().answered()).isFalse();
	}

	@Test
	void answersByDrops() {
		arm(Fault.drip(Duration.ofMillis(2)));
		long start = System.nanoTime();
		Office.Reply reply = save();
		assertThat(reply.json().path("success").asBoolean()).isTrue();
		assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(2L * reply.text().length()));
		assertThat(only().answered()).isTrue();
	}

	@Test
	void savesAndSaysThatItCouldNot() {
		arm(Fault.savedThenError());
		assertThat(save().status()).isEqualTo(500);
		assertThat(only().isSaved()).isTrue();
		assertThat(only().answered()).isFalse();
		assertThat(only().mishap()).isEqualTo("done-error");
	}

	@Test
	void savesBehindAnyOtherAnswer() {
		arm(Fault.html(504).done());
		assertThat(save().status()).isEqualTo(504);
		assertThat(only().mishap()).isEqualTo("done-html-504");
		arm(Fault.suspended().doneAfter(LATE));
		assertThat(save().status()).isEqualTo(503);
		assertThat(writes()).isEqualTo(1);
		Office.await(() -> writes() == 2);
	}

	@Test
	void answersNothingWithStatus200() {
		arm(Fault.empty());
		Office.Reply reply = save();
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).isEmpty();
		assertThat(writes()).isZero();
	}

	@Test
	void answersHalfOfItsJsonAsIfThatWereAll() {
		arm(Fault.truncated().done());
		Office.Reply reply = save();
		assertThat(reply.status()).isEqualTo(200);
		assertThatThrownBy(reply::json).isInstanceOf(JacksonException.class);
		assertThat(only().accepted()).isTrue();
	}

	@Test
	void answersBytesThatAreNoText() {
		arm(Fault.invalidUtf8());
		byte[] body = this.office
			.send(this.office.posted(SAVE, SavesTest.jabatan()), HttpResponse.BodyHandlers.ofByteArray())
			.body();
		assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)))
			.isInstanceOf(CharacterCodingException.class);
	}

	@Test
	void answersAPageWhereOneSignsIn() {
		arm(Fault.loginPage());
		Office.Reply reply = save();
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.response().headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
		assertThat(reply.text()).contains("<form");
	}

	@Test
	void sendsTheCallerElsewhere() {
		arm(Fault.redirect("http://lain.contoh.test/masuk"));
		Office.Reply reply = save();
		assertThat(reply.status()).isEqualTo(302);
		assertThat(reply.response().headers().firstValue("Location")).hasValue("http://lain.contoh.test/masuk");
		assertThat(writes()).isZero();
	}

	@Test
	void answersWithoutAnEndButForItsBound() throws IOException {
		arm(Fault.endless(20_000_003));
		HttpResponse<InputStream> response = this.office.send(this.office.signed("/pns/rw-jabatan/" + Office.NIP).GET(),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(count(response.body())).isEqualTo(20_000_003);
	}

	@Test
	void unpacksToFarMoreThanItSends() throws IOException {
		arm(Fault.gzipBomb(300_000_000));
		HttpResponse<byte[]> response = this.office.send(this.office.signed("/pns/rw-jabatan/" + Office.NIP).GET(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(response.body()).hasSizeLessThan(2_000_000);
		assertThat(count(new GZIPInputStream(new ByteArrayInputStream(response.body())))).isEqualTo(300_000_000);
	}

	private static long count(InputStream in) throws IOException {
		try (in) {
			long bytes = 0;
			byte[] some = new byte[1 << 16];
			for (int read = in.read(some); read >= 0; read = in.read(some)) {
				bytes += read;
			}
			return bytes;
		}
	}

	@Test
	void asksForPatienceInAnyWords() {
		for (String words : new String[] { "7", "Wed, 21 Oct 2015 07:28:00 GMT", "315360000", "-5", "nanti" }) {
			arm(Fault.throttled(words));
			Office.Reply reply = read();
			assertThat(reply.status()).isEqualTo(429);
			assertThat(reply.response().headers().firstValue("Retry-After")).hasValue(words);
		}
		arm(Fault.throttled());
		assertThat(read().response().headers().firstValue("Retry-After")).isEmpty();
	}

	@Test
	void putsErrorsInsideOfSuccess() {
		assertThat(Fault.errorsInside()).hasSizeGreaterThanOrEqualTo(20);
		for (Fault inside : Fault.errorsInside()) {
			arm(inside);
			Office.Reply reply = save();
			assertThat(reply.status()).isEqualTo(200);
			assertThatCode(reply::json).doesNotThrowAnyException();
			assertThat(reply.text()).doesNotContain("rwJabatanId");
		}
		assertThat(writes()).isZero();
	}

	@Test
	void isClosedForAWhileAndToEverybody() {
		Instant now = Instant.now();
		this.office.simulator().faults().closed(now.minusSeconds(20), now.minusSeconds(10));
		assertThat(read().status()).isEqualTo(200);
		this.office.simulator().faults().closed(now, now.plus(Duration.ofMinutes(5)));
		Office.Reply closed = save();
		assertThat(closed.status()).isEqualTo(503);
		assertThat(closed.text()).contains("pemeliharaan");
		assertThat(closed.response().headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
		assertThat(this.office.apimToken("consumer-key-16.71", "consumer-secret-16.71").status()).isEqualTo(503);
		assertThat(this.office.send(this.office.request("/isi.json")).status()).isEqualTo(200);
		this.office.simulator().faults().clear();
		assertThat(save().status()).isEqualTo(200);
	}

	@Test
	void opensWhenItsTimeHasCome() {
		this.office.simulator().faults().closed(Instant.now(), Instant.now().plus(PAUSE));
		assertThat(read().status()).isEqualTo(503);
		Office.await(() -> read().status() == 200);
	}

	@Test
	void hasNoAnswerToShowWithoutADeed() {
		assertThatThrownBy(() -> Fault.drip(PAUSE).undone()).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Fault.delay(PAUSE).doneAfter(PAUSE)).isInstanceOf(IllegalArgumentException.class);
	}

}
