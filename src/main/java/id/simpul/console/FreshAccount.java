package id.simpul.console;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks a signed-in person up at every request, so that who was put out, or given another
 * role, feels it with the next click and not with the next sign-in.
 */
final class FreshAccount extends OncePerRequestFilter {

	static final String VIEWER = Viewer.class.getName();

	private final Accounts accounts;

	FreshAccount(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getServletPath().startsWith("/aset/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
			chain.doFilter(request, response);
			return;
		}
		Optional<Viewer> viewer = this.accounts.find(signedIn.getName()).filter((one) -> hasRole(signedIn, one.role()));
		if (viewer.isPresent()) {
			request.setAttribute(VIEWER, viewer.get());
			chain.doFilter(request, response);
			return;
		}
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		response.sendRedirect(request.getContextPath() + ConsoleSecurity.SIGN_IN);
	}

	private static boolean hasRole(Authentication signedIn, Role role) {
		return signedIn.getAuthorities().stream().anyMatch((one) -> role.authority().equals(one.getAuthority()));
	}

}
