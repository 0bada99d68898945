package id.simpul.national;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

import id.simpul.change.Redrives;
import id.simpul.national.ReadableRegistry.KnownPerson;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Resource;
import id.simpul.simulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** The registry has a mind of its own: others write there, and its code lists change. */
class RegistryMovesTest {

	private Bureau bureau;

	private Path folder;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.folder = folder;
		this.bureau = Bureau.open(folder, Duration.ofSeconds(2), Duration.ofMillis(50));
		this.bureau.known(1);
	}

	@AfterEach
	void close() {
		this.bureau.close();
	}

	@Test
	void anUnknownCodeIsRefusedInTheRegistrysWordsAndGoesOutAgainWhenItIsKnown() {
		this.bureau.simulator()
			.registry()
			.reference("jabatan-fungsional-umum", Map.of("id", "jfu-9", "nama", "Pengelola Lain"));
		this.bureau.accept(Map.of(1, List.of(Bureau.jabatan(1))));
		this.bureau.deliver(3);
		assertThat(this.bureau.state(1, Resource.JABATAN)).startsWith("REFUSED");
		assertThat(this.bureau.jdbc()
			.queryForObject("select answer_text from outbox where resource = 'jabatan'", String.class))
			.isEqualTo("Jabatan fungsional umum tidak ditemukan di tabel referensi");
		this.bureau.simulator()
			.registry()
			.reference("jabatan-fungsional-umum", Map.of("id", "jfu-1", "nama", "Pengelola Data"));
		long id = this.bureau.jdbc().queryForObject("select id from outbox where resource = 'jabatan'", Long.class);
		Redrives redrives = new Redrives(this.bureau.database(), new JdbcTransactionManager(this.bureau.database()),
				Clock.systemUTC());
		for (int again = 0; again < 2; again++) {
			redrives.redrive(Bureau.KODE, Redrives.Selection.of(java.util.Set.of(id)), Redrives.Content.values()[0],
					"operator", "tabel referensi dilengkapi");
		}
		this.bureau.deliver(3);
		assertThat(this.bureau.state(1, Resource.JABATAN)).startsWith("ACKED");
		assertThat(this.bureau.saves(1, "jabatan")).hasSize(1);
	}

	/** Another hand writes the entry, with the same right as ours. */
	private void somebodyElseSaves(int jam) {
		SiasnSettings settings = this.bureau.settings();
		SiasnTokens tokens = new SiasnTokens(settings, this.folder.resolve("rahasia").resolve(Bureau.KODE),
				Clock.systemUTC());
		SiasnRegistry registry = new SiasnRegistry(new SiasnClient(settings, tokens, Clock.systemUTC()),
				new SiasnShapes(CodeLists.bundled()), "instansi-contoh", "satuan-contoh");
		KnownPerson person = registry.find(Bureau.nip(1)).orElseThrow();
		var held = registry.history(person, Bureau.nip(1), Resource.KURSUS).get(0);
		assertThat(registry.save(person, registry.outgoing(Bureau.kursus(1, jam), held), held, null))
			.isInstanceOf(Reply.Saved.class);
	}

	@Test
	void aValueThatIsNewerThereIsLeftToAPerson() {
		this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 5))));
		this.bureau.deliver(2);
		somebodyElseSaves(9);
		this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 6))));
		this.bureau.deliver(2);
		assertThat(this.bureau.state(1, Resource.KURSUS)).isEqualTo("WORKLIST KONFLIK_SIASN");
		assertThat(this.bureau.simulator().registry().rows(Bureau.pnsId(1), "kursus")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("jumlahJam", "9"));
	}

	/** It was changed there while ours was on its way, and the registry says so. */
	@Test
	void aConflictThatTheRegistryTellsIsReadAndLeftToAPerson() {
		this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 5))));
		this.bureau.deliver(2);
		for (int status : new int[] { 409, 412 }) {
			int ours = status - 400;
			this.bureau.simulator()
				.faults()
				.add(Fault.status(status, "{\"message\":\"Conflict\"}").path("/kursus/save").times(1));
			this.bureau.accept(Map.of(1, List.of(Bureau.kursus(1, ours))));
			this.bureau.drain();
			assertThat(this.bureau.state(1, Resource.KURSUS)).startsWith("AMBIGUOUS");
			somebodyElseSaves(status);
			this.bureau.deliver(3);
			assertThat(this.bureau.state(1, Resource.KURSUS)).isEqualTo("WORKLIST KONFLIK_SIASN");
			assertThat(this.bureau.simulator().registry().rows(Bureau.pnsId(1), "kursus")).singleElement()
				.satisfies((row) -> assertThat(row).containsEntry("jumlahJam", "" + status));
		}
	}

	/**
	 * It keeps names in capitals and cuts them: no reason to send them again and again.
	 */
	@Test
	void whatTheRegistryChangesIsNotSentToAndFro(@TempDir Path other) throws Exception {
		String row = """
				{"code":1,"data":[{"id":"k-1","jenisDiklatId":"9","namaKursus":"%s","noSertipikat":"S/1",
				"tanggalKursus":"05-02-2024","tahunKursus":"2024","jumlahJam":"%d","institusiPenyelenggara":""}]}""";
		for (String kept : List.of("SEMINAR  NASIONAL TATA KELOLA ", "Seminar Nasional")) {
			Bureau.Scripted scripted = Bureau.scripted(other.resolve(kept.strip()));
			try (scripted) {
				String history = "pns/rw-kursus/" + Bureau.nip(1);
				scripted.siasn().tell("pns/data-utama/" + Bureau.nip(1), 200, """
						{"code":1,"data":{"id":"PNS-001","nipBaru":"%s","nama":"CONTOH PEGAWAI",
						"tglLahir":"01-01-1990","jenisKelamin":"M","kedudukanPnsId":"01"}}""".formatted(Bureau.nip(1)));
				scripted.siasn()
					.tell("kursus/save", 200,
							"{\"success\":true,\"mapData\":{\"rwKursusId\":\"k-1\"},\"message\":\"success\"}");
				Bureau bureau = scripted.bureau();
				bureau.accept(Map.of(1, List.of(Bureau.kursus(1, 5, "Seminar Nasional Tata Kelola"))));
				bureau.deliver(2);
				for (int jam = 6; jam < 9; jam++) {
					scripted.siasn().tellInstead(history, 200, row.formatted(kept, jam - 1));
					bureau.restart();
					bureau.accept(Map.of(1, List.of(Bureau.kursus(1, jam, "Seminar Nasional Tata Kelola"))));
					bureau.deliver(4);
					bureau.deliver(4);
				}
				assertThat(scripted.siasn().asked("kursus/save")).as("one push a version at most: %s", kept)
					.hasSizeLessThanOrEqualTo(4);
			}
		}
	}

}
