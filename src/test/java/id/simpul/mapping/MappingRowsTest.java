package id.simpul.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Columns;
import id.simpul.source.Finding;
import id.simpul.source.PersonRows;
import id.simpul.source.Row;
import id.simpul.source.RowBatch;
import id.simpul.source.Severity;
import id.simpul.source.SourceFault;

import static id.simpul.mapping.MappingFixture.HEAD;
import static id.simpul.mapping.MappingFixture.NIP;
import static id.simpul.mapping.MappingFixture.PANGKAT;
import static id.simpul.mapping.MappingFixture.PEGAWAI;
import static id.simpul.mapping.MappingFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of rows as a whole, and how they are counted. */
class MappingRowsTest {

	@TempDir
	Path folder;

	@Test
	void refusesRowsWithoutKey() {
		MappingFixture fixture = fixture().row("", "pegawai", null, "SITI CONTOH", "1985-03-15", "P")
			.row("-", "pangkat", "-", "III/a", "2015-04-01", "SK-1")
			.person(NIP);
		MappedBatch batch = fixture.apply();
		assertThat(batch.people()).extracting(MappedPerson::kunci).containsExactly("", "", NIP);
		assertThat(batch.people().get(0).findings()).containsExactly(new Finding("KUNCI_KOSONG", Severity.BLOCKS, "",
				new Origin("pegawai", 1), null, null, null, "(kosong)", List.of()));
		assertThat(rules(batch.people().get(1))).containsExactly("KUNCI_KOSONG");
		assertThat(batch.rows()).containsEntry("pegawai", new RowCount(1, 0, 1))
			.containsEntry("pangkat", new RowCount(0, 0, 1));
	}

	@Test
	void leavesOrphansOut() {
		MappingFixture fixture = fixture().row("X1", "pangkat", "X1", "III/a", "2015-04-01", "SK-1");
		MappedPerson person = fixture.only();
		assertThat(person.findings()).containsExactly(new Finding("BARIS_YATIM", Severity.WARNS, "X1",
				new Origin("pangkat", 1), null, null, null, "A9", List.of()));
		assertThat(person.entries()).isEmpty();
		assertThat(person.rejections()).isEmpty();
		assertThat(fixture.apply().rows().get("pangkat")).isEqualTo(new RowCount(0, 0, 1));
	}

	@Test
	void filtersThePersonWithAllRowsWhenTheMainRowIsNotActive() {
		String yaml = (HEAD + PEGAWAI + PANGKAT).replace("    main: true\n", "    main: true\n    active:\n"
				+ "      - {column: kedudukan, not-in: [\"21\", \"99\"]}\n      - {column: hapus, present: false}\n");
		MappingFixture fixture = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk", "kedudukan", "hapus")
			.columns("pangkat", "nip", "gol", "tmt", "sk")
			.person("1", "99", null)
			.row("1", "pangkat", "1", "III/a", "2015-04-01", "SK-1")
			.row("1", "pangkat", "1", "III/b", "2019-04-01", "SK-2")
			.person("2", "01", "2024-01-01")
			.person(NIP, null, "-");
		MappedBatch batch = fixture.apply();
		assertThat(batch.people()).extracting(MappedPerson::kunci).containsExactly(NIP);
		assertThat(batch.rows()).containsEntry("pegawai", new RowCount(1, 2, 0))
			.containsEntry("pangkat", new RowCount(0, 2, 0));
	}

	@Test
	void filtersSingleRowsOfOtherDatasets() {
		String yaml = HEAD + PEGAWAI
				+ PANGKAT.replace("    key: nip\n", "    key: nip\n    active: [{column: status, in: [AKTIF]}]\n");
		MappingFixture fixture = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.columns("pangkat", "nip", "gol", "tmt", "sk", "status")
			.person(NIP)
			.row(NIP, "pangkat", NIP, "III/a", "2015-04-01", "SK-1", "aktif")
			.row(NIP, "pangkat", NIP, "III/b", "2019-04-01", "SK-2", null);
		assertThat(fixture.only().entries()).hasSize(2);
		assertThat(fixture.apply().rows().get("pangkat")).isEqualTo(new RowCount(1, 1, 0));
	}

	@Test
	void countsRowsTheSourceCouldNotRead() {
		MappingFixture fixture = fixture().person(NIP).unreadable(NIP, "pangkat", "BARIS_TIDAK_UTUH");
		assertThat(fixture.only().findings()).containsExactly(new Finding("BARIS_TIDAK_UTUH", Severity.BLOCKS, NIP,
				new Origin("pangkat", 2), null, null, null, null, List.of()));
		assertThat(fixture.only().entries()).hasSize(1);
		assertThat(fixture.apply().rows().get("pangkat")).isEqualTo(new RowCount(0, 0, 1));
	}

	@Test
	void saysNothingOfAPersonNoEntryIsMadeOf() {
		String yaml = (HEAD + PEGAWAI).replace("      - to: pegawai\n",
				"      - to: pegawai\n        when: [{column: jk, present: true}]\n");
		MappingFixture fixture = MappingFixture.mapping(this.folder, yaml)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.row(NIP, "pegawai", NIP, "SITI CONTOH", "1985-03-15", null);
		assertThat(fixture.apply().people()).isEmpty();
		assertThat(fixture.apply().rows().get("pegawai")).isEqualTo(new RowCount(1, 0, 0));
	}

	@Test
	void servesRunsWhoseColumnsStandElsewhere() {
		MappingFixture fixture = fixture().person(NIP);
		Columns turned = new Columns("pegawai", List.of("jk", "tgl", "nama", "nip"));
		RowBatch other = new RowBatch(fixture.batch().run(), Map.of(), List.of(new PersonRows("2",
				List.of(Row.of(turned, 1, new String[] { "L", "1985-03-15", "BUDI CONTOH", NIP })))));
		assertThat(fixture.only().entries()).hasSize(1);
		assertThat(MappingFixture.value(fixture.mapping().apply(other).people().get(0), Resource.PEGAWAI, "nama"))
			.isEqualTo("BUDI CONTOH");
		assertThat(fixture.only().entries()).hasSize(1);
	}

	@Test
	void servesSeveralRunsAtOnce() {
		MappingFixture fixture = fixture();
		Columns turned = new Columns("pegawai", List.of("jk", "tgl", "nama", "nip"));
		Columns usual = new Columns("pegawai", List.of("nip", "nama", "tgl", "jk"));
		List<Object> names = IntStream.range(0, 2000).parallel().mapToObj((i) -> {
			Row row = (i % 2 == 0) ? Row.of(turned, i, new String[] { "L", "1985-03-15", "BUDI CONTOH", NIP })
					: Row.of(usual, i, new String[] { NIP, "BUDI CONTOH", "1985-03-15", "L" });
			RowBatch batch = new RowBatch(fixture.batch().run(), Map.of(), List.of(new PersonRows("1", List.of(row))));
			return MappingFixture.value(fixture.mapping().apply(batch).people().get(0), Resource.PEGAWAI, "nama");
		}).toList();
		assertThat(names).hasSize(2000).containsOnly("BUDI CONTOH");
	}

	@Test
	void stopsWhenASourceDeliversOtherColumnsThanAskedFor() {
		MappingFixture fixture = MappingFixture.mapping(this.folder, HEAD + PEGAWAI)
			.columns("pegawai", "nip", "nama", "tgl", "kelamin")
			.person(NIP);
		assertThatExceptionOfType(SourceFault.class).isThrownBy(fixture::apply)
			.satisfies((fault) -> assertThat(fault.args()).startsWith("jk", "pegawai"));
	}

	private MappingFixture fixture() {
		return MappingFixture.mapping(this.folder, HEAD + PEGAWAI + PANGKAT)
			.columns("pegawai", "nip", "nama", "tgl", "jk")
			.columns("pangkat", "nip", "gol", "tmt", "sk");
	}

}
