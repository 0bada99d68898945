package id.simpul.simulator;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What reads answer: sections 2.1, 3 and 4 of the contract. */
class ReadsTest {

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

	@Test
	void showsTheMasterRecordWithEveryKey() {
		JsonNode reply = this.office.get("/pns/data-utama/" + Office.NIP).json();
		assertThat(reply.path("code").asInt()).isEqualTo(1);
		assertThat(reply.path("message").asString()).isEqualTo("success");
		JsonNode data = reply.path("data");
		assertThat(data.path("id").asString()).isEqualTo(Office.PNS_ID);
		assertThat(data.path("nipBaru").asString()).isEqualTo(Office.NIP);
		assertThat(data.path("golRuangAkhir").asString()).isEqualTo("III/c");
		assertThat(data.path("kedudukanPnsNama").asString()).isEqualTo("Aktif");
		assertThat(data.propertyNames()).contains("tmtGolAkhir", "kelas_jabatan", "pertek_cpns_pns_l2th_nomor",
				"genEmailAsn");
	}

	@Test
	void saysNothingByATextInsteadOfAList() {
		Office.Reply reply = this.office.get("/pns/rw-kursus/" + Office.NIP);
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.json().path("code").asInt(-1)).isZero();
		assertThat(reply.json().path("data").asString()).isEqualTo("Data tidak ditemukan");
	}

	@Test
	void saysNothingInItsOlderWaysToo() {
		Office.Reply old = this.office.get("/pns/rw-skp/" + Office.NIP);
		assertThat(old.status()).isEqualTo(200);
		assertThat(old.json().path("code").asInt(-1)).isZero();
		Office.Reply nothing = this.office.get("/pns/rw-hukdis/" + Office.NIP);
		assertThat(nothing.json().path("code").asInt()).isEqualTo(1);
		assertThat(nothing.json().path("data").isNull()).isTrue();
		assertThat(this.office.get("/pns/rw-tubel/" + Office.NIP).json().path("data").asString())
			.isEqualTo("record not found");
	}

	@Test
	void doesNotKnowAnotherAgencysPerson() {
		Office.Reply reply = this.office.get("/pns/data-utama/" + Office.STRANGER_NIP);
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.json().path("code").asInt(-1)).isZero();
	}

	@Test
	void showsAPartTimerAtTheirOwnPath() {
		assertThat(this.office.get("/pns/data-utama/paruhwaktu/" + Office.NIP).status()).isEqualTo(404);
		this.office.registry()
			.person(Office.PALEMBANG,
					Map.of("id", "PW1", "nipBaru", "200001012025211001", "kedudukanPnsNama", "PPPK Paruh Waktu Aktif"));
		assertThat(this.office.get("/pns/data-utama/200001012025211001").status()).isEqualTo(404);
		assertThat(this.office.get("/pns/data-utama/paruhwaktu/200001012025211001")
			.json()
			.path("data")
			.path("id")
			.asString()).isEqualTo("PW1");
	}

	@Test
	void showsTheDayOfARankAsAPointInTime() {
		this.office.registry()
			.row(Office.PNS_ID, "golongan", Map.of("id", "g1", "golonganId", "33", "skNomor", "800/001/2023",
					"skTanggal", "28-03-2023", "tmtGolongan", "01-04-2023", "masaKerjaGolonganTahun", 8));
		JsonNode row = this.office.get("/pns/rw-golongan/" + Office.NIP).json().path("data").path(0);
		assertThat(row.path("tmtGolongan").asString()).isEqualTo("2023-04-01T00:00:00Z");
		assertThat(row.path("skTanggal").asString()).isEqualTo("28-03-2023");
		assertThat(row.path("golongan").asString()).isEqualTo("III/c");
		assertThat(row.path("pangkat").asString()).isEqualTo("Penata");
		assertThat(row.path("masaKerjaGolonganTahun").isString()).isTrue();
		assertThat(row.path("idPns").asString()).isEqualTo(Office.PNS_ID);
	}

	@Test
	void saysNoDateInThreeWays() {
		for (int i = 0; i < 12; i++) {
			this.office.registry()
				.row(Office.PNS_ID, "jabatan", Map.of("id", "j" + i, "nomorSk", "SK/" + i, "tmtJabatan", "01-02-2020"));
		}
		TreeSet<String> ways = new TreeSet<>();
		JsonNode rows = this.office.get("/pns/rw-jabatan/" + Office.NIP).json().path("data");
		rows.forEach((row) -> ways.add(row.path("tmtPelantikan").toString()));
		assertThat(rows).hasSize(12);
		assertThat(ways).containsExactly("\"\"", "\"01-01-0001\"", "null");
	}

	@Test
	void writesTheIdOfAnAwardInCapitals() {
		this.office.registry()
			.row(Office.PNS_ID, "penghargaan", Map.of("id", "p1", "hargaId", "201", "tahun", 2020, "skNomor", "KEP/1"));
		JsonNode row = this.office.get("/pns/rw-penghargaan/" + Office.NIP).json().path("data").path(0);
		assertThat(row.path("ID").asString()).isEqualTo("p1");
		assertThat(row.has("id")).isFalse();
		assertThat(row.path("hargaNama").asString()).isEqualTo("Satyalancana Karya Satya 10 Tahun");
		assertThat(row.path("tahun").asString()).isEqualTo("2020");
	}

	@Test
	void readsAPositionByBothPathsAndByItsId() {
		this.office.registry().row(Office.PNS_ID, "jabatan", Map.of("id", "j1", "nomorSk", "SK/1"));
		JsonNode row = this.office.get("/pns/rw-jabatan/" + Office.NIP).json().path("data").path(0);
		assertThat(this.office.get("/jabatan/pns/" + Office.NIP).json().path("data").path(0)).isEqualTo(row);
		assertThat(this.office.get("/jabatan/id/j1").json().path("data")).isEqualTo(row);
	}

	@Test
	void showsOneScoreAndNoList() {
		this.office.registry()
			.row(Office.PNS_ID, "nilaiipasn", Map.of("id", "n1", "tahun", "2025", "subtotal", "71.5"));
		JsonNode data = this.office.get("/pns/nilaiipasn/" + Office.NIP).json().path("data");
		assertThat(data.path("subtotal").asString()).isEqualTo("71.5");
	}

	@Test
	void listsTheUnitsOfTheAgencyPageByPage() {
		for (int i = 0; i < 5; i++) {
			this.office.registry()
				.row(Office.PNS_ID, "jabatan", Map.of("id", "j" + i, "unorId", "U" + i, "unorNama", "Bidang " + i));
		}
		JsonNode page = this.office.get("/referensi/ref-unor?limit=2&offset=4").json();
		assertThat(page.path("count").asInt()).isEqualTo(5);
		assertThat(page.path("data")).hasSize(1);
		assertThat(page.path("data").path(0).path("NamaUnor").asString()).isEqualTo("Bidang 4");
	}

	@Test
	void knowsNoOtherPath() {
		assertThat(this.office.get("/pns/rw-ipasn/" + Office.NIP).status()).isEqualTo(404);
		assertThat(this.office.post("/golongan/save", Map.of()).status()).isEqualTo(404);
		assertThat(this.office.registry().writes()).isZero();
	}

	@Test
	void countsReads() {
		this.office.get("/pns/data-utama/" + Office.NIP);
		this.office.get("/pns/rw-kursus/" + Office.NIP);
		assertThat(this.office.registry().reads()).isEqualTo(2);
		assertThat(this.office.registry().writes()).isZero();
	}

}
