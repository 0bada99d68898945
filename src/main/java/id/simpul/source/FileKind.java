package id.simpul.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes; its name proves nothing. */
enum FileKind {

	ZIP, OLE, PDF, MARKUP, UTF_16, TEXT, OTHER;

	static FileKind of(byte[] head) {
		if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
			return ZIP;
		}
		if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
			return OLE;
		}
		if (starts(head, '%', 'P', 'D', 'F')) {
			return PDF;
		}
		if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
			return UTF_16;
		}
		String text = new String(head, StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", "").stripLeading();
		// spreadsheets of the web kind: a page with a table that is called .xls or .csv
		if (text.startsWith("<") && text.toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|table|meta|\\?xml).*")) {
			return MARKUP;
		}
		return (text.indexOf('\0') >= 0) ? OTHER : TEXT;
	}

	/**
	 * Whether a file of the old container format holds a workbook with a password. Its
	 * list of contents is in the sector that the head names.
	 */
	static boolean isEncrypted(Path file, byte[] head) throws IOException {
		if (head.length < 512) {
			return false;
		}
		ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
		int sector = header.getInt(48);
		int power = header.getShort(30);
		if (sector < 0 || power < 9 || power > 12) {
			return false;
		}
		try (InputStream in = Files.newInputStream(file)) {
			in.skip((sector + 1L) << power);
			String contents = new String(in.readNBytes(4096), StandardCharsets.UTF_16LE);
			return contents.contains("EncryptedPackage");
		}
	}

	private static boolean starts(byte[] head, int... bytes) {
		for (int i = 0; i < bytes.length; i++) {
			if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
				return false;
			}
		}
		return true;
	}

}
