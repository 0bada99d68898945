package id.simpul.pegawai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The national reference codes by list name. They come with the program; an installation
 * may put a newer edition of a list into its own folder {@code mappings/kode}.
 */
public final class CodeLists {

	private static final CodeLists BUNDLED = new CodeLists(null);

	private final Map<String, CodeList> lists = new HashMap<>();

	private CodeLists(Path folder) {
		for (String name : new TreeSet<>(neededLists())) {
			this.lists.put(name, read(name, folder));
		}
	}

	/** The lists that come with the program. */
	public static CodeLists bundled() {
		return BUNDLED;
	}

	/** The lists of an installation: its own files first, else the bundled ones. */
	public static CodeLists of(Path folder) {
		return new CodeLists(folder);
	}

	/**
	 * The list of that name; a name that no field of the schema uses is a mistake in the
	 * program.
	 */
	public CodeList get(String name) {
		CodeList list = this.lists.get(name);
		if (list == null) {
			throw new IllegalArgumentException("There is no code list " + name);
		}
		return list;
	}

	public boolean has(String name) {
		return this.lists.containsKey(name);
	}

	private static List<String> neededLists() {
		List<String> names = new ArrayList<>(List.of("provinsi", "wilayah-sumsel"));
		for (Resource resource : Resource.values()) {
			resource.fields().stream().map(Field::codeList).filter((name) -> name != null).forEach(names::add);
		}
		return names;
	}

	private static CodeList read(String name, Path folder) {
		Path own = (folder != null) ? folder.resolve(name + ".yaml") : null;
		try (InputStream in = (own != null && Files.exists(own)) ? Files.newInputStream(own)
				: CodeLists.class.getResourceAsStream("/kode/" + name + ".yaml")) {
			if (in == null) {
				throw new IllegalStateException("Code list " + name + " is missing");
			}
			return parse(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@SuppressWarnings("unchecked") // the form of the files is held by KodeFilesTest
	private static CodeList parse(Map<String, Object> file) {
		List<Kode> codes = new ArrayList<>();
		for (Map<String, Object> row : (List<Map<String, Object>>) file.get("kode")) {
			Map<String, String> attributes = new LinkedHashMap<>();
			row.forEach((key, value) -> {
				if (!List.of("id", "nama", "alias").contains(key)) {
					attributes.put(key, String.valueOf(value));
				}
			});
			codes.add(new Kode((String) row.get("id"), (String) row.get("nama"),
					(List<String>) row.getOrDefault("alias", List.of()), attributes));
		}
		return new CodeList((String) file.get("daftar"), String.valueOf(file.get("versi")), (String) file.get("sumber"),
				codes);
	}

}
