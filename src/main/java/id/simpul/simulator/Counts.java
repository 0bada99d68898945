package id.simpul.simulator;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often what was done, per instansi and resource. Reads count from the start of the
 * process, all else from the ledger.
 */
final class Counts {

	enum What {

		SEEDED, CREATED, UPDATED, DELETED, SYNCED, REFUSED, READS;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		boolean isWrite() {
			return this != SEEDED && this != READS;
		}

		static What of(LedgerEntry entry) {
			if (!entry.accepted()) {
				return REFUSED;
			}
			return switch (entry.operation()) {
				case CREATE -> CREATED;
				case UPDATE -> UPDATED;
				case DELETE -> DELETED;
				case SYNC -> SYNCED;
			};
		}

	}

	private final Map<String, AtomicLongArray> byInstansi = new ConcurrentHashMap<>();

	void add(String instansi, Resource resource, What what) {
		this.byInstansi
			.computeIfAbsent(instansi, (code) -> new AtomicLongArray(Resource.values().length * What.values().length))
			.incrementAndGet(place(resource, what));
	}

	long of(String instansi, Resource resource, What what) {
		AtomicLongArray counts = this.byInstansi.get(instansi);
		return (counts != null) ? counts.get(place(resource, what)) : 0;
	}

	long total(What what) {
		long total = 0;
		for (String instansi : this.byInstansi.keySet()) {
			for (Resource resource : Resource.values()) {
				total += of(instansi, resource, what);
			}
		}
		return total;
	}

	/** Every count of one resource, and {@code writes}, the sum of those that are. */
	Map<String, Object> of(String instansi, Resource resource) {
		Map<String, Object> counts = new LinkedHashMap<>();
		long writes = 0;
		for (What what : What.values()) {
			long count = of(instansi, resource, what);
			counts.put(what.word(), count);
			writes += what.isWrite() ? count : 0;
		}
		counts.put("writes", writes);
		return counts;
	}

	private static int place(Resource resource, What what) {
		return resource.ordinal() * What.values().length + what.ordinal();
	}

}
