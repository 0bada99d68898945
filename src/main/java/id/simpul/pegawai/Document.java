package id.simpul.pegawai;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Everything accepted about one person, in canonical form: entries by resource, then by
 * business key; fields in the order of the schema; what is missing is left out. The same
 * entries in any order give the same bytes and so the same hash.
 */
public final class Document {

	private static final JsonFactory JSON = new JsonFactory();

	private static final Comparator<Entry> CANONICAL = Comparator.<Entry, Resource>comparing(Entry::resource)
		.thenComparing(Document::compareKeys);

	/** The names of all fields, encoded once. */
	private static final SerializableString[][] NAMES = Arrays.stream(Resource.values())
		.map((resource) -> resource.fields()
			.stream()
			.map((field) -> new SerializedString(field.name()))
			.toArray(SerializableString[]::new))
		.toArray(SerializableString[][]::new);

	private final List<Entry> entries;

	private final byte[] json;

	private byte[] hash;

	private Document(List<Entry> entries, byte[] json) {
		this.entries = entries;
		this.json = json;
	}

	/**
	 * @param entries of one person, at most one of each business key, in any order
	 */
	public static Document of(Collection<Entry> entries) {
		List<Entry> sorted = new ArrayList<>(entries);
		sorted.sort(CANONICAL);
		return new Document(sorted, write(sorted));
	}

	/** Reads back what {@link #json()} gave; the entries carry no origin. */
	public static Document parse(byte[] json) {
		List<Entry> entries = new ArrayList<>();
		try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
			in.nextToken();
			while (in.nextToken() == JsonToken.PROPERTY_NAME) {
				Resource resource = Resource.named(in.currentName()).orElseThrow();
				if (in.nextToken() == JsonToken.START_ARRAY) {
					while (in.nextToken() == JsonToken.START_OBJECT) {
						entries.add(read(in, resource));
					}
				}
				else {
					entries.add(read(in, resource));
				}
			}
		}
		return new Document(entries, json);
	}

	/** The entries in canonical order, {@code pegawai} first. */
	public List<Entry> entries() {
		return this.entries;
	}

	public byte[] json() {
		return this.json;
	}

	/** SHA-256 of the canonical form. */
	public byte[] hash() {
		if (this.hash == null) {
			try {
				this.hash = MessageDigest.getInstance("SHA-256").digest(this.json);
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("Every Java has SHA-256", ex);
			}
		}
		return this.hash;
	}

	private static byte[] write(List<Entry> entries) {
		ByteArrayBuilder bytes = new ByteArrayBuilder(4096);
		try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
			out.writeStartObject();
			Resource open = null;
			char[] date = "0000-00-00".toCharArray();
			for (Entry entry : entries) {
				if (entry.resource() != open) {
					if (open != null && open.isHistory()) {
						out.writeEndArray();
					}
					open = entry.resource();
					out.writeName(open.resourceName());
					if (open.isHistory()) {
						out.writeStartArray();
					}
				}
				write(out, entry, date);
			}
			if (open != null && open.isHistory()) {
				out.writeEndArray();
			}
			out.writeEndObject();
		}
		return bytes.toByteArray();
	}

	private static void write(JsonGenerator out, Entry entry, char[] buffer) {
		out.writeStartObject();
		SerializableString[] names = NAMES[entry.resource().ordinal()];
		List<Field> fields = entry.resource().fields();
		for (int i = 0; i < names.length; i++) {
			Object value = entry.value(fields.get(i));
			if (value != null) {
				out.writeName(names[i]);
				if (value instanceof String text) {
					out.writeString(text);
				}
				else if (value instanceof LocalDate date) {
					write(out, date, buffer);
				}
				else if (value instanceof Integer number) {
					out.writeNumber(number);
				}
				else if (value instanceof BigDecimal number) {
					out.writeNumber(canonical(number).toPlainString());
				}
				else {
					out.writeBoolean((Boolean) value);
				}
			}
		}
		out.writeEndObject();
	}

	/**
	 * A third of a document is dates, and their own way of becoming text costs more than
	 * all else here.
	 */
	private static void write(JsonGenerator out, LocalDate date, char[] buffer) {
		int year = date.getYear();
		if (year < 0 || year > 9999) {
			out.writeString(date.toString());
			return;
		}
		digits(buffer, 0, year / 100);
		digits(buffer, 2, year % 100);
		digits(buffer, 5, date.getMonthValue());
		digits(buffer, 8, date.getDayOfMonth());
		out.writeString(buffer, 0, buffer.length);
	}

	private static void digits(char[] buffer, int at, int number) {
		buffer[at] = (char) ('0' + number / 10);
		buffer[at + 1] = (char) ('0' + number % 10);
	}

	private static Entry read(JsonParser in, Resource resource) {
		Object[] values = new Object[resource.fields().size()];
		while (in.nextToken() == JsonToken.PROPERTY_NAME) {
			Field field = resource.field(in.currentName());
			in.nextToken();
			values[field.index()] = switch (field.type()) {
				case TEXT -> in.getString();
				case DATE -> LocalDate.parse(in.getString());
				case INTEGER -> in.getIntValue();
				case DECIMAL -> canonical(in.getDecimalValue());
				case BOOLEAN -> in.getBooleanValue();
			};
		}
		return new Entry(resource, values, null);
	}

	/** 12.50 and 12.5 are the same figure and must have the same hash. */
	public static BigDecimal canonical(BigDecimal number) {
		return (number.signum() == 0) ? BigDecimal.ZERO : number.stripTrailingZeros();
	}

	@SuppressWarnings("unchecked") // all values of one field have the one type of that
									// field
	private static int compareKeys(Entry left, Entry right) {
		for (Field field : left.resource().key()) {
			Comparable<Object> a = (Comparable<Object>) left.value(field);
			Object b = right.value(field);
			int order = (a == null) ? ((b == null) ? 0 : -1) : ((b == null) ? 1 : a.compareTo(b));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

}
