package id.simpul.console;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import id.simpul.change.OutboxState;
import id.simpul.change.Plans.Release;
import id.simpul.change.RunState;
import id.simpul.pegawai.Resource;
import id.simpul.report.Standing;
import id.simpul.source.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path TEMPLATES = RESOURCES.resolve("templates");

	private static final Path CONSOLE = Path.of("src/main/java/id/simpul/console");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

	/** A key that a template names whole. */
	private static final Pattern NAMED = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");

	/** A key that a template puts together, {@code 'keadaan.' + x + '.arti'}. */
	private static final Pattern COMPOSED = Pattern
		.compile("#\\{\\$\\{'([a-z.-]+)' \\+ [^'}]+?(?: \\+ '([a-z.-]+)')?}[(}]");

	/** Whatever an expression of a template stands in. */
	private static final Pattern KEY = Pattern.compile("#\\{");

	private final Properties indonesian = read("messages.properties");

	private final Properties english = read("messages_en.properties");

	@Test
	void bothLanguagesHaveTheSameKeys() {
		assertThat(keys(this.english)).isEqualTo(keys(this.indonesian));
	}

	@Test
	void noKeyStandsTwiceAndNoneIsEmpty() throws IOException {
		for (String file : List.of("messages.properties", "messages_en.properties")) {
			List<String> keys = Files.readAllLines(RESOURCES.resolve(file))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.substring(0, line.indexOf('=')))
				.toList();
			assertThat(keys).as(file).doesNotHaveDuplicates();
			assertThat(read(file).values()).as(file).allSatisfy((text) -> assertThat((String) text).isNotBlank());
		}
	}

	@Test
	void bothLanguagesFillTheSameGaps() {
		for (String key : keys(this.indonesian)) {
			assertThat(gaps(this.english.getProperty(key))).as(key).isEqualTo(gaps(this.indonesian.getProperty(key)));
		}
	}

	@Test
	void aTextWithGapsHasNoApostropheThatSwallowsThem() {
		for (Properties texts : List.of(this.indonesian, this.english)) {
			assertThat(texts.stringPropertyNames()
				.stream()
				.filter((key) -> !gaps(texts.getProperty(key)).isEmpty())
				.map(texts::getProperty)).noneMatch((text) -> text.contains("'"));
		}
	}

	@Test
	void everyKeyThatIsAskedForExists() throws IOException {
		assertThat(keys(this.indonesian)).containsAll(asked());
	}

	@Test
	void everyKeyIsAskedFor() throws IOException {
		assertThat(asked()).containsAll(keys(this.indonesian));
	}

	@Test
	void theTextsOfAllTemplatesComeFromKeys() throws IOException {
		List<String> bare = new ArrayList<>();
		for (Path template : templates()) {
			String html = Files.readString(template).replaceAll("(?s)<!--.*?-->|<!DOCTYPE[^>]*>", "");
			// an element with th:text shows its text, what stands inside is only for who
			// reads the template; names of the product and dashes are the same everywhere
			Matcher texts = Pattern.compile("(<[^<>]+>)([^<>]+)(?=<)").matcher(html);
			while (texts.find()) {
				String text = texts.group(2).strip();
				boolean replaced = texts.group(1).contains("th:text=") && !texts.group(1).startsWith("</");
				if (!replaced && text.matches("(?s).*\\p{L}.*") && !text.equals("Simpul")) {
					bare.add(template.getFileName() + ": " + text);
				}
			}
			Matcher attributes = Pattern.compile("\\s(?<!th:)(title|aria-label|placeholder|alt)=\"([^\"]+)\"")
				.matcher(html);
			while (attributes.find()) {
				bare.add(template.getFileName() + ": " + attributes.group());
			}
		}
		assertThat(bare).isEmpty();
	}

	@Test
	void noTemplateWritesUnescaped() throws IOException {
		for (Path template : templates()) {
			assertThat(Files.readString(template)).as(template.toString())
				.doesNotContain("th:utext", "[(", "style=\"", "onclick");
		}
	}

	@Test
	void theOtherLanguageIsNamedInItself() throws IOException {
		assertThat(Files.readString(TEMPLATES.resolve("bingkai.html"))).contains("'Bahasa Indonesia' : 'English'");
	}

	/** Every key that a template or a class of the console may ask for. */
	private static Set<String> asked() throws IOException {
		Set<String> asked = new TreeSet<>();
		for (Path template : templates()) {
			String html = Files.readString(template);
			int understood = 0;
			for (Matcher named = NAMED.matcher(html); named.find(); understood++) {
				asked.add(named.group(1));
			}
			for (Matcher composed = COMPOSED.matcher(html); composed.find(); understood++) {
				String end = (composed.group(2) != null) ? composed.group(2) : "";
				fillings(composed.group(1)).forEach((name) -> {
					if (!(name.equals("ON_TIME") && end.equals(".hitung"))) {
						asked.add(composed.group(1) + name + end);
					}
				});
			}
			// what a page says after a form is a key that the class chose
			understood += html.split("#\\{\\$\\{kabar}}", -1).length - 1;
			assertThat(KEY.matcher(html).results().count()).as("expressions of " + template).isEqualTo(understood);
		}
		try (Stream<Path> classes = Files.list(CONSOLE)) {
			for (Path file : classes.toList()) {
				String java = Files.readString(file);
				for (Matcher text = Pattern.compile("\"((?:waktu|kabar|sebab)\\.[a-z][\\w.-]*[a-z_A-Z])\"")
					.matcher(java); text.find();) {
					asked.add(text.group(1));
				}
			}
		}
		for (String prefix : List.of("kabar.lepas.", "riwayat.", "mulai.", "pelaku.", "akibat.")) {
			fillings(prefix).forEach((name) -> asked.add(prefix + name));
		}
		return asked;
	}

	/** What may follow the beginning of a composed key. */
	private static List<String> fillings(String prefix) {
		return switch (prefix) {
			case "keadaan." -> names(Standing.values());
			case "putaran." -> names(RunState.values());
			case "rak." -> Arrays.stream(OutboxState.values()).map(Shelf::of).distinct().map(Enum::name).toList();
			case "berat." -> names(Severity.values());
			case "peran." -> names(Role.values());
			case "kabar.lepas." -> names(Release.values());
			case "riwayat." -> Arrays.stream(Resource.values()).map(Resource::resourceName).toList();
			case "galat." -> List.of("400", "403", "404", "405", "500");
			case "neraca." -> List.of("ROWS", "ENTRIES", "REGISTRY", "used", "filtered", "unreadable", "unchanged",
					"changed", "rejected", "held", "duplicate", "acked", "adopted", "worklist", "waiting", "refused",
					"parked", "superseded");
			case "ulang.hasil." -> List.of("dikirim", "dibaca", "berjalan", "diterima", "digantikan");
			case "ulang.riwayat." -> List.of("THEN", "NOW", "CONFIRM");
			case "rencana." -> List.of("HILANG", "BERUBAH", "BARU", "KOLOM", "BARIS", "MILIK_LAIN", "MUNDUR");
			case "mulai." -> List.of("jadwal", "demo", "perintah");
			case "pelaku." -> List.of("operator-daerah", "admin-ti", "bkd", "bkn");
			case "akibat." -> List.of("memblokir-layanan", "menurunkan-indeks", "kosmetik");
			default -> throw new AssertionError("Nobody said what may follow " + prefix);
		};
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).toList();
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.list(TEMPLATES)) {
			return files.sorted().toList();
		}
	}

	private static Set<String> keys(Properties texts) {
		return new TreeSet<>(texts.stringPropertyNames());
	}

	private static Set<String> gaps(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map((gap) -> gap.group())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties read(String name) {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
			texts.load(reader);
			return texts;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
