package id.simpul.change;

import java.util.List;

import org.junit.jupiter.api.Test;

import id.simpul.pegawai.Document;

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
	void findsNothingBetweenADocumentAndItsStoredForm() {
		Document document = Document.of(List.of(pegawai(1), jabatan(1, "Analis")));
		Diff diff = Diff.between(Document.parse(document.json()), document);
		assertThat(diff.size()).isZero();
		assertThat(diff.gone()).isEmpty();
	}

}
