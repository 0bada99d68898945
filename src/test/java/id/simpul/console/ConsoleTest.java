package id.simpul.console;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.simpul.change.Plans.Release;
import id.simpul.report.Province;

import static id.simpul.console.ConsoleServer.ADMIN;
import static id.simpul.console.ConsoleServer.LOST;
import static id.simpul.console.ConsoleServer.OFFICER;
import static id.simpul.console.ConsoleServer.OPERATOR;
import static id.simpul.console.Visitor.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTest {

	private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>(?!</script>)");

	private static ConsoleServer server;

	private static long heldPlan;

	@BeforeAll
	static void open() {
		server = new ConsoleServer();
		server.province.fill();
		heldPlan = run("16.08");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	/** Every page there is, for who sees all. */
	static Stream<String> pages() {
		List<String> pages = new ArrayList<>(List.of("/", "/masalah", "/kiriman"));
		for (String order : List.of("instansi", "keadaan", "data", "ditolak", "menunggu")) {
			pages.add("/?urut=" + order);
		}
		Province.INSTANSI.all().forEach((one) -> pages.add("/instansi/" + one.kode()));
		for (String rule : List.of("KODE_TAK_DIKENAL", "TANGGAL_TAK_TERBACA", "PEGAWAI_GANDA", "PEGAWAI_DITOLAK",
				"BARIS_YATIM")) {
			pages.addAll(
					List.of("/masalah/" + rule, "/masalah/" + rule + "?instansi=16.71", "/masalah/" + rule + "?hal=2"));
		}
		for (Shelf shelf : Shelf.values()) {
			pages.addAll(
					List.of("/kiriman?status=" + shelf.slug(), "/kiriman?status=" + shelf.slug() + "&instansi=16.71"));
		}
		for (String filter : List.of("ditolak&sebab=DITOLAK_SIASN", "ditindak&sebab=BEDA_GOLONGAN",
				"ditolak&sebab=TIDAK_ADA")) {
			pages.addAll(List.of("/kiriman?status=" + filter, "/kiriman?status=" + filter + "&instansi=16.71",
					"/kiriman?status=" + filter + "&instansi=16.71&ulang=semua"));
		}
		pages.addAll(List.of("/masalah?instansi=16.08", "/kiriman?instansi=16.04", "/kiriman?sebelum=20",
				"/instansi/16.71?sebelum=5"));
		return pages.stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyPageIsShownToWhoSeesAllInBothLanguages(String page) {
		for (Viewer viewer : List.of(OFFICER, ADMIN)) {
			for (String language : List.of("id", "en")) {
				String html = server.as(viewer).page(page + (page.contains("?") ? "&" : "?") + "bahasa=" + language);
				assertThat(html).contains("<html lang=\"" + language + "\"").endsWith("</html>\n");
				assertThat(html).as("a key without words").doesNotContain("??");
				assertHarmless(html);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void noPageIsShownToWhoHasNotSignedIn(String page) {
		HttpResponse<String> answer = server.stranger().get(page);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(leadsTo(answer)).isEqualTo("/masuk");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void anOperatorFindsOnlyTheOwnInstansiOnAnyPage(String page) {
		HttpResponse<String> answer = server.as(OPERATOR).get(page);
		assertHarmless(answer.body());
		for (var one : Province.INSTANSI.all()) {
			if (!one.kode().equals(OPERATOR.instansi()) && !one.kode().equals("16")) {
				assertThat(answer.body()).as(page).doesNotContain(one.kode(), one.nama());
			}
		}
		boolean foreign = page.matches(".*/instansi/(?!16\\.71).*|.*instansi=16\\.(?!71).*");
		assertThat(answer.statusCode()).as(page).isEqualTo(foreign ? 404 : 200);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void anOperatorWithoutInstansiSeesNobodysData(String page) {
		HttpResponse<String> answer = server.as(LOST).get(page);
		assertThat(answer.statusCode()).as(page).isIn(200, 404);
		for (var one : Province.INSTANSI.all()) {
			assertThat(answer.body()).as(page).doesNotContain(one.nama());
		}
		assertThat(answer.body()).doesNotContain("••••");
	}

	@Test
	void anotherInstansiIsAnsweredLikeOneThatDoesNotExist() {
		Visitor operator = server.as(OPERATOR);
		String token = "value=\"[^\"]+\"";
		assertThat(operator.get("/instansi/16.04").body().replaceAll(token, ""))
			.isEqualTo(operator.get("/instansi/99.99").body().replaceAll(token, ""));
		assertThat(operator.get("/kiriman?instansi=16.04").statusCode()).isEqualTo(404);
		assertThat(operator.get("/masalah?instansi=16.04").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/instansi/99.99", "/instansi/", "/tidak-ada", "/masalah/TIDAK_ADA", "/masalah/", "/error",
			"/kiriman?status=tidak-ada", "/instansi/16.71/jalankan", "/actuator", "/actuator/health", "/h2-console",
			"/aset/tidak-ada.css", "/masuk/lain", "/instansi/16.71/rencana/1/lepas", "/application.yaml",
			"/kiriman/1/ulang", "/kiriman/1/pastikan", "/kiriman/1", "/kiriman/ulang" })
	void whatDoesNotExistIsSaidSoInWords(String path) {
		HttpResponse<String> answer = server.as(OFFICER).get(path);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("Halaman tidak ditemukan");
		assertTellsNothingInside(answer);
		assertHeaders(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?urut=tidak-ada", "/?lain=1&urut=", "/?urut=%7Bx%7D", "/?urut=%3Cscript%3E",
			"/masalah?x=%7B%7B1234*4321%7D%7D", "/masalah/KODE_TAK_DIKENAL?hal=-5",
			"/masalah/KODE_TAK_DIKENAL?hal=2147483647", "/kiriman?sebelum=-1", "/kiriman?status=&instansi=",
			"/kiriman?sebelum=9223372036854775807", "/kiriman?bahasa=xx", "/kiriman?bahasa=%00",
			"/?bahasa=en&bahasa=id", "/instansi/16.71?sebelum=0", "/?urut=$%7B1234*4321%7D",
			"/?urut=__$%7B1234*4321%7D__" })
	void strangeParametersAreHarmless(String path) {
		String html = server.as(OFFICER).page(path);
		assertThat(html).doesNotContain("5332114");
		assertHarmless(html);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/masalah/KODE_TAK_DIKENAL?hal=x", "/kiriman?sebelum=abc",
			"/instansi/16.71?sebelum=99999999999999999999" })
	void aNumberThatIsNoneIsNotUnderstood(String path) {
		HttpResponse<String> answer = server.as(OFFICER).get(path);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("Permintaan tidak dipahami");
		assertTellsNothingInside(answer);
		assertHeaders(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/masalah?instansi=%7Bx%7D", "/masalah?instansi=%3Cscript%3Ealert('x')%3C/script%3E",
			"/kiriman?status=%7Bx%7D", "/instansi/%7Bx%7D", "/masalah/%3Cscript%3Ealert('x')%3Cscript%3E",
			"/instansi/%22onload=x" })
	void whatStandsInAnAddressIsNeverWrittenIntoAPage(String path) {
		HttpResponse<String> answer = server.as(OFFICER).get(path);
		assertThat(answer.statusCode()).isIn(400, 404);
		assertHarmless(answer.body());
		assertTellsNothingInside(answer);
		assertHeaders(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/;x=1", "//", "/instansi/..;/", "/instansi/16.71;x" })
	void whatNoBrowserSendsIsRefusedWithoutATrace(String path) {
		HttpResponse<String> answer = server.as(OFFICER).get(path);
		assertThat(answer.statusCode()).isIn(400, 404);
		assertTellsNothingInside(answer);
		assertHeaders(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%2e%2e/", "/instansi/16.71%2Fx", "/a%00b", "/%5C" })
	void whatTheWebServerRefusesItselfTellsNothing(String path) {
		HttpResponse<String> answer = server.as(OFFICER).get(path);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertTellsNothingInside(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD" })
	void otherMethodsAreRefused(String method) {
		for (String path : List.of("/", "/masuk", "/instansi/16.71", "/instansi/16.71/jalankan")) {
			HttpResponse<String> answer = server.as(OFFICER).call(method, path);
			assertThat(answer.statusCode()).as(method + " " + path).isIn(400, 403, 405);
			assertTellsNothingInside(answer);
			assertHeaders(answer);
		}
	}

	@Test
	void aFaultInsideShowsANumberAndNothingElse() {
		server.province.jdbc().execute("alter table outbox rename to away");
		try {
			HttpResponse<String> answer = server.as(OFFICER).get("/kiriman");
			assertThat(answer.statusCode()).isEqualTo(500);
			assertThat(answer.body()).contains("Halaman sedang terganggu").containsPattern("Nomor gangguan: \\w{8}");
			assertTellsNothingInside(answer);
			assertHeaders(answer);
		}
		finally {
			server.province.jdbc().execute("alter table away rename to outbox");
		}
	}

	@Test
	void everyAnswerTellsTheBrowserWhatItMayDo() {
		Visitor officer = server.as(OFFICER);
		pages().forEach((page) -> assertHeaders(officer.get(page)));
		assertHeaders(server.stranger().get("/"));
		assertHeaders(server.stranger().get("/masuk"));
		assertHeaders(server.stranger().get("/masuk?gagal"));
		assertHeaders(officer.postBare("/instansi/16.71/jalankan", Map.of()));
		assertHeaders(officer.post("/instansi/16.71/jalankan", Map.of()));
	}

	@Test
	void pagesAreNotKeptAndStaticFilesAreKeptForGood() {
		Visitor officer = server.as(OFFICER);
		HttpResponse<String> page = officer.get("/");
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((value) -> assertThat(value).contains("no-store"));
		List<String> files = new ArrayList<>();
		for (Matcher matcher = Pattern.compile("(?:href|src)=\"(/aset/[^\"]+)\"").matcher(page.body()); matcher
			.find();) {
			files.add(matcher.group(1));
		}
		assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy((file) -> {
			assertThat(file).as("carries a hash of its content").matches(".+-[0-9a-f]{32}\\.\\w+");
			HttpResponse<String> answer = officer.get(file);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000",
					"immutable");
			assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		});
	}

	@Test
	void theRightPasswordLeadsIn() {
		server.add(new Viewer("sarina", Role.OFFICER, null, "Sarina"));
		Visitor visitor = server.stranger();
		assertThat(leadsTo(visitor.signIn(" Sarina ", ConsoleServer.PASSWORD))).isEqualTo("/");
		assertThat(visitor.page("/")).contains("Sarina", "Petugas BKD", "Keluar");
	}

	@Test
	void signingInLeadsBackToThePageThatWasAskedFor() {
		Visitor visitor = server.stranger();
		visitor.get("/instansi/16.04?sebelum=9");
		assertThat(leadsTo(visitor.signIn(server.newcomer(), ConsoleServer.PASSWORD)))
			.isEqualTo("/instansi/16.04?sebelum=9");
	}

	@Test
	void signingInNeverLeadsToWhatIsNoPage() {
		Visitor visitor = server.stranger();
		visitor.get("/favicon.ico");
		visitor.get("/apple-touch-icon.png");
		assertThat(leadsTo(visitor.signIn(server.newcomer(), ConsoleServer.PASSWORD))).isEqualTo("/");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
		HttpResponse<String> wrong = server.stranger().signIn(server.newcomer(), "bukan-ini");
		HttpResponse<String> unknown = server.stranger().signIn("tidak-ada", ConsoleServer.PASSWORD);
		assertThat(leadsTo(wrong)).isEqualTo("/masuk?gagal").isEqualTo(leadsTo(unknown));
		assertThat(server.stranger().page("/masuk?gagal")).contains("tidak cocok");
		assertThat(server.stranger().page("/masuk?gagal&bahasa=en")).contains("do not match");
	}

	@ParameterizedTest
	@CsvSource({ "'', ''", "\u0000, x", "petugas'--, x" })
	void whatCouldNeverBeANameIsNobodys(String username, String password) {
		HttpResponse<String> answer = server.stranger().signIn(username, password);
		assertThat(leadsTo(answer)).startsWith("/masuk?");
	}

	@Test
	void whoGuessesMustWait() {
		server.add(new Viewer("sasaran", Role.OFFICER, null, "Sasaran"));
		Visitor guesser = server.stranger();
		for (int i = 0; i < 5; i++) {
			assertThat(leadsTo(guesser.signIn("sasaran", "tebakan-" + i))).isEqualTo("/masuk?gagal");
		}
		assertThat(leadsTo(guesser.signIn("sasaran", ConsoleServer.PASSWORD))).isEqualTo("/masuk?tunggu");
		assertThat(guesser.page("/masuk?tunggu")).contains("Tunggu satu menit");
		assertThat(server.stranger().signIn(server.newcomer(), ConsoleServer.PASSWORD).statusCode()).as("others get in")
			.isEqualTo(302);
	}

	@Test
	void signingInChangesTheSessionAndItsCookieIsOutOfReachOfScripts() {
		Visitor visitor = server.stranger();
		visitor.get("/masuk");
		String before = visitor.cookie("simpul");
		HttpResponse<String> answer = visitor.signIn(server.newcomer(), ConsoleServer.PASSWORD);
		assertThat(visitor.cookie("simpul")).isNotNull().isNotEqualTo(before);
		assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(
				(cookie) -> assertThat(cookie).startsWith("simpul=").contains("HttpOnly", "SameSite=Strict", "Path=/"));
		assertThat(leadsTo(answer)).as("no session in an address").doesNotContain("jsessionid", "simpul=");
	}

	@Test
	void signingOutEndsTheSession() {
		Visitor visitor = server.stranger();
		visitor.signIn(server.newcomer(), ConsoleServer.PASSWORD);
		assertThat(visitor.get("/keluar").statusCode()).as("not by an address").isEqualTo(404);
		assertThat(leadsTo(visitor.post("/keluar", Map.of()))).isEqualTo("/masuk?keluar");
		assertThat(leadsTo(visitor.get("/"))).isEqualTo("/masuk");
	}

	@Test
	void whoIsPutOutFeelsItWithTheNextClick() {
		server.add(new Viewer("sementara", Role.OFFICER, null, "Sementara"));
		Visitor visitor = server.stranger();
		visitor.signIn("sementara", ConsoleServer.PASSWORD);
		visitor.page("/");
		server.province.jdbc().update("update account set active = false where username = 'sementara'");
		assertThat(leadsTo(visitor.get("/"))).isEqualTo("/masuk");
		server.province.jdbc().update("update account set active = true where username = 'sementara'");
		assertThat(leadsTo(visitor.get("/"))).as("the old session is gone").isEqualTo("/masuk");
	}

	@Test
	void whoIsGivenAnotherRoleMustSignInAgain() {
		server.add(new Viewer("berpindah", Role.OFFICER, null, "Berpindah"));
		Visitor visitor = server.stranger();
		visitor.signIn("berpindah", ConsoleServer.PASSWORD);
		visitor.page("/");
		server.province.jdbc()
			.update("update account set role = 'OPERATOR', instansi = '16.71' where username = 'berpindah'");
		assertThat(leadsTo(visitor.get("/"))).isEqualTo("/masuk");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/masuk", "/keluar", "/instansi/16.71/jalankan", "/instansi/16.08/rencana/1/lepas",
			"/instansi/16.08/rencana/1/tolak", "/kiriman/ulang", "/kiriman/1/ulang", "/kiriman/1/pastikan" })
	void aFormWithoutItsTokenIsRefused(String path) {
		server.asked.words.clear();
		Visitor officer = server.as(OFFICER);
		for (Map<String, String> fields : List.of(Map.<String, String>of(), Map.of("_csrf", "karangan"))) {
			HttpResponse<String> answer = officer.postBare(path, fields);
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(answer.body()).contains("Tidak diizinkan");
			assertTellsNothingInside(answer);
			assertHeaders(answer);
		}
		assertThat(server.asked.words).isEmpty();
	}

	@Test
	void theLanguageChosenStaysUntilAnotherIsChosen() {
		Visitor visitor = server.stranger();
		visitor.signIn(server.newcomer(), ConsoleServer.PASSWORD);
		assertThat(visitor.page("/")).contains("<html lang=\"id\"", "Perlu tindakan");
		assertThat(visitor.page("/?bahasa=en")).contains("<html lang=\"en\"", "Needs action");
		assertThat(visitor.page("/kiriman")).contains("<html lang=\"en\"");
		assertThat(visitor.get("/tidak-ada").body()).contains("<html lang=\"en\"", "Page not found");
		assertThat(visitor.page("/?bahasa=id")).contains("<html lang=\"id\"");
		HttpResponse<String> chosen = visitor.get("/?bahasa=en");
		assertThat(chosen.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("bahasa=en").contains("HttpOnly", "SameSite=Strict"));
	}

	@Test
	void theOtherLanguageKeepsFilterAndPlace() {
		assertThat(server.as(OFFICER).page("/kiriman?status=ditolak&instansi=16.71&lain=1"))
			.contains("href=\"/kiriman?instansi=16.71&amp;status=ditolak&amp;bahasa=en\"");
		assertThat(server.as(OFFICER).page("/masalah/KODE_TAK_DIKENAL?hal=2"))
			.contains("href=\"/masalah/KODE_TAK_DIKENAL?hal=2&amp;bahasa=en\"");
	}

	@Test
	void aRunIsStartedInTheNameOfWhoAskedForIt() {
		server.asked.words.clear();
		HttpResponse<String> answer = server.as(OFFICER).post("/instansi/16.04/jalankan", Map.of());
		assertThat(leadsTo(answer)).isEqualTo("/instansi/16.04");
		assertThat(server.asked.words).containsExactly("run 16.04 petugas");
		assertThat(server.as(OFFICER).page("/instansi/16.04")).contains("Putaran dimulai.");
		assertThat(server.as(OFFICER).page("/instansi/16.04")).as("said once").doesNotContain("Putaran dimulai.");
	}

	@ParameterizedTest
	@CsvSource({ "FIRST, Persetujuan pertama tercatat", "ACCEPTED, Rencana dilepas. Perubahannya",
			"NEEDS_REASON, Tulis alasannya", "SAME_PERSON, harus dari orang lain", "NOT_HELD, tidak ditahan lagi" })
	void aPlanIsReleasedWithNameAndReasonAndTheAnswerIsSaid(Release release, String words) {
		server.asked.words.clear();
		server.asked.answer = release;
		HttpResponse<String> answer = server.as(OFFICER)
			.post("/instansi/16.08/rencana/" + heldPlan + "/lepas", Map.of("alasan", "Mutasi besar per SK Bupati"));
		assertThat(leadsTo(answer)).isEqualTo("/instansi/16.08");
		assertThat(server.asked.words).containsExactly("release " + heldPlan + " petugas Mutasi besar per SK Bupati");
		assertThat(server.as(OFFICER).page("/instansi/16.08")).contains(words);
	}

	@Test
	void aPlanIsPutAsideInTheNameOfWhoDidIt() {
		server.asked.words.clear();
		HttpResponse<String> answer = server.as(ADMIN).post("/instansi/16.08/rencana/" + heldPlan + "/tolak", Map.of());
		assertThat(leadsTo(answer)).isEqualTo("/instansi/16.08");
		assertThat(server.asked.words).containsExactly("put aside " + heldPlan + " pengelola");
		assertThat(server.as(ADMIN).page("/instansi/16.08")).contains("Rencana ditolak. Tidak ada yang dikirim");
	}

	@Test
	void aPlanIsReachedOnlyThroughItsOwnInstansi() {
		server.asked.words.clear();
		for (String path : List.of("/instansi/16.71/rencana/" + heldPlan, "/instansi/99.99/rencana/" + heldPlan,
				"/instansi/16.08/rencana/" + run("16.71"), "/instansi/16.08/rencana/999999")) {
			for (String what : List.of("/lepas", "/tolak")) {
				assertThat(server.as(OFFICER).post(path + what, Map.of("alasan", "x")).statusCode()).as(path + what)
					.isEqualTo(404);
			}
		}
		assertThat(server.as(OFFICER).post("/instansi/99.99/jalankan", Map.of()).statusCode()).isEqualTo(404);
		assertThat(server.asked.words).isEmpty();
	}

	@Test
	void anOperatorStartsAndReleasesNothing() {
		server.asked.words.clear();
		for (Viewer viewer : List.of(OPERATOR, LOST)) {
			for (String path : List.of("/instansi/16.71/jalankan", "/instansi/16.08/jalankan",
					"/instansi/16.08/rencana/" + heldPlan + "/lepas", "/instansi/16.08/rencana/" + heldPlan + "/tolak",
					"/instansi/16.71/rencana/" + run("16.71") + "/lepas")) {
				HttpResponse<String> answer = server.as(viewer).post(path, Map.of("alasan", "x"));
				assertThat(answer.statusCode()).as(path).isEqualTo(403);
				assertTellsNothingInside(answer);
				assertHeaders(answer);
			}
		}
		assertThat(server.asked.words).isEmpty();
		assertThat(server.as(OPERATOR).page("/instansi/16.71")).doesNotContain("Jalankan sekarang</button>");
	}

	@Test
	void whoHasAgreedIsToldToWaitForASecondPerson() {
		server.province.jdbc()
			.update("insert into release values (?, 'petugas', ?, timestamp with time zone '2026-11-24 01:00:00+00')",
					heldPlan, "Mutasi " + Province.HOSTILE + " NIP " + Province.NIP);
		try {
			String own = server.as(OFFICER).page("/instansi/16.08");
			assertThat(own).contains("Persetujuan Anda sudah tercatat").doesNotContain("name=\"alasan\"");
			assertHarmless(own);
			assertThat(server.as(ADMIN).page("/instansi/16.08")).contains("Setujui pelepasan (2 dari 2)",
					"name=\"alasan\"", "petugas");
		}
		finally {
			server.province.jdbc().update("delete from release");
		}
	}

	@Test
	void aHeldPlanShowsWhyItIsHeld() {
		String page = server.as(OFFICER).page("/instansi/16.08");
		assertHarmless(page);
		assertThat(page).contains("Contoh: 1 pegawai", "1986•••• •••••• • 001", "Jabatan 01/03/2020 · ");
		assertThat(page).contains("Rencana ditahan: 1.463 perubahan")
			.contains("1.402 dari 4.100 pegawai berubah (34,2\u00a0%; batas 20\u00a0%)")
			.contains("Tidak ada yang dikirim sampai dua orang melepasnya", "Setujui pelepasan (1 dari 2)");
		assertThat(server.as(OFFICER).page("/instansi/16.08?bahasa=en")).contains("1,402 of 4,100 people changed");
	}

	private static long run(String kode) {
		return server.province.jdbc().queryForObject("select max(id) from run where instansi = ?", Long.class, kode);
	}

	/**
	 * Nothing that a source or a guest wrote is more than text, and nobody is named
	 * whole.
	 */
	static void assertHarmless(String html) {
		assertThat(html).doesNotContain(Province.HOSTILE, "<script>", Province.NIP,
				Province.NIP.substring(4, Province.NIP.length() - 3));
		assertThat(SCRIPT.matcher(html).find()).as("a script inside the page").isFalse();
		assertThat(html).doesNotContainPattern("(?i)\\son[a-z]+\\s*=\\s*\"|javascript:|\\sstyle=");
	}

	static void assertTellsNothingInside(HttpResponse<String> answer) {
		assertThat(answer.body()).doesNotContainIgnoringCase("exception", "id.simpul", "org.springframework",
				"java.lang", "tomcat", "select ", "whitelabel", "jdbc", "/tmp", "outbox");
		assertThat(answer.headers().firstValue("Server")).isEmpty();
		assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
	}

	static void assertHeaders(HttpResponse<String> answer) {
		String path = answer.request().method() + " " + answer.uri();
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
			.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'",
					"frame-ancestors 'none'", "form-action 'self'")
			.doesNotContain("unsafe");
		Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
				"Cross-Origin-Opener-Policy", "same-origin")
			.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(path).containsExactly(value));
		assertThat(answer.headers().firstValue("Permissions-Policy")).as(path).isPresent();
	}

}
