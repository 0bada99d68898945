package id.simpul.demo;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo province.
 *
 * @param enabled whether the province and its simulated registry are set up at start
 * @param people of each instansi
 * @param seed from which everything is invented; the same seed gives the same province
 * @param port of the simulated registry
 * @param latency that the simulated registry adds to every answer
 */
@ConfigurationProperties("simpul.demo")
public record DemoSettings(@DefaultValue("false") boolean enabled, @DefaultValue("200") int people,
		@DefaultValue("1672") long seed, @DefaultValue("8090") int port, @DefaultValue("0ms") Duration latency) {

	public DemoSettings {
		if (people < 20) {
			throw new IllegalArgumentException(
					"simpul.demo.people: paling sedikit 20, supaya semua contoh kesalahan muat");
		}
	}

}
