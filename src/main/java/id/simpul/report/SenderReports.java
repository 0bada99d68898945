package id.simpul.report;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

import org.quartz.CronExpression;

import id.simpul.change.RunState;
import id.simpul.report.RunReports.Speaking;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/** Judges from the runs of each instansi, and from its own rhythm, where it stands. */
public final class SenderReports {

	/** A run that is due takes its time; it is late only after that. */
	private static final Duration GRACE = Duration.ofHours(1);

	/** Positions, ranks and appraisals change in every instansi within five weeks. */
	private static final Duration STALE_AFTER = Duration.ofDays(35);

	private final InstansiList instansi;

	private final RunReports runs;

	private final Outages outages;

	private final Outlook outlook;

	private final Clock clock;

	SenderReports(InstansiList instansi, RunReports runs, Outages outages, Outlook outlook, Clock clock) {
		this.instansi = instansi;
		this.runs = runs;
		this.outages = outages;
		this.outlook = outlook;
		this.clock = clock;
	}

	/** Every instansi to be seen, in the order of the configuration. */
	public List<SenderReport> all(Scope scope) {
		Map<String, Speaking> speaking = this.runs.speaking(scope);
		List<Outage> open = this.outages.open(scope);
		return this.instansi.all()
			.stream()
			.filter((one) -> scope.sees(one.kode()))
			.map((one) -> report(one, speaking.getOrDefault(one.kode(), Speaking.NOTHING), open))
			.toList();
	}

	/** One instansi; empty when there is none of that code, or it is not to be seen. */
	public Optional<SenderReport> find(Scope scope, String kode) {
		return all(scope.narrow(kode)).stream().findFirst();
	}

	private SenderReport report(Instansi one, Speaking runs, List<Outage> open) {
		Instant due = (runs.accepted() != null) ? due(one, runs.accepted().startedAt()) : null;
		Outlook.Pause pause = this.outlook.registryPause(one.kode()).or(() -> tried(one, open)).orElse(null);
		return new SenderReport(one, standing(runs, due, pause), runs.running(), runs.ended(), runs.shown(),
				(runs.accepted() != null) ? runs.accepted().at() : null,
				(runs.moved() != null) ? runs.moved().at() : null, due, this.outlook.nextRun(one.kode()).orElse(null),
				runs.waiting(), pause, (runs.waiting() > 0) ? this.outlook.remaining(one.kode()).orElse(null) : null);
	}

	/** While somebody knocks nothing rests, and yet the registry is not back. */
	private static Optional<Outlook.Pause> tried(Instansi one, List<Outage> open) {
		return open.stream()
			.filter((outage) -> outage.isEverybodys() || outage.instansi().equals(one.kode()))
			.findFirst()
			.map((outage) -> new Outlook.Pause(outage.cause(), outage.beganAt(), null));
	}

	private Standing standing(Speaking runs, Instant due, Outlook.Pause pause) {
		Instant now = this.clock.instant();
		boolean late = due != null && now.isAfter(due.plus(GRACE));
		if (runs.ended() == null) {
			return (runs.running() != null) ? Standing.CATCHING_UP : Standing.NOT_STARTED;
		}
		boolean failed = runs.ended().state() == RunState.FAILED;
		if (runs.running() != null && (failed || late)) {
			return Standing.CATCHING_UP;
		}
		if (failed) {
			return Standing.FAILED;
		}
		if (runs.ended().state() == RunState.HELD) {
			return Standing.HELD;
		}
		if (late) {
			return Standing.LATE;
		}
		if (pause != null && runs.waiting() > 0) {
			return pause.isAtRegistry() ? Standing.REGISTRY_CLOSED : Standing.CATCHING_UP;
		}
		boolean stale = runs.moved() != null && now.isAfter(runs.moved().at().plus(STALE_AFTER));
		return stale ? Standing.STALE : Standing.ON_TIME;
	}

	/**
	 * The first time after a run at which the instansi's own schedule expects newer data.
	 */
	private static Instant due(Instansi one, Instant after) {
		try {
			CronExpression cron = new CronExpression(one.jadwal());
			cron.setTimeZone(TimeZone.getTimeZone(one.zona()));
			Date next = cron.getNextValidTimeAfter(Date.from(after));
			return (next != null) ? next.toInstant() : null;
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The schedule of " + one.kode() + " was checked when it was loaded", ex);
		}
	}

}
