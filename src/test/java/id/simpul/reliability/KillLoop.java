package id.simpul.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Ends the program again and again in the middle of its work, each time without tidying
 * up, while its sources go on changing; asks the oracle now and then, and at the end.
 * Everything hangs on one seed, but for what the machine's own pace adds.
 */
final class KillLoop implements AutoCloseable {

	private static final int EDITS = 40;

	private static final int OFTEN_ENOUGH = 10;

	private static final Duration LATENCY = Duration.ofMillis(40);

	private final String name;

	private final long seed;

	private final Random random;

	private final Premises premises;

	private final Store store;

	private final boolean goesOn;

	private final StringBuilder diary = new StringBuilder();

	private Child registry;

	private Sources sources;

	private Oracle oracle;

	private List<EntryId> underWay = List.of();

	private int kills;

	private int cycle;

	private Duration untilReady = Duration.ZERO;

	private Duration untilSent = Duration.ZERO;

	private int sent;

	/**
	 * @param goesOn whether a fault that was found does not end it: the next oracle finds
	 * it again
	 */
	KillLoop(String name, long seed, Premises premises, Store store, boolean goesOn) {
		this.name = name;
		this.seed = seed;
		this.random = new Random(seed);
		this.premises = premises;
		this.store = store;
		this.goesOn = goesOn;
	}

	/**
	 * Kills the program that often.
	 * @return the six figures
	 */
	Figures run(int howOften) throws Exception {
		this.premises.settle(this.store);
		this.registry = this.premises.registry(LATENCY);
		this.premises.hurry();
		this.sources = new Sources(this.premises.data(), this.random, this.premises.today());
		this.oracle = new Oracle(this.premises.expected());
		Figures seen = new Figures();
		while (true) {
			this.cycle++;
			this.sources.edit(this.cycle, EDITS, this.underWay);
			oneCycle();
			seen.addAll(watch());
			boolean last = this.kills >= howOften;
			Figures figures = new Figures();
			figures.addAll(seen);
			if (last || this.cycle % OFTEN_ENOUGH == 0) {
				figures.addAll(judge());
			}
			if (last || (!figures.isClean() && !this.goesOn)) {
				return figures;
			}
		}
	}

	private void oneCycle() throws Exception {
		// each of the four in turn, and the seed says which is first
		int special = (this.cycle % 5 == 0) ? (int) ((this.cycle / 5 + this.seed) % 4) : -1;
		String what = "kill";
		Child simpul = this.premises.simpul("serve");
		try {
			if (special == 0) {
				what = "kill at start, twice";
				simpul.live(Duration.ofMillis(500 + this.random.nextInt(5000)));
				simpul.kill();
				this.kills++;
				simpul = this.premises.simpul("serve");
				simpul.live(Duration.ofMillis(500 + this.random.nextInt(5000)));
			}
			else if (this.random.nextInt(100) < 15) {
				what = "kill while it starts or reads";
				simpul.live(Duration.ofMillis(2000 + this.random.nextInt(5000)));
			}
			else {
				untilItWorks(simpul);
				simpul.live(Duration.ofMillis(this.random.nextInt(4000)));
			}
			if (special == 1) {
				what = "SIGTERM, which took " + simpul.terminate(Duration.ofSeconds(30)).toMillis() + " ms";
			}
			else {
				if (special == 2) {
					what = "kill the registry, then the program";
					this.registry.kill();
					this.registry = this.premises.registry(LATENCY);
					simpul.live(Duration.ofMillis(this.random.nextInt(2000)));
				}
				if (special == 3 && this.store.crash()) {
					what = "crash of the database server, then kill";
					simpul.live(Duration.ofMillis(this.random.nextInt(2000)));
				}
				simpul.kill();
				this.kills++;
			}
		}
		finally {
			simpul.close();
		}
		note(what + " after " + simpul.age().toMillis() + " ms, ledger " + Files.size(this.premises.ledger()));
	}

	/** Until the first call of this process that writes, if there is any. */
	private void untilItWorks(Child simpul) throws Exception {
		long before = Files.size(this.premises.ledger());
		if (!simpul.await(() -> simpul.said().contains("Konsol:"), Duration.ofSeconds(60))) {
			throw new IllegalStateException("Did not start, seed " + this.seed + " cycle " + this.cycle + ":\n"
					+ simpul.said() + simpul.logged());
		}
		Duration ready = simpul.age();
		if (simpul.await(() -> size(this.premises.ledger()) > before, Duration.ofSeconds(10))) {
			this.untilReady = this.untilReady.plus(ready);
			this.untilSent = this.untilSent.plus(simpul.age());
			this.sent++;
		}
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Looks without touching: the program shall find what the kill left. */
	private Figures watch() throws SQLException, IOException {
		try (Connection database = this.store.look()) {
			this.underWay = State.underWay(database);
			note("under way " + this.underWay.size());
			return this.oracle.watch(State.documents(database));
		}
	}

	/** Lets the program come to rest and compares everything. */
	private Figures judge() throws Exception {
		long begin = System.nanoTime();
		// faults off, and quickly now
		this.registry.kill();
		this.registry = this.premises.registry(Duration.ZERO);
		State state = this.premises.rest(this.store);
		Figures figures = this.oracle.judge(this.sources.shown(), this.sources.read(), state,
				RegistryBook.read(this.premises.ledger()));
		this.registry.kill();
		this.registry = this.premises.registry(LATENCY);
		note("oracle after " + (System.nanoTime() - begin) / 1_000_000 + " ms: " + figures.line());
		return figures;
	}

	private void note(String what) {
		String line = this.name + " cycle " + this.cycle + ", " + this.kills + " kills: " + what;
		this.diary.append(line).append('\n');
		System.out.println(line);
	}

	/** How it went, for the record. */
	String report() {
		int starts = Math.max(1, this.sent);
		return this.name + ": seed " + this.seed + ", " + this.kills + " kills in " + this.cycle + " cycles, "
				+ this.sources.shown().size() + " entries edited, ready after "
				+ this.untilReady.dividedBy(starts).toMillis() + " ms, first call that wrote after "
				+ this.untilSent.dividedBy(starts).toMillis() + " ms";
	}

	/** Every cycle in a line. */
	String diary() {
		return this.diary.toString();
	}

	@Override
	public void close() throws IOException {
		if (this.registry != null) {
			this.registry.close();
		}
		this.store.close();
	}

}
