package id.simpul.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing lost, nothing doubled, nothing out of order, in every state that people with
 * three versions each can come to with two nodes; and who does it wrong is caught.
 */
class OutboxModelTest {

	private static final List<String> sizes = new ArrayList<>();

	private static final List<String> mistakes = new ArrayList<>();

	private static final List<String> traces = new ArrayList<>();

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void nothingIsLostOrDoubledOrOutOfOrderWithTwoPeople(RegistryKind kind) {
		ModelChecker.Result result = ModelChecker.check(new OutboxModel(kind, 2, null));
		note(kind, 2, result);
		assertThat(result.fault()).as(String.join("\n", result.trace())).isNull();
		assertThat(result.states()).as("states of two people").isGreaterThan(1_000_000);
	}

	@ParameterizedTest
	@EnumSource(RegistryKind.class)
	void walksEveryLineOfTheTableThatIsNotAPersonsDoing(RegistryKind kind) {
		OutboxModel model = new OutboxModel(kind, 1, null);
		ModelChecker.Result result = ModelChecker.check(model);
		note(kind, 1, result);
		assertThat(result.fault()).as(String.join("\n", result.trace())).isNull();
		Set<String> lines = new TreeSet<>();
		for (OutboxState state : OutboxState.values()) {
			for (Step step : Step.values()) {
				if (state.after(step, kind).isPresent() && step != Step.REDRIVE && step != Step.CONFIRM) {
					lines.add(state + " " + step);
				}
			}
		}
		lines.removeAll(idle(kind));
		assertThat(model.walked()).isEqualTo(lines);
	}

	/** Lines of the table that are there for the other kinds of registry. */
	private static Set<String> idle(RegistryKind kind) {
		return switch (kind) {
			case READABLE -> Set.of();
			// nothing is read, so nothing fails before it is sent, and nothing is found
			case KEYED -> Set.of("CLAIMED NOT_SAVED", "CLAIMED ADOPT", "RESOLVING LOST");
			// moreover, an unknown outcome is put aside at once
			case BLIND -> Set.of("CLAIMED NOT_SAVED", "CLAIMED ADOPT", "AMBIGUOUS CLAIM", "RESOLVING LOST",
					"RESOLVING GIVE_BACK", "RESOLVING ABANDON", "RESOLVING GIVE_UP");
		};
	}

	@ParameterizedTest
	@EnumSource(ModelMistake.class)
	void catchesEveryMistakeWhereItDoesHarm(ModelMistake mistake) {
		for (RegistryKind kind : RegistryKind.values()) {
			ModelChecker.Result result = ModelChecker.check(new OutboxModel(kind, 1, mistake));
			assertThat(result.fault() != null).as(mistake + " with a registry that is " + kind)
				.isEqualTo(mistake.kinds.contains(kind));
			if (result.fault() != null) {
				mistakes.add("| %s | %s | %d | %d | %s |".formatted(mistake, kind, result.trace().size(),
						result.states(), result.fault()));
				traces.add(trace(mistake, kind, result));
			}
		}
	}

	private static String trace(ModelMistake mistake, RegistryKind kind, ModelChecker.Result result) {
		StringBuilder text = new StringBuilder("### " + mistake + ", " + kind + ": " + result.fault() + "\n\n");
		for (int i = 0; i < result.trace().size(); i++) {
			text.append(i + 1).append(". ").append(result.trace().get(i)).append('\n');
		}
		return text.toString();
	}

	private static void note(RegistryKind kind, int people, ModelChecker.Result result) {
		sizes.add(String.format(Locale.ROOT, "| %s | %d | %,d | %,d | %d | %.1f |", kind, people, result.states(),
				result.transitions(), result.depth(), result.seconds()));
	}

	@AfterAll
	static void report() throws IOException {
		List<String> lines = new ArrayList<>(Arrays.asList("# Every state of the outbox", "",
				"Three versions of one entry of each person, two nodes; crashes, lost and late answers and lapsed",
				"leases without bound.", "", "| registry | people | states | transitions | depth | seconds |",
				"|---|---|---|---|---|---|"));
		lines.addAll(sizes);
		lines.addAll(List.of("", "Mistakes made on purpose, and the shortest way to their harm:", "",
				"| mistake | registry | steps | states looked at | harm |", "|---|---|---|---|---|"));
		lines.addAll(mistakes);
		lines.forEach(System.out::println);
		lines.addAll(List.of("", "## The ways", ""));
		lines.addAll(traces);
		Files.createDirectories(Path.of("target"));
		Files.write(Path.of("target", "model-checker.md"), lines);
	}

}
