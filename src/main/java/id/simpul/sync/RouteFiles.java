package id.simpul.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import id.simpul.source.Installation;

/**
 * Loads the YAML files of a routes folder: the pipeline and the templates, without which
 * nothing works, and then one file per instansi, of which a bad one only stops that
 * instansi.
 */
public final class RouteFiles {

	private static final String SUFFIX = ".camel.yaml";

	private static final Pattern NAME = Pattern.compile("(\\d{2}(?:\\.\\d{2})?)-[a-z0-9-]+\\.camel\\.yaml");

	private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

	/** A file that was refused: where and why. */
	public record Refused(String file, int line, int column, String reason) {
	}

	private final Path folder;

	private final CamelContext context;

	private final Map<String, Refused> refused = new LinkedHashMap<>();

	private final Map<String, String> loaded = new LinkedHashMap<>();

	RouteFiles(Installation installation, CamelContext context) {
		this.folder = installation.routes();
		this.context = context;
		Properties properties = new Properties();
		properties.setProperty("simpul.data", installation.data().toString());
		context.getPropertiesComponent().setOverrideProperties(properties);
	}

	/**
	 * Loads everything; instansi whose file is refused are remembered with the reason.
	 */
	public void load() {
		loadSources();
		loadOrFail(this.folder.resolve("pipeline" + SUFFIX));
	}

	/** Loads all but the pipeline: what reads, without what is made of it. */
	void loadSources() {
		loadOrFail(this.folder.resolve("errors" + SUFFIX));
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
		String endpoint = "direct:read-" + kode;
		try {
			load(file);
			boolean reads = this.context.getRoutes()
				.stream()
				.anyMatch((route) -> route.getEndpoint().getEndpointUri().equals("direct://read-" + kode));
			if (reads) {
				this.loaded.put(kode, name(file));
			}
			else {
				refuse(kode, new Refused(name(file), 0, 0, "Berkas tidak membuat rute " + endpoint
						+ ": samakan parameter instansi dengan kode pada nama berkas."));
			}
		}
		catch (Exception ex) { // Camel declares no narrower type; whatever it is, it
								// concerns this file only
			refuse(kode, describe(file, ex));
		}
	}

	private void loadOrFail(Path file) {
		try {
			load(file);
		}
		catch (Exception ex) { // as above, but without this file nothing works
			Refused why = describe(file, ex);
			throw new IllegalStateException(why.file() + ":" + why.line() + ":" + why.column() + ": " + why.reason(),
					ex);
		}
	}

	private void load(Path file) throws Exception {
		// Camel takes all after the first dot for the kind of file, and our names hold
		// the dot of the code
		String name = file.getFileName().toString().replace(SUFFIX, "").replace('.', '_') + SUFFIX;
		PluginHelper.getRoutesLoader(this.context).loadRoutes(ResourceHelper.fromBytes(name, Files.readAllBytes(file)));
	}

	private void refuse(String key, Refused why) {
		this.refused.put(key, why);
	}

	private Refused describe(Path file, Exception fault) {
		String reason = null;
		int line = 0;
		int column = 0;
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			reason = (cause.getMessage() != null) ? cause.getMessage().lines().findFirst().orElse(reason) : reason;
			Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
			if (line == 0 && place.find()) {
				line = Integer.parseInt(place.group(1));
				column = Integer.parseInt(place.group(2));
			}
		}
		return new Refused(name(file), line, column, "Rute tidak dapat dimuat: " + reason);
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
