package id.simpul.console;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** People who may sign in. User names are the same in any case. */
final class Accounts implements UserDetailsService {

	private static final int LONGEST = 60;

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final Clock clock;

	Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.clock = clock;
	}

	boolean isEmpty() {
		return this.jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
	}

	/** Adds a person. The password is kept as a hash only. */
	void add(Viewer person, CharSequence password) {
		this.jdbc.sql("""
				insert into account (username, password, role, instansi, full_name, active, created_at)
				values (?, ?, ?, ?, ?, true, ?)""")
			.params(person.username(), this.passwords.encode(password), person.role().name(), person.instansi(),
					person.fullName(), OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/** The person of that name, if they may still sign in. */
	Optional<Viewer> find(String username) {
		return this.jdbc.sql("select username, role, instansi, full_name from account where username = ? and active")
			.param(name(username))
			.query((row, n) -> new Viewer(row.getString(1), Role.valueOf(row.getString(2)), row.getString(3),
					row.getString(4)))
			.optional();
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return this.jdbc.sql("select username, password, role from account where username = ? and active")
			.param(name(username))
			.query((row, n) -> User.withUsername(row.getString(1))
				.password(row.getString(2))
				.authorities(Role.valueOf(row.getString(3)).authority())
				.build())
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("No such account"));
	}

	/** A name as it is kept; what could never be one is nobody's. */
	static String name(String typed) {
		String name = (typed != null) ? typed.strip().toLowerCase(Locale.ROOT) : "";
		return (name.length() > LONGEST || name.indexOf('\0') >= 0) ? "" : name;
	}

}
