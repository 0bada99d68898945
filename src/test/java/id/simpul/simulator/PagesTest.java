package id.simpul.simulator;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the registry shows of itself. */
class PagesTest {

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

	private Office.Reply page(String path) {
		return this.office.send(this.office.request(path));
	}

	@Test
	void countsWhatItHoldsAndWhatWasDone() {
		this.office.registry().row(Office.PNS_ID, "jabatan", Map.of("id", "j1"));
		this.office.post("/jabatan/save", SavesTest.jabatan());
		this.office.post("/jabatan/save", SavesTest.jabatan("id", "j1"));
		this.office.post("/jabatan/save", Map.of());
		this.office.get("/pns/rw-jabatan/" + Office.NIP);
		JsonNode totals = page("/isi.json").json();
		assertThat(totals.path("total").path("people").asInt()).isEqualTo(2);
		JsonNode jabatan = totals.path("instansi").path(Office.PALEMBANG).path("resources").path("jabatan");
		assertThat(jabatan.path("held").asInt()).isEqualTo(2);
		assertThat(jabatan.path("seeded").asInt()).isEqualTo(1);
		assertThat(jabatan.path("created").asInt()).isEqualTo(1);
		assertThat(jabatan.path("updated").asInt()).isEqualTo(1);
		assertThat(jabatan.path("refused").asInt()).isEqualTo(1);
		assertThat(jabatan.path("writes").asInt()).isEqualTo(3);
		assertThat(jabatan.path("reads").asInt()).isEqualTo(1);
		assertThat(totals.path("total").path("writes").asInt()).isEqualTo(this.office.registry().writes());
	}

	@Test
	void showsEveryRowOfAnInstansiAndNoneOfAnother() {
		this.office.registry().row(Office.PNS_ID, "jabatan", Map.of("id", "j1"));
		JsonNode rows = page("/isi/16.71.json").json();
		assertThat(rows).hasSize(1);
		assertThat(rows.path(0).path("data-utama").path("id").asString()).isEqualTo(Office.PNS_ID);
		assertThat(rows.path(0).path("jabatan").path(0).path("id").asString()).isEqualTo("j1");
		assertThat(page("/isi/99.99.json").status()).isEqualTo(404);
	}

	@Test
	void escapesWhatCameFromOutside() {
		this.office.simulator().faults().add(Fault.refuse("<script>alert(1)</script>"));
		this.office.post("/jabatan/save", SavesTest.jabatan());
		Office.Reply page = page("/");
		assertThat(page.response().headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
		assertThat(page.text()).contains("Registri tiruan", "16.71", "ditolak", "&lt;script&gt;alert(1)")
			.doesNotContain("<script>", Office.NIP);
	}

}
