package id.simpul.source;

import java.nio.file.Path;

/**
 * The newest workbook in a drop folder that fits a pattern; every dataset is a sheet of
 * it. It is read where it lies and never changed.
 */
public final class XlsxSource implements Source {

	private String instansi;

	private Path data = Path.of("data");

	private String file = "";

	/** Code of the instansi whose source this is; a run of another one is refused. */
	public void setInstansi(String instansi) {
		this.instansi = instansi;
	}

	/** The data folder: where drop folders and temporary files are. */
	public void setData(String data) {
		this.data = Path.of(data);
	}

	/** Path below the data folder; its last part may have {@code *} and {@code ?}. */
	public void setFile(String file) {
		Parameter.below("file", this.data, file);
		this.file = file;
	}

	@Override
	public Batches open(Run run) {
		if (this.instansi != null && !this.instansi.equals(run.instansi())) {
			throw new IllegalStateException("Source of " + this.instansi + " asked for a run of " + run.instansi());
		}
		Delivery delivery = Delivery.newest("file", this.data, this.file).settled();
		try (Workbook book = Workbook.open(delivery)) {
			return FileDatasets.open(run, this.data, (dataset) -> open(dataset, delivery, book), delivery::confirm);
		}
	}

	private static HeadedRows open(Dataset dataset, Delivery delivery, Workbook book) {
		SheetRows rows = book.rows(dataset.location());
		boolean ready = false;
		try {
			HeadedRows headed = new HeadedRows(dataset, delivery, rows);
			ready = true;
			return headed;
		}
		finally {
			if (!ready) {
				rows.close();
			}
		}
	}

}
