package id.simpul.cli;

import java.nio.channels.FileLock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import id.simpul.demo.DemoSettings;
import id.simpul.source.Installation;

/** Runs Simpul: schedules, sending, console. */
@Command(name = "serve", description = "Menjalankan Simpul: jadwal, pengiriman dan konsol.")
final class ServeCommand implements Callable<Integer> {

	@ParentCommand
	private SimpulCommand simpul;

	@Override
	public Integer call() {
		return serve(this.simpul.place());
	}

	Integer serve(Place place) {
		place.instansi();
		FileLock lock;
		try (ConfigurableApplicationContext settings = place.settings()) {
			lock = Place.lock(settings.getBean(Installation.class).data());
		}
		CountDownLatch closed = new CountDownLatch(1);
		try (ConfigurableApplicationContext context = place.server()) {
			context.addApplicationListener((ApplicationListener<ContextClosedEvent>) (event) -> closed.countDown());
			context.getBean(Operation.class).start();
			System.out.println(addresses(context));
			closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			Place.unlock(lock);
		}
		return SimpulCommand.DONE;
	}

	/** Where to look now. */
	private static String addresses(ConfigurableApplicationContext context) {
		String console = "Konsol: http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/";
		DemoSettings demo = context.getBean(DemoSettings.class);
		return demo.enabled() ? console + "   Registri tiruan: http://localhost:" + demo.port() + "/" : console;
	}

}
