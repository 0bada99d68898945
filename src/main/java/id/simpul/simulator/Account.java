package id.simpul.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may ask for tokens in the name of an instansi. A part whose file is not there is
 * {@code null} and never fits.
 */
record Account(String instansi, String consumerKey, String consumerSecret, String username, String password) {

	/** The accounts as the folder has them now. */
	static List<Account> in(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(folder)) {
			return folders.filter(Files::isDirectory)
				.sorted()
				.map((one) -> new Account(one.getFileName().toString(), text(one.resolve("consumer-key")),
						text(one.resolve("consumer-secret")), text(one.resolve("username")),
						text(one.resolve("password"))))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isConsumer(String key, String secret) {
		return same(this.consumerKey, key) && same(this.consumerSecret, secret);
	}

	boolean isOperator(String name, String word) {
		return same(this.username, name) && same(this.password, word);
	}

	private static boolean same(String ours, String theirs) {
		return ours != null && !ours.isEmpty() && theirs != null && MessageDigest
			.isEqual(ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
	}

}
