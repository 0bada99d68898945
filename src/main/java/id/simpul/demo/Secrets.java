package id.simpul.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The secrets of the province: made by chance on each machine, so that none is a default
 * one.
 */
final class Secrets {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Secrets() {
	}

	/** Makes what one sender needs; what is there already stays. */
	static void make(Path data, Sender sender) throws IOException {
		for (String name : new String[] { "consumer-key", "consumer-secret", "username", "password", "sumber",
				"sumber-pengelola" }) {
			Path file = file(data, sender, name);
			if (Files.notExists(file)) {
				Files.createDirectories(file.getParent());
				Files.writeString(file, word() + "\n");
				if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
					Files.setPosixFilePermissions(file,
							Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
				}
			}
		}
	}

	static String read(Path data, Sender sender, String name) throws IOException {
		return Files.readString(file(data, sender, name)).strip();
	}

	private static Path file(Path data, Sender sender, String name) {
		return data.resolve("rahasia").resolve(sender.kode()).resolve(name);
	}

	private static String word() {
		byte[] bytes = new byte[15];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
