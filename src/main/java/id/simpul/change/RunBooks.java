package id.simpul.change;

import java.util.List;

/**
 * The books of one run as they stand: rows, entries, and what became of its changes at
 * the registry. The names are those of {@code sync --json}.
 *
 * @param cause rule that made the run fail, or {@code null}
 */
public record RunBooks(String instansi, long run, RunState state, String cause, String causeArgs, long rows, long used,
		long filtered, long unreadable, long read, long unchanged, long changed, long rejected, long held,
		long duplicate, long gone, long acked, long adopted, long worklist, long waiting, long refused, long parked,
		long superseded) {

	/** What fills the gaps in the sentence of the cause. */
	public List<String> causeArguments() {
		return Evidence.split(this.causeArgs);
	}

	/** Whether {@code rows = used + filtered + unreadable}. */
	public boolean rowsClose() {
		return this.rows == this.used + this.filtered + this.unreadable;
	}

	/** Whether {@code read = unchanged + changed + rejected + held + duplicate}. */
	public boolean entriesClose() {
		return this.read == this.unchanged + this.changed + this.rejected + this.held + this.duplicate;
	}

	/**
	 * Whether
	 * {@code changed = acked + adopted + worklist + waiting + refused + parked + superseded}.
	 */
	public boolean registryCloses() {
		return this.changed == this.acked + this.adopted + this.worklist + this.waiting + this.refused + this.parked
				+ this.superseded;
	}

	public boolean close() {
		return rowsClose() && entriesClose() && registryCloses();
	}

}
