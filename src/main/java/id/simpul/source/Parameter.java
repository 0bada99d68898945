package id.simpul.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the parameters of a route file, which are typed by people and end in addresses
 * and paths. A fault names the parameter and never repeats its value: somebody may have
 * put a password there.
 */
final class Parameter {

	private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N} _.@()+*?-]+(/[\\p{L}\\p{N} _.@()+*?-]+)*");

	private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

	private Parameter() {
	}

	static SourceFault wrong(String name) {
		return new SourceFault("PARAMETER_SUMBER_SALAH", null, name);
	}

	/** The text if it has the form, else a fault. */
	static String matching(String name, String text, Pattern form) {
		if (text == null || !form.matcher(text).matches()) {
			throw wrong(name);
		}
		return text;
	}

	static int number(String name, String text, int least, int most) {
		try {
			int number = Integer.parseInt(text.strip());
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// said below: the parser's message would repeat the value
		}
		throw wrong(name);
	}

	/** Reads {@code 500ms}, {@code 90s}, {@code 30m} or {@code 2h}. */
	static Duration span(String name, String text) {
		Matcher parts = SPAN.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!parts.matches()) {
			throw wrong(name);
		}
		long count = Long.parseLong(parts.group(1));
		return switch (parts.group(2)) {
			case "ms" -> Duration.ofMillis(count);
			case "s" -> Duration.ofSeconds(count);
			case "m" -> Duration.ofMinutes(count);
			default -> Duration.ofHours(count);
		};
	}

	/** A relative path that stays below the folder, whatever it says. */
	static Path below(String name, Path folder, String path) {
		matching(name, path, PATH);
		Path root = folder.toAbsolutePath().normalize();
		Path file = root.resolve(path).normalize();
		if (path.contains("..") || !file.startsWith(root) || file.equals(root)) {
			throw wrong(name);
		}
		return file;
	}

	/** Whether a parameter was left out; templates pass an empty text for that. */
	static boolean given(String text) {
		return text != null && !text.isBlank();
	}

}
