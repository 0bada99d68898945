package id.simpul.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The newest file in a drop folder that fits a pattern, as it was when it was chosen.
 * Files are written by others while we look: one that changes under our hands is not read
 * by half.
 *
 * @param name relative to the data folder, for messages
 */
record Delivery(Path path, String name, Instant modified, long size, Object identity) {

	/** Younger files may still be written to. */
	private static final Duration QUIET = Duration.ofSeconds(2);

	private static final int PATIENCE = 3;

	/**
	 * Chooses a file.
	 * @param parameter name of the parameter that holds the pattern
	 * @param pattern path below the data folder; its last part may have {@code *} and
	 * {@code ?}
	 */
	static Delivery newest(String parameter, Path data, String pattern) {
		Path asked = Parameter.below(parameter, data, pattern);
		Path folder = asked.getParent();
		PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + asked.getFileName());
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> found = files.filter((file) -> isFinal(file.getFileName().toString()))
				.filter((file) -> fits.matches(file.getFileName()))
				.filter((file) -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.toList();
			return found.stream()
				.map((file) -> look(data, file))
				.filter(Objects::nonNull)
				.max(Comparator.comparing(Delivery::modified).thenComparing(Delivery::name))
				.orElseThrow(() -> new SourceFault("BERKAS_TIDAK_ADA", null, pattern));
		}
		catch (IOException ex) {
			throw new SourceFault("BERKAS_TIDAK_ADA", ex, pattern);
		}
	}

	/** Waits until nobody has written to the file for a moment. */
	Delivery settled() {
		Delivery seen = this;
		for (int i = 0; i < PATIENCE; i++) {
			Duration age = Duration.between(seen.modified, Instant.now());
			if (age.compareTo(QUIET) >= 0) {
				return seen;
			}
			pause(age.isNegative() ? QUIET : QUIET.minus(age));
			Delivery now = look(this.path, this.name);
			if (seen.equals(now)) {
				return seen;
			}
			if (now == null) {
				break;
			}
			seen = now;
		}
		throw unfinished(null);
	}

	/**
	 * To be asked after the last byte was read: whether all of it came from one and the
	 * same file.
	 */
	void confirm() {
		if (!equals(look(this.path, this.name))) {
			throw unfinished(null);
		}
	}

	/**
	 * The fault for a file that has no proper end: it may be on its way, or it never came
	 * whole.
	 */
	SourceFault withoutEnd(Exception cause) {
		boolean young = Duration.between(this.modified, Instant.now()).compareTo(QUIET.multipliedBy(30)) < 0;
		return young ? unfinished(cause) : damaged(cause);
	}

	SourceFault damaged(Exception cause) {
		return new SourceFault("BERKAS_RUSAK", cause, this.name);
	}

	private SourceFault unfinished(Exception cause) {
		return new SourceFault("BERKAS_BELUM_SELESAI", cause, this.name);
	}

	private void pause(Duration time) {
		try {
			TimeUnit.MILLISECONDS.sleep(time.toMillis() + 1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw unfinished(ex);
		}
	}

	/** Not what office programs and transfers keep beside the real file. */
	private static boolean isFinal(String name) {
		return !name.startsWith(".") && !name.startsWith("~$") && !name.endsWith("~") && !name.endsWith(".tmp")
				&& !name.endsWith(".part") && !name.endsWith(".filepart");
	}

	private static Delivery look(Path data, Path file) {
		return look(file, data.toAbsolutePath().normalize().relativize(file).toString().replace('\\', '/'));
	}

	/** The file as it is now, {@code null} when it is gone. */
	private static Delivery look(Path file, String name) {
		try {
			BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
			return new Delivery(file, name, now.lastModifiedTime().toInstant(), now.size(), now.fileKey());
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException ex) {
			throw new SourceFault("BERKAS_RUSAK", ex, name);
		}
	}

}
