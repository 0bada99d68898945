package id.simpul.source;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A personnel system's database, read in one pass over ordered tables. The parameters of
 * the route file set it up; the address is built from them here and nowhere typed by
 * hand.
 */
public final class DatabaseSource implements Source {

	private static final Pattern HOST = Pattern
		.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?|\\[[0-9A-Fa-f:]{2,45}\\]");

	private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.$-]{0,127}");

	private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

	private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}]{1,128}");

	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\"'`;\\\\]{1,128}");

	private String instansi;

	private Path data = Path.of("data");

	private String driver = "";

	private String host = "localhost";

	private int port;

	private String database = "";

	private String user = "";

	private Secret password;

	private String schema;

	private String parameters = "";

	private ZoneId zone = ZoneId.of("Asia/Jakarta");

	private int fetchSize = 1000;

	private Duration timeLimit = Duration.ofMinutes(30);

	/** Code of the instansi whose source this is; a run of another one is refused. */
	public void setInstansi(String instansi) {
		this.instansi = instansi;
	}

	/** The data folder: where H2 files, secrets and certificates may lie. */
	public void setData(String data) {
		this.data = Path.of(data);
	}

	/** {@code h2}, {@code postgresql} or {@code mariadb}. */
	public void setDriver(String driver) {
		Dialect.of(driver);
		this.driver = driver;
	}

	public void setHost(String host) {
		this.host = Parameter.given(host) ? Parameter.matching("host", host, HOST) : this.host;
	}

	/** Empty or {@code 0} for the driver's usual one. */
	public void setPort(String port) {
		this.port = Parameter.given(port) ? Parameter.number("port", port, 0, 65535) : 0;
	}

	/** Name of the database; for H2 a file below the data folder, without its ending. */
	public void setDatabase(String database) {
		this.database = Parameter.matching("database", database, FILE);
	}

	public void setUser(String user) {
		this.user = Parameter.given(user) ? Parameter.matching("user", user, USER) : "";
	}

	/** {@code env:NAME} or {@code file:PATH}; empty for none. */
	public void setPassword(String password) {
		this.password = Parameter.given(password) ? new Secret(password) : null;
	}

	/** Where unqualified tables are; empty for the account's own. */
	public void setSchema(String schema) {
		this.schema = Parameter.given(schema) ? Parameter.matching("schema", schema, NAME) : null;
	}

	/**
	 * {@code name=value} pairs separated by commas; each driver has a list of those
	 * allowed.
	 */
	public void setParameters(String parameters) {
		this.parameters = Parameter.given(parameters) ? parameters : "";
	}

	/** Zone in which times with a zone are written out. */
	public void setZone(String zone) {
		try {
			this.zone = Parameter.given(zone) ? ZoneId.of(zone) : this.zone;
		}
		catch (DateTimeException ex) {
			throw Parameter.wrong("zone");
		}
	}

	public void setFetchSize(String fetchSize) {
		this.fetchSize = Parameter.given(fetchSize) ? Parameter.number("fetchSize", fetchSize, 1, 10_000)
				: this.fetchSize;
	}

	/** How long one pass may take, for instance {@code 30m}. */
	public void setTimeLimit(String timeLimit) {
		this.timeLimit = Parameter.given(timeLimit) ? Parameter.span("timeLimit", timeLimit) : this.timeLimit;
	}

	@Override
	public Batches open(Run run) {
		if (this.instansi != null && !this.instansi.equals(run.instansi())) {
			throw new IllegalStateException("Source of " + this.instansi + " asked for a run of " + run.instansi());
		}
		Dialect dialect = Dialect.of(this.driver);
		DatabaseSession session = new DatabaseSession(dialect, address(dialect));
		boolean ready = false;
		try {
			List<Table> tables = session.find(run.datasets(), this.schema);
			List<Table> keyed = tables.stream().filter((table) -> table.key() >= 0).toList();
			KeyOrder order = keyed.stream().allMatch((table) -> table.keyColumn().isNumber()) ? KeyOrder.NUMBER
					: KeyOrder.TEXT;
			Map<String, Map<String, String>> lookups = new LinkedHashMap<>();
			tables.stream().filter((table) -> table.key() < 0).forEach((table) -> {
				try (RowCursor rows = session.open(table, null)) {
					lookups.put(table.dataset().name(), Lookup.read(table.dataset().name(), rows));
				}
			});
			List<RowCursor> cursors = new ArrayList<>();
			keyed.forEach((table) -> cursors.add(session.open(table, order)));
			Batches batches = new PersonAssembler(run, lookups, order, cursors, session::close);
			ready = true;
			return batches;
		}
		finally {
			if (!ready) {
				session.close();
			}
		}
	}

	private Dialect.Address address(Dialect dialect) {
		if (dialect.defaultPort() > 0) {
			Parameter.matching("database", this.database, DATABASE);
		}
		Parameter.matching("database", this.database, FILE);
		int usedPort = (this.port > 0) ? this.port : dialect.defaultPort();
		String secret = (this.password != null) ? this.password.read(this.data) : "";
		return new Dialect.Address(this.host, usedPort, this.database, this.user, secret, checked(dialect), this.data,
				this.zone, this.fetchSize, this.timeLimit);
	}

	private Map<String, String> checked(Dialect dialect) {
		Map<String, String> checked = new LinkedHashMap<>();
		for (String pair : this.parameters.split(",")) {
			if (pair.isBlank()) {
				continue;
			}
			String name = pair.split("=", 2)[0].strip();
			Pattern form = dialect.parameters().get(name);
			if (form == null || !pair.contains("=")) {
				throw new SourceFault("PARAMETER_SUMBER_SALAH", null, "parameters");
			}
			String value = Parameter.matching("parameters." + name, pair.split("=", 2)[1].strip(), form);
			checked.put(name,
					(form == Dialect.CERTIFICATE) ? Parameter.below(name, this.data, value).toString() : value);
		}
		return checked;
	}

}
