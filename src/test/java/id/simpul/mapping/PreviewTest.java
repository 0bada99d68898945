package id.simpul.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Severity;

import static id.simpul.mapping.MappingFixture.HEAD;
import static id.simpul.mapping.MappingFixture.NIP;
import static id.simpul.mapping.MappingFixture.PANGKAT;
import static id.simpul.mapping.MappingFixture.PEGAWAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PreviewTest {

	@TempDir
	Path folder;

	@Test
	void showsRowsEntriesAndFindingsOfEachPerson() {
		MappingFixture fixture = fixture().row("", "pangkat", null, "III/a", "2015-04-01", "SK-9");
		Preview preview = Preview.of(fixture.batch(), fixture.apply());
		Preview.Person person = preview.people().get(0);
		assertThat(person.rows()).hasSize(3);
		assertThat(person.rows().get(1).values())
			.isEqualTo(Map.of("nip", NIP, "gol", "III/a", "tmt", "2015-04-01", "sk", "SK-1"));
		assertThat(person.entries()).extracting(Preview.Made::resource, Preview.Made::rejectedBy)
			.containsExactly(tuple("pegawai", null), tuple("golongan", null), tuple("golongan", "TANGGAL_TAK_TERBACA"));
		assertThat(person.entries().get(1).values()).containsEntry("golongan", "31")
			.containsEntry("tmtGolongan", "2015-04-01");
		assertThat(person.findings()).extracting(Preview.Note::rule).containsExactly("TANGGAL_TAK_TERBACA");
		assertThat(preview.people().get(1).findings()).extracting(Preview.Note::rule).containsExactly("KUNCI_KOSONG");
	}

	@Test
	void showsWhatLaterStepsFound() {
		MappingFixture fixture = fixture();
		MappedPerson mapped = fixture.only();
		var golongan = MappingFixture.entry(mapped, Resource.GOLONGAN);
		Preview preview = Preview.of(fixture.batch(),
				List.of(new Preview.Outcome(NIP, mapped.entries(),
						List.of(new Rejection(Resource.GOLONGAN, golongan.key(), golongan.origin(), "SK_GANJIL")),
						List.of(new Finding("SK_GANJIL", Severity.BLOCKS, NIP, golongan.origin(), Resource.GOLONGAN,
								golongan.key(), "nomorSk", "AA-9", List.of()),
								new Finding("TANPA_SKP", Severity.INFORMS, NIP, null, null, null, null, null,
										List.of("2025"))))));
		assertThat(preview.people().get(0).entries().get(1).rejectedBy()).isEqualTo("SK_GANJIL");
		assertThat(preview.text(100, (note) -> "Kalimat " + note.rule() + ".")).contains("(orang seutuhnya)")
			.contains("Kalimat TANPA_SKP.");
	}

	@Test
	void writesColumnsThatFitTheWidth() {
		MappingFixture fixture = fixture();
		String text = Preview.of(fixture.batch(), fixture.apply())
			.text(90, (note) -> "Tanggal ini tidak cocok dengan bentuk mana pun.");
		assertThat(text.lines()).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(90));
		assertThat(text).contains("Pegawai " + NIP + ": 3 baris sumber, 3 entri, 1 temuan")
			.containsPattern("BARIS SUMBER +\\| MENJADI +\\| TEMUAN")
			.containsPattern("pangkat baris 2 +\\| golongan")
			.contains("golongan = 31")
			.contains("golongan: tertahan,")
			.contains("E TANGGAL_TAK_TERBACA");
	}

	@Test
	void saysWhoWasFiltered() {
		String yaml = (HEAD + PEGAWAI).replace("    key", "    active: [{column: jk, in: [L]}]\n    key");
		MappingFixture fixture = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.person(NIP);
		Preview preview = Preview.of(fixture.batch(), fixture.apply());
		assertThat(preview.people().get(0).filtered()).isTrue();
		assertThat(preview.text(100, (note) -> "")).contains("0 entri, 0 temuan; disaring oleh active");
		assertThat(preview.limit(0).people()).isEmpty();
	}

	@Test
	void travelsAsJson() {
		MappingFixture fixture = fixture();
		JsonNode json = JsonMapper.shared().valueToTree(Preview.of(fixture.batch(), fixture.apply()));
		JsonNode person = json.path("people").path(0);
		assertThat(person.path("kunci").asString()).isEqualTo(NIP);
		assertThat(person.path("rows").path(1).path("values").path("gol").asString()).isEqualTo("III/a");
		assertThat(person.path("entries").path(0).path("values").path("tglLahir").asString()).isEqualTo("1985-03-15");
		assertThat(person.path("findings").path(0).path("severity").asString()).isEqualTo("E");
	}

	@Test
	void keepsPeopleOutOfItsNames() {
		MappingFixture fixture = fixture();
		Preview preview = Preview.of(fixture.batch(), fixture.apply());
		assertThat(preview + " " + preview.people()).doesNotContain(NIP).doesNotContain("SITI");
	}

	private MappingFixture fixture() {
		return MappingFixture.mapping(this.folder, HEAD + PEGAWAI + PANGKAT)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.columns("pangkat", "nip", "gol", "tmt", "sk")
			.person(NIP)
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1")
			.row(NIP, "pangkat", NIP, "III/b", "kemarin", "SK-2");
	}

}
