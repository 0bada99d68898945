package id.simpul.validation;

import java.util.List;

import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

/**
 * One rule: its code in the catalogue, what it looks at, and the look itself.
 *
 * @param resources the entries it is shown, one at a time; for a rule about the whole,
 * what it is about
 * @param whole whether it is shown the person once, after all entries were judged alone,
 * instead of entry by entry
 */
record Rule(String code, List<Resource> resources, boolean whole, Check check) {

	/** The look: tells the verdict what is wrong, or nothing. */
	@FunctionalInterface
	interface Check {

		/**
		 * @param entry the entry to judge; for a rule about the whole, the person's
		 * {@code pegawai}
		 */
		void look(Entry entry, Person person, Verdict verdict);

	}

	static Rule entry(String code, Check check, Resource... resources) {
		return new Rule(code, List.of(resources), false, check);
	}

	static Rule whole(String code, Resource about, Check check) {
		return new Rule(code, List.of(about), true, check);
	}

}
