package id.simpul.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;

import id.simpul.mapping.Finish.Step;
import id.simpul.pegawai.Field;

/**
 * Compiles the field specifications and conditions of one dataset, and notes which
 * columns they need.
 */
final class SpecReader {

	private static final List<String> SOURCES = List.of("column", "value", "coalesce", "join", "switch");

	private static final List<String> MODIFIERS = List.of("apply", "lookup", "codes", "dates", "decimal", "true-values",
			"default", "with");

	private static final List<String> KNOWN = concat(SOURCES, MODIFIERS);

	private static final List<String> TESTS = List.of("in", "not-in", "present");

	private static final List<String> CONDITION = concat(List.of("column"), TESTS);

	private final Problems problems;

	private final Vocabulary vocabulary;

	private final ConversionReader conversions;

	private final List<String> columns = new ArrayList<>();

	private final boolean unnamed;

	/**
	 * @param unnamed whether the file has no column names, so that columns are A, B, C
	 * ...
	 */
	SpecReader(Problems problems, Vocabulary vocabulary, boolean unnamed) {
		this.problems = problems;
		this.vocabulary = vocabulary;
		this.conversions = new ConversionReader(problems, vocabulary);
		this.unnamed = unnamed;
	}

	/** The columns asked for so far; a slot is a place in this list. */
	List<String> columns() {
		return this.columns;
	}

	/**
	 * @return the compiled specification, or {@code null} after noting a problem
	 */
	Spec read(Node node, Field field) {
		return read(node, field, new Finish(List.of(), this.conversions.usual(field)));
	}

	/**
	 * @param outer what the specification around this one does with what this one gives
	 */
	private Spec read(Node node, Field field, Finish outer) {
		if (node instanceof ScalarNode scalar) {
			return new Spec.Column(slot(scalar), outer);
		}
		Section spec = Section.of(node, this.problems, KNOWN);
		List<String> sources = SOURCES.stream().filter(spec::has).toList();
		if (sources.size() != 1) {
			if (!spec.values().isEmpty() || node.getNodeId() == NodeId.mapping) {
				this.problems.at(node,
						"Sebutkan tepat satu asal nilai di sini: column, value, coalesce, join atau switch.");
			}
			return null;
		}
		String source = sources.get(0);
		if (spec.has("with") && !source.equals("join")) {
			this.problems.at(spec.key("with"), "\"with\" hanya berlaku bersama join; hapus dari sini.");
		}
		if (source.equals("value")) {
			MODIFIERS.stream()
				.filter((key) -> spec.has(key) && !key.equals("with"))
				.forEach((key) -> this.problems.at(spec.key(key),
						"\"%s\" tidak berlaku untuk value, yang dipakai apa adanya; hapus salah satunya.", key));
			return new Spec.Constant(this.conversions.constant(spec.value("value"), field));
		}
		Finish finish = finish(spec, field, outer);
		Spec read = switch (source) {
			case "column" -> new Spec.Column(slot(spec.value("column")), finish);
			case "coalesce" -> new Spec.Coalesce(all(spec, "coalesce", field, finish));
			case "join" -> join(spec, finish);
			default -> branches(spec, field, finish);
		};
		return spec.has("default") ? new Spec.Default(read, this.conversions.constant(spec.value("default"), field))
				: read;
	}

	private Finish finish(Section spec, Field field, Finish outer) {
		List<Step> steps = new ArrayList<>();
		for (Node node : spec.filledList("apply")) {
			String name = Section.text(node, "Nama fungsi", this.problems);
			if (name != null) {
				function(node, name, steps);
			}
		}
		String lookup = spec.text("lookup");
		if (lookup != null) {
			if (!this.vocabulary.lookups().contains(lookup)) {
				this.problems.at(spec.value("lookup"), "Tabel acuan \"%s\" tidak ada di bawah lookups; %s.", lookup,
						Problems.hint(lookup, this.vocabulary.lookups()));
			}
			steps.add((text, cells) -> {
				String found = cells.lookUp(lookup, text);
				return (found != null) ? found : new Fault(Fault.CODE, text);
			});
		}
		if (this.conversions.isSpoken(spec)) {
			return new Finish(List.copyOf(steps), this.conversions.read(spec, field));
		}
		steps.addAll(outer.steps());
		return new Finish(List.copyOf(steps), outer.conversion());
	}

	private void function(Node node, String name, List<Step> steps) {
		try {
			UnaryOperator<String> function = Functions.named(name);
			steps.add((text, cells) -> function.apply(text));
		}
		catch (IllegalArgumentException ex) {
			this.problems.at(node, "%s", ex.getMessage());
		}
	}

	private List<Spec> all(Section spec, String key, Field field, Finish finish) {
		return spec.filledList(key).stream().map((node) -> read(node, field, finish)).toList();
	}

	private Spec join(Section spec, Finish finish) {
		String with = spec.has("with") ? spec.text("with") : " ";
		return new Spec.Join(all(spec, "join", null, new Finish(List.of(), Conversions.none())), with, finish);
	}

	private Spec branches(Section spec, Field field, Finish finish) {
		List<Spec.Switch.Branch> branches = new ArrayList<>();
		List<Node> nodes = spec.filledList("switch");
		for (int i = 0; i < nodes.size(); i++) {
			Section branch = Section.of(nodes.get(i), this.problems, List.of("when", "then", "else"));
			boolean last = branch.has("else");
			if (last == (branch.has("when") || branch.has("then"))
					|| (!last && !(branch.has("when") && branch.has("then")))) {
				this.problems.at(nodes.get(i), "Cabang switch berisi when dan then, atau hanya else.");
			}
			else if (last && i < nodes.size() - 1) {
				this.problems.at(branch.key("else"),
						"Cabang else harus yang terakhir; pindahkan ke akhir daftar switch.");
			}
			else {
				branches.add(new Spec.Switch.Branch(last ? List.of() : conditions(branch, "when"),
						read(branch.value(last ? "else" : "then"), field, finish)));
			}
		}
		return new Spec.Switch(branches);
	}

	/** The conditions of a list; all must hold. */
	List<Condition> conditions(Section section, String key) {
		List<Condition> conditions = new ArrayList<>();
		for (Node node : section.filledList(key)) {
			Section condition = Section.of(node, this.problems, CONDITION);
			List<String> tests = TESTS.stream().filter(condition::has).toList();
			if (tests.size() != 1 || !condition.has("column")) {
				this.problems.at(node, "Syarat berisi column dan tepat satu dari in, not-in atau present.");
			}
			else {
				int slot = slot(condition.value("column"));
				conditions.add(tests.get(0).equals("present") ? new Condition.Present(slot, condition.flag("present"))
						: new Condition.In(slot, values(condition, tests.get(0)), tests.get(0).equals("in")));
			}
		}
		return List.copyOf(conditions);
	}

	private static Set<String> values(Section condition, String test) {
		Set<String> values = new HashSet<>();
		condition.texts(test).forEach((text) -> values.add(NullTokens.strip(text).toLowerCase(Locale.ROOT)));
		return Set.copyOf(values);
	}

	/**
	 * The slot of a column; the same column, however its letters are written, has one
	 * slot.
	 */
	int slot(Node node) {
		String name = Section.text(node, "Nama kolom", this.problems);
		if (name == null) {
			return 0;
		}
		if (name.isBlank()) {
			this.problems.at(node, "Nama kolom masih kosong; isi dengan nama kolom pada sumber.");
			return 0;
		}
		if (this.unnamed && !name.strip().matches("[A-Za-z]{1,3}")) {
			this.problems.at(node,
					"Kolom \"%s\" tidak mungkin ada: dengan header: 0 kolom bernama A, B, C dan seterusnya.", name);
		}
		String column = name.strip();
		for (int i = 0; i < this.columns.size(); i++) {
			if (this.columns.get(i).equalsIgnoreCase(column)) {
				return i;
			}
		}
		this.columns.add(column);
		return this.columns.size() - 1;
	}

	private static List<String> concat(List<String> one, List<String> other) {
		List<String> all = new ArrayList<>(one);
		all.addAll(other);
		return List.copyOf(all);
	}

}
