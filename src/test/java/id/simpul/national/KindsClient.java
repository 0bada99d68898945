package id.simpul.national;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import id.simpul.change.RegistryKind;
import id.simpul.national.Trouble.Reach;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * {@link KindsRegistry} as one instansi uses it, over real HTTP with short time limits.
 */
abstract class KindsClient implements Registry {

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final Supplier<URI> address;

	private final String kode;

	private final BooleanSupplier dead;

	int inFlight;

	Duration patience;

	private KindsClient(Supplier<URI> address, String kode, BooleanSupplier dead) {
		this.address = address;
		this.kode = kode;
		this.dead = dead;
	}

	/**
	 * @param dead whether the process that would call has ended
	 */
	static KindsClient of(RegistryKind kind, Supplier<URI> address, String kode, int batch, BooleanSupplier dead) {
		return (kind == RegistryKind.READABLE) ? new Readable(address, kode, dead)
				: new Unread(kind, address, kode, batch, dead);
	}

	@Override
	public String name() {
		return "kinds";
	}

	@Override
	public int inFlight() {
		return this.inFlight;
	}

	@Override
	public boolean accepts(Entry entry) {
		return true;
	}

	/** An answer as it came, or the trouble instead of it. */
	record Answer(String body, Trouble trouble, boolean sent) {
	}

	Answer call(String path, String body) {
		if (this.dead.getAsBoolean()) {
			throw new IllegalStateException("This process has ended");
		}
		String[] parts = path.split("/", 2);
		HttpRequest.Builder request = HttpRequest
			.newBuilder(this.address.get().resolve("/" + parts[0] + "/" + this.kode + "/" + parts[1]))
			.timeout(this.patience);
		if (body != null) {
			request.POST(HttpRequest.BodyPublishers.ofString(body));
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return switch (response.statusCode()) {
				case 200 -> new Answer(response.body(), null, true);
				case 429 -> failed("LAJU_DIBATASI", Reach.INSTANSI,
						Duration.ofSeconds(Long.parseLong(response.headers().firstValue("Retry-After").orElseThrow())),
						false);
				case 403 -> failed("AKSES_DITOLAK", Reach.INSTANSI, Duration.ofMinutes(5), false);
				case 500 -> failed("REGISTRI_TERGANGGU", Reach.CALL, Duration.ofSeconds(30), true);
				default -> throw new AssertionError(response.body());
			};
		}
		catch (ConnectException | HttpConnectTimeoutException ex) {
			return failed("REGISTRI_TIDAK_TERJANGKAU", Reach.REGISTRY, Duration.ofSeconds(5), false);
		}
		catch (IOException ex) {
			return failed("REGISTRI_TIDAK_TERJANGKAU", Reach.CALL, Duration.ofSeconds(5), true);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return failed("DIHENTIKAN", Reach.INSTANSI, Duration.ofSeconds(5), true);
		}
	}

	private static Answer failed(String rule, Reach reach, Duration again, boolean sent) {
		return new Answer(null, new Trouble(rule, reach, again, null), sent);
	}

	static String line(String nip, int version, String key, String remoteId, Entry entry) {
		return String.join("\t", nip, String.valueOf(version), key, (remoteId != null) ? remoteId : "",
				KindsRegistry.encode(entry));
	}

	static Reply reply(String line) {
		String[] parts = line.split("\t", 2);
		return switch (parts[0]) {
			case "SAVED" -> new Reply.Saved(parts[1]);
			case "LATER" ->
				new Reply.NotSaved(new Trouble("REGISTRI_TERGANGGU", Reach.CALL, Duration.ofSeconds(30), null));
			default -> new Reply.Refused(parts[1]);
		};
	}

	private static Reply failure(Answer answer) {
		return answer.sent() ? new Reply.Unknown(answer.trouble()) : new Reply.NotSaved(answer.trouble());
	}

	/** Can be read back. */
	private static final class Readable extends KindsClient implements ReadableRegistry {

		Readable(Supplier<URI> address, String kode, BooleanSupplier dead) {
			super(address, kode, dead);
		}

		@Override
		public RegistryKind kind() {
			return RegistryKind.READABLE;
		}

		private String read(String path) {
			Answer answer = call(path, null);
			if (answer.trouble() != null) {
				throw answer.trouble();
			}
			return answer.body();
		}

		@Override
		public Optional<KnownPerson> find(String nip) {
			String body = read("person/" + nip);
			return body.isEmpty() ? Optional.empty()
					: Optional.of(new KnownPerson(nip, KindsRegistry.decode(body), null));
		}

		@Override
		public List<KnownEntry> history(KnownPerson person, String nip, Resource resource) {
			List<KnownEntry> entries = new ArrayList<>();
			for (String line : read("history/" + nip + "/" + resource.resourceName()).split("\n")) {
				if (!line.isEmpty()) {
					String[] parts = line.split("\t");
					entries.add(new KnownEntry(parts[0], KindsRegistry.decode(parts[1]), Map.of()));
				}
			}
			return entries;
		}

		@Override
		public Set<Field> comparable(Resource resource) {
			return new HashSet<>(resource.fields());
		}

		@Override
		public Entry outgoing(Entry ours, KnownEntry held) {
			return ours;
		}

		@Override
		public Reply save(KnownPerson person, Entry entry, KnownEntry held, String jabatanId) {
			Answer answer = call("save/READABLE",
					line(person.pnsId(), 1, "", (held != null) ? held.remoteId() : null, entry));
			return (answer.trouble() != null) ? failure(answer) : reply(answer.body());
		}

		@Override
		public boolean refresh(KnownPerson person) {
			return read("refresh/" + person.pnsId()).equals("ok");
		}

	}

	/** Is only written to. */
	private static final class Unread extends KindsClient implements UnreadRegistry {

		private final RegistryKind kind;

		private final int batch;

		Unread(RegistryKind kind, Supplier<URI> address, String kode, int batch, BooleanSupplier dead) {
			super(address, kode, dead);
			this.kind = kind;
			this.batch = batch;
		}

		@Override
		public RegistryKind kind() {
			return this.kind;
		}

		@Override
		public int batchLimit() {
			return this.batch;
		}

		@Override
		public BatchReply save(List<Sending> changes) {
			Answer answer = call("save/" + this.kind,
					changes.stream()
						.map((one) -> line(one.nip(), one.version(), one.key(), null, one.entry()))
						.collect(Collectors.joining("\n")));
			if (answer.trouble() != null) {
				return new BatchReply.All(failure(answer));
			}
			return answer.body().startsWith("WHOLE") ? new BatchReply.WholeRefused("no")
					: new BatchReply.Each(Arrays.stream(answer.body().split("\n")).map(KindsClient::reply).toList());
		}

	}

}
