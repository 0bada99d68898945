package id.simpul.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import id.simpul.mapping.MappingFile;
import id.simpul.mapping.MappingRefused;
import id.simpul.mapping.Problem;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.ConfigRefused;
import id.simpul.source.Instansi;
import id.simpul.source.Installation;
import id.simpul.sync.MappingLoader;
import id.simpul.sync.ScratchRoutes;
import id.simpul.validation.Validation;

/**
 * Checks every file of an installation without touching a source, a database or a
 * registry.
 */
@Command(name = "check", description = "Memeriksa semua berkas konfigurasi, rute dan pemetaan.")
final class CheckCommand implements Callable<Integer> {

	@ParentCommand
	private SimpulCommand simpul;

	@Override
	public Integer call() throws Exception {
		Place place = this.simpul.place();
		List<Problem> problems = new ArrayList<>();
		Installation installation = installation(place, problems);
		CodeLists codes = codes(installation, problems);
		MappingLoader loader = new MappingLoader(installation.mappings(), codes);
		Set<String> mapped = mappings(loader, codes, problems);
		try (ScratchRoutes routes = new ScratchRoutes(installation)) {
			routes.check(new Validation(codes));
			problems.addAll(routes.problems());
			senders(place, mapped, routes, problems);
		}
		return answer(place, problems, loader.files().size());
	}

	/** Where the files are is known also when the settings are wrong. */
	private static Installation installation(Place place, List<Problem> problems) {
		try (ConfigurableApplicationContext settings = place.settings()) {
			return settings.getBean(Installation.class);
		}
		catch (ConfigRefused ex) {
			add(problems, ex);
		}
		catch (CommandRefused ex) {
			problems.add(new Problem("config/application.yaml", 0, 0,
					ex.getMessage().replaceFirst("^config/application.yaml: ", "")));
		}
		return new Installation(place.home(), (place.data() != null) ? place.data() : Path.of("data"));
	}

	private static CodeLists codes(Installation installation, List<Problem> problems) {
		try {
			return CodeFiles.load(installation.mappings());
		}
		catch (ConfigRefused ex) {
			add(problems, ex);
			return CodeLists.bundled();
		}
	}

	private static void add(List<Problem> problems, ConfigRefused refused) {
		refused.problems()
			.forEach((one) -> problems.add(new Problem(one.file(), one.line(), one.column(), one.message())));
	}

	private static Set<String> mappings(MappingLoader loader, CodeLists codes, List<Problem> problems) {
		for (Path file : loader.files()) {
			try {
				MappingFile.load(file, codes);
			}
			catch (MappingRefused ex) {
				problems.addAll(ex.problems());
			}
		}
		return loader.files()
			.stream()
			.map((file) -> file.getFileName().toString().split("-", 2)[0])
			.collect(Collectors.toSet());
	}

	/** Every instansi of the list has its files, and no file is without an instansi. */
	private static void senders(Place place, Set<String> mapped, ScratchRoutes routes, List<Problem> problems) {
		try {
			List<String> listed = place.instansi().all().stream().map(Instansi::kode).toList();
			for (String kode : listed) {
				if (!mapped.contains(kode)) {
					problems.add(new Problem("mappings/" + kode + "-….yaml", 0, 0,
							"Belum ada berkas pemetaan untuk instansi " + kode
									+ "; salin dari instansi yang sistemnya serupa dan sesuaikan."));
				}
				routes.missing(kode).ifPresent(problems::add);
			}
			mapped.stream()
				.filter((kode) -> !listed.contains(kode))
				.sorted()
				.forEach((kode) -> problems.add(new Problem("mappings/" + kode + "-….yaml", 0, 0, "Instansi " + kode
						+ " tidak ada di config/instansi.yaml; tambahkan satu baris atau hapus berkas ini.")));
		}
		catch (ConfigRefused ex) {
			add(problems, ex);
		}
	}

	private static int answer(Place place, List<Problem> problems, int mappings) {
		if (place.json()) {
			place.print(Map.of("ok", problems.isEmpty(), "mappings", mappings, "problems", problems));
		}
		else {
			problems.forEach((problem) -> System.out.println(problem));
			System.out
				.println(problems.isEmpty() ? "Semua berkas baik: " + mappings + " pemetaan dan rutenya diperiksa."
						: problems.size() + " hal harus diperbaiki.");
		}
		return problems.isEmpty() ? SimpulCommand.DONE : SimpulCommand.FINDINGS;
	}

}
