package id.simpul.cli;

import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import id.simpul.change.Outbox;
import id.simpul.change.OutboxState;
import id.simpul.change.Redrives;
import id.simpul.change.Redrives.Content;
import id.simpul.change.Redrives.Result;
import id.simpul.change.Redrives.Selection;
import id.simpul.change.RunBooks;
import id.simpul.change.RunState;
import id.simpul.national.Dispatcher;
import id.simpul.report.Deliveries;
import id.simpul.report.Scope;
import id.simpul.source.Installation;
import id.simpul.source.InstansiList;
import id.simpul.sync.Sync;

/** Has changes that ended badly tried again, sends them, says what came of it. */
@Command(name = "redrive",
		description = "Mengirim ulang perubahan yang ditolak, dititipkan atau perlu ditindak, lalu mencetak hasilnya.")
final class RedriveCommand implements Callable<Integer> {

	private static final int LONGEST_WHY = 400;

	private static final int LONGEST_NAME = 60;

	@ParentCommand
	private SimpulCommand simpul;

	@Parameters(paramLabel = "KODE", description = "Kode Kemendagri, misalnya 16.71.")
	private String kode;

	@Option(names = "--id", paramLabel = "N", description = "Nomor kiriman; boleh beberapa kali.")
	private Set<Long> ids = new HashSet<>();

	@Option(names = "--cause", paramLabel = "SEBAB",
			description = "Semua dengan sebab ini, misalnya DITOLAK_SIASN (docs/aturan.md).")
	private String cause;

	@Option(names = "--all", description = "Semua yang ditolak, dititipkan atau perlu ditindak.")
	private boolean all;

	@Option(names = "--why", paramLabel = "TEXT", required = true,
			description = "Alasan, paling banyak 400 huruf; tercatat pada kirimannya.")
	private String why;

	@Option(names = "--by", paramLabel = "NAMA", defaultValue = "perintah",
			description = "Siapa yang memintanya; tercatat pada kirimannya (baku: perintah).")
	private String who;

	@Option(names = "--content", paramLabel = "then|now", defaultValue = "then",
			description = "then: isi yang diterima waktu itu (baku). now: sumber dibaca ulang dahulu dengan pemetaan sekarang.")
	private String content;

	@Override
	public Integer call() {
		Place place = this.simpul.place();
		InstansiList instansi = place.instansi();
		check(instansi);
		FileLock lock;
		try (ConfigurableApplicationContext settings = place.settings()) {
			lock = Place.lock(settings.getBean(Installation.class).data());
		}
		try (ConfigurableApplicationContext context = place.everything()) {
			refuseWhatIsNotThere(context.getBean(Deliveries.class));
			context.getBean(Operation.class).ready();
			Result result = context.getBean(Redrives.class)
				.redrive(this.kode, selection(), content(), this.who.strip(), this.why);
			RunBooks run = (result.awaiting() > 0)
					? context.getBean(Sync.class).run(this.kode, this.who.strip(), false).orElseThrow() : null;
			context.getBean(Dispatcher.class).drain(this.kode);
			Optional<RegistryRest> rest = RegistryRest.of(this.kode, context.getBean(Dispatcher.class),
					context.getBean(Outbox.class));
			Deliveries.Counts after = context.getBean(Deliveries.class).counts(Scope.of(Set.of(this.kode)));
			if (place.json()) {
				place.print(json(result, after, run, rest.orElse(null)));
			}
			else {
				System.out.println(sentences(result, after, run));
				rest.ifPresent((one) -> System.out.println(one.sentence(instansi.get(this.kode).zona())));
			}
			boolean read = run == null || run.state() == RunState.DONE && run.close();
			return (read && rest.isEmpty()) ? SimpulCommand.DONE : SimpulCommand.FINDINGS;
		}
		finally {
			Place.unlock(lock);
		}
	}

	private void check(InstansiList instansi) {
		if (!instansi.has(this.kode)) {
			throw new CommandRefused("Instansi " + this.kode + " tidak ada di config/instansi.yaml.");
		}
		int ways = (this.ids.isEmpty() ? 0 : 1) + ((this.cause != null) ? 1 : 0) + (this.all ? 1 : 0);
		if (ways != 1) {
			throw new CommandRefused("Sebut kirimannya dengan --id, atau --cause, atau --all; salah satu saja.");
		}
		if (this.why.isBlank() || this.why.strip().length() > LONGEST_WHY) {
			throw new CommandRefused("Tulis alasannya pada --why, paling banyak " + LONGEST_WHY + " huruf.");
		}
		if (this.who.isBlank() || this.who.strip().length() > LONGEST_NAME) {
			throw new CommandRefused("Tulis nama pada --by, paling banyak " + LONGEST_NAME + " huruf.");
		}
		content();
	}

	private Content content() {
		return switch (this.content) {
			case "then" -> Content.THEN;
			case "now" -> Content.NOW;
			default -> throw new CommandRefused("Isi --content adalah then atau now.");
		};
	}

	private Selection selection() {
		return this.ids.isEmpty() ? new Selection(null, this.cause) : Selection.of(this.ids);
	}

	private void refuseWhatIsNotThere(Deliveries deliveries) {
		for (long id : this.ids) {
			if (deliveries.find(Scope.of(Set.of(this.kode)), id).isEmpty()) {
				throw new CommandRefused("Kiriman " + id + " tidak ada pada instansi " + this.kode + ".");
			}
		}
	}

	private static Map<OutboxState, String> places() {
		Map<OutboxState, String> places = new EnumMap<>(OutboxState.class);
		places.put(OutboxState.REFUSED, "ditolak");
		places.put(OutboxState.PARKED, "dititipkan");
		places.put(OutboxState.WORKLIST, "perlu ditindak");
		return places;
	}

	private String sentences(Result result, Deliveries.Counts after, RunBooks run) {
		List<String> sentences = new ArrayList<>();
		sentences
			.add(("%s: %d dikirim ulang, %d menunggu sumber dibaca ulang, %d sudah dalam perjalanan, %d sudah diterima,"
					+ " %d digantikan yang lebih baru.")
				.formatted(this.kode, result.redriven(), result.awaiting(), result.underWay(), result.delivered(),
						result.replaced()));
		if (run != null) {
			sentences.add(BalanceTable.of(List.of(run), (one) -> List.of()).stripTrailing());
			if (run.state() == RunState.HELD) {
				sentences.add("Bacaan baru ditahan; yang diminta dikirim ulang menunggu sampai rencananya dilepas.");
			}
		}
		List<String> counts = new ArrayList<>(List.of(after.waiting() + " menunggu"));
		places().forEach((state, word) -> counts.add(after.of(Set.of(state)) + " " + word));
		sentences.add("Sesudah pengiriman: " + String.join(", ", counts) + ".");
		return String.join("\n", sentences);
	}

	/** The names that others rely on, in their order. */
	private Map<String, Object> json(Result result, Deliveries.Counts after, RunBooks run, RegistryRest rest) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("instansi", this.kode);
		json.put("redriven", result.redriven());
		json.put("awaiting", result.awaiting());
		json.put("underWay", result.underWay());
		json.put("delivered", result.delivered());
		json.put("replaced", result.replaced());
		json.put("waiting", after.waiting());
		json.put("refused", after.of(Set.of(OutboxState.REFUSED)));
		json.put("parked", after.of(Set.of(OutboxState.PARKED)));
		json.put("worklist", after.of(Set.of(OutboxState.WORKLIST)));
		if (run != null) {
			json.put("run", run.run());
			json.put("state", run.state());
			if (run.cause() != null) {
				json.put("cause", run.cause());
				json.put("args", run.causeArguments());
			}
		}
		if (rest != null) {
			json.put("pause", rest.rule());
		}
		return json;
	}

}
