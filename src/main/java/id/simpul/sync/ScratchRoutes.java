package id.simpul.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import id.simpul.mapping.Problem;
import id.simpul.source.Installation;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;
import id.simpul.source.SourceFault;

/**
 * The installation's routes in a context of their own, to look at files and sources
 * without a database: what they read goes to whoever asked, not into a plan.
 */
public final class ScratchRoutes implements AutoCloseable {

	private final DefaultCamelContext context = new DefaultCamelContext();

	private final RouteFiles routes;

	private Predicate<RowBatch> reader = (batch) -> false;

	public ScratchRoutes(Installation installation) {
		this.routes = new RouteFiles(installation, this.context);
		try {
			this.context.addRoutes(new RouteBuilder() {
				@Override
				public void configure() {
					from("direct:batch").process((exchange) -> {
						if (!ScratchRoutes.this.reader.test(exchange.getMessage().getBody(RowBatch.class))) {
							throw new Enough();
						}
					});
				}
			});
		}
		catch (Exception ex) { // declared by Camel for routes that cannot be built; this
								// one can
			throw new IllegalStateException(ex);
		}
		this.context.start();
	}

	/** Loads the templates and every instansi's file. */
	public void load() {
		this.routes.loadSources();
	}

	/** Files that Camel refused. */
	public List<Problem> problems() {
		return this.routes.refused().stream().map(ScratchRoutes::problem).toList();
	}

	/**
	 * What is wrong when nothing reads this instansi, unless {@link #problems} says so
	 * already.
	 */
	public Optional<Problem> missing(String kode) {
		return this.routes.refusedFor(kode)
			.filter((why) -> !this.routes.refused().contains(why))
			.map(ScratchRoutes::problem);
	}

	/**
	 * Reads one instansi.
	 * @param reader takes a batch and says whether it wants another
	 */
	public void read(Run run, Predicate<RowBatch> reader) {
		Optional<Problem> refused = this.routes.refusedFor(run.instansi()).map(ScratchRoutes::problem);
		if (refused.isPresent()) {
			throw new SourceFault("RUTE_DITOLAK", null, refused.get().toString(), refused.get().message());
		}
		this.reader = reader;
		try {
			this.context.createProducerTemplate().sendBody("direct:read-" + run.instansi(), run);
		}
		catch (CamelExecutionException ex) {
			List<Throwable> causes = new ArrayList<>();
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				causes.add(cause);
			}
			for (Throwable cause : causes) {
				if (cause instanceof SourceFault fault) {
					throw fault;
				}
			}
			if (causes.stream().noneMatch(Enough.class::isInstance)) {
				throw ex;
			}
		}
	}

	@Override
	public void close() {
		this.context.stop();
	}

	private static Problem problem(RouteFiles.Refused why) {
		return new Problem(why.file(), why.line(), why.column(), why.reason());
	}

	/** Ends a reading when enough was seen. */
	private static final class Enough extends RuntimeException {

		Enough() {
			super(null, null, false, false);
		}

	}

}
