package id.simpul;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Keeps the program small. Left alone, Java takes up to a quarter of the machine's memory
 * before it tidies up, and no setting inside a jar can say otherwise. So a program that
 * was started without a limit starts itself again with one, in the same process: same
 * number, same files, same signals. Who wants another limit says {@code -Xmx} as usual.
 */
final class Heap {

	/**
	 * Enough for a province: nothing here grows with the number of people. Half of it for
	 * what is young, since a batch of people with all their rows is. Tidied up by as many
	 * threads as there are cores: while one alone does it, calls that were to leave
	 * evenly are held up twice as long.
	 */
	private static final List<String> FLAGS = List.of("-Xmx320m", "-XX:+UseParallelGC", "-XX:NewRatio=1",
			"-XX:+ExitOnOutOfMemoryError");

	private static final List<String> LIMITS = List.of("-Xmx", "-XX:MaxHeapSize", "-XX:MaxRAM");

	private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

	private Heap() {
	}

	/** Comes back only when there is a limit already, or this system cannot do it. */
	static void limit() {
		List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
		Optional<String> java = ProcessHandle.current().info().command();
		if (java.isEmpty() || !Files.isReadable(COMMAND_LINE) || isLimited(given)) {
			return;
		}
		try {
			String[] words = Files.readString(COMMAND_LINE, StandardCharsets.UTF_8).split("\0");
			Native.load("c", System.class).execv(java.get(), limited(words).toArray(String[]::new));
		}
		catch (IOException | LinkageError ex) {
			// it runs without a limit as well, only larger
		}
	}

	static boolean isLimited(List<String> arguments) {
		return arguments.stream().anyMatch((argument) -> LIMITS.stream().anyMatch(argument::startsWith));
	}

	/** The same command line with the limit behind its first word. */
	static List<String> limited(String... words) {
		List<String> limited = new ArrayList<>(Arrays.asList(words));
		limited.addAll(1, FLAGS);
		return limited;
	}

	/** The one call of the system that is needed. */
	public interface System extends Library {

		/** Comes back only when it failed. */
		int execv(String program, String[] words);

	}

}
