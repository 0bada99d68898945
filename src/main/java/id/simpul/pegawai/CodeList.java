package id.simpul.pegawai;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One list of reference codes with its version and source. A raw value is looked up as
 * code, then as alias, then as name; upper case and blanks do not count.
 */
public final class CodeList {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private final String name;

	private final String version;

	private final String source;

	private final Map<String, Kode> byId = new LinkedHashMap<>();

	private final Map<String, String> index = new HashMap<>();

	private final Map<String, Map<String, String>> byAttribute = new HashMap<>();

	CodeList(String name, String version, String source, List<Kode> codes) {
		this.name = name;
		this.version = version;
		this.source = source;
		codes.forEach((code) -> this.byId.put(code.id(), code));
		codes.forEach((code) -> this.index.putIfAbsent(fold(code.nama()), code.id()));
		codes.forEach((code) -> code.alias().forEach((alias) -> this.index.put(fold(alias), code.id())));
		codes.forEach((code) -> this.index.put(fold(code.id()), code.id()));
		codes.forEach((code) -> code.attributes()
			.forEach((key, value) -> this.byAttribute.computeIfAbsent(key, (k) -> new HashMap<>())
				.putIfAbsent(fold(value), code.id())));
	}

	public String name() {
		return this.name;
	}

	public String version() {
		return this.version;
	}

	public String source() {
		return this.source;
	}

	/** The id that a raw value means: code, then alias, then name. */
	public Optional<String> resolve(String raw) {
		String exact = this.byId.containsKey(raw) ? raw : this.index.get(fold(raw));
		return Optional.ofNullable(exact);
	}

	/**
	 * The id whose attribute has this value: the other numberings of a list, such as
	 * {@code lokal} and {@code kemendagri} of list golongan.
	 */
	public Optional<String> resolveBy(String attribute, String raw) {
		return Optional.ofNullable(this.byAttribute.getOrDefault(attribute, Map.of()).get(fold(raw)));
	}

	public boolean hasAttribute(String attribute) {
		return this.byAttribute.containsKey(attribute);
	}

	public boolean contains(String id) {
		return this.byId.containsKey(id);
	}

	/** The code of that id; asking for an unknown one is a mistake in the program. */
	public Kode get(String id) {
		Kode code = this.byId.get(id);
		if (code == null) {
			throw new IllegalArgumentException("List " + this.name + " has no such code");
		}
		return code;
	}

	public Collection<Kode> codes() {
		return Collections.unmodifiableCollection(this.byId.values());
	}

	private static String fold(String text) {
		return BLANKS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
	}

}
