package id.simpul.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import id.simpul.pegawai.CodeLists;

/**
 * A real HTTP server that answers what a test tells it to, word for word as the contract
 * document has it, and remembers what it was asked. It knows nothing of Simpul and
 * nothing of the simulator.
 */
final class ScriptedSiasn implements AutoCloseable {

	/** What the server was asked: method, path with query, headers of interest, body. */
	record Asked(String method, String path, String authorization, String auth, String accept, String body) {
	}

	private record Answer(int status, String type, String body, Map<String, String> headers) {
	}

	private final HttpServer server;

	private final Map<String, Deque<Answer>> script = new HashMap<>();

	private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

	private int tokens;

	ScriptedSiasn() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** The next answer to that path; the last one told is repeated. */
	ScriptedSiasn tell(String path, int status, String body) {
		return tell(path, status, "application/json", body, Map.of());
	}

	ScriptedSiasn tell(String path, int status, String type, String body, Map<String, String> headers) {
		this.script.computeIfAbsent(path, (p) -> new ArrayDeque<>()).add(new Answer(status, type, body, headers));
		return this;
	}

	/** Forgets what was told for that path and tells this instead. */
	ScriptedSiasn tellInstead(String path, int status, String body) {
		this.script.remove(path);
		return tell(path, status, body);
	}

	/** Takes the request and hangs up without an answer. */
	ScriptedSiasn hangUp(String path) {
		return tell(path, -1, null, null, Map.of());
	}

	List<Asked> asked() {
		return List.copyOf(this.asked);
	}

	List<Asked> asked(String path) {
		return asked().stream().filter((one) -> one.path().startsWith("/apisiasn/1.0/" + path)).toList();
	}

	SiasnSettings settings(String sso) {
		String base = "http://localhost:" + this.server.getAddress().getPort();
		return new SiasnSettings(URI.create(base + "/apisiasn/1.0"), URI.create(base + "/oauth2/token"),
				URI.create(base + "/sso/token"), "contoh-client", sso, "rahasia", 1000, 4, Duration.ofSeconds(2),
				Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(15), null, true, null);
	}

	/** A registry over this server, with a folder of made-up credentials. */
	SiasnRegistry registry(Path folder) {
		SiasnSettings settings = settings("password");
		SiasnTokens tokens = new SiasnTokens(settings, credentials(folder), Clock.systemUTC());
		return new SiasnRegistry(new SiasnClient(settings, tokens, Clock.systemUTC()),
				new SiasnShapes(CodeLists.bundled()), "instansi-contoh", "satuan-contoh");
	}

	static Path credentials(Path folder) {
		try {
			for (String name : List.of("consumer-key", "consumer-secret", "username", "password")) {
				Files.writeString(folder.resolve(name), name + "-contoh\n");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return folder;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().toString();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.asked.add(new Asked(exchange.getRequestMethod(), path,
				exchange.getRequestHeaders().getFirst("Authorization"), exchange.getRequestHeaders().getFirst("Auth"),
				exchange.getRequestHeaders().getFirst("Accept"), body));
		Answer answer = next(path);
		if (answer.status() == -1) {
			exchange.close();
			return;
		}
		byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", answer.type());
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private synchronized Answer next(String path) {
		if (path.endsWith("/token")) {
			Answer told = script(path.substring(1));
			return (told != null) ? told : new Answer(200, "application/json",
					"{\"access_token\":\"t" + ++this.tokens + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}",
					Map.of());
		}
		Answer told = script(path.replaceFirst("^/apisiasn/1\\.0/", "").replaceFirst("\\?.*", ""));
		return (told != null) ? told : new Answer(404, "application/json",
				"{\"code\":0,\"data\":\"Data tidak ditemukan\",\"message\":\"Data tidak ditemukan\"}", Map.of());
	}

	private Answer script(String path) {
		Deque<Answer> answers = this.script.get(path);
		return (answers == null) ? null : (answers.size() > 1) ? answers.poll() : answers.peek();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
