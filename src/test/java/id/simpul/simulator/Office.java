package id.simpul.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agency's office that calls a simulated registry as the contract says, over HTTP. All
 * people are invented.
 */
final class Office implements AutoCloseable {

	static final String PALEMBANG = "16.71";

	static final String PRABUMULIH = "16.74";

	static final String PNS_ID = "0F0E0D0C0B0A09080706050403020100";

	static final String NIP = "199001012015011999";

	static final String STRANGER_ID = "A0B0C0D0E0F00102030405060708090A";

	static final String STRANGER_NIP = "198002022005022998";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	/** The one of this process, or {@code null}. */
	private final Simulator simulator;

	private final String baseUrl;

	private String apim;

	private String sso;

	private Office(Simulator simulator, String baseUrl) {
		this.simulator = simulator;
		this.baseUrl = baseUrl;
	}

	/** The office of Palembang with one person, signed in. */
	static Office open(Path folder) {
		return open(folder, null);
	}

	static Office open(Path folder, Path ledger) {
		return open(SimulatorSettings.of(0, ledger, accounts(folder)));
	}

	static Office open(SimulatorSettings settings) {
		Simulator simulator = Simulator.start(settings);
		seed(simulator.registry());
		Office office = new Office(simulator, simulator.baseUrl());
		office.signIn(PALEMBANG);
		return office;
	}

	/** The same office in front of a registry of another process. */
	static Office calling(String baseUrl) {
		Office office = new Office(null, baseUrl);
		office.signIn(PALEMBANG);
		return office;
	}

	static void seed(Registry registry) {
		registry.person(PALEMBANG,
				Map.of("id", PNS_ID, "nipBaru", NIP, "nama", "CONTOH PEGAWAI", "tglLahir", "01-01-1990", "agamaId", "1",
						"kedudukanPnsId", "01", "noHp", "0800000001", "golRuangAkhirId", "33", "jabatanNama",
						"Pengelola Lama"));
		registry.person(PRABUMULIH,
				Map.of("id", STRANGER_ID, "nipBaru", STRANGER_NIP, "nama", "ORANG LAIN", "kedudukanPnsId", "71"));
	}

	static Path accounts(Path folder) {
		Path accounts = folder.resolve("accounts");
		try {
			for (String instansi : new String[] { PALEMBANG, PRABUMULIH }) {
				Path account = Files.createDirectories(accounts.resolve(instansi));
				for (String part : new String[] { "consumer-key", "consumer-secret", "username", "password" }) {
					Files.writeString(account.resolve(part), part + "-" + instansi + "\n");
				}
			}
			return accounts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Registry registry() {
		return this.simulator.registry();
	}

	Simulator simulator() {
		return this.simulator;
	}

	void signIn(String instansi) {
		this.apim = apimToken("consumer-key-" + instansi, "consumer-secret-" + instansi).json()
			.path("access_token")
			.asString();
		this.sso = ssoToken("username-" + instansi, "password-" + instansi).json().path("access_token").asString();
	}

	String apim() {
		return this.apim;
	}

	String sso() {
		return this.sso;
	}

	Reply apimToken(String key, String secret) {
		String basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
		return send(request("/oauth2/token").header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
	}

	Reply ssoToken(String username, String password) {
		return form("/auth/realms/public-siasn/protocol/openid-connect/token",
				"grant_type=password&client_id=simpul-uji&username=" + username + "&password=" + password);
	}

	Reply form(String path, String form) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	/** A call below the API's base with both tokens. */
	Reply get(String path) {
		return send(signed(path).GET());
	}

	Reply post(String path, Map<String, ?> body) {
		return post(path, JSON.writeValueAsString(body));
	}

	Reply post(String path, String body) {
		return send(posted(path, body));
	}

	HttpRequest.Builder posted(String path, Map<String, ?> body) {
		return posted(path, JSON.writeValueAsString(body));
	}

	private HttpRequest.Builder posted(String path, String body) {
		return signed(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
	}

	Reply delete(String path) {
		return send(signed(path).DELETE());
	}

	HttpRequest.Builder signed(String path) {
		return request("/apisiasn/1.0" + path).header("Authorization", "Bearer " + this.apim)
			.header("Auth", "bearer " + this.sso)
			.header("Accept", "application/json");
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.baseUrl + path));
	}

	Reply send(HttpRequest.Builder request) {
		HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
		return new Reply(response.statusCode(), response.body(), response);
	}

	<T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
		try {
			return this.http.send(request.build(), handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Interrupted while waiting for an answer", ex);
		}
	}

	/** Does not wait for the answer. */
	void sendLater(HttpRequest.Builder request) {
		this.http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
	}

	/** Waits until it is so; a minute is too long for anything here. */
	static void await(BooleanSupplier so) {
		long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (!so.getAsBoolean()) {
			assertThat(System.nanoTime()).as("it never came to be so").isLessThan(deadline);
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
		}
	}

	/** A body of key, value, key, value. */
	static Map<String, Object> body(Object... keysAndValues) {
		Map<String, Object> body = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			body.put((String) keysAndValues[i], keysAndValues[i + 1]);
		}
		return body;
	}

	@Override
	public void close() {
		if (this.simulator != null) {
			this.simulator.close();
		}
	}

	record Reply(int status, String text, HttpResponse<String> response) {

		JsonNode json() {
			return JSON.readTree(this.text);
		}

	}

}
