package id.simpul.national;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import id.simpul.pegawai.Entry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The disk is full from the n-th write of the database on, while a lane delivers: what is
 * written down as answered has happened, and after space has come back and the program
 * was started anew everything arrives once.
 */
class FullDiskTest {

	private static final int[] WRITES = { 1, 3, 8, 16, 31, 60, 80, 110, 150, 190, 230, 270 };

	private static final int PEOPLE = 60;

	@BeforeAll
	static void know() {
		FilePath.register(new Quota());
	}

	@Test
	void nothingIsAnsweredThatIsNotStoredAndNothingIsDoneTwice(@TempDir Path folder) throws IOException {
		Path prepared = Files.createDirectories(folder.resolve("asal"));
		Map<Integer, List<Entry>> people = new HashMap<>();
		IntStream.range(0, PEOPLE)
			.forEach((person) -> people.put(person, List.of(Bureau.jabatan(person), Bureau.kursus(person, 5))));
		try (Bureau bureau = open(prepared)) {
			people.keySet().forEach(bureau::known);
			bureau.accept(people);
		}
		StringBuilder told = new StringBuilder();
		for (int writes : WRITES) {
			Path here = Files.createDirectories(folder.resolve("" + writes));
			for (String file : List.of("db.mv.db", "buku-besar.jsonl")) {
				Files.copy(prepared.resolve(file), here.resolve(file));
			}
			try (Bureau bureau = open(here)) {
				Quota.LEFT.set(writes);
				bureau.drain();
				assertThat(Quota.LEFT).as("the disk was full").hasNegativeValue();
			}
			catch (DataAccessException | TransactionException ex) {
				// the program ends as it can
			}
			finally {
				Quota.LEFT.set(Integer.MAX_VALUE);
				Quota.closeAll();
			}
			try (Bureau bureau = openAgain(here)) {
				List<String> answered = bureau.jdbc()
					.queryForList("select kunci || ' ' || resource from outbox where state = 'ACKED'", String.class);
				List<String> done = effects(bureau);
				assertThat(done).as("full at write %d", writes).containsAll(answered);
				told.append(writes).append(':').append(answered.size()).append('/').append(done.size()).append(' ');
				bureau.pass(Duration.ofMinutes(10));
				bureau.deliver(6);
				assertThat(effects(bureau)).as("full at write %d", writes).doesNotHaveDuplicates().hasSize(2 * PEOPLE);
				assertThat(bureau.jdbc().queryForObject("select count(*) from balance where not closes", Long.class))
					.isZero();
			}
		}
		System.out.println("figures: full at write:stored/done " + told);
	}

	private static List<String> effects(Bureau bureau) {
		return bureau.deeds()
			.stream()
			.filter((deed) -> !deed.operation().equals("sync"))
			.map((deed) -> "k" + Integer.parseInt(deed.pnsId().substring(4)) + ' ' + deed.resource())
			.toList();
	}

	/** When the database has let go of its file: its process would have ended. */
	private static Bureau openAgain(Path folder) {
		AtomicReference<Bureau> opened = new AtomicReference<>();
		Bureau.await(() -> {
			try {
				opened.set(open(folder));
			}
			catch (FlywayException ex) {
				return false; // it closes at this moment
			}
			return true;
		});
		return opened.get();
	}

	private static String url(Path folder) {
		return "jdbc:h2:quota:" + folder.resolve("db")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=2000";
	}

	private static Bureau open(Path folder) {
		return Bureau.open(folder, JdbcConnectionPool.create(url(folder), "simpul", ""), Duration.ofSeconds(2),
				Duration.ofMillis(50), IntUnaryOperator.identity());
	}

	/**
	 * The files below are the disk's; only so many more writes find space. Public, since
	 * H2 makes more of them.
	 */
	public static final class Quota extends FilePathWrapper {

		private static final Queue<FileChannel> OPEN = new ConcurrentLinkedQueue<>();

		static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

		@Override
		public String getScheme() {
			return "quota";
		}

		@Override
		public FileChannel open(String mode) throws IOException {
			FileChannel base = getBase().open(mode);
			OPEN.add(base);
			return new File(base);
		}

		/** What the end of a process does; H2 may keep a file that it could not close. */
		static void closeAll() throws IOException {
			for (FileChannel open = OPEN.poll(); open != null; open = OPEN.poll()) {
				open.close();
			}
		}

		static void write() throws IOException {
			if (LEFT.get() != Integer.MAX_VALUE && LEFT.decrementAndGet() < 0) {
				throw new IOException("No space left on device");
			}
		}

	}

	private static final class File extends FileBase {

		private final FileChannel base;

		File(FileChannel base) {
			this.base = base;
		}

		@Override
		public int read(ByteBuffer to) throws IOException {
			return this.base.read(to);
		}

		@Override
		public int read(ByteBuffer to, long position) throws IOException {
			return this.base.read(to, position);
		}

		@Override
		public int write(ByteBuffer from) throws IOException {
			Quota.write();
			return this.base.write(from);
		}

		@Override
		public int write(ByteBuffer from, long position) throws IOException {
			Quota.write();
			return this.base.write(from, position);
		}

		@Override
		public long position() throws IOException {
			return this.base.position();
		}

		@Override
		public FileChannel position(long position) throws IOException {
			this.base.position(position);
			return this;
		}

		@Override
		public long size() throws IOException {
			return this.base.size();
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			this.base.truncate(size);
			return this;
		}

		@Override
		public void force(boolean metaData) throws IOException {
			this.base.force(metaData);
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.base.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.base.close();
		}

	}

}
