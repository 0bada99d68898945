package id.simpul.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * One thing that shall go wrong: what, at which calls, how often. Made by one of the
 * factories and narrowed by the rest.
 *
 * @param method or {@code null} for any
 * @param path how the path begins, with or without the API's base; {@code null} for any
 * @param instansi whose calls; {@code null} for anybody's
 * @param pnsId of whom the calls are; {@code null} for anybody
 * @param times how often; 0 until the faults are cleared
 * @param pause the delay, or what the client is told to wait
 */
public record Fault(Kind kind, String method, String path, String instansi, String pnsId, int times, int status,
		String type, String body, Duration pause) {

	/** What goes wrong. */
	public enum Kind {

		/** Another answer is given and nothing is done. */
		ANSWER,

		/** The connection breaks before anything is done. */
		DROP_BEFORE,

		/** It is done, and then the connection breaks. */
		DROP_AFTER,

		/** The answer comes later; other faults of the same call happen as well. */
		DELAY,

		/** The application's token is no good any more. */
		EXPIRED_TOKEN,

		/** The operator's token is no good any more. */
		EXPIRED_OPERATOR,

		/** A save is refused with a sentence, as the registry refuses. */
		REFUSE

	}

	/** Answers with a status and a JSON body. */
	public static Fault status(int status, String body) {
		return of(Kind.ANSWER, status, Answer.JSON, body, Duration.ZERO);
	}

	/** Answers with a status and a page of a proxy where JSON is expected. */
	public static Fault html(int status) {
		return of(Kind.ANSWER, status, Answer.HTML, "<html><body><h1>" + status + " Bad Gateway</h1></body></html>",
				Duration.ZERO);
	}

	/** The API manager has had enough; it says until when. */
	public static Fault throttled(Duration retryAfter) {
		return of(Kind.ANSWER, 429, Answer.JSON, "{\"code\":\"900802\",\"message\":\"Message throttled out\","
				+ "\"description\":\"You have exceeded your quota\"}", retryAfter);
	}

	/** The API manager has given the registry behind it up for a while. */
	public static Fault suspended() {
		return status(503,
				"{\"code\":\"303001\",\"type\":\"Status report\",\"message\":\"Runtime Error\",\"description\":"
						+ "\"Currently , Address endpoint : [ Name : siasn ] [ State : SUSPENDED ]\"}");
	}

	/** Breaks the connection before anything is done. */
	public static Fault dropBefore() {
		return of(Kind.DROP_BEFORE, 0, "", "", Duration.ZERO);
	}

	/** Does what is asked and breaks the connection instead of answering. */
	public static Fault dropAfter() {
		return of(Kind.DROP_AFTER, 0, "", "", Duration.ZERO);
	}

	/** Holds the answer back. */
	public static Fault delay(Duration pause) {
		return of(Kind.DELAY, 0, "", "", pause);
	}

	/** Says that the application's token is not valid. */
	public static Fault expiredToken() {
		return of(Kind.EXPIRED_TOKEN, 401, "", "", Duration.ZERO);
	}

	/** Says that the operator's token is not valid. */
	public static Fault expiredOperator() {
		return of(Kind.EXPIRED_OPERATOR, 401, "", "", Duration.ZERO);
	}

	/** Refuses saves, deletes and syncs with this sentence. */
	public static Fault refuse(String message) {
		return of(Kind.REFUSE, 200, "", message, Duration.ZERO);
	}

	private static Fault of(Kind kind, int status, String type, String body, Duration pause) {
		return new Fault(kind, null, null, null, null, 0, status, type, body, pause);
	}

	/** Only at calls of this method. */
	public Fault method(String only) {
		return new Fault(this.kind, only, this.path, this.instansi, this.pnsId, this.times, this.status, this.type,
				this.body, this.pause);
	}

	/**
	 * Only at paths that begin so, with or without the API's base: {@code /jabatan},
	 * {@code /oauth2/token}.
	 */
	public Fault path(String only) {
		return new Fault(this.kind, this.method, only, this.instansi, this.pnsId, this.times, this.status, this.type,
				this.body, this.pause);
	}

	/** Only at calls of this instansi. */
	public Fault instansi(String only) {
		return new Fault(this.kind, this.method, this.path, only, this.pnsId, this.times, this.status, this.type,
				this.body, this.pause);
	}

	/** Only at calls about this person. */
	public Fault pnsId(String only) {
		return new Fault(this.kind, this.method, this.path, this.instansi, only, this.times, this.status, this.type,
				this.body, this.pause);
	}

	/** Only the next so many. */
	public Fault times(int count) {
		return new Fault(this.kind, this.method, this.path, this.instansi, this.pnsId, count, this.status, this.type,
				this.body, this.pause);
	}

	boolean fits(Request request, String callOf, String about) {
		boolean synced = request.path().contains("sync");
		return (this.kind != Kind.REFUSE || request.isWrite() || synced) && fits(this.method, request.method())
				&& fits(this.instansi, callOf) && fits(this.pnsId, about) && fitsPath(request.path());
	}

	private static boolean fits(String wanted, String found) {
		return wanted == null || wanted.equals(found);
	}

	private boolean fitsPath(String called) {
		return this.path == null || called.startsWith(this.path) || called.startsWith(Api.BASE + this.path);
	}

	Answer answer() {
		Answer answer = new Answer(this.status, this.type, Map.of(), this.body);
		return this.pause.isZero() ? answer : answer.header("Retry-After", Long.toString(this.pause.toSeconds()));
	}

}
