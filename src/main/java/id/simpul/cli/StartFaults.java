package id.simpul.cli;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.web.server.PortInUseException;

import id.simpul.simulator.LedgerFault;
import id.simpul.simulator.SimulatorFault;
import id.simpul.source.ConfigProblem;
import id.simpul.source.ConfigRefused;
import id.simpul.source.SourceFault;
import id.simpul.validation.Catalogue;

/**
 * Says what is wrong when the program cannot start, as far as whoever starts it can mend
 * it. Values are not repeated: one of them may be a secret in the wrong place.
 */
final class StartFaults {

	private static final String SETTINGS = "config/application.yaml";

	private StartFaults() {
	}

	/**
	 * A refusal with a sentence for each mistake of the installation; anything else comes
	 * back as it is.
	 */
	static RuntimeException explain(RuntimeException fault) {
		RuntimeException explained = null;
		for (Throwable cause = fault; cause != null && explained == null; cause = cause.getCause()) {
			explained = reason(cause);
		}
		return (explained != null) ? explained : fault;
	}

	private static RuntimeException reason(Throwable cause) {
		if (cause instanceof ConfigRefused || cause instanceof CommandRefused) {
			return (RuntimeException) cause;
		}
		if (cause instanceof BindException bind) {
			return setting(bind);
		}
		if (cause instanceof PortInUseException port) {
			return new CommandRefused("Porta " + port.getPort() + " sedang dipakai program lain. Hentikan program itu,"
					+ " atau pilih porta lain dengan server.port di " + SETTINGS + ".");
		}
		if (cause instanceof SimulatorFault) {
			return new CommandRefused("Registri tiruan tidak dapat mendengarkan di portanya; mungkin sudah ada yang"
					+ " berjalan. Hentikan dulu, atau pilih porta lain dengan simpul.demo.port di " + SETTINGS
					+ " (simulate: --port=N).");
		}
		if (cause instanceof LedgerFault) {
			return new CommandRefused("Buku besar registri tiruan tidak dapat dibuka: sedang dipakai registri lain,"
					+ " atau isinya rusak. Hentikan registri itu, atau hapus berkas registri/buku-besar.jsonl di"
					+ " folder data untuk memulai dari awal.");
		}
		if (cause instanceof SourceFault source) {
			return new CommandRefused(sentence(source.rule(), source.args()));
		}
		if (cause instanceof FlywayException && !isOfSql(cause)) {
			return new CommandRefused("Skema basis data Simpul tidak utuh: mungkin pemasangan atau pembaruannya pernah"
					+ " terhenti di tengah jalan. Pulihkan cadangan dari sebelum itu; pada pemasangan yang baru, mulai"
					+ " lagi dengan basis data yang kosong.");
		}
		return (cause instanceof SQLException sql) ? database(sql) : null;
	}

	private static boolean isOfSql(Throwable fault) {
		Throwable cause = fault;
		while (cause != null && !(cause instanceof SQLException)) {
			cause = cause.getCause();
		}
		return cause != null;
	}

	private static RuntimeException setting(BindException bind) {
		for (Throwable cause = bind; cause != null; cause = cause.getCause()) {
			// the settings check themselves and say what they want
			if (cause instanceof IllegalArgumentException && String.valueOf(cause.getMessage()).startsWith("simpul.")) {
				return new CommandRefused(SETTINGS + ": " + cause.getMessage() + ".");
			}
		}
		ConfigurationProperty property = bind.getProperty();
		String sentence = "Isi " + bind.getName() + " tidak dapat dipakai; tulis " + wanted(bind) + ".";
		Origin origin = (property != null) ? property.getOrigin() : null;
		origin = (origin instanceof PropertySourceOrigin source) ? source.getOrigin() : origin;
		if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
			return new ConfigRefused(List.of(new ConfigProblem(SETTINGS, text.getLocation().getLine() + 1,
					text.getLocation().getColumn() + 1, sentence)));
		}
		return new CommandRefused(SETTINGS + ": " + sentence);
	}

	private static String wanted(BindException bind) {
		Class<?> type = bind.getTarget().getType().resolve(Object.class);
		if (type == int.class || type == long.class) {
			return "bilangan bulat";
		}
		if (type == boolean.class) {
			return "true atau false";
		}
		if (type == Duration.class) {
			return "lamanya dengan satuan, misalnya 500ms, 10s atau 5m";
		}
		if (type == URI.class) {
			return "alamat lengkap yang diawali https:// atau http://";
		}
		if (type == Path.class) {
			return "nama folder";
		}
		if (type.isEnum()) {
			return "salah satu dari " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
		}
		return "seperti contoh di atasnya";
	}

	private static RuntimeException database(SQLException fault) {
		String why = switch (String.valueOf(fault.getSQLState())) {
			case "90020" -> "berkasnya sedang dipakai program lain";
			case "90146" -> "berkasnya tidak ada lagi; pulihkan dari cadangan, atau hapus juga simpul.ada di folder"
					+ " data untuk mulai dari awal";
			case "90030" -> "berkasnya rusak; pulihkan dari cadangan";
			case "08001", "08004", "08006" -> "servernya tidak dapat dihubungi";
			case "28P01", "28000" -> "pengguna atau kata sandinya ditolak";
			case "3D000" -> "basis data itu tidak ada di server";
			default -> "SQLSTATE " + fault.getSQLState();
		};
		return new CommandRefused("Basis data Simpul tidak dapat dibuka: " + why + ". Periksa folder data dan"
				+ " simpul.database di " + SETTINGS + ".");
	}

	/** What the catalogue says of a rule, or the rule itself with what it is about. */
	static String sentence(String rule, List<String> args) {
		return Catalogue.bundled()
			.find(rule)
			.map((text) -> text.pesan(args) + " " + text.perbaikan())
			.orElseGet(() -> args.isEmpty() ? rule : rule + ": " + String.join(" ", args));
	}

}
