package id.simpul.simulator;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static id.simpul.simulator.Office.body;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How saves are refused: the envelopes of section 3 of the contract. A refusal changes
 * nothing and is in the ledger.
 */
class RefusalsTest {

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

	private String refusal(String path, Map<String, Object> body) {
		int before = this.office.registry().writes();
		JsonNode reply = this.office.post(path, body).json();
		assertThat(reply.path("success").asBoolean(true)).isFalse();
		assertThat(reply.path("mapData").isNull()).isTrue();
		assertThat(this.office.registry().writes()).isEqualTo(before + 1);
		assertThat(this.office.registry().latest(1)).noneMatch(LedgerEntry::accepted);
		return reply.path("message").asString();
	}

	@Test
	void namesEveryMissingFieldAsTheRecordedAnswerDoes() {
		JsonNode reply = this.office.post("/jabatan/unorjabatan/save", body("jenisJabatan", "4")).json();
		assertThat(reply.path("code").asInt(-1)).isZero();
		assertThat(reply.path("data").isNull()).isTrue();
		assertThat(reply.has("success")).isFalse();
		assertThat(reply.path("message").asString())
			.isEqualTo("5 errors occurred:\n\t* UnorID is required\n\t* InstansiKerjaID is required\n"
					+ "\t* PnsOrangId is required\n\t* NomorSk is required\n\t* SatuanKerjaId is required\n\n");
	}

	@Test
	void namesTheSevenFieldsOfPeriodicPerformance() {
		String message = this.office.post("/kinerjaperiodik/save", body()).json().path("message").asString();
		assertThat(message).startsWith("7 errors occurred:")
			.contains("* PnsDinilaiId is required", "* KoefisienId is required", "* BulanMulaiPenilaian is required");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "2023-08-28", "1-08-2023", "01/08/2023", "01-13-2023", "29-02-2023", "01-01-2023 ", "Agustus" })
	void takesNoOtherDate(String date) {
		assertThat(GoDate.problem(date)).startsWith("parsing time \"" + date + "\"");
		assertThat(GoDate.problem("29-02-2024")).isNull();
	}

	@Test
	void refusesADateOfAnotherForm() {
		assertThat(refusal("/jabatan/unorjabatan/save", SavesTest.jabatan("tmtJabatan", "2023-08-28")))
			.startsWith("code=400, message=parsing time \"2023-08-28\" as \"02-01-2006\": cannot parse");
	}

	@Test
	void refusesADayThatDoesNotExist() {
		assertThat(refusal("/jabatan/unorjabatan/save", SavesTest.jabatan("tmtJabatan", "31-02-2023")))
			.isEqualTo("code=400, message=parsing time \"31-02-2023\": day out of range");
	}

	@Test
	void refusesANumberWrittenAsText() {
		assertThat(refusal("/penghargaan/save", body("pnsOrangId", Office.PNS_ID, "tahun", "2021")))
			.contains("expected=int, got=string, field=tahun");
	}

	@Test
	void refusesATextWrittenAsNumber() {
		assertThat(refusal("/angkakredit/save", SavesTest.credit("kreditBaruTotal", 12.5)))
			.contains("expected=string, got=number, field=kreditBaruTotal");
	}

	@Test
	void refusesAFunctionalPositionWithoutItsId() {
		assertThat(refusal("/jabatan/unorjabatan/save", SavesTest.jabatan("jenisJabatan", "2")))
			.isEqualTo("Jabatan fungsional tidak ditemukan di tabel referensi");
	}

	@Test
	void refusesAPositionThatIsNotInTheReferenceTable() {
		this.office.registry().reference("jabatan-fungsional-umum", Map.of("id", "JFU2", "nama", "Lain"));
		assertThat(refusal("/jabatan/unorjabatan/save", SavesTest.jabatan()))
			.isEqualTo("Jabatan fungsional umum tidak ditemukan di tabel referensi");
	}

	@Test
	void refusesSpecialCharactersInACreditDecree() {
		assertThat(refusal("/angkakredit/save", SavesTest.credit("nomorSk", "PAK*12")))
			.isEqualTo("nomor sk tidak valid/mengandung spesial karakter");
		assertThat(refusal("/angkakredit/save", SavesTest.credit("nomorSk", "PAK/12 ")))
			.isEqualTo("nomor sk tidak valid/mengandung spesial karakter");
	}

	@Test
	void refusesCreditPointsOfAPositionItDoesNotHold() {
		assertThat(refusal("/angkakredit/save", SavesTest.credit("rwJabatanId", "tidak-ada"))).contains("jabatan");
	}

	@Test
	void refusesCreditPointsForPppk() {
		this.office.signIn(Office.PRABUMULIH);
		assertThat(refusal("/angkakredit/save", SavesTest.credit("pnsId", Office.STRANGER_ID))).contains("PPPK");
	}

	@Test
	void refusesAnotherAgencysPerson() {
		assertThat(refusal("/penghargaan/save", body("pnsOrangId", Office.STRANGER_ID, "hargaId", "201")))
			.isEqualTo("Data PNS tidak ditemukan");
		assertThat(this.office.get("/pns/data-utama-jabatansync?pns_orang_id=" + Office.STRANGER_ID)
			.json()
			.path("Error")
			.asString()).isEqualTo("true");
		assertThat(this.office.registry().rows(Office.STRANGER_ID, "penghargaan")).isEmpty();
	}

	@Test
	void refusesToChangeARowItDoesNotHold() {
		assertThat(refusal("/penghargaan/save", body("id", "tidak-ada", "pnsOrangId", Office.PNS_ID, "hargaId", "201")))
			.isEqualTo("Data riwayat tidak ditemukan");
	}

	@Test
	void refusesABodyThatIsNoJson() {
		Office.Reply reply = this.office.post("/penghargaan/save", "{\"hargaId\": ");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("message").asString()).startsWith("code=400, message=Syntax error");
	}

}
