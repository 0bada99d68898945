package id.simpul.change;

import java.util.List;
import java.util.Optional;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * Everything one person has waiting, in the order in which it must go, with the accepted
 * document it refers to.
 */
public record Parcel(String instansi, String kunci, Document document, List<Item> items) {

	/**
	 * One row of the outbox.
	 *
	 * @param key business key of the entry
	 * @param isNew whether the entry was new to us; the registry may know it all the same
	 */
	public record Item(long id, long run, Resource resource, String key, boolean isNew, OutboxState state,
			int attempts) {
	}

	/** The entry as it is accepted now; empty when the source has stopped showing it. */
	public Optional<Entry> entry(Item item) {
		return this.document.entries()
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
