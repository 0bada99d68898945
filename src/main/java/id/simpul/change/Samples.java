package id.simpul.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.simpul.pegawai.Entry;

/**
 * A few people for each reason that a plan may be held for. Never more, however many
 * there are.
 */
final class Samples {

	/** As many as people look at. */
	static final int MOST = 10;

	private final Map<Of, List<Sample>> samples = new HashMap<>();

	/**
	 * @param entry that shows it, or {@code null} for the person as a whole
	 */
	void add(Hold.Reason reason, String subject, String kunci, Entry entry) {
		add(reason, subject, new Sample(kunci, (entry != null) ? entry.resource().resourceName() : null,
				(entry != null) ? entry.key() : null));
	}

	void add(Hold.Reason reason, String subject, Sample sample) {
		List<Sample> some = this.samples.computeIfAbsent(new Of(reason, subject), (of) -> new ArrayList<>(MOST));
		if (some.size() < MOST) {
			some.add(sample);
		}
	}

	/** Takes out somebody of whom nothing goes on. */
	void forget(String kunci) {
		this.samples.forEach((of, some) -> {
			if (of.reason != Hold.Reason.MILIK_LAIN) {
				some.removeIf((sample) -> sample.kunci.equals(kunci));
			}
		});
	}

	List<Sample> of(Hold hold) {
		return this.samples.getOrDefault(new Of(hold.reason(), hold.subject()), List.of());
	}

	/**
	 * One person.
	 *
	 * @param resource of the entry meant, or {@code null} for the whole person
	 */
	record Sample(String kunci, String resource, String entryKey) {

		@Override
		public String toString() {
			return "sample of " + this.resource;
		}

	}

	private record Of(Hold.Reason reason, String subject) {
	}

}
