package id.simpul.reliability;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import id.simpul.reliability.Figures.Figure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the oracle sees what it is there to see: a story in which all is well, and then
 * the same one told wrongly.
 */
class OracleTest {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final EntryId COURSE = new EntryId("16.71", "9", "kursus", "2026-01-05|UJI/K/1");

	private static final EntryId WRONG = new EntryId("16.71", "9", "kursus", "2026-02-05|UJI/K/2");

	private final Map<EntryId, Map<String, String>> rows = new TreeMap<>();

	private final List<Shown> shown = new ArrayList<>();

	private final List<String> ledger = new ArrayList<>();

	private final Oracle oracle = new Oracle(Map.of("16.71", new Oracle.Expectation(1, 1, 0)));

	private Connection database;

	/**
	 * One person with a course that was changed once and a course that no rule lets
	 * through.
	 */
	@BeforeEach
	void tellTheStory() throws SQLException {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:mem:oracle" + NUMBER.incrementAndGet()
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
		Flyway.configure().dataSource(source).load().migrate();
		this.database = source.getConnection();
		show(new Shown(COURSE, "199001012015011001").show(1, course(COURSE, "Lembaga A", "8"), true)
			.show(2, course(COURSE, "Lembaga B", "9"), true));
		show(new Shown(WRONG, "199001012015011001").show(1, course(WRONG, "Lembaga A", "999"), false));
		this.ledger
			.add("""
					{"kind":"seed-person","instansi":"16.71","row":{"id":"P1","nipBaru":"199001012015011001","noHp":"1"}}""");
		this.ledger.add(write(1, "create", "R1", "Lembaga A", 8));
		this.ledger.add(write(2, "update", "R1", "Lembaga B", 9));
		run(1, 3, 2, 1, "acked");
		run(2, 3, 1, 1, "acked");
		sql("insert into outbox (instansi, kunci, version, run_id, resource, entry_key, operation, state, created_at)"
				+ " values ('16.71', '9', 1, 1, 'pegawai', '', 'BARU', 'ACKED', now())");
		change(1, 1, "BARU");
		change(2, 2, "UBAH");
		document("Lembaga B", "9", 2, "0b");
		for (int run = 1; run <= 2; run++) {
			sql("insert into rejection values (" + run + ", '16.71', '9', 'kursus', '" + WRONG.key()
					+ "', 'r_diktek', 2, 'BANGKOM_JP')");
			sql("insert into finding (run_id, instansi, kunci, rule, severity) values (" + run
					+ ", '16.71', '9', 'BANGKOM_JP', 'E')");
			sql("insert into balance values (" + run + ", 'BARIS', 3, 3, true, now())");
		}
	}

	@AfterEach
	void forgetIt() throws SQLException {
		sql("shutdown");
	}

	@Test
	void findsNothingWrongInAStoryThatIsRight() throws SQLException {
		assertThat(judge()).hasToString(new Figures().line());
	}

	@Test
	void aWriteThatIsMissingInTheLedgerIsLost() throws SQLException {
		this.ledger.remove(2);

		assertThat(only(judge())).isEqualTo(Figure.LOST);
	}

	@Test
	void aValueWhoseNewestChangeIsNamedIsNotLost() throws SQLException {
		this.ledger.remove(2);
		sql("update outbox set state = 'WORKLIST' where version = 2");
		sql("update run set acked = 0, worklist = 1 where id = 2");
		sql("insert into worklist (outbox_id, instansi, kunci, resource, entry_key, cause, created_at)"
				+ " select id, instansi, kunci, resource, entry_key, 'BEDA_DILAPORKAN', now() from outbox"
				+ " where version = 2");

		assertThat(judge().isClean()).isTrue();

		sql("update worklist set closed_at = now()");

		assertThat(only(judge())).isEqualTo(Figure.LOST);
	}

	@Test
	void aPositionThatTheRegistryWasNotAskedToComputeIsLost() throws SQLException {
		this.ledger.add(writeOf(3, "jabatan", "update", "J1", """
				{"nomorSk":"SK 1","tmtJabatan":"01-02-2020"}"""));

		assertThat(judge().count(Figure.LOST)).isOne();

		this.ledger.add(writeOf(4, "jabatan", "sync", "", "{}"));

		assertThat(judge().count(Figure.LOST)).isZero();
	}

	@Test
	void aSecondCreateIsADuplicateEffect() throws SQLException {
		this.ledger.add(1, write(0, "create", "R0", "Lembaga A", 8));

		assertThat(only(judge())).isEqualTo(Figure.DUPLICATE_EFFECT);
	}

	@Test
	void aCreateOfWhatTheRegistryHeldIsADuplicateEffect() throws SQLException {
		this.ledger.add(1, """
				{"kind":"seed-row","pnsId":"P1","resource":"kursus","id":"S1","row":{"id":"S1",\
				"noSertipikat":"uji/k/1","tanggalKursus":"05-01-2026"}}""");

		assertThat(only(judge())).isEqualTo(Figure.DUPLICATE_EFFECT);
	}

	@Test
	void theSameUpdateTwiceIsADuplicateEffect() throws SQLException {
		this.ledger.add(write(3, "update", "R1", "Lembaga B", 9));

		assertThat(only(judge())).isEqualTo(Figure.DUPLICATE_EFFECT);
	}

	@Test
	void anEarlierValueAfterALaterOneIsAnOrderViolation() throws SQLException {
		this.ledger.add(write(3, "update", "R1", "Lembaga A", 8));
		this.ledger.add(write(4, "update", "R1", "Lembaga B", 9));

		assertThat(only(judge())).isEqualTo(Figure.ORDER_VIOLATION);
	}

	@Test
	void twoWritesInTheWrongOrderAreAnOrderViolation() throws SQLException {
		this.ledger.set(1, write(1, "create", "R1", "Lembaga B", 9));
		this.ledger.set(2, write(2, "update", "R1", "Lembaga A", 8));

		assertThat(judge().count(Figure.ORDER_VIOLATION)).isOne();
	}

	@Test
	void aVersionThatGoesDownIsARegression() throws SQLException {
		judge();
		sql("update document set version = 1");

		assertThat(only(judge())).isEqualTo(Figure.VERSION_REGRESSION);
	}

	@Test
	void aVersionWithOtherContentIsARegression() throws SQLException {
		judge();
		sql("update document set hash = X'0c'");

		assertThat(only(judge())).isEqualTo(Figure.VERSION_REGRESSION);
	}

	@Test
	void aDocumentThatVanishesIsARegression() throws SQLException {
		judge();
		sql("delete from document");

		assertThat(judge().count(Figure.VERSION_REGRESSION)).isOne();
	}

	@Test
	void aVersionOfARunThatDoesNotCountIsNone() throws SQLException {
		judge();
		run(3, 3, 0, 1, "acked");
		sql("update run set state = 'FAILED' where id = 3");
		sql("insert into document (instansi, kunci, version, run_id, nip, hash, doc, origins, entries, changes, unchanged)"
				+ " select instansi, kunci, 3, 3, nip, X'0d', doc, origins, entries, changes, unchanged from document");

		assertThat(judge().isClean()).isTrue();
	}

	@Test
	void whatTheSourceNeverShowedIsUnexplained() throws SQLException {
		this.ledger.add(2, write(7, "update", "R1", "Lembaga Z", 8));

		assertThat(only(judge())).isEqualTo(Figure.UNEXPLAINED_DIFFERENCE);
	}

	@Test
	void anAcceptedValueThatTheSourceDoesNotShowIsUnexplained() throws SQLException {
		sql("delete from document");
		document("Lembaga A", "8", 2, "0b");

		assertThat(only(judge())).isEqualTo(Figure.UNEXPLAINED_DIFFERENCE);
	}

	@Test
	void aConflictWhereNobodyElseWritesIsUnexplained() throws SQLException {
		sql("insert into worklist (outbox_id, instansi, kunci, resource, entry_key, cause, created_at)"
				+ " select id, instansi, kunci, resource, entry_key, 'KONFLIK_SIASN', now() from outbox"
				+ " where version = 2");

		assertThat(only(judge())).isEqualTo(Figure.UNEXPLAINED_DIFFERENCE);
	}

	@Test
	void booksThatDoNotCloseOrDoNotAddUpAreUnexplained() throws SQLException {
		sql("update balance set closes = false where run_id = 2");

		assertThat(only(judge())).isEqualTo(Figure.UNEXPLAINED_DIFFERENCE);

		sql("update balance set closes = true");
		sql("update run set acked = 0, refused = 1 where id = 2");

		assertThat(only(judge())).isEqualTo(Figure.UNEXPLAINED_DIFFERENCE);
	}

	@Test
	void aChangeThatNeverComesToRestIsUnexplainedInAnyState() throws SQLException {
		sql("update outbox set state = 'CLAIMED' where version = 2");
		sql("update run set acked = 0, waiting = 1 where id = 2");

		assertThat(judge().count(Figure.UNEXPLAINED_DIFFERENCE)).isOne();
	}

	@Test
	void rowsThatTheRunDidNotReadAreUnexplained() throws SQLException {
		sql("update run set rows_read = 2, rows_used = 2 where id = 2");

		assertThat(only(judge())).isEqualTo(Figure.UNEXPLAINED_DIFFERENCE);
	}

	@Test
	void aRejectionThatIsMissingIsUnreported() throws SQLException {
		sql("delete from rejection where run_id = 2");
		sql("update run set rejected = 0, unchanged = 2 where id = 2");

		assertThat(judge().count(Figure.UNREPORTED_REJECT)).isOne();
	}

	@Test
	void aRejectionWithoutAFindingIsUnreported() throws SQLException {
		sql("delete from finding where run_id = 2");

		assertThat(only(judge())).isEqualTo(Figure.UNREPORTED_REJECT);
	}

	@Test
	void aRefusalThatNoChangeTellsOfIsUnreported() throws SQLException {
		this.ledger.add(writeOf(3, "penghargaan", "create", "", """
				{"skNomor":"SK 1","skDate":"01-02-2020"}""").replace("\"accepted\":true", "\"accepted\":false"));

		assertThat(only(judge())).isEqualTo(Figure.UNREPORTED_REJECT);
	}

	private Figures judge() throws SQLException {
		return this.oracle.judge(this.shown, this.rows, State.read(this.database), RegistryBook.of(this.ledger));
	}

	/** The one figure that is not zero. */
	private static Figure only(Figures figures) {
		List<Figure> risen = new ArrayList<>();
		for (Figure figure : Figure.values()) {
			if (figures.count(figure) > 0) {
				risen.add(figure);
			}
		}
		assertThat(risen).as(figures.toString()).hasSize(1);
		return risen.get(0);
	}

	private void show(Shown entry) {
		this.shown.add(entry);
		this.rows.put(entry.id(), entry.last().fields());
	}

	private static Map<String, String> course(EntryId id, String where, String hours) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("nomorSertifikat", id.key().substring(11));
		fields.put("tanggalKursus", id.key().substring(0, 10));
		fields.put("penyelenggara", where);
		fields.put("jumlahJam", hours);
		return fields;
	}

	private static String write(int seq, String operation, String id, String where, int hours) {
		return writeOf(seq, "kursus", operation, id, """
				{"id":%s,"nomorSertipikat":"UJI/K/1","tanggalKursus":"05-01-2026",\
				"institusiPenyelenggara":"%s","jumlahJam":%d}"""
			.formatted(operation.equals("create") ? "null" : '"' + id + '"', where, hours));
	}

	private static String writeOf(int seq, String resource, String operation, String id, String payload) {
		return """
				{"kind":"write","seq":%d,"time":"2026-11-25T00:00:00Z","instansi":"16.71","resource":"%s",\
				"pnsId":"P1","operation":"%s","id":"%s","accepted":true,"payload":%s,"answer":{}}""".formatted(seq,
				resource, operation, id, payload);
	}

	private void run(int id, int rows, int changed, int rejected, String settled) throws SQLException {
		sql("insert into run (id, instansi, started_by, started_at, state, rows_read, rows_used, entries_read, unchanged,"
				+ " changed, rejected, " + settled + ") values (" + id + ", '16.71', 'uji', now(), 'DONE', " + rows
				+ ", " + rows + ", " + rows + ", " + (rows - changed - rejected) + ", " + changed + ", " + rejected
				+ ", " + changed + ")");
	}

	private void change(int version, int run, String operation) throws SQLException {
		sql("insert into outbox (instansi, kunci, version, run_id, resource, entry_key, operation, state, created_at)"
				+ " values ('16.71', '9', " + version + ", " + run + ", 'kursus', '" + COURSE.key() + "', '" + operation
				+ "', 'ACKED', now())");
	}

	private void document(String where, String hours, int version, String hash) throws SQLException {
		String json = """
				{"pegawai":{"nama":"Uji"},"kursus":[{"nomorSertifikat":"UJI/K/1","tanggalKursus":"2026-01-05",\
				"jumlahJam":%s,"penyelenggara":"%s"}]}""".formatted(hours, where);
		sql("insert into document (instansi, kunci, version, run_id, nip, hash, doc, origins, entries, changes, unchanged)"
				+ " values ('16.71', '9', " + version + ", 2, '199001012015011001', X'" + hash + "', STRINGTOUTF8('"
				+ json + "'), '', 2, 1, 1)");
	}

	private void sql(String sql) throws SQLException {
		try (Statement statement = this.database.createStatement()) {
			statement.execute(sql);
		}
	}

}
