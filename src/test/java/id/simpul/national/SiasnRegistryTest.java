package id.simpul.national;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import id.simpul.national.ReadableRegistry.KnownEntry;
import id.simpul.national.ReadableRegistry.KnownPerson;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The adapter against the words of the contract document, over real HTTP. */
class SiasnRegistryTest {

	private static final String NIP = "199001012015011999";

	private static final KnownPerson PERSON = new KnownPerson("0F0E0D0C0B0A09080706050403020100", null, null);

	private static final String DATA_UTAMA = """
			{"code":1,"message":"success","data":{"id":"0F0E0D0C0B0A09080706050403020100","nipBaru":"199001012015011999",
			"nipLama":"","nama":"CONTOH PEGAWAI","gelarDepan":"","gelarBelakang":"S.Kom.","tglLahir":"01-01-1990",
			"agamaId":"1","jenisKelamin":"M","kedudukanPnsId":"01","kedudukanPnsNama":"Aktif","gajiPokok":"",
			"tglMeninggal":"","email":"lama@contoh.example","noHp":"0811","noTaspen":"TSP-1","path":null}}""";

	private static final String EXPIRED = "{\"message\":\"invalid or expired jwt\"}";

	private final ScriptedSiasn siasn = new ScriptedSiasn();

	private SiasnRegistry registry;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.registry = this.siasn.registry(folder);
	}

	@AfterEach
	void close() {
		this.siasn.close();
	}

	@Test
	void asksForBothTokensAndSendsBothWithEveryCall() {
		this.siasn.tell("pns/data-utama/" + NIP, 200, DATA_UTAMA);
		assertThat(this.registry.find(NIP)).isPresent();
		List<ScriptedSiasn.Asked> asked = this.siasn.asked();
		assertThat(asked.get(0).path()).isEqualTo("/oauth2/token");
		assertThat(asked.get(0).body()).contains("grant_type=client_credentials");
		assertThat(asked.get(0).authorization()).startsWith("Basic ");
		assertThat(asked.get(1).path()).isEqualTo("/sso/token");
		assertThat(asked.get(1).body()).contains("grant_type=password", "client_id=contoh-client",
				"username=username-contoh", "password=password-contoh");
		assertThat(asked.get(1).authorization()).isNull();
		assertThat(asked.get(2).authorization()).isEqualTo("Bearer t1");
		assertThat(asked.get(2).auth()).isEqualTo("bearer t2");
		assertThat(asked.get(2).accept()).contains("application/json");
	}

	@Test
	void aPersonNobodyKnowsIsAnAnswerAndNotAFault() {
		assertThat(this.registry.find(NIP)).isEmpty();
	}

	@Test
	void olderServicesSayTheSameWithStatus200() {
		this.siasn.tell("pns/data-utama/" + NIP, 200,
				"{\"code\":0,\"data\":\"Data tidak ditemukan\",\"message\":\"x\"}");
		assertThat(this.registry.find(NIP)).isEmpty();
	}

	@Test
	void aPartTimerIsLookedForAtTheirOwnPath() {
		this.siasn.tell("pns/data-utama/paruhwaktu/" + NIP, 200, DATA_UTAMA);
		assertThat(this.registry.find(NIP)).get()
			.extracting(KnownPerson::pnsId)
			.isEqualTo("0F0E0D0C0B0A09080706050403020100");
	}

	/** Taken for an empty history, any of these would have everything created again. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			404 | {"code":"404","type":"Status report","message":"Not Found","description":"No such resource"}
			200 | {"code":0,"data":null,"message":"pq: connection refused"}
			200 | {"code":0,"data":"internal error","message":"error"}
			500 | {"code":0,"data":null,"message":"Data sedang diproses"}
			200 | {}
			200 | []
			""")
	void troubleIsNeverTakenForAnEmptyHistory(int status, String body) {
		this.siasn.tell("pns/rw-kursus/" + NIP, status, body);
		assertThatExceptionOfType(Trouble.class).isThrownBy(() -> this.registry.history(PERSON, NIP, Resource.KURSUS));
	}

	@Test
	void readsIdentityAsTheRegistryWritesIt() {
		this.siasn.tell("pns/data-utama/" + NIP, 200, DATA_UTAMA);
		KnownPerson person = this.registry.find(NIP).orElseThrow();
		assertThat(person.pnsId()).isEqualTo("0F0E0D0C0B0A09080706050403020100");
		Resource r = Resource.PEGAWAI;
		assertThat(person.pegawai().date(r.field("tglLahir"))).isEqualTo(LocalDate.of(1990, 1, 1));
		assertThat(person.pegawai().text(r.field("noHp"))).isEqualTo("0811");
		assertThat(person.pegawai().has(r.field("gelarDepan"))).isFalse();
	}

	@Test
	void readsARankWithItsTimestampAndItsPlainDate() {
		this.siasn.tell("pns/rw-golongan/" + NIP, 200,
				"""
						{"code":1,"data":[{"id":"8f00000000000000000000000000aa01","golonganId":"33","golongan":"III/c",
						"pangkat":"Penata","jenisKPId":"101","masaKerjaGolonganTahun":"8","masaKerjaGolonganBulan":"0",
						"skNomor":"800/001/2023","skTanggal":"28-03-2023","tmtGolongan":"2023-04-01T00:00:00Z","path":null}]}""");
		List<KnownEntry> history = this.registry.history(PERSON, NIP, Resource.GOLONGAN);
		assertThat(history).singleElement().satisfies((known) -> {
			assertThat(known.remoteId()).isEqualTo("8f00000000000000000000000000aa01");
			assertThat(known.entry().key()).isEqualTo("2023-04-01|800/001/2023");
			assertThat(known.entry().text(Resource.GOLONGAN.field("golongan"))).isEqualTo("33");
			assertThat(known.entry().date(Resource.GOLONGAN.field("tanggalSk"))).isEqualTo(LocalDate.of(2023, 3, 28));
		});
	}

	@Test
	void readsAppraisalsOfBothRegimesWithTheirCapitalLetters() {
		this.siasn.tell("pns/rw-skp22/" + NIP, 200, """
				{"code":1,"data":[{"id":"a1","tahun":"2023","hasilKinerjaNilai":"2","PerilakuKerjaNilai":"1",
				"KuadranKinerjaNilai":"2","statusPenilai":"ASN","nipNrpPenilai":"197001011995011001"}]}""");
		this.siasn.tell("pns/rw-skp/" + NIP, 200,
				"""
						{"code":1,"data":[{"id":"b1","tahun":"2020","nilairatarata":"85.20","jenisPeraturanKinerjaKd":"PP46"}]}""");
		List<KnownEntry> history = this.registry.history(PERSON, NIP, Resource.KINERJA);
		assertThat(history).extracting((known) -> known.entry().key()).containsExactly("2023|TAHUN", "2020|TAHUN");
		assertThat(history.get(0).entry().text(Resource.KINERJA.field("perilakuKerja"))).isEqualTo("1");
		assertThat(history.get(0).entry().text(Resource.KINERJA.field("predikat"))).isEqualTo("2");
	}

	@Test
	void readsAwardsWhoseIdIsWrittenInCapitals() {
		this.siasn.tell("pns/rw-penghargaan/" + NIP, 200,
				"""
						{"code":1,"data":[{"ID":"p-1","tahun":"2015","skNomor":"KEP/1","skDate":"17-08-2015","hargaId":"201"}]}""");
		assertThat(this.registry.history(PERSON, NIP, Resource.PENGHARGAAN)).extracting(KnownEntry::remoteId)
			.containsExactly("p-1");
	}

	@Test
	void aHistoryThatIsNullOrASentenceIsEmpty() {
		this.siasn.tell("pns/rw-diklat/" + NIP, 200, "{\"code\":1,\"data\":null,\"message\":\"success\"}");
		this.siasn.tell("pns/rw-kursus/" + NIP, 200, "{\"code\":1,\"data\":\"record not found\",\"message\":\"x\"}");
		assertThat(this.registry.history(PERSON, NIP, Resource.DIKLAT)).isEmpty();
		assertThat(this.registry.history(PERSON, NIP, Resource.KURSUS)).isEmpty();
	}

	@Test
	void savesAPositionWithTheKeysOfTheContractAndStrictDates() {
		this.siasn.tell("jabatan/unorjabatan/save", 200,
				"""
						{"success":true,"mapData":{"rwJabatanId":"c0ffee00-1111-11ee-8000-0a580a830001"},"message":"success"}""");
		Entry jabatan = entry(Resource.JABATAN,
				Map.of("jenisJabatan", "2", "jabatanId", "jf-1", "unorId", "unor-1", "namaJabatan", "Analis", "nomorSk",
						"824/1", "tanggalSk", LocalDate.of(2023, 8, 28), "tmtJabatan", LocalDate.of(2023, 9, 1),
						"jenisMutasi", "MJ", "jenisPenugasan", "D"));
		assertThat(this.registry.save(PERSON, jabatan, null, null))
			.isEqualTo(new Reply.Saved("c0ffee00-1111-11ee-8000-0a580a830001"));
		JsonNode body = sent("jabatan/unorjabatan/save");
		assertThat(body.path("id").isNull()).isTrue();
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("id", "pnsId", "instansiId", "instansiIndukId",
				"satuanKerjaId", "unorId", "nomorSk", "jenisJabatan", "eselonId", "jabatanFungsionalId",
				"jabatanFungsionalUmumId", "subJabatanId", "jenisMutasiId", "jenisPenugasanId", "tanggalSk",
				"tmtJabatan", "tmtMutasi", "tmtPelantikan", "path");
		assertThat(body.path("tanggalSk").asString()).isEqualTo("28-08-2023");
		assertThat(body.path("jabatanFungsionalId").asString()).isEqualTo("jf-1");
		assertThat(body.path("jabatanFungsionalUmumId").asString()).isEmpty();
		assertThat(body.path("instansiId").asString()).isEqualTo("instansi-contoh");
		assertThat(body.path("path").isArray()).isTrue();
	}

	/**
	 * A save replaces the whole record, so what we know nothing of goes back as it was.
	 */
	@Test
	void anUpdateHandsBackWhatTheRegistryHoldsBesideOurs() {
		this.siasn.tell("pns/rw-hukdis/" + NIP, 200,
				"""
						{"code":1,"data":[{"id":"hd-1","jenisHukuman":"2","jenisTingkatHukumanId":"R","skNomor":"HD/1",
						"skTanggal":"02-05-2024","hukumanTanggal":"10-05-2024","masaTahun":"0","masaBulan":"6",
						"akhirHukumTanggal":"10-11-2024","nomorPp":"94/2021","alasanHukumanDisiplin":"a-1","golongan":"33",
						"golonganLama":"34","kedudukanHukum":"15","keterangan":"catatan","path":{"882":{"dok_id":"882",
						"dok_nama":"SK Hukdis","dok_uri":"x/882.pdf","object":"x/882.pdf","slug":"882"},"":{"dok_id":""}}}]}""");
		this.siasn.tell("hukdis/save", 200,
				"{\"success\":true,\"mapData\":{\"rwHukdisId\":\"hd-1\"},\"message\":\"success\"}");
		KnownEntry held = this.registry.history(PERSON, NIP, Resource.HUKDIS).get(0);
		Entry ours = entry(Resource.HUKDIS, Map.of("jenisHukuman", "1", "tingkatHukuman", "R", "nomorSk", "HD/1",
				"tanggalSk", LocalDate.of(2024, 5, 2), "tmtHukuman", LocalDate.of(2024, 5, 10)));
		this.registry.save(PERSON, this.registry.outgoing(ours, held), held, null);
		JsonNode body = sent("hukdis/save");
		Map<String, String> expected = Map.of("id", "hd-1", "jenisHukumanId", "1", "alasanHukumanDisiplinId", "a-1",
				"golonganId", "33", "golonganLama", "34", "kedudukanHukumId", "15", "akhirHukumanTanggal", "10-11-2024",
				"masaBulan", "6", "nomorPp", "94/2021", "keterangan", "catatan");
		expected.forEach((key, value) -> assertThat(body.path(key).asString()).as(key).isEqualTo(value));
		assertThat(body.path("path")).hasSize(1);
		assertThat(body.path("path").path(0).path("dok_uri").asString()).isEqualTo("x/882.pdf");
	}

	@Test
	void oneRowWithoutItsListIsAHistoryOfOne() {
		this.siasn.tell("pns/rw-penghargaan/" + NIP, 200,
				"{\"code\":1,\"data\":{\"ID\":\"p-1\",\"tahun\":\"2015\",\"skNomor\":\"KEP/1\",\"hargaId\":\"201\"}}");
		assertThat(this.registry.history(PERSON, NIP, Resource.PENGHARGAAN)).hasSize(1);
	}

	@Test
	void savesACourseWithNumbersAsNumbersAndTheSpellingOfSaves() {
		this.siasn.tell("kursus/save", 200,
				"{\"success\":true,\"mapData\":{\"rwKursusId\":\"k-1\"},\"message\":\"success\"}");
		Entry kursus = entry(Resource.KURSUS, Map.of("jenisDiklat", "9", "namaKursus", "Seminar", "nomorSertifikat",
				"S/1", "tanggalKursus", LocalDate.of(2024, 2, 5), "jumlahJam", 24));
		assertThat(this.registry.save(PERSON, this.registry.outgoing(kursus, null), null, null))
			.isEqualTo(new Reply.Saved("k-1"));
		JsonNode body = sent("kursus/save");
		assertThat(body.path("jumlahJam").isInt()).isTrue();
		assertThat(body.path("tahunKursus").asInt()).isEqualTo(2024);
		assertThat(body.path("nomorSertipikat").asString()).isEqualTo("S/1");
		assertThat(body.path("jenisKursusSertipikat").asString()).isEqualTo("P");
		assertThat(body.path("tanggalSelesaiKursus").asString()).isEmpty();
	}

	@Test
	void anAppraisalsIdComesBackAsABareText() {
		this.siasn.tell("skp22/save", 200, "{\"success\":true,\"mapData\":\"skp-1\",\"message\":\"success\"}");
		Entry kinerja = entry(Resource.KINERJA, Map.of("tahun", 2024, "periode", "TAHUN", "basis", "PERMENPAN6",
				"hasilKerja", "2", "perilakuKerja", "2", "predikat", "2"));
		assertThat(this.registry.save(PERSON, kinerja, new KnownEntry("alt-1", kinerja, Map.of()), null))
			.isEqualTo(new Reply.Saved("skp-1"));
		JsonNode body = sent("skp22/save");
		assertThat(body.path("id").asString()).isEqualTo("alt-1");
		assertThat(body.path("kuadranKinerjaNilai").isInt()).isTrue();
		assertThat(body.path("pnsDinilaiOrang").asString()).isEqualTo(PERSON.pnsId());
	}

	@Test
	void creditPointsGoOutAsTextUnderTheMisspeltKeys() {
		this.siasn.tell("angkakredit/save", 200, "{\"success\":true,\"mapData\":{\"rwAngkaKreditId\":\"ak-1\"}}");
		Entry credit = entry(Resource.ANGKA_KREDIT,
				Map.of("nomorSk", "PAK/1", "tanggalSk", LocalDate.of(2024, 1, 15), "bulanMulai", 1, "tahunMulai", 2023,
						"bulanSelesai", 12, "tahunSelesai", 2023, "kreditTotal", new java.math.BigDecimal("12.500")));
		assertThat(this.registry.save(PERSON, credit, null, "rw-jabatan-1")).isEqualTo(new Reply.Saved("ak-1"));
		JsonNode body = sent("angkakredit/save");
		assertThat(body.path("bulanMulaiPenailan").asString()).isEqualTo("1");
		assertThat(body.path("kreditBaruTotal").asString()).isEqualTo("12.5");
		assertThat(body.path("rwJabatanId").asString()).isEqualTo("rw-jabatan-1");
		assertThat(body.path("isKonversi").asString()).isEqualTo("0");
	}

	@Test
	void contactDataGoesOutWholeWithWhatTheRegistryHeldOfTheRest() {
		this.siasn.tell("pns/data-utama/" + NIP, 200, DATA_UTAMA);
		this.siasn.tell("pns/data-utama-update", 200, "{\"code\":1,\"message\":\"success\"}");
		Entry pegawai = entry(Resource.PEGAWAI, Map.of("nip", NIP, "email", "baru@contoh.example"));
		assertThat(this.registry.save(this.registry.find(NIP).orElseThrow(), pegawai, null, null))
			.isInstanceOf(Reply.Saved.class);
		JsonNode body = sent("pns/data-utama-update");
		assertThat(body.path("pns_orang_id").asString()).isEqualTo(PERSON.pnsId());
		assertThat(body.path("email").asString()).isEqualTo("baru@contoh.example");
		assertThat(body.path("nomor_hp").asString()).isEqualTo("0811");
		assertThat(body.path("taspen_nomor").asString()).isEqualTo("TSP-1");
		assertThat(body.path("agama_id").asString()).isEqualTo("1");
	}

	@Test
	void rankEducationAndOldAppraisalsAreNeverWritten() {
		assertThat(this.registry.accepts(entry(Resource.GOLONGAN, Map.of()))).isFalse();
		assertThat(this.registry.accepts(entry(Resource.PENDIDIKAN, Map.of()))).isFalse();
		assertThat(this.registry.accepts(entry(Resource.KINERJA, Map.of("tahun", 2021)))).isFalse();
		assertThat(this.registry.accepts(entry(Resource.KINERJA, Map.of("tahun", 2022)))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"success":false,"mapData":null,"message":"Jabatan tidak ditemukan"}|200
			{"success":false,"mapData":null,"message":"Jabatan tidak ditemukan"}|400
			{"code":0,"data":null,"message":"2 errors occurred: * UnorID is required * NomorSk is required"}|200
			""")
	void aRefusalIsARefusalWhateverItsStatus(String body, int status) {
		this.siasn.tell("penghargaan/save", status, body);
		assertThat(this.registry.save(PERSON, award(), null, null)).isInstanceOf(Reply.Refused.class);
	}

	@Test
	void aRefusalsWordsLoseThePersonsNumber() {
		this.siasn.tell("penghargaan/save", 200, "{\"success\":false,\"message\":\"NIP " + NIP + " tidak valid\"}");
		assertThat(this.registry.save(PERSON, award(), null, null)).isEqualTo(new Reply.Refused("NIP … tidak valid"));
	}

	@Test
	void anExpiredTokenIsRenewedOnceAndTheCallMadeAgain() {
		this.siasn.tell("penghargaan/save", 401, EXPIRED);
		this.siasn.tell("penghargaan/save", 200, "{\"success\":true,\"mapData\":{\"rwPenghargaanId\":\"h-1\"}}");
		assertThat(this.registry.save(PERSON, award(), null, null)).isEqualTo(new Reply.Saved("h-1"));
		assertThat(this.siasn.asked("penghargaan/save")).hasSize(2);
		assertThat(this.siasn.asked("penghargaan/save").get(1).authorization()).isEqualTo("Bearer t3");
	}

	@Test
	void credentialsThatStayRefusedRestTheInstansiAndWriteNothing() {
		this.siasn.tell("penghargaan/save", 401, EXPIRED);
		assertThat(this.registry.save(PERSON, award(), null, null)).isInstanceOfSatisfying(Reply.NotSaved.class,
				(reply) -> assertThat(reply.trouble().rule()).isEqualTo("KREDENSIAL_DITOLAK"));
		assertThat(this.siasn.asked("penghargaan/save")).hasSize(2);
	}

	@Test
	void aLostAnswerIsUnknownAndNeverSentTwice() {
		this.siasn.hangUp("penghargaan/save");
		assertThat(this.registry.save(PERSON, award(), null, null)).isInstanceOf(Reply.Unknown.class);
		assertThat(this.siasn.asked("penghargaan/save")).hasSize(1);
	}

	@Test
	void aPageInsteadOfAnAnswerIsUnknownForAWriteAndAnOutageForARead() {
		this.siasn.tell("penghargaan/save", 200, "text/html", "<html>Pemeliharaan</html>", Map.of());
		this.siasn.tell("pns/rw-kursus/" + NIP, 200, "text/html", "<html>Pemeliharaan</html>", Map.of());
		assertThat(this.registry.save(PERSON, award(), null, null)).isInstanceOfSatisfying(Reply.Unknown.class,
				(reply) -> assertThat(reply.trouble().rule()).isEqualTo("JAWABAN_BUKAN_JSON"));
		assertThatExceptionOfType(Trouble.class).isThrownBy(() -> this.registry.history(PERSON, NIP, Resource.KURSUS))
			.satisfies((fault) -> assertThat(fault.rule()).isEqualTo("JAWABAN_BUKAN_JSON"));
	}

	@Test
	void aSuspendedBackEndIsAnOutageAndNotATokenFault() {
		this.siasn.tell("penghargaan/save", 503, """
				{"code":"303001","type":"Status report","message":"Runtime Error",
				"description":"Currently , Address endpoint : [ Name : x ] [ State : SUSPENDED ]"}""");
		assertThat(this.registry.save(PERSON, award(), null, null)).isInstanceOfSatisfying(Reply.NotSaved.class,
				(reply) -> assertThat(reply.trouble().rule()).isEqualTo("REGISTRI_DITANGGUHKAN"));
		assertThat(this.siasn.asked("penghargaan/save")).hasSize(1);
	}

	@Test
	void aRuntimeErrorWithoutASuspendedBackEndIsAStaleSession() {
		this.siasn.tell("pns/rw-kursus/" + NIP, 500, """
				{"code":"303001","type":"Status report","message":"Runtime Error","description":"Unexpected"}""")
			.tell("pns/rw-kursus/" + NIP, 200, "{\"code\":1,\"data\":[],\"message\":\"success\"}");
		assertThat(this.registry.history(PERSON, NIP, Resource.KURSUS)).isEmpty();
		assertThat(this.siasn.asked().stream().filter((one) -> one.path().endsWith("/token"))).hasSize(4);
	}

	@Test
	void throttlingRestsForAsLongAsTheServiceSays() {
		this.siasn.tell("penghargaan/save", 429, "application/json", "{\"code\":\"900800\",\"message\":\"throttled\"}",
				Map.of("Retry-After", "7"));
		assertThat(this.registry.save(PERSON, award(), null, null)).isInstanceOfSatisfying(Reply.NotSaved.class,
				(reply) -> assertThat(reply.trouble().again()).hasSeconds(7));
	}

	@Test
	void theCurrentPositionIsRecomputedByTheSyncCall() {
		this.siasn.tell("pns/data-utama-jabatansync", 200, "{\"Error\":\"false\",\"Message\":\"ok\"}");
		assertThat(this.registry.refresh(PERSON)).isTrue();
		assertThat(this.siasn.asked("pns/data-utama-jabatansync").get(0).path())
			.endsWith("?pns_orang_id=" + PERSON.pnsId());
	}

	private JsonNode sent(String path) {
		List<ScriptedSiasn.Asked> asked = this.siasn.asked(path);
		assertThat(asked).hasSize(1);
		assertThat(asked.get(0).method()).isEqualTo("POST");
		return JsonMapper.shared().readTree(asked.get(0).body());
	}

	private static Entry award() {
		return entry(Resource.PENGHARGAAN, Map.of("jenisPenghargaan", "201", "tahun", 2015, "nomorSk", "KEP/1",
				"tanggalSk", LocalDate.of(2015, 8, 17)));
	}

	private static Entry entry(Resource resource, Map<String, Object> values) {
		Object[] all = new Object[resource.fields().size()];
		values.forEach((field, value) -> all[resource.field(field).index()] = value);
		return new Entry(resource, all, null);
	}

	/** A client that repeats a read by itself calls twice as often as the pace allows. */
	@Test
	void aCallThatFindsNoAnswerIsMadeOnce() {
		this.siasn.hangUp("pns/data-utama/" + NIP);
		assertThatExceptionOfType(Trouble.class).isThrownBy(() -> this.registry.find(NIP));
		assertThat(this.siasn.asked("pns/data-utama/")).hasSize(1);
	}

}
