package id.simpul.source;

import java.util.List;

/**
 * A source that cannot be read, or not to the end: the run fails and nothing is planned
 * from what was read. The message names table, file or column and never a person or a
 * secret.
 */
@SuppressWarnings("serial") // never serialised
public final class SourceFault extends RuntimeException {

	private final String rule;

	private final List<String> args;

	/**
	 * @param rule code in the catalogue of rules, for instance {@code KOLOM_TIDAK_ADA}
	 * @param args what the rule's message wants to know
	 */
	public SourceFault(String rule, Throwable cause, String... args) {
		super(rule + " " + String.join(", ", args), cause);
		this.rule = rule;
		this.args = List.of(args);
	}

	public String rule() {
		return this.rule;
	}

	public List<String> args() {
		return this.args;
	}

}
