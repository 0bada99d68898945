package id.simpul.cli;

import java.nio.file.Path;

import org.springframework.context.ConfigurableApplicationContext;

/** Lets the benchmark start what the commands start. */
public final class BenchmarkPlace {

	private BenchmarkPlace() {
	}

	public static ConfigurableApplicationContext start(Path home) {
		return new Place(home, null, false).everything();
	}

}
