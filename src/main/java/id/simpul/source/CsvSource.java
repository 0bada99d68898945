package id.simpul.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Delimited files in a drop folder, one per dataset: the newest that fits the dataset's
 * pattern. They are read where they lie and never changed.
 */
public final class CsvSource implements Source {

	private static final Pattern SEPARATOR = Pattern.compile("auto|[;,|]|tab|titik koma|koma");

	private static final Pattern ENCODING = Pattern.compile("auto|utf-8|windows-1252");

	private static final Pattern FILE = Pattern.compile("[^/\\\\]+");

	private String instansi;

	private Path data = Path.of("data");

	private String folder = "";

	private Character separator;

	private TextFile.Encoding encoding = TextFile.Encoding.AUTO;

	/** Code of the instansi whose source this is; a run of another one is refused. */
	public void setInstansi(String instansi) {
		this.instansi = instansi;
	}

	/** The data folder: where drop folders and temporary files are. */
	public void setData(String data) {
		this.data = Path.of(data);
	}

	/** The drop folder, below the data folder. */
	public void setFolder(String folder) {
		Parameter.below("folder", this.data, folder);
		this.folder = folder;
	}

	/**
	 * {@code ;}, {@code ,}, {@code |}, {@code tab}, or {@code auto} to take what the
	 * heading is divided by.
	 */
	public void setSeparator(String separator) {
		String given = Parameter.given(separator) ? separator.strip().toLowerCase(Locale.ROOT) : "auto";
		this.separator = switch (Parameter.matching("separator", given, SEPARATOR)) {
			case "auto" -> null;
			case "tab" -> '\t';
			case "titik koma" -> ';';
			case "koma" -> ',';
			default -> given.charAt(0);
		};
	}

	/** {@code utf-8}, {@code windows-1252}, or {@code auto} to tell by the bytes. */
	public void setEncoding(String encoding) {
		String given = Parameter.given(encoding) ? encoding.strip().toLowerCase(Locale.ROOT) : "auto";
		this.encoding = switch (Parameter.matching("encoding", given, ENCODING)) {
			case "utf-8" -> TextFile.Encoding.UTF_8;
			case "windows-1252" -> TextFile.Encoding.WINDOWS_1252;
			default -> TextFile.Encoding.AUTO;
		};
	}

	@Override
	public Batches open(Run run) {
		if (this.instansi != null && !this.instansi.equals(run.instansi())) {
			throw new IllegalStateException("Source of " + this.instansi + " asked for a run of " + run.instansi());
		}
		List<Delivery> read = new ArrayList<>();
		return FileDatasets.open(run, this.data, (dataset) -> {
			Delivery file = Delivery.newest("folder", this.data, this.folder + "/" + pattern(dataset)).settled();
			read.add(file);
			return open(dataset, file);
		}, () -> read.forEach(Delivery::confirm));
	}

	private HeadedRows open(Dataset dataset, Delivery file) {
		try {
			TextFile text = TextFile.inspect(file, this.encoding);
			char divider = (this.separator != null) ? this.separator : Separator.of(text, dataset);
			CsvRows rows = new CsvRows(text.open(), divider, dataset.headerRow(), text.endsOpen());
			boolean ready = false;
			try {
				HeadedRows headed = new HeadedRows(dataset, file, rows);
				ready = true;
				return headed;
			}
			finally {
				if (!ready) {
					rows.close();
				}
			}
		}
		catch (IOException ex) {
			throw file.damaged(ex);
		}
	}

	private static String pattern(Dataset dataset) {
		String pattern = Parameter.given(dataset.location()) ? dataset.location().strip() : dataset.name() + ".csv";
		return Parameter.matching("from", pattern, FILE);
	}

}
