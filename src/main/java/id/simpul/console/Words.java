package id.simpul.console;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;

import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;
import id.simpul.source.InstansiList;

/**
 * How a page of one language writes numbers, times, names; what templates call
 * {@code kata}.
 */
public final class Words {

	static final Locale INDONESIAN = Locale.forLanguageTag("id");

	static final Locale ENGLISH = Locale.ENGLISH;

	private static final String KABUPATEN = "Kabupaten ";

	private final MessageSource messages;

	private final Locale locale;

	private final InstansiList instansi;

	private final ZoneId zone;

	private final Clock clock;

	/**
	 * @param asked any locale: whoever does not read English reads Indonesian
	 */
	Words(MessageSource messages, Locale asked, InstansiList instansi, ZoneId zone, Clock clock) {
		this.messages = messages;
		this.locale = asked.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : INDONESIAN;
		this.instansi = instansi;
		this.zone = zone;
		this.clock = clock;
	}

	/** Language of the page, for its {@code lang}. */
	public String language() {
		return this.locale.getLanguage();
	}

	public boolean isEnglish() {
		return this.locale == ENGLISH;
	}

	/** The text of a key with its gaps filled. */
	public String text(String key, Object... args) {
		return this.messages.getMessage(key, args, this.locale);
	}

	/** The text of a key, if there is one. */
	Optional<String> find(String key) {
		return Optional.ofNullable(this.messages.getMessage(key, null, null, this.locale));
	}

	/** {@code 1.234} */
	public String number(long number) {
		return NumberFormat.getIntegerInstance(this.locale).format(number);
	}

	/** {@code 1.234}, or a dash for nothing, so that a table shows what there is. */
	public String count(long number) {
		return (number == 0) ? "–" : number(number);
	}

	/** {@code 34,3 %} */
	public String percent(double percent) {
		NumberFormat format = NumberFormat.getNumberInstance(this.locale);
		format.setMaximumFractionDigits(1);
		return format.format(percent) + "\u00a0%";
	}

	/** {@code Sabtu, 21 November 2026 pukul 19.08 WIB} */
	public String moment(Instant at) {
		return (at != null)
				? write(at, isEnglish() ? "EEEE, d MMMM yyyy 'at' HH:mm" : "EEEE, d MMMM yyyy 'pukul' HH.mm") : "–";
	}

	/** {@code 21/11/2026 19.08} */
	public String brief(Instant at) {
		return (at != null) ? at(at).format(pattern(isEnglish() ? "dd/MM/yyyy HH:mm" : "dd/MM/yyyy HH.mm")) : "–";
	}

	/** Now, the time all relative times of the page are counted from. */
	public String now() {
		return moment(this.clock.instant());
	}

	/** {@code 3 jam lalu}, {@code 14 jam lagi} */
	public String relative(Instant at) {
		if (at == null) {
			return "–";
		}
		Duration ago = Duration.between(at, this.clock.instant());
		boolean past = !ago.isNegative();
		Duration gap = ago.abs();
		if (gap.compareTo(Duration.ofMinutes(1)) < 0) {
			return text(past ? "waktu.barusan" : "waktu.sebentar-lagi");
		}
		return text(past ? "waktu.lalu" : "waktu.lagi", about(gap));
	}

	/** {@code 25 menit}, {@code 3 jam}: as exactly as one says it. */
	public String about(Duration gap) {
		long minutes = Math.max(1, gap.toMinutes());
		return (minutes < 60) ? text("waktu.menit", minutes)
				: (gap.toHours() < 48) ? text("waktu.jam", gap.toHours()) : text("waktu.hari", number(gap.toDays()));
	}

	/** {@code 4 dtk}, {@code 2 mnt 5 dtk} */
	public String took(Duration duration) {
		if (duration == null) {
			return "–";
		}
		long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
		return (seconds < 60) ? text("waktu.detik", seconds)
				: text("waktu.menit-detik", number(seconds / 60), seconds % 60);
	}

	/** The name of an instansi as a table has it: {@code Kab. Lahat}. */
	public String sender(String kode) {
		if (!this.instansi.has(kode)) {
			return kode;
		}
		String name = this.instansi.get(kode).nama();
		return name.startsWith(KABUPATEN) ? "Kab. " + name.substring(KABUPATEN.length()) : name;
	}

	/** The name of an instansi as a tile has it: the place alone. */
	public String place(String kode) {
		String name = this.instansi.has(kode) ? this.instansi.get(kode).nama() : kode;
		for (String kind : List.of(KABUPATEN, "Kota ", "BKD ")) {
			if (name.startsWith(kind)) {
				return name.substring(kind.length());
			}
		}
		return name;
	}

	/** What a history is called. */
	public String resource(String name) {
		return (name == null) ? "–" : find("riwayat." + name).orElse(name);
	}

	/** What a field is called, {@code jabatan.unorId} or {@code unorId} of a resource. */
	public String field(String resource, String name) {
		if (name == null) {
			return "–";
		}
		int dot = name.indexOf('.');
		String owner = (dot > 0) ? name.substring(0, dot) : resource;
		String bare = name.substring(dot + 1);
		return Resource.named((owner != null) ? owner : "")
			.flatMap((one) -> one.find(bare))
			.map(Field::title)
			.orElse(bare);
	}

	public String fields(String resource, List<String> names) {
		return names.stream().map((name) -> field(resource, name)).collect(Collectors.joining(", "));
	}

	/** Who or what started a run. */
	public String starter(String startedBy) {
		return find("mulai." + startedBy).orElse(startedBy);
	}

	private String write(Instant at, String pattern) {
		ZonedDateTime time = at(at);
		return time.format(pattern(pattern)) + " " + zoneName(time);
	}

	/** WIB, WITA, WIT. */
	private String zoneName(ZonedDateTime time) {
		boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
		return TimeZone.getTimeZone(this.zone).getDisplayName(summer, TimeZone.SHORT, INDONESIAN);
	}

	private ZonedDateTime at(Instant at) {
		return at.atZone(this.zone);
	}

	private DateTimeFormatter pattern(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, this.locale);
	}

}
