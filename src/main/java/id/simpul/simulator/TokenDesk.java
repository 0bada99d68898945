package id.simpul.simulator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Gives out the two tokens: the application's and the operator's. */
final class TokenDesk implements Desk {

	static final String APIM = "/oauth2/token";

	static final String SSO = "/auth/realms/public-siasn/protocol/openid-connect/token";

	private final Tokens tokens;

	private final Path accounts;

	TokenDesk(Tokens tokens, Path accounts) {
		this.tokens = tokens;
		this.accounts = accounts;
	}

	@Override
	public String instansi(Request request) {
		Map<String, String> form = request.form();
		if (request.path().equals(SSO)) {
			return Account.in(this.accounts)
				.stream()
				.filter((account) -> account.isOperator(form.get("username"), form.get("password")))
				.findFirst()
				.map(Account::instansi)
				.orElse(null);
		}
		String[] consumer = consumer(request, form);
		return Account.in(this.accounts)
			.stream()
			.filter((account) -> account.isConsumer(consumer[0], consumer[1]))
			.findFirst()
			.map(Account::instansi)
			.orElse(null);
	}

	/** Key and secret: of the Basic header, or both of the form. */
	private static String[] consumer(Request request, Map<String, String> form) {
		String header = request.header("Authorization");
		if (header.regionMatches(true, 0, "basic ", 0, 6)) {
			try {
				String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()),
						StandardCharsets.UTF_8);
				int colon = pair.indexOf(':');
				return (colon < 0) ? new String[2]
						: new String[] { pair.substring(0, colon), pair.substring(colon + 1) };
			}
			catch (IllegalArgumentException ex) {
				return new String[2]; // no Base64: nobody's key
			}
		}
		return new String[] { form.get("client_id"), form.get("client_secret") };
	}

	@Override
	public Answer answer(Request request, Mishap mishap) {
		if (!request.method().equals("POST")) {
			return error(405, "invalid_request", "Only POST is allowed");
		}
		return request.path().equals(SSO) ? sso(request) : apim(request);
	}

	private Answer apim(Request request) {
		if (!"client_credentials".equals(request.form().get("grant_type"))) {
			return error(400, "unsupported_grant_type", "Unsupported grant_type value");
		}
		String instansi = instansi(request);
		if (instansi == null) {
			return error(401, "invalid_client", "A valid OAuth client could not be found for client_id");
		}
		return Answer.json(200, Json.of("access_token", this.tokens.issue(Tokens.Kind.APIM, instansi), "scope",
				"default", "token_type", "Bearer", "expires_in", Tokens.Kind.APIM.life().toSeconds()));
	}

	private Answer sso(Request request) {
		Map<String, String> form = request.form();
		if (form.getOrDefault("client_id", "").isBlank()) {
			return error(400, "invalid_request", "Missing parameter: client_id");
		}
		if (!"password".equals(form.get("grant_type"))) {
			return error(400, "unsupported_grant_type", "Unsupported grant_type");
		}
		String instansi = instansi(request);
		if (instansi == null) {
			return error(401, "invalid_grant", "Invalid user credentials");
		}
		return Answer.json(200,
				Json.of("access_token", this.tokens.issue(Tokens.Kind.SSO, instansi), "expires_in",
						Tokens.Kind.SSO.life().toSeconds(), "refresh_expires_in", Tokens.Kind.SSO.life().toSeconds(),
						"refresh_token", UUID.randomUUID().toString(), "token_type", "Bearer", "not-before-policy", 0,
						"session_state", UUID.randomUUID().toString(), "scope", "email profile"));
	}

	private static Answer error(int status, String error, String description) {
		return Answer.json(status, Json.of("error", error, "error_description", description));
	}

}
