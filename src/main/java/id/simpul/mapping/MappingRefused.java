package id.simpul.mapping;

import java.util.List;

/** A mapping file that cannot be used: it stops its instansi and nobody else. */
@SuppressWarnings("serial") // never serialised
public final class MappingRefused extends RuntimeException {

	private final List<Problem> problems;

	/**
	 * @param problems all that could be found in one go, in the order of the file; at
	 * least one
	 */
	public MappingRefused(List<Problem> problems) {
		super(problems.get(0).toString());
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
