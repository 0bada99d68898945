package id.simpul.pegawai;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The canonical form: the same content, however it came, has the same bytes. */
class DocumentTest {

	private static final Field TOTAL = Resource.ANGKA_KREDIT.field("kreditTotal");

	@RepeatedTest(60)
	void doesNotDependOnTheOrderOfEntries(RepetitionInfo repetition) {
		List<Entry> entries = new RandomEntries(repetition.getCurrentRepetition()).person();
		Document document = Document.of(entries);
		List<Entry> shuffled = new ArrayList<>(entries);
		Collections.shuffle(shuffled, new Random(7));
		assertThat(Document.of(shuffled).json()).isEqualTo(document.json());
		assertThat(Document.of(shuffled).hash()).isEqualTo(document.hash()).hasSize(32);
	}

	@RepeatedTest(60)
	void comesBackFromItsJsonAsItWas(RepetitionInfo repetition) {
		List<Entry> entries = new RandomEntries(1000L + repetition.getCurrentRepetition()).person();
		Document document = Document.of(entries);
		Document back = Document.parse(document.json());
		assertThat(back.entries()).isEqualTo(document.entries());
		assertThat(back.entries()).containsExactlyInAnyOrderElementsOf(entries)
			.allSatisfy((entry) -> assertThat(entry.origin()).isNull());
		assertThat(Document.of(back.entries()).json()).isEqualTo(document.json());
		assertThat(back.hash()).isEqualTo(document.hash());
	}

	@RepeatedTest(20)
	void changesItsHashWithAnyValue(RepetitionInfo repetition) {
		List<Entry> entries = new RandomEntries(2000L + repetition.getCurrentRepetition()).person();
		Set<String> hashes = new HashSet<>();
		hashes.add(hash(entries));
		int changes = 0;
		for (int i = 0; i < entries.size(); i++) {
			for (Field field : entries.get(i).resource().fields()) {
				if (entries.get(i).has(field) && !field.required() && !field.key()) {
					List<Entry> changed = new ArrayList<>(entries);
					changed.set(i, entries.get(i).with(field, null));
					hashes.add(hash(changed));
					changes++;
				}
			}
		}
		assertThat(hashes).hasSize(changes + 1).hasSizeGreaterThan(10);
	}

	@Test
	void ordersResourcesEntriesAndFieldsAsTheSchemaDoes() {
		List<Entry> entries = new ArrayList<>();
		for (Resource resource : Resource.values()) {
			entries.add(new RandomEntries(3).full(resource));
		}
		Collections.reverse(entries);
		JsonNode json = JsonMapper.shared().readTree(Document.of(entries).json());
		assertThat(json.propertyNames())
			.containsExactlyElementsOf(Arrays.stream(Resource.values()).map(Resource::resourceName).toList());
		for (Resource resource : Resource.values()) {
			JsonNode node = json.path(resource.resourceName());
			assertThat((resource.isHistory() ? node.path(0) : node).propertyNames())
				.containsExactlyElementsOf(resource.fields().stream().map(Field::name).toList());
		}
	}

	@Test
	void ordersAHistoryByItsBusinessKey() {
		Entry first = credit("1", "2020-01-01", "1");
		Entry second = credit("2", "2020-01-01", "1");
		Entry third = credit("1", "2021-01-01", "1");
		assertThat(Document.of(List.of(third, second, first)).entries()).containsExactly(first, second, third);
	}

	@Test
	void writesFiguresThatAreTheSameAlike() {
		assertThat(hash(List.of(credit("1", "2020-01-01", "12.50"))))
			.isEqualTo(hash(List.of(credit("1", "2020-01-01", "12.5"))))
			.isNotEqualTo(hash(List.of(credit("1", "2020-01-01", "12.05"))));
		assertThat(json(credit("1", "2020-01-01", "100"))).contains("\"kreditTotal\":100}");
		assertThat(json(credit("1", "2020-01-01", "1E+2"))).contains("\"kreditTotal\":100}");
		assertThat(json(credit("1", "2020-01-01", "0.000"))).contains("\"kreditTotal\":0}");
	}

	@Test
	void writesDatesWithAllTheirDigits() {
		Field tmt = Resource.ANGKA_KREDIT.field("tanggalSk");
		Entry entry = credit("1", "2020-01-01", "1");
		assertThat(json(entry.with(tmt, LocalDate.of(9, 3, 4)))).contains("\"tanggalSk\":\"0009-03-04\"");
		assertThat(json(entry.with(tmt, LocalDate.of(2024, 12, 31)))).contains("\"tanggalSk\":\"2024-12-31\"");
		Document late = Document.of(List.of(entry.with(tmt, LocalDate.of(12345, 1, 1))));
		assertThat(Document.parse(late.json()).entries().get(0).date(tmt)).isEqualTo(LocalDate.of(12345, 1, 1));
	}

	@Test
	void leavesOutWhatIsMissing() {
		assertThat(json(credit("1", "2020-01-01", "1")))
			.isEqualTo("{\"angka-kredit\":[{\"nomorSk\":\"1\",\"tanggalSk\":\"2020-01-01\",\"kreditTotal\":1}]}");
		assertThat(Document.of(List.of()).json()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void refusesJsonThatIsNotOfTheSchema() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> parse("{\"golongan\":[{\"golongan\":\"31\",\"gaji\":1}]}"))
			.withMessageContaining("gaji");
		assertThat(catchThrowable(() -> parse("{\"keluarga\":[{\"nama\":\"x\"}]}"))).isNotNull();
		assertThat(catchThrowable(() -> parse("{\"golongan\":[{\"tmtGolongan\":\"2024-02-30\"}]}"))).isNotNull();
	}

	private static Document parse(String json) {
		return Document.parse(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String json(Entry entry) {
		return new String(Document.of(List.of(entry)).json(), StandardCharsets.UTF_8);
	}

	private static String hash(List<Entry> entries) {
		return Arrays.toString(Document.of(entries).hash());
	}

	private static Entry credit(String nomorSk, String tanggalSk, String total) {
		return new Entry(Resource.ANGKA_KREDIT, new Object[Resource.ANGKA_KREDIT.fields().size()], null)
			.with(Resource.ANGKA_KREDIT.field("nomorSk"), nomorSk)
			.with(Resource.ANGKA_KREDIT.field("tanggalSk"), LocalDate.parse(tanggalSk))
			.with(TOTAL, new BigDecimal(total));
	}

}
