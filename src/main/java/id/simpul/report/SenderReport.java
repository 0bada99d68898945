package id.simpul.report;

import java.time.Duration;
import java.time.Instant;

import id.simpul.source.Instansi;

/**
 * Where one instansi stands.
 *
 * @param running the run under way, or {@code null}
 * @param ended the latest run that came to an end, or {@code null}
 * @param shown the latest run that was read whole, whose findings are shown; or
 * {@code null}
 * @param lastGood when data was last accepted, or {@code null}
 * @param lastChange when accepted data last brought a change, or {@code null}
 * @param due when the next good data was or is due, or {@code null}
 * @param waiting changes that wait for the registry
 * @param pause why nothing is sent now, or {@code null}
 * @param remaining how long until nothing waits, at the pace of the last minutes; or
 * {@code null}
 */
public record SenderReport(Instansi instansi, Standing standing, RunReport running, RunReport ended, RunReport shown,
		Instant lastGood, Instant lastChange, Instant due, Instant nextRun, long waiting, Outlook.Pause pause,
		Duration remaining) {

	public String kode() {
		return this.instansi.kode();
	}

	/** Entries that the run whose findings are shown did not let through. */
	public long rejected() {
		return (this.shown != null) ? this.shown.books().rejected() : 0;
	}

	/** Whether changes wait and the registry keeps them from going out. */
	public boolean isHindered() {
		return this.pause != null && this.pause.isAtRegistry() && this.waiting > 0;
	}

	/** Whether changes wait and nothing is sent now, whoever is the reason. */
	public boolean isResting() {
		return this.pause != null && this.waiting > 0;
	}

	/** Rule that made the last run fail; {@code null} when it did not. */
	public String failure() {
		return (this.standing == Standing.FAILED) ? this.ended.books().cause() : null;
	}

}
