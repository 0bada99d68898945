package id.simpul.pegawai;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of entry a person's document is made of. Their fields and business keys come
 * from the JSON Schema.
 */
public enum Resource {

	PEGAWAI("pegawai"), GOLONGAN("golongan"), JABATAN("jabatan"), PENDIDIKAN("pendidikan"), DIKLAT("diklat"),
	KURSUS("kursus"), KINERJA("kinerja"), HUKDIS("hukdis"), PENGHARGAAN("penghargaan"), ANGKA_KREDIT("angka-kredit");

	private static final Map<String, Resource> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Resource::resourceName, Function.identity()));

	private final String resourceName;

	private final String title;

	private final List<Field> fields;

	private final Map<String, Field> byName;

	private final List<Field> key;

	Resource(String resourceName) {
		this.resourceName = resourceName;
		this.title = SchemaFile.title(resourceName);
		this.fields = SchemaFile.fields(resourceName);
		this.byName = this.fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));
		this.key = SchemaFile.key(resourceName).stream().map(this.byName::get).toList();
	}

	/** The name used in schema, mapping files, tables and pages. */
	public String resourceName() {
		return this.resourceName;
	}

	/** What it is, in Indonesian. */
	public String title() {
		return this.title;
	}

	public List<Field> fields() {
		return this.fields;
	}

	/**
	 * The fields that identify one entry of a person's history; empty for
	 * {@link #PEGAWAI}, of which there is one.
	 */
	public List<Field> key() {
		return this.key;
	}

	public boolean isHistory() {
		return this != PEGAWAI;
	}

	/**
	 * The field of that name; asking for one that the schema lacks is a mistake in the
	 * program.
	 */
	public Field field(String name) {
		Field field = this.byName.get(name);
		if (field == null) {
			throw new IllegalArgumentException(this.resourceName + " has no field " + name);
		}
		return field;
	}

	public Optional<Field> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	public static Optional<Resource> named(String name) {
		return Optional.ofNullable(BY_NAME.get(name));
	}

	@Override
	public String toString() {
		return this.resourceName;
	}

}
