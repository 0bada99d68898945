package id.simpul.national;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import id.simpul.change.Outbox;
import id.simpul.change.OutboxState;
import id.simpul.change.Outcome;
import id.simpul.change.Parcel;
import id.simpul.national.Mirror.Acquaintance;
import id.simpul.national.Registry.KnownEntry;
import id.simpul.national.Registry.KnownPerson;
import id.simpul.national.SiasnSettings.Policy;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * Brings one person's changes to the registry, in order. Before anything of a history is
 * created, what the registry holds of it is read, matched by business key and adopted;
 * only what is missing is created and only what differs is sent as an update. A change
 * whose answer was lost is looked up before it is sent again.
 */
final class Deliverer {

	private static final Duration SOON = Duration.ofSeconds(15);

	private static final int ATTEMPTS = 8;

	private final Outbox outbox;

	private final Mirror mirror;

	private final SiasnSettings settings;

	Deliverer(Outbox outbox, Mirror mirror, SiasnSettings settings) {
		this.outbox = outbox;
		this.mirror = mirror;
		this.settings = settings;
	}

	/**
	 * Settles what can be settled of one person.
	 * @return {@code null}, or the trouble that keeps the whole registry from being used
	 * by this instansi now
	 */
	RegistryUnavailable deliver(Parcel parcel, Registry registry) {
		try {
			String nip = parcel.pegawai().text(Resource.PEGAWAI.field("nip"));
			Optional<KnownPerson> known = registry.find(nip);
			this.mirror.person(parcel, registry, nip, known);
			if (known.isEmpty()) {
				parcel.items().forEach((item) -> unknown(parcel, item));
				return null;
			}
			boolean goesOn = true;
			for (List<Parcel.Item> items : byResource(parcel).values()) {
				goesOn = goesOn && deliver(parcel, items, registry, known.get(), nip);
			}
			if (this.mirror.isRefreshDue(parcel)) {
				refresh(parcel, registry, known.get());
			}
			return null;
		}
		catch (RegistryUnavailable ex) {
			return ex;
		}
	}

	/** Recomputes a current position that an earlier delivery could not. */
	void refresh(Parcel parcel, Registry registry, KnownPerson person) {
		if (registry.refresh(person)) {
			this.mirror.refreshed(parcel.instansi(), parcel.kunci());
		}
	}

	private static Map<Resource, List<Parcel.Item>> byResource(Parcel parcel) {
		Map<Resource, List<Parcel.Item>> items = new LinkedHashMap<>();
		for (Resource resource : Resource.values()) {
			for (Parcel.Item item : parcel.items()) {
				if (item.resource() == resource) {
					items.computeIfAbsent(resource, (r) -> new ArrayList<>()).add(item);
				}
			}
		}
		return items;
	}

	private void unknown(Parcel parcel, Parcel.Item item) {
		OutboxState from = item.state();
		if (from == OutboxState.AMBIGUOUS) {
			from = OutboxState.READY; // nobody there to have received it
			this.outbox.settle(parcel, item, OutboxState.AMBIGUOUS,
					new Outcome(OutboxState.READY, "TIDAK_DIKENAL_SIASN", null, null, null, List.of()));
		}
		this.outbox.settle(parcel, item, from, Outcome.worklist("TIDAK_DIKENAL_SIASN", List.of()));
	}

	/**
	 * @return whether the person's next history may follow; an unknown outcome keeps the
	 * order by stopping here
	 */
	private boolean deliver(Parcel parcel, List<Parcel.Item> items, Registry registry, KnownPerson person, String nip) {
		Resource resource = items.get(0).resource();
		Acquaintance acquaintance = this.mirror.acquaintance(parcel, resource);
		boolean firstContact = acquaintance == Acquaintance.NONE;
		Map<String, byte[]> lastSeen = this.mirror.hashes(parcel, resource);
		boolean mustRead = acquaintance != Acquaintance.FRESH || items.stream()
			.anyMatch((item) -> !item.isNew() || item.state() != OutboxState.READY || item.attempts() > 0
					|| lastSeen.containsKey(item.key()));
		Map<String, KnownEntry> there = (resource == Resource.PEGAWAI)
				? Map.of("", new KnownEntry(person.pnsId(), person.pegawai(), Map.of()))
				: mustRead ? byKey(registry.history(person, nip, resource)) : Map.of();
		if (resource == Resource.JABATAN && !firstContact && !lastSeen.keySet().containsAll(there.keySet())) {
			// a position came since we last looked, most likely by a save of ours whose
			// answer was lost
			this.mirror.staleNow(parcel);
		}
		if (mustRead || resource == Resource.PEGAWAI) {
			this.mirror.remember(parcel, resource, there, registry.comparable(resource));
		}
		for (Parcel.Item item : items) {
			KnownEntry held = there.get(item.key());
			boolean conflict = !firstContact && held != null && lastSeen.containsKey(item.key())
					&& this.mirror.differs(held, lastSeen.get(item.key()), registry.comparable(resource));
			if (!deliver(parcel, item, registry, person, held, conflict)) {
				return false;
			}
		}
		return true;
	}

	private static Map<String, KnownEntry> byKey(List<KnownEntry> history) {
		Map<String, KnownEntry> entries = new LinkedHashMap<>();
		history.forEach((known) -> entries.putIfAbsent(known.entry().key(), known));
		return entries;
	}

	private boolean deliver(Parcel parcel, Parcel.Item item, Registry registry, KnownPerson person, KnownEntry held,
			boolean conflict) {
		Optional<Entry> accepted = parcel.entry(item);
		OutboxState state = item.state();
		List<Field> differing = (held == null || accepted.isEmpty()) ? List.of()
				: differing(accepted.get(), held.entry(), registry);
		if (state == OutboxState.AMBIGUOUS) {
			if (held != null && accepted.isPresent() && differing.isEmpty()) {
				this.outbox.settle(parcel, item, state, Outcome.acked(held.remoteId()));
				return true;
			}
			this.outbox.settle(parcel, item, state,
					new Outcome(OutboxState.READY, "TIDAK_TERSIMPAN", null, null, null, List.of()));
			state = OutboxState.READY;
		}
		if (accepted.isEmpty()) {
			this.outbox.settle(parcel, item, state, Outcome.superseded());
			return true;
		}
		Entry entry = accepted.get();
		if (held != null && differing.isEmpty()) {
			this.outbox.settle(parcel, item, state, Outcome.adopted(held.remoteId()));
			return true;
		}
		String obstacle = obstacle(entry, registry, held, differing, conflict);
		if (obstacle != null) {
			this.outbox.settle(parcel, item, state, Outcome.worklist(obstacle, names(differing)));
			return true;
		}
		return send(parcel, item, state, entry, registry, person, held, differing);
	}

	private String obstacle(Entry entry, Registry registry, KnownEntry held, List<Field> differing, boolean conflict) {
		Resource resource = entry.resource();
		if (!registry.accepts(entry)) {
			return "BEDA_" + resource.name();
		}
		if (resource == Resource.PEGAWAI && differing.stream().noneMatch(Field::contact)) {
			return "BEDA_IDENTITAS";
		}
		if (conflict) {
			return "KONFLIK_SIASN";
		}
		if (held != null && this.settings.policyOf(resource.resourceName()) == Policy.LAPOR) {
			return "BEDA_DILAPORKAN";
		}
		return (resource == Resource.JABATAN && !entry.has(resource.field("unorId"))) ? "JAB_UNOR_KOSONG" : null;
	}

	private boolean send(Parcel parcel, Parcel.Item item, OutboxState from, Entry entry, Registry registry,
			KnownPerson person, KnownEntry held, List<Field> differing) {
		String jabatanId = null;
		if (entry.resource() == Resource.ANGKA_KREDIT) {
			jabatanId = jabatanOf(parcel, entry);
			if (jabatanId == null) {
				this.outbox.settle(parcel, item, from, Outcome.worklist("JABATAN_BELUM_DI_SIASN", List.of()));
				return true;
			}
		}
		this.outbox.markSent(item, from);
		Entry outgoing = registry.outgoing(entry, held);
		Reply reply = registry.save(person, outgoing, held, jabatanId);
		if (reply instanceof Reply.Saved saved) {
			String id = (saved.remoteId() != null) ? saved.remoteId() : (held != null) ? held.remoteId() : null;
			this.mirror.saved(parcel, item, id, outgoing, registry.comparable(entry.resource()));
			List<Field> identity = differing.stream().filter((field) -> !field.contact()).toList();
			this.outbox.settle(parcel, item, OutboxState.SENT,
					(entry.resource() == Resource.PEGAWAI && !identity.isEmpty())
							? Outcome.acked(id, "BEDA_IDENTITAS", names(identity)) : Outcome.acked(id));
			return true;
		}
		if (reply instanceof Reply.Refused refused) {
			this.outbox.settle(parcel, item, OutboxState.SENT, Outcome.refused(refused.words()));
			return true;
		}
		if (reply instanceof Reply.NotSaved notSaved) {
			this.outbox.settle(parcel, item, OutboxState.SENT,
					Outcome.retry(notSaved.why(), null, backOff(item, notSaved.again())));
			return false;
		}
		this.outbox.settle(parcel, item, OutboxState.SENT,
				Outcome.ambiguous(((Reply.Unknown) reply).why(), backOff(item, SOON)));
		return false;
	}

	private static Duration backOff(Parcel.Item item, Duration atLeast) {
		return atLeast.multipliedBy(1L << Math.min(item.attempts(), ATTEMPTS));
	}

	/** The registry's id of the position that was held when the assessed period ended. */
	private String jabatanOf(Parcel parcel, Entry credit) {
		Resource r = Resource.ANGKA_KREDIT;
		LocalDate end = LocalDate
			.of(credit.integer(r.field("tahunSelesai")), credit.integer(r.field("bulanSelesai")), 1)
			.plusMonths(1);
		Field tmt = Resource.JABATAN.field("tmtJabatan");
		String key = null;
		for (Entry entry : parcel.document().entries()) {
			if (entry.resource() == Resource.JABATAN && entry.date(tmt).isBefore(end)) {
				key = entry.key();
			}
		}
		return (key != null) ? this.mirror.remoteId(parcel, Resource.JABATAN, key) : null;
	}

	/**
	 * The fields both sides know whose content is not the same; what we do not have
	 * ourselves does not count.
	 */
	private static List<Field> differing(Entry ours, Entry theirs, Registry registry) {
		return registry.comparable(ours.resource())
			.stream()
			.filter((field) -> ours.has(field) && !same(ours.value(field), theirs.value(field)))
			.sorted((a, b) -> Integer.compare(a.index(), b.index()))
			.toList();
	}

	private static boolean same(Object ours, Object theirs) {
		if (ours instanceof String a && theirs instanceof String b) {
			return fold(a).equals(fold(b));
		}
		return ours.equals(theirs);
	}

	private static String fold(String text) {
		return text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
	}

	private static List<String> names(List<Field> fields) {
		return fields.stream().map(Field::name).toList();
	}

}
