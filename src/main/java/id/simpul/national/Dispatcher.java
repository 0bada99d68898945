package id.simpul.national;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import id.simpul.change.Outbox;
import id.simpul.change.Parcel;
import id.simpul.source.BareFault;

/**
 * Keeps one lane per instansi moving: takes what is due, has some people served at the
 * same time, rests when the registry does. What is in a lane is in the database; nothing
 * is queued in memory.
 */
public final class Dispatcher implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

	private static final Duration TICK = Duration.ofMillis(300);

	private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

	private static final int ROUNDS = 8;

	private final Outbox outbox;

	private final Deliverer deliverer;

	private final Registries registries;

	private final Mirror mirror;

	private final int inFlight;

	private final Clock clock;

	private final ExecutorService lanes = Executors.newCachedThreadPool((task) -> thread(task, "lane"));

	private final ExecutorService workers;

	private final ScheduledExecutorService ticker = Executors
		.newSingleThreadScheduledExecutor((task) -> thread(task, "dispatcher"));

	private final Set<String> running = ConcurrentHashMap.newKeySet();

	private final Map<String, Rest> resting = new ConcurrentHashMap<>();

	private volatile boolean closed;

	Dispatcher(Outbox outbox, Deliverer deliverer, Registries registries, Mirror mirror, int inFlight, Clock clock) {
		this.outbox = outbox;
		this.deliverer = deliverer;
		this.registries = registries;
		this.mirror = mirror;
		this.inFlight = inFlight;
		this.clock = clock;
		this.workers = Executors.newCachedThreadPool((task) -> thread(task, "delivery"));
	}

	/** Why an instansi's lane rests, and until when. */
	public record Rest(String rule, Instant until) {
	}

	/**
	 * Begins to look for work. What was sent before a stop and not answered is looked up
	 * first.
	 */
	public void start() {
		this.outbox.recover();
		this.ticker.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** The reason why an instansi's lane rests now, if it does. */
	public Optional<Rest> resting(String instansi) {
		return Optional.ofNullable(this.resting.get(instansi))
			.filter((rest) -> this.clock.instant().isBefore(rest.until()));
	}

	/**
	 * Sends what is due for one instansi, and comes back when nothing more is due or the
	 * registry rests.
	 */
	public void drain(String instansi) {
		if (this.running.add(instansi)) {
			try {
				lane(instansi);
			}
			finally {
				this.running.remove(instansi);
			}
		}
	}

	private void tick() {
		try {
			for (String instansi : this.outbox.waiting()) {
				if (!this.closed && resting(instansi).isEmpty() && !this.running.contains(instansi)) {
					this.lanes.execute(() -> drain(instansi));
				}
			}
		}
		catch (DataAccessException ex) {
			log.warn("The outbox cannot be read now: {}", ex.getClass().getSimpleName());
		}
	}

	private void lane(String instansi) {
		try {
			Registry registry = this.registries.of(instansi);
			refreshWhatIsDue(instansi, registry);
			List<Parcel> parcels = this.outbox.take(instansi, this.inFlight * ROUNDS, List.of());
			while (!parcels.isEmpty() && !this.closed) {
				RegistryUnavailable trouble = deliver(parcels, registry);
				if (trouble != null) {
					rest(instansi, trouble.rule(), trouble.again());
					break;
				}
				this.outbox.checkBooks(parcels);
				parcels = this.outbox.take(instansi, this.inFlight * ROUNDS, List.of());
			}
		}
		catch (RegistryUnavailable ex) {
			rest(instansi, ex.rule(), ex.again());
		}
		catch (DataAccessException | IllegalStateException ex) {
			// the rows tell where each change stands; after a rest the lane goes on from
			// there
			log.error("The lane of {} stopped: {}", instansi, ex.getClass().getSimpleName(), BareFault.of(ex));
			rest(instansi, "LAJUR_TERGANGGU", AFTER_FAULT);
		}
	}

	private void refreshWhatIsDue(String instansi, Registry registry) {
		this.mirror.refreshDue(instansi, this.inFlight * ROUNDS).forEach((kunci, pnsId) -> {
			if (registry.refresh(new Registry.KnownPerson(pnsId, null))) {
				this.mirror.refreshed(instansi, kunci);
			}
		});
	}

	/**
	 * @return trouble that makes the lane rest, or {@code null}
	 */
	private RegistryUnavailable deliver(List<Parcel> parcels, Registry registry) {
		List<Future<RegistryUnavailable>> deliveries = new ArrayList<>();
		RegistryUnavailable trouble = null;
		for (int lane = 0; lane < this.inFlight; lane++) {
			int first = lane;
			deliveries.add(this.workers.submit(() -> {
				for (int i = first; i < parcels.size() && !this.closed; i += this.inFlight) {
					RegistryUnavailable met = this.deliverer.deliver(parcels.get(i), registry);
					if (met != null) {
						return met;
					}
				}
				return null;
			}));
		}
		for (Future<RegistryUnavailable> delivery : deliveries) {
			try {
				RegistryUnavailable met = delivery.get();
				trouble = (trouble != null) ? trouble : met;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return new RegistryUnavailable("DIHENTIKAN", AFTER_FAULT, ex);
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("A delivery failed", ex.getCause());
			}
		}
		return trouble;
	}

	private void rest(String instansi, String rule, Duration howLong) {
		Rest rest = new Rest(rule, this.clock.instant().plus(howLong));
		if (resting(instansi).isEmpty()) {
			log.warn("Registry lane of {} rests for {}: {}", instansi, howLong, rule);
		}
		this.resting.put(instansi, rest);
	}

	private static Thread thread(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Takes nothing new and lets what is under way end; what does not end in time is
	 * looked up at the next start.
	 */
	@Override
	public void close() throws InterruptedException {
		this.closed = true;
		this.ticker.shutdownNow();
		this.lanes.shutdown();
		this.lanes.awaitTermination(20, TimeUnit.SECONDS);
		this.workers.shutdownNow();
	}

}
