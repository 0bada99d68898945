package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.simpul.change.OutboxState;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.simulator.Weather;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole lane against a registry of which every fifth call goes wrong in one of eighteen
 * ways, among them deeds that are done after the caller has given up. The registry's own
 * ledger is asked what came of it.
 */
class WeatherDeliveryTest {

	private static final int PEOPLE = 60;

	private static final Duration LONGEST = Duration.ofMillis(500);

	private static final Duration READ_TIMEOUT = Duration.ofMillis(400);

	/** Longer than anything sent can be on its way, on a machine that stumbles too. */
	private static final Duration QUIET = Duration.ofMillis(1500);

	@Test
	void inAnyWeatherEveryChangeArrivesOnce(@TempDir Path folder) throws Exception {
		ExecutorService seeds = Executors.newCachedThreadPool();
		try {
			List<Future<String>> told = LongStream.rangeClosed(20261, 20265)
				.mapToObj((seed) -> seeds.submit(() -> season(folder.resolve("" + seed), seed)))
				.toList();
			for (Future<String> one : told) {
				System.out.println(one.get());
			}
		}
		finally {
			seeds.shutdownNow();
		}
	}

	private static String season(Path folder, long seed) {
		try (Bureau bureau = Bureau.open(folder, READ_TIMEOUT, QUIET)) {
			Map<Integer, List<Entry>> first = new HashMap<>();
			Map<Integer, List<Entry>> second = new HashMap<>();
			for (int person = 0; person < PEOPLE; person++) {
				bureau.known(person);
				if (person % 6 == 0) {
					// the registry holds the course already, every other time otherwise
					bureau.simulator().registry().row(Bureau.pnsId(person), "kursus", held(person));
				}
				first.put(person,
						List.of(Bureau.jabatan(person), Bureau.kursus(person, 5), Bureau.penghargaan(person)));
				if (person % 3 == 0) {
					second.put(person,
							List.of(Bureau.jabatan(person), Bureau.kursus(person, 6), Bureau.penghargaan(person)));
				}
			}
			bureau.simulator().faults().weather(Weather.of(seed, 20, LONGEST));
			bureau.accept(first);
			bureau.drain();
			bureau.accept(second);
			int turns = bureau.deliver(120);
			String told = "weather " + seed + ": " + bureau.simulator().faults().happened() + " faults, " + turns
					+ " turns, " + bureau.states();
			judge(bureau, told);
			return told;
		}
	}

	private static Map<String, Object> held(int person) {
		return Map.of("id", "k-" + person, "jenisDiklatId", "9", "namaKursus", "Seminar", "noSertipikat", "S/" + person,
				"tanggalKursus", "05-02-2024", "tahunKursus", "2024", "jumlahJam", (person % 12 == 0) ? "5" : "4",
				"institusiPenyelenggara", "");
	}

	private static void judge(Bureau bureau, String told) {
		Map<String, Integer> creates = new TreeMap<>();
		Map<String, Integer> effects = new TreeMap<>();
		Map<String, Long> synced = new HashMap<>();
		Map<String, Long> moved = new HashMap<>();
		for (Bureau.Deed deed : bureau.deeds()) {
			String entry = deed.pnsId() + ' ' + deed.resource();
			if (deed.operation().equals("sync")) {
				synced.put(deed.pnsId(), deed.seq());
				continue;
			}
			if (deed.operation().equals("create")) {
				creates.merge(entry, 1, Integer::sum);
			}
			if (deed.resource().equals("jabatan")) {
				moved.put(deed.pnsId(), deed.seq());
			}
			effects.merge(entry + ' ' + deed.text("jumlahJam"), 1, Integer::sum);
		}
		assertThat(creates.values()).as("%s: created once, %s", told, creates).containsOnly(1);
		assertThat(effects.values()).as("%s: every content has its effect once, %s", told, effects).containsOnly(1);
		assertThat(bureau.jdbc()
			.queryForList("select kunci, resource, version, state from outbox where state in ('ACKED', 'PARKED')"))
			.as(told)
			.allSatisfy((change) -> {
				int person = Integer.parseInt(change.get("kunci").toString().substring(1));
				String entry = Bureau.pnsId(person) + ' ' + change.get("resource");
				String jam = !change.get("resource").equals("kursus") ? ""
						: change.get("version").equals(1) ? " 5" : " 6";
				Integer effect = effects.get(entry + (jam.isEmpty() ? " " : jam));
				if (change.get("state").equals("ACKED")) {
					assertThat(effect).as(entry).isEqualTo(1);
				}
			});
		assertThat(moved.keySet()).allSatisfy((person) -> assertThat(synced.get(person))
			.as("%s: the current position of %s is recomputed after its last save", told, person)
			.isGreaterThan(moved.get(person)));
		long changes = bureau.jdbc().queryForObject("select sum(changed) from run", Long.class);
		assertThat(bureau.jdbc().queryForObject("select count(*) from outbox", Long.class)).as(told).isEqualTo(changes);
		assertThat(bureau.states().keySet()).as(told)
			.allSatisfy((state) -> assertThat(OutboxState.valueOf(state.split(" ")[0]).isWaiting()).isFalse());
		assertThat(bureau.jdbc().queryForObject("select count(*) from balance where not closes", Long.class)).as(told)
			.isZero();
		for (int person = 0; person < PEOPLE; person++) {
			String jam = (person % 3 == 0) ? "6" : "5";
			boolean parked = bureau.state(person, Resource.KURSUS).startsWith("PARKED");
			assertThat(bureau.simulator().registry().rows(Bureau.pnsId(person), "kursus")).as("%s: %s", told, person)
				.hasSizeLessThan(2)
				.satisfies(
						(rows) -> assertThat(parked || (rows.size() == 1 && jam.equals(rows.get(0).get("jumlahJam"))))
							.as("holds what was accepted last")
							.isTrue());
		}
	}

}
