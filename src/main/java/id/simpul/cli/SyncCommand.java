package id.simpul.cli;

import java.nio.channels.FileLock;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import id.simpul.change.Outbox;
import id.simpul.change.Plans;
import id.simpul.change.RunBooks;
import id.simpul.change.RunState;
import id.simpul.national.Dispatcher;
import id.simpul.source.Instansi;
import id.simpul.pegawai.Resource;
import id.simpul.report.HeldPlan;
import id.simpul.report.RunReports;
import id.simpul.report.Scope;
import id.simpul.source.Installation;
import id.simpul.source.InstansiList;
import id.simpul.sync.Sync;
import id.simpul.sync.SyncSettings;

/** Runs instansi once, sends what is due, prints the balance. */
@Command(name = "sync", description = "Menjalankan instansi sekali, mengirim, lalu mencetak neracanya.")
final class SyncCommand implements Callable<Integer> {

	private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

	@ParentCommand
	private SimpulCommand simpul;

	@Parameters(arity = "0..*", paramLabel = "KODE", description = "Kode Kemendagri, misalnya 16.71.")
	private List<String> codes = new ArrayList<>();

	@Option(names = "--all", description = "Semua instansi.")
	private boolean all;

	@Option(names = "--dry-run", description = "Uji coba: tidak ada yang diterima dan tidak ada yang dikirim.")
	private boolean dry;

	@Override
	public Integer call() throws InterruptedException {
		Place place = this.simpul.place();
		List<String> chosen = chosen(place.instansi());
		FileLock lock;
		try (ConfigurableApplicationContext settings = place.settings()) {
			lock = Place.lock(settings.getBean(Installation.class).data());
		}
		try (ConfigurableApplicationContext context = place.everything()) {
			if (this.dry) {
				refuseOverHeldPlans(chosen, context.getBean(RunReports.class));
			}
			context.getBean(Operation.class).ready();
			List<RunBooks> books = run(chosen, context);
			Map<String, RegistryRest> pauses = pauses(chosen, context);
			if (!place.json()) {
				System.out.println(BalanceTable.of(books, (one) -> reasons(one, context)));
				InstansiList instansi = context.getBean(InstansiList.class);
				pauses.forEach((kode, rest) -> System.out.println(rest.sentence(instansi.get(kode).zona()) + "\n"));
			}
			else {
				books.forEach((one) -> place.print(json(one, pauses.get(one.instansi()))));
			}
			return pauses.isEmpty() && books.stream().allMatch((one) -> isGood(one)) ? SimpulCommand.DONE
					: SimpulCommand.FINDINGS;
		}
		finally {
			Place.unlock(lock);
		}
	}

	/**
	 * A run puts a held plan aside, and nobody who only tries something out means that.
	 */
	private static void refuseOverHeldPlans(List<String> chosen, RunReports runs) {
		for (String kode : chosen) {
			runs.held(Scope.of(Set.of(kode)), kode).ifPresent((held) -> {
				throw new CommandRefused("Rencana instansi " + kode + " dari putaran " + held.run().id()
						+ " sedang ditahan. Putuskan dulu di konsol: uji coba akan menggantikannya.");
			});
		}
	}

	private List<String> chosen(InstansiList instansi) {
		if (this.all == !this.codes.isEmpty()) {
			throw new CommandRefused("Sebut satu atau beberapa kode instansi, atau --all.");
		}
		for (String kode : this.codes) {
			if (!instansi.has(kode)) {
				throw new CommandRefused("Instansi " + kode + " tidak ada di config/instansi.yaml.");
			}
		}
		return this.all ? instansi.all().stream().map(Instansi::kode).toList()
				: this.codes.stream().distinct().toList();
	}

	private List<RunBooks> run(List<String> chosen, ConfigurableApplicationContext context)
			throws InterruptedException {
		ExecutorService pool = Executors.newFixedThreadPool(context.getBean(SyncSettings.class).atOnce());
		try {
			List<Future<RunBooks>> runs = new ArrayList<>();
			chosen.forEach((kode) -> runs.add(pool.submit(() -> run(kode, context))));
			List<RunBooks> books = new ArrayList<>();
			for (Future<RunBooks> run : runs) {
				books.add(run.get());
			}
			return books;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A run ended without its books", ex.getCause());
		}
		finally {
			pool.shutdownNow();
		}
	}

	private RunBooks run(String kode, ConfigurableApplicationContext context) {
		RunBooks books = context.getBean(Sync.class).run(kode, "perintah", this.dry).orElseThrow();
		if (!this.dry) {
			context.getBean(Dispatcher.class).drain(kode);
		}
		return context.getBean(Plans.class).books(books.run());
	}

	private static List<String> reasons(RunBooks books, ConfigurableApplicationContext context) {
		NumberFormat format = NumberFormat.getNumberInstance(INDONESIAN);
		format.setMaximumFractionDigits(1);
		return context.getBean(RunReports.class)
			.reasons(Scope.of(Set.of(books.instansi())), books.instansi(), books.run())
			.stream()
			.map((one) -> context.getMessage("rencana." + one.kind(),
					new Object[] { format.format(one.measured()), format.format(one.total()),
							format.format(one.percent()) + " %", format.format(one.limitPercent()) + " %",
							one.subject() },
					INDONESIAN) + one.samples().stream().map(SyncCommand::sample).collect(Collectors.joining()))
			.toList();
	}

	private static String sample(HeldPlan.Sample one) {
		String what = Resource.named((one.resource() != null) ? one.resource() : "").map(Resource::title).orElse("");
		return ("\n      " + one.person() + "  " + what + "  " + one.entry()).stripTrailing();
	}

	/** A dry run ends discarded: that is what was asked for. */
	private boolean isGood(RunBooks books) {
		return books.state() == (this.dry ? RunState.DISCARDED : RunState.DONE) && books.close();
	}

	/** Why nothing more was sent for an instansi, by its code. */
	private static Map<String, RegistryRest> pauses(List<String> chosen, ConfigurableApplicationContext context) {
		Map<String, RegistryRest> pauses = new LinkedHashMap<>();
		chosen.forEach((kode) -> RegistryRest.of(kode, context.getBean(Dispatcher.class), context.getBean(Outbox.class))
			.ifPresent((rest) -> pauses.put(kode, rest)));
		return pauses;
	}

	/** The names that others rely on, in their order. */
	private static Map<String, Object> json(RunBooks books, RegistryRest pause) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("instansi", books.instansi());
		json.put("run", books.run());
		json.put("state", books.state());
		json.put("rows", books.rows());
		json.put("used", books.used());
		json.put("filtered", books.filtered());
		json.put("unreadable", books.unreadable());
		json.put("read", books.read());
		json.put("unchanged", books.unchanged());
		json.put("changed", books.changed());
		json.put("rejected", books.rejected());
		json.put("held", books.held());
		json.put("duplicate", books.duplicate());
		json.put("acked", books.acked());
		json.put("adopted", books.adopted());
		json.put("worklist", books.worklist());
		json.put("waiting", books.waiting());
		json.put("refused", books.refused());
		json.put("parked", books.parked());
		json.put("superseded", books.superseded());
		if (books.cause() != null) {
			json.put("cause", books.cause());
			json.put("args", books.causeArguments());
		}
		if (pause != null) {
			json.put("pause", pause.rule());
		}
		return json;
	}

}
