package id.simpul.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One block of keys of a YAML file, read strictly: what is double, unknown or of the
 * wrong kind is a problem.
 */
final class Section {

	private final Node node;

	private final Problems problems;

	private final Map<String, Node> keys = new LinkedHashMap<>();

	private final Map<String, Node> values = new LinkedHashMap<>();

	private Section(Node node, Problems problems) {
		this.node = node;
		this.problems = problems;
	}

	/** A block in which only certain keys may stand. */
	static Section of(Node node, Problems problems, List<String> known) {
		Section section = open(node, problems);
		section.keys.forEach((key, at) -> {
			if (!known.contains(key)) {
				problems.at(at, "Kunci \"%s\" tidak dikenal di sini; %s.", key, Problems.hint(key, known));
			}
		});
		return section;
	}

	/** A block whose keys are free names. */
	static Section open(Node node, Problems problems) {
		Section section = new Section(node, problems);
		if (!(node instanceof MappingNode mapping)) {
			problems.at(node, "Di sini harus ada pasangan \"kunci: nilai\", bukan %s.", kind(node));
			return section;
		}
		for (NodeTuple tuple : mapping.getValue()) {
			if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
				problems.at(tuple.getKeyNode(), "Kunci harus berupa teks; periksa kurung dan tanda kutip di sini.");
			}
			else if (section.values.containsKey(key.getValue())) {
				problems.at(key, "Kunci \"%s\" tertulis dua kali (pertama pada baris %d); hapus salah satunya.",
						key.getValue(), section.keys.get(key.getValue()).getStartMark().getLine() + 1);
			}
			else {
				section.keys.put(key.getValue(), key);
				section.values.put(key.getValue(), tuple.getValueNode());
			}
		}
		return section;
	}

	Node node() {
		return this.node;
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	/** Names and values in the order of the file. */
	Map<String, Node> values() {
		return this.values;
	}

	Node value(String key) {
		return this.values.get(key);
	}

	Node key(String key) {
		return this.keys.get(key);
	}

	/** The text of a key that must be there, or {@code null} after noting the problem. */
	String requiredText(String key, String purpose) {
		if (!has(key)) {
			this.problems.at(this.node, "Kunci \"%s\" belum ada; tambahkan %s.", key, purpose);
			return null;
		}
		String text = text(key);
		if (text != null && text.isBlank()) {
			this.problems.at(value(key), "Isi \"%s\" masih kosong; isilah dengan %s.", key, purpose);
			return null;
		}
		return text;
	}

	/** The text of a key, {@code null} when it is not there or no text. */
	String text(String key) {
		Node value = value(key);
		return (value != null) ? text(value, "\"" + key + "\"", this.problems) : null;
	}

	/** A yes or no that is no when it is not there. */
	boolean flag(String key) {
		Node value = value(key);
		if (value == null) {
			return false;
		}
		if (value instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag())) {
			return List.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT));
		}
		this.problems.at(value, "Isi \"%s\" harus true atau false, tanpa tanda kutip.", key);
		return false;
	}

	/** A whole number, the usual one when it is not there. */
	int number(String key, int usual) {
		Node value = value(key);
		if (value == null) {
			return usual;
		}
		if (value instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,5}")) {
			return Integer.parseInt(scalar.getValue());
		}
		this.problems.at(value, "Isi \"%s\" harus bilangan bulat, mulai dari 0.", key);
		return usual;
	}

	/** The items of a list; empty when the key is not there or no list. */
	List<Node> list(String key) {
		Node value = value(key);
		if (value == null) {
			return List.of();
		}
		if (value instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		this.problems.at(value,
				"Isi \"%s\" harus berupa daftar: [a, b] atau satu butir per baris yang diawali tanda \"-\".", key);
		return List.of();
	}

	/** A list that must have at least one item. */
	List<Node> filledList(String key) {
		List<Node> items = list(key);
		if (items.isEmpty() && value(key) instanceof SequenceNode) {
			this.problems.at(value(key), "Daftar \"%s\" masih kosong; isi paling sedikit satu butir.", key);
		}
		return items;
	}

	List<String> texts(String key) {
		List<String> texts = new ArrayList<>();
		for (Node item : filledList(key)) {
			String text = text(item, "Butir daftar \"" + key + "\"", this.problems);
			if (text != null) {
				texts.add(text);
			}
		}
		return texts;
	}

	/** The keys of a block whose problems are told elsewhere. */
	static List<String> names(MappingNode block) {
		return block.getValue()
			.stream()
			.map(NodeTuple::getKeyNode)
			.filter(ScalarNode.class::isInstance)
			.map((key) -> ((ScalarNode) key).getValue())
			.toList();
	}

	/**
	 * The text of a single value as it is written: {@code 16.10} and {@code NULL} stay
	 * what they look like.
	 */
	static String text(Node node, String what, Problems problems) {
		if (node instanceof ScalarNode scalar) {
			return scalar.getValue();
		}
		problems.at(node, "%s harus berupa satu teks, bukan %s.", what, kind(node));
		return null;
	}

	private static String kind(Node node) {
		if (node instanceof SequenceNode) {
			return "daftar";
		}
		return (node instanceof MappingNode) ? "pasangan kunci dan nilai"
				: ((ScalarNode) node).getValue().isEmpty() ? "kosong" : "satu teks";
	}

}
