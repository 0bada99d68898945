package id.simpul.national;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import id.simpul.change.Limits;
import id.simpul.change.Redrives.Content;
import id.simpul.change.Redrives.Selection;
import id.simpul.change.RegistryKind;
import id.simpul.national.KindsRegistry.Deed;

/**
 * Some eventful days of three instansi, one for each kind of registry: new, changed and
 * changed again while earlier changes have no answer; lost answers, refusals, limits; a
 * held plan; changes tried again and confirmed. Each part has something that happens
 * outside of the program once, and something that the program does, which it begins anew
 * when it had ended in the midst of it.
 */
final class Story {

	static final String READABLE = "16.01";

	static final String KEYED = "16.02";

	static final String BLIND = "16.03";

	private static final Limits.Limit NO_LIMIT = new Limits.Limit(100, 1000);

	/** One changed person is too many. */
	private static final Limits ALL_HELD = new Limits(NO_LIMIT, new Limits.Limit(0, 0), NO_LIMIT, NO_LIMIT, NO_LIMIT,
			NO_LIMIT, NO_LIMIT);

	private final World world;

	/**
	 * One part.
	 *
	 * @param outside happens once
	 * @param inside what the program does until it is through
	 */
	record Part(Runnable outside, Consumer<Program> inside) {
	}

	Story(World world) {
		this.world = world;
	}

	List<Part> parts() {
		return List.of(new Part(this::begin, (program) -> {
			program.runAll();
			program.drainAll();
		}), new Part(this::change, (program) -> {
			program.runAll();
			program.drainAll();
			program.generation.rise();
		}), new Part(this::changeAgain, (program) -> {
			program.breakOff(KEYED);
			program.runAll();
			program.settle();
		}), new Part(this::mend, (program) -> {
			decide(program);
			program.settle();
		}), new Part(() -> {
		}, (program) -> {
			program.redrives.redrive(READABLE, Selection.cause("DITOLAK_SIASN"), Content.NOW, "andi", "coba lagi");
			program.runAll();
			program.settle();
		}), new Part(() -> this.world.pass(Duration.ofHours(1)), (program) -> {
			program.runAll();
			program.settle();
			decide(program); // what was sent to the blind one when the program ended
			program.settle();
		}));
	}

	private void begin() {
		this.world.admit(READABLE, RegistryKind.READABLE, 2);
		this.world.admit(KEYED, RegistryKind.KEYED, 2);
		this.world.admit(BLIND, RegistryKind.BLIND, 2);
		for (String kode : this.world.kinds.keySet()) {
			for (int person = 1; person <= 2; person++) {
				this.world.shows(kode, person, World.kursus("A", 1), World.kursus("B", 1),
						World.jabatan(person, "Analis"));
			}
		}
		this.world.registry.refused.add(World.kursus("B", 1).key());
		Map<String, Deque<Deed>> deeds = new ConcurrentHashMap<>();
		deeds.put(READABLE,
				deeds(Deed.RESET_AFTER, Deed.ANSWERED, Deed.RESET_BEFORE, Deed.ANSWERED, Deed.LIMITED, Deed.LIMITED,
						Deed.LIMITED, Deed.ANSWERED, Deed.RESET_AFTER, Deed.RESET_BEFORE, Deed.ANSWERED, Deed.ANSWERED,
						Deed.RESET_AFTER));
		deeds.put(KEYED, deeds(Deed.RESET_AFTER, Deed.EACH_SECOND, Deed.LIMITED, Deed.HALF, Deed.RESET_BEFORE,
				Deed.ANSWERED, Deed.RESET_AFTER));
		deeds.put(BLIND, deeds(Deed.RESET_AFTER, Deed.LIMITED, Deed.ANSWERED, Deed.RESET_BEFORE, Deed.ANSWERED));
		// what is known already when a history cannot be read is written down by itself
		Deque<Deed> histories = deeds(Deed.FAILS, Deed.ANSWERED, Deed.ANSWERED, Deed.FAILS, Deed.ANSWERED,
				Deed.ANSWERED, Deed.FAILS);
		this.world.registry.weather = (call) -> {
			Deque<Deed> next = call.isWrite() ? deeds.get(call.kode()) : histories;
			return ((call.isWrite() || call.path().equals("history")) && !next.isEmpty()) ? next.poll() : Deed.ANSWERED;
		};
	}

	private static Deque<Deed> deeds(Deed... deeds) {
		return new ArrayDeque<>(Arrays.asList(deeds));
	}

	private void change() {
		this.world.pass(Duration.ofSeconds(10));
		this.world.limits.put(READABLE, ALL_HELD);
		this.world.registry.refused.clear();
		this.world.registry.refused.add(World.kursus("A", 1).key());
		for (String kode : this.world.kinds.keySet()) {
			this.world.shows(kode, 1, World.kursus("A", 2), World.pegawai(kode, 1, 1));
			this.world.shows(kode, 2, World.kursus("B", 2), World.kursus("C", 1));
		}
	}

	private void changeAgain() {
		this.world.pass(Duration.ofMinutes(2));
		this.world.registry.refused.clear();
		for (String kode : this.world.kinds.keySet()) {
			this.world.shows(kode, 1, World.kursus("A", 3), World.jabatan(1, "Pranata"));
			this.world.shows(kode, 2, World.kursus("A", 2), World.pegawai(kode, 2, 2));
		}
	}

	private void mend() {
		this.world.registry.weather = (call) -> Deed.ANSWERED;
	}

	/** People look at what was put aside and refused, and say what is to be done. */
	private void decide(Program program) {
		this.world.jdbc.query("""
				select o.id, o.instansi, d.nip, o.resource, o.entry_key, o.version from outbox o
				join (select distinct instansi, kunci, nip from document) d
					on d.instansi = o.instansi and d.kunci = o.kunci
				where o.state = 'PARKED' order by o.id""", (row) -> {
			long id = row.getLong(1);
			String kode = row.getString(2);
			String nip = row.getString(3);
			String resource = row.getString(4);
			String key = row.getString(5);
			int version = row.getInt(6);
			boolean there = this.world.registry.ledger()
				.stream()
				.anyMatch((effect) -> effect.kode().equals(kode) && effect.nip().equals(nip)
						&& effect.resource().resourceName().equals(resource) && effect.key().equals(key)
						&& effect.version() >= version);
			if (there) {
				program.redrives.confirm(kode, id, "andi", "sudah dilihat");
			}
			else {
				program.redrives.redrive(kode, Selection.of(Set.of(id)), Content.THEN, "andi", "belum ada");
			}
		});
		for (String kode : List.of(KEYED, BLIND)) {
			program.redrives.redrive(kode, Selection.cause("DITOLAK_SIASN"), Content.THEN, "andi", "coba lagi");
		}
	}

}
