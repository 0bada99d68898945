package id.simpul.console;

/** Starts a run of one instansi because a person wants it. */
public interface RunNow {

	/**
	 * Starts a run now, or as soon as the one under way has ended; comes back at once.
	 * @param who user name
	 */
	void start(String kode, String who);

}
