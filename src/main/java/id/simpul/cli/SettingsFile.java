package id.simpul.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.ReaderException;

import id.simpul.demo.DemoSettings;
import id.simpul.national.SiasnSettings;
import id.simpul.source.ConfigProblem;
import id.simpul.source.Installation;
import id.simpul.sync.SyncSettings;

/**
 * Looks through {@code config/application.yaml} before Spring reads it. Spring passes
 * over a name it does not know, so that a misspelt setting would quietly stay at its
 * default.
 */
final class SettingsFile {

	private static final String NAME = "config/application.yaml";

	/** What belongs to the frame the program is built on. */
	private static final List<String> OTHERS = List.of("camel", "logging", "management", "server", "spring");

	private static final Map<String, List<String>> KNOWN = known();

	private final List<ConfigProblem> problems = new ArrayList<>();

	private SettingsFile() {
	}

	/**
	 * What is wrong with the form and the names; what values are good for is not asked.
	 */
	static List<ConfigProblem> problems(Path home) {
		SettingsFile settings = new SettingsFile();
		Path file = home.resolve(NAME);
		if (Files.exists(file)) {
			settings.read(file);
		}
		return settings.problems;
	}

	private void read(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			LoaderOptions strict = new LoaderOptions();
			strict.setAllowDuplicateKeys(false);
			for (Node document : new Yaml(new SafeConstructor(strict)).composeAll(reader)) {
				if (!(document instanceof MappingNode)) {
					problem(document, "Di sini seharusnya ada \"simpul:\" dan isinya.");
				}
				fields(document).forEach((name, field) -> {
					if (name.equals("simpul")) {
						check("simpul", field.getValueNode());
					}
					else if (!OTHERS.contains(name.split("\\.", 2)[0])) {
						problem(field.getKeyNode(), "\"" + name + "\" tidak dikenal; yang dikenal: simpul, "
								+ String.join(", ", OTHERS) + ".");
					}
				});
			}
		}
		catch (MarkedYAMLException ex) {
			this.problems.add(noYaml(NAME, ex));
		}
		catch (ReaderException | IOException ex) {
			this.problems.add(new ConfigProblem(NAME, 0, 0,
					"Berkas ini tidak dapat dibaca; simpan ulang sebagai UTF-8 dan periksa hak aksesnya."));
		}
		catch (YAMLException ex) {
			this.problems
				.add(new ConfigProblem(NAME, 0, 0, "Susunan berkas ini terlalu dalam atau terlalu banyak memakai"
						+ " alias (*nama); tulis isinya langsung."));
		}
	}

	private void problem(Node node, String sentence) {
		this.problems.add(new ConfigProblem(NAME, node.getStartMark().getLine() + 1,
				node.getStartMark().getColumn() + 1, sentence));
	}

	/**
	 * Where the form is broken. A bracket that is never closed is found far below: then
	 * the place where it was opened is the one to look at.
	 */
	static ConfigProblem noYaml(String file, MarkedYAMLException fault) {
		boolean bracket = fault.getContextMark() != null && String.valueOf(fault.getContext()).contains("flow");
		Mark mark = bracket ? fault.getContextMark() : fault.getProblemMark();
		return new ConfigProblem(file, (mark != null) ? mark.getLine() + 1 : 0, (mark != null) ? mark
			.getColumn() + 1 : 0, bracket ? "Kurung yang dibuka di sini tidak ditutup dengan benar."
					: "Bukan YAML yang benar di sini atau tepat di atasnya; periksa titik dua, kutip dan lekukannya.");
	}

	private void check(String prefix, Node node) {
		List<String> known = KNOWN.get(prefix);
		fields(node).forEach((name, field) -> {
			if (!known.contains(relaxed(name))) {
				this.problems.add(new ConfigProblem(NAME, field.getKeyNode().getStartMark().getLine() + 1,
						field.getKeyNode().getStartMark().getColumn() + 1, "\"" + name + "\" tidak dikenal di bawah "
								+ prefix + "; yang dikenal: " + String.join(", ", known) + "."));
			}
			else if (KNOWN.containsKey(prefix + "." + name)) {
				check(prefix + "." + name, field.getValueNode());
			}
		});
	}

	private static Map<String, NodeTuple> fields(Node node) {
		Map<String, NodeTuple> fields = new LinkedHashMap<>();
		if (node instanceof MappingNode mapping) {
			mapping.getValue()
				.stream()
				.filter((tuple) -> tuple.getKeyNode() instanceof ScalarNode)
				.forEach((tuple) -> fields.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple));
		}
		return fields;
	}

	private static Map<String, List<String>> known() {
		List<String> top = new ArrayList<>(names(Installation.class));
		top.addAll(List.of("database", "sync", "siasn", "demo"));
		return Map.of("simpul", top, "simpul.database", names(Database.class), "simpul.sync", names(SyncSettings.class),
				"simpul.siasn", names(SiasnSettings.class), "simpul.demo", names(DemoSettings.class));
	}

	private static List<String> names(Class<? extends Record> settings) {
		return Arrays.stream(settings.getRecordComponents()).map((one) -> relaxed(one.getName())).toList();
	}

	/** {@code perSecond} and {@code per-second} are one name. */
	private static String relaxed(String name) {
		return name.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
	}

}
