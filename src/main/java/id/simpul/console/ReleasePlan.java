package id.simpul.console;

import id.simpul.change.Plans.Release;

/** Lets a held plan go on, or puts it aside, on people's word. */
public interface ReleasePlan {

	/**
	 * One person's word that it may go on, with a reason; the second person's lets it go.
	 */
	Release release(long run, String who, String reason);

	/** One person's word that it must not. @return whether it was held */
	boolean putAside(long run, String who);

}
