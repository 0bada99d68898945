package id.simpul.source;

import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;

/**
 * An entry that will not go on, and the rule that stopped it. Exactly one per rejected
 * entry, however many findings it has: the books count these.
 *
 * @param entryKey business key, or {@code null} when not even that could be made out
 */
public record Rejection(Resource resource, String entryKey, Origin origin, String rule) {
}
