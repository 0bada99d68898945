package id.simpul.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notices a database that was set back, for instance restored from yesterday's backup: a
 * small file beside it remembers how far it had come. Everything that happened since is
 * unknown to such a database, so each instansi is read again before anything of it is
 * sent. It is noticed at the start and, should somebody put a database back under the
 * running program, while it works.
 */
public final class Generation {

	private static final Logger log = LoggerFactory.getLogger(Generation.class);

	/**
	 * Versions after a restore begin beyond all that may have been given out since the
	 * backup: a registry that knows versions never sees one twice.
	 */
	private static final int VERSIONS = 100_000;

	private final JdbcTemplate jdbc;

	private final Runs runs;

	private final Path file;

	private final boolean alone;

	/** The furthest the database has come as far as we know; empty before the first. */
	private Optional<Mark> seen;

	/**
	 * One of several nodes, each with a mark of its own.
	 */
	public Generation(DataSource database, Clock clock, Path file) {
		this(database, clock, file, false);
	}

	/**
	 * @param alone whether the database belongs to this one data folder: then it is put
	 * back also when it comes without its mark
	 */
	Generation(DataSource database, Clock clock, Path file, boolean alone) {
		this.jdbc = new JdbcTemplate(database);
		this.runs = new Runs(this.jdbc, clock);
		this.file = file;
		this.alone = alone;
	}

	/**
	 * How far a database has come.
	 *
	 * @param number grows with every restore
	 * @param tide grows while the program works
	 */
	private record Mark(String installation, long number, long tide) {

		boolean isBehind(Mark other) {
			return !this.installation.equals(other.installation) || this.number < other.number
					|| (this.number == other.number && this.tide < other.tide);
		}

	}

	/**
	 * Compares at the start of the program.
	 * @return whether the database is older than what this installation has seen
	 */
	public synchronized boolean begin() {
		this.seen = read();
		boolean unmarked = this.alone && this.seen.isEmpty() && latest().isPresent();
		boolean restored = unmarked ? record(latest(), true) : notice();
		if (latest().isEmpty()) {
			record(Optional.empty(), false);
		}
		advance();
		return restored;
	}

	/**
	 * Notes that the database has come further; first there, then beside it.
	 * @return whether it was found to be put back
	 */
	public synchronized boolean rise() {
		boolean restored = noticeAtWork();
		advance();
		return restored;
	}

	/** Whether an instansi must be read again before anything of it may be sent. */
	public boolean awaitsRun(String instansi) {
		noticeAtWork();
		List<Long> lastRun = this.jdbc.queryForList(
				"select last_run from generation where restored = true order by number desc limit 1", Long.class);
		// by their ids, which no clock disturbs
		return !lastRun.isEmpty() && this.jdbc.queryForObject("""
				select count(*) from run where instansi = ? and state = 'DONE' and id > ?""", Long.class, instansi,
				lastRun.get(0)) == 0;
	}

	/** The lowest version that may be given out now. */
	static int firstVersion(JdbcTemplate jdbc) {
		Long restored = jdbc.queryForObject("select max(number) from generation where restored = true", Long.class);
		// whatever the number, work goes on
		return (restored != null) ? (int) Math.min(restored, Integer.MAX_VALUE / VERSIONS) * VERSIONS : 1;
	}

	private synchronized boolean noticeAtWork() {
		if (this.seen == null) {
			this.seen = read();
		}
		boolean restored = notice();
		if (restored) {
			log.error("The database was put back under the running program:"
					+ " every instansi is read again before anything of it is sent");
		}
		return restored;
	}

	private boolean notice() {
		Optional<Mark> here = latest();
		return isPutBack(here) && record(here, true);
	}

	private boolean isPutBack(Optional<Mark> here) {
		return this.seen.isPresent() && (here.isEmpty() || here.get().isBehind(this.seen.get()));
	}

	/**
	 * Begins a new generation.
	 * @return whether the database is behind, and no other node has just said so
	 */
	private boolean record(Optional<Mark> here, boolean restored) {
		long number = Math.max(here.map(Mark::number).orElse(0L), this.seen.map(Mark::number).orElse(0L)) + 1;
		String installation = here.or(() -> this.seen)
			.map(Mark::installation)
			.filter((name) -> !name.isEmpty())
			.orElseGet(() -> UUID.randomUUID().toString());
		try {
			this.jdbc.update("""
					insert into generation (number, installation, began_at, tide, restored, last_run)
					values (?, ?, ?, 0, ?, coalesce((select max(id) from run), 0))""", number, installation,
					this.runs.now(), restored);
		}
		catch (DuplicateKeyException ex) { // another node starts too
			return restored && notice();
		}
		keep(new Mark(installation, number, 0));
		return restored;
	}

	private void advance() {
		this.jdbc.update("update generation set tide = tide + 1 where number = (select max(number) from generation)");
		// a mark is never lowered: it would forget what it has seen
		latest().filter((here) -> !isPutBack(Optional.of(here))).ifPresent(this::keep);
	}

	private void keep(Mark mark) {
		this.seen = Optional.of(mark);
		write(mark);
	}

	private Optional<Mark> latest() {
		return this.jdbc
			.query("select installation, number, tide from generation order by number desc limit 1",
					(row, n) -> new Mark(row.getString(1), row.getLong(2), row.getLong(3)))
			.stream()
			.findFirst();
	}

	private Optional<Mark> read() {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		Properties mark = new Properties();
		try (var in = Files.newBufferedReader(this.file)) {
			mark.load(in);
			return Optional.of(new Mark(mark.getProperty("installation", ""),
					Long.parseLong(mark.getProperty("number")), Long.parseLong(mark.getProperty("tide"))));
		}
		catch (NumberFormatException ex) {
			// not ours, or torn: be careful rather than trusting
			return Optional.of(new Mark("", 0, 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mark of the generation cannot be read", ex);
		}
	}

	private void write(Mark mark) {
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			Path next = this.file.resolveSibling(this.file.getFileName() + ".baru");
			Files.write(next,
					List.of("installation=" + mark.installation, "number=" + mark.number, "tide=" + mark.tide),
					StandardCharsets.UTF_8);
			Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mark of the generation cannot be kept", ex);
		}
	}

}
