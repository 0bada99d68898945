package id.simpul.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.json.JsonMapper;

import id.simpul.source.ConfigProblem;
import id.simpul.source.ConfigRefused;
import id.simpul.source.InstansiList;

/** The installation a command works on, and how it answers. */
record Place(Path home, Path data, boolean json) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	Place {
		home = home.toAbsolutePath().normalize();
		data = (data != null) ? data.toAbsolutePath().normalize() : null;
		if (!Files.isRegularFile(home.resolve("config/instansi.yaml"))) {
			throw new CommandRefused(
					home + " bukan folder instalasi: config/instansi.yaml tidak ada. Jalankan dari folder"
							+ " instalasi atau beri --home=DIR.");
		}
	}

	/** Only the settings, no database, nothing running. */
	ConfigurableApplicationContext settings() {
		return start(SettingsApplication.class, WebApplicationType.NONE, "--logging.level.root=WARN");
	}

	/** The whole program without its web server; nothing is started by itself. */
	ConfigurableApplicationContext everything() {
		return start(Application.class, WebApplicationType.NONE, "--logging.level.root=WARN");
	}

	/** The whole program with its web server. */
	ConfigurableApplicationContext server() {
		return start(Application.class, WebApplicationType.SERVLET);
	}

	/** Who takes part; mistakes in the file are a {@code ConfigRefused}. */
	InstansiList instansi() {
		return InstansiList.load(this.home.resolve("config/instansi.yaml"));
	}

	/** Keeps a second program from using the same data folder while this one does. */
	static FileLock lock(Path data) {
		try {
			Files.createDirectories(data);
			FileChannel file = FileChannel.open(data.resolve("simpul.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = file.tryLock();
			if (lock == null) {
				file.close();
				throw inUse(data);
			}
			return lock;
		}
		catch (OverlappingFileLockException ex) { // by this very process
			throw inUse(data);
		}
		catch (IOException ex) {
			throw new CommandRefused("Folder data " + data + " tidak dapat ditulis. Periksa apakah itu sebuah folder"
					+ " dan siapa yang boleh menulis di sana, atau pilih folder lain dengan --data=DIR.", ex);
		}
	}

	private static CommandRefused inUse(Path data) {
		return new CommandRefused("Folder data " + data
				+ " sedang dipakai Simpul lain. Hentikan dulu, atau pilih folder lain dengan --data=DIR.");
	}

	static void unlock(FileLock lock) {
		try {
			lock.channel().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One result as one line of JSON on standard output. */
	void print(Object result) {
		System.out.println(MAPPER.writeValueAsString(result));
	}

	private ConfigurableApplicationContext start(Class<?> application, WebApplicationType type, String... more) {
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(type);
		spring.setBannerMode(Banner.Mode.OFF);
		List<String> args = new ArrayList<>(List.of(more));
		List<ConfigProblem> problems = SettingsFile.problems(this.home);
		if (!problems.isEmpty()) {
			throw new ConfigRefused(problems);
		}
		args.add("--simpul.home=" + this.home);
		args.add("--spring.config.location=optional:classpath:/,optional:file:" + this.home.resolve("config") + "/");
		if (this.data != null) {
			args.add("--simpul.data=" + this.data);
		}
		try {
			return spring.run(args.toArray(String[]::new));
		}
		catch (RuntimeException ex) { // whatever kept it from starting
			throw StartFaults.explain(ex);
		}
	}

}
