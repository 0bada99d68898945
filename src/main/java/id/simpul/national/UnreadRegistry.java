package id.simpul.national;

import java.util.List;

import id.simpul.pegawai.Entry;

/**
 * A registry that is only written to: a keyed one, which recognises a change that comes
 * once more, or a blind one.
 */
interface UnreadRegistry extends Registry {

	/**
	 * One change on its way.
	 *
	 * @param key the same at every attempt, for a registry that honours it
	 * @param version of the person's data: a registry that knows versions never goes back
	 */
	record Sending(String kunci, String nip, Entry entry, String key, int version) {

		@Override
		public String toString() {
			return "sending of " + this.entry.resource();
		}

	}

	/** How many changes one call may carry. */
	int batchLimit();

	/** Sends at most as many changes as one call may carry, in order. */
	BatchReply save(List<Sending> batch);

	/** What came back for a batch. */
	sealed interface BatchReply {

		/** Each one was judged by itself, in the order in which they were sent. */
		record Each(List<Reply> replies) implements BatchReply {
		}

		/** None was saved, for the sake of at least one of them. */
		record WholeRefused(String words) implements BatchReply {
		}

		/** One answer for all: none saved, or nobody can tell. */
		record All(Reply reply) implements BatchReply {
		}

	}

}
