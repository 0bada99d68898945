package id.simpul.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import id.simpul.demo.Demo;
import id.simpul.simulator.Simulator;

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

	@Override
	public Integer call() throws InterruptedException {
		Place place = this.simpul.place();
		try (ConfigurableApplicationContext settings = place.settings()) {
			Demo demo = settings.getBean(Demo.class);
			demo.prepare();
			Simulator registry = demo.registry(this.port, this.ledger);
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

}
