package id.simpul.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.simpul.change.Outbox;
import id.simpul.national.Dispatcher;

/**
 * Why nothing more is sent for an instansi, when it is worth trying again, and how long
 * the rest may take.
 *
 * @param waiting changes that wait
 * @param remaining until nothing waits, at the pace of the last minutes; or {@code null}
 */
record RegistryRest(String kode, String rule, Instant until, long waiting, Duration remaining) {

	private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH.mm z", INDONESIAN);

	/** The rest of an instansi's lane; empty when it does not rest. */
	static Optional<RegistryRest> of(String kode, Dispatcher dispatcher, Outbox outbox) {
		return dispatcher.resting(kode)
			.map((rest) -> new RegistryRest(kode, rest.rule(), rest.until(), outbox.waiting(kode),
					dispatcher.remaining(kode).orElse(null)));
	}

	/**
	 * All of it as people say it.
	 * @param zone of the instansi
	 */
	String sentence(ZoneId zone) {
		String estimate = (this.remaining == null || this.waiting == 0) ? ""
				: " Kira-kira " + about(this.remaining) + " lagi sampai tidak ada yang menunggu, bila lajunya tetap.";
		return String.format(INDONESIAN, "%s: %s Dicoba lagi %s; %,d perubahan menunggu.%s", this.kode,
				StartFaults.sentence(this.rule, List.of()), TIME.format(this.until.atZone(zone)), this.waiting,
				estimate);
	}

	private static String about(Duration gap) {
		long minutes = Math.max(1, gap.toMinutes());
		return (minutes < 60) ? minutes + " menit"
				: (gap.toHours() < 48) ? gap.toHours() + " jam" : gap.toDays() + " hari";
	}

}
