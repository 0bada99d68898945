package id.simpul.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import id.simpul.change.RegistryKind;
import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * A registry over real HTTP that is of the kind it is asked to be, does to each call what
 * a test wants, and writes every effect into a ledger that nothing is ever taken from. It
 * protects nobody from himself: only a keyed one knows a change that comes again, none
 * minds the order.
 */
final class KindsRegistry implements AutoCloseable {

	/** What is done with a call; a read that is not answered is the same either way. */
	enum Deed {

		ANSWERED,
		/** Takes effect, and no answer ever comes. */
		SILENT_AFTER,
		/** Takes effect, and the connection breaks. */
		RESET_AFTER,
		/** Takes no effect, and no answer ever comes. */
		SILENT_BEFORE,
		/** Takes no effect, and the connection breaks. */
		RESET_BEFORE,
		/** No answer; takes effect when {@link KindsRegistry#releaseLate} is called. */
		LATE,
		/** The first half of a batch takes effect, and the connection breaks. */
		HALF,
		/** Each second of a batch is judged "not now", the others are saved. */
		EACH_SECOND,
		/** 500 without effect. */
		FAILS,
		/** 429 with the pause that is set. */
		LIMITED,
		/** 403. */
		FORBIDDEN

	}

	/** One change as it came. */
	record Change(String kode, String nip, Resource resource, String key, int version, String idem, String remoteId,
			Entry entry) {

		String content() {
			return KindsRegistry.content(this.entry);
		}

	}

	/** A call; a read has no changes. */
	record Call(String kode, String path, String nip, List<Change> changes, Instant at) {

		boolean isWrite() {
			return !this.changes.isEmpty();
		}

	}

	/** What took effect; an entry that stood there from the beginning has version 0. */
	record Effect(String kode, String nip, Resource resource, String key, int version, String content) {
	}

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "registry");
		thread.setDaemon(true);
		return thread;
	});

	private final List<Effect> ledger = new ArrayList<>();

	private final List<Call> calls = new ArrayList<>();

	private final Map<String, String> keys = new HashMap<>();

	/** Of each key what came under it: more than one content is a fault of the sender. */
	private final Map<String, Set<String>> contents = new HashMap<>();

	private final Map<String, Entry> people = new HashMap<>();

	private final Map<String, Map<String, Entry>> histories = new HashMap<>();

	private final List<Runnable> late = new ArrayList<>();

	private final List<HttpExchange> silent = new ArrayList<>();

	private int ids;

	/** The registry will not have these entries, by their key. */
	final Set<String> refused = new TreeSet<>();

	/** Whether one refused entry has the whole batch refused. */
	volatile boolean refusesWhole;

	volatile int retryAfter = 60;

	volatile Function<Call, Deed> weather = (call) -> Deed.ANSWERED;

	volatile Supplier<Instant> clock = () -> Instant.EPOCH;

	KindsRegistry() {
		this(0);
	}

	KindsRegistry(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::serve);
		this.server.start();
	}

	URI address() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** A person of whom the registry knows, and what it holds of them. */
	synchronized void seed(String kode, String nip, Entry pegawai, Entry... entries) {
		apply(new Change(kode, nip, pegawai.resource(), pegawai.key(), 0, "", null, pegawai));
		for (Entry entry : entries) {
			apply(new Change(kode, nip, entry.resource(), entry.key(), 0, "", null, entry));
		}
	}

	synchronized List<Effect> ledger() {
		return List.copyOf(this.ledger);
	}

	synchronized List<Call> calls() {
		return List.copyOf(this.calls);
	}

	/** Keys under which different contents came. */
	synchronized List<String> unfaithfulKeys() {
		return this.contents.entrySet()
			.stream()
			.filter((one) -> one.getValue().size() > 1)
			.map(Map.Entry::getKey)
			.toList();
	}

	/** What was held back takes effect now. */
	synchronized void releaseLate() {
		this.late.forEach(Runnable::run);
		this.late.clear();
	}

	synchronized void forgetEverything() {
		this.ledger.clear();
		this.calls.clear();
		this.keys.clear();
		this.contents.clear();
		this.people.clear();
		this.histories.clear();
		this.late.clear();
		this.refused.clear();
		this.silent.forEach(HttpExchange::close);
		this.silent.clear();
		this.weather = (call) -> Deed.ANSWERED;
	}

	static String content(Entry entry) {
		return new String(Document.of(List.of(entry)).json(), StandardCharsets.UTF_8);
	}

	static String encode(Entry entry) {
		return Base64.getEncoder().encodeToString(Document.of(List.of(entry)).json());
	}

	static Entry decode(String text) {
		return Document.parse(Base64.getDecoder().decode(text)).entries().get(0);
	}

	private void serve(HttpExchange exchange) throws IOException {
		try {
			answer(exchange);
		}
		catch (RuntimeException ex) {
			reply(exchange, 599, ex.toString());
		}
	}

	/** Paths are /deed/kode/... */
	private void answer(HttpExchange exchange) throws IOException {
		String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		List<Change> changes = path[0].equals("save")
				? Arrays.stream(body.split("\n")).map((line) -> change(path[1], line.split("\t", -1))).toList()
				: List.of();
		String nip = path[0].equals("save") ? changes.get(0).nip() : path[2];
		Call call = new Call(path[1], path[0], nip, changes, this.clock.get());
		Deed deed;
		synchronized (this) {
			this.calls.add(call);
			changes.stream()
				.filter((one) -> !one.idem.isEmpty())
				.forEach((one) -> this.contents.computeIfAbsent(one.idem, (k) -> new TreeSet<>()).add(one.content()));
			deed = this.weather.apply(call);
		}
		RegistryKind kind = path[0].equals("save") ? RegistryKind.valueOf(path[2]) : RegistryKind.READABLE;
		switch (deed) {
			case ANSWERED -> reply(exchange, 200, call.isWrite() ? save(changes, kind, false) : read(path));
			case EACH_SECOND -> reply(exchange, 200, save(changes, kind, true));
			case SILENT_AFTER -> {
				save(changes, kind, false);
				keepSilent(exchange);
			}
			case RESET_AFTER -> {
				save(changes, kind, false);
				exchange.close();
			}
			case HALF -> {
				save(changes.subList(0, (changes.size() + 1) / 2), kind, false);
				exchange.close();
			}
			case SILENT_BEFORE -> keepSilent(exchange);
			case RESET_BEFORE -> exchange.close();
			case LATE -> {
				synchronized (this) {
					this.late.add(() -> save(changes, kind, false));
				}
				keepSilent(exchange);
			}
			case FAILS -> reply(exchange, 500, "");
			case FORBIDDEN -> reply(exchange, 403, "");
			case LIMITED -> {
				exchange.getResponseHeaders().set("Retry-After", String.valueOf(this.retryAfter));
				reply(exchange, 429, "");
			}
		}
	}

	private static Change change(String kode, String[] parts) {
		Entry entry = decode(parts[4]);
		return new Change(kode, parts[0], entry.resource(), entry.key(), Integer.parseInt(parts[1]), parts[2],
				parts[3].isEmpty() ? null : parts[3], entry);
	}

	private synchronized void keepSilent(HttpExchange exchange) {
		this.silent.add(exchange);
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private synchronized String save(List<Change> changes, RegistryKind kind, boolean eachSecond) {
		if (this.refusesWhole && changes.stream().anyMatch((one) -> this.refused.contains(one.key))) {
			return "WHOLE\tno";
		}
		List<String> answers = new ArrayList<>();
		for (int i = 0; i < changes.size(); i++) {
			Change one = changes.get(i);
			if (this.refused.contains(one.key)) {
				answers.add("REFUSED\tno");
			}
			else if (eachSecond && i % 2 == 0) {
				answers.add("LATER\t");
			}
			else if (kind == RegistryKind.KEYED && this.keys.containsKey(one.idem)) {
				answers.add("SAVED\t" + this.keys.get(one.idem));
			}
			else {
				String id = apply(one);
				this.keys.put(one.idem, id);
				answers.add("SAVED\t" + id);
			}
		}
		return String.join("\n", answers);
	}

	private String apply(Change one) {
		this.ledger.add(new Effect(one.kode, one.nip, one.resource, one.key, one.version, one.content()));
		if (one.resource == Resource.PEGAWAI) {
			this.people.put(one.kode + one.nip, one.entry);
			return "P" + one.nip;
		}
		String id = (one.remoteId != null) ? one.remoteId : "R" + ++this.ids;
		this.histories.computeIfAbsent(one.kode + one.nip + one.resource, (k) -> new LinkedHashMap<>())
			.put(id, one.entry);
		return id;
	}

	private synchronized String read(String[] path) {
		return switch (path[0]) {
			case "person" ->
				Optional.ofNullable(this.people.get(path[1] + path[2])).map(KindsRegistry::encode).orElse("");
			case "history" ->
				this.histories.getOrDefault(path[1] + path[2] + Resource.named(path[3]).orElseThrow(), Map.of())
					.entrySet()
					.stream()
					.map((one) -> one.getKey() + "\t" + encode(one.getValue()))
					.collect(Collectors.joining("\n"));
			default -> "ok";
		};
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
