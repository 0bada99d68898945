package id.simpul.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import id.simpul.source.ConfigRefused;

/**
 * The program's own command: without a word after it, it serves. Its options count for
 * every command.
 */
@Command(name = "simpul", mixinStandardHelpOptions = true, version = "Simpul 0.1.0",
		description = "Gerbang antara SIMPEG instansi dan registri nasional. Tanpa perintah: serve.",
		subcommands = { ServeCommand.class, CheckCommand.class, PreviewCommand.class, SyncCommand.class,
				SimulateCommand.class },
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

	@Option(names = "--json", scope = ScopeType.INHERIT, description = "Hasil sebagai JSON.")
	private boolean json;

	/** Runs a command line and gives its exit code. */
	public static int run(String... args) {
		CommandLine line = new CommandLine(new SimpulCommand());
		line.setExecutionExceptionHandler((ex, command, parsed) -> {
			command.getErr().println(sentence(ex));
			if (!(ex instanceof CommandRefused) && !(ex instanceof ConfigRefused)) {
				ex.printStackTrace(command.getErr()); // a mistake of the program: its
														// trace belongs to whoever
														// reports it
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

	private static String sentence(Exception fault) {
		return (fault.getMessage() != null) ? fault.getMessage() : fault.getClass().getSimpleName();
	}

}
