package id.simpul.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;

/**
 * Names one change for good: the same at every attempt, after every restart and on every
 * node, and another one for anything else.
 */
final class IdempotencyKey {

	private IdempotencyKey() {
	}

	/**
	 * @return 64 hexadecimal digits of instansi, person, resource, business key, version
	 * and content
	 */
	static String of(String instansi, String kunci, int version, Entry entry) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (String part : new String[] { instansi, kunci, entry.resource().resourceName(), entry.key(),
					String.valueOf(version) }) {
				digest.update(part.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
			}
			return HexFormat.of().formatHex(digest.digest(Document.of(List.of(entry)).json()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
