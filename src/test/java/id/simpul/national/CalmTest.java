package id.simpul.national;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.simpul.change.RegistryKind;
import id.simpul.national.KindsRegistry.Deed;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.simulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose fault it is: the registry's, the instansi's or one person's, and what follows
 * from it for all others.
 */
class CalmTest {

	private static final Duration BEAT = Duration.ofSeconds(20);

	private static String master(int person) {
		return """
				{"code":1,"data":{"id":"%s","nipBaru":"%s","nama":"CONTOH PEGAWAI","tglLahir":"01-01-1990",
				"jenisKelamin":"M","kedudukanPnsId":"01"}}""".formatted(Bureau.pnsId(person), Bureau.nip(person));
	}

	private static void work(Bureau bureau, Duration time) {
		for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(BEAT)) {
			if (bureau.dispatcher().resting(Bureau.KODE).isEmpty()) {
				bureau.drain();
			}
			bureau.pass(BEAT);
		}
	}

	private static void work(World world, Program program, Duration time) {
		Instant end = world.now.plus(time);
		while (world.now.isBefore(end)) {
			world.kinds.keySet()
				.stream()
				.filter((kode) -> program.dispatcher.resting(kode).isEmpty())
				.forEach(program.dispatcher::drain);
			world.pass(BEAT);
		}
	}

	@Test
	void aRecomputationThatFailsIsNoAnswerOfTheRegistry(@TempDir Path folder) {
		try (Bureau.Scripted both = Bureau.scripted(folder)) {
			Bureau bureau = both.bureau();
			ScriptedSiasn siasn = both.siasn();
			siasn.tell("pns/data-utama/" + Bureau.nip(1), 200, master(1));
			siasn.tell("jabatan/unorjabatan/save", 200,
					"{\"success\":true,\"mapData\":{\"rwJabatanId\":\"rw-1\"},\"message\":\"success\"}");
			siasn.tell("pns/data-utama-jabatansync", 503, "<html>x</html>");
			bureau.accept(Map.of(1, List.of(Bureau.jabatan(1))));
			bureau.drain();
			for (int person = 2; person <= 30; person++) {
				siasn.tell("pns/data-utama/" + Bureau.nip(person), 503, "<html>x</html>");
				bureau.accept(Map.of(person, List.of(Bureau.kursus(person, 1))));
			}
			int before = siasn.asked().size();
			work(bureau, Duration.ofHours(12));
			assertThat(bureau.jdbc().queryForObject("select count(*) from outage", Long.class)).isOne();
		}
	}

	@Test
	void twoPeopleOfASmallInstansiAreNotBlamedForALongOutage(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			world.admit("16.01", RegistryKind.READABLE, 2);
			world.registry.weather = (call) -> Deed.FAILS;
			Program program = new Program(world);
			program.begin();
			program.runAll();
			work(world, program, Duration.ofHours(12));
			program.end();
			List<Map<String, Object>> rows = world.jdbc
				.queryForList("select kunci, state, answer, attempts from outbox");
			assertThat(rows.toString()).doesNotContain("PARKED");
			assertThat(world.jdbc.queryForObject("select count(*) from outage", Long.class)).isPositive();
		}
	}

	@Test
	void anOutageThatHasMetEverybodyOnceIsKnockedAtNowAndThenOnly(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			world.inFlight = 4;
			world.admit("16.01", RegistryKind.READABLE, 4);
			world.registry.weather = (call) -> Deed.FAILS;
			Program program = new Program(world);
			program.begin();
			program.runAll();
			work(world, program, Duration.ofHours(6));
			program.end();
			assertThat(world.registry.calls().size()).isLessThan(6 * 12 + 20 + 6 * 12);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 6, 1", "4, 40, 9" })
	void onePersonWhoMayNotBeReadDelaysNobodyElse(int inFlight, int people, int poisoned, @TempDir Path folder) {
		try (World world = World.h2(folder)) {
			world.admit("16.01", RegistryKind.READABLE, people);
			world.inFlight = inFlight;
			String nip = World.nip("16.01", poisoned);
			world.registry.weather = (call) -> call.nip().equals(nip) ? Deed.FORBIDDEN : Deed.ANSWERED;
			Program program = new Program(world);
			program.begin();
			program.runAll();
			work(world, program, Duration.ofHours(24));
			program.end();
			assertThat(world.jdbc.queryForList(
					"select distinct kunci from outbox where state not in ('ACKED', 'ADOPTED')", String.class))
				.containsExactly(World.kunci(poisoned));
		}
	}

	@Test
	void whoeverIsUnderWayMakesNoFurtherCallInThePauseThatWasTold(@TempDir Path folder) {
		try (Bureau bureau = Bureau.open(folder, Duration.ofSeconds(5), Duration.ofMillis(200))) {
			Map<Integer, List<Entry>> people = new HashMap<>();
			for (int person = 1; person <= 3; person++) {
				bureau.known(person);
				people.put(person,
						List.of(Bureau.jabatan(person), Bureau.kursus(person, 5), Bureau.penghargaan(person)));
			}
			bureau.simulator().faults().add(Fault.throttled("600").path("/jabatan/unorjabatan/save").times(1));
			bureau.accept(people);
			bureau.drain();
			assertThat(bureau.dispatcher().resting(Bureau.KODE)).isPresent();
			assertThat(bureau.deeds()).noneMatch((deed) -> deed.resource().matches("kursus|penghargaan"));
		}
	}

	@Test
	void onePersonWhoseHistoryCannotBeKeptDoesNotKeepAnybodyFromKnocking(@TempDir Path folder) {
		try (Bureau.Scripted both = Bureau.scripted(folder)) {
			Bureau bureau = both.bureau();
			ScriptedSiasn siasn = both.siasn();
			for (int person = 1; person <= 5; person++) {
				if (person <= 3) {
					siasn.tell("pns/data-utama/" + Bureau.nip(person), 429, "application/json", "{}",
							Map.of("Retry-After", "5"));
				}
				siasn.tell("pns/data-utama/" + Bureau.nip(person), 200, master(person));
				bureau.accept(Map.of(person, List.of(Bureau.kursus(person, 1))));
			}
			siasn.tell("pns/rw-kursus/" + Bureau.nip(1), 200, kursus("x".repeat(70)));
			siasn.tell("kursus/save", 200,
					"{\"success\":true,\"mapData\":{\"rwKursusId\":\"k-1\"},\"message\":\"success\"}");
			work(bureau, Duration.ofHours(2));
			for (int person = 2; person <= 5; person++) {
				assertThat(bureau.state(person, Resource.KURSUS)).startsWith("ACKED");
			}
		}
	}

	/** An id that does not fit into our tables comes with the answer to a save. */
	@Test
	void whoCannotBeServedForAReasonOfOurOwnIsPutAsideAndNobodyElseWaits(@TempDir Path folder) {
		try (Bureau.Scripted both = Bureau.scripted(folder)) {
			Bureau bureau = both.bureau();
			ScriptedSiasn siasn = both.siasn();
			String saved = "{\"success\":true,\"mapData\":{\"rwKursusId\":\"%s\"},\"message\":\"success\"}";
			siasn.tell("kursus/save", 200, saved.formatted("x".repeat(70)));
			siasn.tell("kursus/save", 200, saved.formatted("k-1"));
			siasn.tell("pns/data-utama/" + Bureau.nip(1), 200, master(1));
			siasn.tell("pns/rw-kursus/" + Bureau.nip(1), 404, "{\"code\":0,\"data\":\"Data tidak ditemukan\"}");
			siasn.tell("pns/rw-kursus/" + Bureau.nip(1), 200, kursus("x".repeat(70)));
			bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 1))));
			bureau.drain();
			for (int person = 2; person <= 5; person++) {
				siasn.tell("pns/data-utama/" + Bureau.nip(person), 200, master(person));
				bureau.accept(Map.of(person, List.of(Bureau.kursus(person, 1))));
			}
			work(bureau, Duration.ofMinutes(1));
			for (int person = 2; person <= 5; person++) {
				assertThat(bureau.state(person, Resource.KURSUS)).startsWith("ACKED");
			}
			work(bureau, Duration.ofHours(24));
			assertThat(bureau.state(1, Resource.KURSUS)).isEqualTo("PARKED TIDAK_DAPAT_DIOLAH");
			assertThat(siasn.asked("kursus/save")).as("one each").hasSize(5);
			assertThat(bureau.jdbc().queryForObject("select count(*) from outage", Long.class)).isZero();
		}
	}

	private static String kursus(String id) {
		return """
				{"code":1,"data":[{"id":"%s","jenisDiklatId":"9","namaKursus":"Seminar","noSertipikat":"S/1",
				"tanggalKursus":"05-02-2024","tahunKursus":"2024","jumlahJam":"1"}]}""".formatted(id);
	}

	/** One instansi had trouble of its own yesterday; all others are answered since. */
	@Test
	void troublesOfTwoInstansiADayApartAreNoOutageOfEverybody(@TempDir Path folder) {
		try (World world = World.h2(folder)) {
			Program program = new Program(world);
			program.begin();
			Trouble trouble = new Trouble("REGISTRI_TERGANGGU", Trouble.Reach.CALL, Duration.ofSeconds(30), null);
			for (int i = 0; i < 6; i++) {
				program.calm.met("16.01", List.of("a" + i), trouble, false);
			}
			world.pass(Duration.ofDays(1));
			program.calm.answered("16.03", List.of("b"), false);
			for (int i = 0; i < 6; i++) {
				program.calm.met("16.02", List.of("a" + i), trouble, false);
			}
			program.end();
			assertThat(world.jdbc.queryForList("select instansi from outage order by id", String.class))
				.containsExactly("16.01", "16.02");
		}
	}

}
