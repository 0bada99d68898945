package id.simpul.report;

/** How an instansi stands, in the order of how urgently somebody should look. */
public enum Standing {

	/** The last run failed; its cause stands beside it. */
	FAILED,
	/** A plan waits for release. */
	HELD,
	/** A period was missed, and it is the instansi's to act. */
	LATE,
	/** Late or failed before, and a run is under way. */
	CATCHING_UP,
	/** Runs are green, but nothing inside has changed for longer than is normal. */
	STALE,
	/** The registry rests: nothing for the instansi to do. */
	REGISTRY_CLOSED,
	/** Never run. */
	NOT_STARTED,
	/** The last good data is within its rhythm. */
	ON_TIME;

	/** Whether somebody of the province or the instansi has something to do. */
	public boolean needsSomebody() {
		return this == FAILED || this == HELD || this == LATE || this == STALE;
	}

}
