package id.simpul.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.source.Installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The route files as they lie in routes/, every YAML construct of them, loaded by our own
 * loader.
 */
class RouteFilesTest {

	private static final Path REPOSITORY = Path.of("").toAbsolutePath();

	private final DefaultCamelContext context = new DefaultCamelContext();

	@TempDir
	private Path home;

	@BeforeEach
	void start() throws IOException {
		try (Stream<Path> files = Files.walk(REPOSITORY.resolve("routes"))) {
			files.filter((file) -> file.toString().endsWith(".camel.yaml")).forEach(this::copy);
		}
		// the steps are bound by name; that they do what they say is tested where they
		// live
		for (String step : List.of("plans", "mappingStep", "validation")) {
			this.context.getRegistry().bind(step, new Object());
		}
		this.context.start();
	}

	@AfterEach
	void stop() {
		this.context.stop();
	}

	@Test
	void everyFileOfTheRepositoryLoads() {
		RouteFiles routes = load();
		assertThat(routes.refused()).isEmpty();
		List<String> reading = this.context.getRoutes()
			.stream()
			.map((route) -> route.getEndpoint().getEndpointUri())
			.filter((uri) -> uri.startsWith("direct://read-"))
			.toList();
		assertThat(reading).hasSize(18).doesNotHaveDuplicates().contains("direct://read-16", "direct://read-16.71");
	}

	@Test
	void everyRouteEndsInTheOneErrorPolicy() {
		load();
		assertThat(this.context.getRouteDefinitions()).isNotEmpty()
			.allSatisfy((route) -> assertThat(route.getRouteConfigurationId()).isEqualTo("simpul-errors"));
	}

	@Test
	void aBrokenFileStopsItsInstansiOnlyAndSaysWhere() throws IOException {
		write("instansi/16.71-palembang.camel.yaml", """
				- templatedRoute:
				    routeTemplateRef: database
				    routeId: x
				    parametters:
				      - {name: instansi, value: "16.71"}
				""");
		RouteFiles routes = load();
		assertThat(routes.refused()).singleElement().satisfies((refused) -> {
			assertThat(refused.file()).isEqualTo("routes/instansi/16.71-palembang.camel.yaml");
			assertThat(refused.reason()).contains("parametters");
		});
		assertThat(routes.refusedFor("16.71")).isPresent();
		assertThat(routes.refusedFor("16.72")).isEmpty();
	}

	@Test
	void aFileThatIsNoYamlNamesLineAndColumn() throws IOException {
		write("instansi/16.71-palembang.camel.yaml", "- templatedRoute:\n    routeTemplateRef: [database\n");
		assertThat(load().refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.line()).isGreaterThan(1));
	}

	@Test
	void aMissingParameterIsNamed() throws IOException {
		write("instansi/16.71-palembang.camel.yaml", """
				- templatedRoute:
				    routeTemplateRef: xlsx
				    routeId: x
				    parameters:
				      - {name: instansi, value: "16.71"}
				""");
		assertThat(load().refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.reason()).contains("file"));
	}

	@Test
	void aCodeThatDoesNotFitTheFileNameIsRefused() throws IOException {
		write("instansi/16.71-palembang.camel.yaml", """
				- templatedRoute:
				    routeTemplateRef: xlsx
				    routeId: x
				    parameters:
				      - {name: instansi, value: "99.99"}
				      - {name: file, value: "masuk/x.xlsx"}
				""");
		assertThat(load().refusedFor("16.71")).isPresent()
			.get()
			.satisfies((refused) -> assertThat(refused.reason()).contains("direct:read-16.71"));
	}

	@Test
	void aPasswordWrittenIntoTheFileIsRefusedAndNotRepeated() throws IOException {
		write("instansi/16.71-palembang.camel.yaml", """
				- templatedRoute:
				    routeTemplateRef: database
				    routeId: x
				    parameters:
				      - {name: instansi, value: "16.71"}
				      - {name: driver, value: h2}
				      - {name: database, value: "sumber/x"}
				      - {name: user, value: pembaca}
				      - {name: password, value: "sangat-rahasia"}
				""");
		assertThat(load().refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.reason()).isNotBlank().doesNotContain("sangat-rahasia"));
	}

	@Test
	void aBrokenTemplateStopsTheProgram() throws IOException {
		write("template/xlsx.camel.yaml", "- routeTemplatte: {}\n");
		assertThatIllegalStateException().isThrownBy(this::load)
			.withMessageContaining("routes/template/xlsx.camel.yaml");
	}

	@Test
	void noRouteFacesTheNetwork() {
		load();
		assertThat(this.context.getRoutes()).extracting(Route::getEndpoint)
			.allSatisfy((endpoint) -> assertThat(endpoint.getEndpointUri()).startsWith("direct://"));
	}

	private RouteFiles load() {
		RouteFiles routes = new RouteFiles(new Installation(this.home, this.home.resolve("data")), this.context);
		routes.load();
		return routes;
	}

	private void copy(Path file) {
		try {
			Path target = this.home.resolve(REPOSITORY.relativize(file));
			Files.createDirectories(target.getParent());
			Files.copy(file, target);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String file, String content) throws IOException {
		Files.writeString(this.home.resolve("routes").resolve(file), content);
	}

}
