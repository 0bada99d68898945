package id.simpul.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What all databases have in common, on H2 files; {@link PostgresSourceTest} and
 * {@link MariaDbSourceTest} have theirs.
 */
class DatabaseSourceTest {

	private static final Dataset PEGAWAI = Reading.main("pegawai", "PEGAWAI", "nip", "nip", "nama");

	private static final Dataset JABATAN = Reading.history("jabatan", "riwayat_jabatan", "nip", "nip", "jabatan",
			"tmt");

	@TempDir
	Path data;

	@Test
	void bringsPeopleTogetherInTheOrderOfTheirKey() {
		h2("create table pegawai(nip varchar(18) primary key, nama varchar(50))",
				"create table riwayat_jabatan(nip varchar(18), jabatan varchar(50), tmt date)",
				"insert into pegawai values ('3','Tiga'),('1','Satu'),('2','Dua')",
				"insert into riwayat_jabatan values ('9','Yatim',null),('2','Camat','2020-01-31'),(null,'Tanpa','2021-05-01')");
		assertThat(Reading.of(source(), PEGAWAI, JABATAN).rows()).containsExactlyInAnyOrder("1 | pegawai:1 1,Satu",
				"2 | pegawai:2 2,Dua", "2 | jabatan:2 2,Camat,2020-01-31", "3 | pegawai:3 3,Tiga",
				"9 | jabatan:3 9,Yatim,null", " | jabatan:1 null,Tanpa,2021-05-01");
		assertThat(Reading.of(source(), PEGAWAI, JABATAN).keys()).containsSubsequence("1", "2", "3", "9");
	}

	@Test
	void stripsWhatSurroundsAKeyInEveryDatasetAlike() {
		h2("create table pegawai(nip varchar(30), nama varchar(50))",
				"create table riwayat_jabatan(nip char(20), jabatan varchar(50), tmt date)",
				"insert into pegawai values (' 20','a'),('100','b'),(U&'3\\00a0','c'),(U&'\\200c5\\0009','d')",
				"insert into riwayat_jabatan values ('5','x',null),('100','y',null),('3','z',null),('20','w',null)");
		assertThat(Reading.of(source(), PEGAWAI, JABATAN).people).allMatch((person) -> person.rows().size() == 2)
			.extracting(PersonRows::kunci)
			.containsExactly("100", "20", "3", "5");
	}

	@Test
	void readsNumbersAsKeysWithoutLosingDigits() {
		h2("create table pegawai(nip numeric(26,0) primary key, nama varchar(50))",
				"create table riwayat_jabatan(nip bigint, jabatan varchar(50), tmt date)",
				"insert into pegawai values (198702282010011002,'a'),(9,'b')",
				"insert into riwayat_jabatan values (198702282010011002,'x',null)");
		assertThat(Reading.of(source(), PEGAWAI, JABATAN).rows()).containsExactly("9 | pegawai:1 9,b",
				"198702282010011002 | pegawai:2 198702282010011002,a",
				"198702282010011002 | jabatan:1 198702282010011002,x,null");
	}

	@Test
	void bringsNumbersAndTextsTogether() {
		h2("create table pegawai(nip bigint primary key, nama varchar(50))",
				"create table riwayat_jabatan(nip varchar(18), jabatan varchar(50), tmt date)",
				"insert into pegawai values (9,'b'),(10,'a')",
				"insert into riwayat_jabatan values ('10','x',null),('9','y',null)");
		assertThat(Reading.of(source(), PEGAWAI, JABATAN).keys()).containsExactly("10", "9");
	}

	@Test
	void writesValuesPlainly() {
		h2("create table pegawai(nip varchar(18), a numeric(30,10), b double precision, c timestamp, d boolean, e clob)",
				"insert into pegawai values ('1', 0.0000000100, 12345678901234, '2020-01-31 07:05:09', true, 'panjang')");
		assertThat(Reading.of(source(), Reading.main("pegawai", "", "nip", "nip", "a", "b", "c", "d", "e")).rows())
			.containsExactly("1 | pegawai:1 1,0.0000000100,12345678901234,2020-01-31 07:05:09,TRUE,panjang");
	}

	@Test
	void refusesACellThatIsFarTooLong() {
		h2("create table pegawai(nip varchar(18), nama clob)",
				"insert into pegawai values ('1', repeat('x', 70000)), ('2', 'Dua')");
		assertThat(Reading.of(source(), PEGAWAI).rows()).containsExactly("1 | pegawai:1 !SEL_TERLALU_BESAR",
				"2 | pegawai:2 2,Dua");
	}

	@Test
	void readsCodeTablesWhole() {
		h2("create table pegawai(nip varchar(18), nama varchar(50))", "create table m_eselon(nama varchar(9), id int)",
				"insert into pegawai values ('1','Satu')", "insert into m_eselon values ('II.a',21),('II.b',22)");
		Dataset lookup = Reading.history("eselon", "m_eselon", null, "id", "nama");
		assertThat(Reading.of(source(), PEGAWAI, lookup).lookups.get("eselon")).containsEntry("21", "II.a")
			.containsEntry("22", "II.b");
	}

	@Test
	void saysWhichTablesThereAre() {
		h2("create table tb_01(nip varchar(18))", "create table tb_02(nip varchar(18))");
		SourceFault fault = fault(source(), PEGAWAI);
		assertThat(fault.rule()).isEqualTo("TABEL_TIDAK_ADA");
		assertThat(fault.args()).containsExactly("PEGAWAI", "TB_01, TB_02");
	}

	@Test
	void namesEveryColumnThatIsMissing() {
		h2("create table pegawai(nip varchar(18), nama_lengkap varchar(50))");
		SourceFault fault = fault(source(), Reading.main("pegawai", "", "nip", "nip", "nama", "tmt"));
		assertThat(fault.rule()).isEqualTo("KOLOM_TIDAK_ADA");
		assertThat(fault.args()).containsExactly("nama, tmt", "pegawai", "NIP, NAMA_LENGKAP");
	}

	@Test
	void takesNamesFromTheCatalogueOnly() {
		h2("create table pegawai(nip varchar(18), nama varchar(50))", "insert into pegawai values ('1','Satu')");
		assertThat(fault(source(), Reading.main("pegawai", "pegawai; drop table pegawai", "nip", "nip")).rule())
			.isEqualTo("TABEL_TIDAK_ADA");
		assertThat(fault(source(), Reading.main("pegawai", "", "nip", "nip", "nama) from pegawai --")).rule())
			.isEqualTo("KOLOM_TIDAK_ADA");
		assertThat(Reading.of(source(), PEGAWAI).keys()).containsExactly("1");
	}

	@Test
	void cannotWriteThroughItsOwnConnection() throws SQLException {
		h2("create table pegawai(nip varchar(18), nama varchar(50))");
		try (Connection connection = new H2Dialect().connect(address("sumber/uji"));
				Statement statement = connection.createStatement()) {
			assertThatThrownBy(() -> statement.execute("insert into pegawai values ('1','Satu')"))
				.isInstanceOf(SQLException.class);
		}
	}

	@Test
	void makesNoDatabaseThatIsNotThere() {
		DatabaseSource source = source();
		source.setDatabase("sumber/lain");
		SourceFault fault = fault(source, PEGAWAI);
		assertThat(fault.rule()).isEqualTo("SUMBER_TIDAK_TERSAMBUNG");
		assertThat(fault.args()).containsExactly("sumber/lain", "basis data tidak ada");
		assertThat(this.data.resolve("sumber/lain.mv.db")).doesNotExist();
	}

	@Test
	void saysThatThePasswordIsWrongAndDoesNotRepeatIt() throws IOException {
		h2("create table pegawai(nip varchar(18), nama varchar(50))");
		Files.createDirectories(this.data.resolve("rahasia"));
		Files.writeString(this.data.resolve("rahasia/sumber"), "kata-sandi-keliru\n");
		DatabaseSource source = source();
		source.setPassword("file:rahasia/sumber");
		SourceFault fault = fault(source, PEGAWAI);
		assertThat(fault.rule()).isEqualTo("SUMBER_TIDAK_TERSAMBUNG");
		assertThat(fault.args()).containsExactly("sumber/uji", "nama pengguna atau kata sandi ditolak");
		assertThat(fault.toString() + fault.getCause()).doesNotContain("keliru");
	}

	@Test
	void stopsWhenItsTimeIsUp() {
		h2("create table pegawai(nip varchar(18), nama varchar(50))",
				"insert into pegawai select x, 'Nama' from system_range(1, 5000)");
		DatabaseSource source = source();
		source.setTimeLimit("1ms");
		assertThat(fault(source, PEGAWAI).rule()).isEqualTo("BATAS_WAKTU_SUMBER");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../luar", "/etc/hostname", "a;INIT=RUNSCRIPT", "a b", "" })
	void refusesADatabaseThatIsNoPlainName(String database) {
		SourceFault fault = catchThrowableOfType(SourceFault.class, () -> source().setDatabase(database));
		assertThat(fault.rule()).isEqualTo("PARAMETER_SUMBER_SALAH");
		assertThat(fault.args()).containsExactly("database");
	}

	@Test
	void takesTheUsualPortWhenNoneIsGiven() {
		DatabaseSource source = source();
		for (String usual : List.of("", "0")) {
			source.setPort(usual);
		}
		assertThat(catchThrowableOfType(SourceFault.class, () -> source.setPort("65536")).args())
			.containsExactly("port");
	}

	@Test
	void refusesConnectionParametersThatAreNotOnTheList() {
		DatabaseSource source = source();
		source.setDriver("mariadb");
		source.setDatabase("simpeg");
		source.setParameters("allowLocalInfile=true");
		assertThat(fault(source, PEGAWAI).args()).containsExactly("parameters");
	}

	private DatabaseSource source() {
		DatabaseSource source = new DatabaseSource();
		source.setInstansi("16.71");
		source.setData(this.data.toString());
		source.setDriver("h2");
		source.setDatabase("sumber/uji");
		source.setUser("pembaca");
		return source;
	}

	private Dialect.Address address(String database) {
		return new Dialect.Address("localhost", 0, database, "pembaca", "", Map.of(), this.data,
				ZoneId.of("Asia/Jakarta"), 100, Duration.ofMinutes(1));
	}

	private void h2(String... statements) {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + this.data.resolve("sumber/uji"),
				"pembaca", ""); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SourceFault fault(Source source, Dataset... datasets) {
		return catchThrowableOfType(SourceFault.class, () -> Reading.of(source, datasets));
	}

}
