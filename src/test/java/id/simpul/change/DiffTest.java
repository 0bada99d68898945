package id.simpul.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;

import static id.simpul.change.People.golongan;
import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.pegawai;
import static id.simpul.change.People.with;
import static org.assertj.core.api.Assertions.assertThat;

class DiffTest {

	@Test
	void takesEverythingOfANewPersonForAdded() {
		Diff diff = Diff.between(null, Document.of(List.of(pegawai(1), jabatan(1, "Analis"))));
		assertThat(diff.added()).containsExactly(pegawai(1), jabatan(1, "Analis"));
		assertThat(diff.size()).isEqualTo(2);
	}

	@Test
	void tellsAddedChangedAndGoneApartByTheBusinessKey() {
		Document older = Document
			.of(List.of(pegawai(1), jabatan(1, "Analis"), jabatan(2, "Analis"), golongan(1, "31")));
		Document newer = Document
			.of(List.of(pegawai(1), jabatan(1, "Arsiparis"), jabatan(3, "Analis"), golongan(1, "31")));
		Diff diff = Diff.between(older, newer);
		assertThat(diff.added()).containsExactly(jabatan(3, "Analis"));
		assertThat(diff.changed()).containsExactly(jabatan(1, "Arsiparis"));
		assertThat(diff.before()).containsExactly(jabatan(1, "Analis"));
		assertThat(diff.gone()).containsExactly(jabatan(2, "Analis"));
		assertThat(diff.size()).as("what is gone is no change").isEqualTo(2);
	}

	@Test
	void takesAKeyTypedDifferentlyForTheSameEntryWithOtherContent() {
		Document older = Document.of(List.of(pegawai(1), with(jabatan(1, "Analis"), "nomorSk", "821/a  1")));
		Document newer = Document.of(List.of(pegawai(1), with(jabatan(1, "Analis"), "nomorSk", "821/A 1")));
		Diff diff = Diff.between(older, newer);
		assertThat(diff.changed()).hasSize(1);
		assertThat(diff.added()).isEmpty();
		assertThat(diff.gone()).isEmpty();
	}

	@Test
	void saysWhichNewestEntryIsLostWhileOlderOnesAreThere() {
		Entry older = kinerja(2023);
		Entry newer = kinerja(2024);
		assertThat(diff(List.of(older, newer), List.of(older)).newestLost()).isEqualTo(newer);
		assertThat(diff(List.of(older, newer), List.of(newer)).newestLost()).as("the newest is there").isNull();
		assertThat(diff(List.of(older, newer), List.of()).newestLost()).as("cut short, not old").isNull();
		assertThat(diff(List.of(older, newer), List.of(older, kinerja(2025))).newestLost()).isNull();
		assertThat(diff(List.of(older), List.of(older, newer)).newestLost()).isNull();
		assertThat(diff(List.of(newer), List.of(older)).newestLost()).as("one row a person").isEqualTo(newer);
	}

	@Test
	void seesAnEntryWhoseOwnDateWentBack() {
		Entry now = with(golongan(1, "31"), "tanggalSk", LocalDate.of(2024, 3, 1));
		Entry then = with(golongan(1, "31"), "tanggalSk", LocalDate.of(2012, 3, 1));
		assertThat(diff(List.of(now), List.of(then)).newestLost()).isEqualTo(now);
		assertThat(diff(List.of(then), List.of(now)).newestLost()).isNull();
	}

	@Test
	void takesNoDateOfAnIdentityForTheTimeOfAFile() {
		Document older = Document.of(List.of(with(pegawai(1), "tmtPns", LocalDate.of(2024, 1, 1))));
		Document newer = Document.of(List.of(with(pegawai(1), "tmtPns", LocalDate.of(2014, 1, 1))));
		assertThat(Diff.between(older, newer).newestLost()).isNull();
	}

	private static Diff diff(List<Entry> before, List<Entry> after) {
		return Diff.between(document(before), document(after));
	}

	private static Document document(List<Entry> histories) {
		List<Entry> entries = new ArrayList<>(histories);
		entries.add(pegawai(1));
		return Document.of(entries);
	}

	private static Entry kinerja(int year) {
		return People.entry(Resource.KINERJA, "tahun", year, "periode", "T", "predikat", "2");
	}

	@Test
	void findsNothingBetweenADocumentAndItsStoredForm() {
		Document document = Document.of(List.of(pegawai(1), jabatan(1, "Analis")));
		Diff diff = Diff.between(Document.parse(document.json()), document);
		assertThat(diff.size()).isZero();
		assertThat(diff.gone()).isEmpty();
	}

}
