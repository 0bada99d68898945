package id.simpul.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every call comes in: finds its desk, lets go wrong what shall, and sends the
 * answer.
 */
final class Door implements HttpHandler {

	private static final Logger log = LoggerFactory.getLogger(Door.class);

	private final Desk tokens;

	private final Desk api;

	private final Desk references;

	private final Desk pages;

	private final Faults faults;

	private final Duration latency;

	Door(Desk tokens, Desk api, Desk references, Desk pages, Faults faults, Duration latency) {
		this.tokens = tokens;
		this.api = api;
		this.references = references;
		this.pages = pages;
		this.faults = faults;
		this.latency = latency;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Request request = new Request(exchange);
			Desk desk = desk(request.path());
			Answer answer;
			try {
				answer = answer(request, desk);
			}
			catch (RuntimeException ex) {
				// whatever it was: the caller gets an answer, and the log says where to
				// look
				log.error("A call to the simulated registry failed", ex);
				answer = Answer.gateway(500, "500", "Internal Server Error", "");
			}
			if (answer != null) {
				send(exchange, request, answer);
			}
		}
	}

	private Desk desk(String path) {
		if (path.equals(TokenDesk.APIM) || path.equals(TokenDesk.SSO)) {
			return this.tokens;
		}
		if (path.startsWith(Api.BASE + '/')) {
			return this.api;
		}
		return path.startsWith(ReferenceDesk.BASE + '/') ? this.references : this.pages;
	}

	/** The answer, or {@code null} if the connection shall break. */
	private Answer answer(Request request, Desk desk) {
		if (desk == this.pages) {
			return desk.answer(request, null);
		}
		Faults.Mishap mishap = this.faults.take(request, desk);
		pause(mishap.delay().plus(this.latency));
		if (mishap.fault() == null) {
			return desk.answer(request, null);
		}
		return switch (mishap.fault().kind()) {
			case DROP_BEFORE -> null;
			case DROP_AFTER -> {
				desk.answer(request, null);
				yield null;
			}
			case EXPIRED_TOKEN -> Gate.expired(request);
			case EXPIRED_OPERATOR -> Gate.expiredOperator();
			case REFUSE -> desk.answer(request, mishap.fault().body());
			case ANSWER -> mishap.fault().answer();
			case DELAY -> desk.answer(request, null);
		};
	}

	private static void pause(Duration wait) {
		long until = System.nanoTime() + wait.toNanos();
		for (long left = wait.toNanos(); left > 0
				&& !Thread.currentThread().isInterrupted(); left = until - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private static void send(HttpExchange exchange, Request request, Answer answer) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", answer.type());
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		if (request.path().startsWith(Api.BASE) && request.header("Cookie").isEmpty()) {
			exchange.getResponseHeaders().set("Set-Cookie", "SERVERID=node-1; Path=/");
		}
		if (request.method().equals("HEAD")) {
			exchange.sendResponseHeaders(answer.status(), -1);
			return;
		}
		if (answer.content() instanceof Answer.Written written) {
			exchange.sendResponseHeaders(answer.status(), 0);
			try (OutputStream out = exchange.getResponseBody()) {
				written.to(out);
			}
			return;
		}
		byte[] body = answer.bytes();
		exchange.sendResponseHeaders(answer.status(), (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
	}

}
