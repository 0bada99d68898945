package id.simpul.national;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.national.ReadableRegistry.KnownPerson;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two tokens under many threads at once: expiry in the middle of the work, and a
 * token service that gives nothing good. The service is written here, from the contract.
 */
class SiasnTokensTest {

	private static final int THREADS = 16;

	private static final int ITEMS = 48;

	private static final String EXPIRED = "{\"code\":\"900901\",\"message\":\"Invalid Credentials\"}";

	private final AtomicInteger tokenCalls = new AtomicInteger();

	private final AtomicInteger calls = new AtomicInteger();

	private final Map<String, AtomicInteger> saved = new ConcurrentHashMap<>();

	/** After so many calls the tokens given out by then are not taken any more. */
	private volatile int expiresAt = Integer.MAX_VALUE;

	/** The number up to which tokens are refused; an application's tokens are even. */
	private volatile int refusedUpTo;

	private volatile int tokenStatus = 200;

	private volatile String tokenAnswer;

	private volatile Duration tokenPause = Duration.ZERO;

	private HttpServer service;

	private ExecutorService threads;

	@BeforeEach
	void open() throws IOException {
		this.threads = Executors.newCachedThreadPool();
		this.service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
		this.service.setExecutor(this.threads);
		this.service.createContext("/", this::answer);
		this.service.start();
	}

	@AfterEach
	void close() {
		this.service.stop(0);
		this.threads.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (exchange.getRequestURI().getPath().endsWith("/token")) {
			int number = this.tokenCalls.incrementAndGet();
			java.util.concurrent.locks.LockSupport.parkNanos(this.tokenPause.toNanos());
			String answer = (this.tokenAnswer != null) ? this.tokenAnswer
					: "{\"access_token\":\"t%d\",\"expires_in\":3600}".formatted(number);
			reply(exchange, this.tokenStatus, answer.replace("N", "" + number));
			return;
		}
		if (this.calls.incrementAndGet() == this.expiresAt) {
			this.refusedUpTo = this.tokenCalls.get();
		}
		int token = Integer.parseInt(exchange.getRequestHeaders().getFirst("Authorization").replaceAll("\\D", ""));
		if (token <= this.refusedUpTo) {
			reply(exchange, 401, EXPIRED);
			return;
		}
		String key = body.replaceAll("(?s).*\"skNomor\":\"([^\"]+)\".*", "$1");
		this.saved.computeIfAbsent(key, (k) -> new AtomicInteger()).incrementAndGet();
		reply(exchange, 200, "{\"success\":true,\"mapData\":{\"rwPenghargaanId\":\"%s\"}}".formatted(key));
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private SiasnRegistry registry(Path folder) {
		return registry(folder, Duration.ofSeconds(2), Duration.ofSeconds(5));
	}

	private SiasnRegistry registry(Path folder, Duration connect, Duration read) {
		String base = "http://localhost:" + this.service.getAddress().getPort();
		SiasnSettings settings = new SiasnSettings(URI.create(base + "/apisiasn/1.0"), URI.create(base + "/token"),
				URI.create(base + "/sso/token"), "contoh", "password", "rahasia", 2000, THREADS, connect, read,
				Duration.ofSeconds(1), Duration.ofMinutes(15), null, true, null);
		SiasnTokens tokens = new SiasnTokens(settings, ScriptedSiasn.credentials(folder), Clock.systemUTC());
		return new SiasnRegistry(new SiasnClient(settings, tokens, Clock.systemUTC()),
				new SiasnShapes(CodeLists.bundled()), "instansi-contoh", "satuan-contoh");
	}

	private List<Reply> saveAll(SiasnRegistry registry) throws Exception {
		ExecutorService workers = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<Reply>> replies = new ArrayList<>();
			for (int i = 0; i < ITEMS; i++) {
				Entry award = award(i);
				replies
					.add(workers.submit(() -> registry.save(new KnownPerson("PNS-1", null, null), award, null, null)));
			}
			List<Reply> all = new ArrayList<>();
			for (Future<Reply> reply : replies) {
				all.add(reply.get());
			}
			return all;
		}
		finally {
			workers.shutdownNow();
		}
	}

	private static Entry award(int number) {
		Resource r = Resource.PENGHARGAAN;
		Object[] values = new Object[r.fields().size()];
		Map.<String, Object>of("jenisPenghargaan", "201", "tahun", 2015, "nomorSk", "KEP-" + number, "tanggalSk",
				LocalDate.of(2015, 8, 17))
			.forEach((field, value) -> values[r.field(field).index()] = value);
		return new Entry(r, values, null);
	}

	@Test
	void wheneverATokenExpiresItIsRenewedOnceAndNothingIsLost(@TempDir Path folder) throws Exception {
		for (int item = 1; item <= ITEMS; item++) {
			close(); // it would hang up on connections beyond two hundred
			open();
			this.tokenCalls.set(0);
			this.calls.set(0);
			this.refusedUpTo = 0;
			this.saved.clear();
			this.expiresAt = item;
			assertThat(saveAll(registry(folder))).as("expires at call %d", item)
				.allSatisfy((reply) -> assertThat(reply).isInstanceOf(Reply.Saved.class));
			assertThat(this.tokenCalls).as("two tokens at first and two after expiry at call %d", item).hasValue(4);
			assertThat(this.saved.values()).as("expires at call %d", item)
				.hasSize(ITEMS)
				.allSatisfy((times) -> assertThat(times).hasValue(1));
		}
	}

	@RepeatedTest(5)
	void tokensThatStayRefusedAreNotFetchedAgainAndAgain(@TempDir Path folder) throws Exception {
		// whoever finds the new ones refused must not be the one who fetched them
		this.refusedUpTo = Integer.MAX_VALUE;
		assertThat(saveAll(registry(folder)))
			.allSatisfy((reply) -> assertThat(reply).isInstanceOfSatisfying(Reply.NotSaved.class,
					(notSaved) -> assertThat(notSaved.trouble().rule()).isEqualTo("KREDENSIAL_DITOLAK")));
		assertThat(this.saved).isEmpty();
		assertThat(this.tokenCalls).as("two tokens, and once more two").hasValue(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "503|<html>Pemeliharaan</html>", "200|<html>Masuk</html>", "200|", "200|[]", "200|null",
			"200|{\"access_token\":\"\"}", "200|{\"access_token\":null}", "200|{\"access_token\":{\"x\":1}}", "302|{}",
			"429|{\"code\":\"900800\"}", "500|{}" })
	void aTokenServiceThatGivesNothingIsAskedOnce(String answer, @TempDir Path folder) throws Exception {
		this.tokenStatus = Integer.parseInt(answer.substring(0, 3));
		this.tokenAnswer = answer.substring(4);
		assertThat(saveAll(registry(folder)))
			.allSatisfy((reply) -> assertThat(reply).isInstanceOfSatisfying(Reply.NotSaved.class,
					(notSaved) -> assertThat(notSaved.trouble().rule()).isEqualTo("LAYANAN_TOKEN_TERGANGGU")));
		assertThat(this.calls).as("nothing was sent").hasValue(0);
		assertThat(this.tokenCalls).as("no storm").hasValue(1);
	}

	/** Whoever may have taken the lane over by then does not expect it any more. */
	@Test
	void aSaveThatHadToWaitTooLongForTokensDoesNotLeave(@TempDir Path folder) {
		this.tokenPause = Duration.ofMillis(250);
		this.expiresAt = 1;
		SiasnRegistry registry = registry(folder, Duration.ofMillis(100), Duration.ofMillis(330));
		assertThat(registry.save(new KnownPerson("PNS-1", null, null), award(1), null, null)).isInstanceOfSatisfying(
				Reply.NotSaved.class, (notSaved) -> assertThat(notSaved.trouble().rule()).isEqualTo("DIHENTIKAN"));
		assertThat(this.tokenCalls).as("two, and two more when they were refused").hasValue(4);
		assertThat(this.calls).as("the first, which was refused").hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403 })
	void credentialsThatTheTokenServiceRefusesAreTriedOnce(int status, @TempDir Path folder) throws Exception {
		this.tokenStatus = status;
		this.tokenAnswer = "{\"error\":\"invalid_grant\"}";
		assertThat(saveAll(registry(folder)))
			.allSatisfy((reply) -> assertThat(reply).isInstanceOfSatisfying(Reply.NotSaved.class,
					(notSaved) -> assertThat(notSaved.trouble().rule()).isEqualTo("KREDENSIAL_DITOLAK")));
		assertThat(this.tokenCalls).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "1", "\"3600\"", "\"abc\"", "null", "{}", "9223372036854775807", "1e400" })
	void whateverTheServiceSaysOfATokensLifeItIsUsed(String life, @TempDir Path folder) throws Exception {
		this.tokenAnswer = "{\"access_token\":\"tN\",\"expires_in\":" + life + "}";
		assertThat(saveAll(registry(folder))).allSatisfy((reply) -> assertThat(reply).isInstanceOf(Reply.Saved.class));
		assertThat(this.tokenCalls).as("no storm").hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775807", "99999999999999999999", "-1", "0" })
	void anOperatorsTokenMaySayAnythingOfItsEnd(String end, @TempDir Path folder) throws Exception {
		String token = "x." + java.util.Base64.getUrlEncoder()
			.encodeToString(("{\"exp\":" + end + "}").getBytes(StandardCharsets.UTF_8)) + ".y";
		Files.writeString(ScriptedSiasn.credentials(folder).resolve("sso-token"), token);
		String base = "http://localhost:" + this.service.getAddress().getPort();
		SiasnSettings settings = new SiasnSettings(URI.create(base + "/apisiasn/1.0"), URI.create(base + "/token"),
				URI.create(base + "/sso/token"), "contoh", "operator", "rahasia", 2000, THREADS, Duration.ofSeconds(2),
				Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(15), null, true, null);
		SiasnTokens tokens = new SiasnTokens(settings, folder, Clock.systemUTC());
		try {
			assertThat(tokens.get().sso()).isEqualTo("bearer " + token);
		}
		catch (Trouble ex) {
			assertThat(ex.rule()).isEqualTo("TOKEN_OPERATOR_KEDALUWARSA");
		}
	}

}
