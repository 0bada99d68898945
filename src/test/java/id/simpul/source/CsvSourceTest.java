package id.simpul.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CsvSourceTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "pegawai*.csv", "NIP", "NIP", "NAMA");

	private static final Dataset JABATAN = Reading.history("jabatan", "jabatan.csv", "nip", "nip", "jabatan");

	@TempDir
	Path data;

	private DropFolder drop;

	@BeforeEach
	void folder() {
		this.drop = new DropFolder(this.data);
	}

	@Test
	void bringsPeopleTogetherOutOfFilesInAnyOrder() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n3;Tiga\n1;Satu\n2;Dua\n");
		this.drop.text("jabatan.csv", "id,jabatan,nip\n1,Camat,2\n2,Lurah,1\n3,Guru,2\n4,Bidan,9\n");
		assertThat(Reading.of(this.drop.csv(), PEGAWAI, JABATAN).rows()).containsExactly("1 | pegawai:3 1,Satu",
				"1 | jabatan:3 1,Lurah", "2 | pegawai:4 2,Dua", "2 | jabatan:2 2,Camat", "2 | jabatan:4 2,Guru",
				"3 | pegawai:2 3,Tiga", "9 | jabatan:5 9,Bidan");
	}

	/** The same NIP, typed by as many hands as there are files. */
	@Test
	void bringsPeopleTogetherWhoseNumbersAreDecoratedDifferently() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n'198709152010011001;Satu\n19900101 201501 2 002;Dua\nA-12;Tiga\n");
		this.drop.text("jabatan.csv",
				"id;jabatan;nip\n1;Camat;198709152010011001\n2;Lurah;1990.0101.201501-2002\n3;Guru;A12\n");
		assertThat(Reading.of(this.drop.csv(), PEGAWAI, JABATAN).rows()).containsExactly(
				"198709152010011001 | pegawai:2 '198709152010011001,Satu",
				"198709152010011001 | jabatan:2 198709152010011001,Camat",
				"199001012015012002 | pegawai:3 19900101 201501 2 002,Dua",
				"199001012015012002 | jabatan:3 1990.0101.201501-2002,Lurah", "A-12 | pegawai:4 A-12,Tiga",
				"A12 | jabatan:4 A12,Guru");
	}

	@Test
	void readsTheNewestFileThatFits() {
		DropFolder.age(this.drop.text("pegawai-juni.csv", "NIP;NAMA\n1;Lama\n"), 9000);
		this.drop.text("pegawai-juli.csv", "NIP;NAMA\n1;Baru\n");
		DropFolder.age(this.drop.text("pegawai-agustus.csv.part", "NIP;NAMA\n1;Belum\n"), 60);
		DropFolder.age(this.drop.text("~$pegawai.csv", "NIP;NAMA\n1;Kunci\n"), 60);
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Baru");
	}

	@Test
	void tellsTheSeparatorByTheHeading() {
		for (String separator : List.of(";", ",", "\t", "|")) {
			this.drop.text("pegawai.csv",
					"NIP" + separator + "NAMA" + separator + "KETERANGAN\n1" + separator + "Satu" + separator + "\n");
			assertThat(rows()).as(separator).containsExactly("1 | pegawai:2 1,Satu");
		}
	}

	@Test
	void prefersTheSeparatorThatGivesTheColumnsAskedFor() {
		this.drop.text("pegawai.csv", "NIP;NAMA;LAHIR, TEMPAT, TANGGAL, UMUR\n1;Satu;Palembang, 1970\n");
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Satu");
	}

	@Test
	void readsQuotedCellsWithSeparatorsMarksAndLineBreaks() {
		this.drop.text("pegawai.csv",
				"NIP;NAMA\r\n\"1\";\"Satu; \"\"Si\"\" Sulung\r\nKedua\"\r\n2;Dua \"si\" tengah\r\n");
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Satu; \"Si\" Sulung\nKedua",
				"2 | pegawai:4 2,Dua \"si\" tengah");
	}

	@Test
	void givesUpOnlyTheLineWithAMarkThatIsNeverClosed() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;\"Satu\n2;Dua\n3;\"Tiga\"\n4;Empat\n");
		assertThat(rows()).containsExactly("1 | pegawai:2 !BARIS_TIDAK_UTUH", "2 | pegawai:3 2,Dua",
				"3 | pegawai:4 3,Tiga", "4 | pegawai:5 4,Empat");
	}

	@Test
	void refusesARowWithMoreOrFewerCellsThanTheHeading() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu;lebih\n2\n3;Tiga;\n4;Empat\n");
		assertThat(rows()).containsExactly("1 | pegawai:2 !BARIS_TIDAK_UTUH", "2 | pegawai:3 !BARIS_TIDAK_UTUH",
				"3 | pegawai:4 3,Tiga", "4 | pegawai:5 4,Empat");
	}

	/** It broke off: who knows what else was to come. */
	@Test
	void refusesAFileWhoseLastLineIsNeitherWholeNorEnded() {
		for (String end : List.of("2", "2;\"Du", "\"2", "2;Dua\n3")) {
			this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n" + end);
			assertThat(fault(PEGAWAI).rule()).as(end).isEqualTo("BERKAS_RUSAK");
			this.drop.text("pegawai.csv", "\ufeffNIP;NAMA\n1;Satu\n" + end, StandardCharsets.UTF_16LE);
			assertThat(fault(PEGAWAI).rule()).as(end).isEqualTo("BERKAS_RUSAK");
		}
		DropFolder.age(this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n2"), 5);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_BELUM_SELESAI");
	}

	@Test
	void readsALastLineThatIsWholeAndHasNoEnd() {
		for (String end : List.of("2;Dua", "2;\"Dua\"", "2;Dua\r", "2;Dua\n\u001a")) {
			this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n" + end);
			assertThat(rows()).as(end).containsExactly("1 | pegawai:2 1,Satu", "2 | pegawai:3 2,Dua");
		}
	}

	@Test
	void refusesARowWithACellThatIsFarTooLong() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;" + "x".repeat(70_000) + "\n2;Dua\n");
		assertThat(rows()).containsExactly("1 | pegawai:2 !SEL_TERLALU_BESAR", "2 | pegawai:3 2,Dua");
	}

	@Test
	void skipsEmptyLinesAndTheNumbersUnderAHeading() {
		this.drop.text("pegawai.csv", "A;B;NIP;NAMA;C\n1;2;3;4;5\n\n;;;;\n;;7;Tujuh;\n");
		assertThat(Reading.of(this.drop.csv(), Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "NAMA", "A", "B"))
			.rows()).containsExactly("7 | pegawai:5 7,Tujuh,null,null");
	}

	@Test
	void findsTheHeadingBelowTitlesAndAfterASeparatorHint() {
		this.drop.text("pegawai.csv", "sep=;\nDAFTAR \"PEGAWAI\nper 1 Juli\nNIP;NAMA\n1;Satu\n");
		Dataset below = new Dataset("pegawai", "pegawai.csv", "NIP", List.of("NIP", "NAMA"), true, 3);
		assertThat(Reading.of(this.drop.csv(), below).rows()).containsExactly("1 | pegawai:4 1,Satu");
	}

	@Test
	void namesColumnsByLetterWhereThereIsNoHeading() {
		this.drop.text("pegawai.csv", "1;x;Satu\n2;x;Dua\n");
		Dataset bare = new Dataset("pegawai", "pegawai.csv", "A", List.of("C", "A"), true, 0);
		assertThat(Reading.of(this.drop.csv(), bare).rows()).containsExactly("1 | pegawai:1 Satu,1",
				"2 | pegawai:2 Dua,2");
		Dataset beyond = new Dataset("pegawai", "pegawai.csv", "A", List.of("A", "D"), true, 0);
		assertThat(fault(beyond).args()).containsExactly("D", "masuk/16.71/pegawai.csv", "A, B, C");
	}

	@Test
	void readsHeadingsWithInvisibleCharactersAndBlanks() {
		this.drop.text("pegawai.csv", "\ufeff\u200cNip ;\"  nama\n \"\n1;Satu\n");
		assertThat(rows()).containsExactly("1 | pegawai:3 1,Satu");
	}

	@Test
	void asksWhichOfTwoLikeHeadingsIsMeant() {
		this.drop.text("pegawai.csv", "NIP;TMT;NAMA;TMT\n1;a;Satu;b\n");
		Dataset unclear = Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "TMT");
		SourceFault fault = fault(unclear);
		assertThat(fault.rule()).isEqualTo("KOLOM_TIDAK_ADA");
		assertThat(fault.args()).containsExactly("TMT", "masuk/16.71/pegawai.csv baris 1", "NIP, TMT#1, NAMA, TMT#2");
		Dataset clear = Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "TMT#2");
		assertThat(Reading.of(this.drop.csv(), clear).rows()).containsExactly("1 | pegawai:2 1,b");
	}

	@Test
	void namesEveryColumnTheHeadingLacks() {
		this.drop.text("pegawai.csv", "NIP;NAMA LENGKAP\n1;Satu\n");
		Dataset asked = Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "NAMA", "TMT");
		assertThat(fault(asked).args()).containsExactly("NAMA, TMT", "masuk/16.71/pegawai.csv baris 1",
				"NIP, NAMA LENGKAP");
	}

	@Test
	void tellsWindowsEncodingFromUtf8() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Andr\u00e9 \u2013 Zo\u00eb\n", Charset.forName("windows-1252"));
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Andr\u00e9 \u2013 Zo\u00eb");
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Andr\u00e9 \u2013 Zo\u00eb\n");
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Andr\u00e9 \u2013 Zo\u00eb");
		this.drop.text("pegawai.csv", "\ufeffNIP\tNAMA\n1\tAndr\u00e9\n", StandardCharsets.UTF_16LE);
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Andr\u00e9");
	}

	@Test
	void saysInWhichLineTheEncodingBreaks() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n2;Andr\u00e9\n", Charset.forName("windows-1252"));
		CsvSource source = this.drop.csv();
		source.setEncoding("utf-8");
		SourceFault fault = catchThrowableOfType(SourceFault.class, () -> Reading.of(source, PEGAWAI));
		assertThat(fault.rule()).isEqualTo("PENGODEAN_SALAH");
		assertThat(fault.args()).containsExactly("masuk/16.71/pegawai.csv", "3");
	}

	@Test
	void refusesAFileInTwoEncodings() throws IOException {
		Path file = this.drop.text("pegawai.csv", "NIP;NAMA\n1;Andr\u00e9\n");
		byte[] utf8 = Files.readAllBytes(file);
		byte[] both = Arrays.copyOf(utf8, utf8.length + 4);
		System.arraycopy(new byte[] { '2', ';', (byte) 0xe9, '\n' }, 0, both, utf8.length, 4);
		this.drop.bytes("pegawai.csv", both);
		assertThat(fault(PEGAWAI).args()).containsExactly("masuk/16.71/pegawai.csv", "3");
	}

	@Test
	void refusesWhatIsNoTextWhateverItsName() {
		for (String content : List.of("PK\u0003\u0004", "<html><table><tr><td>NIP", "%PDF-1.7", "NIP;NAMA\n1;\0\n")) {
			this.drop.text("pegawai.csv", content);
			assertThat(fault(PEGAWAI).rule()).as(content).isEqualTo("BERKAS_RUSAK");
		}
	}

	@Test
	void refusesFilesWithoutData() {
		this.drop.text("pegawai.csv", "");
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_KOSONG");
		this.drop.text("pegawai.csv", "NIP;NAMA\n;\n");
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_KOSONG");
	}

	@Test
	void acceptsAHistoryWithoutRows() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n");
		this.drop.text("jabatan.csv", "nip;jabatan\n");
		assertThat(Reading.of(this.drop.csv(), PEGAWAI, JABATAN).keys()).containsExactly("1");
	}

	@Test
	void saysWhichFileIsMissing() {
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_TIDAK_ADA");
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n");
		SourceFault fault = fault(PEGAWAI, JABATAN);
		assertThat(fault.rule()).isEqualTo("BERKAS_TIDAK_ADA");
		assertThat(fault.args()).containsExactly("masuk/16.71/jabatan.csv");
	}

	@Test
	void doesNotFollowALinkOutOfTheFolder() throws IOException {
		Path outside = Files.createTempFile("pegawai", ".csv");
		Files.writeString(outside, "NIP;NAMA\n1;Satu\n");
		Files.createDirectories(this.drop.file("x").getParent());
		Files.createSymbolicLink(this.drop.file("pegawai.csv"), outside);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_TIDAK_ADA");
		Files.delete(outside);
	}

	@Test
	void refusesAFileThatChangesWhileItIsRead() {
		Path file = this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n");
		Delivery chosen = Delivery.newest("folder", this.data, "masuk/16.71/pegawai.csv");
		chosen.confirm();
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n2;Dua\n");
		assertThat(file).exists();
		assertThat(catchThrowableOfType(SourceFault.class, chosen::confirm).rule()).isEqualTo("BERKAS_BELUM_SELESAI");
	}

	@Test
	void givesAFileThatWasJustWrittenAMomentToSettle() {
		DropFolder.age(this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n"), 1);
		assertThat(rows()).containsExactly("1 | pegawai:2 1,Satu");
	}

	@Test
	void readsCodeTables() {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n");
		this.drop.text("eselon.csv", "kode;nama\n21 ;II.a\n22;II.b\n21;lain\n23;\n");
		Dataset lookup = Reading.history("eselon", "eselon.csv", null, "kode", "nama");
		assertThat(Reading.of(this.drop.csv(), PEGAWAI, lookup).lookups.get("eselon"))
			.containsOnly(Map.entry("21", "II.a"), Map.entry("22", "II.b"));
	}

	@Test
	void refusesAPatternThatLeavesTheFolder() {
		assertThat(fault(Reading.main("pegawai", "../pegawai.csv", "NIP", "NIP")).rule())
			.isEqualTo("PARAMETER_SUMBER_SALAH");
	}

	private List<String> rows() {
		return Reading.of(this.drop.csv(), PEGAWAI).rows();
	}

	private SourceFault fault(Dataset... datasets) {
		return catchThrowableOfType(SourceFault.class, () -> Reading.of(this.drop.csv(), datasets));
	}

}
