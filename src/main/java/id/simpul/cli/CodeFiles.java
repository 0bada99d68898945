package id.simpul.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import id.simpul.pegawai.CodeLists;
import id.simpul.source.ConfigProblem;
import id.simpul.source.ConfigRefused;

/** The code lists that an installation brings itself, looked at before they are used. */
final class CodeFiles {

	private final List<ConfigProblem> problems = new ArrayList<>();

	private CodeFiles() {
	}

	/**
	 * The installation's lists.
	 * @param mappings its folder of mappings
	 * @throws ConfigRefused with everything that is wrong with them
	 */
	static CodeLists load(Path mappings) {
		CodeFiles files = new CodeFiles();
		Path folder = mappings.resolve("kode");
		if (Files.isDirectory(folder)) {
			files.read(folder);
		}
		if (!files.problems.isEmpty()) {
			throw new ConfigRefused(files.problems);
		}
		return CodeLists.of(folder);
	}

	private void read(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			files.filter((file) -> file.getFileName().toString().endsWith(".yaml")).sorted().forEach(this::check);
		}
		catch (IOException ex) {
			problem(folder, 0, 0, "Folder ini tidak dapat dibaca; periksa hak aksesnya.");
		}
	}

	private void check(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
			if (!(list instanceof Map<?, ?> fields) || !(fields.get("daftar") instanceof String)
					|| !(fields.get("kode") instanceof List<?> codes)) {
				problem(file, 0, 0, "Tulis \"daftar:\" dengan nama daftar ini dan \"kode:\" dengan satu baris"
						+ " \"- {id: ..., nama: ...}\" untuk tiap kode.");
				return;
			}
			for (int i = 0; i < codes.size(); i++) {
				if (!isCode(codes.get(i))) {
					problem(file, 0, 0, "Kode ke-" + (i + 1)
							+ " belum benar: tulis {id: \"1\", nama: Islam}, id di antara tanda kutip; alias berupa daftar.");
				}
			}
		}
		catch (MarkedYAMLException ex) {
			this.problems.add(SettingsFile.noYaml("mappings/kode/" + file.getFileName(), ex));
		}
		catch (IOException | YAMLException ex) {
			problem(file, 0, 0, "Berkas ini tidak dapat dibaca; simpan ulang sebagai UTF-8 dan periksa hak aksesnya.");
		}
	}

	private static boolean isCode(Object code) {
		return code instanceof Map<?, ?> fields && fields.get("id") instanceof String
				&& fields.get("nama") instanceof String
				&& (fields.get("alias") == null || fields.get("alias") instanceof List<?>);
	}

	private void problem(Path file, int line, int column, String sentence) {
		this.problems.add(new ConfigProblem("mappings/kode/" + file.getFileName(), line, column, sentence));
	}

}
