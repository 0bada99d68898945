package id.simpul.source;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration file with mistakes; the message lists them, one a line. */
public final class ConfigRefused extends RuntimeException {

	private final transient List<ConfigProblem> problems;

	public ConfigRefused(List<ConfigProblem> problems) {
		super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	public List<ConfigProblem> problems() {
		return this.problems;
	}

}
