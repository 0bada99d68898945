package id.simpul.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DuplicateKeyException;

import id.simpul.pegawai.Document;
import id.simpul.source.Run;
import id.simpul.validation.JudgedBatch;
import id.simpul.validation.JudgedPerson;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.kunci;
import static id.simpul.change.People.pegawai;
import static id.simpul.change.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentsTest {

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void givesBackByteForByteWhatWasStored(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Documents documents = new Documents(office.jdbc);
			Document document = Document.of(List.of(pegawai(1), jabatan(1, "Penata \u2013 \u00e9\u4e2d \"a\\b\"")));
			documents.add(Office.KODE, 7, List.of(proposal(1, 1, document)));
			Document stored = documents.load(Office.KODE, Map.of(kunci(1), 1)).get(kunci(1));
			assertThat(stored.json()).isEqualTo(document.json());
			assertThat(stored.entries()).isEqualTo(document.entries());
			Head head = documents.heads(Office.KODE, 8, List.of(kunci(1), kunci(2))).get(kunci(1));
			assertThat(head.hash()).isEqualTo(document.hash()).hasSize(32);
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void givesTheLatestHeadBeforeARunAndNeverAnotherInstansis(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Documents documents = new Documents(office.jdbc);
			Document document = Document.of(List.of(pegawai(1)));
			documents.add(Office.KODE, 1, List.of(proposal(1, 1, document)));
			documents.add(Office.KODE, 2, List.of(proposal(1, 2, document)));
			documents.add(Office.KODE, 3, List.of(proposal(1, 3, document)));
			documents.add("16.01", 1, List.of(proposal(2, 1, document)));
			Map<String, Head> heads = documents.heads(Office.KODE, 3, List.of(kunci(1), kunci(2)));
			assertThat(heads).containsOnlyKeys(kunci(1));
			assertThat(heads.get(kunci(1)).version()).isEqualTo(2);
			assertThat(documents.heads(Office.KODE, 3, List.of())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(StateDatabase.class)
	void storesWhatABatchFoundOrNothingOfIt(StateDatabase kind) {
		try (Office office = new Office(kind)) {
			Run run = office.read(Office.KODE, Office.people(1, 3));
			List<JudgedPerson> people = new ArrayList<>(List.of(Office.people(4, 5)));
			people.add(person(1)); // a source that shows a person twice breaks the order
									// it promised
			assertThatThrownBy(() -> office.plans.propose(new JudgedBatch(run, people, Map.of())))
				.isInstanceOf(DuplicateKeyException.class);
			assertThat(office.count("document where run_id = ?", run.id())).isEqualTo(3);
			RunBooks failed = office.plans.fail(run, "GANGGUAN_PROGRAM", List.of());
			assertThat(failed.close()).isTrue();
		}
	}

	private static Proposal proposal(int number, int version, Document document) {
		return new Proposal(kunci(number), version, People.nip(number), null, document, "data:1", 1, 0);
	}

}
