package id.simpul.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MariaDbSourceTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "tb_01", "nip", "nip", "nama");

	private static final Dataset JABATAN = Reading.history("jabatan", "r_jabatan", "nip", "nip", "jabatan");

	private final TestDatabases.Database database = TestMariaDb.database();

	@Test
	void bringsPeopleTogetherWhateverTheCollationOfTheKey() {
		this.database.execute(
				"create table tb_01(nip varchar(18) character set latin1 collate latin1_swedish_ci primary key, nama text)",
				"create table r_jabatan(nip char(20) character set utf8mb4 collate utf8mb4_bin, jabatan text, index(nip))",
				"insert into tb_01 values ('b-1','a'),('B1','b'),('b2','c'),('10 ','d'),(' 9','e')",
				"insert into r_jabatan values ('b2','x'),('B1','y'),('b-1','z'),('10','w'),('9','v'),('-','u'),(null,'t')");
		Reading reading = Reading.of(this.database.source(), PEGAWAI, JABATAN);
		assertThat(reading.keys()).filteredOn((key) -> !key.isEmpty())
			.containsExactly("-", "10", "9", "B1", "b-1", "b2");
		assertThat(reading.people).filteredOn((person) -> person.kunci().length() > 1 || person.kunci().equals("9"))
			.allMatch((person) -> person.rows().size() == 2);
	}

	@Test
	void readsZeroDatesAsTheServerWritesThem() {
		this.database.execute("set sql_mode = ''",
				"create table tb_01(nip varchar(18), tglhr date not null default '0000-00-00',"
						+ " ubah datetime, aktif tinyint(1), bendera bit(1))");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("set sql_mode = ''");
			statement.execute("insert into tb_01 values ('1', '0000-00-00', '0000-00-00 00:00:00', 1, b'1'),"
					+ " ('2', '1987-02-28', '2020-01-31 07:05:09', 2, b'0'), ('3', '1987-00-00', null, null, null)");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		assertThat(Reading
			.of(this.database.source(),
					Reading.main("pegawai", "tb_01", "nip", "nip", "tglhr", "ubah", "aktif", "bendera"))
			.rows()).containsExactly("1 | pegawai:1 1,0000-00-00,0000-00-00 00:00:00,1,1",
					"2 | pegawai:2 2,1987-02-28,2020-01-31 07:05:09,2,0", "3 | pegawai:3 3,1987-00-00,null,null,null");
	}

	@Test
	void readsLatin1ColumnsAsTheyAreMeant() {
		this.database.execute("create table tb_01(nip varchar(18), nama varchar(50) character set latin1)",
				"insert into tb_01 values ('1', 'Andr\u00e9 Zo\u00eb')");
		assertThat(Reading.of(this.database.source(), PEGAWAI).rows())
			.containsExactly("1 | pegawai:1 1,Andr\u00e9 Zo\u00eb");
	}

	@Test
	void readsTablesOfTheOldEngine() {
		this.database.execute("create table tb_01(nip varchar(18) primary key, nama varchar(50)) engine=MyISAM",
				"insert into tb_01 values ('2','Dua'),('1','Satu')");
		assertThat(Reading.of(this.database.source(), PEGAWAI).keys()).containsExactly("1", "2");
	}

	@Test
	void readsASecondDatabaseByItsName() {
		TestDatabases.Database legacy = TestMariaDb.database()
			.execute("create table pegskp(nip varchar(18), nilai decimal(6,2))",
					"insert into pegskp values ('1', 91.50)");
		this.database.execute("create table tb_01(nip varchar(18), nama text)",
				"insert into tb_01 values ('1','Satu')");
		assertThat(Reading
			.of(this.database.source(), PEGAWAI,
					Reading.history("skp", legacy.name() + ".pegskp", "nip", "nip", "nilai"))
			.rows()).containsExactly("1 | pegawai:1 1,Satu", "1 | skp:1 1,91.50");
	}

	@Test
	void saysThatTheServerWentAwayInMidRead() {
		this.database.execute("create table tb_01(nip varchar(18) primary key, nama varchar(200))",
				"insert into tb_01 select lpad(seq, 18, '0'), repeat('x', 200) from seq_1_to_200000");
		DatabaseSource source = this.database.source();
		source.setFetchSize("100");
		try (Source.Batches batches = source.open(Reading.run(PEGAWAI))) {
			batches.next();
			kill();
			SourceFault fault = catchThrowableOfType(SourceFault.class, () -> batches.forEachRemaining((batch) -> {
			}));
			assertThat(fault.rule()).isEqualTo("SUMBER_TERPUTUS");
			assertThat(fault.args()).first().isEqualTo("pegawai");
		}
	}

	@Test
	void leavesALongResultUnreadWithoutReadingItToTheEnd() {
		this.database.execute("create table tb_01(nip varchar(18) primary key, nama varchar(200))",
				"insert into tb_01 select lpad(seq, 18, '0'), repeat('x', 200) from seq_1_to_200000");
		long begin = System.nanoTime();
		try (Source.Batches batches = this.database.source().open(Reading.run(PEGAWAI))) {
			assertThat(batches.next().people()).hasSize(500);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void cannotWriteThroughItsOwnConnection() throws SQLException {
		this.database.execute("create table tb_01(nip varchar(18), nama text)");
		try (Connection connection = new MariaDbDialect().connect(address());
				Statement statement = connection.createStatement()) {
			assertThatThrownBy(() -> statement.execute("insert into tb_01 values ('1','Satu')"))
				.isInstanceOf(SQLException.class);
		}
	}

	@Test
	void namesTablesAndColumnsThatAreMissing() {
		SourceFault table = catchThrowableOfType(SourceFault.class, () -> Reading.of(this.database.source(), PEGAWAI));
		assertThat(table.rule()).isEqualTo("TABEL_TIDAK_ADA");
		this.database.execute("create table tb_01(nip varchar(18), nm text)");
		SourceFault column = catchThrowableOfType(SourceFault.class, () -> Reading.of(this.database.source(), PEGAWAI));
		assertThat(column.args()).containsExactly("nama", "pegawai", "nip, nm");
	}

	private void kill() {
		try (Connection connection = this.database.connect();
				Statement statement = connection.createStatement();
				Statement killer = connection.createStatement();
				var found = statement.executeQuery("select id from information_schema.processlist where db = '"
						+ this.database.name() + "' and id <> connection_id()")) {
			while (found.next()) {
				killer.execute("kill " + found.getLong(1));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Dialect.Address address() {
		return new Dialect.Address("localhost", this.database.port(), this.database.name(), "tes", "", Map.of(),
				Path.of("."), ZoneId.of("Asia/Jakarta"), 100, Duration.ofMinutes(1));
	}

}
