package id.simpul.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * The process that moves changes, as others of the same database know it.
 *
 * @param id stays the same for one data folder, which only one process uses at a time:
 * who finds its own id in a lane follows a process that has ended
 * @param alone whether the database admits no other process
 * @param request the longest that one request to the registry takes
 * @param quiet how long after its answer was lost a request may still take effect
 */
public record Node(String id, boolean alone, Duration request, Duration quiet) {

	private static final Duration MARGIN = Duration.ofSeconds(5);

	/** The node of a data folder; named at the first start. */
	public static Node of(Path data, boolean alone, Duration request, Duration quiet) {
		Path file = data.resolve("simpul.node");
		try {
			if (!Files.exists(file)) {
				Files.createDirectories(data);
				Files.writeString(file, UUID.randomUUID().toString());
			}
			return new Node(Files.readString(file).strip(), alone, request, quiet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The name of this node cannot be kept in the data folder", ex);
		}
	}

	/**
	 * How long a lane stays with a process that does not show up any more. A renewed
	 * lease outlasts any request that is begun under it.
	 */
	Duration lease() {
		return this.request.plus(MARGIN).multipliedBy(2);
	}

	/**
	 * Whether a lane of that holder, which is not this process, is ours, since it cannot
	 * run beside us.
	 */
	boolean isSuccessorOf(String holder) {
		return this.alone || holder.startsWith(this.id + '#');
	}

}
