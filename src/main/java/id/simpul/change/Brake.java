package id.simpul.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.simpul.mapping.RowCount;

/**
 * Decides from the figures of a whole plan whether it may go on by itself. The first load
 * of an instansi has nothing to be compared with but the other instansi, and is let
 * through when its people are not theirs: what the registry already holds is adopted, not
 * overwritten.
 */
final class Brake {

	private Brake() {
	}

	/**
	 * @param accepted people accepted before this run, whatever became of them
	 * @param shown of these, how many were not missing before: who left years ago would
	 * loosen every limit
	 * @param missing of those, how many the source no longer shows
	 * @param rowsBefore used rows by dataset in the run accepted last
	 * @return the reasons to hold the plan; none lets it through
	 */
	static List<Hold> judge(Limits limits, OpenPlan plan, long accepted, long shown, long missing,
			Map<String, Long> rowsBefore) {
		List<Hold> holds = new ArrayList<>();
		check(holds, Hold.Reason.MILIK_LAIN, plan.foreignTo, plan.foreignPeople, plan.peopleRead, limits.foreign());
		if (accepted == 0) {
			return holds;
		}
		if (missing > 0 && missing == shown && plan.peopleRead == 0) {
			// nobody at all: no floor is meant for an empty source
			holds.add(new Hold(Hold.Reason.HILANG, null, missing, shown, limits.gone().percent()));
		}
		else {
			check(holds, Hold.Reason.HILANG, null, missing, shown, limits.gone());
		}
		check(holds, Hold.Reason.BERUBAH, null, plan.changedPeople, shown, limits.changed());
		check(holds, Hold.Reason.BARU, null, plan.newPeople, shown, limits.added());
		check(holds, Hold.Reason.MUNDUR, null, plan.olderPeople, shown, limits.older());
		plan.changedFields()
			.forEach(
					(field, count) -> check(holds, Hold.Reason.KOLOM, field.toString(), count, shown, limits.column()));
		rowsBefore.forEach((dataset, before) -> {
			RowCount now = plan.rows().get(dataset);
			check(holds, Hold.Reason.BARIS, dataset, before - ((now != null) ? now.used() : 0), before, limits.rows());
		});
		return holds;
	}

	private static void check(List<Hold> holds, Hold.Reason reason, String subject, long measured, long total,
			Limits.Limit limit) {
		if (limit.isExceeded(measured, total)) {
			holds.add(new Hold(reason, subject, measured, total, limit.percent()));
		}
	}

}
