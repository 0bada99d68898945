package id.simpul.simulator;

/**
 * Lets a call through by its headers: the application's token always, the operator's on
 * top where people are concerned.
 */
final class Gate {

	private final Tokens tokens;

	Gate(Tokens tokens) {
		this.tokens = tokens;
	}

	/** Whose call this is by the application's token, or {@code null}. */
	String instansi(Request request) {
		return this.tokens.instansi(Tokens.Kind.APIM, request.bearer("Authorization"));
	}

	/** Why the API manager sends the call away, or {@code null}. */
	Answer application(Request request) {
		if (request.header("Authorization").isEmpty()) {
			return gateway(request, "900902", "Missing Credentials",
					"Make sure your API invocation call has a header: 'Authorization : Bearer ACCESS_TOKEN'");
		}
		return (instansi(request) != null) ? null : expired(request);
	}

	/** Why the call is sent away for want of an operator, or {@code null}. */
	Answer operator(Request request) {
		String token = request.bearer("Auth");
		if (token == null) {
			return Answer.json(400, Json.of("message", "missing or malformed jwt"));
		}
		String instansi = this.tokens.instansi(Tokens.Kind.SSO, token);
		if (instansi == null) {
			return expiredOperator();
		}
		return instansi.equals(instansi(request)) ? null
				: Answer.json(200, Json.of("code", 0, "data", "Token SSO mismatch", "message", "Token SSO mismatch"));
	}

	static Answer expired(Request request) {
		return gateway(request, "900901", "Invalid Credentials",
				"Access failure for API. Make sure you have provided the correct security credentials");
	}

	static Answer expiredOperator() {
		return Answer.json(401, Json.of("message", "invalid or expired jwt"));
	}

	/** In JSON if that is asked for, else in XML. */
	private static Answer gateway(Request request, String code, String message, String description) {
		return request.header("Accept").contains("json") ? Answer.gateway(401, code, message, description)
				: Answer.text(401, "application/xml; charset=UTF-8",
						"<ams:fault xmlns:ams=\"http://wso2.org/apimanager/security\"><ams:code>" + code
								+ "</ams:code><ams:message>" + message + "</ams:message><ams:description>" + description
								+ "</ams:description></ams:fault>");
	}

}
