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

class PostgresSourceTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "pegawai", "nip", "nip", "nama");

	private static final Dataset JABATAN = Reading.history("jabatan", "riwayat_jabatan", "nip", "nip", "jabatan");

	private final TestDatabases.Database database = TestDatabases.postgres();

	@Test
	void bringsPeopleTogetherWhateverTheCollationOfTheKey() {
		this.database.execute("create table pegawai(nip varchar(30) collate \"en-US-x-icu\" primary key, nama text)",
				"create table riwayat_jabatan(nip char(30), jabatan text)",
				"insert into pegawai values ('b-1','a'),('B1','b'),('b2','c'),('10 ','d'),(E'\\u200c9','e')",
				"insert into riwayat_jabatan values ('b2','x'),('B1','y'),('b-1','z'),('10','w'),('9','v'),('-','u')");
		Reading reading = Reading.of(this.database.source(), PEGAWAI, JABATAN);
		assertThat(reading.keys()).containsExactly("-", "10", "9", "B1", "b-1", "b2");
		assertThat(reading.people).filteredOn((person) -> !person.kunci().equals("-"))
			.allMatch((person) -> person.rows().size() == 2);
	}

	@Test
	void seesAllTablesAtTheSameMoment() {
		this.database.execute("create table pegawai(nip varchar(18) primary key, nama text)",
				"create table riwayat_jabatan(nip varchar(18), jabatan text)",
				"insert into pegawai values ('1','Satu')");
		try (Source.Batches batches = this.database.source().open(Reading.run(PEGAWAI, JABATAN))) {
			this.database.execute("insert into pegawai values ('2','Dua')",
					"insert into riwayat_jabatan values ('2','Camat')");
			assertThat(batches.next().people()).extracting(PersonRows::kunci).containsExactly("1");
		}
	}

	@Test
	void readsTheSchemaThatIsNamedAndNoOther() {
		this.database.execute("create schema validasi", "create table pegawai(nip varchar(18), nama text)",
				"create table validasi.pegawai(nip varchar(18), nama text)", "insert into pegawai values ('1','Resmi')",
				"insert into validasi.pegawai values ('1','Usulan')");
		assertThat(Reading.of(this.database.source(), PEGAWAI).rows()).containsExactly("1 | pegawai:1 1,Resmi");
		DatabaseSource other = this.database.source();
		other.setSchema("validasi");
		assertThat(Reading.of(other, PEGAWAI).rows()).containsExactly("1 | pegawai:1 1,Usulan");
		assertThat(Reading.of(this.database.source(), Reading.main("pegawai", "validasi.pegawai", "nip", "nip", "nama"))
			.rows()).containsExactly("1 | pegawai:1 1,Usulan");
	}

	@Test
	void writesValuesPlainly() {
		this.database.execute(
				"create table pegawai(nip varchar(18), a numeric, b date, c timestamptz, d boolean, e jsonb, f text)",
				"insert into pegawai values ('1', 1e20, '2020-01-31', '2020-01-31 00:00:00+00', true, '{\"x\": 1}', repeat('x',70000)),"
						+ "('2', 0.50, null, null, false, null, 'pendek')");
		assertThat(Reading
			.of(this.database.source(), Reading.main("pegawai", "", "nip", "nip", "a", "b", "c", "d", "e", "f"))
			.rows())
			.containsExactly("1 | pegawai:1 !SEL_TERLALU_BESAR", "2 | pegawai:2 2,0.50,null,null,f,null,pendek");
		assertThat(Reading.of(this.database.source(), Reading.main("pegawai", "", "nip", "nip", "a", "b", "c", "e"))
			.rows()).first()
			.isEqualTo("1 | pegawai:1 1,100000000000000000000,2020-01-31,2020-01-31 07:00:00+07,{\"x\": 1}");
	}

	@Test
	void saysThatTheServerWentAwayInMidRead() {
		this.database.execute("create table pegawai(nip varchar(18) primary key, nama text)",
				"insert into pegawai select lpad(i::text, 18, '0'), repeat('x', 200) from generate_series(1, 200000) i");
		DatabaseSource source = this.database.source();
		source.setFetchSize("100");
		try (Source.Batches batches = source.open(Reading.run(PEGAWAI))) {
			batches.next();
			this.database.execute("select pg_terminate_backend(pid) from pg_stat_activity "
					+ "where application_name = 'simpul' and datname = current_database()");
			SourceFault fault = catchThrowableOfType(SourceFault.class, () -> batches.forEachRemaining((batch) -> {
			}));
			assertThat(fault.rule()).isEqualTo("SUMBER_TERPUTUS");
			assertThat(fault.args()).first().isEqualTo("pegawai");
		}
	}

	@Test
	void cannotWriteThroughItsOwnConnection() throws SQLException {
		this.database.execute("create table pegawai(nip varchar(18), nama text)");
		try (Connection connection = new PostgresDialect().connect(address());
				Statement statement = connection.createStatement()) {
			assertThatThrownBy(() -> statement.execute("insert into pegawai values ('1','Satu')"))
				.hasMessageContaining("read-only");
		}
	}

	@Test
	void saysThatTheAccountMayNotReadATable() {
		this.database.execute("create table pegawai(nip varchar(18), nama text)", "drop role if exists terbatas",
				"create role terbatas login");
		DatabaseSource source = this.database.source();
		source.setUser("terbatas");
		SourceFault fault = catchThrowableOfType(SourceFault.class, () -> Reading.of(source, PEGAWAI));
		assertThat(fault.rule()).isEqualTo("TABEL_TIDAK_BOLEH_DIBACA");
		assertThat(fault.args()).containsExactly("pegawai");
	}

	@Test
	void saysWhyItCannotConnectAndKeepsAddressAndAccountToItself() {
		DatabaseSource source = this.database.source();
		source.setDatabase("tidak_ada");
		SourceFault fault = catchThrowableOfType(SourceFault.class, () -> Reading.of(source, PEGAWAI));
		assertThat(fault.args()).containsExactly("tidak_ada", "basis data tidak ada");
		DatabaseSource closed = this.database.source();
		closed.setPort("1");
		SourceFault unreachable = catchThrowableOfType(SourceFault.class, () -> Reading.of(closed, PEGAWAI));
		assertThat(unreachable.args()).last().isEqualTo("server tidak dapat dihubungi");
		assertThat(unreachable.getCause()).message().doesNotContain("localhost").doesNotContain("postgres");
	}

	private Dialect.Address address() {
		return new Dialect.Address("localhost", this.database.port(), this.database.name(), "postgres", "", Map.of(),
				Path.of("."), ZoneId.of("Asia/Jakarta"), 100, Duration.ofMinutes(1));
	}

}
