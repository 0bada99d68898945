package id.simpul.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.Columns;
import id.simpul.source.Finding;
import id.simpul.source.PersonRows;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;

/** A small mapping file and rows for it; every person is invented. */
final class MappingFixture {

	static final CodeLists CODES = CodeLists.of(folder());

	static final String NIP = "198503152010011001";

	/**
	 * Head, and the main dataset with a person in it, open for more fields of the person.
	 */
	static final String HEAD = """
			instansi: "16.71"
			schema: 1
			""";

	static final String PEGAWAI = """
			datasets:
			  pegawai:
			    main: true
			    key: nip
			    records:
			      - to: pegawai
			        fields:
			          nip: {column: nip, apply: [nip]}
			          nama: nama
			          tglLahir: tgl
			          jenisKelamin: jk
			          jenisAsn: {value: PNS}
			          kedudukanHukum: {value: "01"}
			""";

	/** A second dataset, open for more fields of golongan. */
	static final String PANGKAT = """
			  pangkat:
			    key: nip
			    records:
			      - to: golongan
			        fields:
			          golongan: gol
			          tmtGolongan: tmt
			          nomorSk: sk
			""";

	private final MappingFile mapping;

	private final Map<String, Columns> columns = new LinkedHashMap<>();

	private final Map<String, List<Row>> people = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> lookups = new LinkedHashMap<>();

	private long number;

	private MappingFixture(MappingFile mapping) {
		this.mapping = mapping;
	}

	static MappingFixture mapping(Path folder, String yaml) {
		return new MappingFixture(load(folder, yaml));
	}

	static MappingFile load(Path folder, String yaml) {
		return MappingFile.load(file(folder, "16.71-uji.yaml", yaml), CODES);
	}

	static Path file(Path folder, String name, String yaml) {
		try {
			Path mappings = Files.createDirectories(folder.resolve("mappings"));
			return Files.writeString(mappings.resolve(name), yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	MappingFile mapping() {
		return this.mapping;
	}

	/** The columns of a dataset as the source delivers them. */
	MappingFixture columns(String dataset, String... names) {
		this.columns.put(dataset, new Columns(dataset, List.of(names)));
		return this;
	}

	MappingFixture lookup(String name, Map<String, String> values) {
		this.lookups.put(name, values);
		return this;
	}

	/** A row of somebody; {@code null} for a value that is not there. */
	MappingFixture row(String kunci, String dataset, String... values) {
		this.people.computeIfAbsent(kunci, (k) -> new ArrayList<>())
			.add(Row.of(this.columns.get(dataset), ++this.number, values));
		return this;
	}

	MappingFixture unreadable(String kunci, String dataset, String rule) {
		this.people.computeIfAbsent(kunci, (k) -> new ArrayList<>())
			.add(Row.unreadable(this.columns.get(dataset), ++this.number, rule));
		return this;
	}

	/** A person with nothing wrong, in columns nip, nama, tgl, jk. */
	MappingFixture person(String kunci, String... more) {
		String[] values = Arrays.copyOf(new String[] { kunci, "SITI CONTOH", "1985-03-15", "P" }, 4 + more.length);
		System.arraycopy(more, 0, values, 4, more.length);
		return row(kunci, "pegawai", values);
	}

	RowBatch batch() {
		Run run = new Run(1, "16.71", LocalDate.of(2026, 11, 24), this.mapping.datasets());
		return new RowBatch(run, this.lookups,
				this.people.entrySet().stream().map((e) -> new PersonRows(e.getKey(), e.getValue())).toList());
	}

	MappedBatch apply() {
		return this.mapping.apply(batch());
	}

	/** The only person of the result. */
	MappedPerson only() {
		List<MappedPerson> mapped = apply().people();
		if (mapped.size() != 1) {
			throw new AssertionError("There are " + mapped.size() + " people");
		}
		return mapped.get(0);
	}

	static Entry entry(MappedPerson person, Resource resource) {
		return person.entries().stream().filter((entry) -> entry.resource() == resource).findFirst().orElseThrow();
	}

	static Object value(MappedPerson person, Resource resource, String field) {
		return entry(person, resource).value(resource.field(field));
	}

	static List<String> rules(MappedPerson person) {
		return person.findings().stream().map(Finding::rule).toList();
	}

	private static Path folder() {
		try {
			return Path.of(MappingFixture.class.getResource("kode").toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
