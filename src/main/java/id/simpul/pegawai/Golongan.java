package id.simpul.pegawai;

import java.util.Optional;

/**
 * A rank on one of the two scales. PNS: {@code 11}-{@code 45} (I/a-IV/e), PPPK:
 * {@code P1}-{@code P17} (I-XVII). The scales do not compare: PPPK IX is not III/a.
 *
 * @param step place on its scale, from 1
 */
public record Golongan(Skema skema, int step) {

	/** The two scales. */
	public enum Skema {

		PNS(17), PPPK(17);

		private final int steps;

		Skema(int steps) {
			this.steps = steps;
		}

	}

	public Golongan {
		if (step < 1 || step > skema.steps) {
			throw new IllegalArgumentException("No golongan " + step + " on the scale of " + skema);
		}
	}

	/**
	 * @param code an id of list golongan; empty if it is none
	 */
	public static Optional<Golongan> parse(String code) {
		if (code != null && code.matches("P([1-9]|1[0-7])")) {
			return Optional.of(new Golongan(Skema.PPPK, Integer.parseInt(code.substring(1))));
		}
		if (code != null && code.matches("[1-3][1-4]|4[1-5]")) {
			return Optional.of(new Golongan(Skema.PNS, (code.charAt(0) - '1') * 4 + code.charAt(1) - '0'));
		}
		return Optional.empty();
	}

	/** The id in list golongan. */
	public String code() {
		if (this.skema == Skema.PPPK) {
			return "P" + this.step;
		}
		int roman = Math.min((this.step - 1) / 4, 3);
		return "" + (roman + 1) + (this.step - roman * 4);
	}

}
