package id.simpul.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

import id.simpul.source.BareFault;
import id.simpul.source.ConfigRefused;

/**
 * The program's own command: without a word after it, it serves. Its options count for
 * every command.
 */
@Command(name = "simpul", scope = ScopeType.INHERIT, synopsisHeading = "Pemakaian: ",
		commandListHeading = "%nPerintah:%n", version = "Simpul 0.1.0",
		description = "Gerbang antara SIMPEG instansi dan registri nasional. Tanpa perintah: serve.",
		subcommands = { ServeCommand.class, CheckCommand.class, PreviewCommand.class, SyncCommand.class,
				RedriveCommand.class, SimulateCommand.class },
		exitCodeListHeading = "%nKode keluar:%n",
		exitCodeList = { "0:selesai", "1:ada temuan atau putaran yang gagal", "2:salah pakai atau salah konfigurasi" })
public final class SimpulCommand implements Callable<Integer> {

	static final int DONE = 0;

	static final int FINDINGS = 1;

	static final int WRONG_USE = 2;

	@Option(names = "--home", scope = ScopeType.INHERIT, paramLabel = "DIR", defaultValue = ".",
			description = "Folder instalasi dengan config/, routes/ dan mappings/ (baku: folder ini).")
	private Path home;

	@Option(names = "--data", scope = ScopeType.INHERIT, paramLabel = "DIR",
			description = "Folder yang ditulis program: basis data, berkas masuk, rahasia (baku: data di folder instalasi).")
	private Path data;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT,
			description = "Menampilkan bantuan ini.")
	private boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Menampilkan versi.")
	private boolean version;

	@Option(names = "--json", scope = ScopeType.INHERIT, description = "Hasil sebagai JSON.")
	private boolean json;

	/** Runs a command line and gives its exit code. */
	public static int run(String... args) {
		CommandLine line = new CommandLine(new SimpulCommand());
		line.setParameterExceptionHandler((ex, given) -> {
			ex.getCommandLine().getErr().println(sentence(ex));
			return WRONG_USE;
		});
		line.setExecutionExceptionHandler((ex, command, parsed) -> {
			Exception fault = (ex instanceof RuntimeException known) ? StartFaults.explain(known) : ex;
			if (fault instanceof CommandRefused || fault instanceof ConfigRefused) {
				command.getErr().println(fault.getMessage());
			}
			else {
				// a mistake of the program: its trace belongs to whoever reports it,
				// without
				// what drivers and parsers repeat of somebody's data
				command.getErr()
					.println("Simpul berhenti karena kesalahan program; laporkan beserta baris di bawah ini.");
				BareFault.of(ex).printStackTrace(command.getErr());
			}
			return WRONG_USE;
		});
		return line.execute(args);
	}

	@Override
	public Integer call() {
		return new ServeCommand().serve(place());
	}

	Place place() {
		return new Place(this.home, this.data, this.json);
	}

	/** What is wrong with a command line, in the words of the rest of the program. */
	private static String sentence(ParameterException fault) {
		String help = " Lihat: " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help";
		if (fault instanceof UnmatchedArgumentException unmatched) {
			List<String> alike = unmatched.getSuggestions();
			return "Tidak dikenal: " + String.join(" ", unmatched.getUnmatched()) + "."
					+ (alike.isEmpty() ? "" : " Mungkin maksudnya " + String.join(" atau ", alike) + ".") + help;
		}
		if (fault instanceof MissingParameterException missing) {
			return "Yang belum disebut: "
					+ missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", ")) + "."
					+ help;
		}
		String what = (fault.getArgSpec() instanceof OptionSpec option) ? option.longestName() : "perintah ini";
		return "Isi " + what + " tidak sesuai." + help;
	}

}
