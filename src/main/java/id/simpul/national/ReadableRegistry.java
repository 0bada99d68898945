package id.simpul.national;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.simpul.change.RegistryKind;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * A registry without idempotency keys that can be read back. Reads throw {@link Trouble}
 * when there is no answer to be had; writes always come back with a {@link Reply}.
 */
interface ReadableRegistry extends Registry {

	@Override
	default RegistryKind kind() {
		return RegistryKind.READABLE;
	}

	/**
	 * A person as the registry knows them.
	 *
	 * @param pnsId the registry's permanent key
	 * @param pegawai identity, employment and contact as the registry shows them
	 * @param shown the same in the registry's own form, for its adapter
	 */
	record KnownPerson(String pnsId, Entry pegawai, Object shown) {

		@Override
		public String toString() {
			return "person";
		}

	}

	/**
	 * An entry of a history together with its id there.
	 *
	 * @param beside what the registry holds of it that no field of ours has, by the names
	 * under which a save takes it: handed back with an update, which would erase it else
	 */
	record KnownEntry(String remoteId, Entry entry, Map<String, Object> beside) {

		@Override
		public String toString() {
			return "known " + this.entry;
		}

	}

	/** The person with that NIP, if the registry has them under this instansi. */
	Optional<KnownPerson> find(String nip);

	/** What the registry holds of one of a person's histories. */
	List<KnownEntry> history(KnownPerson person, String nip, Resource resource);

	/** The fields that both sides know, so that contents can be compared. */
	Set<Field> comparable(Resource resource);

	/**
	 * The entry as the registry will hold it after a save: with theirs where we have
	 * nothing to say or no say, and with what is derived.
	 * @param held what the registry holds now, or {@code null}
	 */
	Entry outgoing(Entry ours, KnownEntry held);

	/**
	 * Saves one entry.
	 * @param entry what {@link #outgoing} has given
	 * @param held the record to update, or {@code null} to create one
	 * @param jabatanId id there of the position the entry belongs to, for angka kredit;
	 * else {@code null}
	 */
	Reply save(KnownPerson person, Entry entry, KnownEntry held, String jabatanId);

	/**
	 * Has the registry recompute the person's current position after positions were
	 * saved.
	 */
	boolean refresh(KnownPerson person);

}
