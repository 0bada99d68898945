package id.simpul.console;

import java.util.Set;

import id.simpul.report.Scope;
import id.simpul.source.InstansiList;

/**
 * The person looking at a page, as the table of accounts has them at this moment.
 *
 * @param instansi whose operator this is; {@code null} for who sees all
 */
record Viewer(String username, Role role, String instansi, String fullName) {

	/** What this person may see; an operator without an instansi sees nothing. */
	Scope scope(InstansiList all) {
		if (this.role != Role.OPERATOR) {
			return Scope.all(all);
		}
		return (this.instansi != null) ? Scope.of(Set.of(this.instansi)) : Scope.of(Set.of());
	}

	/** Whether this person may start runs and decide about plans. */
	public boolean mayAct() {
		return this.role != Role.OPERATOR;
	}

	public boolean isOperator() {
		return this.role == Role.OPERATOR;
	}

}
