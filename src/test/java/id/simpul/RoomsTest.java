package id.simpul;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the order of the rooms: over the imports of the Java files and over the
 * {@code direct:} names of the routes.
 */
class RoomsTest {

	private static final Path MAIN = Path.of("src/main/java/id/simpul");

	/** Each may import those before it. */
	private static final List<String> ORDER = List.of("pegawai", "source", "mapping", "validation", "change",
			"national", "sync", "ipasn", "reconcile", "report", "console", "simulator", "demo", "cli");

	/** The stand-in registry shares nothing with what it stands in for. */
	private static final Set<String> ISOLATED = Set.of("simulator");

	private static final Set<String> MAY_START_THE_SIMULATOR = Set.of("demo", "cli");

	private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?id\\.simpul\\.([a-z]+)\\.");

	private static final Pattern FROM = Pattern.compile("uri: \"?direct:([a-z{}-]+)");

	private static final Pattern TO = Pattern.compile("to: \\{uri: direct:([a-z-]+)}");

	/** The steps of the pipeline, by the name a batch is handed on with. */
	private static final List<String> STEPS = List.of("read-{{instansi}}", "batch", "mapping", "validation", "change");

	@Test
	void everyRoomIsInTheOrder() throws IOException {
		assertThat(rooms()).isSubsetOf(ORDER);
	}

	@Test
	void aRoomImportsOnlyEarlierRooms() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (String room : rooms()) {
			imports(room).forEach((file, imported) -> imported.stream()
				.filter((other) -> !mayImport(room, other))
				.forEach((other) -> wrong.add(file + " imports " + other)));
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void everyRoomSaysWhatItTakesAndGives() throws IOException {
		for (String room : rooms()) {
			assertThat(MAIN.resolve(room).resolve("package-info.java")).exists().content().contains("/**");
		}
	}

	@Test
	void theSchemaKnowsNoFramework() throws IOException {
		for (Path file : files(MAIN.resolve("pegawai"), ".java")) {
			assertThat(Files.readString(file)).as(file.toString())
				.doesNotContain("import org.springframework", "import org.apache.camel");
		}
	}

	@Test
	void routesHandOnOnlyToLaterStepsAndEveryStepHasOneTaker() throws IOException {
		Map<String, Integer> takers = new TreeMap<>();
		for (Path file : files(Path.of("routes"), ".camel.yaml")) {
			for (String route : Files.readString(file).split("(?m)^- ")) {
				Matcher from = FROM.matcher(route);
				if (!from.find() || route.startsWith("templatedRoute")) {
					continue;
				}
				String step = from.group(1);
				takers.merge(step.startsWith("read-") ? file.getFileName() + " " + step : step, 1, Integer::sum);
				assertThat(STEPS).as(file.toString()).contains(step);
				for (Matcher to = TO.matcher(route); to.find();) {
					assertThat(STEPS.indexOf(to.group(1))).as(file + ": " + step + " to " + to.group(1))
						.isGreaterThan(STEPS.indexOf(step));
				}
			}
		}
		assertThat(takers).containsKeys("batch", "mapping", "validation", "change")
			.allSatisfy((step, count) -> assertThat(count).as(step).isEqualTo(1));
	}

	private static boolean mayImport(String room, String other) {
		if (room.equals(other)) {
			return true;
		}
		if (ISOLATED.contains(room)) {
			return false;
		}
		return ORDER.indexOf(other) < ORDER.indexOf(room)
				&& (!ISOLATED.contains(other) || MAY_START_THE_SIMULATOR.contains(room));
	}

	private static Set<String> rooms() throws IOException {
		Set<String> rooms = new TreeSet<>();
		try (Stream<Path> folders = Files.list(MAIN)) {
			folders.filter(Files::isDirectory).forEach((folder) -> rooms.add(folder.getFileName().toString()));
		}
		assertThat(rooms).contains("pegawai", "change", "cli");
		return rooms;
	}

	private static Map<Path, Set<String>> imports(String room) throws IOException {
		Map<Path, Set<String>> imports = new TreeMap<>();
		for (Path file : files(MAIN.resolve(room), ".java")) {
			Set<String> names = new TreeSet<>();
			for (Matcher matcher = IMPORT.matcher(Files.readString(file)); matcher.find();) {
				names.add(matcher.group(1));
			}
			imports.put(file, names);
		}
		return imports;
	}

	private static List<Path> files(Path folder, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList();
		}
	}

}
