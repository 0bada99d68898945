package id.simpul.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.simpul.change.Hold.Reason;
import id.simpul.change.Limits.Limit;
import id.simpul.mapping.RowCount;
import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Resource;
import id.simpul.source.Run;

import static id.simpul.change.People.jabatan;
import static id.simpul.change.People.pegawai;
import static id.simpul.change.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BrakeTest {

	private final OpenPlan plan = new OpenPlan(new Run(1, Office.KODE, LocalDate.of(2026, 1, 5), List.of()), 1);

	@ParameterizedTest
	@CsvSource({ "25, 100, false", "26, 100, true", "26, 2600, false", "27, 2699, true", "27, 2700, false" })
	void holdsAtAShareOnlyAboveItsFloor(long missing, long accepted, boolean held) {
		List<Hold> holds = Brake.judge(Limits.defaults(), this.plan, accepted, accepted, missing, Map.of());
		assertThat(holds).hasSize(held ? 1 : 0);
		if (held) {
			assertThat(holds.get(0)).isEqualTo(new Hold(Reason.HILANG, null, missing, accepted, 1));
		}
	}

	@Test
	void holdsTooManyChangedAndTooManyNewPeopleEachForItself() {
		this.plan.changedPeople = 51;
		this.plan.newPeople = 50;
		assertThat(Brake.judge(Limits.defaults(), this.plan, 100, 100, 0, Map.of())).extracting(Hold::reason)
			.containsExactly(Reason.BERUBAH);
		this.plan.newPeople = 51;
		assertThat(Brake.judge(Limits.defaults(), this.plan, 100, 100, 0, Map.of())).extracting(Hold::reason)
			.containsExactly(Reason.BERUBAH, Reason.BARU);
		assertThat(Brake.judge(Limits.defaults(), this.plan, 255, 255, 0, Map.of())).as("exactly a fifth").isEmpty();
	}

	@Test
	void holdsOneColumnThatDiffersInTooManyPeople() {
		for (int i = 0; i < 26; i++) {
			this.plan.note("p" + i, Diff.between(Document.of(List.of(pegawai(i))),
					Document.of(List.of(with(pegawai(i), "jenisKelamin", "F")))));
		}
		assertThat(Brake.judge(Limits.defaults(), this.plan, 200, 200, 0, Map.of())).singleElement()
			.isEqualTo(new Hold(Reason.KOLOM, "pegawai.jenisKelamin", 26, 200, 10));
		assertThat(Brake.judge(Limits.defaults(), this.plan, 260, 260, 0, Map.of())).isEmpty();
	}

	@Test
	void countsAColumnOncePerPersonHoweverManyEntriesItIsIn() {
		List<Entry> before = new ArrayList<>(List.of(pegawai(1)));
		List<Entry> after = new ArrayList<>(List.of(pegawai(1)));
		for (int sk = 0; sk < 40; sk++) {
			before.add(jabatan(sk, "Analis"));
			after.add(jabatan(sk, "Arsiparis"));
		}
		this.plan.note("p1", Diff.between(Document.of(before), Document.of(after)));
		assertThat(this.plan.changedFields()).containsExactly(Map.entry(Resource.JABATAN.field("namaJabatan"), 1L));
		assertThat(Brake.judge(Limits.defaults(), this.plan, 100, 100, 0, Map.of())).isEmpty();
	}

	@Test
	void holdsADatasetThatLostTooManyRowsOrWasLeftOut() {
		this.plan.add(Map.of("r_jabatan", new RowCount(74, 400, 0), "r_diktek", new RowCount(110, 0, 0)));
		Map<String, Long> before = new TreeMap<>(Map.of("r_jabatan", 100L, "r_diktek", 130L, "r_skp", 26L));
		assertThat(Brake.judge(Limits.defaults(), this.plan, 100, 100, 0, before)).containsExactly(
				new Hold(Reason.BARIS, "r_jabatan", 26, 100, 20), new Hold(Reason.BARIS, "r_skp", 26, 26, 20));
	}

	@Test
	void holdsAnEmptySourceWhateverTheFloors() {
		for (long people : new long[] { 1, 25, 26, 150_000 }) {
			assertThat(Brake.judge(Limits.defaults(), this.plan, people, people, people, Map.of()))
				.containsExactly(new Hold(Reason.HILANG, null, people, people, 1));
		}
		assertThat(Brake.judge(Limits.defaults(), this.plan, 25, 0, 0, Map.of()))
			.as("nobody left since it was let go on")
			.isEmpty();
		this.plan.peopleRead = 1;
		assertThat(Brake.judge(Limits.defaults(), this.plan, 25, 25, 25, Map.of())).as("somebody else").isEmpty();
	}

	@Test
	void takesNoShareOfThoseWhoLeftYearsAgo() {
		this.plan.changedPeople = 61;
		this.plan.newPeople = 61;
		this.plan.olderPeople = 26;
		this.plan.changedFields().put(Resource.JABATAN.field("unorId"), 31L);
		assertThat(Brake.judge(Limits.defaults(), this.plan, 1_000, 300, 26, Map.of())).extracting(Hold::reason)
			.containsExactly(Reason.HILANG, Reason.BERUBAH, Reason.BARU, Reason.MUNDUR, Reason.KOLOM);
		assertThat(Brake.judge(Limits.defaults(), this.plan, 1_000, 1_000, 0, Map.of())).isEmpty();
		assertThat(Brake.judge(Limits.defaults(), this.plan, 1_000, 0, 0, Map.of())).as("no first load")
			.isNotEmpty()
			.allMatch((hold) -> hold.total() == 0);
	}

	@Test
	void letsTheFirstLoadThrough() {
		this.plan.newPeople = 10_000;
		assertThat(Brake.judge(Limits.defaults(), this.plan, 0, 0, 0, Map.of())).isEmpty();
	}

	@Test
	void holdsTheFirstLoadTooWhenItsPeopleAreAnothers() {
		this.plan.peopleRead = 220;
		this.plan.foreignPeople = 11;
		this.plan.foreignTo = "16.01";
		assertThat(Brake.judge(Limits.defaults(), this.plan, 0, 0, 0, Map.of())).as("exactly a twentieth").isEmpty();
		this.plan.foreignPeople = 12;
		assertThat(Brake.judge(Limits.defaults(), this.plan, 0, 0, 0, Map.of()))
			.containsExactly(new Hold(Reason.MILIK_LAIN, "16.01", 12, 220, 5));
	}

	/**
	 * Each limit alone, one below, at and one above what it allows, whatever anybody may
	 * have set.
	 */
	@Test
	void isExactToOnePersonAtEveryLimit() {
		Random random = new Random(3_2026);
		for (int round = 0; round < 1_000; round++) {
			int hundredths = random.nextInt(0, 10_001);
			Limit limit = new Limit(hundredths / 100.0, random.nextInt(0, 200));
			long total = random.nextInt(1, 200_000);
			long most = Math.max(limit.floor(), hundredths * total / 10_000);
			for (Reason reason : Reason.values()) {
				for (long measured : new long[] { most - 1, most, most + 1 }) {
					if (measured >= 0) {
						assertThat(judge(reason, limit, measured, total))
							.as("%s %s: %s of %s", reason, limit, measured, total)
							.isEqualTo((measured > most) ? List.of(reason) : List.of());
					}
				}
			}
		}
	}

	private static List<Reason> judge(Reason reason, Limit limit, long measured, long total) {
		Map<Reason, Limit> limits = new EnumMap<>(Reason.class);
		Arrays.stream(Reason.values()).forEach((each) -> limits.put(each, new Limit(100, Long.MAX_VALUE)));
		limits.put(reason, limit);
		OpenPlan plan = new OpenPlan(new Run(1, Office.KODE, LocalDate.of(2026, 1, 5), List.of()), 1);
		plan.peopleRead = total;
		long missing = 0;
		Map<String, Long> rowsBefore = Map.of();
		switch (reason) {
			case HILANG -> missing = measured;
			case BERUBAH -> plan.changedPeople = measured;
			case BARU -> plan.newPeople = measured;
			case KOLOM -> plan.changedFields().put(Resource.JABATAN.field("unorId"), measured);
			case BARIS -> {
				rowsBefore = Map.of("data", total);
				plan.add(Map.of("data", new RowCount(total - measured, 0, 0)));
			}
			case MILIK_LAIN -> plan.foreignPeople = measured;
			case MUNDUR -> plan.olderPeople = measured;
		}
		Limits all = new Limits(limits.get(Reason.HILANG), limits.get(Reason.BERUBAH), limits.get(Reason.BARU),
				limits.get(Reason.KOLOM), limits.get(Reason.BARIS), limits.get(Reason.MILIK_LAIN),
				limits.get(Reason.MUNDUR));
		return Brake.judge(all, plan, total, total, missing, rowsBefore).stream().map(Hold::reason).toList();
	}

	@Test
	void rejectsALimitThatIsNoPercentage() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Limit(101, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Limit(-1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, -1));
	}

}
