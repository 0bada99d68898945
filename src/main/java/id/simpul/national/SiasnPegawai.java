package id.simpul.national;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

import static id.simpul.national.SiasnJson.date;
import static id.simpul.national.SiasnJson.text;

/**
 * The master record (contract 3.1). Identity can only be read; contact data goes through
 * data-utama-update, which gets the full set each time, since nobody knows whether it
 * clears what is left out.
 */
final class SiasnPegawai {

	private static final Resource PEGAWAI = Resource.PEGAWAI;

	/** Our contact fields, as the registry reads them and as it wants them written. */
	private static final Map<String, String[]> CONTACT = contact();

	/**
	 * What the update also takes and we have no field for: handed back as the registry
	 * holds it.
	 */
	private static final Map<String, String> KEPT = Map.of("agama_id", "agamaId", "karis_karsu", "karis_karsu",
			"kelas_jabatan", "kelas_jabatan", "kpkn_id", "kpknId", "lokasi_kerja_id", "lokasiKerjaId", "npwp_tanggal",
			"tglNpwp", "tanggal_taspen", "tanggal_taspen", "taspen_nomor", "noTaspen");

	private static final Set<Field> COMPARABLE = Stream
		.concat(Stream.of("nama", "nik", "tglLahir", "jenisKelamin"), CONTACT.keySet().stream())
		.map(PEGAWAI::field)
		.collect(Collectors.toUnmodifiableSet());

	private SiasnPegawai() {
	}

	private static Map<String, String[]> contact() {
		Map<String, String[]> contact = new LinkedHashMap<>();
		contact.put("email", new String[] { "email", "email" });
		contact.put("emailGov", new String[] { "emailGov", "email_gov" });
		contact.put("noHp", new String[] { "noHp", "nomor_hp" });
		contact.put("noTelp", new String[] { "noTelp", "nomor_telpon" });
		contact.put("alamat", new String[] { "alamat", "alamat" });
		contact.put("noNpwp", new String[] { "noNpwp", "npwp_nomor" });
		contact.put("bpjs", new String[] { "bpjs", "nomor_bpjs" });
		return contact;
	}

	static Set<Field> comparable() {
		return COMPARABLE;
	}

	static Entry read(JsonNode data) {
		Shape.Values values = new Shape.Values(PEGAWAI);
		values.set("nip", text(data, "nipBaru"))
			.set("nama", text(data, "nama"))
			.set("nik", text(data, "nik"))
			.set("gelarDepan", text(data, "gelarDepan"))
			.set("gelarBelakang", text(data, "gelarBelakang"))
			.set("tglLahir", date(data, "tglLahir"))
			.set("jenisKelamin", text(data, "jenisKelamin"))
			.set("kedudukanHukum", text(data, "kedudukanPnsId"));
		CONTACT.forEach((field, keys) -> values.set(field, text(data, keys[0])));
		return values.entry();
	}

	/**
	 * @param held the registry's own record, from which everything we have no value for
	 * is handed back
	 */
	static Map<String, Object> update(String pnsId, Entry entry, JsonNode held) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("pns_orang_id", pnsId);
		KEPT.forEach((written, read) -> body.put(written, SiasnJson.orEmpty(text(held, read))));
		CONTACT.forEach((field, keys) -> {
			String ours = entry.text(PEGAWAI.field(field));
			body.put(keys[1], SiasnJson.orEmpty((ours != null) ? ours : text(held, keys[0])));
		});
		return body;
	}

}
