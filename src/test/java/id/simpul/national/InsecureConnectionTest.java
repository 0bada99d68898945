package id.simpul.national;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
 * A registry that cannot prove who it is hears nothing: no credentials, no token, no
 * person. The certificates are made here and are good for nothing else.
 */
class InsecureConnectionTest {

	private static final char[] SECRET = "rahasia-uji".toCharArray();

	private static final String TRUST = "javax.net.ssl.trustStore";

	private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

	private static KeyStore certificates;

	private static Path folder;

	private static final Map<String, String> BEFORE = new HashMap<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger heard = new AtomicInteger();

	private final List<AutoCloseable> servers = new ArrayList<>();

	@BeforeAll
	static void makeCertificates(@TempDir Path shared) throws Exception {
		folder = shared;
		keytool("ca", "-dname", "CN=Akar Uji", "-ext", "bc:c", "-validity", "30");
		keytool("baik", "-dname", "CN=localhost", "-signer", "ca", "-ext", "san=dns:localhost", "-validity", "20");
		keytool("kedaluwarsa", "-dname", "CN=localhost", "-signer", "ca", "-ext", "san=dns:localhost", "-startdate",
				"-9d", "-validity", "3");
		keytool("nanti", "-dname", "CN=localhost", "-signer", "ca", "-ext", "san=dns:localhost", "-startdate", "+5d",
				"-validity", "3");
		keytool("lain", "-dname", "CN=lain.contoh", "-signer", "ca", "-ext", "san=dns:lain.contoh", "-validity", "20");
		keytool("asing", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "20");
		certificates = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(folder.resolve("semua.p12"))) {
			certificates.load(in, SECRET);
		}
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, SECRET);
		trusted.setCertificateEntry("ca", certificates.getCertificate("ca"));
		try (OutputStream out = Files.newOutputStream(folder.resolve("percaya.p12"))) {
			trusted.store(out, SECRET);
		}
		for (String property : List.of(TRUST, PASSWORD)) {
			BEFORE.put(property, System.getProperty(property));
		}
		System.setProperty(TRUST, folder.resolve("percaya.p12").toString());
		System.setProperty(PASSWORD, new String(SECRET));
	}

	private static void keytool(String alias, String... more) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias,
				"-keyalg", "EC", "-groupname", "secp256r1", "-keystore", folder.resolve("semua.p12").toString(),
				"-storetype", "PKCS12", "-storepass", new String(SECRET)));
		command.addAll(List.of(more));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("keytool.log").toFile())
			.start();
		assertThat(process.waitFor()).as("keytool: %s", Files.readString(folder.resolve("keytool.log"))).isZero();
	}

	@AfterAll
	static void trustAsBefore() {
		BEFORE.forEach((property, value) -> {
			if (value != null) {
				System.setProperty(property, value);
			}
			else {
				System.clearProperty(property);
			}
		});
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable server : this.servers) {
			server.close();
		}
		this.threads.shutdownNow();
	}

	/** A whole registry: it gives tokens and saves whatever comes. */
	private int serve(String alias) throws IOException, GeneralSecurityException {
		KeyStore one = KeyStore.getInstance("PKCS12");
		one.load(null, SECRET);
		Certificate[] chain = certificates.getCertificateChain(alias);
		one.setKeyEntry(alias, certificates.getKey(alias, SECRET), SECRET, chain);
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(one, SECRET);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		server.setExecutor(this.threads);
		server.createContext("/", (exchange) -> {
			this.heard.incrementAndGet();
			exchange.getRequestBody().readAllBytes();
			byte[] answer = """
					{"access_token":"t1","expires_in":3600,"success":true,"mapData":{"rwPenghargaanId":"h-1"}}"""
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		server.start();
		this.servers.add(() -> server.stop(0));
		return server.getAddress().getPort();
	}

	private Reply save(int tokens, int api, Path secrets) {
		SiasnSettings settings = new SiasnSettings(URI.create("https://localhost:" + api + "/apisiasn/1.0"),
				URI.create("https://localhost:" + tokens + "/token"),
				URI.create("https://localhost:" + tokens + "/sso/token"), "contoh", "password", "rahasia", 100, 4,
				Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMinutes(15), null, true,
				null);
		SiasnRegistry registry = new SiasnRegistry(new SiasnClient(settings,
				new SiasnTokens(settings, ScriptedSiasn.credentials(secrets), Clock.systemUTC()), Clock.systemUTC()),
				new SiasnShapes(CodeLists.bundled()), "instansi-contoh", "satuan-contoh");
		return registry.save(new KnownPerson("PNS-1", null, null), award(), null, null);
	}

	private static Entry award() {
		Resource r = Resource.PENGHARGAAN;
		Object[] values = new Object[r.fields().size()];
		Map.<String, Object>of("jenisPenghargaan", "201", "tahun", 2015, "nomorSk", "KEP-1", "tanggalSk",
				LocalDate.of(2015, 8, 17))
			.forEach((field, value) -> values[r.field(field).index()] = value);
		return new Entry(r, values, null);
	}

	private static void assertInsecure(Reply reply) {
		assertThat(reply).isInstanceOfSatisfying(Reply.NotSaved.class,
				(notSaved) -> assertThat(notSaved.trouble().rule()).isEqualTo("SAMBUNGAN_TIDAK_AMAN"));
	}

	@Test
	void aRegistryThatProvesWhoItIsIsUsed(@TempDir Path secrets) throws Exception {
		int port = serve("baik");
		assertThat(save(port, port, secrets)).isEqualTo(new Reply.Saved("h-1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kedaluwarsa", "nanti", "lain", "asing" })
	void aTokenServiceThatDoesNotHearsNothing(String alias, @TempDir Path secrets) throws Exception {
		int port = serve(alias);
		assertInsecure(save(port, port, secrets));
		assertThat(this.heard).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kedaluwarsa", "nanti", "lain", "asing" })
	void anApiThatDoesNotHearsNothing(String alias, @TempDir Path secrets) throws Exception {
		int good = serve("baik");
		int bad = serve(alias);
		assertInsecure(save(good, bad, secrets));
		assertThat(this.heard).as("two tokens and nothing else").hasValue(2);
	}

	/** It answers the greeting with version 1.0, as an old appliance does. */
	@Test
	void anOldProtocolIsNotSpoken(@TempDir Path secrets) throws Exception {
		int good = serve("baik");
		ServerSocket old = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.servers.add(old);
		AtomicInteger spoken = new AtomicInteger();
		this.threads.execute(() -> {
			try {
				while (true) {
					try (Socket socket = old.accept()) {
						socket.getInputStream().read(new byte[16_384]);
						byte[] hello = new byte[47];
						// record of 42 bytes, greeting of 38, version 3.1, a session
						// without
						// id, an RSA suite, no compression
						byte[] start = { 0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1 };
						System.arraycopy(start, 0, hello, 0, start.length);
						hello[45] = 0x2f;
						socket.getOutputStream().write(hello);
						byte[] reply = new byte[16_384];
						int read = socket.getInputStream().read(reply);
						spoken.set((read > 0 && reply[0] == 0x15) ? 1 : 2); // an alert
					}
				}
			}
			catch (IOException ex) {
				// closed
			}
		});
		assertInsecure(save(good, old.getLocalPort(), secrets));
		Bureau.await(() -> spoken.get() > 0);
		assertThat(spoken).as("nothing but an alert").hasValue(1);
	}

	@Test
	void nothingInTheProgramDecidesForItselfWhomToTrust() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(sources).hasSizeGreaterThan(200)
				.allSatisfy((file) -> assertThat(Files.readString(file)).as("%s", file)
					.doesNotContain("TrustManager", "HostnameVerifier", "TLSClientParameters", "DisableCNCheck",
							"SSLContext", "sslmode=disable", "trustServerCertificate"));
		}
	}

}
