package id.simpul.report;

import java.util.List;

/**
 * One place where a cause was found, so that its owner can go and mend it.
 *
 * @param dataset table, sheet or file; {@code null} when it is about the person as a
 * whole
 * @param row as its owner counts, or {@code null}
 * @param person the source's key, masked
 * @param resource of the entry, or {@code null}
 * @param entry business key of the entry, masked
 * @param field or {@code null}
 * @param valueClass the form of the value, never the value; or {@code null}
 * @param args for the sentence of the rule
 */
public record Example(String instansi, String dataset, Long row, String person, String resource, String entry,
		String field, String valueClass, List<String> args) {
}
