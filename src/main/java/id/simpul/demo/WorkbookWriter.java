package id.simpul.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import id.simpul.demo.Layout.Section;

/**
 * Writes a workbook, a sheet per section; below printed titles when the layout says so.
 */
final class WorkbookWriter implements SourceWriter {

	private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private final OutputStream out;

	private final Workbook book;

	private final Sender sender;

	private final int heading;

	private Worksheet sheet;

	private List<Column> columns = List.of();

	private int row;

	WorkbookWriter(Path data, Sender sender, Layout layout) throws IOException {
		Path file = file(data, sender);
		Files.createDirectories(file.getParent());
		this.sender = sender;
		this.out = Files.newOutputStream(file);
		this.book = new Workbook(this.out, "Simpul", "1.0");
		this.heading = layout.setting("kepala").isEmpty() ? 1 : Integer.parseInt(layout.setting("kepala"));
	}

	static Path file(Path data, Sender sender) {
		return data.resolve("masuk").resolve(sender.kode()).resolve("simpeg-" + sender.slug() + ".xlsx");
	}

	@Override
	public void begin(Section section) throws IOException {
		finish();
		this.columns = section.columns();
		this.sheet = this.book.newWorksheet(section.name());
		this.row = this.heading - 1;
		if (this.heading > 1) {
			this.sheet.value(0, 0, "PEMERINTAH " + this.sender.nama().toUpperCase(Locale.ROOT));
			this.sheet.value(1, 0, "DAFTAR " + section.name().toUpperCase(Locale.ROOT) + " PEGAWAI");
		}
		for (int i = 0; i < this.columns.size(); i++) {
			this.sheet.value(this.row, i, this.columns.get(i).name());
			if (this.heading > 1) {
				this.sheet.value(this.row + 1, i, i + 1);
			}
		}
		this.row += (this.heading > 1) ? 2 : 1;
	}

	@Override
	public void row(Object[] values, boolean broken) throws IOException {
		for (int i = 0; i < values.length; i++) {
			String text = (String) values[i];
			Column.Type type = this.columns.get(i).type();
			if (text == null) {
				continue;
			}
			if (type == Column.Type.DATE && ISO.matcher(text).matches()) {
				this.sheet.value(this.row, i, LocalDate.parse(text));
				this.sheet.style(this.row, i).format("dd/mm/yyyy").set();
			}
			else if (type == Column.Type.NUMBER && text.chars().allMatch(Character::isDigit)) {
				this.sheet.value(this.row, i, Integer.valueOf(text));
			}
			else {
				this.sheet.value(this.row, i, text);
			}
		}
		this.row++;
	}

	private void finish() throws IOException {
		if (this.sheet != null) {
			this.sheet.finish();
			this.sheet = null;
		}
	}

	@Override
	public void close() throws IOException {
		try (this.out) {
			finish();
			this.book.finish();
		}
	}

}
