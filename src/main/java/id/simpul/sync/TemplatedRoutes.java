package id.simpul.sync;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Checks what an instansi's file hands to a template before Camel sees it. Camel passes
 * over a parameter it does not know, so that a misspelt one would quietly leave the
 * default in force.
 */
final class TemplatedRoutes {

	private static final List<String> KEYS = List.of("routeTemplateRef", "routeId", "parameters", "prefixId", "beans");

	private final String name;

	private final Model model;

	private TemplatedRoutes(String name, Model model) {
		this.name = name;
		this.model = model;
	}

	/**
	 * The first mistake, with its place. What is no YAML at all is left to the loader.
	 */
	static Optional<RouteFiles.Refused> check(Path file, String name, CamelContext context) {
		Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
		TemplatedRoutes routes = new TemplatedRoutes(name, model);
		try (Reader reader = Files.newBufferedReader(file)) {
			Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
			return items(root).stream()
				.map((item) -> field(item, "templatedRoute"))
				.flatMap(Optional::stream)
				.map(routes::check)
				.flatMap(Optional::stream)
				.findFirst();
		}
		catch (YAMLException | IOException ex) {
			return Optional.empty();
		}
	}

	private Optional<RouteFiles.Refused> check(Node route) {
		if (route instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				if (!KEYS.contains(text(tuple.getKeyNode()))) {
					return refuse(tuple.getKeyNode(), "\"" + text(tuple.getKeyNode())
							+ "\" tidak dikenal di sini; yang dikenal: " + String.join(", ", KEYS) + ".");
				}
			}
		}
		Node reference = field(route, "routeTemplateRef").orElse(route);
		RouteTemplateDefinition template = this.model.getRouteTemplateDefinition(text(reference));
		if (template == null) {
			List<String> known = this.model.getRouteTemplateDefinitions()
				.stream()
				.map(RouteTemplateDefinition::getId)
				.sorted()
				.toList();
			return refuse(reference, "Isi routeTemplateRef dengan jenis sumbernya: " + String.join(", ", known) + ".");
		}
		List<String> known = template.getTemplateParameters()
			.stream()
			.map(RouteTemplateParameterDefinition::getName)
			.toList();
		List<String> given = new ArrayList<>();
		for (Node parameter : field(route, "parameters").map(TemplatedRoutes::items).orElse(List.of())) {
			Node named = field(parameter, "name").orElse(parameter);
			if (!known.contains(text(named))) {
				return refuse(named, "Parameter \"" + text(named) + "\" tidak dikenal template " + template.getId()
						+ "; yang dikenal: " + String.join(", ", known) + ".");
			}
			given.add(text(named));
		}
		return template.getTemplateParameters()
			.stream()
			.filter((parameter) -> parameter.isRequired() && parameter.getDefaultValue() == null
					&& !given.contains(parameter.getName()))
			.findFirst()
			.flatMap((missing) -> refuse(reference, "Tambahkan parameter \"" + missing.getName() + "\""
					+ ((missing.getDescription() != null) ? ": " + missing.getDescription() : "") + "."));
	}

	private Optional<RouteFiles.Refused> refuse(Node node, String sentence) {
		return Optional.of(new RouteFiles.Refused(this.name, node.getStartMark().getLine() + 1,
				node.getStartMark().getColumn() + 1, sentence));
	}

	private static List<Node> items(Node node) {
		return (node instanceof SequenceNode list) ? list.getValue() : List.of();
	}

	private static Optional<Node> field(Node node, String name) {
		return (node instanceof MappingNode mapping) ? mapping.getValue()
			.stream()
			.filter((tuple) -> name.equals(text(tuple.getKeyNode())))
			.map(NodeTuple::getValueNode)
			.findFirst() : Optional.empty();
	}

	private static String text(Node node) {
		return (node instanceof ScalarNode scalar) ? scalar.getValue() : "";
	}

}
