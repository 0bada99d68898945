package id.simpul.national;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.change.Outbox;
import id.simpul.change.Outbox.Settlement;
import id.simpul.change.OutboxState;
import id.simpul.change.Outcome;
import id.simpul.change.Parcel;
import id.simpul.national.Mirror.Acquaintance;
import id.simpul.national.ReadableRegistry.KnownEntry;
import id.simpul.national.ReadableRegistry.KnownPerson;
import id.simpul.national.SiasnSettings.Policy;
import id.simpul.national.Trouble.Reach;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Brings one person's changes to a registry that can be read back, in order. Before
 * anything of a history is created, what the registry holds is read, matched by business
 * key and adopted; only what is missing is created and only what differs is sent as an
 * update. A change whose answer was lost is looked up before it is sent again.
 */
final class ReadableDelivery {

	/** After so many vain attempts a person has to look. */
	private static final int ATTEMPTS = 12;

	private static final String UNSERVABLE = "TIDAK_DAPAT_DIOLAH";

	private static final Duration LATE = Duration.ofSeconds(5);

	private final Outbox outbox;

	private final Mirror mirror;

	private final SiasnSettings settings;

	private final TransactionTemplate transaction;

	ReadableDelivery(Outbox outbox, Mirror mirror, SiasnSettings settings, TransactionTemplate transaction) {
		this.outbox = outbox;
		this.mirror = mirror;
		this.settings = settings;
		this.transaction = transaction;
	}

	/**
	 * Settles what can be settled of one person.
	 * @param othersGetThrough whether others were answered since it last failed for this
	 * person, so that it is their own matter when it fails again
	 */
	Sign deliver(Parcel parcel, ReadableRegistry registry, boolean othersGetThrough) {
		return Sign.of(new Visit(parcel, registry, othersGetThrough).make());
	}

	/**
	 * Recomputes a current position that an earlier delivery could not.
	 * @return whether the registry has done it
	 * @throws Trouble when it gives no usable answer
	 */
	boolean refresh(String instansi, String kunci, KnownPerson person, ReadableRegistry registry) {
		boolean done = false;
		try {
			done = registry.refresh(person);
		}
		finally {
			if (done) {
				this.mirror.refreshed(instansi, kunci);
			}
			else {
				this.mirror.notRefreshed(instansi, kunci);
			}
		}
		return done;
	}

	/**
	 * Somebody who cannot be served for a reason of our own, for instance since what the
	 * registry holds of them does not fit into our tables: tried again ever later, and
	 * put aside in the end.
	 */
	void unservable(Parcel parcel) {
		for (Parcel.Item item : this.outbox.underWay(parcel)) {
			Duration again = Backoff.after(item.attempts());
			Outcome outcome = switch (item.state()) {
				case SENT -> Outcome.ambiguous(UNSERVABLE, this.settings.lateness());
				case RESOLVING -> (item.attempts() + 1 >= ATTEMPTS) ? Outcome.parked(UNSERVABLE)
						: Outcome.ambiguous(UNSERVABLE, again);
				default -> (item.attempts() + 1 >= ATTEMPTS) ? Outcome.parked(UNSERVABLE)
						: Outcome.retry(UNSERVABLE, null, again);
			};
			this.outbox.settle(parcel, item, outcome);
		}
	}

	/** One person being served. */
	private final class Visit {

		private final Parcel parcel;

		private final ReadableRegistry registry;

		private final boolean othersGetThrough;

		/** What has not come to its end, as it stands now. */
		private final Map<Long, Parcel.Item> open = new LinkedHashMap<>();

		/** What was read of the registry and is not written down yet. */
		private final Map<Resource, Map<String, KnownEntry>> read = new EnumMap<>(Resource.class);

		/** What came of changes without a call and is not written down yet. */
		private final List<Settlement> settled = new ArrayList<>();

		/** Whom the registry knows them as, until that is written down. */
		private Optional<KnownPerson> met;

		private boolean stale;

		private Mirror.Knowledge knowledge;

		/** Nanosecond at which the last write left. */
		private long sentAt;

		/** The trouble of a write, which has its own place in the order. */
		private Trouble trouble;

		Visit(Parcel parcel, ReadableRegistry registry, boolean othersGetThrough) {
			this.parcel = parcel;
			this.registry = registry;
			this.othersGetThrough = othersGetThrough;
			parcel.items().forEach((item) -> this.open.put(item.id(), item));
		}

		Trouble make() {
			try {
				serve();
				writeDown();
				ReadableDelivery.this.outbox.giveBack(this.parcel, this.open.values());
				return this.trouble;
			}
			catch (Trouble ex) {
				Trouble met = this.othersGetThrough ? ex.ofOne() : ex;
				if (met.reach() == Reach.CALL) {
					List.copyOf(this.open.values()).forEach((item) -> settle(item, postponed(item, met)));
				}
				writeDown();
				return ex;
			}
		}

		private void serve() {
			String nip = this.parcel.pegawai().text(Resource.PEGAWAI.field("nip"));
			Optional<KnownPerson> known = this.registry.find(nip);
			this.met = known;
			if (known.isEmpty()) {
				List.copyOf(this.open.values()).forEach(this::unknown);
				return;
			}
			this.knowledge = ReadableDelivery.this.mirror.knowledge(this.parcel);
			for (List<Parcel.Item> items : byResource().values()) {
				if (!history(items, known.get(), nip)) {
					return;
				}
			}
			writeDown();
			if (ReadableDelivery.this.mirror.isRefreshDue(this.parcel)) {
				refresh(this.parcel.instansi(), this.parcel.kunci(), known.get(), this.registry);
			}
		}

		/**
		 * Writes down what was read and what came of changes without a call, at once: no
		 * step of it has an effect outside. Always before anything is sent.
		 */
		private void writeDown() {
			if (this.met == null && !this.stale && this.read.isEmpty() && this.settled.isEmpty()) {
				return;
			}
			Mirror mirror = ReadableDelivery.this.mirror;
			ReadableDelivery.this.transaction.executeWithoutResult((status) -> {
				if (this.met != null) {
					mirror.person(this.parcel, this.registry, this.parcel.pegawai().text(Resource.PEGAWAI.field("nip")),
							this.met);
				}
				if (this.stale) {
					mirror.staleNow(this.parcel);
				}
				if (!this.read.isEmpty()) {
					mirror.remember(this.parcel, this.registry, this.read);
				}
				if (!this.settled.isEmpty()) {
					ReadableDelivery.this.outbox.settle(this.parcel, this.settled);
				}
			});
			this.met = null;
			this.stale = false;
			this.read.clear();
			this.settled.clear();
		}

		private Map<Resource, List<Parcel.Item>> byResource() {
			Map<Resource, List<Parcel.Item>> items = new LinkedHashMap<>();
			for (Resource resource : Resource.values()) {
				for (Parcel.Item item : this.open.values()) {
					if (item.resource() == resource) {
						items.computeIfAbsent(resource, (r) -> new ArrayList<>()).add(item);
					}
				}
			}
			return items;
		}

		private void unknown(Parcel.Item item) {
			// nobody is there who could have received it
			Parcel.Item unsent = (item.state() == OutboxState.RESOLVING) ? settle(item, Outcome.absent()) : item;
			settle(unsent, Outcome.worklist("TIDAK_DIKENAL_SIASN", List.of()));
		}

		/**
		 * @return whether the person's next history may follow; an unknown outcome keeps
		 * the order by stopping here
		 */
		private boolean history(List<Parcel.Item> items, KnownPerson person, String nip) {
			Resource resource = items.get(0).resource();
			Acquaintance acquaintance = this.knowledge.acquaintance(resource);
			Map<String, byte[]> lastSeen = this.knowledge.hashes(resource);
			boolean mustRead = acquaintance != Acquaintance.FRESH || items.stream()
				.anyMatch((item) -> !item.isNew() || item.state() == OutboxState.RESOLVING || item.attempts() > 0
						|| item.sentHash() != null || lastSeen.containsKey(item.key()));
			There there = there(resource, mustRead, person, nip);
			if (resource == Resource.JABATAN && acquaintance != Acquaintance.NONE && mustRead
					&& hasMoved(there, lastSeen)) {
				// most likely by a save of ours whose answer was lost
				this.stale = true;
			}
			if (mustRead || resource == Resource.PEGAWAI) {
				this.read.put(resource, there.entries);
			}
			for (int i = 0; i < items.size(); i++) {
				Parcel.Item item = items.get(i);
				boolean overtaken = items.subList(i + 1, items.size()).stream().anyMatch(item::sameEntry);
				byte[] expected = (acquaintance != Acquaintance.NONE) ? lastSeen.get(item.key()) : null;
				List<byte[]> ours = items.stream()
					.filter(item::sameEntry)
					.map(Parcel.Item::sentHash)
					.filter((hash) -> hash != null)
					.toList();
				if (!entry(item, overtaken, person, there, expected, ours)) {
					return false;
				}
			}
			return true;
		}

		/** Whether something came or was changed there since we last looked. */
		private boolean hasMoved(There there, Map<String, byte[]> lastSeen) {
			Set<Field> comparable = this.registry.comparable(Resource.JABATAN);
			return there.entries.entrySet()
				.stream()
				.anyMatch((one) -> !Arrays.equals(lastSeen.get(one.getKey()),
						Mirror.hash(one.getValue().entry(), comparable)));
		}

		private There there(Resource resource, boolean mustRead, KnownPerson person, String nip) {
			if (resource == Resource.PEGAWAI) {
				return new There(Map.of("", new KnownEntry(person.pnsId(), person.pegawai(), Map.of())), Set.of());
			}
			return mustRead ? There.of(this.registry.history(person, nip, resource)) : There.of(List.of());
		}

		/**
		 * @param overtaken whether a newer version of the same entry stands behind it
		 * @param expected hash of what stood there at our last exchange, or {@code null}
		 * @param ours hashes of what we have sent of this entry without an answer
		 * @return whether the person's next change may follow
		 */
		private boolean entry(Parcel.Item given, boolean overtaken, KnownPerson person, There there, byte[] expected,
				List<byte[]> ours) {
			KnownEntry held = there.entries.get(given.key());
			Set<Field> comparable = this.registry.comparable(given.resource());
			byte[] stands = (held != null) ? Mirror.hash(held.entry(), comparable) : null;
			Optional<Entry> accepted = this.parcel.entry(given);
			List<Field> differing = (held == null || accepted.isEmpty()) ? List.of()
					: differing(accepted.get(), held.entry(), comparable);
			boolean same = held != null && accepted.isPresent() && differing.isEmpty();
			Parcel.Item item = given;
			if (item.state() == OutboxState.RESOLVING) {
				if (held != null && (Arrays.equals(stands, item.sentHash()) || (same && !overtaken))) {
					settle(item, Outcome.found(held.remoteId()));
					return true;
				}
				item = settle(item, Outcome.absent());
			}
			if (overtaken || accepted.isEmpty()) {
				settle(item, Outcome.superseded());
				return true;
			}
			if (same) {
				settle(item, Outcome.adopted(held.remoteId()));
				return true;
			}
			boolean conflict = held != null && expected != null && !Arrays.equals(expected, stands)
					&& ours.stream().noneMatch((sent) -> Arrays.equals(sent, stands));
			String obstacle = there.twice.contains(item.key()) ? "GANDA_DI_SIASN"
					: obstacle(accepted.get(), held, differing, conflict);
			if (obstacle != null) {
				settle(item, Outcome.worklist(obstacle, names(differing)));
				return true;
			}
			return send(item, accepted.get(), person, held, differing);
		}

		private String obstacle(Entry entry, KnownEntry held, List<Field> differing, boolean conflict) {
			Resource resource = entry.resource();
			if (!this.registry.accepts(entry)) {
				return "BEDA_" + resource.name();
			}
			if (resource == Resource.PEGAWAI && differing.stream().noneMatch(Field::contact)) {
				return "BEDA_IDENTITAS";
			}
			if (conflict) {
				return "KONFLIK_SIASN";
			}
			if (held != null && ReadableDelivery.this.settings.policyOf(resource.resourceName()) == Policy.LAPOR) {
				return "BEDA_DILAPORKAN";
			}
			return (resource == Resource.JABATAN && !entry.has(resource.field("unorId"))) ? "JAB_UNOR_KOSONG" : null;
		}

		private boolean send(Parcel.Item unsent, Entry entry, KnownPerson person, KnownEntry held,
				List<Field> differing) {
			String jabatanId = null;
			if (entry.resource() == Resource.ANGKA_KREDIT) {
				writeDown(); // the position may have been read a moment ago
				jabatanId = jabatanOf(entry);
				if (jabatanId == null) {
					settle(unsent, Outcome.worklist("JABATAN_BELUM_DI_SIASN", List.of()));
					return true;
				}
			}
			if (unsent.attempts() >= ATTEMPTS && this.othersGetThrough) {
				settle(unsent, Outcome.parked("GAGAL_BERULANG"));
				return true;
			}
			Entry outgoing = this.registry.outgoing(entry, held);
			Set<Field> comparable = this.registry.comparable(entry.resource());
			long begin = System.nanoTime();
			Parcel.Item item = ReadableDelivery.this.transaction.execute((status) -> {
				writeDown();
				return ReadableDelivery.this.outbox.send(this.parcel, unsent, Mirror.hash(outgoing, comparable));
			});
			this.open.remove(item.id());
			this.sentAt = begin;
			Reply reply = isLate(begin) ? new Reply.NotSaved(new Trouble("DIHENTIKAN", Reach.INSTANSI, LATE, null))
					: this.registry.save(person, outgoing, held, jabatanId);
			if (reply instanceof Reply.Saved saved) {
				String id = (saved.remoteId() != null) ? saved.remoteId() : (held != null) ? held.remoteId() : null;
				List<Field> identity = differing.stream().filter((field) -> !field.contact()).toList();
				boolean rest = entry.resource() == Resource.PEGAWAI && !identity.isEmpty();
				// what we know of the registry and that it has answered: both or neither
				ReadableDelivery.this.transaction.executeWithoutResult((status) -> {
					ReadableDelivery.this.mirror.saved(this.parcel, item, id, outgoing, comparable);
					answered(item, rest ? Outcome.acked(id, "BEDA_IDENTITAS", names(identity)) : Outcome.acked(id));
				});
				return true;
			}
			if (reply instanceof Reply.Refused refused) {
				answered(item, Outcome.refused(refused.words()));
				return true;
			}
			Trouble met = (reply instanceof Reply.NotSaved notSaved) ? notSaved.trouble()
					: ((Reply.Unknown) reply).trouble();
			this.trouble = this.othersGetThrough ? met.ofOne() : met;
			answered(item, (reply instanceof Reply.NotSaved) ? postponed(item, this.trouble) : lost(item));
			return false;
		}

		/**
		 * Whether the process stood still since it wrote down that it would send: the
		 * lane may be somebody else's by now.
		 */
		private boolean isLate(long begin) {
			return System.nanoTime() - begin > LATE.toNanos();
		}

		/**
		 * The registry's id of the position that was held when the assessed period ended.
		 */
		private String jabatanOf(Entry credit) {
			Resource r = Resource.ANGKA_KREDIT;
			LocalDate end = LocalDate
				.of(credit.integer(r.field("tahunSelesai")), credit.integer(r.field("bulanSelesai")), 1)
				.plusMonths(1);
			Field tmt = Resource.JABATAN.field("tmtJabatan");
			String key = null;
			for (Entry entry : this.parcel.document().entries()) {
				if (entry.resource() == Resource.JABATAN && entry.date(tmt).isBefore(end)) {
					key = entry.key();
				}
			}
			return (key != null) ? ReadableDelivery.this.mirror.remoteId(this.parcel, Resource.JABATAN, key) : null;
		}

		/**
		 * What keeps the whole registry from being used is no attempt of this change.
		 * What fails for this person alone is one, and is left to somebody when it has
		 * failed too often.
		 */
		private Outcome postponed(Parcel.Item item, Trouble met) {
			if (met.reach() != Reach.CALL) {
				return Outcome.hindered(met.rule());
			}
			boolean sent = item.state() == OutboxState.SENT;
			if (!sent && this.othersGetThrough && item.attempts() + 1 >= ATTEMPTS) {
				return Outcome.parked("GAGAL_BERULANG");
			}
			Duration again = Backoff.after(item.attempts());
			Outcome later = (item.state() == OutboxState.RESOLVING) ? Outcome.ambiguous(met.rule(), again)
					: Outcome.retry(met.rule(), null, again);
			// whoever only knocks for everybody has not failed
			return this.othersGetThrough ? later : later.uncounted();
		}

		/**
		 * Nobody knows: not before anything of it can arrive late is it looked up. What
		 * was cut off early may take as long as any answer, and then the quiet time.
		 */
		private Outcome lost(Parcel.Item item) {
			Duration left = ReadableDelivery.this.settings.readTimeout().minusNanos(System.nanoTime() - this.sentAt);
			Duration quiet = ReadableDelivery.this.settings.quiet().plus(left.isNegative() ? Duration.ZERO : left);
			Outcome lost = Outcome.ambiguous(this.trouble.rule(),
					Backoff.after(item.attempts() - 1, quiet, quiet.multipliedBy(20)));
			return this.othersGetThrough ? lost : lost.uncounted();
		}

		/** Writes down at once what a call came to. */
		private void answered(Parcel.Item item, Outcome outcome) {
			ReadableDelivery.this.outbox.settle(this.parcel, item, outcome);
		}

		/** Notes what came of a change without a call. */
		private Parcel.Item settle(Parcel.Item item, Outcome outcome) {
			Settlement settlement = Settlement.of(this.parcel, item, outcome);
			this.settled.add(settlement);
			Parcel.Item after = settlement.after();
			if (after.state() == OutboxState.CLAIMED) {
				this.open.put(after.id(), after);
			}
			else {
				this.open.remove(after.id());
			}
			return after;
		}

	}

	/**
	 * What a history at the registry holds.
	 *
	 * @param entries by business key; of several with one key the first
	 * @param twice keys that stand there more than once
	 */
	private record There(Map<String, KnownEntry> entries, Set<String> twice) {

		static There of(List<KnownEntry> history) {
			Map<String, KnownEntry> entries = new LinkedHashMap<>();
			Set<String> twice = new HashSet<>();
			for (KnownEntry known : history) {
				if (entries.putIfAbsent(known.entry().key(), known) != null) {
					twice.add(known.entry().key());
				}
			}
			return new There(entries, twice);
		}

	}

	/**
	 * The fields both sides know whose content is not the same; what we do not have
	 * ourselves does not count.
	 */
	private static List<Field> differing(Entry ours, Entry theirs, Set<Field> comparable) {
		return comparable.stream()
			.filter((field) -> ours.has(field) && !same(ours.value(field), theirs.value(field)))
			.sorted((a, b) -> Integer.compare(a.index(), b.index()))
			.toList();
	}

	private static boolean same(Object ours, Object theirs) {
		if (ours instanceof String a && theirs instanceof String b) {
			return Mirror.fold(a).equals(Mirror.fold(b));
		}
		return ours.equals(theirs);
	}

	private static List<String> names(List<Field> fields) {
		return fields.stream().map(Field::name).toList();
	}

}
