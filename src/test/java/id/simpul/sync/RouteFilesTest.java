package id.simpul.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ToDefinition;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import id.simpul.change.Limits;
import id.simpul.change.Plans;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.ConfigRefused;
import id.simpul.source.Installation;
import id.simpul.validation.Validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
		// the real steps, since Camel looks for their methods when it loads a route; that
		// they do what they say is tested where they live, so the database stays closed
		JdbcDataSource closed = new JdbcDataSource();
		this.context.getRegistry()
			.bind("plans", new Plans(closed, new DataSourceTransactionManager(closed), Clock.systemUTC(),
					(kode) -> Limits.defaults()));
		this.context.getRegistry().bind("mappingStep", new MappingStep());
		this.context.getRegistry().bind("validation", new Validation(CodeLists.bundled()));
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
		assertThatExceptionOfType(ConfigRefused.class).isThrownBy(this::load)
			.withMessageContaining("routes/template/xlsx.camel.yaml:1:");
	}

	@Test
	void aStepThatNobodyTakesIsRefusedWhenThePipelineIsLoaded() throws IOException {
		replace("pipeline.camel.yaml", "to: {uri: direct:validation}", "to: {uri: direct:validasi}");
		assertThatExceptionOfType(ConfigRefused.class).isThrownBy(this::load)
			.withMessageContaining("routes/pipeline.camel.yaml:")
			.withMessageContaining("direct:validasi")
			.withMessageContaining("direct:validation");
	}

	@Test
	void aTemplateThatHandsOnToNobodyIsRefused() throws IOException {
		replace("template/csv.camel.yaml", "to: {uri: direct:batch}", "to: {uri: direct:bacth}");
		assertThatExceptionOfType(ConfigRefused.class).isThrownBy(this::load)
			.withMessageContaining("routes/template/csv.camel.yaml:")
			.withMessageContaining("direct:bacth");
	}

	@Test
	void anInstansiWithARouteOfItsOwnThatHandsOnToNobodyStopsOnlyItself() throws IOException {
		write("instansi/16.71-palembang.camel.yaml", """
				- route:
				    id: x
				    from:
				      uri: direct:read-16.71
				      steps:
				        - to: {uri: direct:betch}
				""");
		RouteFiles routes = load();
		assertThat(routes.refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.reason()).contains("direct:betch", "direct:batch"));
		assertThat(routes.refusedFor("16.72")).isEmpty();
	}

	@Test
	void aParameterTheTemplateDoesNotKnowIsRefusedWithItsPlace() throws IOException {
		replace("instansi/16.08-oku-timur.camel.yaml", "name: separator", "name: separatr");
		assertThat(load().refused()).singleElement().satisfies((refused) -> {
			assertThat(refused.file()).isEqualTo("routes/instansi/16.08-oku-timur.camel.yaml");
			assertThat(refused.line()).isEqualTo(8);
			assertThat(refused.reason()).contains("separatr", "separator");
		});
	}

	@Test
	void aTemplateThatIsNotThereIsNamedTogetherWithThoseThatAre() throws IOException {
		replace("instansi/16.72-pagar-alam.camel.yaml", "routeTemplateRef: database", "routeTemplateRef: oracle");
		assertThat(load().refused()).singleElement().satisfies((refused) -> {
			assertThat(refused.line()).isEqualTo(3);
			assertThat(refused.reason()).contains("csv, database, xlsx");
		});
	}

	@Test
	void twoFilesForOneInstansiAreRefusedBoth() throws IOException {
		Files.copy(this.home.resolve("routes/instansi/16.71-palembang.camel.yaml"),
				this.home.resolve("routes/instansi/16.71-salinan.camel.yaml"));
		RouteFiles routes = load();
		assertThat(routes.refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.reason()).contains("16.71-palembang.camel.yaml"));
		assertThat(routes.refusedFor("16.71")).isPresent();
	}

	@Test
	void everyDirectNameHasExactlyOneTakerAndEveryoneWhoHandsOnIsHeard() {
		load();
		List<String> taken = this.context.getRoutes()
			.stream()
			.map((route) -> route.getEndpoint().getEndpointUri().replace("direct://", "direct:"))
			.toList();
		assertThat(taken).doesNotHaveDuplicates();
		assertThat(this.context.getRouteDefinitions()
			.stream()
			.flatMap((route) -> ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)
				.stream())
			.map((to) -> to.getUri().replace("direct://", "direct:"))).isNotEmpty().isSubsetOf(taken);
	}

	/**
	 * What stands in a file of an instansi is where its source is; anything more belongs
	 * into a template.
	 */
	@Test
	void theFileOfAnInstansiIsAboutTenLinesAndCarriesTheCodeOfItsName() throws IOException {
		try (Stream<Path> files = Files.list(REPOSITORY.resolve("routes/instansi"))) {
			List<Path> all = files.sorted().toList();
			assertThat(all).hasSize(18).allSatisfy((file) -> {
				String kode = file.getFileName().toString().split("-", 2)[0];
				assertThat(file.getFileName().toString()).matches("16(\\.\\d\\d)?-[a-z-]+\\.camel\\.yaml");
				assertThat(file).content().contains("{name: instansi, value: \"" + kode + "\"}");
				assertThat(Files.readAllLines(file)).hasSizeBetween(5, 14);
			});
		}
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

	private void replace(String file, String old, String now) throws IOException {
		Path path = this.home.resolve("routes").resolve(file);
		assertThat(path).content().contains(old);
		Files.writeString(path, Files.readString(path).replace(old, now));
	}

	private void write(String file, String content) throws IOException {
		Files.writeString(this.home.resolve("routes").resolve(file), content);
	}

}
