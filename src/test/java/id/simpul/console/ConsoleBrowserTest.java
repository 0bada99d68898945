package id.simpul.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.simpul.report.Province;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.simpul.console.ConsoleServer.OFFICER;
import static id.simpul.console.ConsoleServer.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console as people meet it: in a browser, by mouse and by keyboard, at the office
 * and on a phone.
 */
class ConsoleBrowserTest {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--disable-dev-shm-usage");

	private static final int BYTES_OF_A_FIRST_PAGE = 300_000;

	private static final Map<Viewer, List<Cookie>> SESSIONS = new HashMap<>();

	private static ConsoleServer server;

	private static Playwright playwright;

	private static Browser browser;

	/** What a person at the console must never meet. */
	private final List<String> faults = new ArrayList<>();

	private BrowserContext context;

	private Page page;

	@BeforeAll
	static void open() {
		server = new ConsoleServer();
		server.province.fill();
		parkOne();
		browser = launch();
	}

	/** Nothing of the province is parked, and nobody has sent anything again there. */
	private static void parkOne() {
		long run = server.province.jdbc()
			.queryForObject("select max(id) from run where instansi = '16.71'", Long.class);
		server.province.delivery("16.71", run, "PARKED", 71);
		server.province.delivery("16.71", run, "SUPERSEDED", 72);
		server.province.jdbc()
			.update("update run set parked = 1, superseded = 1, changed = changed + 2, unchanged = unchanged - 2 where id = ?",
					run);
		server.province.jdbc().update("update outbox set answer = 'GAGAL_BERULANG' where state = 'PARKED'");
		server.province.jdbc()
			.update("""
					insert into redrive (outbox_id, instansi, from_state, from_answer, content, who, why, asked_at, applied_at)
					select id, instansi, 'REFUSED', 'DITOLAK_SIASN', 'NOW', 'palembang', ?, created_at, settled_at from outbox
					where state in ('SUPERSEDED', 'PARKED')""",
					"Kode unor sudah dibetulkan pada sistem asal sesuai surat kepala bidang mutasi");
	}

	@AfterAll
	static void close() {
		browser.close();
		playwright.close();
		server.close();
	}

	@BeforeEach
	void visit() {
		visit(1366, 768);
	}

	@AfterEach
	void leave() {
		this.context.close();
		assertThat(this.faults).isEmpty();
	}

	@Test
	void anOfficerFindsTheFailedInstansiOnTheMapAndReadsTheCause() {
		signIn(OFFICER);
		Locator tile = this.page.locator(".petak", new Page.LocatorOptions().setHasText("Lahat"));
		assertThat(tile).containsText("Gagal");
		tile.locator("a").click();
		assertThat(this.page.locator("h1")).containsText("Kabupaten Lahat");
		Locator cause = this.page.locator(".sorot.s-FAILED");
		assertThat(cause).containsText("Sumber data tidak tersambung");
		assertThat(cause).containsText("Periksa apakah server menyala");
		assertThat(cause).containsText("Tindakan: admin TI");
	}

	@Test
	void aTileStandsWhereItsInstansiLiesOnTheMap() {
		signIn(OFFICER);
		var north = this.page.locator(".petak", containing("Musi Rawas Utara")).boundingBox();
		var south = this.page.locator(".petak", containing("Ogan Komering Ulu Selatan")).boundingBox();
		var east = this.page.locator(".petak", containing("Ogan Komering Ilir")).boundingBox();
		assertThat(north.y).isLessThan(south.y);
		assertThat(east.x).isGreaterThan(south.x);
	}

	@Test
	void deliveriesAreFilteredByStateAndInstansiAndTheAddressKeepsBoth() {
		signIn(OFFICER);
		navigation("Kiriman").click();
		this.page.getByLabel("Instansi", new Page.GetByLabelOptions().setExact(true)).selectOption("16.71");
		this.page.waitForURL("**/kiriman?*instansi=16.71*");
		this.page.locator(".pilah a", containing("Perlu ditindak")).click();
		assertThat(this.page).hasURL(server.address() + "/kiriman?instansi=16.71&status=ditindak");
		Locator rows = this.page.locator("tbody").first().locator("tr");
		assertThat(rows)
			.hasCount((int) server.province.count("outbox where instansi = '16.71' and state = 'WORKLIST'"));
		assertThat(rows.first()).containsText("Perlu ditindak");
		this.page.reload();
		assertThat(this.page.getByLabel("Instansi", new Page.GetByLabelOptions().setExact(true))).hasValue("16.71");
	}

	@Test
	void anOperatorMeetsOnlyTheOwnInstansi() {
		signIn(OPERATOR);
		assertThat(this.page.locator(".petak")).hasCount(1);
		assertThat(this.page.locator("tbody tr")).hasCount(1);
		navigation("Instansi").click();
		assertThat(this.page.locator("h1")).containsText("Kota Palembang");
		assertThat(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Jalankan sekarang")))
			.hasCount(0);
		navigation("Masalah").click();
		assertThat(this.page.locator("select")).hasCount(0);
		assertThat(this.page.locator("body")).not().containsText("Lahat");
	}

	@Test
	void aRejectedChangeIsSentAgain() {
		signIn(OFFICER);
		go("/kiriman?status=ditolak&instansi=16.11");
		Locator row = this.page.locator("tbody tr", containing("Ditolak")).first();
		row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Kirim ulang")).click();
		assertThat(this.page.locator("#formulir h2")).isInViewport();
		assertThat(this.page.locator("#formulir")).containsText("Ditolak SIASN");
		Locator send = this.page.locator("#formulir button", containing("Kirim ulang"));
		send.click();
		assertThat(this.page).hasURL(Pattern.compile(".*ulang=.*"));
		assertThat(this.page.locator("#alasan")).isFocused();
		this.page.getByLabel("Alasan").fill("Unor sudah didaftarkan di SIASN");
		this.page.getByLabel("Isi yang diterima waktu itu").check();
		send.click();
		assertThat(this.page.locator(".pesan")).containsText("1 dikirim ulang.");
		assertThat(this.page.locator("#formulir")).hasCount(0);
		assertThat(this.page).hasURL(server.address() + "/kiriman?instansi=16.11&status=ditolak");
		go("/kiriman?status=antre&instansi=16.11");
		assertThat(this.page.locator("td.jawaban", containing("Dikirim ulang oleh petugas")))
			.containsText("Unor sudah didaftarkan di SIASN");
	}

	@Test
	void theFirstTabLeadsPastTheNavigation() {
		signIn(OFFICER);
		this.page.keyboard().press("Tab");
		Locator skip = this.page.locator(".lompat");
		assertThat(skip).isFocused();
		assertThat(skip).isInViewport();
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("main")).isFocused();
		this.page.keyboard().press("Tab");
		assertThat((Boolean) this.page.evaluate("document.querySelector('main').contains(document.activeElement)"))
			.isTrue();
	}

	@Test
	void whereTheKeyboardStandsIsSeen() {
		signIn(OFFICER);
		for (int i = 0; i < 12; i++) {
			this.page.keyboard().press("Tab");
			assertThat((String) this.page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
				.as((String) this.page.evaluate("document.activeElement.outerHTML"))
				.isEqualTo("solid");
		}
	}

	@Test
	void signingInNeedsNoMouse() {
		go("/masuk");
		assertThat(this.page.locator("#nama")).isFocused();
		this.page.keyboard().type(OFFICER.username());
		this.page.keyboard().press("Tab");
		this.page.keyboard().type(ConsoleServer.PASSWORD);
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("h1")).containsText("instansi tepat waktu");
	}

	@Test
	void aRowIsClickedAnywhere() {
		signIn(OFFICER);
		navigation("Masalah").click();
		var end = this.page.locator("tbody tr").first().locator("td").last().boundingBox();
		this.page.mouse().click(end.x + end.width / 2, end.y + end.height / 2);
		assertThat(this.page.locator("article h2")).containsText("Kode");
	}

	@Test
	void theFirstPageIsLight() {
		long[] bytes = { 0 };
		this.page.onRequestFinished(
				(request) -> bytes[0] += request.sizes().responseBodySize + request.sizes().responseHeadersSize);
		signInByForm(OFFICER);
		assertThat(bytes[0]).isPositive().isLessThan(BYTES_OF_A_FIRST_PAGE);
	}

	@ParameterizedTest
	@CsvSource({ "kantor, 1366, 768, id", "kantor, 1366, 768, en", "telepon, 390, 844, id", "telepon, 390, 844, en" })
	void everyPageFitsItsScreen(String place, int width, int height, String language) {
		visit(width, height);
		go("/masuk?bahasa=" + language);
		shoot("masuk", place, language);
		signIn(OFFICER);
		Map<String, String> pages = new HashMap<>();
		pages.put("ringkasan", "/");
		pages.put("instansi-tepat-waktu", "/instansi/16.71");
		pages.put("instansi-gagal", "/instansi/16.04");
		pages.put("instansi-ditahan", "/instansi/16.08");
		pages.put("instansi-belum-mulai", "/instansi/16.13");
		pages.put("instansi-menunggu-pusat", "/instansi/16.11");
		pages.put("masalah", "/masalah");
		pages.put("masalah-satu", "/masalah/KODE_TAK_DIKENAL");
		pages.put("masalah-satu-asing", "/masalah/BARIS_YATIM?instansi=16.71");
		pages.put("kiriman", "/kiriman");
		pages.put("kiriman-ditolak", "/kiriman?status=ditolak&instansi=16.71");
		pages.put("kiriman-sebab", "/kiriman?status=ditindak&instansi=16.71&sebab=BEDA_GOLONGAN");
		pages.put("kiriman-ulang-semua", "/kiriman?status=ditindak&instansi=16.71&sebab=BEDA_GOLONGAN&ulang=semua");
		pages.put("kiriman-ulang-satu", "/kiriman?status=ditolak&instansi=16.71&ulang=" + change("REFUSED"));
		pages.put("kiriman-ulang-dititipkan", "/kiriman?status=dititipkan&ulang=" + change("PARKED"));
		pages.put("kiriman-riwayat", "/kiriman?status=digantikan");
		pages.put("kiriman-kosong", "/kiriman?status=dititipkan&instansi=16.04");
		pages.forEach((name, path) -> {
			go(path);
			shoot(name, place, language);
		});
		this.page.navigate(server.address() + "/tidak-ada");
		this.faults.removeIf((fault) -> fault.contains("/tidak-ada") || fault.contains("404"));
		shoot("galat", place, language);
	}

	@ParameterizedTest
	@CsvSource({ "kantor, 1366, 768", "telepon, 390, 844" })
	void theSummaryFitsWhileTheRegistryIsAway(String place, int width, int height) {
		server.province.outage(null, "REGISTRI_TERGANGGU", Duration.ofMinutes(190), null);
		try {
			visit(width, height);
			signIn(OFFICER);
			go("/?bahasa=id");
			assertThat(this.page.locator("section.s-REGISTRY_CLOSED")).hasCount(1);
			shoot("ringkasan-gangguan", place, "id");
			go("/instansi/16.71");
			shoot("instansi-gangguan", place, "id");
		}
		finally {
			server.province.jdbc().update("delete from outage where ended_at is null and instansi is null");
		}
	}

	@ParameterizedTest
	@CsvSource({ "kantor, 1366, 768", "telepon, 390, 844" })
	void anOperatorsPagesFitTheScreenToo(String place, int width, int height) {
		visit(width, height);
		signIn(OPERATOR);
		shoot("operator-ringkasan", place, "id");
		for (String name : List.of("masalah", "kiriman")) {
			go("/" + name);
			shoot("operator-" + name, place, "id");
		}
	}

	@Test
	void twoHundredPerCentZoomLosesNothing() {
		visit(683, 384);
		signIn(OFFICER);
		for (String path : List.of("/", "/instansi/16.08", "/masalah", "/masalah/KODE_TAK_DIKENAL", "/kiriman")) {
			go(path);
			assertFits();
		}
	}

	private static long change(String state) {
		return server.province.jdbc()
			.queryForObject("select min(id) from outbox where state = ? and instansi = '16.71'", Long.class, state);
	}

	private static Page.LocatorOptions containing(String text) {
		return new Page.LocatorOptions().setHasText(text);
	}

	private Locator navigation(String name) {
		return this.page.getByRole(AriaRole.NAVIGATION)
			.first()
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
	}

	/** Begins anew on a screen of that size. */
	private void visit(int width, int height) {
		if (this.context != null) {
			this.context.close();
		}
		this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)
			.setLocale("id-ID")
			.setReducedMotion(ReducedMotion.REDUCE));
		this.page = this.context.newPage();
		this.page.onConsoleMessage((message) -> {
			if (List.of("error", "warning").contains(message.type())) {
				this.faults.add("console: " + message.text());
			}
		});
		this.page.onPageError((error) -> this.faults.add("script: " + error));
		this.page.onDialog((dialog) -> {
			this.faults.add("dialog: " + dialog.message());
			dialog.dismiss();
		});
		this.page.onRequest((request) -> {
			if (!request.url().startsWith(server.address() + "/")) {
				this.faults.add("another host: " + request.url());
			}
		});
		this.page.onRequestFailed((request) -> this.faults.add("failed: " + request.url() + " " + request.failure()));
		this.page.onResponse((response) -> {
			if (response.status() >= 400) {
				this.faults.add(response.status() + " " + response.url());
			}
		});
	}

	/** By the form once, then with the session it gave: who tries often must wait. */
	private void signIn(Viewer person) {
		List<Cookie> session = SESSIONS.get(person);
		if (session != null) {
			this.context.addCookies(session);
			go("/");
			return;
		}
		signInByForm(person);
		SESSIONS.put(person,
				this.context.cookies()
					.stream()
					.filter((one) -> one.name.equals("simpul"))
					.map(ConsoleBrowserTest::kept)
					.toList());
	}

	private static Cookie kept(Cookie cookie) {
		return new Cookie(cookie.name, cookie.value).setUrl(server.address());
	}

	private void signInByForm(Viewer person) {
		if (!this.page.url().contains("/masuk")) {
			go("/masuk");
		}
		this.page.locator("#nama").fill(person.username());
		this.page.locator("#sandi").fill(ConsoleServer.PASSWORD);
		this.page.locator("button[type=submit]").click();
		this.page.waitForURL(server.address() + "/");
	}

	private void go(String path) {
		Response answer = this.page.navigate(server.address() + path);
		assertThat(answer.status()).as(path).isEqualTo(200);
		this.page.waitForLoadState(LoadState.LOAD);
	}

	private void shoot(String name, String place, String language) {
		assertThat(this.page.locator("body").innerText()).doesNotContain(Province.NIP);
		this.page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(SCREENSHOTS.resolve("%s-%s-%s.png".formatted(name, place, language))));
		assertFits();
	}

	private void assertFits() {
		assertThat((Integer) this.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
			.as("wider than the screen: " + this.page.url())
			.isLessThanOrEqualTo(0);
	}

	/** A browser of this machine, else the one Playwright brings. */
	private static Browser launch() {
		Optional<Path> own = Stream
			.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
					"/usr/bin/google-chrome-stable", "/opt/google/chrome/chrome", "/snap/bin/chromium",
					"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
					"C:/Program Files/Google/Chrome/Application/chrome.exe")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
		Map<String, String> environment = new HashMap<>(System.getenv());
		own.ifPresent((browser) -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
		BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
		own.ifPresent(options::setExecutablePath);
		try {
			playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
			return playwright.chromium().launch(options);
		}
		catch (PlaywrightException ex) {
			throw new AssertionError("No browser starts: install Chromium or Google Chrome, or let this machine reach"
					+ " the address Playwright downloads its own from", ex);
		}
	}

}
