package id.simpul.report;

import java.util.List;

import id.simpul.source.Severity;

/**
 * One kind of trouble, wherever it was found.
 *
 * @param rule code in the catalogue
 * @param severity the strongest it had anywhere
 * @param shares per instansi, most people first
 */
public record Cause(String rule, Severity severity, List<Share> shares) {

	/**
	 * An instansi's part of it.
	 *
	 * @param people whose data it was found in
	 * @param findings how often
	 * @param rejected entries that did not go on because of it
	 */
	public record Share(String instansi, long people, long findings, long rejected) {
	}

	public long people() {
		return this.shares.stream().mapToLong(Share::people).sum();
	}

	public long findings() {
		return this.shares.stream().mapToLong(Share::findings).sum();
	}

	public long rejected() {
		return this.shares.stream().mapToLong(Share::rejected).sum();
	}

}
