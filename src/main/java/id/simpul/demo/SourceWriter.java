package id.simpul.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import id.simpul.demo.Layout.Section;

/**
 * Writes one system, section by section, row by row. Whatever is there of an earlier
 * province is replaced.
 */
interface SourceWriter extends Closeable {

	/** Begins a table, sheet or file; the one before is complete. */
	void begin(Section section) throws IOException;

	/** One row: as many values as the section has columns. */
	void row(Object[] values, boolean broken) throws IOException;

	/** The writer for the layout of that sender. */
	static SourceWriter open(Path data, Sender sender, Layout layout) throws IOException {
		return switch (layout.setting("sumber")) {
			case "h2" -> new DatabaseWriter(data, sender, layout);
			case "xlsx" -> new WorkbookWriter(data, sender, layout);
			default -> new TextWriter(data, sender, layout);
		};
	}

}
