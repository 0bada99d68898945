package id.simpul.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SpoolTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "pegawai.csv", "NIP", "NIP", "NAMA");

	@TempDir
	Path data;

	@Test
	void sortsTheSameWayInMemoryAndInPieces() throws IOException {
		StringBuilder text = new StringBuilder("NIP;NAMA\n");
		Random random = new Random(7);
		for (int i = 0; i < 5000; i++) {
			text.append(random.nextInt(900)).append(i % 50 == 0 ? "" : ";Nama \u00e9 " + i).append('\n');
		}
		List<String> whole = sorted(text.toString(), 1 << 30);
		assertThat(whole).hasSize(5000);
		assertThat(whole).isSorted();
		assertThat(sorted(text.toString(), 20_000)).isEqualTo(whole);
	}

	@Test
	void leavesNoFileBehind() throws IOException {
		DropFolder drop = new DropFolder(this.data);
		Spool spool = new Spool(this.data, 1);
		SortedRows sorted = spool.sort(rows("NIP;NAMA\n2;Dua\n1;Satu\n"));
		assertThat(drop.data().resolve("tmp")).isDirectory();
		// nameless from the start, so that not even a killed process leaves people's data
		// behind
		assertThat(drop.temporaryFiles()).isZero();
		assertThat(sorted.next()).isTrue();
		assertThat(sorted.key()).isEqualTo("1");
		spool.close();
	}

	/** Key, then place in the file in a form that sorts like a number. */
	private List<String> sorted(String text, long memory) throws IOException {
		List<String> all = new ArrayList<>();
		try (Spool spool = new Spool(this.data, memory)) {
			SortedRows sorted = spool.sort(rows(text));
			while (sorted.next()) {
				all.add("%-5s%06d %s".formatted(sorted.key(), sorted.row().number(), Reading.values(sorted.row())));
			}
		}
		return all;
	}

	private HeadedRows rows(String text) throws IOException {
		DropFolder drop = new DropFolder(this.data);
		drop.text("pegawai.csv", text);
		return new HeadedRows(PEGAWAI, Delivery.newest("folder", this.data, "masuk/16.71/pegawai.csv"),
				new CsvRows(new BufferedReader(new StringReader(text)), ';', 1, false));
	}

}
