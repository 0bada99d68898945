package id.simpul.source;

import java.util.List;

import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;

/**
 * Something wrong with the data, said so that its owner can find and mend it. It carries
 * the class of the value, never the value itself.
 *
 * @param rule code in the catalogue of rules, for instance {@code NIP_FORMAT}
 * @param kunci the source's key of the person, empty when the row has none
 * @param origin dataset and row, or {@code null} when the finding is about the person as
 * a whole
 * @param resource resource of the entry, or {@code null} when no entry came about
 * @param entryKey business key of the entry, or {@code null}
 * @param field name of the field, or {@code null} when it is about the entry as a whole
 * @param valueClass form of the value with letters as {@code A}/{@code a} and digits as
 * {@code 9}, see {@link ValueClass}; {@code null} when there is none
 * @param args what the message of the rule wants to know, in its order; never names or
 * numbers of people
 */
public record Finding(String rule, Severity severity, String kunci, Origin origin, Resource resource, String entryKey,
		String field, String valueClass, List<String> args) {

	public Finding {
		args = List.copyOf(args);
	}

	public boolean blocks() {
		return this.severity == Severity.BLOCKS;
	}

}
