package id.simpul.console;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

import id.simpul.source.InstansiList;

/**
 * Makes the accounts of a first start, each with a password nobody could guess, and
 * prints them once: there are no default passwords. The demo province gets one person of
 * each kind, any other installation its admin.
 */
final class FirstAccounts implements ApplicationRunner {

	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final String DEMO_OPERATOR = "16.71";

	private final Accounts accounts;

	private final InstansiList instansi;

	private final boolean demo;

	private final SecureRandom random = new SecureRandom();

	/**
	 * @param demo whether this is the demo province
	 */
	FirstAccounts(Accounts accounts, InstansiList instansi, boolean demo) {
		this.accounts = accounts;
		this.instansi = instansi;
		this.demo = demo;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.accounts.isEmpty()) {
			return;
		}
		StringBuilder text = new StringBuilder("\nAkun konsol. Kata sandi hanya ditampilkan sekali ini.\n\n");
		for (Viewer person : people()) {
			String password = password();
			this.accounts.add(person, password);
			text.append("  %-10s %s   %s%n".formatted(person.username(), password, person.fullName()));
		}
		// not through the log: a password must not lie in a log file
		System.out.println(text);
	}

	private List<Viewer> people() {
		List<Viewer> people = new ArrayList<>();
		people.add(new Viewer("admin", Role.ADMIN, null, "Admin TI"));
		if (this.demo) {
			people.add(new Viewer("bkd", Role.OFFICER, null, "Petugas BKD provinsi"));
			if (this.instansi.has(DEMO_OPERATOR)) {
				people.add(new Viewer("palembang", Role.OPERATOR, DEMO_OPERATOR,
						"Operator " + this.instansi.get(DEMO_OPERATOR).nama()));
			}
		}
		return people;
	}

	/** Twenty characters that cannot be mistaken for one another: 99 bits. */
	private String password() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < 20; i++) {
			password.append((i > 0 && i % 5 == 0) ? "-" : "")
				.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return password.toString();
	}

}
