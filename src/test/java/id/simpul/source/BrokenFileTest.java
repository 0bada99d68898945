package id.simpul.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Files that were cut anywhere, that are still growing, and that hold whatever may be
 * typed.
 */
class BrokenFileTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "", "NIP", "NIP", "NAMA", "LAHIR");

	private static final Dataset DELIMITED = Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "NAMA", "LAHIR");

	private static final int PEOPLE = 400;

	@TempDir
	Path data;

	private DropFolder drop;

	@BeforeEach
	void folder() {
		this.drop = new DropFolder(this.data);
	}

	@Test
	void refusesAWorkbookCutAnywhere() throws IOException {
		byte[] whole = workbook();
		this.drop.bytes("b.xlsx", whole);
		assertThat(Reading.of(this.drop.xlsx("*.xlsx"), PEGAWAI).people).hasSize(PEOPLE);
		for (int cut : cuts(whole.length)) {
			Path file = this.drop.bytes("b.xlsx", Arrays.copyOf(whole, cut));
			SourceFault fault = catchThrowableOfType(SourceFault.class,
					() -> Reading.of(this.drop.xlsx("*.xlsx"), PEGAWAI));
			assertThat(fault).as("cut at %s of %s", cut, whole.length).isNotNull();
			assertThat(fault.rule()).isIn("BERKAS_RUSAK", "BERKAS_KOSONG");
			assertThat(Files.size(file)).as("it stays where it lies").isEqualTo(cut);
		}
		assertThat(this.drop.temporaryFiles()).isZero();
	}

	/**
	 * In the middle of a row, of a cell with a line break, of a letter of two bytes. Only
	 * between two rows it looks like a shorter file: that is the brake's to notice. And
	 * within the very last cell it looks like a shorter cell.
	 */
	@Test
	void readsOfADelimitedFileCutAnywhereNothingThatWasNotThere() throws IOException {
		byte[] whole = text().getBytes(StandardCharsets.UTF_8);
		this.drop.bytes("pegawai.csv", whole);
		List<String> rows = Reading.of(this.drop.csv(), DELIMITED).rows();
		assertThat(rows).hasSize(PEOPLE);
		int refused = 0;
		for (int cut : cuts(whole.length)) {
			this.drop.bytes("pegawai.csv", Arrays.copyOf(whole, cut));
			List<String> read = new ArrayList<>();
			SourceFault fault = catchThrowableOfType(SourceFault.class,
					() -> read.addAll(Reading.of(this.drop.csv(), DELIMITED).rows()));
			if (fault != null) {
				assertThat(fault.rule()).as("cut at %s", cut)
					.isIn("BERKAS_RUSAK", "BERKAS_KOSONG", "KOLOM_TIDAK_ADA", "PENGODEAN_SALAH");
				assertThat(read).isEmpty();
				refused++;
				continue;
			}
			String before = new String(Arrays.copyOf(whole, cut), StandardCharsets.UTF_8);
			boolean between = before.endsWith("\n");
			boolean withinACell = read.get(read.size() - 1).endsWith("!BARIS_TIDAK_UTUH");
			int complete = read.size() - (between && !withinACell ? 0 : 1);
			assertThat(read.subList(0, complete)).as("cut at %s", cut).isEqualTo(rows.subList(0, complete));
			if (!between && !withinACell) {
				assertThat(rows.get(complete)).startsWith(read.get(complete).replaceFirst("null$", ""));
			}
		}
		assertThat(refused).isGreaterThan(150);
		assertThat(this.drop.temporaryFiles()).isZero();
	}

	/**
	 * Each of a hundred is being copied, at its own pace, and everybody wants to read.
	 */
	@Test
	void neverReadsAFileThatIsStillBeingWrittenToByHalf() throws Exception {
		byte[] whole = text().getBytes(StandardCharsets.UTF_8);
		List<CompletableFuture<Integer>> read = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			DropFolder own = new DropFolder(Files.createDirectories(this.data.resolve("d" + i)));
			Random random = new Random(i);
			Path file = Files.createDirectories(own.file("x").getParent()).resolve("pegawai.csv");
			Files.write(file, Arrays.copyOf(whole, 300));
			CompletableFuture.runAsync(() -> grow(file, whole, random), BrokenFileTest::start);
			TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
			read.add(CompletableFuture.supplyAsync(() -> {
				try {
					return Reading.of(own.csv(), DELIMITED).people.size();
				}
				catch (SourceFault fault) {
					return fault.rule().startsWith("BERKAS_") ? -1 : -2;
				}
			}, BrokenFileTest::start));
		}
		for (CompletableFuture<Integer> one : read) {
			assertThat(one.get(60, TimeUnit.SECONDS)).isIn(-1, PEOPLE);
		}
	}

	/**
	 * Whatever can be typed into a cell comes out of the file as it was typed, or the row
	 * says so.
	 */
	@Test
	void readsBackWhateverAnyProgramMayHaveWritten() {
		Random random = new Random(9);
		for (int round = 0; round < 300; round++) {
			char separator = ";,\t|".charAt(random.nextInt(4));
			String end = (random.nextBoolean()) ? "\r\n" : "\n";
			boolean alwaysQuoted = random.nextBoolean();
			Charset charset = List
				.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)
				.get(random.nextInt(3));
			boolean mark = charset == StandardCharsets.UTF_16LE
					|| charset == StandardCharsets.UTF_8 && random.nextBoolean();
			StringBuilder text = new StringBuilder(mark ? "\ufeff" : "");
			text.append("NIP").append(separator).append("NAMA").append(separator).append("LAHIR").append(end);
			List<String> expected = new ArrayList<>();
			int line = 2;
			for (int row = 0; row < 8; row++) {
				String name = cell(random);
				String other = cell(random);
				text.append(1000 + row).append(separator);
				text.append(quoted(name, separator, alwaysQuoted)).append(separator);
				text.append(quoted(other, separator, alwaysQuoted)).append(end);
				expected.add(1000 + row + " | pegawai:" + line + " " + (1000 + row) + "," + name + "," + other);
				line += 1 + breaks(name) + breaks(other);
			}
			this.drop.text("pegawai.csv", text.toString(), charset);
			CsvSource source = this.drop.csv();
			if (charset.name().equals("windows-1252")) {
				source.setEncoding("windows-1252");
			}
			assertThat(Reading.of(source, DELIMITED).rows()).as("round %s %s", round, charset).isEqualTo(expected);
		}
	}

	/**
	 * A separator too few or too many, a mark in the wrong place: no cell moves to its
	 * neighbour's column.
	 */
	@Test
	void shiftsNoColumnWhenARowIsSpoilt() {
		Random random = new Random(10);
		for (int round = 0; round < 300; round++) {
			List<String> lines = new ArrayList<>(List.of("NIP;NAMA;LAHIR"));
			for (int row = 0; row < 20; row++) {
				lines.add(1000 + row + ";nama" + row + ";lahir" + row);
			}
			int spoilt = 1 + random.nextInt(20);
			String line = lines.get(spoilt);
			int at = random.nextInt(line.length());
			lines.set(spoilt, switch (random.nextInt(4)) {
				case 0 -> line.substring(0, at) + ";" + line.substring(at);
				case 1 -> line.replaceFirst(";", " ");
				case 2 -> line.substring(0, at) + "\"" + line.substring(at);
				default -> line.substring(0, at) + "\n" + line.substring(at);
			});
			this.drop.text("pegawai.csv", String.join("\n", lines) + "\n");
			for (PersonRows person : Reading.of(this.drop.csv(), DELIMITED).people) {
				for (Row row : person.rows()) {
					if (row.fault() == null) {
						String values = Reading.values(row).replaceAll("[\"\n]", "");
						assertThat(values).as(lines.get(spoilt))
							.matches("(\\d+|null),(n?a?m?a?\\d*|null),(l?a?h?i?r?\\d*|null)");
					}
				}
			}
		}
	}

	private static int breaks(String cell) {
		return (int) cell.chars().filter((c) -> c == '\n').count();
	}

	private static String cell(Random random) {
		StringBuilder cell = new StringBuilder("x");
		int length = random.nextInt(12);
		for (int i = 0; i < length; i++) {
			cell.append("ab;,\t|\"'\n=+@ \u00e9\u00d1".charAt(random.nextInt(15)));
		}
		return cell.append('z').toString();
	}

	private static String quoted(String cell, char separator, boolean always) {
		boolean needed = always || cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
		return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}

	/** Ends in the middle of a row whenever it pauses. */
	private static void grow(Path file, byte[] whole, Random random) {
		try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
			int at = 300;
			for (int i = 0; i < 8; i++) {
				TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
				int next = Math.min(whole.length, at + 1 + random.nextInt(whole.length / 6));
				while (next < whole.length && whole[next - 1] != ';') {
					next++;
				}
				out.write(whole, at, next - at);
				out.flush();
				at = next;
			}
			out.write(whole, at, whole.length - at);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "copy");
		thread.setDaemon(true);
		thread.start();
	}

	/** Every 64th and 200 more. */
	private static int[] cuts(int length) {
		Random random = new Random(8);
		int[] cuts = new int[264];
		for (int i = 0; i < 64; i++) {
			cuts[i] = (int) ((long) length * i / 64);
		}
		for (int i = 64; i < cuts.length; i++) {
			cuts[i] = random.nextInt(length);
		}
		return cuts;
	}

	private static String text() {
		StringBuilder text = new StringBuilder("NIP;NAMA;KETERANGAN;LAHIR\n");
		for (int i = 0; i < PEOPLE; i++) {
			text.append(10_000 + i).append(";Andr\u00e9 ").append(i).append(";\"baris\nbaru ").append(i);
			text.append("\";19").append(60 + i % 40).append("-01-31\n");
		}
		return text.toString();
	}

	private byte[] workbook() throws IOException {
		Path file = this.drop.bytes("asal.xlsx", new byte[0]);
		try (OutputStream out = Files.newOutputStream(file);
				org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "tes", "1.0")) {
			var sheet = book.newWorksheet("Data");
			for (int i = 0; i <= PEOPLE; i++) {
				sheet.value(i, 0, (i == 0) ? "NIP" : String.valueOf(10_000 + i));
				sheet.value(i, 1, (i == 0) ? "NAMA" : "Nama " + i * 7919);
				sheet.value(i, 2, (i == 0) ? "LAHIR" : "1970-01-31");
			}
		}
		byte[] bytes = Files.readAllBytes(file);
		Files.delete(file);
		return bytes;
	}

}
