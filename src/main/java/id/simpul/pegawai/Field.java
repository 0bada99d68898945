package id.simpul.pegawai;

import java.util.regex.Pattern;

/**
 * One field of a resource, as the common schema describes it.
 *
 * @param resource name of the resource that owns it
 * @param index place among the resource's fields, which is also the canonical order
 * @param codeList the reference list its value must come from, or {@code null}
 * @param maxLength longest text allowed, or {@code Integer.MAX_VALUE}
 * @param pattern form of the text, or {@code null}
 * @param contact whether the registry lets an instansi write it (contract 3.1,
 * data-utama-update)
 */
public record Field(String resource, String name, int index, FieldType type, boolean required, boolean key,
		String codeList, int maxLength, Pattern pattern, boolean contact, String title) {

	/**
	 * Of what tells fields apart; that of all parts would be computed for every look-up.
	 */
	@Override
	public int hashCode() {
		return 31 * this.resource.hashCode() + this.name.hashCode();
	}

	@Override
	public String toString() {
		return this.resource + "." + this.name;
	}

}
