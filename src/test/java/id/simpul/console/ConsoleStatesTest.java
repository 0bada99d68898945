package id.simpul.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import id.simpul.report.Province;

import static id.simpul.console.ConsoleServer.ADMIN;
import static id.simpul.console.ConsoleServer.LOST;
import static id.simpul.console.ConsoleServer.OFFICER;
import static id.simpul.console.ConsoleServer.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Every state that a page can be in, in both languages. */
class ConsoleStatesTest {

	private static ConsoleServer server;

	@BeforeAll
	static void open() {
		server = new ConsoleServer();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@BeforeEach
	void forgetEveryRun() {
		server.clear();
	}

	@Test
	void beforeTheFirstRunEveryPageSaysWhatToDoNext() {
		assertSays(OFFICER, "/", "0 dari 18 instansi tepat waktu", "0 of 18 agencies on time");
		assertSays(OFFICER, "/", "18 belum mulai", "18 not started");
		assertSays(OFFICER, "/", "pilih Jalankan sekarang pada halaman instansi",
				"choose Run now on the page of an agency");
		assertSays(OFFICER, "/masalah", "Belum ada data yang dibaca utuh</h1>", "No data has been read whole yet</h1>");
		assertSays(OFFICER, "/instansi/16.71", "Belum pernah dibaca.", "Never read.");
		assertSays(OFFICER, "/instansi/16.71", "Belum ada putaran.", "No runs yet.");
		assertSays(OFFICER, "/kiriman", "Tidak ada kiriman yang menunggu jawaban", "No delivery waits for an answer");
		assertSays(OPERATOR, "/masalah", "minta BKD menjalankannya", "ask the BKD to start one");
		assertSays(OPERATOR, "/instansi/16.71", "minta BKD menjalankannya", "ask the BKD to start one");
		for (String page : List.of("/", "/masalah", "/instansi/16.71")) {
			assertThat(server.as(OFFICER).page(page)).as(page).doesNotContain("Tidak ada masalah pada bacaan terakhir");
			assertThat(server.as(OFFICER).page(page + "?bahasa=en")).as(page).doesNotContain("No problems");
		}
	}

	@Test
	void anOperatorWithoutInstansiIsToldSo() {
		assertSays(LOST, "/", "Belum ada instansi pada akun ini", "No agency belongs to this account");
		assertSays(LOST, "/masalah", "Belum ada data yang dibaca utuh", "No data has been read whole yet");
		assertSays(LOST, "/kiriman", "Tidak ada kiriman", "No delivery");
	}

	@Test
	void aWholeReadingWithoutFindingsSaysThatNothingIsWrong() {
		server.province.done("16.71", 0, 1200, 0);
		assertSays(OFFICER, "/masalah", "Tidak ada masalah pada bacaan terakhir</h1>",
				"No problems in the latest reading</h1>");
		assertSays(OPERATOR, "/", "Kota Palembang tepat waktu", "Kota Palembang is on time");
		assertSays(OPERATOR, "/instansi/16.71", "Tidak ada masalah pada bacaan terakhir.",
				"No problems in the latest reading.");
	}

	@Test
	void whenAllAreOnTimeTheSentenceSaysSo() {
		Province.INSTANSI.all().forEach((one) -> server.province.done(one.kode(), 0, 100, 0));
		assertSays(OFFICER, "/", "Semua 18 instansi tepat waktu", "All 18 agencies on time");
		assertSays(OFFICER, "/", "Tidak ada yang menunggu tindakan.", "Nothing waits for anybody.");
	}

	@Test
	void aFirstRunUnderWayRenewsItsPage() {
		server.province.running("16.71", "petugas");
		assertSays(OFFICER, "/instansi/16.71", "Sedang dibaca, dimulai 20 menit lalu",
				"Being read, started 20 min ago");
		assertSays(OFFICER, "/instansi/16.71", "data-segar=\"5\"", "data-segar=\"5\"");
		assertSays(OFFICER, "/", "halaman ini memperbarui diri", "this page renews itself");
	}

	@Test
	void aFailureStandsWithItsCauseRemedyAndWhoMendsIt() {
		server.province.failed("16.71", 0, "SUMBER_TIDAK_TERSAMBUNG", "simpeg");
		assertSays(OFFICER, "/instansi/16.71", "Sumber data simpeg tidak dapat dibuka",
				"Source simpeg cannot be opened");
		assertSays(OFFICER, "/instansi/16.71", "Periksa apakah server menyala", "Check that the server is up");
		assertSays(OFFICER, "/instansi/16.71", "Tindakan: admin TI.", "To be done by: IT admin.");
		assertSays(OFFICER, "/", "1 gagal", "1 failed");
	}

	@Test
	void aFailureThatNobodyDescribedYetIsStillSaidInWords() {
		server.province.failed("16.71", 0, "SEBAB_YANG_BARU", "");
		assertSays(OFFICER, "/instansi/16.71", "Sebab yang baru", "Sebab yang baru");
		assertSays(OFFICER, "/instansi/16.71", "Sampaikan kepada admin TI", "Tell the IT admin");
	}

	@Test
	void lateAndStaleSayWhatToCheck() {
		server.province.done("16.71", 5, 1200, 5);
		assertSays(OPERATOR, "/instansi/16.71", "Satu jadwal terlewat tanpa data baik", "One scheduled run passed");
		server.clear();
		server.province.done("16.71", 50, 1200, 5);
		server.province.done("16.71", 0, 1200, 0);
		assertSays(OPERATOR, "/instansi/16.71", "tidak berubah lebih dari lima minggu",
				"not changed for more than five weeks");
	}

	@Test
	void aRegistryThatRestsSaysWhyAndUntilWhen() {
		server.province.done("16.11", 0, 1200, 24);
		assertSays(OFFICER, "/instansi/16.11", "Tidak ada yang perlu dikerjakan instansi",
				"The agency has nothing to do");
		assertSays(OFFICER, "/instansi/16.11", "24/11/2026 08.50", "24/11/2026 08:50");
		assertSays(OFFICER, "/", "Pengiriman berhenti sementara untuk 1 instansi",
				"Sending rests; agencies concerned: 1");
	}

	@Test
	void howLongItMayTakeIsSaidWhereThereIsAPaceToGoBy() {
		server.province.done("16.11", 0, 1200, 24);
		assertSays(OFFICER, "/instansi/16.11",
				"Kira-kira 2 jam lagi sampai tidak ada yang menunggu, bila lajunya tetap.",
				"About 2 h until nothing waits, at the present pace.");
		assertSays(OFFICER, "/instansi/16.11", "Terhalang di BKN: SIASN sedang terganggu", "Held up at BKN: ");
		assertSays(OFFICER, "/instansi/16.11", "Sejak 24/11/2026 06.30 (2 jam lalu).",
				"Since 24/11/2026 06:30 (2 h ago).");
		assertSays(OFFICER, "/instansi/16.11", "7 perubahan menunggu; tidak ada yang hilang.",
				"7 changes wait; nothing is lost.");
		assertSays(OFFICER, "/", "Kira-kira 2 jam lagi", "About 2 h");
		server.province.done("16.71", 0, 1200, 24);
		assertSays(OFFICER, "/instansi/16.71", "Tepat waktu", "On time");
		assertThat(server.as(OFFICER).page("/instansi/16.71")).as("no pace, no figure").doesNotContain("About");
	}

	@Test
	void anOutageOfEverybodyIsSaidOnceAndNotOncePerInstansi() {
		Province.INSTANSI.all().forEach((one) -> server.province.done(one.kode(), 0, 100, 24));
		server.province.outage(null, "REGISTRI_TERGANGGU", Duration.ofHours(3), null);
		for (Viewer viewer : List.of(OFFICER, ADMIN, OPERATOR)) {
			assertSays(viewer, "/", "Terhalang di BKN untuk semua instansi: SIASN sedang terganggu",
					"Held up at BKN for all agencies: ");
			assertSays(viewer, "/", "Sejak 24/11/2026 05.30 (3 jam lalu).", "Since 24/11/2026 05:30 (3 h ago).");
			String page = server.as(viewer).page("/?bahasa=id");
			assertThat(page.split("SIASN sedang terganggu", -1)).as("once").hasSize(2);
			assertThat(page).doesNotContain("terlambat</span>", "gagal</span>", "Pengiriman berhenti sementara untuk")
				.contains("Tidak ada yang menunggu tindakan.", "Belum melayani siapa pun");
		}
		assertSays(OFFICER, "/", "18 menunggu pusat", "18 waiting for the registry");
		assertSays(OFFICER, "/", "126 perubahan menunggu; tidak ada yang hilang.",
				"126 changes wait; nothing is lost.");
		assertSays(OPERATOR, "/", "7 perubahan menunggu; tidak ada yang hilang.", "7 changes wait; nothing is lost.");
		assertSays(OFFICER, "/instansi/16.71", "Sedang dicoba lagi.", "Being tried now.");
		server.province.jdbc().update("update outage set ended_at = began_at");
		assertThat(server.as(OFFICER).page("/?bahasa=id")).doesNotContain("Terhalang di BKN untuk semua instansi");
	}

	@Test
	void outagesAreListedWithTheirLengthToWhomTheyConcern() {
		server.province.outage("16.04", "AKSES_DITOLAK", Duration.ofHours(5), null);
		server.province.outage(null, "REGISTRI_TIDAK_TERJANGKAU", Duration.ofHours(30), Duration.ofHours(24));
		assertSays(OFFICER, "/kiriman", "Gangguan registri", "Outages of the registry");
		assertSays(OFFICER, "/kiriman", "masih berlangsung", "not over yet");
		assertSays(OFFICER, "/kiriman", "SIASN menolak akses", "5 h");
		assertSays(OPERATOR, "/kiriman", "SIASN tidak terjangkau", "6 h");
		assertThat(server.as(OPERATOR).page("/kiriman?bahasa=id")).doesNotContain("SIASN menolak akses", "Lahat");
		server.province.jdbc().update("delete from outage");
		assertThat(server.as(OFFICER).page("/kiriman?bahasa=id")).doesNotContain("Gangguan registri");
	}

	@Test
	void aPlanHeldByANewColumnNamesTheColumn() {
		long run = hold();
		Map<String, String> reasons = new LinkedHashMap<>();
		server.province.jdbc().update("insert into hold values (?, 'HILANG', null, 400, 1200, 5.00)", run);
		server.province.jdbc().update("insert into hold values (?, 'BARU', null, 400, 0, 5.50)", run);
		server.province.jdbc().update("insert into hold values (?, 'KOLOM', 'jabatan.unorId', 400, 1200, 10.00)", run);
		reasons.put("400 dari 1.200 pegawai tidak tampak lagi", "400 of 1,200 people are no longer in the source");
		reasons.put("400 pegawai belum pernah ada", "400 people were never seen before");
		reasons.put("berubah pada 400 dari 1.200 pegawai", "changed in 400 of 1,200 people");
		reasons.forEach((id, en) -> assertSays(OFFICER, "/instansi/16.71", id, en));
		assertThat(server.as(OFFICER).page("/instansi/16.71")).doesNotContain("unorId");
	}

	@Test
	void anOperatorSeesAHeldPlanWithoutTheButtons() {
		hold();
		assertSays(OPERATOR, "/instansi/16.71", "sampai dua orang melepasnya", "until two people release");
		assertThat(server.as(OPERATOR).page("/instansi/16.71")).doesNotContain("/rencana/");
	}

	@Test
	void anAdminMaySpeakForAPlanAsAnOfficerMay() {
		hold();
		assertSays(ADMIN, "/instansi/16.71", "Setujui pelepasan (1 dari 2)", "Agree to release (1 of 2)");
	}

	@Test
	void aPlanAfterWhichARunFailedStillWaits() {
		hold();
		server.province.failed("16.71", 0, "SUMBER_TERPUTUS", "pegawai");
		assertSays(OFFICER, "/instansi/16.71", "Rencana ditahan", "Plan held");
		assertSays(OFFICER, "/instansi/16.71", "Sambungan terputus", "The connection broke");
	}

	@Test
	void booksThatDoNotCloseNameTheInstansi() {
		long run = server.province.done("16.71", 0, 1200, 24);
		server.province.jdbc().update("update balance set closes = false where run_id = ? and line = 'ROWS'", run);
		assertSays(OFFICER, "/", "Tidak tutup", "Does not close");
		assertSays(OFFICER, "/", "Ada selisih pada:", "A gap at:");
		assertSays(OFFICER, "/instansi/16.71", "Tidak tutup", "Does not close");
	}

	@Test
	void aPlanPutAsideStaysInTheHistoryWithItsReason() {
		server.province.done("16.71", 1, 1200, 5);
		long aside = server.province.done("16.71", 0, 1200, 0);
		server.province.jdbc()
			.update("update run set state = 'DISCARDED', cause = 'RENCANA_DIGANTI' where id = ?", aside);
		assertSays(OFFICER, "/instansi/16.71", "Dikesampingkan", "Put aside");
	}

	@Test
	void aLongHistoryIsPagedAndLeadsBack() {
		for (int day = 30; day >= 0; day--) {
			server.province.done("16.71", day, 1200, 5);
		}
		String first = server.as(OFFICER).page("/instansi/16.71");
		assertThat(first).contains("Lebih lama").doesNotContain("Ke yang terbaru");
		long id = server.province.jdbc().queryForObject("select max(id) from run", Long.class);
		assertSays(OFFICER, "/instansi/16.71?sebelum=" + (id - 11), "Ke yang terbaru", "To the latest");
	}

	@Test
	void aFilterThatFindsNothingSaysWhatToChoose() {
		server.province.done("16.71", 0, 1200, 24);
		assertSays(OFFICER, "/kiriman?status=ditolak", "Pilih keadaan atau instansi lain",
				"Choose another state or agency");
	}

	@Test
	void whatIsBeingPreparedIsCountedAndSaidToBeMissingFromTheList() {
		server.province.done("16.71", 0, 1200, 24);
		assertSays(OFFICER, "/kiriman", "sedang disiapkan", "are being prepared");
	}

	@Test
	void everyStateOfADeliveryHasItsShelf() {
		long run = server.province.done("16.71", 0, 1200, 240);
		int number = 0;
		for (String state : List.of("READY", "SENT", "RETRY", "AMBIGUOUS", "ACKED", "ADOPTED", "WORKLIST", "REFUSED",
				"PARKED", "SUPERSEDED")) {
			server.province.delivery("16.71", run, state, number++);
		}
		for (Shelf shelf : Shelf.values()) {
			String page = "/kiriman?status=" + shelf.slug();
			assertThat(server.as(OFFICER).page(page)).as(page).contains("tanda-keadaan s-" + shelf.name());
			assertThat(server.as(OFFICER).page(page + "&bahasa=en")).as(page).doesNotContain("??");
		}
		assertSays(OFFICER, "/kiriman?status=ditindak", "Berbeda pada:", "Differs in:");
		assertSays(OFFICER, "/kiriman?status=antre", "Dicoba lagi 24/11/2026 08.40", "Tried again 24/11/2026 08:40");
	}

	@Test
	void timesAreSaidInTheZoneOfTheInstansi() {
		server.province.done("16.71", 0, 1200, 5);
		assertSays(OPERATOR, "/", "Selasa, 24 November 2026 pukul 08.30 WIB", "Tuesday, 24 November 2026 at 08:30 WIB");
		assertThat(Province.NOW.plus(Duration.ofHours(7))).hasToString("2026-11-24T08:30:00Z");
	}

	private static long hold() {
		long run = server.province.done("16.71", 0, 1200, 0);
		server.province.jdbc().update("update run set state = 'HELD', held = 400, unchanged = unchanged - 400");
		return run;
	}

	private static void assertSays(Viewer viewer, String page, String indonesian, String english) {
		String and = page.contains("?") ? "&" : "?";
		String id = server.as(viewer).page(page + and + "bahasa=id");
		String en = server.as(viewer).page(page + and + "bahasa=en");
		assertThat(id).as(page).contains(indonesian).doesNotContain("??");
		assertThat(en).as(page).contains(english).doesNotContain("??");
		ConsoleTest.assertHarmless(id);
		ConsoleTest.assertHarmless(en);
	}

}
