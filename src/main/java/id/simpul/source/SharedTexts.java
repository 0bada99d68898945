package id.simpul.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The texts that the cells of a workbook refer to by number. Kept as bytes: as strings
 * those of a large workbook would take several times as much.
 */
final class SharedTexts {

	private static final int CHUNK = 1 << 20;

	private static final int CHUNK_BITS = 20;

	private final List<byte[]> chunks = new ArrayList<>();

	/** Where each text begins; texts do not cross from one chunk into the next. */
	private long[] starts = new long[1024];

	private int[] lengths = new int[1024];

	private int count;

	private int used = CHUNK;

	private SharedTexts() {
	}

	/**
	 * @param part closed afterwards; {@code null} when the workbook has none
	 */
	static SharedTexts read(XmlPart part) throws XMLStreamException {
		SharedTexts texts = new SharedTexts();
		if (part == null) {
			return texts;
		}
		try (part) {
			StringBuilder text = new StringBuilder();
			while (part.nextStart()) {
				if (part.is("si")) {
					text.setLength(0);
					readText(part, "si", text);
					texts.add(CellText.unescaped(text.toString()));
				}
			}
		}
		return texts;
	}

	/** The text of that number, {@code null} when there is none. */
	String get(int number) {
		if (number < 0 || number >= this.count) {
			return null;
		}
		long start = this.starts[number];
		return new String(this.chunks.get((int) (start >> CHUNK_BITS)), (int) (start & (CHUNK - 1)),
				this.lengths[number], StandardCharsets.UTF_8);
	}

	/**
	 * Reads up to the end of the element: all its runs of text, without the reading aids
	 * of phonetic scripts.
	 */
	static void readText(XmlPart part, String element, StringBuilder text) throws XMLStreamException {
		boolean within = false;
		boolean aid = false;
		while (true) {
			switch (part.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					within = part.is("t");
					aid |= part.is("rPh");
				}
				case XMLStreamConstants.END_ELEMENT -> {
					within = false;
					aid &= !part.is("rPh");
					if (part.is(element)) {
						return;
					}
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> {
					if (within && !aid) {
						part.appendTo(text);
					}
				}
				default -> {
					// comments and the like
				}
			}
		}
	}

	private void add(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > CHUNK) {
			// cut off above what a cell may have: whoever refers to it is told that the
			// cell is too large
			bytes = Arrays.copyOf(bytes, CHUNK);
		}
		if (this.used + bytes.length > CHUNK) {
			this.chunks.add(new byte[CHUNK]);
			this.used = 0;
		}
		if (this.count == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, this.count * 2);
			this.lengths = Arrays.copyOf(this.lengths, this.count * 2);
		}
		System.arraycopy(bytes, 0, this.chunks.get(this.chunks.size() - 1), this.used, bytes.length);
		this.starts[this.count] = ((long) (this.chunks.size() - 1) << CHUNK_BITS) + this.used;
		this.lengths[this.count++] = bytes.length;
		this.used += bytes.length;
	}

}
