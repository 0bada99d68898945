package id.simpul.change;

import java.util.Map;

import id.simpul.source.Instansi;

/**
 * What a plan may do without being asked. A share counts only together with its floor: a
 * small instansi is not held for three people. It is held for an empty source all the
 * same. The accepted people of whom a share is taken are those that were not missing
 * before.
 *
 * @param gone per cent of the accepted people that may be missing, and how many at least
 * before it matters
 * @param changed per cent of the accepted people that may differ
 * @param added per cent of new people, against the accepted ones
 * @param column per cent of the accepted people in whose entries one and the same field
 * may differ
 * @param rows per cent of a dataset's rows that may be missing, against the run accepted
 * last: histories cut short leave their people in place
 * @param foreign per cent of the people read that may be accepted under another instansi
 * @param older per cent of the accepted people that may lose the newest of a history and
 * keep older ones
 */
public record Limits(Limit gone, Limit changed, Limit added, Limit column, Limit rows, Limit foreign, Limit older) {

	/**
	 * @param floor at or below this many the share does not matter
	 */
	public record Limit(double percent, long floor) {

		public Limit {
			if (percent < 0 || percent > 100 || floor < 0) {
				throw new IllegalArgumentException(
						"A limit is a percentage and a count, not " + percent + ", " + floor);
			}
		}

		boolean isExceeded(long measured, long total) {
			return measured > this.floor && measured * 100.0 > this.percent * total;
		}

	}

	/**
	 * The limits an installation starts with, and what one instansi has set otherwise.
	 */
	static Limits of(Map<String, Instansi.Batas> set) {
		Limits usual = defaults();
		return new Limits(limit(set.get("hilang"), usual.gone), limit(set.get("berubah"), usual.changed),
				limit(set.get("baru"), usual.added), limit(set.get("kolom"), usual.column),
				limit(set.get("baris"), usual.rows), limit(set.get("milikLain"), usual.foreign),
				limit(set.get("mundur"), usual.older));
	}

	private static Limit limit(Instansi.Batas set, Limit usual) {
		return (set != null) ? new Limit(set.persen(), set.minimal()) : usual;
	}

	/** The limits an installation starts with. */
	public static Limits defaults() {
		return new Limits(new Limit(1, 25), new Limit(20, 50), new Limit(20, 50), new Limit(10, 25), new Limit(20, 25),
				new Limit(5, 10), new Limit(5, 25));
	}

}
