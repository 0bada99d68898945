package id.simpul.simulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Section 1 of the contract: two tokens, and which headers a call needs. */
class TokensTest {

	private static final String MASTER = "/apisiasn/1.0/pns/data-utama/" + Office.NIP;

	@TempDir
	Path folder;

	private Office office;

	@BeforeEach
	void open() {
		this.office = Office.open(this.folder);
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void givesTheApplicationATokenForAnHour() {
		JsonNode token = this.office.apimToken("consumer-key-16.71", "consumer-secret-16.71").json();
		assertThat(token.path("access_token").asString()).isNotEmpty();
		assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
		assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
	}

	@Test
	void takesKeyAndSecretInTheFormToo() {
		Office.Reply reply = this.office.form("/oauth2/token",
				"grant_type=client_credentials&client_id=consumer-key-16.71&client_secret=consumer-secret-16.71");
		assertThat(reply.status()).isEqualTo(200);
	}

	@Test
	void refusesTheSecretOfAnother() {
		Office.Reply reply = this.office.apimToken("consumer-key-16.71", "consumer-secret-16.74");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("error").asString()).isEqualTo("invalid_client");
	}

	@Test
	void givesTheOperatorATokenForTwelveHours() {
		JsonNode token = this.office.ssoToken("username-16.71", "password-16.71").json();
		assertThat(token.path("access_token").asString()).isNotEmpty();
		assertThat(token.path("expires_in").asInt()).isEqualTo(43_200);
	}

	@Test
	void refusesAWrongPassword() {
		Office.Reply reply = this.office.ssoToken("username-16.71", "salah");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("error").asString()).isEqualTo("invalid_grant");
		assertThat(reply.json().path("error_description").asString()).isEqualTo("Invalid user credentials");
	}

	@Test
	void asksWhichClientTheOperatorUses() {
		Office.Reply reply = this.office.form("/auth/realms/public-siasn/protocol/openid-connect/token",
				"grant_type=password&username=username-16.71&password=password-16.71");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("error").asString()).isEqualTo("invalid_request");
	}

	@Test
	void knowsNoOtherGrant() {
		assertThat(this.office.form("/oauth2/token", "grant_type=password").json().path("error").asString())
			.isEqualTo("unsupported_grant_type");
	}

	@Test
	void letsEachKindOfTokenLiveItsOwnTime() {
		Instant start = Instant.parse("2026-01-01T00:00:00Z");
		AtomicReference<Instant> now = new AtomicReference<>(start);
		Tokens tokens = new Tokens(now::get);
		String apim = tokens.issue(Tokens.Kind.APIM, Office.PALEMBANG);
		String sso = tokens.issue(Tokens.Kind.SSO, Office.PALEMBANG);
		now.set(start.plusSeconds(3599));
		assertThat(tokens.instansi(Tokens.Kind.APIM, apim)).isEqualTo(Office.PALEMBANG);
		now.set(start.plusSeconds(3600));
		assertThat(tokens.instansi(Tokens.Kind.APIM, apim)).isNull();
		assertThat(tokens.instansi(Tokens.Kind.SSO, sso)).isEqualTo(Office.PALEMBANG);
		now.set(start.plusSeconds(43_200));
		assertThat(tokens.instansi(Tokens.Kind.SSO, sso)).isNull();
	}

	@Test
	void missesTheApplicationsToken() {
		Office.Reply reply = this.office.send(this.office.request(MASTER)
			.header("Auth", "bearer " + this.office.sso())
			.header("Accept", "application/json"));
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("code").asString()).isEqualTo("900902");
	}

	@Test
	void knowsTheApplicationsTokenNoLonger() {
		this.office.simulator().expireTokens(Office.PALEMBANG);
		Office.Reply reply = this.office.get("/pns/data-utama/" + Office.NIP);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("code").asString()).isEqualTo("900901");
		assertThat(reply.json().path("message").asString()).isEqualTo("Invalid Credentials");
	}

	@Test
	void complainsInXmlToWhomDoesNotAskForJson() {
		Office.Reply reply = this.office.send(this.office.request(MASTER).header("Authorization", "Bearer x"));
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.text()).startsWith("<ams:fault xmlns:ams=\"http://wso2.org/apimanager/security\">");
	}

	@Test
	void missesTheOperatorsToken() {
		Office.Reply reply = this.office.send(this.office.request(MASTER)
			.header("Authorization", "Bearer " + this.office.apim())
			.header("Accept", "application/json"));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("message").asString()).isEqualTo("missing or malformed jwt");
	}

	@Test
	void doesNotTakeTheApplicationsTokenForTheOperators() {
		Office.Reply reply = this.office.send(this.office.request(MASTER)
			.header("Authorization", "Bearer " + this.office.apim())
			.header("Auth", "bearer " + this.office.apim())
			.header("Accept", "application/json"));
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("message").asString()).isEqualTo("invalid or expired jwt");
	}

	@Test
	void seesThatTheOperatorIsOfAnotherAgency() {
		Office.Reply reply = this.office.send(this.office.request(MASTER)
			.header("Authorization", "Bearer " + this.office.apim())
			.header("Auth", "bearer " + this.office.simulator().operatorToken(Office.PRABUMULIH))
			.header("Accept", "application/json"));
		assertThat(reply.json().path("code").asInt()).isZero();
		assertThat(reply.json().path("data").asString()).isEqualTo("Token SSO mismatch");
	}

	@Test
	void takesATokenThatAnOperatorPasted() {
		Office.Reply reply = this.office.send(this.office.request(MASTER)
			.header("Authorization", "Bearer " + this.office.apim())
			.header("Auth", "Bearer " + this.office.simulator().operatorToken(Office.PALEMBANG))
			.header("Accept", "application/json"));
		assertThat(reply.json().path("code").asInt()).isEqualTo(1);
	}

	@Test
	void asksForNoOperatorAtTheReferences() {
		Office.Reply list = this.office.send(this.office.request("/referensi_siasn/1/golongan")
			.header("Authorization", "Bearer " + this.office.apim()));
		assertThat(list.json().isArray()).isTrue();
		Office.Reply found = this.office.send(this.office.request("/referensi_siasn/1/golongan/search?limit=2&offset=1")
			.header("Authorization", "Bearer " + this.office.apim()));
		assertThat(found.json().path("results")).hasSize(2);
		assertThat(found.json().path("results").path(0).path("nama").asString()).isEqualTo("I/b");
		assertThat(this.office.send(this.office.request("/referensi_siasn/1/golongan")).status()).isEqualTo(401);
	}

	@Test
	void bindsANewClientToOneNode() {
		assertThat(this.office.get("/pns/data-utama/" + Office.NIP).response().headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).startsWith("SERVERID="));
	}

}
