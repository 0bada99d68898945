package id.simpul.simulator;

import java.util.Map;

/**
 * How fast the calls of one instansi came in. Counts every call of the API, also one that
 * was turned away or went wrong; never one for a token or a page.
 *
 * @param total since the start or the last reset
 * @param peak the most in any one second
 * @param mean calls a second between the first and the last
 * @param turnedAway how many went beyond the limit
 */
public record Arrivals(long total, int peak, double mean, long turnedAway) {

	Map<String, Object> toJson() {
		return Json.of("total", this.total, "peak", this.peak, "mean", this.mean, "turnedAway", this.turnedAway);
	}

}
