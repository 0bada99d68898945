package id.simpul.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import id.simpul.demo.Layout.Section;

/** Writes delimited files, one per section. */
final class TextWriter implements SourceWriter {

	private final Path folder;

	private final char separator;

	private final Charset charset;

	private final boolean headed;

	private Writer out;

	TextWriter(Path data, Sender sender, Layout layout) throws IOException {
		this.folder = folder(data, sender);
		Files.createDirectories(this.folder);
		String divider = layout.setting("pemisah");
		this.separator = divider.equals("tab") ? '\t' : divider.charAt(0);
		this.charset = Charset.forName(layout.setting("huruf"));
		this.headed = layout.setting("kepala").isEmpty();
	}

	static Path folder(Path data, Sender sender) {
		return data.resolve("masuk").resolve(sender.kode());
	}

	static Path file(Path folder, Section section) {
		return folder.resolve(section.name() + "_ekspor.csv");
	}

	@Override
	public void begin(Section section) throws IOException {
		close();
		this.out = Files.newBufferedWriter(file(this.folder, section), this.charset);
		if (this.headed || section.words().contains("berjudul")) {
			row(section.columns().stream().map(Column::name).toArray(), false);
		}
	}

	@Override
	public void row(Object[] values, boolean broken) throws IOException {
		for (int i = 0; i < values.length; i++) {
			if (i > 0) {
				this.out.write(this.separator);
			}
			this.out.write(quoted((values[i] != null) ? (String) values[i] : ""));
		}
		if (broken) {
			// somebody typed the separator into the last cell
			this.out.write(this.separator + "Tahap II" + this.separator + "lulus");
		}
		this.out.write("\r\n");
	}

	private String quoted(String text) {
		return (text.indexOf(this.separator) >= 0 || text.indexOf('"') >= 0) ? '"' + text.replace("\"", "\"\"") + '"'
				: text;
	}

	@Override
	public void close() throws IOException {
		if (this.out != null) {
			this.out.close();
			this.out = null;
		}
	}

}
