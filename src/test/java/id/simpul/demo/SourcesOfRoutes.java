package id.simpul.demo;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import id.simpul.mapping.MappingFile;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.CsvSource;
import id.simpul.source.DatabaseSource;
import id.simpul.source.Source;
import id.simpul.source.XlsxSource;

/** The sources of the demo as its route files describe them, opened without Camel. */
final class SourcesOfRoutes {

	private SourcesOfRoutes() {
	}

	@SuppressWarnings("unchecked") // the form of route files is held by RouteFilesTest
	static Source source(Path data, String kode) throws IOException {
		List<Map<String, Object>> routes = new Yaml(new SafeConstructor(new LoaderOptions()))
			.load(Files.readString(file(Path.of("routes/instansi"), kode)));
		Map<String, Object> route = (Map<String, Object>) routes.get(0).get("templatedRoute");
		Source source = switch ((String) route.get("routeTemplateRef")) {
			case "database" -> new DatabaseSource();
			case "xlsx" -> new XlsxSource();
			default -> new CsvSource();
		};
		set(source, "data", data.toString());
		for (Map<String, String> parameter : (List<Map<String, String>>) route.get("parameters")) {
			set(source, parameter.get("name"), parameter.get("value"));
		}
		return source;
	}

	private static void set(Source source, String name, String value) {
		try {
			Method setter = source.getClass()
				.getMethod("set" + Character.toUpperCase(name.charAt(0)) + name.substring(1), String.class);
			setter.invoke(source, value);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(name, ex);
		}
	}

	static MappingFile mapping(String kode) throws IOException {
		return MappingFile.load(file(Path.of("mappings"), kode), CodeLists.bundled());
	}

	private static Path file(Path folder, String kode) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(kode + "-"))
				.findFirst()
				.orElseThrow();
		}
	}

}
