package id.simpul.cli;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.simpul.change.RunBooks;
import id.simpul.change.RunState;

/**
 * The books of some runs as a table people can read, with a sentence for each that did
 * not go through.
 */
final class BalanceTable {

	private static final List<String> HEAD = List.of("instansi", "putaran", "keadaan", "baris", "dibaca", "tetap",
			"berubah", "ditolak", "ditahan", "ganda", "diterima", "sudah ada", "daftar kerja", "menunggu",
			"ditolak SIASN", "neraca");

	private BalanceTable() {
	}

	/**
	 * @param reasons sentences that say why a plan was held
	 */
	static String of(List<RunBooks> books, Function<RunBooks, List<String>> reasons) {
		List<List<String>> rows = new ArrayList<>(List.of(HEAD));
		books.forEach((one) -> rows.add(row(one)));
		int[] widths = new int[HEAD.size()];
		rows.forEach((row) -> Arrays.setAll(widths, (i) -> Math.max(widths[i], row.get(i).length())));
		String table = rows.stream().map((row) -> line(row, widths)).collect(Collectors.joining("\n"));
		String causes = books.stream().map((one) -> sentence(one, reasons.apply(one))).collect(Collectors.joining());
		return table + "\n" + causes;
	}

	private static List<String> row(RunBooks one) {
		List<String> row = new ArrayList<>(List.of(one.instansi(), String.valueOf(one.run()), word(one.state())));
		NumberFormat format = NumberFormat.getIntegerInstance(Locale.forLanguageTag("id-ID"));
		for (long count : new long[] { one.rows(), one.read(), one.unchanged(), one.changed(), one.rejected(),
				one.held(), one.duplicate(), one.acked(), one.adopted(), one.worklist(), one.waiting(),
				one.refused() }) {
			row.add(format.format(count));
		}
		row.add(one.close() ? "tutup" : "TIDAK TUTUP");
		return row;
	}

	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < row.size(); i++) {
			boolean number = i > 2 && i < row.size() - 1;
			line.append(("%" + (number ? "" : "-") + widths[i] + "s  ").formatted(row.get(i)));
		}
		return line.toString().stripTrailing();
	}

	private static String word(RunState state) {
		return switch (state) {
			case RUNNING -> "berjalan";
			case DONE -> "selesai";
			case HELD -> "ditahan";
			case FAILED -> "gagal";
			case DISCARDED -> "dibuang";
		};
	}

	private static String sentence(RunBooks one, List<String> reasons) {
		List<String> sentences = new ArrayList<>();
		if (one.cause() != null) {
			sentences.add(StartFaults.sentence(one.cause(), one.causeArguments()));
		}
		if (!reasons.isEmpty()) {
			sentences.add((one.state() == RunState.HELD) ? "Rencana ditahan sampai dua orang melepasnya di konsol."
					: "Rencana ini akan ditahan.");
		}
		String listed = reasons.stream().map("\n  - "::concat).collect(Collectors.joining());
		return sentences.isEmpty() ? "" : "\n" + one.instansi() + ": " + String.join(" ", sentences) + listed + "\n";
	}

}
