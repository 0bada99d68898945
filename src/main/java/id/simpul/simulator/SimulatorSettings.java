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
 * @param limit calls of the API in any second that each instansi is allowed; 0 for any
 * @param sync whether each write is on the disk before it is answered, so that the ledger
 * survives a loss of power too; it survives a kill of the process in any case
 */
public record SimulatorSettings(int port, Path ledgerFile, Path accountsDir, Duration latency, int limit,
		boolean sync) {

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
		if (limit < 0) {
			throw new IllegalArgumentException("A limit of calls cannot be negative");
		}
	}

	/** Without a limit, and without waiting for the disk. */
	public SimulatorSettings(int port, Path ledgerFile, Path accountsDir, Duration latency) {
		this(port, ledgerFile, accountsDir, latency, 0, false);
	}

	/** Without any delay of answers. */
	public static SimulatorSettings of(int port, Path ledgerFile, Path accountsDir) {
		return new SimulatorSettings(port, ledgerFile, accountsDir, Duration.ZERO);
	}

	/** The same with answers held back by so much. */
	public SimulatorSettings latency(Duration each) {
		return new SimulatorSettings(this.port, this.ledgerFile, this.accountsDir, each, this.limit, this.sync);
	}

	/** The same with so many calls a second for each instansi. */
	public SimulatorSettings limit(int perSecond) {
		return new SimulatorSettings(this.port, this.ledgerFile, this.accountsDir, this.latency, perSecond, this.sync);
	}

	/** The same with each write on the disk before it is answered. */
	public SimulatorSettings synced() {
		return new SimulatorSettings(this.port, this.ledgerFile, this.accountsDir, this.latency, this.limit, true);
	}

}
