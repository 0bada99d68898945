package id.simpul.console;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows guessing down. Nobody is locked out: a stranger's guesses at an account from
 * elsewhere leave its owner a way in, unless they are so many that only waiting helps.
 */
final class SignInThrottle extends OncePerRequestFilter {

	private static final int REMEMBERED = 10_000;

	private static final Duration PER = Duration.ofMinutes(1);

	/**
	 * Tries a minute, and at once: of one account from one place, from one place, of one
	 * account, of everybody.
	 */
	private static final int PAIR = 5;

	private static final int PLACE = 30;

	private static final int ACCOUNT = 60;

	private static final int ALL = 300;

	private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > REMEMBERED;
		}

	};

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !(request.getMethod().equals("POST") && request.getServletPath().equals(ConsoleSecurity.SIGN_IN));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String place = request.getRemoteAddr();
		String account = Accounts.name(request.getParameter(ConsoleSecurity.USERNAME));
		if (allows("pair " + place + " " + account, PAIR) && allows("place " + place, PLACE)
				&& allows("account " + account, ACCOUNT) && allows("all", ALL)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendRedirect(request.getContextPath() + ConsoleSecurity.SIGN_IN + "?tunggu");
		}
	}

	private boolean allows(String key, int tries) {
		Bucket bucket;
		synchronized (this.buckets) {
			bucket = this.buckets.computeIfAbsent(key,
					(k) -> Bucket.builder()
						.addLimit((limit) -> limit.capacity(tries).refillGreedy(tries, PER))
						.build());
		}
		return bucket.tryConsume(1);
	}

}
