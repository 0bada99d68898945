package id.simpul.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * Everything one person has waiting, in the order in which it must go, in the hand of one
 * lane.
 *
 * @param document what is accepted of the person now
 * @param earlier older documents by version, kept while something sent of them has no
 * answer
 */
public record Parcel(Lane lane, String kunci, Document document, Map<Integer, Document> earlier, List<Item> items) {

	/**
	 * One row of the outbox.
	 *
	 * @param version of the person's document it came with
	 * @param key business key of the entry
	 * @param isNew whether the entry was new to us; the registry may know it all the same
	 * @param idempotencyKey the same at every attempt of this change, whoever makes it
	 * @param sentHash of what was sent last, or {@code null}
	 */
	public record Item(long id, long run, int version, Resource resource, String key, boolean isNew, OutboxState state,
			int attempts, String idempotencyKey, byte[] sentHash) {

		Item in(OutboxState next, int tried) {
			return new Item(this.id, this.run, this.version, this.resource, this.key, this.isNew, next, tried,
					this.idempotencyKey, this.sentHash);
		}

		/** Whether this is about the same entry as another. */
		public boolean sameEntry(Item other) {
			return this.resource == other.resource && this.key.equals(other.key);
		}

	}

	public String instansi() {
		return this.lane.instansi();
	}

	/** The entry as it is accepted now; empty when the source has stopped showing it. */
	public Optional<Entry> entry(Item item) {
		return entry(this.document, item);
	}

	/** The entry as it was when the change was made, as far as that is still known. */
	public Optional<Entry> entryThen(Item item) {
		return entry(this.earlier.getOrDefault(item.version(), this.document), item);
	}

	private static Optional<Entry> entry(Document document, Item item) {
		return document.entries()
			.stream()
			.filter((entry) -> entry.resource() == item.resource() && entry.key().equals(item.key()))
			.findFirst();
	}

	/** The person's identity and employment as accepted. */
	public Entry pegawai() {
		return this.document.entries().get(0);
	}

	@Override
	public String toString() {
		return this.items.size() + " changes";
	}

}
