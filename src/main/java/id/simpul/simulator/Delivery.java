package id.simpul.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;

/** Brings an answer to its caller: whole, by drops, or half. */
final class Delivery {

	private final HttpExchange exchange;

	private final Request request;

	Delivery(HttpExchange exchange, Request request) {
		this.exchange = exchange;
		this.request = request;
	}

	void whole(Answer answer) throws IOException {
		head(answer);
		if (this.request.method().equals("HEAD")) {
			this.exchange.sendResponseHeaders(answer.status(), -1);
		}
		else if (answer.content() instanceof Answer.Written written) {
			this.exchange.sendResponseHeaders(answer.status(), 0);
			try (OutputStream out = this.exchange.getResponseBody()) {
				written.to(out);
			}
		}
		else {
			promised(answer).write(answer.bytes());
		}
	}

	/** A byte at a time. */
	void drip(Answer answer, Duration pause) throws IOException {
		head(answer);
		OutputStream out = promised(answer);
		for (byte drop : answer.bytes()) {
			out.write(drop);
			out.flush();
			if (!pause(pause)) {
				return;
			}
		}
	}

	/** Promises all of it and stops half way; the exchange then ends by breaking. */
	void half(Answer answer) throws IOException {
		head(answer);
		OutputStream out = promised(answer);
		out.write(answer.bytes(), 0, answer.bytes().length / 2);
		out.flush();
	}

	private void head(Answer answer) {
		this.exchange.getResponseHeaders().set("Content-Type", answer.type());
		answer.headers().forEach(this.exchange.getResponseHeaders()::set);
		if (this.request.path().startsWith(Api.BASE) && this.request.header("Cookie").isEmpty()) {
			this.exchange.getResponseHeaders().set("Set-Cookie", "SERVERID=node-1; Path=/");
		}
	}

	private OutputStream promised(Answer answer) throws IOException {
		int length = answer.bytes().length;
		this.exchange.sendResponseHeaders(answer.status(), (length > 0) ? length : -1);
		return this.exchange.getResponseBody();
	}

	/** Waits; says {@code false} if the registry closes meanwhile. */
	static boolean pause(Duration wait) {
		long until = System.nanoTime() + wait.toNanos();
		for (long left = wait.toNanos(); left > 0
				&& !Thread.currentThread().isInterrupted(); left = until - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
		return !Thread.currentThread().isInterrupted();
	}

}
