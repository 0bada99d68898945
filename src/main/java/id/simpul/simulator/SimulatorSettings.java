package id.simpul.simulator;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a simulated registry needs to start.
 *
 * @param port where it listens on this machine; 0 for any free one
 * @param ledgerFile where every write is noted and from where a restart takes up;
 * {@code null} for memory only
 * @param accountsDir one folder per instansi with {@code consumer-key},
 * {@code consumer-secret}, {@code username}, {@code password}: who may ask for tokens
 * @param latency how long each answer of the API is held back
 */
public record SimulatorSettings(int port, Path ledgerFile, Path accountsDir, Duration latency) {

	public SimulatorSettings {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("There is no port " + port);
		}
		if (accountsDir == null) {
			throw new IllegalArgumentException("Without accounts nobody could ask the registry anything");
		}
		latency = (latency != null) ? latency : Duration.ZERO;
		if (latency.isNegative()) {
			throw new IllegalArgumentException("An answer cannot come before its question");
		}
	}

	/** Without any delay of answers. */
	public static SimulatorSettings of(int port, Path ledgerFile, Path accountsDir) {
		return new SimulatorSettings(port, ledgerFile, accountsDir, Duration.ZERO);
	}

}
