package id.simpul.national;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The connection breaks, at every place where it can. */
class BrokenConnectionTest {

	/** Of the question, then of the answer; the last are beyond their ends. */
	private static final int[] QUESTION = { 0, 1, 5, 20, 60, 150, 300, 450, 600 };

	private static final int[] ANSWER = { 0, 1, 12, 40, 90, 120, 150, 180 };

	@Test
	void whereverAConnectionIsResetTheEffectIsOne(@TempDir Path folder) throws Exception {
		AtomicReference<ResetProxy> between = new AtomicReference<>();
		try (Bureau bureau = Bureau.open(folder, Bureau.memory(), Duration.ofSeconds(2), Duration.ofMillis(50),
				(port) -> {
					between.set(new ResetProxy(port, "/kursus/save"));
					return between.get().port();
				}); ResetProxy proxy = between.get()) {
			int person = 0;
			int resets = 0;
			for (int side = 0; side < 2; side++) {
				for (int bytes : (side == 0) ? QUESTION : ANSWER) {
					person++;
					bureau.known(person);
					bureau.accept(Map.of(person, List.of(Bureau.kursus(person, 5))));
					proxy.resetOnce(side == 0, bytes);
					bureau.drain();
					resets += proxy.resets();
					bureau.pass(Duration.ofMinutes(1));
					bureau.drain();
					assertThat(bureau.state(person, Resource.KURSUS)).as("%d bytes of side %d", bytes, side)
						.startsWith("ACKED");
					assertThat(bureau.saves(person, "kursus")).as("%d bytes of side %d", bytes, side).hasSize(1);
				}
			}
			System.out.println("figures: " + resets + " resets of " + person + " places");
			assertThat(resets).isGreaterThan(14);
		}
	}

	/**
	 * One byte at a time, and never an end: of the status line, the headers or the body.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\nX-A: ",
			"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"" })
	void anAnswerThatDripsForEverIsBrokenOff(String beginning, @TempDir Path folder) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			start(() -> drip(server, beginning));
			String base = "http://localhost:" + server.getLocalPort();
			SiasnSettings settings = new SiasnSettings(URI.create(base + "/apisiasn/1.0"), URI.create(base + "/token"),
					URI.create(base + "/sso"), "contoh", "password", "rahasia", 100, 4, Duration.ofMillis(200),
					Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofMinutes(15), null, true, null);
			SiasnTokens tokens = new SiasnTokens(settings, ScriptedSiasn.credentials(folder), Clock.systemUTC());
			SiasnRegistry registry = new SiasnRegistry(new SiasnClient(settings, tokens, Clock.systemUTC()),
					new SiasnShapes(CodeLists.bundled()), "instansi-contoh", "satuan-contoh");
			long begin = System.nanoTime();
			// also with tokens that came long ago, the service itself drips
			assertThatExceptionOfType(Trouble.class).isThrownBy(() -> registry.find(Bureau.nip(1)))
				.satisfies((trouble) -> assertThat(trouble.rule()).isEqualTo("LAYANAN_TOKEN_TERGANGGU"));
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
		}
	}

	private static void drip(ServerSocket server, String beginning) {
		try {
			while (true) {
				Socket socket = server.accept();
				start(() -> {
					try (socket; OutputStream out = socket.getOutputStream()) {
						socket.getInputStream().read(new byte[4096]);
						out.write(beginning.getBytes(StandardCharsets.US_ASCII));
						while (true) {
							out.write('a');
							out.flush();
							java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
						}
					}
					catch (IOException ex) {
						// the caller had enough
					}
				});
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "rusak");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Stands between and resets a connection after so many bytes of a certain question or
	 * of its answer.
	 */
	private static final class ResetProxy implements AutoCloseable {

		private final ServerSocket door;

		private final int server;

		private final String question;

		private volatile boolean armed;

		private volatile boolean inQuestion;

		private volatile int after;

		private volatile int resets;

		ResetProxy(int server, String question) {
			this.server = server;
			this.question = question;
			try {
				this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
			start(this::accept);
		}

		int port() {
			return this.door.getLocalPort();
		}

		void resetOnce(boolean question, int bytes) {
			this.inQuestion = question;
			this.after = bytes;
			this.resets = 0;
			this.armed = true;
		}

		int resets() {
			return this.resets;
		}

		private void accept() {
			try {
				while (true) {
					Socket caller = this.door.accept();
					Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.server);
					caller.setTcpNoDelay(true);
					upstream.setTcpNoDelay(true);
					Pair pair = new Pair(caller, upstream);
					start(() -> pump(pair, true));
					start(() -> pump(pair, false));
				}
			}
			catch (IOException ex) {
				// the door was closed
			}
		}

		/** Both ends of one connection, and how far it is until it is reset. */
		private static final class Pair {

			private final Socket caller;

			private final Socket upstream;

			private volatile int left = -1;

			private volatile boolean ofQuestion;

			Pair(Socket caller, Socket upstream) {
				this.caller = caller;
				this.upstream = upstream;
			}

			void reset() {
				for (Socket socket : List.of(this.caller, this.upstream)) {
					try {
						socket.setSoLinger(true, 0);
						socket.close();
					}
					catch (IOException ex) {
						// it is gone
					}
				}
			}

		}

		private void pump(Pair pair, boolean up) {
			Socket from = up ? pair.caller : pair.upstream;
			Socket to = up ? pair.upstream : pair.caller;
			byte[] buffer = new byte[8192];
			try (from; to) {
				InputStream in = from.getInputStream();
				OutputStream out = to.getOutputStream();
				for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
					if (up && this.armed
							&& new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(this.question)) {
						this.armed = false;
						pair.ofQuestion = this.inQuestion;
						pair.left = this.after;
					}
					if (pair.left >= 0 && pair.ofQuestion == up) {
						int most = Math.min(read, pair.left);
						out.write(buffer, 0, most);
						out.flush();
						pair.left -= most;
						if (most < read) {
							this.resets++;
							pair.reset();
							return;
						}
					}
					else {
						out.write(buffer, 0, read);
						out.flush();
					}
				}
			}
			catch (IOException ex) {
				// one of both hung up
			}
		}

		@Override
		public void close() {
			try {
				this.door.close();
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		}

	}

}
