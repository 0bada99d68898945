package id.simpul.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A row with its key, as it is kept while rows are put in order. */
record SpooledRow(String key, Row row) {

	/** What a row costs without its cells, and a cell without its text. */
	private static final int ROW = 120;

	private static final int CELL = 48;

	/** Bytes it takes in memory, roughly. */
	long weight() {
		long weight = ROW;
		int width = this.row.columns().names().size();
		for (int i = 0; i < width; i++) {
			String value = this.row.value(i);
			weight += (value != null) ? CELL + value.length() : 4;
		}
		return weight;
	}

	void write(DataOutputStream out) throws IOException {
		out.writeLong(this.row.number());
		write(out, this.row.fault());
		write(out, this.key);
		if (this.row.fault() == null) {
			int width = this.row.columns().names().size();
			for (int i = 0; i < width; i++) {
				write(out, this.row.value(i));
			}
		}
	}

	private static void write(DataOutputStream out, String text) throws IOException {
		if (text == null) {
			out.writeInt(-1);
			return;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/** Reads the rows of one stretch of a file. */
	static final class Reader implements Iterator<SpooledRow> {

		private static final int BUFFER = 16 * 1024;

		private final Columns columns;

		private final DataInputStream in;

		private long left;

		Reader(FileChannel file, long from, long to, long rows, Columns columns) {
			this.in = new DataInputStream(new BufferedInputStream(new Stretch(file, from, to), BUFFER));
			this.left = rows;
			this.columns = columns;
		}

		@Override
		public boolean hasNext() {
			return this.left > 0;
		}

		@Override
		public SpooledRow next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			this.left--;
			try {
				long number = this.in.readLong();
				String fault = text();
				String key = text();
				if (fault != null) {
					return new SpooledRow(key, Row.unreadable(this.columns, number, fault));
				}
				String[] values = new String[this.columns.names().size()];
				for (int i = 0; i < values.length; i++) {
					values[i] = text();
				}
				return new SpooledRow(key, Row.of(this.columns, number, values));
			}
			catch (IOException ex) {
				throw Spool.full(ex);
			}
		}

		private String text() throws IOException {
			int length = this.in.readInt();
			return (length < 0) ? null : new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
		}

	}

	/** Bytes of a file between two places; several may be read side by side. */
	private static final class Stretch extends InputStream {

		private final FileChannel file;

		private final long to;

		private long at;

		Stretch(FileChannel file, long from, long to) {
			this.file = file;
			this.at = from;
			this.to = to;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int most = (int) Math.min(length, this.to - this.at);
			if (most <= 0) {
				return -1;
			}
			int read = this.file.read(ByteBuffer.wrap(bytes, offset, most), this.at);
			this.at += Math.max(0, read);
			return read;
		}

	}

}
