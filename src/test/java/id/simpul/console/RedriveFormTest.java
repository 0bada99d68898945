package id.simpul.console;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.report.Province;

import static id.simpul.console.ConsoleServer.ADMIN;
import static id.simpul.console.ConsoleServer.LOST;
import static id.simpul.console.ConsoleServer.OFFICER;
import static id.simpul.console.ConsoleServer.OPERATOR;
import static id.simpul.console.Visitor.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Changes sent again from the page of deliveries, by who may and not by others. */
class RedriveFormTest {

	private static final Map<String, String> THEN = Map.of("isi", "then", "alasan", "Unor sudah didaftarkan");

	private static ConsoleServer server;

	private long run;

	@BeforeAll
	static void open() {
		server = new ConsoleServer();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	/**
	 * Two refused, one on the worklist, one parked, one waiting, one delivered; one of
	 * Lahat.
	 */
	@BeforeEach
	void fill() {
		server.clear();
		this.run = server.province.done("16.71", 0, 1200, 24);
		int number = 0;
		for (String state : List.of("REFUSED", "REFUSED", "WORKLIST", "PARKED", "READY", "ACKED")) {
			server.province.delivery("16.71", this.run, state, number++);
		}
		server.province.jdbc().update("update outbox set answer = 'GAGAL_BERULANG' where state = 'PARKED'");
		server.province.jdbc()
			.update("update run set refused = 2, worklist = 1, parked = 1, waiting = 1, acked = 1, adopted = 0 where id = ?",
					this.run);
		server.province.delivery("16.04", server.province.done("16.04", 0, 1200, 24), "REFUSED", 9);
	}

	@Test
	void aRefusedChangeIsSentAgainInTheNameOfWhoSaidSo() {
		long change = id("REFUSED");
		String form = server.as(OFFICER).page("/kiriman?status=ditolak&instansi=16.71&ulang=" + change);
		assertThat(form).contains("Kirim ulang perubahan ini", "action=\"/kiriman/" + change + "/ulang\"",
				"Isi yang diterima waktu itu", "Baca ulang sumber dengan pemetaan sekarang",
				"maxlength=\"400\" required", "Ditolak SIASN");
		assertThat(form).as("that is for the parked ones").doesNotContain("Sudah ada di registri</button>");
		HttpResponse<String> answer = server.as(OFFICER)
			.post("/kiriman/" + change + "/ulang", with(THEN, "instansi", "16.71", "status", "ditolak"));
		assertThat(leadsTo(answer)).isEqualTo("/kiriman?instansi=16.71&status=ditolak");
		assertThat(server.as(OFFICER).page("/kiriman?instansi=16.71&status=ditolak")).contains("1 dikirim ulang");
		assertThat(state(change)).isEqualTo("READY");
		assertThat(server.asked.words).as("the source is not read").isEmpty();
		assertThat(server.as(OFFICER).page("/kiriman?status=antre&instansi=16.71")).contains(
				"Dikirim ulang oleh petugas pada 24/11/2026 08.30, isi waktu itu", "<q>Unor sudah didaftarkan</q>");
	}

	@Test
	void pressedTwiceItSaysThatItIsUnderWayOrDelivered() {
		long change = id("REFUSED");
		server.as(OFFICER).post("/kiriman/" + change + "/ulang", THEN);
		server.as(ADMIN).post("/kiriman/" + change + "/ulang", THEN);
		assertThat(server.as(ADMIN).page("/kiriman")).contains("1 sudah dalam perjalanan");
		assertThat(server.province.count("redrive")).isOne();
		server.province.jdbc().update("update outbox set state = 'ACKED' where id = ?", change);
		server.as(ADMIN).post("/kiriman/" + change + "/ulang", THEN);
		assertThat(server.as(ADMIN).page("/kiriman?bahasa=en")).contains("1 already delivered");
		assertThat(server.as(ADMIN).page("/kiriman?ulang=" + change + "&bahasa=id"))
			.contains("Perubahan ini tidak perlu dikirim ulang.", "Tersimpan di registri nasional.")
			.doesNotContain("name=\"alasan\"");
	}

	@Test
	void withTodaysContentTheSourceIsReadAndTheChangeWaitsForIt() {
		long change = id("REFUSED");
		server.as(OFFICER).post("/kiriman/" + change + "/ulang", Map.of("isi", "now", "alasan", "pemetaan diperbaiki"));
		assertThat(server.asked.words).containsExactly("run 16.71 petugas");
		assertThat(server.as(OFFICER).page("/kiriman?status=ditolak")).contains("1 menunggu sumber dibaca ulang",
				"sumber dibaca ulang", "Menunggu bacaan berikut.");
		assertThat(state(change)).isEqualTo("REFUSED");
	}

	@Test
	void allOfACauseAreSentAgainAtOnce() {
		String list = "/kiriman?status=ditolak&instansi=16.71&sebab=DITOLAK_SIASN";
		assertThat(server.as(OFFICER).page("/kiriman?status=ditolak&instansi=16.71"))
			.contains("Ditolak SIASN</span> <span class=\"angka\">2</span>", "sebab=DITOLAK_SIASN")
			.doesNotContain("Kirim ulang semua dengan sebab ini");
		assertThat(server.as(OFFICER).page(list)).contains("Kirim ulang semua dengan sebab ini (2)");
		assertThat(server.as(OFFICER).page(list + "&ulang=semua")).contains("Kirim ulang 2 perubahan dengan sebab ini",
				"action=\"/kiriman/ulang\"");
		HttpResponse<String> answer = server.as(OFFICER)
			.post("/kiriman/ulang",
					with(THEN, "instansi", "16.71", "saring", "16.71", "status", "ditolak", "sebab", "DITOLAK_SIASN"));
		assertThat(leadsTo(answer)).isEqualTo("/kiriman?instansi=16.71&status=ditolak&sebab=DITOLAK_SIASN");
		assertThat(server.as(OFFICER).page(list)).contains("2 dikirim ulang");
		assertThat(server.province.count("outbox where instansi = '16.71' and state = 'REFUSED'")).isZero();
		assertThat(server.province.count("outbox where state = 'REFUSED'")).as("Lahat keeps its own").isOne();
		assertThat(server.province.count("outbox where state in ('PARKED', 'WORKLIST')")).as("other shelves")
			.isEqualTo(2);
		server.as(OFFICER)
			.post("/kiriman/ulang",
					with(THEN, "instansi", "16.71", "saring", "16.71", "status", "ditolak", "sebab", "DITOLAK_SIASN"));
		assertThat(server.as(OFFICER).page(list)).contains("Tidak ada lagi yang perlu dikirim ulang");
	}

	@Test
	void withoutAnInstansiItIsSaidThatOneMustBeChosen() {
		assertThat(server.as(OFFICER).page("/kiriman?status=ditolak&sebab=DITOLAK_SIASN"))
			.contains("Pilih satu instansi untuk mengirim ulang semua")
			.doesNotContain("ulang=semua");
		assertThat(server.as(OFFICER).page("/kiriman?status=ditolak&sebab=DITOLAK_SIASN&ulang=semua"))
			.doesNotContain("name=\"alasan\"");
	}

	@Test
	void aParkedChangeThatIsThereIsConfirmed() {
		long change = id("PARKED");
		assertThat(server.as(OFFICER).page("/kiriman?status=dititipkan&ulang=" + change))
			.contains("Sudah ada di registri</button>", "formaction=\"/kiriman/" + change + "/pastikan\"");
		HttpResponse<String> answer = server.as(OFFICER)
			.post("/kiriman/" + change + "/pastikan", Map.of("alasan", "dilihat di layar", "status", "dititipkan"));
		assertThat(leadsTo(answer)).isEqualTo("/kiriman?status=dititipkan");
		assertThat(server.as(OFFICER).page("/kiriman?status=dititipkan")).contains("sudah ada di registri.");
		assertThat(state(change)).isEqualTo("ADOPTED");
		assertThat(server.as(OFFICER).page("/kiriman?status=sudah-ada")).contains("Dipastikan sudah ada oleh petugas");
		server.as(ADMIN).post("/kiriman/" + change + "/pastikan", Map.of("alasan", "juga"));
		assertThat(server.as(ADMIN).page("/kiriman")).contains("tidak dititipkan lagi");
		assertThat(server.province.count("redrive")).isOne();
	}

	@Test
	void withoutAReasonNothingHappensAndTheFormIsThereAgain() {
		long change = id("PARKED");
		for (String nothing : List.of("", "  \r\n ", "x".repeat(401))) {
			for (String what : List.of("/ulang", "/pastikan")) {
				HttpResponse<String> answer = server.as(OFFICER)
					.post("/kiriman/" + change + what, Map.of("isi", "then", "alasan", nothing));
				assertThat(leadsTo(answer)).isEqualTo("/kiriman?ulang=" + change);
				assertThat(server.as(OFFICER).page("/kiriman?ulang=" + change)).contains("Tulis alasannya",
						"name=\"alasan\"");
			}
		}
		assertThat(server.province.count("redrive")).isZero();
		String longest = "x\r\n".repeat(200);
		server.as(OFFICER).post("/kiriman/" + change + "/ulang", Map.of("isi", "then", "alasan", longest));
		assertThat(server.province.count("redrive")).as("a line end is one letter, as the browser counts it").isOne();
	}

	@ParameterizedTest
	@CsvSource({ "isi, ''", "isi, lain", "isi, THEN" })
	void whichContentMustBeSaid(String name, String value) {
		HttpResponse<String> answer = server.as(OFFICER)
			.post("/kiriman/" + id("REFUSED") + "/ulang", Map.of(name, value, "alasan", "x"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(server.province.count("redrive")).isZero();
	}

	@Test
	void anOperatorSendsTheOwnAgainAndNobodyElses() {
		long own = id("REFUSED");
		assertThat(server.as(OPERATOR).page("/kiriman?status=ditolak")).contains("ulang=" + own);
		server.as(OPERATOR).post("/kiriman/" + own + "/ulang", THEN);
		assertThat(state(own)).isEqualTo("READY");
		assertThat(server.as(OPERATOR).page("/kiriman?status=ditolak&sebab=DITOLAK_SIASN"))
			.contains("Kirim ulang semua dengan sebab ini (1)");
		server.as(OPERATOR)
			.post("/kiriman/ulang", with(THEN, "instansi", "16.71", "status", "ditolak", "sebab", "DITOLAK_SIASN"));
		server.as(OPERATOR).post("/kiriman/" + id("PARKED") + "/pastikan", Map.of("alasan", "dilihat"));
		assertThat(server.province.count("redrive where who = 'palembang'")).isEqualTo(3);
	}

	@Test
	void anothersChangeIsAnsweredLikeOneThatNeverWas() {
		long foreign = server.province.jdbc()
			.queryForObject("select id from outbox where instansi = '16.04'", Long.class);
		long absent = 999_999;
		for (Viewer viewer : List.of(OPERATOR, LOST)) {
			Visitor visitor = server.as(viewer);
			assertAlike(visitor.get("/kiriman?ulang=" + foreign), visitor.get("/kiriman?ulang=" + absent));
			for (String what : List.of("/ulang", "/pastikan")) {
				assertAlike(visitor.post("/kiriman/" + foreign + what, THEN),
						visitor.post("/kiriman/" + absent + what, THEN));
			}
			assertAlike(visitor.post("/kiriman/ulang", bulk("16.04")), visitor.post("/kiriman/ulang", bulk("99.99")));
		}
		assertThat(server.as(LOST).post("/kiriman/ulang", bulk("16.71")).statusCode()).isEqualTo(404);
		assertThat(server.as(OFFICER).post("/kiriman/" + absent + "/ulang", THEN).statusCode()).isEqualTo(404);
		assertThat(server.province.count("redrive")).isZero();
		assertThat(state(foreign)).isEqualTo("REFUSED");
	}

	@Test
	void nobodySendsAgainWithoutSigningInOrWithoutTheToken() {
		long change = id("REFUSED");
		for (String path : List.of("/kiriman/" + change + "/ulang", "/kiriman/" + change + "/pastikan",
				"/kiriman/ulang")) {
			assertThat(server.stranger().postBare(path, bulk("16.71")).statusCode()).as(path).isIn(302, 403);
			assertThat(server.as(OFFICER).postBare(path, bulk("16.71")).statusCode()).as(path).isEqualTo(403);
			assertThat(server.as(OFFICER).get(path).statusCode()).as(path).isEqualTo(404);
		}
		assertThat(server.province.count("redrive")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/kiriman?ulang=x", "/kiriman?ulang=-1", "/kiriman?ulang=9999999999999999999999",
			"/kiriman?ulang=%3Cscript%3E", "/kiriman?sebab=DITOLAK_SIASN", "/kiriman?status=antre&sebab=DITOLAK_SIASN",
			"/kiriman?status=ditolak&sebab=%7Bx%7D", "/kiriman?status=ditolak&sebab=' or 1=1" })
	void whatIsNoFilterIsNotFound(String path) {
		HttpResponse<String> answer = server.as(OFFICER).get(path.replace(" ", "%20"));
		assertThat(answer.statusCode()).isEqualTo(404);
		ConsoleTest.assertHarmless(answer.body());
		ConsoleTest.assertTellsNothingInside(answer);
	}

	@Test
	void aWayBackThatIsNoFilterIsNotTaken() {
		HttpResponse<String> answer = server.as(OFFICER)
			.post("/kiriman/" + id("REFUSED") + "/ulang",
					with(THEN, "instansi", "//jahat.example", "status", "{x}", "sebab", "<script>"));
		assertThat(leadsTo(answer)).isEqualTo("/kiriman");
	}

	@Test
	void whatPeopleWroteIsTextAndNamesNobody() {
		long change = id("REFUSED");
		server.as(OFFICER)
			.post("/kiriman/" + change + "/ulang",
					Map.of("isi", "then", "alasan", Province.HOSTILE + " NIP " + Province.NIP));
		for (String language : List.of("id", "en")) {
			String page = server.as(OFFICER).page("/kiriman?instansi=16.71&bahasa=" + language);
			assertThat(page).contains("1986•••• •••••• • 001").doesNotContain("??");
			ConsoleTest.assertHarmless(page);
		}
	}

	@Test
	void aFormIsReadyInBothLanguages() {
		for (String language : List.of("id", "en")) {
			for (String state : List.of("REFUSED", "PARKED", "WORKLIST", "READY", "ACKED")) {
				String page = server.as(OFFICER).page("/kiriman?bahasa=" + language + "&ulang=" + id(state));
				assertThat(page).as(state).doesNotContain("??");
				ConsoleTest.assertHarmless(page);
			}
		}
	}

	private static Map<String, String> bulk(String kode) {
		return with(THEN, "instansi", kode, "status", "ditolak", "sebab", "DITOLAK_SIASN");
	}

	private static void assertAlike(HttpResponse<String> foreign, HttpResponse<String> absent) {
		String token = "value=\"[^\"]+\"";
		assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
		assertThat(foreign.body().replaceAll(token, "")).isEqualTo(absent.body().replaceAll(token, ""));
	}

	private static Map<String, String> with(Map<String, String> fields, String... more) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		for (int i = 0; i < more.length; i += 2) {
			all.put(more[i], more[i + 1]);
		}
		return all;
	}

	private static long id(String state) {
		return server.province.jdbc()
			.queryForObject("select min(id) from outbox where instansi = '16.71' and state = ?", Long.class, state);
	}

	private static String state(long id) {
		return server.province.jdbc().queryForObject("select state from outbox where id = ?", String.class, id);
	}

}
