package id.simpul.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Far more than any instansi has, and cells that are none. */
class LargeFileTest {

	private static final int PEOPLE = 60_000;

	private static final int EACH = 4;

	@TempDir
	Path data;

	private DropFolder drop;

	@BeforeEach
	void folder() {
		this.drop = new DropFolder(this.data);
	}

	/** In a process of its own with little memory, the rows in no order. */
	@Test
	void readsThreeHundredThousandRowsInAQuarterOfAGigabyte() throws Exception {
		Path people = this.drop.text("pegawai.csv", "");
		Path histories = this.drop.text("jabatan.csv", "");
		try (BufferedWriter out = Files.newBufferedWriter(people)) {
			out.write("NIP;NAMA;" + columns() + "\n");
			for (int i = 0; i < PEOPLE; i++) {
				out.write(key(i) + ";Warga " + i + ";" + String.join(";", Collections.nCopies(20, "isi " + i)) + "\n");
			}
		}
		try (BufferedWriter out = Files.newBufferedWriter(histories)) {
			out.write("NIP;JABATAN\n");
			for (int i = 0; i < PEOPLE * EACH; i++) {
				out.write(key(i % PEOPLE) + ";Jabatan yang cukup panjang namanya " + i + "\n");
			}
		}
		DropFolder.age(people, 3600);
		DropFolder.age(histories, 3600);
		Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-cp",
				System.getProperty("java.class.path"), LargeFileTest.class.getName(), this.data.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(said.lines().toList()).last().isEqualTo(PEOPLE + " people, " + PEOPLE * (EACH + 1) + " rows");
		assertThat(child.exitValue()).isZero();
		assertThat(this.drop.temporaryFiles()).isZero();
	}

	/** What the child does. */
	public static void main(String[] args) {
		Dataset pegawai = Reading.main("pegawai", "pegawai.csv", "NIP");
		Dataset jabatan = Reading.history("jabatan", "jabatan.csv", "NIP", "NIP", "JABATAN");
		int people = 0;
		long rows = 0;
		try (Source.Batches batches = new DropFolder(Path.of(args[0])).csv().open(Reading.run(pegawai, jabatan))) {
			while (batches.hasNext()) {
				for (PersonRows person : batches.next().people()) {
					people++;
					rows += person.rows().size();
				}
			}
		}
		System.out.println(people + " people, " + rows + " rows");
	}

	@Test
	void refusesAFileWithACellOfFiveMegabytes() throws IOException {
		this.drop.text("pegawai.csv", "NIP;NAMA\n1;Satu\n2;" + "x".repeat(5 << 20) + "\n");
		SourceFault fault = catchThrowableOfType(SourceFault.class,
				() -> Reading.of(this.drop.csv(), Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "NAMA")));
		assertThat(fault.rule()).isEqualTo("BATAS_TERLAMPAUI");
		assertThat(fault.args()).containsExactly("masuk/16.71/pegawai.csv", "1024 kB per baris");
	}

	@Test
	void readsThreeHundredColumns() {
		String heading = IntStream.range(0, 300).mapToObj((i) -> "K" + i).collect(Collectors.joining(";"));
		String row = IntStream.range(0, 300).mapToObj((i) -> "v" + i).collect(Collectors.joining(";"));
		this.drop.text("pegawai.csv", heading + "\n" + row + "\n");
		assertThat(
				Reading.of(this.drop.csv(), Reading.main("pegawai", "pegawai.csv", "K0", "K0", "K150", "K299")).rows())
			.containsExactly("v0 | pegawai:2 v0,v150,v299");
	}

	private static String columns() {
		return IntStream.range(0, 20).mapToObj((i) -> "K" + i).collect(Collectors.joining(";"));
	}

	/** Spread over the whole order. */
	private static String key(int i) {
		return "%018d".formatted(i * 7_919L % PEOPLE);
	}

}
