package id.simpul.change;

/** Where a run stands. */
public enum RunState {

	/** Being read; nothing of it counts yet. */
	RUNNING,
	/** Read whole and accepted. */
	DONE,
	/** Read whole, but the plan is above a limit and waits for two people. */
	HELD,
	/** Not read to the end: nothing of it counts. */
	FAILED,
	/** Was held; a newer run or a person put it aside. */
	DISCARDED

}
