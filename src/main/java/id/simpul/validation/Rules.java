package id.simpul.validation;

import java.util.List;
import java.util.stream.Stream;

import id.simpul.pegawai.CodeLists;

/**
 * The list of all rules. Their order is the order of findings, and the first that blocks
 * an entry is named as the cause of its rejection.
 */
final class Rules {

	private Rules() {
	}

	static List<Rule> all(CodeLists codes) {
		return Stream
			.of(IdentityRules.rules(codes), EmploymentRules.rules(codes), GolonganRules.rules(codes),
					JabatanRules.rules(codes), PendidikanRules.rules(codes), BangkomRules.rules(),
					KinerjaRules.rules(codes), HukdisRules.rules(codes), DecreeRules.rules())
			.flatMap(List::stream)
			.toList();
	}

}
