package id.simpul.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;

/**
 * The append-only book of seeds and writes, one JSON line each. Lines stay in the file;
 * memory holds only where the writes among them lie. Without a file the lines are held in
 * memory.
 */
final class Ledger implements AutoCloseable {

	/**
	 * Not a channel: those close themselves when a thread that uses them is interrupted.
	 */
	private final RandomAccessFile file;

	private final List<byte[]> lines = new ArrayList<>();

	/** Offset and length of each write's line in the file. */
	private long[] places = new long[1024];

	private int writes;

	private long end;

	private final boolean sync;

	private Ledger(RandomAccessFile file, boolean sync) {
		this.file = file;
		this.sync = sync;
	}

	/**
	 * Opens the book and reads it from its start.
	 * @param file or {@code null} for memory only
	 * @param sync whether a write counts as noted only when the disk has it
	 * @param reader is given each line's object in order
	 */
	static Ledger open(Path file, boolean sync, Consumer<Map<String, Object>> reader) {
		if (file == null) {
			return new Ledger(null, false);
		}
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
			try {
				if (opened.getChannel().tryLock() == null) {
					throw new IOException("locked");
				}
				Ledger ledger = new Ledger(opened, sync);
				ledger.replay(file.getFileName(), reader);
				return ledger;
			}
			catch (IOException | OverlappingFileLockException | LedgerFault ex) {
				opened.close();
				throw ex;
			}
		}
		catch (OverlappingFileLockException | IOException ex) {
			throw new LedgerFault(
					"The ledger " + file.getFileName() + " cannot be opened; does another registry use it?", ex);
		}
	}

	/** Reads by the handle that holds the lock: closing another one would let it go. */
	@SuppressWarnings("resource") // the handle stays open
	private void replay(Path name, Consumer<Map<String, Object>> reader) throws IOException {
		InputStream in = new BufferedInputStream(new FileInputStream(this.file.getFD()), 1 << 16);
		ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
		int number = 0;
		for (int next = in.read(); next >= 0; next = in.read()) {
			if (next != '\n') {
				line.write(next);
				continue;
			}
			number++;
			try {
				Map<String, Object> object = Json.object(line.toByteArray());
				if ("write".equals(object.get("kind"))) {
					noteWrite(this.end, line.size());
				}
				reader.accept(object);
			}
			catch (JacksonException | IllegalArgumentException | NullPointerException | ClassCastException ex) {
				throw new LedgerFault("Line " + number + " of the ledger " + name + " is broken", ex);
			}
			this.end += line.size() + 1;
			line.reset();
		}
		// a line without its end was being written when the registry was killed: nobody
		// was told of it
		this.file.setLength(this.end);
	}

	/** Notes what the registry held from the start. */
	synchronized void seed(Map<String, Object> seed) {
		if (this.file != null) {
			append(Json.bytes(seed), false); // the first write takes it to the disk
		}
	}

	/** Notes a write under the next number. */
	synchronized LedgerEntry write(LedgerEntry draft) {
		LedgerEntry entry = draft.numbered(this.writes + 1L);
		byte[] line = Json.bytes(entry.toJson());
		if (this.file != null) {
			long start = this.end;
			append(line, this.sync);
			noteWrite(start, line.length);
		}
		else {
			this.lines.add(line);
			this.writes++;
		}
		return entry;
	}

	private void append(byte[] line, boolean toDisk) {
		byte[] ended = Arrays.copyOf(line, line.length + 1);
		ended[line.length] = '\n';
		try {
			this.file.seek(this.end);
			this.file.write(ended);
			if (toDisk) {
				this.file.getFD().sync();
			}
			this.end += ended.length;
		}
		catch (IOException ex) {
			cutOff(ex);
			throw new LedgerFault("The ledger cannot be written", ex);
		}
	}

	/**
	 * Takes back a line that came only in part. Where even that fails it does no harm:
	 * without its end it is none, and the next is written over it.
	 */
	private void cutOff(IOException why) {
		try {
			this.file.setLength(this.end);
		}
		catch (IOException ex) {
			why.addSuppressed(ex);
		}
	}

	private void noteWrite(long start, int length) {
		if (this.places.length < 2 * (this.writes + 1)) {
			this.places = Arrays.copyOf(this.places, this.places.length * 2);
		}
		this.places[2 * this.writes] = start;
		this.places[2 * this.writes + 1] = length;
		this.writes++;
	}

	synchronized int writes() {
		return this.writes;
	}

	/** The last writes, in order. */
	synchronized List<LedgerEntry> latest(int count) {
		List<LedgerEntry> latest = new ArrayList<>();
		for (int i = Math.max(0, this.writes - count); i < this.writes; i++) {
			latest.add(LedgerEntry.of(Json.object(line(i))));
		}
		return latest;
	}

	private byte[] line(int write) {
		if (this.file == null) {
			return this.lines.get(write);
		}
		byte[] line = new byte[(int) this.places[2 * write + 1]];
		try {
			this.file.seek(this.places[2 * write]);
			this.file.readFully(line);
		}
		catch (IOException ex) {
			throw new LedgerFault("The ledger cannot be read", ex);
		}
		return line;
	}

	@Override
	public synchronized void close() {
		if (this.file != null) {
			try {
				this.file.close();
			}
			catch (IOException ex) {
				throw new LedgerFault("The ledger cannot be closed", ex);
			}
		}
	}

}
