package id.simpul.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reference tables: the short ones of section 5 of the contract, what was seeded, and
 * the names seen beside ids in seeded rows.
 */
final class References {

	/**
	 * Keys of ids whose names are learned from the key beside them, and the table they
	 * are of.
	 */
	private static final String[][] LEARNED = { { "unorId", "unorNama", "unor" }, { "unorId", "namaUnor", "unor" },
			{ "unorIndukId", "unorIndukNama", "unor" }, { "instansiKerjaId", "instansiKerjaNama", "instansi" },
			{ "instansiIndukId", "instansiIndukNama", "instansi" },
			{ "satuanKerjaId", "satuanKerjaNama", "satuan-kerja" },
			{ "satuanKerjaKerjaId", "satuanKerjaKerjaNama", "satuan-kerja" },
			{ "jabatanFungsionalId", "jabatanFungsionalNama", "jabatan-fungsional" },
			{ "jabatanFungsionalUmumId", "jabatanFungsionalUmumNama", "jabatan-fungsional-umum" },
			{ "pendidikanId", "pendidikanNama", "pendidikan" },
			{ "alasanHukumanDisiplin", "alasanHukumanDisiplinNama", "alasan-hukuman-disiplin" } };

	private final Map<String, Map<String, Map<String, Object>>> tables = new ConcurrentHashMap<>();

	/** Tables that were seeded and so can tell that an id does not exist. */
	private final Set<String> complete = ConcurrentHashMap.newKeySet();

	/** Units by the agency they were seen at. */
	private final Map<String, Map<String, Map<String, Object>>> units = new ConcurrentHashMap<>();

	References() {
		ReferenceCodes.TABLES.forEach((table, rows) -> rows.lines().forEach((line) -> {
			int space = line.indexOf(' ');
			put(table, Json.of("id", line.substring(0, space), "nama", line.substring(space + 1)));
		}));
	}

	private void put(String table, Map<String, Object> row) {
		this.tables.computeIfAbsent(table, (name) -> new ConcurrentHashMap<>()).put(row.get("id").toString(), row);
	}

	/**
	 * Takes a row of a table; from now on an id that is not in this table does not exist.
	 */
	void seed(String table, Map<String, Object> row) {
		put(table, row);
		this.complete.add(table);
	}

	/** Takes the names that stand beside ids. */
	void learn(String instansi, Map<String, Object> row) {
		for (String[] learned : LEARNED) {
			if (learn(row, learned[0], learned[1], learned[2]) && learned[2].equals("unor")) {
				unit(instansi, (String) row.get(learned[0]), (String) row.get(learned[1]), row);
			}
		}
		if ("1".equals(row.get("jenisJabatan"))) {
			// for structural positions the unit determines the post
			learn(row, "unorId", "namaJabatan", "jabatan-unor");
		}
	}

	private boolean learn(Map<String, Object> row, String idKey, String nameKey, String table) {
		if (row.get(idKey) instanceof String id && row.get(nameKey) instanceof String name && !id.isBlank()
				&& !name.isBlank()) {
			this.tables.computeIfAbsent(table, (key) -> new ConcurrentHashMap<>())
				.putIfAbsent(id, Json.of("id", id, "nama", name));
			return true;
		}
		return false;
	}

	private void unit(String instansi, String id, String name, Map<String, Object> row) {
		this.units.computeIfAbsent(instansi, (code) -> new ConcurrentHashMap<>())
			.putIfAbsent(id,
					Json.of("Id", id, "InstansiId", row.get("instansiKerjaId"), "DiatasanId", null, "EselonId", "",
							"NamaUnor", name, "NamaJabatan", "", "CepatKode", "", "IndukUnorId", row.get("unorIndukId"),
							"PemimpinPnsId", null, "JenisUnorId", ""));
	}

	/** The name of that id, or {@code null}. */
	String name(String table, Object id) {
		Map<String, Map<String, Object>> rows = (id != null) ? this.tables.get(table) : null;
		Map<String, Object> row = (rows != null) ? rows.get(id.toString()) : null;
		return (row != null && row.get("nama") instanceof String name) ? name : null;
	}

	/** Whether the registry would say that there is no such id. */
	boolean isUnknown(String table, Object id) {
		return this.complete.contains(table) && !this.tables.get(table).containsKey(String.valueOf(id));
	}

	/** The rows by their id, or {@code null} if there is no such table. */
	List<Map<String, Object>> rows(String table) {
		Map<String, Map<String, Object>> rows = this.tables.get(table);
		return (rows != null) ? sorted(rows, "id") : null;
	}

	/** The organisation tree as far as it was seen. */
	List<Map<String, Object>> units(String instansi) {
		return sorted(this.units.getOrDefault(instansi, Map.of()), "Id");
	}

	private static List<Map<String, Object>> sorted(Map<String, Map<String, Object>> rows, String key) {
		Collection<Map<String, Object>> found = new ArrayList<>(rows.values());
		return found.stream()
			.sorted((one, other) -> one.get(key).toString().compareTo(other.get(key).toString()))
			.map((row) -> (Map<String, Object>) new LinkedHashMap<>(row))
			.toList();
	}

}
