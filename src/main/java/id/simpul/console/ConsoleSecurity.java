package id.simpul.console;

import java.time.Clock;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

import id.simpul.source.InstansiList;

/**
 * Who may come in, and what every answer says about itself to the browser. What is not
 * listed here is refused.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
class ConsoleSecurity {

	static final String SIGN_IN = "/masuk";

	static final String USERNAME = "nama";

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
			+ " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
			+ " require-trusted-types-for 'script'";

	private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

	private static final int BCRYPT_ROUNDS = 12;

	@Bean
	SecurityFilterChain console(HttpSecurity http, Accounts accounts) {
		HttpSessionRequestCache asked = new HttpSessionRequestCache();
		asked.setMatchingRequestParameterName(null);
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, SIGN_IN, "/aset/**")
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/", "/instansi/*", "/masalah", "/masalah/*", "/kiriman")
				.authenticated()
				.requestMatchers(HttpMethod.POST, "/instansi/*/jalankan", "/instansi/*/rencana/*/lepas",
						"/instansi/*/rencana/*/tolak")
				.hasAnyRole(Role.ADMIN.name(), Role.OFFICER.name())
				.anyRequest()
				.denyAll())
			.formLogin((form) -> form.loginPage(SIGN_IN)
				.usernameParameter(USERNAME)
				.passwordParameter("sandi")
				.failureUrl(SIGN_IN + "?gagal")
				.defaultSuccessUrl("/"))
			.logout((logout) -> logout.logoutUrl("/keluar").logoutSuccessUrl(SIGN_IN + "?keluar"))
			.requestCache((cache) -> cache.requestCache(asked))
			.exceptionHandling((exceptions) -> exceptions.accessDeniedHandler(denied()))
			.headers((headers) -> headers.contentSecurityPolicy((content) -> content.policyDirectives(CONTENT))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
				.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((features) -> features.policy(FEATURES)))
			.addFilterBefore(new SignInThrottle(), UsernamePasswordAuthenticationFilter.class)
			.addFilterBefore(new FreshAccount(accounts), AuthorizationFilter.class)
			.build();
	}

	@Bean
	Accounts accounts(DataSource database, PasswordEncoder passwords, Clock clock) {
		return new Accounts(JdbcClient.create(database), passwords, clock);
	}

	@Bean
	PasswordEncoder passwords() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_ROUNDS)));
	}

	@Bean
	FirstAccounts firstAccounts(Accounts accounts, InstansiList instansi, Environment settings) {
		return new FirstAccounts(accounts, instansi, settings.getProperty("simpul.demo.enabled", Boolean.class, false));
	}

	@Bean
	CookieSameSiteSupplier sameSite() {
		return CookieSameSiteSupplier.ofStrict();
	}

	/**
	 * What somebody may not see does not exist for them; what they may not do is refused.
	 */
	private static AccessDeniedHandler denied() {
		return (request, response, ex) -> response.sendError(request.getMethod().equals("GET")
				? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
	}

}
