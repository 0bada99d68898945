package id.simpul.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A date is a date wherever the program's machine believes itself to be. */
class ZoneTest {

	private static final List<String> ZONES = List.of("UTC", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura",
			"America/New_York");

	/** Midnights, hours that a change of summer time leaves out or has twice. */
	private static final String VALUES = "('1', '1987-02-28', '1987-02-28 00:00:00'), ('2', '2026-03-08',"
			+ " '2026-03-08 02:30:00'), ('3', '2026-11-01', '2026-11-01 01:30:00'), ('4', '1932-01-01',"
			+ " '1932-01-01 00:00:00')";

	private static final Dataset PEGAWAI = Reading.main("pegawai", "pegawai", "nip", "nip", "lahir", "ubah");

	private final TimeZone before = TimeZone.getDefault();

	@TempDir
	Path data;

	@AfterEach
	void putBack() {
		TimeZone.setDefault(this.before);
	}

	@Test
	void readsDatesAndTimesAsTheyStandInADatabaseInEveryZone() {
		String table = "create table pegawai(nip varchar(18), lahir date, ubah %s)";
		TestDatabases.Database postgres = TestDatabases.postgres()
			.execute(table.formatted("timestamp"), "insert into pegawai values " + VALUES);
		TestDatabases.Database mariadb = TestMariaDb.database()
			.execute(table.formatted("datetime"), "insert into pegawai values " + VALUES);
		List<String> expected = List.of("1 | pegawai:1 1,1987-02-28,1987-02-28 00:00:00",
				"2 | pegawai:2 2,2026-03-08,2026-03-08 02:30:00", "3 | pegawai:3 3,2026-11-01,2026-11-01 01:30:00",
				"4 | pegawai:4 4,1932-01-01,1932-01-01 00:00:00");
		for (String zone : ZONES) {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			assertThat(Reading.of(postgres.source(), PEGAWAI).rows()).as(zone).isEqualTo(expected);
			assertThat(Reading.of(mariadb.source(), PEGAWAI).rows()).as(zone).isEqualTo(expected);
		}
	}

	/** A moment is written in the zone of the instansi, not in that of the machine. */
	@Test
	void writesMomentsInTheZoneOfTheInstansi() {
		TestDatabases.Database postgres = TestDatabases.postgres()
			.execute("create table pegawai(nip varchar(18), lahir date, ubah timestamptz)",
					"insert into pegawai values ('1', '1987-02-28', '2026-06-30 17:30:00+00')");
		Map<String, String> hours = new LinkedHashMap<>(Map.of("Asia/Jakarta", "2026-07-01 00:30:00+07",
				"Asia/Makassar", "2026-07-01 01:30:00+08", "Asia/Jayapura", "2026-07-01 02:30:00+09"));
		for (String zone : ZONES) {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			hours.forEach((own, written) -> {
				DatabaseSource source = postgres.source();
				source.setZone(own);
				assertThat(Reading.of(source, PEGAWAI).rows()).as(zone)
					.containsExactly("1 | pegawai:1 1,1987-02-28," + written);
			});
		}
	}

	@Test
	void countsTheDaysOfAWorkbookInEveryZone() {
		for (String zone : ZONES) {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			assertThat(CellText.date("31836", false)).as(zone).isEqualTo("1987-02-28");
			assertThat(CellText.date("30374", true)).as(zone).isEqualTo("1987-02-28");
			assertThat(CellText.date("46089.104166666664", false)).as(zone).isEqualTo("2026-03-08 02:30:00");
		}
	}

}
