package id.simpul.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import id.simpul.change.Generation;
import id.simpul.change.Plans;
import id.simpul.change.Turns;
import id.simpul.demo.Demo;
import id.simpul.national.Dispatcher;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;
import id.simpul.sync.RouteFiles;
import id.simpul.sync.Schedules;

/** Sets everything going, in the order in which one part needs the other. */
@Component
final class Operation {

	private static final Logger log = LoggerFactory.getLogger(Operation.class);

	private final Demo demo;

	private final Generation generation;

	private final Plans plans;

	private final Turns turns;

	private final RouteFiles routes;

	private final Dispatcher dispatcher;

	private final Schedules schedules;

	private final InstansiList instansi;

	Operation(Demo demo, Generation generation, Plans plans, Turns turns, RouteFiles routes, Dispatcher dispatcher,
			Schedules schedules, InstansiList instansi) {
		this.demo = demo;
		this.generation = generation;
		this.plans = plans;
		this.turns = turns;
		this.routes = routes;
		this.dispatcher = dispatcher;
		this.schedules = schedules;
		this.instansi = instansi;
	}

	/** What a server does from its start on. */
	void start() {
		boolean restored = ready();
		this.dispatcher.start();
		this.schedules.start();
		if (restored) {
			this.instansi.all()
				.stream()
				.map(Instansi::kode)
				.forEach((kode) -> this.schedules.runNow(kode, "pemulihan"));
		}
		if (this.demo.isEnabled()) {
			// a newcomer shall see a province at work, not wait for tomorrow's schedule
			this.instansi.all()
				.stream()
				.map(Instansi::kode)
				.filter((kode) -> !this.plans.hasRuns(kode))
				.forEach((kode) -> this.schedules.runNow(kode, "demo"));
		}
		log.info("Simpul is ready: {} instansi", this.instansi.all().size());
	}

	/**
	 * What any run needs: sources, a registry, routes, and books without loose ends.
	 * @return whether the database was set back since the last start
	 */
	boolean ready() {
		refuseToForget();
		boolean restored = this.generation.begin();
		if (restored) {
			log.error(
					"The database is older than this installation has seen, as after a restore: every instansi is read"
							+ " again before anything of it is sent");
		}
		this.demo.prepare();
		this.demo.startRegistry();
		this.plans.recover(this.turns);
		this.routes.load();
		this.routes.refused()
			.forEach((refused) -> log.error("Route refused, its instansi will not be read: {}:{}:{} {}", refused.file(),
					refused.line(), refused.column(), refused.reason()));
		return restored;
	}

	/**
	 * Who was taken off the list would be sent no more, and nobody would see that there
	 * is something to be sent.
	 */
	private void refuseToForget() {
		this.plans.waiting().forEach((kode, waiting) -> {
			if (!this.instansi.has(kode)) {
				throw new CommandRefused("Instansi " + kode + " tidak ada lagi di config/instansi.yaml, padahal "
						+ waiting
						+ " perubahannya yang sudah diterima masih menunggu dikirim. Kembalikan barisnya dan biarkan"
						+ " semuanya terkirim, baru kemudian hapus.");
			}
		});
	}

}
