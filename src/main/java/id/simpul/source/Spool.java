package id.simpul.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Puts rows of files into the order of their key. What does not fit into memory goes to
 * temporary files that nobody else may read and that have no name while they are open, so
 * that nothing is left of them however this ends.
 */
final class Spool implements AutoCloseable {

	/** Bytes that all datasets of a run may hold in memory. */
	private static final long MEMORY = 24L << 20;

	private static final long LEAST = 2L << 20;

	private final Path folder;

	private final long share;

	private final List<FileChannel> files = new ArrayList<>();

	/**
	 * @param data the data folder; temporary files are in {@code tmp} below it
	 * @param share bytes that one dataset may hold in memory
	 */
	Spool(Path data, long share) {
		this.folder = data.resolve("tmp");
		this.share = share;
	}

	/** One whose memory is shared out among so many datasets. */
	static Spool forDatasets(Path data, int datasets) {
		return new Spool(data, Math.max(LEAST, MEMORY / Math.max(1, datasets)));
	}

	/**
	 * Reads all rows and gives them back in the order of {@link KeyOrder#TEXT}; rows of
	 * one key keep theirs.
	 */
	SortedRows sort(HeadedRows rows) {
		SortedRows sorted = new SortedRows(this, this.share);
		try {
			while (rows.next()) {
				sorted.add(rows.key(), rows.row());
			}
			sorted.done();
		}
		catch (IOException ex) {
			throw full(ex);
		}
		return sorted;
	}

	FileChannel file() throws IOException {
		Files.createDirectories(this.folder);
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		FileAttribute<?>[] own = posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		FileChannel file = FileChannel.open(this.folder.resolve("urut-" + UUID.randomUUID()),
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE,
						StandardOpenOption.DELETE_ON_CLOSE),
				own);
		this.files.add(file);
		return file;
	}

	@Override
	public void close() {
		for (FileChannel file : this.files) {
			try {
				file.close();
			}
			catch (IOException ex) {
				// it has been read and is gone either way
			}
		}
		this.files.clear();
	}

	/** A disk of ours that is full or not writable is no fault of the source. */
	static UncheckedIOException full(IOException ex) {
		return new UncheckedIOException("Temporary rows cannot be kept", ex);
	}

}
