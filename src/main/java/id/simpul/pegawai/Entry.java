package id.simpul.pegawai;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One item of one resource of one person: values by {@link Field#index()}, each of its
 * field's {@link FieldType#carrier() Java type} or {@code null}. Two entries are equal
 * when resource and values are: the origin does not count, since a row that moved is not
 * a change, nor do trailing zeros of a figure.
 */
public final class Entry {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private final Resource resource;

	private final Object[] values;

	private final Origin origin;

	private String key;

	/**
	 * @param values one per field of the resource; the entry keeps the array, so the
	 * caller lets go of it
	 * @param origin where it was read, or {@code null} for an entry read back from
	 * storage or from the registry
	 */
	public Entry(Resource resource, Object[] values, Origin origin) {
		if (values.length != resource.fields().size()) {
			throw new IllegalArgumentException(
					"An entry of " + resource + " has " + resource.fields().size() + " values, not " + values.length);
		}
		for (int i = 0; i < values.length; i++) {
			if (values[i] instanceof BigDecimal number) {
				values[i] = Document.canonical(number);
			}
		}
		this.resource = resource;
		this.values = values;
		this.origin = origin;
	}

	public Resource resource() {
		return this.resource;
	}

	public Origin origin() {
		return this.origin;
	}

	public Object value(Field field) {
		return this.values[field.index()];
	}

	public boolean has(Field field) {
		return this.values[field.index()] != null;
	}

	public String text(Field field) {
		return (String) this.values[field.index()];
	}

	public LocalDate date(Field field) {
		return (LocalDate) this.values[field.index()];
	}

	public Integer integer(Field field) {
		return (Integer) this.values[field.index()];
	}

	public BigDecimal decimal(Field field) {
		return (BigDecimal) this.values[field.index()];
	}

	public boolean isTrue(Field field) {
		return Boolean.TRUE.equals(this.values[field.index()]);
	}

	/** The same entry with one value replaced. */
	public Entry with(Field field, Object value) {
		Object[] copy = this.values.clone();
		copy[field.index()] = value;
		return new Entry(this.resource, copy, this.origin);
	}

	/**
	 * The business key as text, parts joined by {@code |}, letters in upper case and
	 * blanks folded, since decree numbers are typed differently on either side. Empty for
	 * {@link Resource#PEGAWAI}.
	 */
	public String key() {
		if (this.key == null) {
			StringBuilder text = new StringBuilder();
			for (Field field : this.resource.key()) {
				if (!text.isEmpty()) {
					text.append('|');
				}
				Object value = this.values[field.index()];
				text.append((value instanceof String s) ? fold(s) : String.valueOf(value));
			}
			this.key = text.toString();
		}
		return this.key;
	}

	private static String fold(String text) {
		boolean plain = true;
		for (int i = 0; i < text.length() && plain; i++) {
			char c = text.charAt(i);
			plain = c > ' ' && c < 'a';
		}
		return plain ? text : BLANKS.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Entry entry && this.resource == entry.resource
				&& Arrays.equals(this.values, entry.values);
	}

	@Override
	public int hashCode() {
		return 31 * this.resource.hashCode() + Arrays.hashCode(this.values);
	}

	/**
	 * Resource and origin only: an entry in a log line or an error must not carry a
	 * person's data.
	 */
	@Override
	public String toString() {
		return this.resource + "@" + this.origin;
	}

}
