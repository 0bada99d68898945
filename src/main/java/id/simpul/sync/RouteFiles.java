package id.simpul.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import id.simpul.source.ConfigProblem;
import id.simpul.source.ConfigRefused;
import id.simpul.source.Installation;
import id.simpul.source.SourceFault;
import id.simpul.validation.Catalogue;

/**
 * Loads the YAML files of a routes folder: the pipeline and the templates, without which
 * nothing works, and then one file per instansi, of which a bad one only stops that
 * instansi.
 */
public final class RouteFiles {

	private static final String SUFFIX = ".camel.yaml";

	private static final Pattern NAME = Pattern.compile("(\\d{2}(?:\\.\\d{2})?)-[a-z0-9-]+\\.camel\\.yaml");

	private static final Pattern UNKNOWN = Pattern.compile("(?:Unknown node id|Unsupported field): (\\S+)");

	private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

	/** A file that was refused: where and why. */
	public record Refused(String file, int line, int column, String reason) {
	}

	private final Path folder;

	private final CamelContext context;

	private final Model model;

	private final Map<String, Refused> refused = new LinkedHashMap<>();

	private final Map<String, String> loaded = new LinkedHashMap<>();

	RouteFiles(Installation installation, CamelContext context) {
		this.folder = installation.routes();
		this.context = context;
		this.model = context.getCamelContextExtension().getContextPlugin(Model.class);
		Properties properties = new Properties();
		properties.setProperty("simpul.data", installation.data().toString());
		context.getPropertiesComponent().setOverrideProperties(properties);
	}

	/**
	 * Loads everything; instansi whose file is refused are remembered with the reason.
	 * @throws ConfigRefused for a file without which nothing works
	 */
	public void load() {
		loadOrFail(this.folder.resolve("errors" + SUFFIX));
		loadOrFail(this.folder.resolve("pipeline" + SUFFIX));
		loadTemplatesAndInstansi();
	}

	/** Loads all but the pipeline: what reads, without what is made of it. */
	void loadSources() {
		loadOrFail(this.folder.resolve("errors" + SUFFIX));
		loadTemplatesAndInstansi();
	}

	private void loadTemplatesAndInstansi() {
		files(this.folder.resolve("template")).forEach(this::loadOrFail);
		files(this.folder.resolve("instansi")).forEach(this::loadInstansi);
	}

	/** Why an instansi cannot be read, if its file was refused or is missing. */
	Optional<Refused> refusedFor(String instansi) {
		if (this.loaded.containsKey(instansi)) {
			return Optional.empty();
		}
		return Optional
			.of(this.refused.getOrDefault(instansi, new Refused("routes/instansi/" + instansi + "-….camel.yaml", 0, 0,
					"Berkas rute untuk instansi ini belum ada; salin dari instansi lain dan sesuaikan.")));
	}

	/** Every file that was refused. */
	public List<Refused> refused() {
		return List.copyOf(this.refused.values());
	}

	private void loadInstansi(Path file) {
		String kode = kode(file);
		if (kode == null) {
			refuse(file.getFileName().toString(), new Refused(name(file), 0, 0,
					"Nama berkas harus berbentuk 16.71-palembang.camel.yaml: kode, tanda hubung, nama."));
			return;
		}
		if (this.loaded.containsKey(kode)) {
			refuse(kode, new Refused(name(file), 0, 0,
					"Instansi " + kode + " sudah dibaca oleh " + this.loaded.remove(kode) + "; sisakan satu berkas."));
			return;
		}
		Refused why = TemplatedRoutes.check(file, name(file), this.context).orElseGet(() -> load(file));
		if (why == null && !taken().contains("direct:read-" + kode)) {
			why = new Refused(name(file), 0, 0, "Berkas tidak membuat rute direct:read-" + kode
					+ ": samakan parameter instansi dengan kode pada nama berkas.");
		}
		if (why == null) {
			this.loaded.put(kode, name(file));
		}
		else {
			refuse(kode, why);
		}
	}

	private void loadOrFail(Path file) {
		Refused why = load(file);
		if (why != null) {
			throw new ConfigRefused(List.of(new ConfigProblem(why.file(), why.line(), why.column(), why.reason())));
		}
	}

	/**
	 * @return why the file was refused, or {@code null}
	 */
	private Refused load(Path file) {
		List<RouteDefinition> routes = List.copyOf(this.model.getRouteDefinitions());
		List<RouteTemplateDefinition> templates = List.copyOf(this.model.getRouteTemplateDefinitions());
		try {
			// Camel takes all after the first dot for the kind of file, and our names
			// hold the dot of the code
			String name = file.getFileName().toString().replace(SUFFIX, "").replace('.', '_') + SUFFIX;
			PluginHelper.getRoutesLoader(this.context)
				.loadRoutes(ResourceHelper.fromBytes(name, Files.readAllBytes(file)));
		}
		catch (Exception ex) { // Camel declares no narrower type; whatever it is, it
								// concerns this file only
			return describe(file, ex);
		}
		List<RouteDefinition> added = new ArrayList<>(this.model.getRouteDefinitions());
		added.removeAll(routes);
		this.model.getRouteTemplateDefinitions()
			.stream()
			.filter((template) -> !templates.contains(template))
			.map(RouteTemplateDefinition::getRoute)
			.forEach(added::add);
		return untaken(file, added);
	}

	/**
	 * A name nobody listens to would make the first batch wait for half a minute and then
	 * fail: it is refused here.
	 */
	private Refused untaken(Path file, List<RouteDefinition> added) {
		List<String> taken = taken();
		for (RouteDefinition route : added) {
			for (ToDefinition to : ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(),
					ToDefinition.class)) {
				String name = to.getUri().replace("direct://", "direct:");
				if (name.startsWith("direct:") && !taken.contains(name)) {
					return new Refused(name(file), to.getLineNumber() + 1, 0,
							name + " tidak diterima rute mana pun; yang ada: "
									+ String.join(", ", taken.stream().filter((one) -> !one.contains("read-")).toList())
									+ ".");
				}
			}
		}
		return null;
	}

	/** The names at which a route listens now, the parameters of templates filled in. */
	private List<String> taken() {
		return this.context.getRoutes()
			.stream()
			.map((route) -> route.getEndpoint().getEndpointUri().replace("direct://", "direct:"))
			.toList();
	}

	private void refuse(String key, Refused why) {
		this.refused.put(key, why);
	}

	private Refused describe(Path file, Exception fault) {
		String reason = null;
		int line = 0;
		int column = 0;
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			String message = String.valueOf(cause.getMessage());
			if (cause instanceof SourceFault refused) {
				reason = Catalogue.bundled()
					.find(refused.rule())
					.map((text) -> text.pesan(refused.args()) + " " + text.perbaikan())
					.orElse(refused.rule());
				break;
			}
			reason = (cause.getMessage() != null) ? message.lines().findFirst().orElse(reason) : reason;
			Matcher place = PLACE.matcher(message);
			if (line == 0 && place.find()) {
				line = Integer.parseInt(place.group(1));
				column = Integer.parseInt(place.group(2));
			}
			Matcher unknown = UNKNOWN.matcher(message);
			if (unknown.find()) {
				reason = "\"" + unknown.group(1) + "\" tidak dikenal di sini; periksa ejaannya";
				break;
			}
			if (cause instanceof NoSuchFileException) {
				reason = "berkas ini tidak ada; ambil dari rilis Simpul";
			}
		}
		return new Refused(name(file), line, column,
				"Rute tidak dapat dimuat: " + reason + (reason != null && reason.endsWith(".") ? "" : "."));
	}

	private String name(Path file) {
		return "routes/" + this.folder.relativize(file).toString().replace('\\', '/');
	}

	private static String kode(Path file) {
		Matcher name = NAME.matcher(file.getFileName().toString());
		return name.matches() ? name.group(1) : null;
	}

	private static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return new ArrayList<>(
					files.filter((file) -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
