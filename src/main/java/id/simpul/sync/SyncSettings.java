package id.simpul.sync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are made.
 *
 * @param atOnce instansi that are read at the same time, by schedules and by command
 */
@ConfigurationProperties("simpul.sync")
public record SyncSettings(@DefaultValue("2") int atOnce) {

	public SyncSettings {
		if (atOnce < 1 || atOnce > 32) {
			throw new IllegalArgumentException("simpul.sync.at-once: 1 sampai 32, bukan " + atOnce);
		}
	}

}
