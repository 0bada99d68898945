package id.simpul.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The repository's own installation in a folder of its own, with a registry at a port
 * that nobody else uses: what a test may change.
 */
final class InstallationCopy {

	private final Path home;

	private final int registryPort;

	private InstallationCopy(Path home, int registryPort) {
		this.home = home;
		this.registryPort = registryPort;
	}

	static InstallationCopy in(Path folder) {
		try {
			for (String part : List.of("config", "routes", "mappings")) {
				copy(Path.of(part), folder.resolve(part));
			}
			InstallationCopy copy = new InstallationCopy(folder, freePort());
			copy.replace("config/application.yaml", "8090", String.valueOf(copy.registryPort));
			return copy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Replaces every occurrence in one file, which must have at least one. */
	InstallationCopy replace(String file, String what, String with) {
		try {
			String text = Files.readString(this.home.resolve(file));
			if (!text.contains(what)) {
				throw new IllegalArgumentException(file + " does not contain " + what);
			}
			Files.writeString(this.home.resolve(file), text.replace(what, with));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path home() {
		return this.home;
	}

	Path data() {
		return this.home.resolve("data");
	}

	int registryPort() {
		return this.registryPort;
	}

	Place place() {
		return new Place(this.home, null, false);
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(file, target);
				}
			}
		}
	}

}
