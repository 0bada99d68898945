package id.simpul.change;

/**
 * What must be known of an accepted document to see whether a person changed.
 *
 * @param id of the document's row, unique over all instansi
 */
record Head(long id, int version, byte[] hash) {
}
