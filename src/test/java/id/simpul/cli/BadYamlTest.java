package id.simpul.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import id.simpul.mapping.MappingFile;
import id.simpul.mapping.MappingRefused;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.ConfigRefused;
import id.simpul.source.InstansiList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files as a slip of the hand or somebody with bad intentions makes them, put to each of
 * the four readers: refused with a place, within a moment, and nothing is run or fetched.
 */
class BadYamlTest {

	/** What is put behind a good file, or in its place where it begins with {@code !}. */
	private static final Map<String, String> SPOILS = new LinkedHashMap<>();

	static {
		SPOILS.put("a tab for blanks", "lain:\n\t- satu\n");
		SPOILS.put("a key that nobody knows", "tidak-dikenal-di-sini: 1\n");
		SPOILS.put("a bracket that is never closed", "lain: [1, 2\n");
		SPOILS.put("a brace that is never closed", "lain: {a: 1\n");
		SPOILS.put("a quotation mark that is never closed", "lain: \"satu\n");
		SPOILS.put("a bomb of aliases", bomb());
		SPOILS.put("an alias of itself", "lain: &a [*a]\n");
		SPOILS.put("an alias of nothing", "lain: *tidak-ada\n");
		SPOILS.put("a script engine", "lain: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader "
				+ "[[!!java.net.URL [\"http://127.0.0.1:9/x\"]]]]\n");
		SPOILS.put("a class of the program", "lain: !!id.simpul.cli.BadYamlTest$Trap {a: 1}\n");
		SPOILS.put("ten thousand brackets", "lain: " + "[".repeat(10_000) + "\n");
		SPOILS.put("a control character", "lain: \"\u0001\"\n");
		SPOILS.put("a directive in the middle", "%YAML 9.9\n---\nlain: 1\n");
		SPOILS.put("a line without a colon", "lain\n");
		SPOILS.put("a blank too many", "  lain: 1\n");
		SPOILS.put("!nothing", "");
		SPOILS.put("!a word", "halo\n");
	}

	/** What the parser gives up on as a whole, without saying where. */
	private static final List<String> PLACELESS = List.of("a control character", "a bomb of aliases",
			"ten thousand brackets");

	@TempDir
	private Path folder;

	private Home home;

	@BeforeEach
	void copy() throws IOException {
		this.home = Home.in(this.folder, 20);
	}

	static Stream<String> spoils() {
		return SPOILS.keySet().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("spoils")
	void isRefusedInTheListOfInstansi(String name) throws IOException {
		spoil("config/instansi.yaml", name);
		isRefused(name, () -> {
			InstansiList.load(this.folder.resolve("config/instansi.yaml"));
			return List.of();
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("spoils")
	void isRefusedInTheSettings(String name) throws IOException {
		spoil("config/application.yaml", name);
		if (name.equals("!nothing")) {
			assertThat(SettingsFile.problems(this.folder)).as("every setting is at its default").isEmpty();
			return;
		}
		isRefused(name, () -> SettingsFile.problems(this.folder).stream().map(Object::toString).toList());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("spoils")
	void isRefusedInAMapping(String name) throws IOException {
		spoil("mappings/16.09-oku-selatan.yaml", name);
		isRefused(name, () -> {
			MappingFile.load(this.folder.resolve("mappings/16.09-oku-selatan.yaml"), CodeLists.bundled());
			return List.of();
		});
	}

	/**
	 * Each in the route of another instansi; those that are well are not held up by them.
	 */
	@Test
	void isRefusedInARoute() throws IOException {
		List<Path> routes;
		try (Stream<Path> files = Files.list(this.folder.resolve("routes/instansi"))) {
			routes = files.map((file) -> file.getFileName()).sorted().toList();
		}
		List<String> names = new ArrayList<>(SPOILS.keySet());
		assertThat(routes).hasSizeGreaterThan(names.size());
		for (int i = 0; i < names.size(); i++) {
			spoil("routes/instansi/" + routes.get(i), names.get(i));
		}
		Spoken check = assertTimeout(() -> Spoken.by(this.home, "check"));
		assertThat(check.exit()).isEqualTo(SimpulCommand.FINDINGS);
		assertThat(check.err()).isEmpty();
		for (int i = 0; i < routes.size(); i++) {
			String file = "routes/instansi/" + routes.get(i);
			long lines = check.out().lines().filter((line) -> line.startsWith(file + ":")).count();
			assertThat(lines).as("%s in %s", (i < names.size()) ? names.get(i) : "nothing", file)
				.isEqualTo((i < names.size()) ? 1 : 0);
		}
		assertThat(Trap.made).isFalse();
	}

	private void spoil(String file, String name) throws IOException {
		String spoilt = name.startsWith("!") ? SPOILS.get(name) : this.home.read(file) + SPOILS.get(name);
		Files.write(this.folder.resolve(file), spoilt.getBytes(StandardCharsets.UTF_8));
	}

	private void isRefused(String name, java.util.concurrent.Callable<List<String>> reader) {
		List<String> problems = assertTimeout(() -> {
			try {
				return reader.call();
			}
			catch (ConfigRefused ex) {
				return ex.problems().stream().map(Object::toString).toList();
			}
			catch (MappingRefused ex) {
				return ex.problems().stream().map(Object::toString).toList();
			}
		});
		assertThat(problems).as(name).isNotEmpty();
		assertThat(problems.get(0)).as(name)
			.matches(name.startsWith("!") || PLACELESS.contains(name) ? "(?s)\\S+:\\d+:\\d+: .+"
					: "(?s)\\S+:[1-9]\\d*:[1-9]\\d*: .+");
		assertThat(Trap.made).isFalse();
	}

	private static <T> T assertTimeout(java.util.concurrent.Callable<T> work) {
		return org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), work::call);
	}

	private static String bomb() {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i < 20; i++) {
			bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i,
					i - 1));
		}
		return bomb.toString();
	}

	/** Nothing that a file names is ever made. */
	public static final class Trap {

		static boolean made;

		public Trap() {
			made = true;
		}

	}

}
