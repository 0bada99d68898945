package id.simpul.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

import id.simpul.source.InstansiList;

/**
 * A province on a Tuesday morning, invented, in which every standing, cause and state of
 * a delivery occurs.
 */
public final class Province {

	/** 24 November 2026, 08.30 WIB. */
	public static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");

	public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	public static final InstansiList INSTANSI = InstansiList.load(Path.of("config/instansi.yaml"));

	/** A NIP that nobody has, planted as key; no page may show it whole. */
	public static final String NIP = "198609262015051001";

	/** What a hostile source could put where a name is expected. */
	public static final String HOSTILE = "<script>alert('x')</script>";

	private static final List<String> BOOKS = List.of("people", "rows_read", "rows_used", "rows_filtered",
			"rows_unreadable", "entries_read", "unchanged", "changed", "rejected", "held", "duplicate", "gone", "acked",
			"adopted", "worklist", "waiting", "refused", "parked", "superseded");

	private final JdbcTemplate jdbc;

	/**
	 * @param database migrated and empty
	 */
	public Province(DataSource database) {
		this.jdbc = new JdbcTemplate(database);
	}

	/** Schedules tomorrow, and a registry that rests for one instansi. */
	public static Outlook outlook() {
		return new Outlook() {

			@Override
			public Optional<Instant> nextRun(String kode) {
				return Optional.of(NOW.plus(Duration.ofHours(21)));
			}

			@Override
			public Optional<Pause> registryPause(String kode) {
				return kode.equals("16.11") ? Optional.of(new Pause("REGISTRI_TERGANGGU",
						NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofMinutes(20)))) : Optional.empty();
			}

			@Override
			public Optional<Duration> remaining(String kode) {
				return kode.equals("16.11") ? Optional.of(Duration.ofMinutes(125)) : Optional.empty();
			}

		};
	}

	public void fill() {
		int size = 0;
		for (var one : INSTANSI.all()) {
			size += 137;
			switch (one.kode()) {
				case "16.02" -> {
					failed("16.02", 3, "BERKAS_BELUM_SELESAI", "unduhan.xlsx");
					running("16.02", "admin");
				}
				case "16.04" -> {
					done("16.04", 1, 5480, 120);
					failed("16.04", 0, "SUMBER_TIDAK_TERSAMBUNG", "simpeg_lahat");
				}
				case "16.05" -> done("16.05", 3, 4210, 44);
				case "16.08" -> held();
				case "16.12" -> {
					done("16.12", 50, 3000, 80);
					done("16.12", 0, 3000, 0);
				}
				case "16.13" -> {
				}
				default -> {
					done(one.kode(), 1, 3000 + size, 60);
					long run = done(one.kode(), 0, 3000 + size, 24);
					findings(run, one.kode(), 3 + size % 11);
				}
			}
		}
		outage("16.11", "REGISTRI_TERGANGGU", Duration.ofHours(2), null);
		outage(null, "REGISTRI_TIDAK_TERJANGKAU", Duration.ofHours(30), Duration.ofHours(24));
		outage("16.71", "AKSES_DITOLAK", Duration.ofHours(9), Duration.ofMinutes(500));
		deliveries("16.71");
		deliveries("16.11");
	}

	/** Counts in the tables, for tests that ask whether a figure has its rows. */
	public long count(String from, Object... args) {
		return this.jdbc.queryForObject("select count(*) from " + from, Long.class, args);
	}

	public JdbcTemplate jdbc() {
		return this.jdbc;
	}

	/** A run under way for twenty minutes. @return its id */
	public long running(String kode, String who) {
		return run(kode, "RUNNING", who, NOW.minus(Duration.ofMinutes(20)), Map.of());
	}

	/** A run that was accepted, with books that close. @return its id */
	public long done(String kode, int daysAgo, long people, long changed) {
		Map<String, Long> books = books(people);
		books.put("unchanged", people * 20 - changed - 25);
		books.put("changed", changed);
		books.put("acked", changed / 3);
		books.put("adopted", changed / 4);
		books.put("worklist", changed / 12);
		books.put("refused", changed / 24);
		books.put("waiting", changed - changed / 3 - changed / 4 - changed / 12 - changed / 24);
		long run = run(kode, "DONE", "jadwal", ago(daysAgo), books);
		balance(run, books);
		return run;
	}

	private void held() {
		done("16.08", 1, 4100, 12);
		Map<String, Long> books = books(4100);
		books.put("unchanged", 4100L * 20 - 1463 - 25);
		books.put("held", 1463L);
		long run = run("16.08", "HELD", "jadwal", ago(0), books);
		balance(run, books);
		findings(run, "16.08", 6);
		this.jdbc.update("insert into hold values (?, 'BERUBAH', null, 1402, 4100, 20.00)", run);
		this.jdbc.update("insert into hold values (?, 'KOLOM', 'jabatan.unorId', 1398, 4100, 10.00)", run);
		this.jdbc.update("insert into hold_sample values (?, 'BERUBAH', null, ?, 'jabatan', ?)", run, NIP,
				"2020-03-01|" + HOSTILE);
	}

	private static Map<String, Long> books(long people) {
		Map<String, Long> books = new LinkedHashMap<>();
		BOOKS.forEach((name) -> books.put(name, 0L));
		books.put("people", people);
		books.put("rows_read", people * 12);
		books.put("rows_used", people * 12 - 41);
		books.put("rows_filtered", 38L);
		books.put("rows_unreadable", 3L);
		books.put("entries_read", people * 20);
		books.put("rejected", 21L);
		books.put("duplicate", 4L);
		return books;
	}

	public void failed(String kode, int daysAgo, String cause, String args) {
		long run = run(kode, "FAILED", "jadwal", ago(daysAgo), Map.of());
		this.jdbc.update("update run set cause = ?, cause_args = ? where id = ?", cause, args, run);
	}

	private long run(String kode, String state, String who, Instant start, Map<String, Long> books) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			var insert = connection.prepareStatement("""
					insert into run (instansi, started_by, started_at, finished_at, state) values (?, ?, ?, ?, ?)""",
					new String[] { "id" });
			insert.setString(1, kode);
			insert.setString(2, who);
			insert.setObject(3, utc(start));
			insert.setObject(4, state.equals("RUNNING") ? null : utc(start.plusSeconds(95)));
			insert.setString(5, state);
			return insert;
		}, key);
		long id = key.getKey().longValue();
		books.forEach((column, value) -> this.jdbc.update("update run set " + column + " = ? where id = ?", value, id));
		return id;
	}

	private void balance(long run, Map<String, Long> books) {
		String line = "insert into balance values (?, ?, ?, ?, true, ?)";
		OffsetDateTime now = utc(NOW.minusSeconds(40));
		this.jdbc.update(line, run, "ROWS", books.get("rows_read"), books.get("rows_read"), now);
		this.jdbc.update(line, run, "ENTRIES", books.get("entries_read"), books.get("entries_read"), now);
		this.jdbc.update(line, run, "REGISTRY", books.get("changed"), books.get("changed"), now);
	}

	private void findings(long run, String kode, int count) {
		for (int i = 0; i < count; i++) {
			finding(run, kode, NIP.substring(0, 15) + (100 + i), "KODE_TAK_DIKENAL", "E", "jabatan", "unorId", i);
			rejection(run, kode, NIP.substring(0, 15) + (100 + i), "KODE_TAK_DIKENAL", "jabatan", i);
			if (i % 2 == 0) {
				finding(run, kode, "P-00" + i, "TANGGAL_TAK_TERBACA", "W", "pendidikan", "tanggalLulus", i);
			}
		}
		finding(run, kode, NIP, "PEGAWAI_GANDA", "E", "pegawai", "nip", 7);
		rejection(run, kode, NIP, "PEGAWAI_DITOLAK", "kinerja", 7);
		this.jdbc.update("""
				insert into finding (run_id, instansi, kunci, rule, severity, dataset, row_no, value_class, args)
				values (?, ?, ?, 'BARIS_YATIM', 'W', ?, 12, ?, ?)""", run, kode, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
	}

	void finding(long run, String kode, String kunci, String rule, String severity, String resource, String field,
			int row) {
		this.jdbc.update(
				"""
						insert into finding (run_id, instansi, kunci, rule, severity, resource, entry_key, field, dataset, row_no,
							value_class, args)
						values (?, ?, ?, ?, ?, ?, ?, ?, 'riwayat_jabatan', ?, 'A(4)-9(3)', 'unor')""",
				run, kode, kunci, rule, severity, resource, "2021-01-04|821.2/1140/BKD", field, 40 + row);
	}

	void rejection(long run, String kode, String kunci, String rule, String resource, int row) {
		this.jdbc.update("""
				insert into rejection (run_id, instansi, kunci, resource, entry_key, dataset, row_no, rule)
				values (?, ?, ?, ?, '2021-01-04|821.2/1140/BKD', 'riwayat_jabatan', ?, ?)""", run, kode, kunci,
				resource, 40 + row, rule);
	}

	/**
	 * As many rows as the books of the instansi's latest run say, and a first of each
	 * state.
	 */
	private void deliveries(String kode) {
		long run = this.jdbc.queryForObject("select max(id) from run where instansi = ?", Long.class, kode);
		Map<String, Object> books = this.jdbc.queryForMap("select * from run where id = ?", run);
		int number = 0;
		for (String state : List.of("ACKED", "ADOPTED", "WORKLIST", "REFUSED")) {
			for (long i = ((Number) books.get(state.toLowerCase(Locale.ROOT))).longValue(); i > 0; i--) {
				delivery(kode, run, state, number++);
			}
		}
		for (long i = ((Number) books.get("waiting")).longValue() - 1; i > 0; i--) {
			delivery(kode, run, List.of("READY", "SENT", "RETRY", "AMBIGUOUS").get((int) (i % 4)), number++);
		}
	}

	public void delivery(String kode, long run, String state, int number) {
		boolean answered = List.of("ACKED", "ADOPTED", "WORKLIST", "REFUSED").contains(state);
		String answer = switch (state) {
			case "WORKLIST" -> "BEDA_GOLONGAN";
			case "REFUSED" -> "DITOLAK_SIASN";
			case "RETRY" -> "LAJU_DIBATASI";
			default -> null;
		};
		this.jdbc.update("""
				insert into outbox (instansi, kunci, version, run_id, resource, entry_key, operation, state, attempts,
					next_at, answer, answer_text, created_at, sent_at, settled_at)
				values (?, ?, 2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", kode, NIP.substring(0, 15) + (100 + number),
				run, state.equals("WORKLIST") ? "golongan" : "jabatan",
				"2025-0" + (1 + number % 9) + "-01|821.2/" + number, (number % 3 == 0) ? "UBAH" : "BARU", state,
				(state.equals("READY") ? 0 : 1), state.equals("RETRY") ? utc(NOW.plusSeconds(600)) : null, answer,
				state.equals("REFUSED") ? "Unor tidak aktif " + HOSTILE : null, utc(NOW.minusSeconds(4000)),
				state.equals("READY") ? null : utc(NOW.minusSeconds(3000 - number)),
				answered ? utc(NOW.minusSeconds(2900 - number)) : null);
		if (state.equals("WORKLIST")) {
			this.jdbc.update("""
					insert into worklist (outbox_id, instansi, kunci, resource, entry_key, cause, fields, created_at)
					select id, instansi, kunci, resource, entry_key, answer, ?, created_at from outbox
					where state = 'WORKLIST' and id = (select max(id) from outbox)""", "golongan\u001ftmtGolongan");
		}
	}

	/**
	 * A time in which the registry could not be used.
	 * @param kode or {@code null} for everybody
	 * @param ended how long ago, or {@code null}
	 */
	public void outage(String kode, String cause, Duration began, Duration ended) {
		this.jdbc.update("insert into outage (instansi, cause, began_at, ended_at, probes) values (?, ?, ?, ?, 3)",
				kode, cause, utc(NOW.minus(began)), (ended != null) ? utc(NOW.minus(ended)) : null);
	}

	/** Ten past seven, when every schedule of the morning has run, so many days ago. */
	private static Instant ago(int days) {
		return Instant.parse("2026-11-24T00:10:00Z").minus(Duration.ofDays(days));
	}

	private static OffsetDateTime utc(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

}
