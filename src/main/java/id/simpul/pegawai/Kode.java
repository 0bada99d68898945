package id.simpul.pegawai;

import java.util.List;
import java.util.Map;

/**
 * One reference code.
 *
 * @param alias other spellings met in sources
 * @param attributes what else the list says of it, for instance the other numberings of a
 * golongan
 */
public record Kode(String id, String nama, List<String> alias, Map<String, String> attributes) {

	public Kode {
		alias = List.copyOf(alias);
		attributes = Map.copyOf(attributes);
	}

	/** The attribute of that name, or an empty text. */
	public String attribute(String name) {
		return this.attributes.getOrDefault(name, "");
	}

}
