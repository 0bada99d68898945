package id.simpul.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import id.simpul.simulator.Simulator;
import id.simpul.simulator.SimulatorSettings;
import id.simpul.source.Installation;

/**
 * Sets the demo province up in a data folder, once, and runs its registry. Without
 * {@code simpul.demo.enabled}: nothing.
 */
public final class Demo implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Demo.class);

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final Installation installation;

	private final DemoSettings settings;

	private Simulator registry;

	public Demo(Installation installation, DemoSettings settings) {
		this.installation = installation;
		this.settings = settings;
	}

	public boolean isEnabled() {
		return this.settings.enabled();
	}

	/** Writes the sources, if the data folder has none yet. */
	public void prepare() {
		if (!isEnabled() || Files.exists(birthday())) {
			return;
		}
		log.info("Inventing a province of 18 instansi with {} people each", this.settings.people());
		LocalDate today = LocalDate.now(ZONE);
		DemoProvince.of(this.settings.seed(), this.settings.people(), today).writeSources(this.installation.data());
		try {
			// last, so that a province that was half written is written again
			Files.createDirectories(birthday().getParent());
			Files.writeString(birthday(), this.settings.seed() + " " + this.settings.people() + " " + today + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs the registry in this process, unless one runs at its port already. */
	public void startRegistry() {
		if (isEnabled() && !isTaken(this.settings.port())) {
			this.registry = registry(null, null);
		}
	}

	/**
	 * Runs the registry; one whose ledger is empty is given what the province's registry
	 * holds at the start.
	 * @param port or {@code null} for the one of the settings
	 * @param ledger or {@code null} for the one in the data folder
	 */
	public Simulator registry(Integer port, Path ledger) {
		return registry(registrySettings(port, ledger));
	}

	/**
	 * How the province's registry is started.
	 * @param port or {@code null} for the one of the settings
	 * @param ledger or {@code null} for the one in the data folder
	 */
	public SimulatorSettings registrySettings(Integer port, Path ledger) {
		Path data = this.installation.data();
		return new SimulatorSettings((port != null) ? port : this.settings.port(),
				(ledger != null) ? ledger : data.resolve("registri/buku-besar.jsonl"), data.resolve("rahasia"),
				this.settings.latency());
	}

	/**
	 * Runs the registry so; one whose ledger is empty is given what the province's holds.
	 */
	public Simulator registry(SimulatorSettings settings) {
		Simulator started = Simulator.start(settings);
		if (isEnabled() && started.registry().isEmpty()) {
			province().registry().forEach((person) -> {
				started.registry().person(person.instansi(), person.dataUtama());
				String pnsId = (String) person.dataUtama().get("id");
				person.rows()
					.forEach((resource, rows) -> rows.forEach((row) -> started.registry().row(pnsId, resource, row)));
			});
		}
		return started;
	}

	/** The province as it was invented when the data folder was new. */
	public DemoProvince province() {
		try {
			String[] born = Files.readString(birthday()).strip().split(" ");
			return DemoProvince.of(Long.parseLong(born[0]), Integer.parseInt(born[1]), LocalDate.parse(born[2]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path birthday() {
		return this.installation.data().resolve("sumber/provinsi.txt");
	}

	private static boolean isTaken(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
			return true;
		}
		catch (IOException ex) {
			return false; // nobody answers there
		}
	}

	@Override
	public void close() {
		if (this.registry != null) {
			this.registry.close();
		}
	}

}
