package id.simpul.national;

/** What came back for a write. */
sealed interface Reply {

	/** Saved, under that id. */
	record Saved(String remoteId) implements Reply {
	}

	/** Understood and refused for good; the registry's words without people's numbers. */
	record Refused(String words) implements Reply {
	}

	/** Certainly not saved: try again after a while. */
	record NotSaved(Trouble trouble) implements Reply {
	}

	/** Sent, and nobody can tell whether it was saved. */
	record Unknown(Trouble trouble) implements Reply {
	}

	/** What kept the change from being answered; {@code null} when it was. */
	static Trouble trouble(Reply reply) {
		if (reply instanceof NotSaved notSaved) {
			return notSaved.trouble;
		}
		return (reply instanceof Unknown unknown) ? unknown.trouble : null;
	}

}
