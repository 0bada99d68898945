package id.simpul.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

import id.simpul.demo.Demo;
import id.simpul.simulator.Faults;
import id.simpul.simulator.Simulator;
import id.simpul.simulator.SimulatorSettings;
import id.simpul.simulator.Weather;

/** Runs the simulated registry alone, holding what the demo province's registry holds. */
@Command(name = "simulate", description = "Menjalankan registri tiruan saja, tanpa Simpul.")
final class SimulateCommand implements Callable<Integer> {

	@ParentCommand
	private SimpulCommand simpul;

	@Option(names = "--port", paramLabel = "N", description = "Porta (baku: simpul.demo.port).")
	private Integer port;

	@Option(names = "--ledger", paramLabel = "FILE",
			description = "Buku besar (baku: registri/buku-besar.jsonl di folder data).")
	private Path ledger;

	@Option(names = "--fsync", description = "Tunggu sampai tiap tulisan benar-benar di disk sebelum dijawab.")
	private boolean sync;

	@Option(names = "--latency", paramLabel = "LAMA", converter = DurationOption.class,
			description = "Jeda tiap jawaban, misalnya 200ms (baku: simpul.demo.latency).")
	private Duration latency;

	@Option(names = "--limit", paramLabel = "N", converter = CountOption.class, defaultValue = "0",
			description = "Paling banyak N panggilan per detik per instansi; selebihnya dijawab 429 (baku: tanpa batas).")
	private int limit;

	@Option(names = "--weather", paramLabel = "BIBIT[:PERSEN]", converter = WeatherOption.class,
			description = "Gangguan acak pada sekian persen panggilan (baku: 5); bibit yang sama memberi urutan yang sama.")
	private Weather weather;

	@Option(names = "--closed-for", paramLabel = "LAMA", converter = DurationOption.class,
			description = "Pemeliharaan selama ini, misalnya 30s: semua dijawab 503.")
	private Duration closedFor;

	@Option(names = "--closed-after", paramLabel = "LAMA", converter = DurationOption.class, defaultValue = "0s",
			description = "Mulainya pemeliharaan, dihitung dari sekarang (baku: segera).")
	private Duration closedAfter;

	@Override
	public Integer call() throws InterruptedException {
		Place place = this.simpul.place();
		try (ConfigurableApplicationContext settings = place.settings()) {
			Demo demo = settings.getBean(Demo.class);
			demo.prepare();
			Simulator registry = demo.registry(settings(demo));
			trouble(registry.faults());
			if (place.json()) {
				place.print(Map.of("url", registry.baseUrl()));
			}
			else {
				System.out.println("Registri tiruan: " + registry.baseUrl() + "/  (Ctrl+C untuk berhenti)");
			}
			CountDownLatch stopped = new CountDownLatch(1);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				registry.close();
				stopped.countDown();
			}));
			stopped.await();
		}
		return SimpulCommand.DONE;
	}

	private SimulatorSettings settings(Demo demo) {
		SimulatorSettings usual = demo.registrySettings(this.port, this.ledger).limit(this.limit);
		SimulatorSettings held = (this.latency != null) ? usual.latency(this.latency) : usual;
		return this.sync ? held.synced() : held;
	}

	private void trouble(Faults faults) {
		if (this.weather != null) {
			faults.weather(this.weather);
		}
		if (this.closedFor != null) {
			Instant from = Instant.now().plus(this.closedAfter);
			faults.closed(from, from.plus(this.closedFor));
		}
	}

	/** As in the settings: {@code 200ms}, {@code 30s}. */
	private static final class DurationOption implements ITypeConverter<Duration> {

		@Override
		public Duration convert(String text) {
			Duration duration = DurationStyle.detectAndParse(text);
			if (duration.isNegative()) {
				throw new TypeConversionException("Negative");
			}
			return duration;
		}

	}

	private static final class CountOption implements ITypeConverter<Integer> {

		@Override
		public Integer convert(String text) {
			int count = Integer.parseInt(text);
			if (count < 0) {
				throw new TypeConversionException("Negative");
			}
			return count;
		}

	}

	private static final class WeatherOption implements ITypeConverter<Weather> {

		private static final int USUAL_PERCENT = 5;

		@Override
		public Weather convert(String text) {
			String[] parts = text.split(":", 2);
			return Weather.of(Long.parseLong(parts[0]),
					(parts.length > 1) ? Integer.parseInt(parts[1]) : USUAL_PERCENT);
		}

	}

}
