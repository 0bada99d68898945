package id.simpul.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class InstansiListTest {

	private static final String PALEMBANG = "  - {kode: \"16.71\", nama: Kota Palembang, bps: \"1671\", "
			+ "zona: Asia/Jakarta, jadwal: \"0 0 5 * * ?\", petak: [4, 1]}\n";

	@TempDir
	Path folder;

	@Test
	void keepsTheOrderOfTheFile() throws IOException {
		InstansiList list = load("instansi:\n" + PALEMBANG
				+ "  - {kode: \"16\", nama: Provinsi, bps: \"16\", zona: Asia/Jakarta, jadwal: \"0 0 4 * * ?\", petak: [0, 0]}\n");
		assertThat(list.all()).extracting(Instansi::kode).containsExactly("16.71", "16");
		assertThat(list.has("16")).isTrue();
		assertThat(list.has("16.72")).isFalse();
	}

	@Test
	void readsEverythingThatCanBeSaidOfAnInstansi() throws IOException {
		Instansi palembang = load("instansi:\n" + PALEMBANG.replace("petak: [4, 1]",
				"petak: [4, 1], "
						+ "siasn: {instansi: abc, satuanKerja: def}, batas: {hilang: {persen: 2.5, minimal: 40}}"))
			.get("16.71");
		assertThat(palembang).isEqualTo(new Instansi("16.71", "Kota Palembang", "1671", ZoneId.of("Asia/Jakarta"),
				"0 0 5 * * ?", new Instansi.Petak(4, 1), "abc", "def", Map.of("hilang", new Instansi.Batas(2.5, 40))));
	}

	@Test
	void namesLineAndColumnOfEveryMistakeAtOnce() {
		assertThat(problems("""
				instansi:
				  - {kode: "16.7", nama: Satu, bps: "1", zona: Asia/Jakarta, jadwal: "0 0 5 * * ?", petak: [4, 1]}
				  - {kode: "16.72", nama: Dua, bps: "1", zona: Asia/Palembang, jadwal: setiap hari, petak: [4]}
				  - {kode: "16.73", nama: Tiga, bps: "1", zona: Asia/Jakarta, jadwal: "0 0 5 * * ?"}
				""")).containsExactly(
				"config/instansi.yaml:2:12: kode harus kode Kemendagri di antara tanda kutip, misalnya \"16.71\".",
				"config/instansi.yaml:2:37: bps harus kode BPS di antara tanda kutip, dua atau empat angka, misalnya \"1671\".",
				"config/instansi.yaml:3:37: bps harus kode BPS di antara tanda kutip, dua atau empat angka, misalnya \"1671\".",
				"config/instansi.yaml:3:48: zona tidak dikenal; pakai Asia/Jakarta, Asia/Makassar atau Asia/Jayapura.",
				"config/instansi.yaml:3:72: jadwal bukan ekspresi cron Quartz; misalnya \"0 0 5 * * ?\" untuk tiap hari pukul 05.00.",
				"config/instansi.yaml:3:92: petak harus [kolom, baris] pada peta, misalnya [4, 1].",
				"config/instansi.yaml:4:5: Tambahkan \"petak:\" pada instansi ini.");
	}

	@Test
	void refusesAnInstansiThatIsListedTwice() {
		assertThat(problems("instansi:\n" + PALEMBANG + PALEMBANG))
			.containsExactly("config/instansi.yaml:3:12: Instansi 16.71 sudah ada di atas; sisakan satu.");
	}

	@Test
	void refusesKeysItDoesNotKnow() {
		assertThat(problems("instansi:\n" + PALEMBANG.replace("petak:", "petakk:"))).first()
			.asString()
			.startsWith("config/instansi.yaml:2:99: \"petakk\" tidak dikenal di sini; yang dikenal: ");
	}

	@Test
	void refusesAShareAboveAHundredPerCent() {
		assertThat(problems(
				"instansi:\n" + PALEMBANG.replace("petak:", "batas: {hilang: {persen: 101, minimal: 1}}, petak:")))
			.singleElement()
			.asString()
			.endsWith("Tulis batas sebagai {persen: 0 sampai 100, minimal: jumlah orang}.");
	}

	@Test
	void refusesWhatIsNoText() {
		assertThat(problems("instansi:\n" + PALEMBANG.replace("\"16.71\"", "[]").replace("Asia/Jakarta", "\"\"")))
			.containsExactly("config/instansi.yaml:2:12: Isi \"kode:\" dengan satu teks.",
					"config/instansi.yaml:2:57: Isi \"zona:\" dengan satu teks.");
	}

	@Test
	void saysWhereTheYamlBreaks() {
		assertThat(problems("instansi:\n  - {kode: \"16.71\"\n")).singleElement()
			.asString()
			.matches("config/instansi.yaml:3:1: Bukan YAML yang benar: .*");
	}

	@Test
	void saysThatThereIsNoFile() {
		ConfigRefused refused = catchThrowableOfType(ConfigRefused.class,
				() -> InstansiList.load(this.folder.resolve("instansi.yaml")));
		assertThat(refused.problems()).singleElement()
			.extracting(ConfigProblem::message)
			.isEqualTo("Berkas ini tidak dapat dibaca; buat atau perbaiki hak aksesnya.");
	}

	@Test
	void refusesToGiveAnInstansiThatIsNotThere() throws IOException {
		InstansiList list = load("instansi:\n" + PALEMBANG);
		assertThatThrownBy(() -> list.get("16.72")).hasMessageContaining("16.72");
	}

	private List<String> problems(String yaml) {
		ConfigRefused refused = catchThrowableOfType(ConfigRefused.class, () -> load(yaml));
		return refused.problems().stream().map(ConfigProblem::toString).toList();
	}

	private InstansiList load(String yaml) throws IOException {
		Path file = this.folder.resolve("instansi.yaml");
		Files.writeString(file, yaml);
		return InstansiList.load(file);
	}

}
