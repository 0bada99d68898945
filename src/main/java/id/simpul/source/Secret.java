package id.simpul.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A password or token by reference: {@code env:NAME} for an environment variable,
 * {@code file:PATH} for the first line of a file below the data folder. The reference may
 * be shown to anybody; what it stands for is read when it is needed and kept nowhere.
 */
public record Secret(String reference) {

	private static final Pattern ENVIRONMENT = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*");

	private static final int LONGEST = 8192;

	public Secret {
		if (!ENVIRONMENT.matcher(reference).matches() && !reference.startsWith("file:")) {
			// not repeated in the message: somebody may have written the password itself
			throw new SourceFault("RAHASIA_BUKAN_RUJUKAN", null);
		}
	}

	/**
	 * What the reference stands for.
	 * @param data folder that {@code file:} paths are relative to
	 * @return never empty; a secret that is not there is a {@link SourceFault} naming the
	 * reference
	 */
	public String read(Path data) {
		String value = this.reference.startsWith("env:") ? System.getenv(this.reference.substring(4)) : firstLine(data);
		if (value == null || value.isBlank()) {
			throw missing(null);
		}
		return value;
	}

	private String firstLine(Path data) {
		Path file = Parameter.below("file:", data, this.reference.substring(5));
		try {
			if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
				throw missing(null);
			}
			return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
		}
		catch (IOException ex) {
			throw missing(ex);
		}
	}

	private SourceFault missing(IOException cause) {
		return new SourceFault("RAHASIA_TIDAK_ADA", cause, this.reference);
	}

}
