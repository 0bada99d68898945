package id.simpul.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static id.simpul.simulator.Office.body;
import static org.assertj.core.api.Assertions.assertThat;

/** Every save of section 3 of the contract, read back by the keys of a read. */
class SavesTest {

	@TempDir
	Path folder;

	private Office office;

	@BeforeEach
	void open() {
		this.office = Office.open(this.folder);
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	private JsonNode only(String resource) {
		JsonNode data = this.office.get("/pns/" + resource + "/" + Office.NIP).json().path("data");
		assertThat(data).hasSize(1);
		return data.path(0);
	}

	private static void assertShows(JsonNode row, String... keysAndTexts) {
		for (int i = 0; i < keysAndTexts.length; i += 2) {
			assertThat(row.path(keysAndTexts[i]).isString()).as(keysAndTexts[i]).isTrue();
			assertThat(row.path(keysAndTexts[i]).asString()).as(keysAndTexts[i]).isEqualTo(keysAndTexts[i + 1]);
		}
	}

	static Map<String, Object> jabatan(Object... more) {
		Map<String, Object> body = body("id", null, "pnsId", Office.PNS_ID, "instansiId", "I1", "instansiIndukId", "I1",
				"satuanKerjaId", "S1", "unorId", "U1", "nomorSk", "821/7/2024", "jenisJabatan", "4", "eselonId", "",
				"jabatanFungsionalId", "", "jabatanFungsionalUmumId", "JFU1", "subJabatanId", "", "jenisMutasiId", "MJ",
				"jenisPenugasanId", "D", "tanggalSk", "20-01-2024", "tmtJabatan", "01-02-2024", "tmtMutasi", "",
				"tmtPelantikan", "", "path", List.of());
		body.putAll(body(more));
		return body;
	}

	@Test
	void savesAPosition() {
		this.office.registry().reference("unor", Map.of("id", "U1", "nama", "Bagian Umum"));
		this.office.registry().reference("jabatan-fungsional-umum", Map.of("id", "JFU1", "nama", "Pengelola Data"));
		JsonNode reply = this.office.post("/jabatan/unorjabatan/save", jabatan()).json();
		assertThat(reply.path("success").asBoolean()).isTrue();
		assertThat(reply.path("message").asString()).isEqualTo("success");
		assertShows(only("rw-jabatan"), "id", reply.path("mapData").path("rwJabatanId").asString(), "idPns",
				Office.PNS_ID, "nipBaru", Office.NIP, "instansiKerjaId", "I1", "satuanKerjaId", "S1", "unorId", "U1",
				"unorNama", "Bagian Umum", "namaUnor", "Bagian Umum", "jabatanFungsionalUmumId", "JFU1",
				"jabatanFungsionalUmumNama", "Pengelola Data", "namaJabatan", "Pengelola Data", "nomorSk", "821/7/2024",
				"tanggalSk", "20-01-2024", "tmtJabatan", "01-02-2024", "jenisMutasiId", "MJ");
	}

	@Test
	void showsANewPositionAsCurrentOnlyAfterTheSync() {
		this.office.registry().reference("jabatan-fungsional-umum", Map.of("id", "JFU1", "nama", "Pengelola Data"));
		this.office.post("/jabatan/unorjabatan/save", jabatan());
		JsonNode stale = this.office.get("/pns/data-utama/" + Office.NIP).json().path("data");
		assertThat(stale.path("jabatanNama").asString()).isEqualTo("Pengelola Lama");
		JsonNode reply = this.office.get("/pns/data-utama-jabatansync?pns_orang_id=" + Office.PNS_ID).json();
		assertThat(reply.path("Error").asString()).isEqualTo("false");
		assertShows(this.office.get("/pns/data-utama/" + Office.NIP).json().path("data"), "jabatanNama",
				"Pengelola Data", "tmtJabatan", "01-02-2024", "jenisJabatanId", "4", "jenisJabatan", "Fungsional Umum",
				"unorId", "U1");
		assertThat(this.office.registry().ledger()).extracting(LedgerEntry::operation)
			.containsExactly(Operation.CREATE, Operation.SYNC);
	}

	@Test
	void namesAStructuralPostByItsUnit() {
		this.office.registry()
			.row(Office.PNS_ID, "jabatan", Map.of("id", "j1", "jenisJabatan", "1", "unorId", "U9", "namaJabatan",
					"Kepala Bidang Mutasi", "unorNama", "Bidang Mutasi"));
		String id = this.office
			.post("/jabatan/unorjabatan/save",
					jabatan("jenisJabatan", "1", "unorId", "U9", "jabatanFungsionalUmumId", "", "eselonId", "31"))
			.json()
			.path("mapData")
			.path("rwJabatanId")
			.asString();
		assertShows(this.office.get("/jabatan/id/" + id).json().path("data"), "namaJabatan", "Kepala Bidang Mutasi",
				"unorNama", "Bidang Mutasi", "eselon", "III.a");
	}

	@Test
	void takesTheLatestPositionAsCurrent() {
		this.office.post("/jabatan/unorjabatan/save", jabatan("unorId", "baru", "tmtJabatan", "01-02-2024"));
		this.office.post("/jabatan/unorjabatan/save", jabatan("unorId", "lama", "tmtJabatan", "30-12-2019"));
		this.office.get("/pns/data-utama-jabatansync?pns_orang_id=" + Office.PNS_ID);
		assertShows(this.office.get("/pns/data-utama/" + Office.NIP).json().path("data"), "unorId", "baru");
	}

	@Test
	void computesTheRankAnew() {
		this.office.registry()
			.row(Office.PNS_ID, "golongan", Map.of("id", "g1", "golonganId", "34", "tmtGolongan", "01-04-2025"));
		this.office.get("/pns/data-utama-golongansync?pns_orang_id=" + Office.PNS_ID);
		assertShows(this.office.get("/pns/data-utama/" + Office.NIP).json().path("data"), "golRuangAkhirId", "34",
				"golRuangAkhir", "III/d", "tmtGolAkhir", "01-04-2025");
	}

	@Test
	void savesStructuralTraining() {
		JsonNode reply = this.office
			.post("/diklat/save",
					body("id", "", "pnsOrangId", Office.PNS_ID, "latihanStrukturalId", "3", "nomor", "D/1", "tanggal",
							"01-03-2020", "tanggalSelesai", "30-06-2020", "tahun", 2020, "jumlahJam", 900, "bobot", 0,
							"jenisKompetensi", "", "institusiPenyelenggara", "BPSDM"))
			.json();
		assertShows(only("rw-diklat"), "id", reply.path("mapData").path("rwDiklatId").asString(),
				"latihanStrukturalNama", "PIM III", "tahun", "2020", "jumlahJam", "900", "tanggalSelesai", "30-06-2020",
				"nomor", "D/1");
	}

	@Test
	void savesACourseUnderOtherNamesThanItShows() {
		JsonNode reply = this.office.post("/kursus/save",
				body("pnsOrangId", Office.PNS_ID, "instansiId", "I1", "jenisDiklatId", "3", "jenisKursus", "",
						"jenisKursusId", "K9", "jenisKursusSertipikat", "T", "namaKursus", "Pengolahan Data",
						"nomorSertipikat", "S/77", "institusiPenyelenggara", "BKPSDM", "jumlahJam", 20, "lokasiId", "",
						"tahunKursus", 2023, "tanggalKursus", "04-09-2023", "tanggalSelesaiKursus", "06-09-2023"))
			.json();
		assertShows(only("rw-kursus"), "id", reply.path("mapData").path("rwKursusId").asString(), "noSertipikat",
				"S/77", "jenisKursusSertifikat", "T", "jenisKursusId", "K9", "jumlahJam", "20", "tahunKursus", "2023");
	}

	@Test
	void savesPerformanceAndAnswersWithTheBareId() {
		JsonNode reply = this.office
			.post("/skp22/save",
					body("pnsDinilaiOrang", Office.PNS_ID, "tahun", 2024, "hasilKinerjaNilai", 1, "perilakuKerjaNilai",
							2, "kuadranKinerjaNilai", 2, "statusPenilai", "ASN", "penilaiNipNrp", "198001012005011998",
							"penilaiNama", "PENILAI CONTOH", "penilaiJabatan", "Kepala Bidang", "penilaiGolongan", "41",
							"penilaiUnorNama", "Bidang Mutasi"))
			.json();
		assertThat(reply.path("mapData").isString()).isTrue();
		assertShows(only("rw-skp22"), "id", reply.path("mapData").asString(), "tahun", "2024", "hasilKinerjaNilai", "1",
				"PerilakuKerjaNilai", "2", "KuadranKinerjaNilai", "2", "kuadranKinerja", "BAIK", "nipNrpPenilai",
				"198001012005011998", "namaPenilai", "PENILAI CONTOH", "penilaiJabatanNm", "Kepala Bidang",
				"penilaiGolonganId", "41", "penilaiUnorNm", "Bidang Mutasi", "pnsDinilaiId", Office.PNS_ID);
	}

	@Test
	void savesTheOlderPerformance() {
		JsonNode reply = this.office
			.post("/skp/2021/save",
					body("pnsDinilaiOrang", Office.PNS_ID, "tahun", 2020, "nilaiSkp", 88.5, "jenisPeraturanKinerjaKd",
							"PP46"))
			.json();
		assertShows(only("rw-skp"), "id", reply.path("mapData").asString(), "tahun", "2020", "nilaiSkp", "88.5", "pns",
				Office.PNS_ID);
	}

	@Test
	void savesDiscipline() {
		JsonNode reply = this.office
			.post("/hukdis/save", body("pnsOrangId", Office.PNS_ID, "jenisHukumanId", "2", "jenisTingkatHukumanId", "R",
					"alasanHukumanDisiplinId", "A1", "golonganId", "33", "golonganLama", "", "kedudukanHukumId", "01",
					"hukumanTanggal", "01-05-2022", "akhirHukumanTanggal", "31-05-2022", "masaTahun", "0", "masaBulan",
					1, "nomorPp", "94 Tahun 2021", "skNomor", "HD/3", "skTanggal", "29-04-2022", "keterangan", "uji"))
			.json();
		assertShows(only("rw-hukdis"), "id", reply.path("mapData").path("rwHukdisId").asString(), "jenisHukuman", "2",
				"jenisHukumanNama", "Teguran tertulis", "akhirHukumTanggal", "31-05-2022", "golongan", "33",
				"kedudukanHukum", "01", "alasanHukumanDisiplin", "A1", "masaBulan", "1", "pnsOrang", Office.PNS_ID);
	}

	@Test
	void savesAnAward() {
		JsonNode reply = this.office
			.post("/penghargaan/save",
					body("pnsOrangId", Office.PNS_ID, "hargaId", "202", "tahun", 2021, "skNomor", "KEPPRES/9", "skDate",
							"17-08-2021"))
			.json();
		assertShows(only("rw-penghargaan"), "ID", reply.path("mapData").path("rwPenghargaanId").asString(), "skDate",
				"17-08-2021", "hargaNama", "Satyalancana Karya Satya 20 Tahun", "tahun", "2021");
	}

	static Map<String, Object> credit(Object... more) {
		Map<String, Object> body = body("pnsId", Office.PNS_ID, "nomorSk", "PAK/12.1/2024", "tanggalSk", "10-01-2024",
				"bulanMulaiPenailan", "1", "tahunMulaiPenailan", "2023", "bulanSelesaiPenailan", "12",
				"tahunSelesaiPenailan", "2023", "kreditUtamaBaru", "12.5", "kreditPenunjangBaru", "", "kreditBaruTotal",
				"12.5", "isAngkaKreditPertama", "0", "isIntegrasi", "0", "isKonversi", "1");
		body.putAll(body(more));
		return body;
	}

	@Test
	void savesCreditPointsToThreePlaces() {
		this.office.registry()
			.row(Office.PNS_ID, "jabatan",
					Map.of("id", "j1", "jabatanFungsionalId", "F1", "namaJabatan", "Pranata Ahli"));
		JsonNode reply = this.office.post("/angkakredit/save", credit("rwJabatanId", "j1")).json();
		assertShows(only("rw-angkakredit"), "id", reply.path("mapData").path("rwAngkaKreditId").asString(), "pns",
				Office.PNS_ID, "rwJabatan", "j1", "namaJabatan", "Pranata Ahli", "kreditUtamaBaru", "12.500",
				"kreditBaruTotal", "12.500", "bulanMulaiPenailan", "1", "isKonversi", "1");
	}

	@Test
	void updatesContactsAndLeavesTheRest() {
		JsonNode reply = this.office
			.post("/pns/data-utama-update",
					body("pns_orang_id", Office.PNS_ID, "email", "contoh@surel.test", "nomor_hp", "0811", "npwp_nomor",
							"", "agama_id", "2", "npwp_tanggal", "02-01-2012"))
			.json();
		assertThat(reply.path("code").asInt()).isEqualTo(1);
		assertShows(this.office.get("/pns/data-utama/" + Office.NIP).json().path("data"), "email", "contoh@surel.test",
				"noHp", "0811", "agamaId", "2", "agama", "Kristen", "nama", "CONTOH PEGAWAI", "tglNpwp", "02-01-2012");
	}

	@Test
	void createsASecondRowWithoutAnIdAndChangesTheFirstWithOne() {
		String id = this.office.post("/jabatan/unorjabatan/save", jabatan())
			.json()
			.path("mapData")
			.path("rwJabatanId")
			.asString();
		this.office.post("/jabatan/save", jabatan());
		this.office.post("/jabatan/unorjabatan/save", jabatan("id", id, "nomorSk", "821/8/2024"));
		JsonNode rows = this.office.get("/pns/rw-jabatan/" + Office.NIP).json().path("data");
		assertThat(rows).hasSize(2);
		assertShows(rows.path(0), "id", id, "nomorSk", "821/8/2024");
		assertShows(rows.path(1), "nomorSk", "821/7/2024");
		assertThat(this.office.registry().ledger()).extracting(LedgerEntry::operation)
			.containsExactly(Operation.CREATE, Operation.CREATE, Operation.UPDATE);
	}

	@Test
	void showsDocumentsByTheirType() {
		this.office.post("/jabatan/unorjabatan/save", jabatan("path",
				List.of(Map.of("dok_id", "872", "dok_nama", "Dok SK Jabatan", "dok_uri", "usulan/872_1.pdf"))));
		assertThat(only("rw-jabatan").path("path").path("872").path("dok_uri").asString())
			.isEqualTo("usulan/872_1.pdf");
	}

	@Test
	void deletesARow() {
		String id = this.office.post("/jabatan/unorjabatan/save", jabatan())
			.json()
			.path("mapData")
			.path("rwJabatanId")
			.asString();
		assertThat(this.office.delete("/jabatan/delete/" + id).json().path("success").asBoolean()).isTrue();
		assertThat(this.office.get("/pns/rw-jabatan/" + Office.NIP).status()).isEqualTo(404);
		assertThat(this.office.delete("/jabatan/delete/" + id).json().path("success").asBoolean(true)).isFalse();
		assertThat(this.office.delete("/hukdis/delete/x").status()).isEqualTo(404);
	}

	@Test
	void takesKeysInAnyCase() {
		assertThat(this.office.post("/penghargaan/save", body("PnsOrangId", Office.PNS_ID, "HargaId", "202"))
			.json()
			.path("success")
			.asBoolean()).isTrue();
		assertShows(only("rw-penghargaan"), "hargaId", "202");
	}

}
