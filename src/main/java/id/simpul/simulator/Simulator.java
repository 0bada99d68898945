package id.simpul.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

/** A registry for trying and testing, over real HTTP on this machine only. */
public final class Simulator implements AutoCloseable {

	/**
	 * More than any client keeps open: answers that are held back must not hold others
	 * back.
	 */
	private static final int THREADS = 64;

	static {
		// read once by the JDK's server when its first class loads; without it every
		// answer waits 40 ms
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final HttpServer server;

	private final ExecutorService threads;

	private final Registry registry;

	private final Tokens tokens = new Tokens(InstantSource.system());

	private final Faults faults = new Faults();

	private final Later later = new Later();

	private final Pace pace;

	private Simulator(SimulatorSettings settings) throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 256);
		try {
			this.registry = Registry.open(settings.ledgerFile(), settings.sync());
		}
		catch (LedgerFault ex) {
			this.server.stop(0);
			throw ex;
		}
		this.pace = new Pace(settings.limit());
		AtomicInteger number = new AtomicInteger();
		this.threads = Executors.newFixedThreadPool(THREADS, (work) -> {
			Thread thread = new Thread(work, "registri-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
		Gate gate = new Gate(this.tokens);
		this.server.setExecutor(this.threads);
		this.server.createContext("/",
				new Door(new TokenDesk(this.tokens, settings.accountsDir()), new Api(gate, this.registry),
						new ReferenceDesk(gate, this.registry.references()), new Pages(this.registry, this.pace),
						this.pace, this.faults, this.later, settings.latency()));
		this.server.start();
	}

	/** Starts a registry that holds what its ledger says and answers from now on. */
	public static Simulator start(SimulatorSettings settings) {
		try {
			return new Simulator(settings);
		}
		catch (IOException ex) {
			throw new SimulatorFault(
					"The simulated registry cannot listen at port " + settings.port() + "; is it in use?", ex);
		}
	}

	/** Where it listens. */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/** The address before every path, without a slash at its end. */
	public String baseUrl() {
		return "http://localhost:" + port();
	}

	/** What it holds. */
	public Registry registry() {
		return this.registry;
	}

	/** What shall go wrong. */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * How many things that were asked are to be done yet, though nobody waits for them.
	 */
	public int lateDeeds() {
		return this.later.deeds();
	}

	/**
	 * How fast the calls of each instansi came in; empty text where nobody knew whose.
	 */
	public Map<String, Arrivals> arrivals() {
		return this.pace.arrivals();
	}

	/** Counts arrivals from now on. */
	public void resetArrivals() {
		this.pace.reset();
	}

	/** Allows each instansi so many calls of the API in any second; 0 for any. */
	public void limit(int perSecond) {
		this.pace.limit(perSecond);
	}

	/**
	 * A token of an operator of that instansi, as one would sign in elsewhere and paste
	 * it.
	 */
	public String operatorToken(String instansi) {
		return this.tokens.issue(Tokens.Kind.SSO, instansi);
	}

	/** Makes every token of that instansi invalid at once. */
	public void expireTokens(String instansi) {
		this.tokens.expire(instansi);
	}

	/**
	 * Stops answering, lets what is being done be done, forgets what was still to come,
	 * and closes the ledger.
	 */
	@Override
	public void close() {
		this.server.stop(0);
		this.later.close();
		this.threads.shutdownNow();
		try {
			this.threads.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.registry.close();
	}

}
