package id.simpul.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import id.simpul.mapping.MappingFile;
import id.simpul.mapping.MappingRefused;
import id.simpul.mapping.Problem;
import id.simpul.pegawai.CodeLists;

/**
 * Finds and loads the mapping of an instansi as it lies in the folder now; each run loads
 * afresh.
 */
public final class MappingLoader {

	private final Path folder;

	private final CodeLists codes;

	/**
	 * @param folder the installation's {@code mappings}
	 */
	public MappingLoader(Path folder, CodeLists codes) {
		this.folder = folder;
		this.codes = codes;
	}

	/**
	 * The mapping of that instansi; one that is missing, doubled or wrong is a
	 * {@link MappingRefused}.
	 */
	public MappingFile load(String kode) {
		List<Path> found = files().stream().filter((file) -> name(file).startsWith(kode + "-")).toList();
		if (found.size() != 1) {
			String sentence = found.isEmpty()
					? "Belum ada berkas pemetaan untuk instansi ini; salin dari instansi yang sistemnya serupa dan sesuaikan."
					: "Ada " + found.size() + " berkas pemetaan untuk instansi ini; sisakan satu.";
			throw new MappingRefused(List.of(new Problem("mappings/" + kode + "-….yaml", 0, 0, sentence)));
		}
		return MappingFile.load(found.get(0), this.codes);
	}

	/** Every mapping file of the folder, by name. */
	public List<Path> files() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> name(file).endsWith(".yaml")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Place and sentence of the first thing that is wrong, as the arguments of
	 * PEMETAAN_DITOLAK.
	 */
	static List<String> firstProblem(MappingRefused refused) {
		Problem problem = refused.problems().get(0);
		return List.of(problem.file() + ":" + problem.line() + ":" + problem.column(), problem.message());
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

}
