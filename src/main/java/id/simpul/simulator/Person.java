package id.simpul.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One person of the registry with all rows. Callers hold its monitor while they read and
 * then write.
 */
final class Person {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final String instansi;

	private final String id;

	private final String nip;

	private Stored dataUtama;

	private final Map<Resource, List<Stored>> rows = new EnumMap<>(Resource.class);

	Person(String instansi, String id, String nip, Map<String, Object> dataUtama) {
		this.instansi = instansi;
		this.id = id;
		this.nip = nip;
		this.dataUtama = Stored.of(id, dataUtama);
	}

	String instansi() {
		return this.instansi;
	}

	String id() {
		return this.id;
	}

	String nip() {
		return this.nip;
	}

	/** Whether a PPPK: by the states of employment that are theirs alone. */
	synchronized boolean isPppk() {
		return List.of("71", "72", "73").contains(String.valueOf(this.dataUtama.values().get("kedudukanPnsId")));
	}

	/** Whether a part-time PPPK, by any word that says so. */
	synchronized boolean isPartTime() {
		Map<String, Object> values = this.dataUtama.values();
		return List.of("kedudukanPnsNama", "statusPegawai", "jenisPegawaiNama")
			.stream()
			.anyMatch((key) -> String.valueOf(values.get(key)).toLowerCase(Locale.ROOT).contains("paruh waktu"));
	}

	/** The master record as it is read. */
	synchronized Map<String, Object> master(References references) {
		return Resource.DATA_UTAMA.shape().shown(this.id, this.dataUtama.values(), this, references);
	}

	/** The rows as they are read, oldest first. */
	synchronized List<Map<String, Object>> shown(Resource resource, References references) {
		return held(resource).stream()
			.map((row) -> resource.shape().shown(row.id(), row.values(), this, references))
			.toList();
	}

	synchronized Optional<Map<String, Object>> shown(Resource resource, String rowId, References references) {
		return find(resource, rowId).map((row) -> resource.shape().shown(row.id(), row.values(), this, references));
	}

	synchronized int count(Resource resource) {
		return (resource == Resource.DATA_UTAMA) ? 1 : held(resource).size();
	}

	synchronized boolean has(Resource resource, String rowId) {
		return find(resource, rowId).isPresent();
	}

	private List<Stored> held(Resource resource) {
		return this.rows.getOrDefault(resource, List.of());
	}

	private Optional<Stored> find(Resource resource, String rowId) {
		return held(resource).stream().filter((row) -> row.id().equals(rowId)).findFirst();
	}

	synchronized void put(Resource resource, Stored row) {
		List<Stored> held = this.rows.computeIfAbsent(resource, (key) -> new ArrayList<>(4));
		for (int i = 0; i < held.size(); i++) {
			if (held.get(i).id().equals(row.id())) {
				held.set(i, row);
				return;
			}
		}
		held.add(row);
	}

	/**
	 * Does what an accepted entry of the ledger says, now or when the ledger is read
	 * again.
	 */
	synchronized void apply(Resource resource, LedgerEntry entry, References references) {
		switch (entry.operation()) {
			case CREATE, UPDATE -> {
				if (resource == Resource.DATA_UTAMA) {
					Map<String, Object> values = this.dataUtama.values();
					values.putAll(resource.shape().kept(Shape.anyCase(entry.payload())));
					this.dataUtama = Stored.of(this.id, values);
				}
				else {
					put(resource, saved(resource, entry, references));
				}
			}
			case DELETE -> this.rows.get(resource).removeIf((row) -> row.id().equals(entry.id()));
			case SYNC -> sync(resource, references);
		}
	}

	private Stored saved(Resource resource, LedgerEntry entry, References references) {
		Map<String, Object> row = resource.shape().kept(Shape.anyCase(entry.payload()));
		Map<String, Object> before = find(resource, entry.id()).map(Stored::values).orElse(Map.of());
		if (before.containsKey("path")) {
			row.putIfAbsent("path", before.get("path"));
		}
		String day = GoDate.of(LocalDate.ofInstant(entry.time(), ZONE));
		if (resource == Resource.JABATAN) {
			row.put("createdAt", before.getOrDefault("createdAt", day));
			row.put("updatedAt", day);
		}
		else if (resource == Resource.ANGKA_KREDIT) {
			row.put("created_at", before.getOrDefault("created_at", entry.time().toString()));
			row.put("updated_at", entry.time().toString());
			shown(Resource.JABATAN, String.valueOf(row.get("rwJabatan")), references)
				.ifPresent((jabatan) -> row.put("namaJabatan", jabatan.get("namaJabatan")));
		}
		return Stored.of(entry.id(), row);
	}

	private void sync(Resource resource, References references) {
		String since = (resource == Resource.JABATAN) ? "tmtJabatan" : "tmtGolongan";
		shown(resource, references).stream()
			.max(Comparator.comparing((row) -> GoDate.orBeginning(row.get(since))))
			.ifPresent((latest) -> {
				Map<String, Object> values = this.dataUtama.values();
				values.putAll((resource == Resource.JABATAN) ? position(latest) : rank(latest));
				this.dataUtama = Stored.of(this.id, values);
			});
	}

	private static Map<String, Object> position(Map<String, Object> jabatan) {
		return Json.of("jenisJabatanId", jabatan.get("jenisJabatan"), "jenisJabatan", null, "jabatanNama",
				jabatan.get("namaJabatan"), "jabatanFungsionalId", jabatan.get("jabatanFungsionalId"),
				"jabatanFungsionalNama", jabatan.get("jabatanFungsionalNama"), "jabatanFungsionalUmumId",
				jabatan.get("jabatanFungsionalUmumId"), "jabatanFungsionalUmumNama",
				jabatan.get("jabatanFungsionalUmumNama"), "tmtJabatan", jabatan.get("tmtJabatan"), "unorId",
				jabatan.get("unorId"), "unorNama", jabatan.get("unorNama"), "eselonId", jabatan.get("eselonId"),
				"eselon", jabatan.get("eselon"));
	}

	private static Map<String, Object> rank(Map<String, Object> golongan) {
		Object since = golongan.get("tmtGolongan");
		LocalDate day = GoDate.orBeginning(since);
		return Json.of("golRuangAkhirId", golongan.get("golonganId"), "golRuangAkhir", golongan.get("golongan"),
				"pangkatAkhir", golongan.get("pangkat"), "tmtGolAkhir",
				day.equals(LocalDate.MIN) ? null : GoDate.of(day), "mkTahun", golongan.get("masaKerjaGolonganTahun"),
				"mkBulan", golongan.get("masaKerjaGolonganBulan"));
	}

}
