package id.simpul.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU and memory of processes as Linux counts them. */
record ProcessTree(long pid) {

	/** Clock ticks of /proc/PID/stat in a second; the same on every Linux there is. */
	private static final double TICKS = 100;

	static ProcessTree rootOf(Path pidFile) throws IOException {
		return new ProcessTree(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
	}

	/** Seconds of CPU of the process, its living children and those it has seen end. */
	double cpuSeconds() throws IOException {
		double seconds = ticks(this.pid, true) / TICKS;
		for (ProcessHandle child : ProcessHandle.of(this.pid).orElseThrow().descendants().toList()) {
			seconds += ticks(child.pid(), true) / TICKS;
		}
		return seconds;
	}

	static double cpuSeconds(long pid) throws IOException {
		return ticks(pid, false) / TICKS;
	}

	/** Most memory that was ever resident, in bytes. */
	static long peakMemory(long pid) throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
			if (line.startsWith("VmHWM")) {
				return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
			}
		}
		throw new IOException("No VmHWM");
	}

	private static long ticks(long pid, boolean withEnded) throws IOException {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
			return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
		}
		catch (NoSuchFileException ex) {
			return 0; // ended meanwhile: its parent has it
		}
	}

}
