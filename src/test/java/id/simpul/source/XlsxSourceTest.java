package id.simpul.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class XlsxSourceTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "", "NIP", "NIP", "NAMA");

	@TempDir
	Path data;

	private DropFolder drop;

	@BeforeEach
	void folder() {
		this.drop = new DropFolder(this.data);
	}

	@Test
	void bringsPeopleTogetherOutOfSheetsInAnyOrder() {
		book("b.xlsx", Map.of("Pegawai", (sheet) -> rows(sheet, "NIP|NAMA", "2|Dua", "1|Satu"), "Riwayat Jabatan",
				(sheet) -> rows(sheet, "JABATAN|NIP", "Camat|1", "Lurah|2", "Guru|1")));
		Dataset jabatan = Reading.history("jabatan", "riwayat jabatan", "nip", "nip", "jabatan");
		Dataset pegawai = Reading.main("pegawai", "Pegawai", "NIP", "NIP", "NAMA");
		assertThat(Reading.of(this.drop.xlsx("*.xlsx"), pegawai, jabatan).rows()).containsExactly(
				"1 | pegawai:3 1,Satu", "1 | jabatan:2 1,Camat", "1 | jabatan:4 1,Guru", "2 | pegawai:2 2,Dua",
				"2 | jabatan:3 2,Lurah");
	}

	@Test
	void writesCellsTheWayTheirOwnerSeesThem() {
		book("b.xlsx", Map.of("Data", (sheet) -> {
			rows(sheet, "NIP|A|B|C|D|E|F");
			sheet.value(1, 0, "1");
			sheet.value(1, 1, LocalDate.of(1987, 2, 28));
			sheet.style(1, 1).format("dd/mm/yyyy").set();
			sheet.value(1, 2, LocalDateTime.of(2020, 12, 31, 7, 5, 9));
			sheet.style(1, 2).format("[$-421]dd mmmm yyyy hh:mm").set();
			sheet.value(1, 3, 44.219999999999999);
			sheet.value(1, 4, 12);
			sheet.value(1, 5, true);
			sheet.formula(1, 6, "1+1");
		}));
		Dataset all = Reading.main("pegawai", "", "NIP", "NIP", "A", "B", "C", "D", "E", "F");
		assertThat(Reading.of(this.drop.xlsx("*.xlsx"), all).rows())
			.containsExactly("1 | pegawai:2 1,1987-02-28,2020-12-31 07:05:09,44.22,12,true,null");
	}

	@Test
	void neverPutsAnIdentityNumberThroughADouble() {
		assertThat(CellText.number("198702282010011002")).isEqualTo("198702282010011002");
		assertThat(CellText.number("1.98702282010011E17")).isEqualTo("198702282010011000");
		assertThat(CellText.number("0.1")).isEqualTo("0.1");
		assertThat(CellText.number("3.0")).isEqualTo("3");
		assertThat(CellText.number("0.30000000000000004")).isEqualTo("0.3");
		assertThat(CellText.number("-0")).isEqualTo("0");
		assertThat(CellText.number("1E999999999")).isEqualTo("1E999999999");
	}

	@Test
	void countsDaysAsSpreadsheetsDo() {
		assertThat(CellText.date("1", false)).isEqualTo("1900-01-01");
		assertThat(CellText.date("59", false)).isEqualTo("1900-02-28");
		assertThat(CellText.date("61", false)).isEqualTo("1900-03-01");
		assertThat(CellText.date("31836", false)).isEqualTo("1987-02-28");
		assertThat(CellText.date("30374", true)).isEqualTo("1987-02-28");
		assertThat(CellText.date("0.5", false)).isEqualTo("12:00:00");
		assertThat(CellText.date("31835.9999999999", false)).isEqualTo("1987-02-28");
		assertThat(CellText.date("99999999", false)).isEqualTo("99999999");
	}

	@Test
	void tellsDatesByTheirForm() {
		assertThat(Arrays.asList("dd/mm/yyyy", "mmm-yy", "[h]:mm", "yyyy\\-mm\\-dd;@", "[$-421]d mmmm yyyy"))
			.allMatch(NumberForms::isDate);
		assertThat(Arrays.asList("General", "0.00", "#,##0", "\"hari\" 0", "[Red]0", "0\\d", "@", "0;dd"))
			.noneMatch(NumberForms::isDate);
	}

	@Test
	void readsTheFirstVisibleSheetWhenNoneIsNamed() {
		sheetXml("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>NIP</t></is></c>"
				+ "<c r=\"B1\" t=\"inlineStr\"><is><t>NAMA</t></is></c></row>"
				+ "<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"B3\" t=\"s\"><v>1</v></c></row>"
				+ "<row r=\"9\"><c r=\"B9\"/></row>");
		assertThat(rows()).containsExactly("7 | pegawai:3 7,Budi & Ani");
	}

	@Test
	void joinsTheRunsOfARichTextAndLeavesReadingAidsOut() {
		sheetXml("<row><c t=\"inlineStr\"><is><t>NIP</t></is></c><c t=\"inlineStr\"><is><t>NAMA</t></is></c></row>"
				+ "<row><c><v>7</v></c><c t=\"s\"><v>2</v></c></row>");
		assertThat(rows()).containsExactly("7 | pegawai:2 7,tebal biasa");
	}

	@Test
	void findsTheHeadingBelowTitlesAndSkipsTheNumbersUnderIt() {
		book("b.xlsx", Map.of("Data", (sheet) -> {
			sheet.value(1, 0, "DAFTAR NOMINATIF");
			for (int i = 0; i < 5; i++) {
				sheet.value(5, i, List.of("No", "NIP", "NAMA", "GOL", "TMT").get(i));
				sheet.value(6, i, i + 1);
				sheet.value(8, i, List.of("1", "77", "Budi", "III/a", "-").get(i));
			}
		}));
		Dataset below = new Dataset("pegawai", "", "NIP", List.of("NIP", "NAMA", "GOL", "TMT", "No"), true, 6);
		assertThat(Reading.of(this.drop.xlsx("*.xlsx"), below).rows())
			.containsExactly("77 | pegawai:9 77,Budi,III/a,-,1");
	}

	@Test
	void namesColumnsByLetterWhereThereIsNoHeading() {
		book("b.xlsx", Map.of("Data", (sheet) -> rows(sheet, "1|x|Satu", "2|x|Dua")));
		Dataset bare = new Dataset("pegawai", "", "A", List.of("C", "A"), true, 0);
		assertThat(Reading.of(this.drop.xlsx("*.xlsx"), bare).keys()).containsExactly("1", "2");
	}

	@Test
	void saysWhichSheetsThereAre() {
		book("b.xlsx", Map.of("Juli 2026", (sheet) -> rows(sheet, "NIP|NAMA", "1|Satu")));
		SourceFault fault = fault(Reading.main("pegawai", "Data", "NIP", "NIP"));
		assertThat(fault.rule()).isEqualTo("LEMBAR_TIDAK_ADA");
		assertThat(fault.args()).containsExactly("Data", "Juli 2026");
	}

	@Test
	void namesTheColumnsTheHeadingLacks() {
		book("b.xlsx", Map.of("Data", (sheet) -> rows(sheet, "NIP|NAMA LENGKAP", "1|Satu")));
		assertThat(fault(PEGAWAI).args()).containsExactly("NAMA", "masuk/16.71/b.xlsx baris 1", "NIP, NAMA LENGKAP");
	}

	@Test
	void refusesAWorkbookWithoutRows() {
		book("b.xlsx", Map.of("Data", (sheet) -> rows(sheet, "NIP|NAMA")));
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_KOSONG");
		this.drop.bytes("b.xlsx", new byte[0]);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_KOSONG");
	}

	@Test
	void tellsAHalfWrittenWorkbookFromABrokenOne() throws IOException {
		Path file = book("b.xlsx", Map.of("Data", (sheet) -> rows(sheet, "NIP|NAMA", "1|Satu")));
		byte[] half = Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2);
		this.drop.bytes("b.xlsx", half);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_RUSAK");
		DropFolder.age(file, 5);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_BELUM_SELESAI");
	}

	@Test
	void noticesBytesThatWereChangedOnTheWay() throws IOException {
		Path file = book("b.xlsx", Map.of("Data", (sheet) -> {
			for (int i = 0; i < 300; i++) {
				rows(sheet, i, i == 0 ? "NIP|NAMA" : i + "|Nama " + i * 7919);
			}
		}));
		byte[] bytes = Files.readAllBytes(file);
		int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet1.xml") + 400;
		bytes[at] ^= 0x55;
		this.drop.bytes("b.xlsx", bytes);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_RUSAK");
	}

	@Test
	void refusesWhatIsNoWorkbookWhateverItsName() {
		for (String content : List.of("<html><table><tr><td>NIP", "NIP;NAMA\n1;Satu\n", "%PDF-1.7")) {
			this.drop.text("b.xlsx", content);
			assertThat(fault(PEGAWAI).rule()).as(content).isEqualTo("BERKAS_RUSAK");
		}
		this.drop.zip("b.xlsx", Map.of("catatan.txt", "bukan buku kerja"));
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_RUSAK");
	}

	@Test
	void saysThatAWorkbookIsProtectedByAPassword() {
		byte[] bytes = new byte[8192];
		byte[] head = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0 };
		System.arraycopy(head, 0, bytes, 0, 4);
		bytes[30] = 9;
		bytes[48] = 11;
		this.drop.bytes("b.xlsx", bytes);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_RUSAK");
		byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
		System.arraycopy(name, 0, bytes, 12 * 512 + 128, name.length);
		this.drop.bytes("b.xlsx", bytes);
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_BERSANDI");
	}

	@Test
	void stopsAtWhatWouldTakeAllOfTheMemory() {
		for (String row : List.of("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
				"<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>", "<row r=\"9999999\"></row>",
				"<row r=\"2\"><c r=\"A2\" t=\"s\"><v>x</v></c></row>",
				"<row r=\"2\"><c r=\"A2\" t=\"" + "x".repeat(100_000) + "\"><v>1</v></c></row>")) {
			sheetXml(
					"<row r=\"1\"><c t=\"inlineStr\"><is><t>NIP</t></is></c><c t=\"inlineStr\"><is><t>NAMA</t></is></c></row>"
							+ row);
			assertThat(fault(PEGAWAI).rule()).as(row.substring(0, Math.min(40, row.length())))
				.isEqualTo("BERKAS_RUSAK");
		}
	}

	@Test
	void resolvesNoEntities() {
		this.drop.text("rahasia.txt", "sandi-contoh");
		String declared = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file://"
				+ this.drop.file("rahasia.txt") + "\">]>";
		parts(declared + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>NIP</t></is></c>"
				+ "<c t=\"inlineStr\"><is><t>NAMA</t></is></c></row><row><c t=\"inlineStr\"><is><t>1</t></is></c>"
				+ "<c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
		assertThat(fault(PEGAWAI).rule()).isEqualTo("BERKAS_RUSAK");
	}

	@Test
	void refusesARowWithACellThatIsFarTooLong() {
		sheetXml("<row><c t=\"inlineStr\"><is><t>NIP</t></is></c><c t=\"inlineStr\"><is><t>NAMA</t></is></c></row>"
				+ "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>" + "x".repeat(200_000) + "</t></is></c></row>"
				+ "<row><c><v>2</v></c><c t=\"inlineStr\"><is><t>Dua</t></is></c></row>");
		assertThat(rows()).containsExactly("1 | pegawai:2 !SEL_TERLALU_BESAR", "2 | pegawai:3 2,Dua");
	}

	private List<String> rows() {
		return Reading.of(this.drop.xlsx("*.xlsx"), PEGAWAI).rows();
	}

	private SourceFault fault(Dataset dataset) {
		return catchThrowableOfType(SourceFault.class, () -> Reading.of(this.drop.xlsx("*.xlsx"), dataset));
	}

	private Path book(String name, Map<String, Consumer<Worksheet>> sheets) {
		Path file = this.drop.bytes(name, new byte[0]);
		try (OutputStream out = Files.newOutputStream(file);
				org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "tes", "1.0")) {
			sheets.forEach((sheet, writer) -> writer.accept(book.newWorksheet(sheet)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return DropFolder.age(file, 3600);
	}

	private static void rows(Worksheet sheet, String... rows) {
		for (int i = 0; i < rows.length; i++) {
			rows(sheet, i, rows[i]);
		}
	}

	private static void rows(Worksheet sheet, int number, String row) {
		String[] cells = row.split("\\|");
		for (int i = 0; i < cells.length; i++) {
			sheet.value(number, i, cells[i]);
		}
	}

	private void sheetXml(String rows) {
		parts("<x:worksheet xmlns:x=\"urn:x\"><x:sheetData>" + rows.replace("<", "<x:").replace("<x:/", "</x:")
				+ "</x:sheetData></x:worksheet>");
	}

	/**
	 * A workbook as other programs write it: prefixes, absolute targets, a hidden sheet
	 * in front.
	 */
	private void parts(String sheet) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("_rels/.rels", "<Relationships><Relationship Id=\"r\" Target=\"/isi/buku.xml\" "
				+ "Type=\"http://x/officeDocument\"/></Relationships>");
		parts.put("isi/buku.xml", "<workbook><sheets><sheet name=\"Bantu\" state=\"hidden\" id=\"r1\"/>"
				+ "<sheet name=\"Data\" id=\"r2\"/></sheets></workbook>");
		parts.put("isi/_rels/buku.xml.rels", "<Relationships>"
				+ "<Relationship Id=\"r1\" Target=\"bantu.xml\" Type=\"http://x/worksheet\"/>"
				+ "<Relationship Id=\"r2\" Target=\"/isi/data.xml\" Type=\"http://x/worksheet\"/>"
				+ "<Relationship Id=\"r3\" Target=\"teks.xml\" Type=\"http://x/sharedStrings\"/></Relationships>");
		parts.put("isi/bantu.xml", "<worksheet/>");
		parts.put("isi/data.xml", sheet);
		parts.put("isi/teks.xml", "<sst><si><t>nol</t></si><si><t>Budi &amp; Ani</t></si>"
				+ "<si><r><t>tebal</t></r><r><t xml:space=\"preserve\"> biasa</t></r><rPh><t>aksara</t></rPh></si></sst>");
		this.drop.zip("b.xlsx", parts);
	}

}
