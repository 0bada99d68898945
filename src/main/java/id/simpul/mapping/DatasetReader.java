package id.simpul.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;
import id.simpul.source.Dataset;

/** Reads the datasets and code tables of a mapping file and compiles them. */
final class DatasetReader {

	private static final List<String> DATASET = List.of("main", "from", "key", "header", "active", "records");

	private static final List<String> LOOKUP = List.of("from", "key", "value", "header");

	private final Problems problems;

	private final Vocabulary vocabulary;

	private final List<DatasetPlan> plans = new ArrayList<>();

	private final List<Dataset> datasets = new ArrayList<>();

	private boolean mainIsNamed;

	DatasetReader(Problems problems, Vocabulary vocabulary) {
		this.problems = problems;
		this.vocabulary = vocabulary;
	}

	Vocabulary vocabulary() {
		return this.vocabulary;
	}

	List<DatasetPlan> plans() {
		return this.plans;
	}

	List<Dataset> datasets() {
		return this.datasets;
	}

	void read(Section top) {
		if (!top.has("datasets")) {
			this.problems.at(top.node(), "Kunci \"datasets\" belum ada; tambahkan tabel atau lembar yang dibaca.");
			return;
		}
		Section sections = Section.open(top.value("datasets"), this.problems);
		Map<String, Section> read = new LinkedHashMap<>();
		sections.values().forEach((name, node) -> read.put(name, Section.of(node, this.problems, DATASET)));
		this.mainIsNamed = read.values().stream().anyMatch(DatasetReader::wantsToBeMain);
		if (!this.mainIsNamed && sections.node() instanceof MappingNode) {
			this.problems.at(sections.node(),
					"Belum ada dataset bertanda main: true; tandai dataset yang memuat daftar pegawai.");
		}
		Section main = null;
		for (Map.Entry<String, Section> entry : read.entrySet()) {
			Section section = entry.getValue();
			boolean isMain = section.flag("main");
			if (isMain && main != null) {
				this.problems.at(section.key("main"),
						"Hanya satu dataset boleh bertanda main: true; yang pertama ada pada baris %d.",
						main.key("main").getStartMark().getLine() + 1);
			}
			main = (isMain && main == null) ? section : main;
			dataset(entry.getKey(), section, isMain);
		}
		if (top.has("lookups")) {
			Section lookups = Section.open(top.value("lookups"), this.problems);
			lookups.values().forEach((name, node) -> {
				if (sections.has(name)) {
					this.problems.at(lookups.key(name), "Nama \"%s\" sudah dipakai sebuah dataset; pilih nama lain.",
							name);
				}
				lookup(name, Section.of(node, this.problems, LOOKUP));
			});
		}
	}

	private static boolean wantsToBeMain(Section section) {
		return section.has("main")
				&& !(section.value("main") instanceof ScalarNode flag && flag.getValue().equalsIgnoreCase("false"));
	}

	private void dataset(String name, Section section, boolean main) {
		int header = section.number("header", 1);
		SpecReader specs = new SpecReader(this.problems, this.vocabulary, header == 0);
		String key = section.requiredText("key", "nama kolom yang menghubungkan baris-baris satu pegawai");
		if (key != null) {
			specs.slot(section.value("key"));
		}
		List<Condition> active = specs.conditions(section, "active");
		List<RecordPlan> records = records(section, main, specs);
		if (main && section.has("records")
				&& records.stream().noneMatch((plan) -> plan.resource() == Resource.PEGAWAI)) {
			this.problems.at(section.key("records"),
					"Dataset utama harus membuat entri pegawai; tambahkan butir \"to: pegawai\" di bawah records.");
		}
		String from = section.has("from") ? section.text("from") : "";
		Dataset dataset = new Dataset(name, from, (key != null) ? key.strip() : null, specs.columns(), main, header);
		this.datasets.add(dataset);
		this.plans.add(new DatasetPlan(dataset, active, records));
	}

	private List<RecordPlan> records(Section section, boolean main, SpecReader specs) {
		if (!section.has("records")) {
			this.problems.at(section.node(), "Kunci \"records\" belum ada; tulis menjadi apa satu baris dataset ini.");
		}
		List<RecordPlan> records = new ArrayList<>();
		for (Node node : section.filledList("records")) {
			Section entry = Section.of(node, this.problems, List.of("to", "when", "fields"));
			String to = entry.requiredText("to", "jenis entri, misalnya golongan");
			List<Condition> when = specs.conditions(entry, "when");
			Optional<Resource> resource = Resource.named(String.valueOf(to));
			if (resource.isPresent()) {
				if (!main && this.mainIsNamed && resource.get() == Resource.PEGAWAI) {
					this.problems.at(entry.value("to"),
							"Entri pegawai hanya dibuat dari dataset utama; pindahkan, atau beri main: true.");
				}
				records.add(fields(entry, resource.get(), when, specs));
			}
			else if (to != null) {
				this.problems.at(entry.value("to"), "Jenis entri \"%s\" tidak ada pada skema bersama; %s.", to,
						Problems.hint(to, Arrays.stream(Resource.values()).map(Resource::resourceName).toList()));
			}
		}
		return records;
	}

	private RecordPlan fields(Section entry, Resource resource, List<Condition> when, SpecReader specs) {
		List<Field> fields = new ArrayList<>();
		List<Spec> compiled = new ArrayList<>();
		if (!entry.has("fields")) {
			this.problems.at(entry.node(), "Kunci \"fields\" belum ada; tulis field skema dan kolom asalnya.");
			return new RecordPlan(resource, when, fields, compiled);
		}
		Section mapped = Section.open(entry.value("fields"), this.problems);
		mapped.values().forEach((name, node) -> {
			Optional<Field> field = resource.find(name);
			if (field.isPresent()) {
				fields.add(field.get());
				compiled.add(specs.read(node, field.get()));
			}
			else {
				this.problems.at(mapped.key(name), "Field \"%s\" tidak ada pada %s; %s.", name, resource,
						Problems.hint(name, resource.fields().stream().map(Field::name).toList()));
			}
		});
		for (Field field : resource.fields()) {
			if (field.required() && !mapped.has(field.name())) {
				this.problems.at(entry.value("to"),
						"Field wajib \"%s\" (%s) belum dipetakan; tambahkan di bawah fields.", field.name(),
						field.title());
			}
		}
		return new RecordPlan(resource, when, fields, compiled);
	}

	private void lookup(String name, Section section) {
		String from = section.requiredText("from", "nama tabel atau lembar tabel acuan");
		String key = section.requiredText("key", "nama kolom kode");
		String value = section.requiredText("value", "nama kolom yang memuat artinya");
		if (from != null && key != null && value != null) {
			this.datasets.add(new Dataset(name, from, null, List.of(key.strip(), value.strip()), false,
					section.number("header", 1)));
		}
	}

}
