package id.simpul.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data folder with a drop folder, in which files lie that were delivered an hour ago.
 */
record DropFolder(Path data) {

	Path file(String name) {
		return this.data.resolve("masuk/16.71").resolve(name);
	}

	Path text(String name, String text) {
		return bytes(name, text.getBytes(StandardCharsets.UTF_8));
	}

	Path text(String name, String text, Charset charset) {
		return bytes(name, text.getBytes(charset));
	}

	Path bytes(String name, byte[] bytes) {
		try {
			Path file = file(name);
			Files.createDirectories(file.getParent());
			Files.write(file, bytes);
			return age(file, 3600);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A zip file of these parts. */
	Path zip(String name, Map<String, String> parts) {
		Path file = bytes(name, new byte[0]);
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return age(file, 3600);
	}

	static Path age(Path file, int seconds) {
		try {
			return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Names of what is left in the folder for temporary files. */
	long temporaryFiles() {
		if (!Files.isDirectory(this.data.resolve("tmp"))) {
			return 0;
		}
		try (Stream<Path> files = Files.list(this.data.resolve("tmp"))) {
			return files.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	CsvSource csv() {
		CsvSource source = new CsvSource();
		source.setInstansi("16.71");
		source.setData(this.data.toString());
		source.setFolder("masuk/16.71");
		return source;
	}

	XlsxSource xlsx(String pattern) {
		XlsxSource source = new XlsxSource();
		source.setInstansi("16.71");
		source.setData(this.data.toString());
		source.setFile("masuk/16.71/" + pattern);
		return source;
	}

}
