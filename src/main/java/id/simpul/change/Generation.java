package id.simpul.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notices a database that was set back, for instance restored from yesterday's backup: a
 * small file beside it remembers how far it had come. Everything that happened since is
 * unknown to such a database, so each instansi is read again before anything of it is
 * sent.
 */
public final class Generation {

	/**
	 * Versions after a restore begin beyond all that may have been given out since the
	 * backup: a registry that knows versions never sees one twice.
	 */
	private static final int VERSIONS = 100_000;

	private final JdbcTemplate jdbc;

	private final Runs runs;

	private final Path file;

	private long number;

	public Generation(DataSource database, Clock clock, Path file) {
		this.jdbc = new JdbcTemplate(database);
		this.runs = new Runs(this.jdbc, clock);
		this.file = file;
	}

	/**
	 * How far a database has come.
	 *
	 * @param number grows with every start
	 * @param tide grows while the program works
	 */
	private record Mark(String installation, long number, long tide) {

		boolean isBehind(Mark other) {
			return !this.installation.equals(other.installation) || this.number < other.number
					|| (this.number == other.number && this.tide < other.tide);
		}

	}

	/**
	 * Begins a new generation at the start of the program.
	 * @return whether the database is older than what this installation has seen
	 */
	public boolean begin() {
		Optional<Mark> here = latest();
		Optional<Mark> seen = read();
		boolean restored = seen.isPresent() && (here.isEmpty() || here.get().isBehind(seen.get()));
		this.number = Math.max(here.map(Mark::number).orElse(0L), seen.map(Mark::number).orElse(0L)) + 1;
		String installation = here.or(() -> seen).map(Mark::installation).orElseGet(() -> UUID.randomUUID().toString());
		this.jdbc.update(
				"insert into generation (number, installation, began_at, tide, restored) values (?, ?, ?, 0, ?)",
				this.number, installation, this.runs.now(), restored);
		write(new Mark(installation, this.number, 0));
		return restored;
	}

	/** Notes that the database has come further; first there, then beside it. */
	public synchronized void rise() {
		this.jdbc.update("update generation set tide = tide + 1 where number = (select max(number) from generation)");
		latest().ifPresent(this::write);
	}

	/** Whether an instansi must be read again before anything of it may be sent. */
	public boolean awaitsRun(String instansi) {
		List<OffsetDateTime> restored = this.jdbc
			.queryForList("select max(began_at) from generation where restored = true", OffsetDateTime.class);
		return restored.get(0) != null && this.jdbc.queryForObject("""
				select count(*) from run where instansi = ? and state = 'DONE' and started_at >= ?""", Long.class,
				instansi, restored.get(0)) == 0;
	}

	/** The lowest version that may be given out now. */
	static int firstVersion(JdbcTemplate jdbc) {
		Long restored = jdbc.queryForObject("select max(number) from generation where restored = true", Long.class);
		return (restored != null) ? Math.toIntExact(restored * VERSIONS) : 1;
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
