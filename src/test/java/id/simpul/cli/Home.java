package id.simpul.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An installation of one's own: a copy of this repository's files, with ports nobody else
 * uses, that a test may spoil.
 */
final class Home {

	private static final Path REPOSITORY = Path.of("").toAbsolutePath();

	private final Path folder;

	private final int registryPort;

	private Home(Path folder, int registryPort) {
		this.folder = folder;
		this.registryPort = registryPort;
	}

	/**
	 * Copies the repository's installation.
	 * @param people of each instansi
	 */
	static Home in(Path folder, int people) throws IOException {
		for (String part : new String[] { "config", "routes", "mappings" }) {
			copy(REPOSITORY.resolve(part), folder.resolve(part));
		}
		int registry = freePort();
		Home home = new Home(folder, registry);
		home.replace("config/application.yaml", "port: 8080", "port: " + freePort());
		home.replace("config/application.yaml", "8090", String.valueOf(registry));
		home.replace("config/application.yaml", "people: 200", "people: " + people);
		return home;
	}

	Path folder() {
		return this.folder;
	}

	Path data() {
		return this.folder.resolve("data");
	}

	int registryPort() {
		return this.registryPort;
	}

	String read(String file) throws IOException {
		return Files.readString(this.folder.resolve(file));
	}

	void write(String file, String content) throws IOException {
		Files.createDirectories(this.folder.resolve(file).getParent());
		Files.writeString(this.folder.resolve(file), content, StandardCharsets.UTF_8);
	}

	/** Changes a file where it must have what is to be changed. */
	void replace(String file, String old, String now) throws IOException {
		String content = read(file);
		assertThat(content).as(file).contains(old);
		write(file, content.replace(old, now));
	}

	void delete(String file) throws IOException {
		Files.delete(this.folder.resolve(file));
	}

	/** Makes a file again what it is in the repository. */
	void restore(String file) throws IOException {
		write(file, Files.readString(REPOSITORY.resolve(file)));
	}

	/** Every file of the data folder with its bytes, to see that none was touched. */
	Map<String, String> contents() throws IOException {
		Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(data())) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				contents.put(data().relativize(file).toString(),
						new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
			}
		}
		return contents;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				Files.createDirectories(to.resolve(from.relativize(folder)));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.copy(file, to.resolve(from.relativize(file)));
				return FileVisitResult.CONTINUE;
			}
		});
	}

}
