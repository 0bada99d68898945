package id.simpul.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command line said and how it ended.
 *
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Spoken(int exit, String out, String err) {

	/** Runs a command as a user would, on an installation of the test's own. */
	static Spoken by(Home home, String... words) {
		List<String> all = new ArrayList<>(List.of(words));
		all.add("--home=" + home.folder());
		return by(all.toArray(String[]::new));
	}

	static Spoken by(Path home, Path data, String... words) {
		List<String> all = new ArrayList<>(List.of(words));
		all.add("--home=" + home);
		all.add("--data=" + data);
		return by(all.toArray(String[]::new));
	}

	static Spoken by(String... words) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		ByteArrayOutputStream wrong = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
		try {
			int exit = SimpulCommand.run(words);
			return new Spoken(exit, said.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

}
