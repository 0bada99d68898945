package id.simpul.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import id.simpul.demo.Demo;
import id.simpul.mapping.MappedBatch;
import id.simpul.mapping.MappingFile;
import id.simpul.mapping.MappingRefused;
import id.simpul.mapping.Preview;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Entry;
import id.simpul.source.Installation;
import id.simpul.source.Instansi;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;
import id.simpul.source.SourceFault;
import id.simpul.sync.MappingLoader;
import id.simpul.sync.ScratchRoutes;
import id.simpul.validation.Catalogue;
import id.simpul.validation.JudgedPerson;
import id.simpul.validation.Validation;

/**
 * Shows what the mapping and the rules make of the first people of a source; writes
 * nothing.
 */
@Command(name = "preview",
		description = "Menampilkan baris sumber, entri dan temuannya berdampingan; tidak menulis apa pun.")
final class PreviewCommand implements Callable<Integer> {

	private static final int WIDTH = 150;

	@ParentCommand
	private SimpulCommand simpul;

	@Parameters(paramLabel = "KODE", description = "Kode Kemendagri, misalnya 16.71.")
	private String kode;

	@Option(names = "--limit", paramLabel = "N", defaultValue = "5",
			description = "Pegawai yang ditampilkan (baku: 5).")
	private int limit;

	@Override
	public Integer call() {
		Place place = this.simpul.place();
		if (!place.instansi().has(this.kode)) {
			throw new CommandRefused("Instansi " + this.kode + " tidak ada di config/instansi.yaml.");
		}
		if (this.limit < 1) {
			throw new CommandRefused("--limit=N: N paling sedikit 1.");
		}
		Instansi sender = place.instansi().get(this.kode);
		try (ConfigurableApplicationContext settings = place.settings()) {
			Installation installation = settings.getBean(Installation.class);
			settings.getBean(Demo.class).prepare();
			CodeLists codes = CodeFiles.load(installation.mappings());
			MappingFile mapping = new MappingLoader(installation.mappings(), codes).load(this.kode);
			Run run = new Run(0, this.kode, LocalDate.now(sender.zona()), mapping.datasets());
			List<Preview.Person> people = people(installation, mapping, new Validation(codes), run);
			if (place.json()) {
				people.forEach(place::print);
			}
			else {
				System.out.print(new Preview(people).text(WIDTH, PreviewCommand::sentence));
			}
			return people.stream().allMatch((person) -> person.findings().isEmpty()) ? SimpulCommand.DONE
					: SimpulCommand.FINDINGS;
		}
		catch (MappingRefused ex) {
			ex.problems().forEach((problem) -> System.err.println(problem));
			return SimpulCommand.WRONG_USE;
		}
		catch (SourceFault ex) {
			System.err.println(StartFaults.sentence(ex.rule(), ex.args()));
			return SimpulCommand.FINDINGS;
		}
	}

	private List<Preview.Person> people(Installation installation, MappingFile mapping, Validation validation,
			Run run) {
		List<Preview.Person> people = new ArrayList<>();
		try (ScratchRoutes routes = new ScratchRoutes(installation)) {
			routes.load();
			routes.read(run, (batch) -> {
				people.addAll(preview(mapping, validation, batch).people());
				return people.size() < this.limit;
			});
		}
		return people.subList(0, Math.min(this.limit, people.size()));
	}

	/**
	 * Entries as mapped, so that a rejected one can be looked at, with the findings of
	 * mapping and rules together.
	 */
	private static Preview preview(MappingFile mapping, Validation validation, RowBatch batch) {
		MappedBatch mapped = mapping.apply(batch);
		Map<String, List<Entry>> entries = new HashMap<>();
		mapped.people().forEach((person) -> entries.put(person.kunci(), person.entries()));
		List<Preview.Outcome> outcomes = new ArrayList<>();
		for (JudgedPerson person : validation.judge(mapped).people()) {
			outcomes.add(new Preview.Outcome(person.kunci(), entries.getOrDefault(person.kunci(), List.of()),
					person.rejections(), person.findings()));
		}
		return Preview.of(batch, outcomes);
	}

	private static String sentence(Preview.Note note) {
		return Catalogue.bundled().find(note.rule()).map((text) -> text.pesan(note.args())).orElse(note.rule());
	}

}
