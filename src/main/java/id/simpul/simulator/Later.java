package id.simpul.simulator;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when its call is over: deeds that come late and silences that end. None of
 * it outlives the process.
 */
final class Later implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Later.class);

	private final AtomicInteger deeds = new AtomicInteger();

	private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4, (work) -> {
		Thread thread = new Thread(work, "registri-nanti");
		thread.setDaemon(true);
		return thread;
	});

	/** Does what a call asked, so much later. */
	void deed(Duration after, Runnable deed) {
		this.deeds.incrementAndGet();
		at(after, () -> {
			try {
				deed.run();
			}
			catch (RuntimeException ex) {
				log.error("A late deed of the simulated registry failed", ex);
			}
			finally {
				this.deeds.decrementAndGet();
			}
		});
	}

	/** Breaks a silent connection, so much later. */
	void at(Duration after, Runnable end) {
		this.threads.schedule(end, after.toNanos(), TimeUnit.NANOSECONDS);
	}

	/** How many deeds are still to be done. */
	int deeds() {
		return this.deeds.get();
	}

	/** Forgets what is still to be done and waits for what is being done. */
	@Override
	public void close() {
		this.threads.shutdownNow();
		try {
			this.threads.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
