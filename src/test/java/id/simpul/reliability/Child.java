package id.simpul.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The packaged program in a process of its own, as an operator starts it: it can be ended
 * at any moment, and what it says lies in a file.
 */
final class Child implements AutoCloseable {

	/** Compiled quickly rather than well, since none of them lives long. */
	private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dsun.net.httpserver.nodelay=true");

	static final Path JAR = Path.of(System.getProperty("jar", "target/simpul.jar")).toAbsolutePath();

	private final Process process;

	private final Path out;

	private final long started = System.nanoTime();

	private Child(Process process, Path out) {
		this.process = process;
		this.out = out;
	}

	/**
	 * Starts the jar.
	 * @param logs the folder for what it says; its errors go to a file beside
	 */
	static Child start(Path logs, String name, String... arguments) {
		return start(logs, name, List.of("-jar", JAR.toString()), arguments);
	}

	/**
	 * Starts the jar in another way.
	 * @param flags for Java, with the jar
	 */
	static Child start(Path logs, String name, List<String> flags, String... arguments) {
		List<String> command = new ArrayList<>(JAVA);
		command.addAll(flags);
		command.addAll(List.of(arguments));
		try {
			Files.createDirectories(logs);
			Path out = logs.resolve(name + ".out");
			Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
				.redirectError(logs.resolve(name + ".err").toFile())
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			return new Child(process, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Unpacks the jar by its own means, which halves the time it takes to start.
	 * @return the unpacked program
	 */
	static Path unpack(Path folder) throws InterruptedException {
		Path unpacked = folder.resolve("program");
		try (Child tools = start(folder, "unpack", List.of("-Djarmode=tools", "-jar", JAR.toString()), "extract",
				"--destination", unpacked.toString())) {
			tools.exitCode(Duration.ofSeconds(60));
		}
		return unpacked.resolve(JAR.getFileName());
	}

	/** What it has said so far. */
	String said() {
		try {
			return Files.readString(this.out, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What it has logged so far. */
	String logged() {
		try {
			return Files.readString(this.out.resolveSibling(this.out.getFileName().toString().replace(".out", ".err")),
					StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Since its start. */
	Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

	/**
	 * Waits until something is so, at most that long and only while the process lives.
	 * @return whether it came to be so
	 */
	boolean await(BooleanSupplier something, Duration atMost) throws InterruptedException {
		long end = System.nanoTime() + atMost.toNanos();
		while (System.nanoTime() < end && isAlive()) {
			if (something.getAsBoolean()) {
				return true;
			}
			this.process.waitFor(50, TimeUnit.MILLISECONDS);
		}
		return something.getAsBoolean();
	}

	/** Waits for a word of it. */
	void awaitSaid(String word, Duration atMost) throws InterruptedException {
		if (!await(() -> said().contains(word), atMost)) {
			throw new IllegalStateException("Never said " + word + ":\n" + said() + logged());
		}
	}

	/** Lets it live on for a while. */
	void live(Duration howLong) throws InterruptedException {
		this.process.waitFor(howLong.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Ends it as a power cut would: it is not asked. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Asks it to end.
	 * @return how long it took
	 */
	Duration terminate(Duration atMost) throws InterruptedException {
		long asked = System.nanoTime();
		this.process.destroy();
		if (!this.process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
			kill();
			throw new IllegalStateException("Did not end within " + atMost + ":\n" + logged());
		}
		return Duration.ofNanos(System.nanoTime() - asked);
	}

	/** Waits for its end. */
	int exitCode(Duration atMost) throws InterruptedException {
		if (!this.process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
			kill();
			throw new IllegalStateException("Did not end within " + atMost + ":\n" + said() + logged());
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
