package id.simpul.simulator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static id.simpul.simulator.Office.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can be made to go wrong, and that it goes wrong nowhere else. */
class FaultsTest {

	private static final String MASTER = "/pns/data-utama/" + Office.NIP;

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

	private Faults faults() {
		return this.office.simulator().faults();
	}

	@Test
	void answersWithAnErrorAsOftenAsAsked() {
		faults().add(Fault.status(500, "{\"code\":0}").times(2));
		assertThat(this.office.get(MASTER).status()).isEqualTo(500);
		assertThat(this.office.get(MASTER).status()).isEqualTo(500);
		assertThat(this.office.get(MASTER).status()).isEqualTo(200);
		assertThat(faults().happened()).isEqualTo(2);
	}

	@Test
	void keepsToPathMethodInstansiAndPerson() {
		faults().add(Fault.html(502).path("/pns/rw-kursus"))
			.add(Fault.html(502).method("POST"))
			.add(Fault.html(502).instansi(Office.PRABUMULIH))
			.add(Fault.html(502).pnsId(Office.STRANGER_ID));
		assertThat(this.office.get(MASTER).status()).isEqualTo(200);
		assertThat(this.office.get("/pns/rw-kursus/" + Office.NIP).text()).startsWith("<html>");
		assertThat(this.office.post("/penghargaan/save", body()).status()).isEqualTo(502);
		assertThat(faults().happened()).isEqualTo(2);
	}

	@Test
	void failsTokenRequestsToo() {
		faults().add(Fault.status(503, "{}").path("/oauth2/token").instansi(Office.PALEMBANG).times(1));
		assertThat(this.office.apimToken("consumer-key-16.74", "consumer-secret-16.74").status()).isEqualTo(200);
		assertThat(this.office.apimToken("consumer-key-16.71", "consumer-secret-16.71").status()).isEqualTo(503);
	}

	@Test
	void breaksTheConnectionBeforeAnythingIsDone() {
		faults().add(Fault.dropBefore().path("/jabatan").times(1));
		assertThatThrownBy(() -> this.office.post("/jabatan/save", SavesTest.jabatan()))
			.isInstanceOf(UncheckedIOException.class);
		assertThat(this.office.registry().writes()).isZero();
	}

	@Test
	void losesTheAnswerOfWhatWasDone() {
		faults().add(Fault.dropAfter().path("/jabatan/save").times(1));
		assertThatThrownBy(() -> this.office.post("/jabatan/save", SavesTest.jabatan()))
			.isInstanceOf(UncheckedIOException.class);
		assertThat(this.office.registry().writes()).isEqualTo(1);
		assertThat(this.office.registry().rows(Office.PNS_ID, "jabatan")).hasSize(1);
	}

	@Test
	void saysHowLongToWait() {
		faults().add(Fault.throttled(Duration.ofSeconds(7)).times(1));
		Office.Reply reply = this.office.get(MASTER);
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("7");
		assertThat(reply.json().path("message").asString()).isEqualTo("Message throttled out");
	}

	@Test
	void takesTokensForExpired() {
		faults().add(Fault.expiredToken().times(1)).add(Fault.expiredOperator().times(1));
		assertThat(this.office.get(MASTER).json().path("code").asString()).isEqualTo("900901");
		assertThat(this.office.get(MASTER).json().path("message").asString()).isEqualTo("invalid or expired jwt");
		assertThat(this.office.get(MASTER).status()).isEqualTo(200);
	}

	@Test
	void isSuspendedLikeABackEndBehindTheManager() {
		faults().add(Fault.suspended().times(1));
		assertThat(this.office.get(MASTER).json().path("description").asString()).contains("[ State : SUSPENDED ]");
	}

	@Test
	void refusesOnePersonsSavesButNotTheirReads() {
		faults().add(Fault.refuse("Data dikunci").pnsId(Office.PNS_ID));
		assertThat(this.office.get(MASTER).status()).isEqualTo(200);
		assertThat(this.office.post("/jabatan/save", SavesTest.jabatan()).json().path("message").asString())
			.isEqualTo("Data dikunci");
		assertThat(this.office.registry().ledger()).noneMatch(LedgerEntry::accepted).hasSize(1);
		faults().clear();
		assertThat(this.office.post("/jabatan/save", SavesTest.jabatan()).json().path("success").asBoolean()).isTrue();
	}

	@Test
	void isLateAndThenFailsAllTheSame() {
		faults().add(Fault.delay(Duration.ofMillis(120)).times(1)).add(Fault.html(502).times(1));
		long start = System.nanoTime();
		assertThat(this.office.get(MASTER).status()).isEqualTo(502);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
	}

}
