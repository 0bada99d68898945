package id.simpul.national;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import id.simpul.change.Generation;
import id.simpul.change.Node;
import id.simpul.change.Outbox;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.InstansiList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Delivery of one accepted person over a real database and real HTTP: what is read, what
 * is sent, and what is never sent twice, whenever the program ended in between.
 */
class DispatcherTest {

	private static final String KODE = "16.71";

	private static final String NIP = "199001012015011999";

	private static final String SAVE = "jabatan/unorjabatan/save";

	private static final String HISTORY = "pns/rw-jabatan/" + NIP;

	private static final String SYNC = "pns/data-utama-jabatansync";

	private static final String NOTHING = "{\"code\":0,\"data\":\"Data tidak ditemukan\",\"message\":\"x\"}";

	private static final String THERE = """
			{"code":1,"data":[{"id":"rw-1","jenisJabatan":"4","jabatanFungsionalUmumId":"jfu-1","unorId":"%s",
			"namaJabatan":"Pengelola Data","nomorSk":"824/1","tanggalSk":"28-08-2023","tmtJabatan":"01-09-2023"}]}""";

	private final ScriptedSiasn siasn = new ScriptedSiasn();

	private int version;

	private Instant now = Instant.parse("2026-11-24T01:00:00Z");

	private Path folder;

	private JdbcTemplate jdbc;

	private DataSource database;

	private Dispatcher dispatcher;

	@BeforeEach
	void acceptOnePerson(@TempDir Path folder) throws IOException {
		this.folder = folder;
		ScriptedSiasn.credentials(Files.createDirectories(folder.resolve("rahasia/" + KODE)));
		JdbcDataSource h2 = new JdbcDataSource();
		h2.setURL("jdbc:h2:" + folder.resolve("db") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
				+ ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
		Flyway.configure().dataSource(h2).locations("classpath:db/migration").load().migrate();
		this.database = h2;
		this.jdbc = new JdbcTemplate(h2);
		accept(pegawai(Map.of()), jabatan());
		this.siasn.tell("pns/data-utama/" + NIP, 200, """
				{"code":1,"data":{"id":"PNS-1","nipBaru":"199001012015011999","nama":"CONTOH PEGAWAI",
				"tglLahir":"01-01-1990","jenisKelamin":"M","kedudukanPnsId":"01"}}""");
		this.siasn.tell(SYNC, 200, "{\"Error\":\"false\",\"Message\":\"ok\"}");
		startProgram();
	}

	@AfterEach
	void close() throws InterruptedException {
		this.dispatcher.close();
		this.siasn.close();
		this.jdbc.execute("shutdown");
	}

	/**
	 * The source shows this of the person, and it is accepted; later ones change one
	 * entry.
	 */
	private void accept(Entry... entries) {
		accept((this.version == 0) ? entries.length : 1, entries);
	}

	private void accept(int changes, Entry... entries) {
		Document document = Document.of(List.of(entries));
		this.version++;
		int unchanged = entries.length - changes;
		this.jdbc.update("""
				insert into run (instansi, started_by, started_at, state, entries_read, unchanged, changed, waiting)
				values (?, 'uji', ?, 'DONE', ?, ?, ?, ?)""", KODE, utc(), entries.length, unchanged, changes, changes);
		this.jdbc.update("""
				insert into document (instansi, kunci, version, run_id, nip, hash, doc, origins, entries, changes,
					unchanged) values (?, 'k1', ?, ?, ?, ?, ?, '-', ?, ?, ?)""", KODE, this.version, this.version, NIP,
				document.hash(), document.json(), entries.length, changes, unchanged);
	}

	/** What was in memory is gone, the database is as it was. */
	private void startProgram() {
		Clock clock = new Clock() {

			@Override
			public Instant instant() {
				return DispatcherTest.this.now;
			}

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				throw new UnsupportedOperationException();
			}

		};
		JdbcTransactionManager transactions = new JdbcTransactionManager(this.database);
		SiasnSettings settings = this.siasn.settings("password");
		Outbox outbox = new Outbox(this.database, transactions, clock,
				new Node("sini", true, settings.request(), settings.lateness()));
		Registries registries = new Registries(settings, this.folder,
				InstansiList.load(Path.of("config/instansi.yaml")), CodeLists.bundled(), clock);
		this.dispatcher = NationalConfiguration.dispatcher(this.database, transactions, outbox,
				new Generation(this.database, clock, this.folder.resolve("generasi")), settings, registries, clock);
	}

	private void restartProgram() throws InterruptedException {
		this.dispatcher.close();
		pass(Duration.ofMinutes(5));
		startProgram();
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	@Test
	void createsWhatIsMissingAndHasThePositionRecomputed() {
		this.siasn.tell(HISTORY, 404, NOTHING).tell(SAVE, 200, saved("rw-9"));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-9");
		assertThat(this.siasn.asked(SAVE)).hasSize(1);
		assertThat(this.siasn.asked(SYNC)).hasSize(1);
	}

	@Test
	void adoptsWhatTheRegistryHolds() {
		this.siasn.tell(HISTORY, 200, THERE.formatted("unor-1"));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ADOPTED rw-1");
		assertThat(this.siasn.asked(SAVE)).isEmpty();
		assertThat(this.siasn.asked(SYNC)).isEmpty();
	}

	@Test
	void updatesWhatDiffersWithItsId() {
		this.siasn.tell(HISTORY, 200, THERE.formatted("unor-2"));
		this.siasn.tell(SAVE, 200, saved("rw-1"));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-1");
		assertThat(this.siasn.asked(SAVE)).singleElement()
			.satisfies((one) -> assertThat(one.body()).contains("\"id\":\"rw-1\""));
	}

	@Test
	void aLostAnswerIsLookedUpBeforeAnythingIsSentAgain() {
		this.siasn.tell(HISTORY, 404, NOTHING).tell(HISTORY, 200, THERE.formatted("unor-1"));
		this.siasn.hangUp(SAVE);
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("AMBIGUOUS null");
		pass(Duration.ofMinutes(1));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-1");
		assertThat(this.siasn.asked(SAVE)).hasSize(1);
		assertThat(this.siasn.asked(SYNC)).as("the save came through, its position is stale").hasSize(1);
	}

	@Test
	void whatNeverArrivedIsSentOnceMore() {
		this.siasn.tell(HISTORY, 404, NOTHING);
		this.siasn.hangUp(SAVE).tell(SAVE, 200, saved("rw-9"));
		this.dispatcher.drain(KODE);
		pass(Duration.ofSeconds(32));
		this.dispatcher.drain(KODE);
		assertThat(position()).as("cut off when it had just left, it may take as long as any answer")
			.isEqualTo("AMBIGUOUS null");
		pass(Duration.ofMinutes(1));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-9");
		assertThat(this.siasn.asked(SAVE)).hasSize(2);
		assertThat(this.siasn.asked(HISTORY)).hasSize(2);
	}

	@Test
	void whatWasSentWhenTheProgramEndedIsLookedUp() throws InterruptedException {
		this.siasn.tell(HISTORY, 404, NOTHING).tell(HISTORY, 200, THERE.formatted("unor-1"));
		this.siasn.hangUp(SAVE);
		this.dispatcher.drain(KODE);
		this.jdbc.update("update outbox set state = 'SENT', next_at = null where resource = 'jabatan'");
		restartProgram();
		this.dispatcher.drain(KODE);
		assertThat(position()).as("it may still arrive").isEqualTo("AMBIGUOUS null");
		pass(Duration.ofSeconds(30));
		this.dispatcher.drain(KODE);
		assertThat(position()).as("so may what was cut off when it had just left").isEqualTo("AMBIGUOUS null");
		pass(Duration.ofSeconds(10));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-1");
		assertThat(this.siasn.asked(SAVE)).hasSize(1);
		assertThat(this.siasn.asked(SYNC)).hasSize(1);
	}

	/**
	 * A process killed in the middle of many commits may find its database a few commits
	 * back: the save has reached the registry, and not even that it was sent is known.
	 */
	@Test
	void aSaveOfWhichEvenTheSendingWasForgottenIsNotMadeAgain() throws InterruptedException {
		this.siasn.tell(HISTORY, 404, NOTHING).tell(HISTORY, 200, THERE.formatted("unor-1"));
		this.siasn.hangUp(SAVE);
		this.dispatcher.drain(KODE);
		this.jdbc.update("update outbox set state = 'READY', attempts = 0, sent_at = null, answer = null,"
				+ " next_at = null where resource = 'jabatan'");
		restartProgram();
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ADOPTED rw-1");
		assertThat(this.siasn.asked(SAVE)).hasSize(1);
		assertThat(this.siasn.asked(SYNC)).as("nobody else has had it recomputed").hasSize(1);
	}

	@Test
	void aValueThatChangedThereSinceOurLastExchangeIsForAPersonToDecide() throws InterruptedException {
		this.siasn.tell(HISTORY, 200, THERE.formatted("unor-1")).tell(HISTORY, 200, THERE.formatted("unor-2"));
		this.dispatcher.drain(KODE);
		this.jdbc.update("update outbox set state = 'READY', settled_at = null where resource = 'jabatan'");
		this.jdbc.update("update run set waiting = 1, adopted = adopted - 1");
		restartProgram();
		this.dispatcher.drain(KODE);
		assertThat(position()).startsWith("WORKLIST");
		assertThat(this.jdbc.queryForObject("select cause from worklist where resource = 'jabatan'", String.class))
			.isEqualTo("KONFLIK_SIASN");
		assertThat(this.siasn.asked(SAVE)).isEmpty();
	}

	@Test
	void aPersonWhomTheRegistryFailsIsServedLater() {
		this.siasn.tell(HISTORY, 503, "text/html", "<html>Pemeliharaan</html>", Map.of())
			.tell(HISTORY, 404, NOTHING)
			.tell(SAVE, 200, saved("rw-9"));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("RETRY null");
		assertThat(this.dispatcher.resting(KODE)).as("one alone says nothing about the registry").isEmpty();
		pass(Duration.ofMinutes(1));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-9");
	}

	@Test
	void aRegistryThatIsSuspendedRestsTheInstansiAndLosesNothing() {
		this.siasn.tell(HISTORY, 503, """
				{"code":"303001","type":"Status report","message":"Runtime Error",
				"description":"Currently , Address endpoint : [ Name : x ] [ State : SUSPENDED ]"}""")
			.tell(HISTORY, 404, NOTHING)
			.tell(SAVE, 200, saved("rw-9"));
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("READY null");
		assertThat(this.dispatcher.resting(KODE)).isPresent();
		pass(Duration.ofMinutes(1));
		assertThat(this.dispatcher.resting(KODE)).isEmpty();
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-9");
	}

	@Test
	void aPositionThatCouldNotBeRecomputedIsRecomputedLater() {
		this.siasn.tell(HISTORY, 404, NOTHING).tell(SAVE, 200, saved("rw-9"));
		this.siasn.tellInstead(SYNC, 200, "{\"Error\":\"true\",\"Message\":\"gagal\"}");
		this.dispatcher.drain(KODE);
		assertThat(position()).isEqualTo("ACKED rw-9");
		this.siasn.tellInstead(SYNC, 200, "{\"Error\":\"false\",\"Message\":\"ok\"}");
		this.dispatcher.drain(KODE);
		assertThat(this.siasn.asked(SYNC)).as("not at once").hasSize(1);
		pass(Duration.ofMinutes(1));
		this.dispatcher.drain(KODE);
		this.dispatcher.drain(KODE);
		assertThat(this.siasn.asked(SYNC)).hasSize(2);
	}

	/**
	 * The year was derived, so the registry holds more than we have: that is no edit of
	 * theirs.
	 */
	@Test
	void aCourseWithoutItsYearIsCreatedAndThenChanged() {
		this.siasn.tell(HISTORY, 200, THERE.formatted("unor-1"));
		this.siasn.tell("pns/rw-kursus/" + NIP, 404, NOTHING).tell("pns/rw-kursus/" + NIP, 200, """
				{"code":1,"data":[{"id":"k-1","jenisDiklatId":"9","namaKursus":"Seminar","noSertipikat":"S/1",
				"tanggalKursus":"05-02-2024","tahunKursus":"2024","jumlahJam":"5","institusiPenyelenggara":""}]}""");
		this.siasn.tell("kursus/save", 200,
				"{\"success\":true,\"mapData\":{\"rwKursusId\":\"k-1\"},\"message\":\"success\"}");
		accept(pegawai(Map.of()), jabatan(), kursus(5));
		this.dispatcher.drain(KODE);
		accept(pegawai(Map.of()), jabatan(), kursus(6));
		this.dispatcher.drain(KODE);
		assertThat(
				this.jdbc.queryForList("select state from outbox where resource = 'kursus' order by id", String.class))
			.containsExactly("ACKED", "ACKED");
		assertThat(this.siasn.asked("kursus/save").get(1).body()).contains("\"id\":\"k-1\"", "\"jumlahJam\":6");
	}

	/** The name is not ours to write; the telephone is, as often as it changes. */
	@Test
	void contactDataGoesOutAlsoWhereTheIdentityDiffers() {
		this.siasn.tell(HISTORY, 200, THERE.formatted("unor-1"));
		this.siasn.tell("pns/data-utama-update", 200, "{\"code\":1,\"message\":\"success\",\"success\":true}");
		this.dispatcher.drain(KODE);
		accept(pegawai(Map.of("nama", "CONTOH PEGAWAE", "noHp", "0812")), jabatan());
		this.dispatcher.drain(KODE);
		accept(pegawai(Map.of("nama", "CONTOH PEGAWAE", "noHp", "0813")), jabatan());
		this.siasn.tellInstead("pns/data-utama/" + NIP, 200, """
				{"code":1,"data":{"id":"PNS-1","nipBaru":"199001012015011999","nama":"CONTOH PEGAWAI","noHp":"0812",
				"tglLahir":"01-01-1990","jenisKelamin":"M","kedudukanPnsId":"01"}}""");
		this.dispatcher.drain(KODE);
		assertThat(this.siasn.asked("pns/data-utama-update")).hasSize(2);
		assertThat(this.jdbc.queryForList("""
				select o.state || ' ' || w.cause || ' ' || w.fields from outbox o join worklist w on w.outbox_id = o.id
				where o.resource = 'pegawai' order by o.id""", String.class))
			.containsExactly("ACKED BEDA_IDENTITAS nama", "ACKED BEDA_IDENTITAS nama");
	}

	/**
	 * What was read of a history is written down before anything of it is sent; later it
	 * would undo what the sending has taught us, and our own value would pass for
	 * somebody else's.
	 */
	@Test
	void whatWasJustSentIsNoConflictAtTheNextChange() {
		String courses = "pns/rw-kursus/" + NIP;
		this.siasn.tell(HISTORY, 200, THERE.formatted("unor-1")).tell(SAVE, 200, saved("rw-1"));
		this.siasn.tell("kursus/save", 200,
				"{\"success\":true,\"mapData\":{\"rwKursusId\":\"k-1\"},\"message\":\"success\"}");
		this.siasn.tell(courses, 200, courses(5));
		accept(pegawai(Map.of()), jabatan("unor-1"), kursus("S/1", 5));
		this.dispatcher.drain(KODE);
		// in one visit: a position that is sent before the courses are read, a course
		// that
		// is sent, and behind it one that stands there already
		accept(2, pegawai(Map.of()), jabatan("unor-2"), kursus("S/1", 6));
		accept(pegawai(Map.of()), jabatan("unor-2"), kursus("S/1", 6), kursus("S/2", 8));
		this.dispatcher.drain(KODE);
		this.siasn.tellInstead(courses, 200, courses(6));
		accept(pegawai(Map.of()), jabatan("unor-2"), kursus("S/1", 7), kursus("S/2", 8));
		this.dispatcher.drain(KODE);
		assertThat(this.jdbc.queryForList("select resource || ' ' || state from outbox order by id", String.class))
			.containsExactly("pegawai ADOPTED", "jabatan ADOPTED", "kursus ADOPTED", "jabatan ACKED", "kursus ACKED",
					"kursus ADOPTED", "kursus ACKED");
	}

	/** Two courses, the first of so many hours. */
	private static String courses(int jam) {
		String course = """
				{"id":"%s","jenisDiklatId":"9","namaKursus":"Seminar","noSertipikat":"%s","tanggalKursus":"05-02-2024",
				"tahunKursus":"2024","jumlahJam":"%d","institusiPenyelenggara":""}""";
		return "{\"code\":1,\"data\":[" + course.formatted("k-1", "S/1", jam) + ',' + course.formatted("k-2", "S/2", 8)
				+ "]}";
	}

	private String position() {
		return this.jdbc.queryForObject("select state, remote_id from outbox where resource = 'jabatan'",
				(row, number) -> row.getString(1) + " " + row.getString(2));
	}

	private OffsetDateTime utc() {
		return OffsetDateTime.ofInstant(this.now, ZoneOffset.UTC);
	}

	private static String saved(String id) {
		return "{\"success\":true,\"mapData\":{\"rwJabatanId\":\"%s\"},\"message\":\"success\"}".formatted(id);
	}

	private static Entry pegawai(Map<String, Object> other) {
		Map<String, Object> values = new HashMap<>(Map.of("nip", NIP, "nama", "CONTOH PEGAWAI", "tglLahir",
				LocalDate.of(1990, 1, 1), "jenisKelamin", "M", "jenisAsn", "PNS", "kedudukanHukum", "01"));
		values.putAll(other);
		return entry(Resource.PEGAWAI, values);
	}

	private static Entry kursus(int jam) {
		return kursus("S/1", jam);
	}

	private static Entry kursus(String nomor, int jam) {
		return entry(Resource.KURSUS, Map.of("jenisDiklat", "9", "namaKursus", "Seminar", "nomorSertifikat", nomor,
				"tanggalKursus", LocalDate.of(2024, 2, 5), "jumlahJam", jam));
	}

	private static Entry jabatan() {
		return jabatan("unor-1");
	}

	private static Entry jabatan(String unor) {
		return entry(Resource.JABATAN,
				Map.of("jenisJabatan", "4", "jabatanId", "jfu-1", "unorId", unor, "namaJabatan", "Pengelola Data",
						"nomorSk", "824/1", "tanggalSk", LocalDate.of(2023, 8, 28), "tmtJabatan",
						LocalDate.of(2023, 9, 1)));
	}

	private static Entry entry(Resource resource, Map<String, Object> values) {
		Object[] all = new Object[resource.fields().size()];
		values.forEach((field, value) -> all[resource.field(field).index()] = value);
		return new Entry(resource, all, null);
	}

}
