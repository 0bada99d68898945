package id.simpul.console;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import id.simpul.report.Province;

/**
 * The console in a real web server over an empty database, with one account of each kind.
 */
final class ConsoleServer implements AutoCloseable {

	static final String PASSWORD = "kuda-laut-menari-di-atas-awan";

	static final Viewer ADMIN = new Viewer("pengelola", Role.ADMIN, null, "Pengelola TI");

	static final Viewer OFFICER = new Viewer("petugas", Role.OFFICER, null, "Petugas BKD");

	static final Viewer OPERATOR = new Viewer("palembang", Role.OPERATOR, "16.71", "Operator Kota Palembang");

	/** An operator nobody has given an instansi. */
	static final Viewer LOST = new Viewer("tersesat", Role.OPERATOR, null, "Operator tanpa instansi");

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final ServletWebServerApplicationContext context;

	private final Map<Viewer, Visitor> signedIn = new ConcurrentHashMap<>();

	final Province province;

	final ConsoleProgram.Asked asked;

	ConsoleServer() {
		this.context = (ServletWebServerApplicationContext) SpringApplication.run(ConsoleProgram.class,
				"--server.port=0", "--spring.config.location=classpath:/",
				"--spring.datasource.url=jdbc:h2:mem:console" + NUMBER.incrementAndGet()
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
		this.province = new Province(this.context.getBean(DataSource.class));
		this.asked = this.context.getBean(ConsoleProgram.Asked.class);
		List.of(ADMIN, OFFICER, OPERATOR, LOST).forEach(this::add);
	}

	void add(Viewer person) {
		this.context.getBean(Accounts.class).add(person, PASSWORD);
	}

	/** The user name of an officer nobody has met: who signs in often must wait. */
	String newcomer() {
		String username = "pendatang-" + NUMBER.incrementAndGet();
		add(new Viewer(username, Role.OFFICER, null, "Pendatang baru"));
		return username;
	}

	String address() {
		return "http://localhost:" + this.context.getWebServer().getPort();
	}

	/** Somebody who has not signed in. */
	Visitor stranger() {
		return new Visitor(address());
	}

	/** That person, signed in once for all tests of this server, reading Indonesian. */
	Visitor as(Viewer person) {
		Visitor visitor = this.signedIn.computeIfAbsent(person, (who) -> {
			Visitor fresh = stranger();
			fresh.signIn(who.username(), PASSWORD);
			return fresh;
		});
		visitor.forgetLanguage();
		return visitor;
	}

	/** Forgets every run, as before the first one. */
	void clear() {
		for (String table : List.of("outage", "redrive", "worklist", "outbox", "hold", "release", "balance", "finding",
				"rejection", "run_dataset", "run")) {
			this.province.jdbc().update("delete from " + table);
		}
		this.asked.words.clear();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
