package id.simpul.console;

import java.util.Set;

import id.simpul.change.Redrives.Content;
import id.simpul.change.Redrives.Result;

/** Has changes tried again, or taken for delivered, on a person's word. */
public interface Redrive {

	/** One person's word that these changes of an instansi are to be tried again. */
	Result again(String instansi, Set<Long> changes, Content content, String who, String why);

	/**
	 * One person's word that a change stands at the registry. @return whether that was in
	 * doubt
	 */
	boolean confirm(String instansi, long change, String who, String why);

}
