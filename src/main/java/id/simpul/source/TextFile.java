package id.simpul.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * A text file whose encoding is known. The bytes are looked at before the first line is
 * read: a wrong guess would spoil names without anybody noticing.
 *
 * @param mark bytes of the byte order mark in front
 */
record TextFile(Delivery file, Charset charset, int mark) {

	/** What the route says about the encoding. */
	enum Encoding {

		AUTO, UTF_8, WINDOWS_1252

	}

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final long LARGEST = 1L << 30;

	/** Longer lines are no rows of a personnel system. */
	private static final int LONGEST_LINE = 1 << 20;

	private static final int BUFFER = 64 * 1024;

	/** Tells the encoding, or says what is in the way. */
	static TextFile inspect(Delivery file, Encoding asked) throws IOException {
		if (file.size() == 0) {
			throw new SourceFault("BERKAS_KOSONG", null, file.name());
		}
		if (file.size() > LARGEST) {
			throw new SourceFault("BATAS_TERLAMPAUI", null, file.name(), (LARGEST >> 20) + " MB");
		}
		byte[] head;
		try (InputStream in = Files.newInputStream(file.path())) {
			head = in.readNBytes(1024);
		}
		FileKind kind = FileKind.of(head);
		if (kind != FileKind.TEXT && kind != FileKind.UTF_16) {
			throw file.damaged(null);
		}
		if (kind == FileKind.UTF_16) {
			if (asked != Encoding.AUTO) {
				throw wrong(file, 1);
			}
			return new TextFile(file, (head[0] == (byte) 0xff) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
					2);
		}
		Bytes bytes = new Bytes();
		try (InputStream in = Files.newInputStream(file.path())) {
			byte[] buffer = new byte[BUFFER];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				bytes.see(buffer, read);
			}
			bytes.end();
		}
		if (bytes.longest > LONGEST_LINE) {
			throw new SourceFault("BATAS_TERLAMPAUI", null, file.name(), (LONGEST_LINE >> 10) + " kB per baris");
		}
		if (bytes.zero > 0) {
			throw file.damaged(null);
		}
		return new TextFile(file, charset(file, asked, bytes), bytes.marked ? 3 : 0);
	}

	BufferedReader open() throws IOException {
		InputStream in = Files.newInputStream(this.file.path());
		in.skipNBytes(this.mark);
		return new BufferedReader(new InputStreamReader(in,
				this.charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)),
				BUFFER);
	}

	/**
	 * Whether the last line has no end. Many programs write it like that; so does a
	 * transfer that broke off.
	 */
	boolean endsOpen() throws IOException {
		int width = (this.mark == 2) ? 2 : 1;
		try (SeekableByteChannel file = Files.newByteChannel(this.file.path())) {
			if (file.size() < width) {
				return true;
			}
			ByteBuffer last = ByteBuffer.allocate(width);
			file.position(file.size() - width).read(last);
			String end = new String(last.array(), this.charset);
			return !end.equals("\n") && !end.equals("\r");
		}
	}

	private static Charset charset(Delivery file, Encoding asked, Bytes bytes) {
		boolean utf8 = bytes.malformed == 0;
		if (asked == Encoding.UTF_8 || bytes.marked || bytes.sequences > 0 && asked == Encoding.AUTO) {
			if (!utf8) {
				throw wrong(file, bytes.malformed);
			}
			if (asked == Encoding.WINDOWS_1252) {
				throw wrong(file, 1);
			}
			return StandardCharsets.UTF_8;
		}
		if (utf8 && asked == Encoding.AUTO) {
			return StandardCharsets.UTF_8;
		}
		if (bytes.undefined > 0) {
			throw wrong(file, bytes.undefined);
		}
		if (utf8 && bytes.sequences > 0) {
			// read as windows-1252 every letter beyond ASCII would become two, and
			// nothing further on would notice
			throw wrong(file, bytes.sequence);
		}
		return WINDOWS_1252;
	}

	private static SourceFault wrong(Delivery file, long line) {
		return new SourceFault("PENGODEAN_SALAH", null, file.name(), String.valueOf(line));
	}

	/**
	 * What the bytes of a file say about its encoding. Lines are counted from 1, 0 means
	 * nowhere.
	 */
	private static final class Bytes {

		private long line = 1;

		private long inLine;

		private long longest;

		private long zero;

		private long malformed;

		/** First line with a byte that windows-1252 does not define. */
		private long undefined;

		/**
		 * Whole sequences of UTF-8 beyond ASCII: another encoding hardly ever looks like
		 * that.
		 */
		private long sequences;

		/** Line of the first of them. */
		private long sequence;

		private boolean marked;

		private long place;

		private int follow;

		private int least = 0x80;

		private int most = 0xbf;

		private int mark;

		void see(byte[] bytes, int length) {
			for (int i = 0; i < length; i++) {
				int b = bytes[i] & 0xff;
				if (b < 0x80 && this.follow == 0) {
					this.zero = (b == 0 && this.zero == 0) ? this.line : this.zero;
				}
				else {
					beyondAscii(b);
				}
				if (b == '\n' || b == '\r') {
					this.longest = Math.max(this.longest, this.inLine);
					this.inLine = 0;
					// both kinds of line end are counted by the line feed; a file with
					// returns only is one line here
					this.line += (b == '\n') ? 1 : 0;
				}
				else {
					this.inLine++;
				}
				if (this.place < 3) {
					this.mark = (this.mark << 8) | b;
					this.place++;
					if (this.mark == 0xefbbbf) {
						this.marked = true;
						this.sequences = 0;
					}
				}
			}
		}

		void end() {
			this.longest = Math.max(this.longest, this.inLine);
			if (this.follow > 0) {
				bad();
			}
		}

		private void beyondAscii(int b) {
			if (this.undefined == 0 && (b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d)) {
				this.undefined = this.line;
			}
			if (this.follow > 0) {
				if (b >= this.least && b <= this.most) {
					this.least = 0x80;
					this.most = 0xbf;
					this.follow--;
					this.sequence = (this.follow == 0 && this.sequences == 0) ? this.line : this.sequence;
					this.sequences += (this.follow == 0) ? 1 : 0;
					return;
				}
				bad();
				this.follow = 0;
				if (b < 0x80) {
					return;
				}
			}
			this.least = (b == 0xe0) ? 0xa0 : (b == 0xf0) ? 0x90 : 0x80;
			this.most = (b == 0xed) ? 0x9f : (b == 0xf4) ? 0x8f : 0xbf;
			if (b >= 0xc2 && b <= 0xf4) {
				this.follow = (b < 0xe0) ? 1 : (b < 0xf0) ? 2 : 3;
			}
			else {
				bad();
			}
		}

		private void bad() {
			this.malformed = (this.malformed == 0) ? this.line : this.malformed;
		}

	}

}
