package id.simpul.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import id.simpul.change.Plans;
import id.simpul.change.RunBooks;
import id.simpul.change.Turns;
import id.simpul.mapping.MappingFile;
import id.simpul.mapping.MappingRefused;
import id.simpul.source.BareFault;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;
import id.simpul.source.Run;
import id.simpul.source.SourceFault;

/**
 * Runs one instansi once: opens the run, lets its route read, closes the plan. Every way
 * this can end is a row in the table of runs.
 */
public final class Sync {

	private static final Logger log = LoggerFactory.getLogger(Sync.class);

	private final InstansiList instansi;

	private final MappingLoader mappings;

	private final MappingStep step;

	private final Plans plans;

	private final RouteFiles routes;

	private final ProducerTemplate producer;

	private final Clock clock;

	private final Turns turns;

	Sync(InstansiList instansi, MappingLoader mappings, MappingStep step, Plans plans, Turns turns, RouteFiles routes,
			ProducerTemplate producer, Clock clock) {
		this.instansi = instansi;
		this.mappings = mappings;
		this.step = step;
		this.plans = plans;
		this.turns = turns;
		this.routes = routes;
		this.producer = producer;
		this.clock = clock;
	}

	/**
	 * Runs an instansi now and waits for the end of reading; sending goes on by itself.
	 * @param startedBy who or what: a user name, {@code jadwal}, {@code perintah}
	 * @param dry whether nothing shall count
	 * @return the books, or empty when this instansi is being run already
	 */
	public Optional<RunBooks> run(String kode, String startedBy, boolean dry) {
		Instansi sender = this.instansi.get(kode);
		Optional<Turns.Turn> turn = this.turns.take(kode);
		if (turn.isEmpty()) {
			return Optional.empty();
		}
		try (Turns.Turn taken = turn.get()) {
			return Optional.of(run(sender, startedBy, dry));
		}
	}

	private RunBooks run(Instansi sender, String startedBy, boolean dry) {
		Optional<RouteFiles.Refused> refused = this.routes.refusedFor(sender.kode());
		if (refused.isPresent()) {
			return this.plans.refuse(sender.kode(), startedBy, "RUTE_DITOLAK",
					List.of(refused.get().file(), refused.get().reason()));
		}
		MappingFile mapping;
		try {
			mapping = this.mappings.load(sender.kode());
		}
		catch (MappingRefused ex) {
			return this.plans.refuse(sender.kode(), startedBy, "PEMETAAN_DITOLAK", MappingLoader.firstProblem(ex));
		}
		Run run = this.plans.open(sender.kode(), startedBy, mapping.hash(),
				LocalDate.ofInstant(this.clock.instant(), sender.zona()), mapping.datasets());
		this.step.begin(run, mapping);
		try {
			this.producer.sendBody("direct:read-" + sender.kode(), run);
			return dry ? this.plans.discard(run) : this.plans.close(run);
		}
		catch (CamelExecutionException ex) {
			return failed(run, ex.getCause());
		}
		catch (RuntimeException ex) { // the plan could not be closed, for instance
										// because the database went away
			return failed(run, ex);
		}
		finally {
			this.step.end(run);
		}
	}

	private RunBooks failed(Run run, Throwable cause) {
		for (Throwable fault = cause; fault != null; fault = fault.getCause()) {
			if (fault instanceof SourceFault source) {
				log.warn("Run {} of {} failed: {}", run.id(), run.instansi(), source.rule());
				return this.plans.fail(run, source.rule(), source.args());
			}
		}
		// not a fault of the data: the trace is for whoever runs the program, the table
		// gets its kind only
		log.error("Run {} of {} failed: {}", run.id(), run.instansi(), cause.getClass().getSimpleName(),
				BareFault.of(cause));
		return this.plans.fail(run, "GANGGUAN_PROGRAM", List.of(cause.getClass().getSimpleName()));
	}

}
