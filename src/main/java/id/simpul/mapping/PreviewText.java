package id.simpul.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a preview as text: three columns, everything that belongs to one source row
 * beside that row.
 */
final class PreviewText {

	private static final String[] HEADINGS = { "BARIS SUMBER", "MENJADI", "TEMUAN" };

	private static final String BETWEEN = " | ";

	private static final int NARROWEST = 60;

	private final int[] widths;

	private final int total;

	private final Function<Preview.Note, String> sentences;

	private final StringBuilder out = new StringBuilder();

	PreviewText(int width, Function<Preview.Note, String> sentences) {
		this.total = Math.max(width, NARROWEST);
		int room = this.total - 2 * BETWEEN.length();
		this.widths = new int[] { room * 3 / 10, room * 4 / 10, room - room * 3 / 10 - room * 4 / 10 };
		this.sentences = sentences;
	}

	String of(Preview preview) {
		for (Preview.Person person : preview.people()) {
			write(person);
		}
		return this.out.toString();
	}

	private void write(Preview.Person person) {
		this.out.append("=".repeat(this.total)).append('\n');
		this.out.append("Pegawai ").append(person.kunci().isEmpty() ? "(tanpa kunci)" : person.kunci());
		this.out.append(": ").append(person.rows().size()).append(" baris sumber, ");
		this.out.append(person.entries().size()).append(" entri, ");
		this.out.append(person.findings().size()).append(" temuan");
		this.out.append(person.filtered() ? "; disaring oleh active\n" : "\n");
		line();
		columns(List.of(HEADINGS[0]), List.of(HEADINGS[1]), List.of(HEADINGS[2]));
		for (Preview.SourceRow row : person.rows()) {
			line();
			columns(source(row), entries(person, row), findings(person, row));
		}
		List<String> whole = findings(person, null);
		if (!whole.isEmpty()) {
			line();
			columns(List.of("(orang seutuhnya)"), List.of(), whole);
		}
		this.out.append('\n');
	}

	private static List<String> source(Preview.SourceRow row) {
		List<String> lines = new ArrayList<>();
		lines.add(row.dataset() + " baris " + row.row());
		if (row.fault() != null) {
			lines.add("(tidak terbaca)");
		}
		else {
			row.values().forEach((column, value) -> lines.add(column + " = " + ((value != null) ? value : "(null)")));
		}
		return lines;
	}

	private static List<String> entries(Preview.Person person, Preview.SourceRow row) {
		List<String> lines = new ArrayList<>();
		for (Preview.Made entry : person.entries()) {
			if (entry.row() == row.row() && entry.dataset().equals(row.dataset())) {
				lines.add(entry.resource() + ((entry.rejectedBy() != null) ? ": tertahan, " + entry.rejectedBy() : ""));
				entry.values().forEach((field, value) -> lines.add("  " + field + " = " + plain(value)));
			}
		}
		return lines;
	}

	/**
	 * @param row {@code null} for the findings about the person as a whole
	 */
	private List<String> findings(Preview.Person person, Preview.SourceRow row) {
		List<String> lines = new ArrayList<>();
		for (Preview.Note note : person.findings()) {
			boolean here = (row == null) ? note.dataset() == null
					: row.dataset().equals(note.dataset()) && note.row() == row.row();
			if (here) {
				lines.add(note.severity() + " " + note.rule()
						+ ((note.field() != null) ? " pada " + note.resource() + "." + note.field() : "")
						+ ((note.valueClass() != null) ? " [" + note.valueClass() + "]" : ""));
				String sentence = this.sentences.apply(note);
				if (sentence != null && !sentence.isEmpty()) {
					lines.add("  " + sentence);
				}
			}
		}
		return lines;
	}

	private static String plain(Object value) {
		if (value instanceof Boolean flag) {
			return flag ? "ya" : "tidak";
		}
		return (value instanceof BigDecimal number) ? number.toPlainString() : value.toString();
	}

	private void line() {
		this.out.append("-".repeat(this.total)).append('\n');
	}

	private void columns(List<String> left, List<String> middle, List<String> right) {
		List<List<String>> columns = List.of(wrap(left, this.widths[0]), wrap(middle, this.widths[1]),
				wrap(right, this.widths[2]));
		int height = columns.stream().mapToInt(List::size).max().orElse(0);
		for (int i = 0; i < height; i++) {
			StringBuilder line = new StringBuilder();
			for (int c = 0; c < columns.size(); c++) {
				String text = (i < columns.get(c).size()) ? columns.get(c).get(i) : "";
				line.append((c > 0) ? BETWEEN : "").append(text).append(" ".repeat(this.widths[c] - text.length()));
			}
			this.out.append(line.toString().stripTrailing()).append('\n');
		}
	}

	/**
	 * Breaks at blanks where it can; a broken line goes on indented, so that columns stay
	 * readable.
	 */
	private static List<String> wrap(List<String> texts, int width) {
		List<String> lines = new ArrayList<>();
		for (String text : texts) {
			String rest = visible(text);
			String indent = rest.startsWith("  ") ? "    " : "  ";
			while (rest.length() > width) {
				int blank = rest.lastIndexOf(' ', width);
				int cut = (blank > indent.length()) ? blank : width;
				lines.add(rest.substring(0, cut));
				rest = indent + rest.substring(cut).stripLeading();
			}
			lines.add(rest);
		}
		return lines;
	}

	/**
	 * Control and zero-width characters would break the columns; a dot shows that there
	 * is something.
	 */
	private static String visible(String text) {
		StringBuilder shown = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			shown.append((Character.isISOControl(c) || NullTokens.isFormat(c)) ? '·' : c);
		}
		return shown.toString();
	}

}
