package id.simpul.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import id.simpul.change.Limits;
import id.simpul.change.Plans;
import id.simpul.mapping.Problem;
import id.simpul.source.ConfigProblem;
import id.simpul.source.ConfigRefused;
import id.simpul.source.Installation;
import id.simpul.source.RowBatch;
import id.simpul.source.Run;
import id.simpul.source.SourceFault;
import id.simpul.validation.Validation;

/**
 * The installation's routes in a context of their own, to look at files and sources
 * without a database: what they read goes to whoever asked, not into a plan.
 */
public final class ScratchRoutes implements AutoCloseable {

	private final DefaultCamelContext context = new DefaultCamelContext();

	private final RouteFiles routes;

	/** What is wrong with the files all instansi share. */
	private final List<Problem> shared = new ArrayList<>();

	private Predicate<RowBatch> reader = (batch) -> false;

	public ScratchRoutes(Installation installation) {
		this.routes = new RouteFiles(installation, this.context);
		this.context.start();
	}

	/**
	 * Loads the templates and every instansi's file; their batches go to the reader.
	 * @throws ConfigRefused for a template that Camel refuses
	 */
	public void load() {
		try {
			this.context.addRoutes(new RouteBuilder() {
				@Override
				public void configure() {
					errorHandler(noErrorHandler()); // a reader that has enough is no
													// error
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
		this.routes.loadSources();
	}

	/**
	 * Loads everything, the pipeline too, to see whether it can be loaded; nothing can be
	 * read then.
	 */
	public void check(Validation validation) {
		// Camel asks each step for its method; none is called, so the database is never
		// opened
		DriverManagerDataSource closed = new DriverManagerDataSource();
		this.context.getRegistry()
			.bind("plans", new Plans(closed, new DataSourceTransactionManager(closed), Clock.systemUTC(),
					(kode) -> Limits.defaults()));
		this.context.getRegistry().bind("mappingStep", new MappingStep());
		this.context.getRegistry().bind("validation", validation);
		try {
			this.routes.load();
		}
		catch (ConfigRefused ex) {
			ex.problems()
				.forEach((one) -> this.shared.add(new Problem(one.file(), one.line(), one.column(), one.message())));
		}
	}

	/** Files that Camel refused. */
	public List<Problem> problems() {
		return Stream.concat(this.shared.stream(), this.routes.refused().stream().map(ScratchRoutes::problem)).toList();
	}

	/**
	 * What is wrong when nothing reads this instansi, unless {@link #problems} says so
	 * already.
	 */
	public Optional<Problem> missing(String kode) {
		// without a shared file no instansi's was looked at
		return this.routes.refusedFor(kode)
			.filter((why) -> this.shared.isEmpty() && !this.routes.refused().contains(why))
			.map(ScratchRoutes::problem);
	}

	/**
	 * Reads one instansi; one whose file was refused is a {@link ConfigRefused}.
	 * @param reader takes a batch and says whether it wants another
	 */
	public void read(Run run, Predicate<RowBatch> reader) {
		Optional<Problem> refused = this.routes.refusedFor(run.instansi()).map(ScratchRoutes::problem);
		if (refused.isPresent()) {
			Problem why = refused.get();
			throw new ConfigRefused(List.of(new ConfigProblem(why.file(), why.line(), why.column(), why.message())));
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
