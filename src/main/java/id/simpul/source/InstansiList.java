package id.simpul.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who takes part, in the order of {@code config/instansi.yaml}. */
public final class InstansiList {

	private final Map<String, Instansi> byCode = new LinkedHashMap<>();

	private InstansiList(List<Instansi> all) {
		all.forEach((one) -> this.byCode.put(one.kode(), one));
	}

	/**
	 * Reads the file; every mistake in it is named at once in a {@link ConfigRefused}.
	 */
	public static InstansiList load(Path file) {
		return new InstansiList(new InstansiFile(file).read());
	}

	/**
	 * The instansi of that code; asking for one that is not listed is a mistake of the
	 * caller.
	 */
	public Instansi get(String kode) {
		Instansi found = this.byCode.get(kode);
		if (found == null) {
			throw new IllegalArgumentException("There is no instansi " + kode);
		}
		return found;
	}

	public boolean has(String kode) {
		return this.byCode.containsKey(kode);
	}

	public List<Instansi> all() {
		return List.copyOf(this.byCode.values());
	}

}
