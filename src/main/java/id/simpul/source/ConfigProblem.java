package id.simpul.source;

/**
 * A mistake in a configuration file, said so that its author can mend it.
 *
 * @param file name relative to the installation's folder
 * @param line counted from 1, 0 when the file as a whole is meant
 * @param message a sentence in Indonesian that says what to do
 */
public record ConfigProblem(String file, int line, int column, String message) {

	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column + ": " + this.message;
	}

}
