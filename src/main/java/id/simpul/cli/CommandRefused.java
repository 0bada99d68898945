package id.simpul.cli;

/**
 * A command that cannot be carried out as given; the message is a sentence that says what
 * to do.
 */
final class CommandRefused extends RuntimeException {

	CommandRefused(String sentence) {
		super(sentence);
	}

	CommandRefused(String sentence, Exception cause) {
		super(sentence, cause);
	}

}
