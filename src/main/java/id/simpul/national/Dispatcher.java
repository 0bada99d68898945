package id.simpul.national;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

import id.simpul.change.Generation;
import id.simpul.change.Lane;
import id.simpul.change.LaneLost;
import id.simpul.change.Outbox;
import id.simpul.change.Parcel;
import id.simpul.source.BareFault;

/**
 * Keeps one lane per instansi moving: takes what is due in hand, has as many people
 * served at the same time as keep the allowed pace, rests when the registry does. What a
 * lane has in hand is written down; nothing is queued in memory only.
 */
public final class Dispatcher implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

	private static final Duration TICK = Duration.ofMillis(300);

	private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

	private static final Duration RISE = Duration.ofSeconds(5);

	/** Calls under way of all instansi together, but for one of each. */
	private static final int ALTOGETHER = 160;

	/** So many are taken in hand at most to find somebody who knocks. */
	private static final int KNOCKERS = 50;

	private static final Duration RENEW = Duration.ofSeconds(10);

	private final Outbox outbox;

	private final Generation generation;

	private final Function<String, Registry> registries;

	private final ReadableDelivery readable;

	private final UnreadDelivery unread;

	private final Mirror mirror;

	private final Calm calm;

	private final Clock clock;

	private final ExecutorService lanes = Executors.newCachedThreadPool((task) -> thread(task, "lane"));

	private final ExecutorService workers = Executors.newCachedThreadPool((task) -> thread(task, "delivery"));

	private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2,
			(task) -> thread(task, "dispatcher"));

	private final Set<String> running = ConcurrentHashMap.newKeySet();

	private final Map<String, Rest> faults = new ConcurrentHashMap<>();

	private final Map<String, Speed> speeds = new ConcurrentHashMap<>();

	private final AtomicInteger underWayAltogether = new AtomicInteger();

	private volatile boolean closed;

	Dispatcher(Outbox outbox, Generation generation, Function<String, Registry> registries, ReadableDelivery readable,
			UnreadDelivery unread, Mirror mirror, Calm calm, Clock clock) {
		this.outbox = outbox;
		this.generation = generation;
		this.registries = registries;
		this.readable = readable;
		this.unread = unread;
		this.mirror = mirror;
		this.calm = calm;
		this.clock = clock;
	}

	/** Why an instansi's lane rests, since when, and until when at least. */
	public record Rest(String rule, Instant since, Instant until) {
	}

	/** Begins to look for work. */
	public void start() {
		this.calm.start();
		this.ticker.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
		this.ticker.scheduleWithFixedDelay(this::rise, RISE.toMillis(), RISE.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** The reason why an instansi's lane rests now, if it does. */
	public Optional<Rest> resting(String instansi) {
		Instant now = this.clock.instant();
		Optional<Rest> fault = Optional.ofNullable(this.faults.get(instansi))
			.filter((rest) -> now.isBefore(rest.until()) && !now.isBefore(rest.since()));
		return fault
			.or(() -> this.calm.resting(instansi).map((rest) -> new Rest(rest.rule(), rest.since(), rest.until())));
	}

	/**
	 * How long it will take until nothing of an instansi waits any more, if it goes on as
	 * in the last minutes; empty when nothing has moved of late.
	 */
	public Optional<Duration> remaining(String instansi) {
		Speed speed = this.speeds.get(instansi);
		return (speed != null) ? speed.remaining(this.outbox.waiting(instansi)) : Optional.empty();
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
			Set<String> due = new HashSet<>(this.outbox.waiting());
			due.addAll(this.mirror.refreshDue());
			this.calm.waiting(due);
			for (String instansi : due) {
				if (!this.closed && !this.running.contains(instansi) && resting(instansi).isEmpty()) {
					this.lanes.execute(() -> drain(instansi));
				}
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The outbox cannot be read now: {}", ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) { // a scheduled task that throws is never run again
			log.error("Looking for work failed: {}", ex.getClass().getSimpleName(), BareFault.of(ex));
		}
	}

	private void rise() {
		try {
			this.generation.rise();
		}
		catch (RuntimeException ex) { // as above; the next one comes in a few seconds
			log.warn("The mark of the generation cannot be kept now: {}", ex.getClass().getSimpleName());
		}
	}

	private void lane(String instansi) {
		try {
			if (this.generation.awaitsRun(instansi)) {
				pause(instansi, "MENUNGGU_BACA_ULANG");
				return;
			}
			Registry registry = this.registries.apply(instansi);
			Optional<Lane> lane = this.outbox.hold(instansi, registry.kind());
			if (lane.isEmpty()) {
				return; // another node serves it
			}
			Service service = new Service(lane.get(), registry, this.calm.enter(instansi));
			try {
				service.run();
			}
			finally {
				this.calm.leave(instansi);
				if (service.isOver()) {
					this.outbox.release(lane.get());
				}
			}
		}
		catch (LaneLost ex) {
			log.info("Another node serves {} now", instansi);
		}
		catch (RuntimeException ex) { // whatever it was, it is not tried again at once
			// the rows tell where each change stands; after a rest the lane goes on from
			// there
			log.error("The lane of {} stopped: {}", instansi, ex.getClass().getSimpleName(), BareFault.of(ex));
			pause(instansi, "LAJUR_TERGANGGU");
		}
	}

	private void pause(String instansi, String rule) {
		Instant now = this.clock.instant();
		this.faults.put(instansi, new Rest(rule, now, now.plus(AFTER_FAULT)));
	}

	/** One turn of a lane. */
	private final class Service {

		private final Lane lane;

		private final Registry registry;

		private final Speed speed;

		private final ExecutorCompletionService<Served> served = new ExecutorCompletionService<>(
				Dispatcher.this.workers);

		private final Deque<Parcel> inHand = new ArrayDeque<>();

		/**
		 * Who is taken in hand next, while those before are served; {@code null} if
		 * nobody.
		 */
		private Future<List<Parcel>> taking;

		private int underWay;

		/** When it was last made sure that the lane is still ours. */
		private long renewed = System.nanoTime();

		/** Until the registry has answered once, nobody but the first is sent to it. */
		private volatile boolean open;

		private volatile boolean rests;

		Service(Lane lane, Registry registry, Calm.Way way) {
			this.lane = lane;
			this.registry = registry;
			this.open = way == Calm.Way.OPEN;
			this.rests = way == Calm.Way.REST;
			this.speed = Dispatcher.this.speeds.computeIfAbsent(lane.instansi(), (kode) -> new Speed());
		}

		/** Whether no call is open any more, and nobody is being taken in hand. */
		boolean isOver() {
			return this.underWay == 0 && this.taking == null;
		}

		void run() {
			recomputeWhatIsDue();
			RuntimeException fault = null;
			while (true) {
				try {
					boolean goesOn = fault == null && !this.rests && !Dispatcher.this.closed;
					if (goesOn) {
						send();
					}
					else if (this.taking != null) {
						taken(); // put back when the lane is let go
					}
					if (isOver()) {
						break;
					}
					await();
				}
				catch (RuntimeException ex) {
					// nothing new is begun, but what is under way is waited for: a lane
					// that
					// is let go with a call open would have it looked up too early
					fault = (fault != null) ? fault : ex;
					if (Thread.currentThread().isInterrupted()) {
						break;
					}
				}
			}
			if (fault != null) {
				throw fault;
			}
		}

		private void send() {
			int most = this.open ? Math.max(1, Math.min(this.registry.inFlight(), spare())) : 1;
			if (this.taking == null && this.inHand.size() < most) {
				int people = Math.max(4 * most, this.open ? 0 : Math.min(KNOCKERS, 1 + vain()));
				this.taking = Dispatcher.this.workers.submit(() -> take(people));
			}
			if (this.taking != null && (this.taking.isDone() || (this.inHand.isEmpty() && this.underWay == 0))) {
				this.inHand.addAll(taken());
			}
			while (this.underWay < most && !this.inHand.isEmpty()) {
				List<Parcel> group = group();
				this.served.submit(() -> serve(group));
				this.underWay++;
				Dispatcher.this.underWayAltogether.incrementAndGet();
			}
		}

		private List<Parcel> take(int people) {
			return Dispatcher.this.outbox.take(renew(), people);
		}

		private Lane renew() {
			return Dispatcher.this.outbox.hold(this.lane.instansi(), this.lane.kind())
				.filter((one) -> one.epoch() == this.lane.epoch())
				.orElseThrow(() -> new LaneLost("Another holder moves the changes of " + this.lane.instansi()));
		}

		private List<Parcel> taken() {
			Future<List<Parcel>> one = this.taking;
			this.taking = null;
			try {
				return one.get();
			}
			catch (InterruptedException ex) {
				throw interrupted(ex);
			}
			catch (ExecutionException ex) {
				throw fault(ex);
			}
		}

		private IllegalStateException interrupted(InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new IllegalStateException("Interrupted", ex);
		}

		private RuntimeException fault(ExecutionException ex) {
			this.rests = true;
			return (ex.getCause() instanceof RuntimeException fault) ? fault
					: new IllegalStateException("A delivery failed", ex.getCause());
		}

		/** What the other lanes leave of all calls. */
		private int spare() {
			return ALTOGETHER - Dispatcher.this.underWayAltogether.get() + this.underWay;
		}

		/** Whom one call may serve together; whoever has failed is served alone. */
		private List<Parcel> group() {
			if (!this.open) {
				return List.of(knocker());
			}
			List<Parcel> group = new ArrayList<>(List.of(this.inHand.poll()));
			if (this.registry instanceof UnreadRegistry unread && !hasFailed(group.get(0))) {
				int changes = group.get(0).items().size();
				while (!this.inHand.isEmpty() && !hasFailed(this.inHand.peek())
						&& changes + this.inHand.peek().items().size() <= unread.batchLimit()) {
					changes += this.inHand.peek().items().size();
					group.add(this.inHand.poll());
				}
			}
			return group;
		}

		private boolean hasFailed(Parcel parcel) {
			return Dispatcher.this.calm.hasFailed(this.lane.instansi(), parcel.kunci());
		}

		/**
		 * Not the same ones each time: what fails for one of them would keep all others
		 * waiting.
		 */
		private Parcel knocker() {
			Parcel knocker = this.inHand.stream()
				.filter((one) -> Dispatcher.this.calm.mayKnock(this.lane.instansi(), one.kunci()))
				.findFirst()
				.orElse(null);
			if (knocker == null) {
				Dispatcher.this.calm.knockAnew(this.lane.instansi());
				knocker = this.inHand.peek();
			}
			this.inHand.remove(knocker);
			return knocker;
		}

		private int vain() {
			return Dispatcher.this.calm.vain(this.lane.instansi());
		}

		private Served serve(List<Parcel> group) {
			List<String> people = group.stream().map(Parcel::kunci).toList();
			boolean othersGetThrough = people.stream()
				.allMatch((kunci) -> Dispatcher.this.calm.othersGetThrough(this.lane.instansi(), kunci));
			boolean knocks = !this.open;
			Sign sign;
			try {
				sign = (this.registry instanceof ReadableRegistry readable)
						? Dispatcher.this.readable.deliver(group.get(0), readable, othersGetThrough)
						: Dispatcher.this.unread.deliver(group, (UnreadRegistry) this.registry, othersGetThrough);
			}
			catch (RuntimeException ex) {
				if (!isOfOne(ex)) {
					throw ex;
				}
				log.error("Somebody of {} cannot be served: {}", this.lane.instansi(), ex.getClass().getSimpleName(),
						BareFault.of(ex));
				group.forEach(Dispatcher.this.readable::unservable);
				sign = Sign.NONE;
			}
			heard(sign, people, knocks);
			return new Served(group, sign.answered());
		}

		private void heard(Sign sign, List<String> people, boolean knocked) {
			if (sign.answered()) {
				Dispatcher.this.calm.answered(this.lane.instansi(), people, knocked);
				this.open = true;
			}
			else if (sign.trouble() != null
					&& Dispatcher.this.calm.met(this.lane.instansi(), people, sign.trouble(), knocked)) {
				this.rests = true;
			}
		}

		private void await() {
			try {
				Future<Served> one = this.served.poll(1, TimeUnit.SECONDS);
				List<Parcel> answered = new ArrayList<>();
				int through = 0;
				for (; one != null; one = this.served.poll()) {
					this.underWay--;
					Dispatcher.this.underWayAltogether.decrementAndGet();
					answered.addAll(one.get().group());
					through += one.get().changes();
				}
				Dispatcher.this.outbox.checkBooks(answered);
				this.speed.settled(through);
				if (System.nanoTime() - this.renewed > RENEW.toNanos()) {
					renew(); // long calls must not outlast the lease
					this.renewed = System.nanoTime();
				}
			}
			catch (InterruptedException ex) {
				throw interrupted(ex);
			}
			catch (ExecutionException ex) {
				throw fault(ex);
			}
		}

		/** Current positions that an earlier delivery could not have recomputed. */
		private void recomputeWhatIsDue() {
			if (this.registry instanceof ReadableRegistry readable) {
				Dispatcher.this.mirror.refreshDue(this.lane.instansi(), 100).forEach((kunci, pnsId) -> {
					if (!this.rests && !Dispatcher.this.closed) {
						heard(refresh(kunci, pnsId, readable), List.of(kunci), !this.open);
					}
				});
			}
		}

		private Sign refresh(String kunci, String pnsId, ReadableRegistry readable) {
			try {
				boolean done = Dispatcher.this.readable.refresh(this.lane.instansi(), kunci,
						new ReadableRegistry.KnownPerson(pnsId, null, null), readable);
				return done ? Sign.of(null) : Sign.NONE;
			}
			catch (Trouble ex) {
				return Sign.of(ex);
			}
		}

	}

	/** Who was served, and whether the registry answered as it should. */
	private record Served(List<Parcel> group, boolean answered) {

		int changes() {
			return this.answered ? this.group.stream().mapToInt((parcel) -> parcel.items().size()).sum() : 0;
		}

	}

	/**
	 * Whether a fault comes from what this person has, and neither from the database nor
	 * from the lane: it would come again for them and for nobody else.
	 */
	private static boolean isOfOne(RuntimeException fault) {
		boolean database = (fault instanceof DataAccessException && !(fault instanceof DataIntegrityViolationException))
				|| fault instanceof TransactionException;
		return !database && !(fault instanceof LaneLost) && !Thread.currentThread().isInterrupted();
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
