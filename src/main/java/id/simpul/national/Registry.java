package id.simpul.national;

import id.simpul.change.RegistryKind;
import id.simpul.pegawai.Entry;

/** A registry as one instansi may use it, in terms of the common schema. */
interface Registry {

	String name();

	/** What it lets us know after an answer was lost. */
	RegistryKind kind();

	/** How many calls at a time keep the allowed pace now. */
	int inFlight();

	/**
	 * Whether entries such as this can be written through the registry's service at all.
	 */
	boolean accepts(Entry entry);

}
