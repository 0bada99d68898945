package id.simpul.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.quartz.CronExpression;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads the list of instansi from its file, keeping the place of every mistake. */
final class InstansiFile {

	private static final Pattern KODE = Pattern.compile("\\d{2}(\\.\\d{2})?");

	private static final Set<String> NEEDED = Set.of("kode", "nama", "bps", "zona", "jadwal", "petak");

	private static final Set<String> KNOWN = Set.of("kode", "nama", "bps", "zona", "jadwal", "petak", "siasn", "batas");

	private static final Set<String> LIMITS = Set.of("hilang", "berubah", "baru", "kolom", "baris", "milikLain",
			"mundur");

	private final Path file;

	private final List<ConfigProblem> problems = new ArrayList<>();

	private final Set<String> codes = new HashSet<>();

	InstansiFile(Path file) {
		this.file = file;
	}

	List<Instansi> read() {
		List<Instansi> all = new ArrayList<>();
		for (Node line : lines()) {
			Instansi one = instansi(line);
			if (one != null) {
				all.add(one);
			}
		}
		if (!this.problems.isEmpty()) {
			throw new ConfigRefused(this.problems);
		}
		return all;
	}

	private List<Node> lines() {
		try (Reader reader = Files.newBufferedReader(this.file)) {
			Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
			Node list = (root instanceof MappingNode) ? fields(root, Set.of("instansi")).get("instansi") : null;
			if (list instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
				return sequence.getValue();
			}
			problem(root, "Tulis \"instansi:\" lalu satu baris \"- {kode: ...}\" untuk tiap instansi.");
		}
		catch (MarkedYAMLException ex) {
			problem(ex.getProblemMark(), "Bukan YAML yang benar: " + ex.getProblem() + ".");
		}
		catch (ReaderException ex) {
			problem((Mark) null,
					"Berkas ini memuat karakter yang tidak boleh ada di YAML; simpan ulang sebagai UTF-8.");
		}
		catch (YAMLException ex) {
			problem((Mark) null, "Susunan berkas ini terlalu dalam atau terlalu banyak memakai alias (*nama); tulis"
					+ " isinya langsung.");
		}
		catch (IOException ex) {
			problem((Mark) null, "Berkas ini tidak dapat dibaca; buat atau perbaiki hak aksesnya.");
		}
		return List.of();
	}

	private Instansi instansi(Node line) {
		int before = this.problems.size();
		Map<String, Node> fields = fields(line, KNOWN);
		NEEDED.stream()
			.filter((name) -> !fields.containsKey(name))
			.sorted()
			.forEach((name) -> problem(line, "Tambahkan \"" + name + ":\" pada instansi ini."));
		if (this.problems.size() > before) {
			return null;
		}
		for (String name : List.of("kode", "nama", "bps", "zona", "jadwal")) {
			String value = text(fields.get(name));
			if (value == null || value.isBlank()) {
				problem(fields.get(name), "Isi \"" + name + ":\" dengan satu teks.");
			}
		}
		if (this.problems.size() > before) {
			return null;
		}
		String kode = text(fields.get("kode"));
		if (!KODE.matcher(kode).matches()) {
			problem(fields.get("kode"), "kode harus kode Kemendagri di antara tanda kutip, misalnya \"16.71\".");
		}
		else if (!this.codes.add(kode)) {
			problem(fields.get("kode"), "Instansi " + kode + " sudah ada di atas; sisakan satu.");
		}
		if (!text(fields.get("bps")).matches("\\d{2}(\\d{2})?")) {
			problem(fields.get("bps"),
					"bps harus kode BPS di antara tanda kutip, dua atau empat angka, misalnya \"1671\".");
		}
		Map<String, Node> siasn = fields.containsKey("siasn")
				? fields(fields.get("siasn"), Set.of("instansi", "satuanKerja")) : Map.of();
		Instansi one = new Instansi(kode, text(fields.get("nama")), text(fields.get("bps")), zona(fields.get("zona")),
				jadwal(fields.get("jadwal")), petak(fields.get("petak")), text(siasn.get("instansi")),
				text(siasn.get("satuanKerja")), batas(fields.get("batas")));
		return (this.problems.size() > before) ? null : one;
	}

	private ZoneId zona(Node node) {
		try {
			return ZoneId.of(text(node));
		}
		catch (DateTimeException ex) {
			problem(node, "zona tidak dikenal; pakai Asia/Jakarta, Asia/Makassar atau Asia/Jayapura.");
			return null;
		}
	}

	private String jadwal(Node node) {
		String cron = text(node);
		if (!CronExpression.isValidExpression(cron)) {
			problem(node, "jadwal bukan ekspresi cron Quartz; misalnya \"0 0 5 * * ?\" untuk tiap hari pukul 05.00.");
		}
		return cron;
	}

	private Instansi.Petak petak(Node node) {
		if (node instanceof SequenceNode pair && pair.getValue().size() == 2
				&& pair.getValue().stream().allMatch((one) -> text(one).matches("\\d{1,2}"))) {
			return new Instansi.Petak(Integer.parseInt(text(pair.getValue().get(0))),
					Integer.parseInt(text(pair.getValue().get(1))));
		}
		problem(node, "petak harus [kolom, baris] pada peta, misalnya [4, 1].");
		return null;
	}

	/** {@code batas: {hilang: {persen: 2, minimal: 25}}}. */
	private Map<String, Instansi.Batas> batas(Node node) {
		Map<String, Instansi.Batas> limits = new HashMap<>();
		if (node != null) {
			fields(node, LIMITS).forEach((name, limit) -> {
				Map<String, Node> parts = fields(limit, Set.of("persen", "minimal"));
				String percent = text(parts.get("persen"));
				String floor = text(parts.get("minimal"));
				if (percent != null && percent.matches("\\d{1,2}(\\.\\d+)?|100") && floor != null
						&& floor.matches("\\d{1,7}")) {
					limits.put(name, new Instansi.Batas(Double.parseDouble(percent), Long.parseLong(floor)));
				}
				else {
					problem(limit, "Tulis batas sebagai {persen: 0 sampai 100, minimal: jumlah orang}.");
				}
			});
		}
		return limits;
	}

	private Map<String, Node> fields(Node node, Set<String> known) {
		Map<String, Node> fields = new LinkedHashMap<>();
		if (!(node instanceof MappingNode mapping)) {
			problem(node, "Di sini seharusnya ada {nama: nilai, ...}.");
			return fields;
		}
		for (NodeTuple tuple : mapping.getValue()) {
			String name = text(tuple.getKeyNode());
			if (!known.contains(name)) {
				problem(tuple.getKeyNode(), "\"" + name + "\" tidak dikenal di sini; yang dikenal: "
						+ String.join(", ", known.stream().sorted().toList()) + ".");
			}
			else if (fields.put(name, tuple.getValueNode()) != null) {
				problem(tuple.getKeyNode(), "\"" + name + "\" tertulis dua kali; sisakan satu.");
			}
		}
		return fields;
	}

	private static String text(Node node) {
		return (node instanceof ScalarNode scalar) ? scalar.getValue() : null;
	}

	private void problem(Node node, String message) {
		problem((node != null) ? node.getStartMark() : null, message);
	}

	private void problem(Mark mark, String message) {
		this.problems.add(new ConfigProblem("config/" + this.file.getFileName(),
				(mark != null) ? mark.getLine() + 1 : 0, (mark != null) ? mark.getColumn() + 1 : 0, message));
	}

}
