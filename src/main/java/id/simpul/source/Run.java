package id.simpul.source;

import java.time.LocalDate;
import java.util.List;

/**
 * One pass over one instansi, as the steps see it.
 *
 * @param today the date in the instansi's own zone when the run began; rules compare with
 * this, never with the clock
 * @param datasets what the mapping wants to read
 */
public record Run(long id, String instansi, LocalDate today, List<Dataset> datasets) {
}
