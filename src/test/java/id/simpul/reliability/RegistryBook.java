package id.simpul.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registry's ledger, read by a second pair of eyes: what it held from the start and
 * every call that wrote, in order.
 */
final class RegistryBook {

	/**
	 * By resource, the parts of the business key in a row as read and in a save; dates
	 * are marked by an at sign.
	 */
	private static final Map<String, String[]> KEYS = Map.of("jabatan", both("@tmtJabatan|nomorSk"), "diklat",
			both("@tanggal|nomor"), "kursus",
			new String[] { "@tanggalKursus|noSertipikat", "@tanggalKursus|nomorSertipikat" }, "kinerja", both("tahun"),
			"hukdis", both("@hukumanTanggal|skNomor"), "penghargaan", both("@skDate|skNomor"), "angkakredit",
			both("@tanggalSk|nomorSk"));

	/** By resource: fields of the common schema and the keys of a save. */
	private static final Map<String, String> SAVED = Map.of("kursus",
			"nomorSertifikat=nomorSertipikat namaKursus=namaKursus jenisDiklat=jenisDiklatId "
					+ "tanggalKursus=@tanggalKursus tanggalSelesai=@tanggalSelesaiKursus jumlahJam=jumlahJam "
					+ "penyelenggara=institusiPenyelenggara",
			"penghargaan", "nomorSk=skNomor jenisPenghargaan=hargaId tahun=tahun tanggalSk=@skDate", "jabatan",
			"nomorSk=nomorSk jenisJabatan=jenisJabatan jabatanId=jabatanFungsionalUmumId unorId=unorId "
					+ "tanggalSk=@tanggalSk tmtJabatan=@tmtJabatan",
			"data-utama", "noHp=nomor_hp");

	/**
	 * One call that wrote.
	 *
	 * @param key business key of what was to be saved, empty where there is none
	 * @param fields what was saved, by name of the common schema, for the kinds of
	 * entries that are edited here
	 */
	record Write(long seq, String time, String instansi, String resource, String pnsId, String operation, String id,
			boolean accepted, String key, Map<String, String> fields, JsonNode payload, String answer) {

		boolean does(String what) {
			return this.accepted && this.operation.equals(what);
		}

		boolean saves() {
			return does("create") || does("update");
		}

		/** The name of the resource in the common schema. */
		String ours() {
			return switch (this.resource) {
				case "data-utama" -> "pegawai";
				case "angkakredit" -> "angka-kredit";
				default -> this.resource;
			};
		}

		@Override
		public String toString() {
			return "ledger " + this.seq + " " + this.time + " " + this.operation + (this.accepted ? "" : " REFUSED")
					+ " " + this.resource + " " + this.key + " id " + this.id + " "
					+ (this.fields.isEmpty() ? "" : this.fields) + (this.accepted ? "" : this.answer);
		}

	}

	private final Map<String, String> byNip = new HashMap<>();

	private final Map<String, String> telephone = new HashMap<>();

	private final Set<String> seeded = new HashSet<>();

	private final List<Write> writes = new ArrayList<>();

	private RegistryBook() {
	}

	private static String[] both(String key) {
		return new String[] { key, key };
	}

	static RegistryBook read(Path ledger) {
		try {
			return of(List.of(Files.readString(ledger, StandardCharsets.UTF_8).split("\n")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static RegistryBook of(List<String> lines) {
		RegistryBook book = new RegistryBook();
		for (String line : lines) {
			JsonNode node = JsonMapper.shared().readTree(line);
			JsonNode row = node.path("row");
			switch (node.path("kind").asString()) {
				case "seed-person" -> {
					book.byNip.put(row.path("nipBaru").asString(), row.path("id").asString());
					book.telephone.put(row.path("id").asString(), row.path("noHp").asString(""));
				}
				case "seed-row" -> book.seeded.add(node.path("pnsId").asString() + " "
						+ node.path("resource").asString() + " " + key(node.path("resource").asString(), row, 0));
				case "write" -> book.writes.add(write(node));
				default -> {
					// reference tables are nobody's entries
				}
			}
		}
		return book;
	}

	private static Write write(JsonNode node) {
		String resource = node.path("resource").asString();
		JsonNode payload = node.path("payload");
		Map<String, String> fields = new TreeMap<>();
		if (SAVED.containsKey(resource) && !payload.isEmpty()) {
			for (String pair : SAVED.get(resource).split(" ")) {
				String[] names = pair.split("=");
				String value = value(payload, names[1]);
				if (!value.isEmpty()) {
					fields.put(names[0], value);
				}
			}
		}
		return new Write(node.path("seq").asLong(), node.path("time").asString(), node.path("instansi").asString(),
				resource, node.path("pnsId").asString(), node.path("operation").asString(), node.path("id").asString(),
				node.path("accepted").asBoolean(), key(resource, payload, 1), fields, payload,
				node.path("answer").toString());
	}

	private static String key(String resource, JsonNode row, int side) {
		if (!KEYS.containsKey(resource) || row.isEmpty()) {
			return "";
		}
		StringBuilder key = new StringBuilder();
		for (String part : KEYS.get(resource)[side].split("\\|")) {
			key.append(key.isEmpty() ? "" : "|").append(value(row, part));
		}
		return key.toString().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
	}

	private static String value(JsonNode row, String name) {
		if (!name.startsWith("@")) {
			return row.path(name).asString("");
		}
		String date = row.path(name.substring(1)).asString("");
		return (date.length() == 10) ? date.substring(6) + date.substring(2, 6) + date.substring(0, 2) : date;
	}

	/**
	 * The registry's own number of a person, or {@code null} for one it does not know.
	 */
	String pnsId(String nip) {
		return this.byNip.get(nip);
	}

	/** The telephone number of somebody at the start. */
	String telephone(String pnsId) {
		return this.telephone.getOrDefault(pnsId, "");
	}

	/** Whether the registry held it before anything was sent. */
	boolean isSeeded(Write write) {
		return this.seeded.contains(write.pnsId() + " " + write.resource() + " " + write.key());
	}

	List<Write> writes() {
		return this.writes;
	}

	/**
	 * By entry of a person: its accepted saves in order. The key is person, resource and
	 * business key.
	 */
	Map<String, List<Write>> savesByEntry() {
		Map<String, List<Write>> saves = new LinkedHashMap<>();
		for (Write write : this.writes) {
			if (write.saves()) {
				saves
					.computeIfAbsent(write.pnsId() + " " + write.resource() + " " + write.key(),
							(key) -> new ArrayList<>())
					.add(write);
			}
		}
		return saves;
	}

}
