package id.simpul.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.change.Plans;
import id.simpul.change.RunBooks;
import id.simpul.change.RunState;
import id.simpul.demo.Demo;
import id.simpul.demo.DemoProvince;
import id.simpul.demo.Edit;
import id.simpul.demo.Expected;
import id.simpul.demo.Expected.Books;
import id.simpul.demo.Expected.Rows;
import id.simpul.national.Dispatcher;
import id.simpul.sync.Sync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole program on the demo province, from the sources of all eighteen instansi to
 * the registry's ledger: a first round, a second one, and one after a single edit. What
 * must come of it is known from the province alone; the ledger is read as the registry
 * wrote it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ProvinceRounds {

	private static final int PEOPLE = 60;

	private Home home;

	private ConfigurableApplicationContext program;

	private JdbcTemplate database;

	private Expected expected;

	private DemoProvince province;

	private final Map<String, RunBooks> first = new TreeMap<>();

	/** Where the program keeps its state. */
	abstract void keepStateIn(Home home) throws IOException;

	@BeforeAll
	void runTheFirstRound(@TempDir Path folder) throws IOException {
		this.home = Home.in(folder, PEOPLE);
		keepStateIn(this.home);
		this.program = new Place(this.home.folder(), null, false).everything();
		this.program.getBean(Operation.class).ready();
		this.database = new JdbcTemplate(this.program.getBean(DataSource.class));
		this.province = this.program.getBean(Demo.class).province();
		this.expected = this.province.expected();
		for (String kode : this.expected.instansi().keySet()) {
			this.first.put(kode, round(kode));
		}
	}

	@AfterAll
	void stop() {
		this.program.close();
	}

	private RunBooks round(String kode) {
		RunBooks books = this.program.getBean(Sync.class).run(kode, "uji", false).orElseThrow();
		this.program.getBean(Dispatcher.class).drain(kode);
		return this.program.getBean(Plans.class).books(books.run());
	}

	@Test
	@Order(1)
	void everyPlantedFaultIsFoundOneForOne() {
		forEachRead((kode, books, run) -> assertThat(counts("""
				select rule, count(*) from finding where run_id = ? group by rule""", run.run())).as(kode)
			.isEqualTo(new TreeMap<>(books.findings())));
	}

	@Test
	@Order(1)
	void everyRowAndEntryIsAccountedFor() {
		forEachRead((kode, books, run) -> {
			assertThat(run.state()).as(kode).isEqualTo(RunState.DONE);
			assertThat(datasets(run.run())).as(kode).isEqualTo(new TreeMap<>(books.rows()));
			assertThat(List.of(run.rows(), run.read(), run.unchanged(), run.changed(), run.rejected(), run.held(),
					run.duplicate()))
				.as(kode)
				.containsExactly(books.rowsRead(), books.read(), 0L, books.accepted(), books.rejected(), 0L,
						books.duplicate());
		});
	}

	@Test
	@Order(1)
	void everyChangeIsAnsweredAsPlanned() {
		forEachRead((kode, books, run) -> {
			assertThat(List.of(run.acked(), run.adopted(), run.worklist(), run.refused())).as(kode)
				.containsExactly(books.creates() + books.updates(), books.adopted(), books.worklistTotal(),
						books.refused());
			assertThat(List.of(run.waiting(), run.parked(), run.superseded())).as(kode).containsExactly(0L, 0L, 0L);
			assertThat(counts("""
					select w.cause, count(*) from worklist w join outbox o on o.id = w.outbox_id
					where o.run_id = ? group by w.cause""", run.run())).as(kode)
				.isEqualTo(new TreeMap<>(books.worklist()));
		});
	}

	@Test
	@Order(1)
	void theBooksOfEveryRunCloseAndAreStored() {
		assertThat(this.first.values()).hasSize(18)
			.allSatisfy((run) -> assertThat(this.database.queryForList("""
					select closes from balance where run_id = ?""", Boolean.class, run.run())).as(run.instansi())
				.containsExactly(true, true, true));
	}

	@Test
	@Order(1)
	void theHalfWorkbookStopsItsInstansiOnly() {
		assertThat(this.first.values().stream().filter((run) -> run.state() != RunState.DONE)).singleElement()
			.satisfies((run) -> {
				assertThat(run.instansi()).isEqualTo("16.13");
				assertThat(run.state()).isEqualTo(RunState.FAILED);
				assertThat(run.cause()).isEqualTo("BERKAS_RUSAK");
				assertThat(run.causeArguments()).contains("masuk/16.13/simpeg-muratara.xlsx");
				assertThat(run.read() + run.changed()).isZero();
			});
	}

	@Test
	@Order(1)
	void theLedgerSaysWhatTheOutboxSaysEntryByEntry() {
		List<Write> saved = writes().stream().filter(Write::accepted).filter((one) -> !one.does("sync")).toList();

		assertThat(saved.stream().map(Write::savedAs)).containsExactlyInAnyOrderElementsOf(this.database.query("""
				select o.instansi, o.resource, p.pns_id, case when o.resource <> 'pegawai' then o.remote_id else '' end
				from outbox o
				join registry_person p on p.instansi = o.instansi and p.kunci = o.kunci
				where o.state = 'ACKED'""",
				(row, number) -> savedAs(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
		assertThat(writes().stream().filter((one) -> one.does("delete"))).isEmpty();
	}

	@Test
	@Order(1)
	void nothingTheRegistryHeldIsCreatedASecondTime() throws IOException {
		long seeded = lines("seed-row").size();
		long created = writes().stream().filter((one) -> one.accepted() && one.does("create")).count();
		long createsExpected = this.expected.instansi().values().stream().mapToLong(Books::creates).sum();
		long adopted = this.database.queryForObject("select count(*) from outbox where state = 'ADOPTED'", Long.class);

		assertThat(created).isEqualTo(createsExpected);
		assertThat(adopted).isEqualTo(this.expected.instansi().values().stream().mapToLong(Books::adopted).sum())
			.isPositive();
		assertThat(seeded).isGreaterThan(adopted / 2);
		// one row at the registry for one business key of ours: an adopted one keeps the
		// id it had
		assertThat(this.database.queryForList("""
				select remote_id from outbox where state = 'ADOPTED' and resource <> 'pegawai'
				group by remote_id having count(*) > 1""", String.class)).isEmpty();
		assertThat(writes().stream().filter((one) -> one.does("create")).map(Write::id)).doesNotContainAnyElementsOf(
				this.database.queryForList("select remote_id from outbox where state = 'ADOPTED'", String.class));
	}

	@Test
	@Order(1)
	void theCurrentPositionIsRecomputedForEveryoneWhosePositionsWereSaved() {
		forEachRead((kode, books,
				run) -> assertThat(writes().stream().filter((one) -> one.instansi().equals(kode) && one.does("sync")))
					.as(kode)
					.hasSize((int) books.syncs()));
	}

	@Test
	@Order(2)
	void aSecondRoundChangesNothingAndWritesNothing() {
		long written = writes().size();
		long documents = count("document");
		for (String kode : read()) {
			RunBooks run = round(kode);

			assertThat(List.of(run.unchanged(), run.changed(), run.held(), run.gone())).as(kode)
				.containsExactly(this.expected.of(kode).accepted(), 0L, 0L, 0L);
			assertThat(run.close()).as(kode).isTrue();
		}
		assertThat(writes()).hasSize((int) written);
		assertThat(count("document")).isEqualTo(documents);
	}

	@Test
	@Order(3)
	void oneEditInOneSourcePushesExactlyThatEntry() {
		// a database, a workbook, a CSV file
		for (String kode : List.of("16.71", "16.05", "16.09")) {
			int before = writes().size();
			Edit edit = this.province.edit(this.home.data(), kode);

			RunBooks run = round(kode);

			assertThat(List.of(run.unchanged(), run.changed(), run.acked())).as(kode)
				.containsExactly(this.expected.of(kode).accepted() - 1, 1L, 1L);
			assertThat(run.close()).as(kode).isTrue();
			List<Write> since = writes().subList(before, writes().size());
			assertThat(since).as(kode).singleElement().satisfies((one) -> {
				assertThat(one.instansi()).isEqualTo(kode);
				assertThat(one.resource()).isEqualTo("data-utama");
				assertThat(one.pnsId()).isEqualTo(this.database.queryForObject(
						"select pns_id from registry_person where instansi = ? and kunci = ?", String.class, kode,
						edit.kunci()));
			});
			assertThat(read().stream().filter((other) -> !other.equals(kode)).limit(2))
				.allSatisfy((other) -> assertThat(round(other).changed()).as(other).isZero());
		}
	}

	private interface Check {

		void check(String kode, Books books, RunBooks run);

	}

	private void forEachRead(Check check) {
		assertThat(read()).hasSize(17);
		read().forEach((kode) -> check.check(kode, this.expected.of(kode), this.first.get(kode)));
	}

	/** Those whose sources can be read. */
	private List<String> read() {
		return this.expected.instansi()
			.values()
			.stream()
			.filter((books) -> books.failure() == null)
			.map(Books::kode)
			.toList();
	}

	private Map<String, Rows> datasets(long run) {
		Map<String, Rows> datasets = new TreeMap<>();
		this.database.query("select dataset, used, filtered, unreadable from run_dataset where run_id = ?", (row) -> {
			datasets.put(row.getString(1), new Rows(row.getLong(2), row.getLong(3), row.getLong(4)));
		}, run);
		return datasets;
	}

	private Map<String, Long> counts(String sql, long run) {
		return new TreeMap<>(this.database.query(sql, (row, number) -> Map.entry(row.getString(1), row.getLong(2)), run)
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	private long count(String table) {
		return this.database.queryForObject("select count(*) from " + table, Long.class);
	}

	/** A call that writes, as the registry's ledger has it. */
	private record Write(String instansi, String resource, String pnsId, String operation, String id,
			boolean accepted) {

		boolean does(String what) {
			return this.operation.equals(what);
		}

		String savedAs() {
			String ours = switch (this.resource) {
				case "data-utama" -> "pegawai";
				case "angkakredit" -> "angka-kredit";
				default -> this.resource;
			};
			return ProvinceRounds.savedAs(this.instansi, ours, this.pnsId, this.id);
		}

	}

	/** What a save came to; contact fields have no id of their own. */
	private static String savedAs(String instansi, String resource, String pnsId, String id) {
		return String.join(" ", instansi, resource, pnsId, id);
	}

	private List<Write> writes() {
		try {
			return lines("write").stream()
				.map((one) -> new Write(one.path("instansi").asString(), one.path("resource").asString(),
						one.path("pnsId").asString(), one.path("operation").asString(), one.path("id").asString(),
						one.path("accepted").asBoolean()))
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The ledger cannot be read", ex);
		}
	}

	private List<JsonNode> lines(String kind) throws IOException {
		List<JsonNode> lines = new ArrayList<>();
		for (String line : Files.readAllLines(this.home.data().resolve("registri/buku-besar.jsonl"))) {
			JsonNode node = JsonMapper.shared().readTree(line);
			if (node.path("kind").asString().equals(kind)) {
				lines.add(node);
			}
		}
		return lines;
	}

}
