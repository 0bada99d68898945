package id.simpul.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

import static id.simpul.console.ConsoleServer.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

/** What a page needs so that people who do not see it, or see little, can use it. */
class PageFormTest {

	private static final double LEGIBLE = 4.5;

	private static ConsoleServer server;

	@BeforeAll
	static void open() {
		server = new ConsoleServer();
		server.province.fill();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	static Stream<String> pages() {
		return Stream.of("/", "/instansi/16.71", "/instansi/16.04", "/instansi/16.08", "/instansi/16.13", "/masalah",
				"/masalah/KODE_TAK_DIKENAL", "/kiriman", "/kiriman?status=ditolak",
				"/kiriman?status=ditolak&instansi=16.71&sebab=DITOLAK_SIASN",
				"/kiriman?status=ditolak&instansi=16.71&sebab=DITOLAK_SIASN&ulang=semua",
				"/kiriman?status=ditindak&ulang=" + worklisted(), "/instansi/16.11", "/tidak-ada", "/masuk");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void hasOneHeadingOneMainAndALanguage(String page) {
		String html = html(page);
		assertThat(count(html, "<h1[ >]")).isEqualTo(1);
		assertThat(count(html, "<main[ >]")).isEqualTo(1);
		assertThat(html).containsPattern("<html[^>]* lang=\"id\"").containsPattern("<title>[^<]+ · Simpul</title>");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void headingsDoNotSkipALevel(String page) {
		int level = 0;
		for (Matcher heading = Pattern.compile("<h([1-6])[ >]").matcher(html(page)); heading.find();) {
			int next = Integer.parseInt(heading.group(1));
			assertThat(next).isLessThanOrEqualTo(level + 1);
			level = next;
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyInputHasALabel(String page) {
		String html = html(page);
		for (Matcher input = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>").matcher(html); input.find();) {
			if (!input.group().contains("type=\"hidden\"")) {
				Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(input.group());
				assertThat(id.find()).as(input.group()).isTrue();
				assertThat(html).containsPattern("<label for=\"" + id.group(1) + "\">[^<]+</label>");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyTableHeaderSaysWhatItHeads(String page) {
		String html = html(page);
		for (Matcher header = Pattern.compile("<th\\b[^>]*>").matcher(html); header.find();) {
			assertThat(header.group()).containsPattern("scope=\"(col|row)\"");
		}
		assertThat(count(html, "<table")).isEqualTo(count(html, "<thead"));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyPictureIsDecorationBesideAWord(String page) {
		for (Matcher picture = Pattern.compile("<(?:svg|img)\\b[^>]*>").matcher(html(page)); picture.find();) {
			assertThat(picture.group()).contains("aria-hidden=\"true\"");
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyIdIsThereOnceAndEveryReferenceHasItsGoal(String page) {
		String html = html(page);
		List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
			.matcher(html)
			.results()
			.map((id) -> id.group(1))
			.toList();
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(ids).containsAll(Pattern.compile(" (?:href=\"#|for=\"|aria-labelledby=\")([^\"]+)\"")
			.matcher(html)
			.results()
			.map((goal) -> goal.group(1))
			.toList());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkAndButtonHasAName(String page) {
		for (Matcher link = Pattern.compile("(?s)<(a|button)\\b[^>]*>(.*?)</\\1>").matcher(html(page)); link.find();) {
			assertThat(link.group(2).replaceAll("(?s)<[^>]*>", "")).as(link.group()).isNotBlank();
		}
	}

	@Test
	void thePageOneIsOnIsMarkedInTheNavigation() {
		assertThat(html("/kiriman")).containsPattern("href=\"/kiriman\" aria-current=\"page\"");
		assertThat(count(html("/masalah"), "aria-current=\"page\"")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "tinta, kertas", "tinta, kabut", "tinta, biru-muda", "tinta, merah-muda", "tinta, kuning-muda",
			"tinta, hijau-muda", "redup, kertas", "redup, kabut", "redup, biru-muda", "redup, merah-muda",
			"redup, kuning-muda", "redup, hijau-muda", "biru, kertas", "biru, kabut", "biru, biru-muda",
			"biru, kuning-muda", "biru, merah-muda", "merah, kertas", "merah, merah-muda", "merah, biru-muda",
			"kuning, kertas", "kuning, kuning-muda", "kuning, biru-muda", "hijau, kertas", "hijau, hijau-muda",
			"hijau, biru-muda", "kertas, biru" })
	void textStandsOutFromItsGround(String text, String ground) throws IOException {
		Map<String, String> colours = colours();
		assertThat(contrast(colours.get(text), colours.get(ground))).isGreaterThanOrEqualTo(LEGIBLE);
	}

	@Test
	void noTextIsSmallerThanTwelvePixels() throws IOException {
		String css = css();
		for (Matcher size = Pattern.compile("(?:font-size|--\\w+): ?(\\d+)px").matcher(css); size.find();) {
			assertThat(Integer.parseInt(size.group(1))).as(size.group()).isGreaterThanOrEqualTo(12);
		}
	}

	private static long worklisted() {
		return server.province.jdbc().queryForObject("select min(id) from outbox where state = 'WORKLIST'", Long.class);
	}

	private static String html(String page) {
		return (page.equals("/masuk") ? server.stranger() : server.as(OFFICER)).get(page).body();
	}

	private static long count(String html, String pattern) {
		return Pattern.compile(pattern).matcher(html).results().count();
	}

	private static String css() throws IOException {
		return Files.readString(Path.of("src/main/resources/static/aset/simpul.css"));
	}

	private static Map<String, String> colours() throws IOException {
		Map<String, String> colours = new HashMap<>();
		for (Matcher colour = Pattern.compile("--([\\w-]+): (#[0-9a-f]{3,6});").matcher(css()); colour.find();) {
			colours.put(colour.group(1), colour.group(2));
		}
		return colours;
	}

	/** As WCAG 2.2 counts it. */
	private static double contrast(String one, String other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(String hex) {
		String full = (hex.length() == 4) ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
		return 0.2126 * channel(full, 1) + 0.7152 * channel(full, 3) + 0.0722 * channel(full, 5);
	}

	private static double channel(String hex, int at) {
		double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
