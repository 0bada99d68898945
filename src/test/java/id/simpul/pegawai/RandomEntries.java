package id.simpul.pegawai;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Entries of every resource that the common schema allows, always the same of a seed. */
public final class RandomEntries {

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.'\"\\é";

	private final Random random;

	public RandomEntries(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * A person with up to three entries of each history, no two of one business key, in
	 * any order.
	 */
	public List<Entry> person() {
		Map<String, Entry> entries = new LinkedHashMap<>();
		for (Resource resource : Resource.values()) {
			int count = resource.isHistory() ? this.random.nextInt(4) : 1;
			for (int i = 0; i < count; i++) {
				Entry entry = entry(resource);
				entries.putIfAbsent(resource + entry.key(), entry);
			}
		}
		List<Entry> shuffled = new ArrayList<>(entries.values());
		Collections.shuffle(shuffled, this.random);
		return shuffled;
	}

	/** Required fields always, the others mostly. */
	public Entry entry(Resource resource) {
		return entry(resource, false);
	}

	/** An entry that leaves nothing out. */
	public Entry full(Resource resource) {
		return entry(resource, true);
	}

	private Entry entry(Resource resource, boolean full) {
		Object[] values = resource.fields()
			.stream()
			.map((field) -> (full || field.required() || field.key() || this.random.nextInt(3) > 0) ? value(field)
					: null)
			.toArray();
		return new Entry(resource, values, new Origin("data", 1 + this.random.nextInt(1000)));
	}

	private Object value(Field field) {
		return switch (field.type()) {
			case DATE -> LocalDate.of(1950 + this.random.nextInt(100), 1, 1).plusDays(this.random.nextInt(365));
			case INTEGER -> this.random.nextInt(10_000);
			case DECIMAL -> BigDecimal.valueOf(this.random.nextInt(10_000_000), this.random.nextInt(3) + 2);
			case BOOLEAN -> this.random.nextBoolean();
			case TEXT -> text(field);
		};
	}

	private String text(Field field) {
		if (field.codeList() != null) {
			List<Kode> codes = List.copyOf(CodeLists.bundled().get(field.codeList()).codes());
			return codes.get(this.random.nextInt(codes.size())).id();
		}
		if (field.pattern() != null) {
			String digits = characters("0123456789", field.maxLength());
			if (!field.pattern().matcher(digits).matches()) {
				throw new IllegalStateException("Digits do not fit " + field);
			}
			return digits;
		}
		int length = 1 + this.random.nextInt(Math.min(field.maxLength(), 80));
		return (this.random.nextInt(4) > 0) ? characters(LETTERS, length) : words(field.maxLength());
	}

	private String words(int longest) {
		return (longest < 9) ? "ab" : characters(LETTERS, longest / 3) + " " + characters(LETTERS, longest / 3);
	}

	private String characters(String from, int count) {
		return this.random.ints(count, 0, from.length())
			.mapToObj((i) -> String.valueOf(from.charAt(i)))
			.collect(Collectors.joining());
	}

}
