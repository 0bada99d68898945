package id.simpul.simulator;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A registry in a process of its own, which can be killed or be short of disk. */
final class OtherProcess implements AutoCloseable {

	private final Process process;

	private final String baseUrl;

	private OtherProcess(Process process, String baseUrl) {
		this.process = process;
		this.baseUrl = baseUrl;
	}

	static OtherProcess start(Path folder, Path ledger) {
		return start(List.of(), folder, ledger);
	}

	/** One whose files cannot grow beyond so many blocks of 512 bytes. */
	static OtherProcess startCramped(int blocks, Path folder, Path ledger) {
		return start(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"), folder, ledger);
	}

	private static OtherProcess start(List<String> before, Path folder, Path ledger) {
		List<String> command = new ArrayList<>(before);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
				"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				OtherProcess.class.getName(), ledger.toString(), Office.accounts(folder).toString()));
		try {
			Process process = new ProcessBuilder(command)
				.redirectError(new File(folder.toFile(), "registri-" + System.nanoTime() + ".log"))
				.start();
			String baseUrl = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
				.readLine();
			if (baseUrl == null) {
				throw new IOException("The registry did not start");
			}
			return new OtherProcess(process, baseUrl);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ledger and accounts; says where it listens, and runs until it is killed. */
	public static void main(String[] args) throws InterruptedException {
		Simulator simulator = Simulator.start(SimulatorSettings.of(0, Path.of(args[0]), Path.of(args[1])));
		Office.seed(simulator.registry());
		System.out.println(simulator.baseUrl());
		Thread.sleep(Long.MAX_VALUE);
	}

	String baseUrl() {
		return this.baseUrl;
	}

	/** Gives it no time for anything. */
	void kill() {
		try {
			this.process.destroyForcibly().waitFor();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Interrupted while a registry was killed", ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

}
