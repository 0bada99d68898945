package id.simpul.console;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

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

	private static final List<String> PAGES = List.of("/", "/instansi/*", "/masalah", "/masalah/*", "/kiriman");

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
			+ " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
			+ " require-trusted-types-for 'script'";

	private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

	private static final List<HeaderWriter> HEADERS = List.of(new ContentSecurityPolicyHeaderWriter(CONTENT),
			new XContentTypeOptionsHeaderWriter(), new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
			new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER), openers(),
			new PermissionsPolicyHeaderWriter(FEATURES), new CacheControlHeadersWriter());

	private static final int BCRYPT_ROUNDS = 12;

	@Bean
	SecurityFilterChain console(HttpSecurity http, Accounts accounts) {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		HttpSessionRequestCache asked = new HttpSessionRequestCache();
		// a browser asks for icons too, and after a form there is no way back
		asked.setRequestMatcher(new OrRequestMatcher(
				PAGES.stream().map((page) -> (RequestMatcher) paths.matcher(HttpMethod.GET, page)).toList()));
		asked.setMatchingRequestParameterName(null);
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, SIGN_IN, "/aset/**")
				.permitAll()
				.requestMatchers(HttpMethod.GET, PAGES.toArray(String[]::new))
				.authenticated()
				.requestMatchers(HttpMethod.POST, "/instansi/*/jalankan", "/instansi/*/rencana/*/lepas",
						"/instansi/*/rencana/*/tolak")
				.hasAnyRole(Role.ADMIN.name(), Role.OFFICER.name())
				.requestMatchers(HttpMethod.POST, "/kiriman/ulang", "/kiriman/*/ulang", "/kiriman/*/pastikan")
				.authenticated()
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
			.headers((headers) -> {
				headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults());
				HEADERS.forEach(headers::addHeaderWriter);
			})
			.addFilterBefore(new SignInThrottle(), UsernamePasswordAuthenticationFilter.class)
			.addFilterBefore(new FreshAccount(accounts), AuthorizationFilter.class)
			.build();
	}

	/**
	 * What was refused before it came to the rules of access is answered by the error
	 * page, and that says the same to the browser as any other.
	 */
	@Bean
	FilterRegistrationBean<HeaderWriterFilter> headersOfErrors() {
		FilterRegistrationBean<HeaderWriterFilter> errors = new FilterRegistrationBean<>(
				new HeaderWriterFilter(HEADERS) {

					@Override
					protected boolean shouldNotFilterErrorDispatch() {
						return false;
					}

				});
		errors.setDispatcherTypes(DispatcherType.ERROR);
		return errors;
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

	private static HeaderWriter openers() {
		CrossOriginOpenerPolicyHeaderWriter openers = new CrossOriginOpenerPolicyHeaderWriter();
		openers.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		return openers;
	}

	/**
	 * What somebody may not see does not exist for them; what they may not do is refused.
	 */
	private static AccessDeniedHandler denied() {
		return (request, response, ex) -> response.sendError(request.getMethod().equals("GET")
				? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
	}

}
