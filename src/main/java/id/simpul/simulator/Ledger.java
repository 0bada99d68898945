package id.simpul.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;

/**
 * The append-only book of seeds and writes, one JSON line each. Lines stay in the file; memory holds only where the
 * writes among them lie. Without a file the lines are held in memory.
 */
final class Ledger implements AutoCloseable {

	private final FileChannel channel;

	private final List<byte[]> lines = new ArrayList<>();

	/** Offset and length of each write's line in the file. */
	private long[] places = new long[1024];

	private int writes;

	private long end;

	private Ledger(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Opens the book and reads it from its start.
	 * @param file or {@code null} for memory only
	 * @param reader is given each line's object in order
	 */
	static Ledger open(Path file, Consumer<Map<String, Object>> reader) {
		if (file == null) {
			return new Ledger(null);
		}
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			try {
				if (channel.tryLock() == null) {
					throw new IOException("locked");
				}
				Ledger ledger = new Ledger(channel);
				ledger.replay(file, reader);
				return ledger;
			}
			catch (IOException | OverlappingFileLockException | LedgerFault ex) {
				channel.close();
				throw ex;
			}
		}
		catch (OverlappingFileLockException | IOException ex) {
			throw new LedgerFault("The ledger " + file.getFileName() + " cannot be opened; does another registry use it?",
					ex);
		}
	}

	private void replay(Path file, Consumer<Map<String, Object>> reader) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
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
					throw new LedgerFault("Line " + number + " of the ledger " + file.getFileName() + " is broken", ex);
				}
				this.end += line.size() + 1;
				line.reset();
			}
		}
		// a line without its end was being written when the registry was killed: nobody was told of it
		this.channel.truncate(this.end);
	}

	/** Notes what the registry held from the start. */
	synchronized void seed(Map<String, Object> seed) {
		if (this.channel != null) {
			append(Json.bytes(seed));
		}
	}

	/** Notes a write under the next number. */
	synchronized LedgerEntry write(LedgerEntry draft) {
		LedgerEntry entry = draft.numbered(this.writes + 1L);
		byte[] line = Json.bytes(entry.toJson());
		if (this.channel != null) {
			long start = this.end;
			append(line);
			noteWrite(start, line.length);
		}
		else {
			this.lines.add(line);
			this.writes++;
		}
		return entry;
	}

	private void append(byte[] line) {
		ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
		try {
			long at = this.end;
			while (bytes.hasRemaining()) {
				at += this.channel.write(bytes, at);
			}
			this.end = at;
		}
		catch (IOException ex) {
			throw new LedgerFault("The ledger cannot be written", ex);
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
		if (this.channel == null) {
			return this.lines.get(write);
		}
		ByteBuffer bytes = ByteBuffer.allocate((int) this.places[2 * write + 1]);
		try {
			long start = this.places[2 * write];
			while (bytes.hasRemaining() && this.channel.read(bytes, start + bytes.position()) >= 0) {
				continue;
			}
		}
		catch (IOException ex) {
			throw new LedgerFault("The ledger cannot be read", ex);
		}
		return bytes.array();
	}

	@Override
	public synchronized void close() {
		if (this.channel != null) {
			try {
				this.channel.close();
			}
			catch (IOException ex) {
				throw new LedgerFault("The ledger cannot be closed", ex);
			}
		}
	}

}
