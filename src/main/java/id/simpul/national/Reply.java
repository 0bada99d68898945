package id.simpul.national;

import java.time.Duration;

/** What came back for a write. */
sealed interface Reply {

	/** Saved, under that id. */
	record Saved(String remoteId) implements Reply {
	}

	/** Understood and refused for good; the registry's words without people's numbers. */
	record Refused(String words) implements Reply {
	}

	/** Certainly not saved: try again after a while. */
	record NotSaved(String why, Duration again) implements Reply {
	}

	/** Sent, and nobody can tell whether it was saved. */
	record Unknown(String why) implements Reply {
	}

}
