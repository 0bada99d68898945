package id.simpul.simulator;

import java.io.IOException;
import java.time.Duration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every call comes in: finds its desk, lets go wrong what shall, and has the answer
 * delivered.
 */
final class Door implements HttpHandler {

	private static final Logger log = LoggerFactory.getLogger(Door.class);

	private final Desk tokens;

	private final Desk api;

	private final Desk references;

	private final Desk pages;

	private final Pace pace;

	private final Faults faults;

	private final Later later;

	private final Duration latency;

	Door(Desk tokens, Desk api, Desk references, Desk pages, Pace pace, Faults faults, Later later, Duration latency) {
		this.tokens = tokens;
		this.api = api;
		this.references = references;
		this.pages = pages;
		this.pace = pace;
		this.faults = faults;
		this.later = later;
		this.latency = latency;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		Mishap mishap = Mishap.NONE;
		try {
			Request request = new Request(exchange);
			Delivery delivery = new Delivery(exchange, request);
			Answer answer;
			try {
				Desk desk = desk(request.path());
				mishap = mishap(request, desk);
				if (desk != this.pages && !Delivery.pause(mishap.delay().plus(this.latency))) {
					return;
				}
				answer = answer(request, desk, mishap);
			}
			catch (RuntimeException ex) {
				// whatever it was: the caller gets an answer, and the log says where to
				// look
				log.error("A call to the simulated registry failed", ex);
				answer = Answer.gateway(500, "500", "Internal Server Error", "");
			}
			switch (mishap.sight()) {
				case ANSWER -> delivery.whole(answer);
				case DRIP -> delivery.drip(answer, mishap.pause());
				case HALF -> delivery.half(answer);
				case SILENCE, BREAK -> log.debug("The caller is told nothing");
			}
		}
		finally {
			end(exchange, mishap);
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

	private Mishap mishap(Request request, Desk desk) {
		if (desk == this.pages) {
			return Mishap.NONE;
		}
		if (desk.isApi() && !this.pace.admits(desk.instansi(request))) {
			return Fault.throttled(Pace.WINDOW).mishap();
		}
		return this.faults.take(request, desk);
	}

	/**
	 * What the caller is to see, if anything; what is asked is done as the mishap says.
	 */
	private Answer answer(Request request, Desk desk, Mishap mishap) {
		Answer own = switch (mishap.deed()) {
			case FIRST -> desk.answer(request, mishap);
			case LATER -> {
				this.later.deed(mishap.after(), () -> desk.answer(request, mishap));
				yield null;
			}
			case NEVER -> null;
		};
		return (mishap.instead() != null) ? mishap.instead().apply(request) : own;
	}

	/** Silence holds the connection but no thread. */
	private void end(HttpExchange exchange, Mishap mishap) {
		if (mishap.sight() != Mishap.Sight.SILENCE) {
			exchange.close();
		}
		else if (!mishap.pause().isZero()) {
			this.later.at(mishap.pause(), exchange::close);
		}
	}

}
