package id.simpul.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * One part of a zip file as it is unpacked: counted, since what it says about its size
 * proves nothing, and summed up.
 */
final class PartStream extends FilterInputStream {

	private final CRC32 sum = new CRC32();

	private final long expected;

	private long count;

	/**
	 * @param expected checksum, -1 when the file does not say
	 */
	PartStream(InputStream in, long expected) {
		super(in);
		this.expected = expected;
	}

	long count() {
		return this.count;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		if (read < 0) {
			if (this.expected >= 0 && this.expected != this.sum.getValue()) {
				throw new ZipException("checksum");
			}
			return read;
		}
		this.sum.update(bytes, offset, read);
		this.count += read;
		return read;
	}

}
