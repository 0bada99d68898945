package id.simpul.simulator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Weather: all that goes wrong, out of one number. */
class WeatherTest {

	private static final Duration SHORT = Duration.ofMillis(40);

	@TempDir
	Path folder;

	@Test
	void isTheSameForTheSameSeedAndAnotherForAnother() {
		String seven = Weather.of(7, 20).describe(0, 1000);
		assertThat(Weather.of(7, 20).describe(0, 1000)).isEqualTo(seven);
		assertThat(Weather.of(8, 20).describe(0, 1000)).isNotEqualTo(seven);
		// and on every machine: a number in a report of a failure is worth nothing else
		assertThat(seven).startsWith("1 late-break 1852ms\n3 expired-operator\n6 done-break\n10 expired-operator\n"
				+ "14 late-silence 1740ms 2000ms\n15 delay 959ms\n16 done-truncated\n19 expired-operator\n");
	}

	@Test
	void meetsTheShareOfCallsItIsGiven() {
		assertThat(Weather.of(1, 0).describe(0, 10_000)).isEmpty();
		assertThat(Weather.of(1, 100).describe(0, 1000)).hasLineCount(1000);
		assertThat(Weather.of(1, 5).describe(0, 100_000).lines().count()).isBetween(4_700L, 5_300L);
		assertThatThrownBy(() -> Weather.of(1, 101)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void bringsEveryKindOfMishapAndNoneLongerThanAllowed() {
		Map<String, Integer> kinds = new TreeMap<>();
		for (long call = 0; call < 10_000; call++) {
			Mishap mishap = Weather.of(3, 100, SHORT).at(call).mishap();
			kinds.merge(mishap.label(), 1, Integer::sum);
			assertThat(List.of(mishap.delay(), mishap.after(), mishap.pause()))
				.allMatch((one) -> one.compareTo(SHORT) <= 0);
		}
		assertThat(kinds.keySet()).containsExactly("break", "delay", "done-break", "done-empty", "done-error",
				"done-half", "done-silence", "done-truncated", "empty", "expired-operator", "expired-token", "html-502",
				"late-break", "late-silence", "login-page", "status-500", "suspended", "throttled");
		assertThat(kinds.values()).allMatch((count) -> count > 200);
	}

	@Test
	void comesOverTheWireAsItIsDescribed() {
		Weather weather = Weather.of(11, 50, SHORT);
		try (Office office = Office.open(this.folder)) {
			office.simulator().faults().weather(weather);
			for (long call = 0; call < 80; call++) {
				Fault fault = weather.at(call);
				assertThat(seen(office)).as("call %d: %s", call, fault).isEqualTo(expected(fault));
			}
			office.simulator().faults().clear();
			assertThat(IntStream.range(0, 30).mapToObj((i) -> seen(office))).containsOnly("200");
		}
	}

	private static String seen(Office office) {
		try {
			// a save: reads are tried again by the JDK's client itself
			return Integer.toString(office.post("/jabatan/save", SavesTest.jabatan()).status());
		}
		catch (UncheckedIOException ex) {
			return "nothing";
		}
	}

	private static String expected(Fault fault) {
		if (fault == null) {
			return "200";
		}
		return switch (fault.mishap().label()) {
			case "break", "done-break", "late-break", "late-silence", "done-silence", "done-half" -> "nothing";
			case "html-502" -> "502";
			case "status-500", "done-error" -> "500";
			case "suspended" -> "503";
			case "throttled" -> "429";
			case "expired-token", "expired-operator" -> "401";
			default -> "200";
		};
	}

	@Test
	void leavesTheTokenDeskAlone() {
		try (Office office = Office.open(this.folder)) {
			office.simulator().faults().weather(Weather.of(1, 100, SHORT));
			for (int i = 0; i < 20; i++) {
				assertThat(office.apimToken("consumer-key-16.71", "consumer-secret-16.71").status()).isEqualTo(200);
			}
		}
	}

	/**
	 * After a storm: what is held follows from seeds and ledger alone, each save that was
	 * told to the caller is in it, and each number comes once.
	 */
	@Test
	void leavesALedgerThatTellsEverything() {
		Path ledger = this.folder.resolve("buku-besar.jsonl");
		Map<String, Object> totals;
		Map<String, Object> held = new HashMap<>();
		TreeSet<String> told = new TreeSet<>();
		try (Office office = Office.open(this.folder, ledger)) {
			office.simulator().faults().weather(Weather.of(5, 40, SHORT));
			IntStream.range(0, 300).parallel().mapToObj((i) -> saved(office, "SK/" + i)).forEach((id) -> add(told, id));
			Office.await(() -> office.simulator().lateDeeds() == 0);
			office.simulator().faults().clear();
			held.putAll(held(office.registry()));
			totals = office.registry().totals();
		}
		try (Registry again = Registry.open(ledger)) {
			assertThat(held(again)).isEqualTo(held);
			assertThat(writesOf(again.totals())).isEqualTo(writesOf(totals));
			List<LedgerEntry> entries = again.ledger();
			assertThat(entries).extracting(LedgerEntry::seq)
				.isEqualTo(LongStream.rangeClosed(1, entries.size()).boxed().toList());
			assertThat(entries.stream().filter(LedgerEntry::answered).map(LedgerEntry::id)).hasSizeGreaterThan(150)
				.containsExactlyInAnyOrderElementsOf(told);
			assertThat(entries).extracting(LedgerEntry::mishap)
				.contains("", "delay", "done-break", "late-break", "done-error");
			assertThat(entries.stream().filter((entry) -> !entry.answered()))
				.allMatch((entry) -> !entry.mishap().isEmpty());
		}
	}

	private static Map<String, Object> held(Registry registry) {
		return Map.of("data-utama", registry.rows(Office.PNS_ID, "data-utama"), "jabatan",
				registry.rows(Office.PNS_ID, "jabatan"));
	}

	/** Reads are counted by the process, not by the ledger. */
	@SuppressWarnings("unchecked")
	private static Object writesOf(Map<String, Object> totals) {
		return ((Map<String, Object>) totals.get("total")).get("writes");
	}

	private static synchronized void add(TreeSet<String> ids, String id) {
		if (!id.isEmpty()) {
			ids.add(id);
		}
	}

	/** The id the caller is told, or an empty text. */
	private static String saved(Office office, String number) {
		try {
			Office.Reply reply = office.post("/jabatan/save", SavesTest.jabatan("nomorSk", number));
			boolean told = reply.status() == 200 && reply.text().startsWith("{\"success\":true")
					&& reply.text().endsWith("}");
			return told ? reply.json().path("mapData").path("rwJabatanId").asString() : "";
		}
		catch (UncheckedIOException ex) {
			return "";
		}
	}

}
