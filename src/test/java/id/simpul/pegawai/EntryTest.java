package id.simpul.pegawai;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EntryTest {

	@Test
	void hasTheSameKeyHoweverADecreeIsTyped() {
		assertThat(jabatan("821/12 a/KEP").key()).isEqualTo("2020-02-01|821/12 A/KEP");
		assertThat(jabatan(" 821/12  A/kep ").key()).isEqualTo("2020-02-01|821/12 A/KEP");
		assertThat(jabatan("821/12\tA/KEP").key()).isEqualTo("2020-02-01|821/12 A/KEP");
		assertThat(jabatan("821/12A/KEP").key()).isEqualTo("2020-02-01|821/12A/KEP");
	}

	@Test
	void keepsTheValueAsItWasTyped() {
		assertThat(jabatan(" 821/12  a").text(Resource.JABATAN.field("nomorSk"))).isEqualTo(" 821/12  a");
		assertThat(jabatan("821/12 a")).isNotEqualTo(jabatan("821/12 A"));
	}

	@Test
	void isTheSameWhereverItWasRead() {
		Entry entry = jabatan("1");
		Object[] values = Resource.JABATAN.fields().stream().map(entry::value).toArray();
		Entry elsewhere = new Entry(Resource.JABATAN, values, new Origin("lain", 9));
		assertThat(elsewhere).isEqualTo(entry).hasSameHashCodeAs(entry);
	}

	@Test
	void takesFiguresThatAreTheSameForEqual() {
		Field total = Resource.ANGKA_KREDIT.field("kreditTotal");
		Entry none = new Entry(Resource.ANGKA_KREDIT, new Object[Resource.ANGKA_KREDIT.fields().size()], null);
		assertThat(none.with(total, new BigDecimal("12.50"))).isEqualTo(none.with(total, new BigDecimal("12.5")))
			.hasSameHashCodeAs(none.with(total, new BigDecimal("12.5")));
		assertThat(none.with(total, new BigDecimal("0.00")).decimal(total)).isEqualTo(BigDecimal.ZERO);
	}

	@Test
	void leavesItselfAloneWhenOneValueIsReplaced() {
		Entry entry = jabatan("1");
		Entry other = entry.with(Resource.JABATAN.field("nomorSk"), "2");
		assertThat(entry.key()).isEqualTo("2020-02-01|1");
		assertThat(other.key()).isEqualTo("2020-02-01|2");
		assertThat(other.origin()).isEqualTo(entry.origin());
	}

	@ParameterizedTest
	@EnumSource
	void hasAKeyOfAllItsKeyFields(Resource resource) {
		Entry entry = new RandomEntries(5).full(resource);
		String[] parts = entry.key().split("\\|");
		assertThat(resource.key()).hasSize(resource.isHistory() ? 2 : 0);
		assertThat(entry.key().isEmpty()).isEqualTo(!resource.isHistory());
		for (int i = 0; i < resource.key().size(); i++) {
			assertThat(parts[i]).isEqualToIgnoringCase(entry.value(resource.key().get(i)).toString());
		}
	}

	@ParameterizedTest
	@EnumSource
	void showsNothingOfAnybody(Resource resource) {
		assertThat(new Entry(resource, new Object[resource.fields().size()], new Origin("pegawai", 12)))
			.hasToString(resource.resourceName() + "@pegawai:12");
	}

	@Test
	void hasOneValueForEveryField() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Entry(Resource.JABATAN, new Object[3], null))
			.withMessageContaining("jabatan");
	}

	private static Entry jabatan(String nomorSk) {
		return new Entry(Resource.JABATAN, new Object[Resource.JABATAN.fields().size()], new Origin("data", 1))
			.with(Resource.JABATAN.field("nomorSk"), nomorSk)
			.with(Resource.JABATAN.field("tmtJabatan"), LocalDate.of(2020, 2, 1));
	}

}
