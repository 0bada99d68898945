package id.simpul.simulator;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One thing that shall go wrong: what, at which calls, how often. Made by one of the
 * factories and narrowed by the rest. A fault that gives another answer or none leaves
 * undone what was asked, unless its factory says otherwise; {@link #done()},
 * {@link #doneAfter} and {@link #undone()} decide that anew.
 * <p>
 * A broken connection is closed, not reset: the JDK's server lets nobody at its sockets.
 * Who needs the reset puts a proxy between.
 */
public final class Fault {

	private final Mishap mishap;

	private final Calls calls;

	private final int times;

	private Fault(Mishap mishap, Calls calls, int times) {
		this.mishap = mishap;
		this.calls = calls;
		this.times = times;
	}

	private static Fault of(Mishap mishap) {
		return new Fault(mishap, Calls.ANY, 0);
	}

	private static Fault answer(String name, Answer instead) {
		return of(Mishap.answer(name, instead));
	}

	/** Answers with a status and a JSON body. */
	public static Fault status(int status, String body) {
		return answer("status-" + status, Answer.text(status, Answer.JSON, body));
	}

	/** Answers with a status and a page of a proxy where JSON is expected. */
	public static Fault html(int status) {
		return answer("html-" + status, OddAnswers.proxy(status));
	}

	/** The API manager has had enough; it says until when. */
	public static Fault throttled(Duration retryAfter) {
		return retryAfter.isZero() ? throttled() : throttled(Long.toString(retryAfter.toSeconds()));
	}

	/** The API manager has had enough; its {@code Retry-After} may say anything. */
	public static Fault throttled(String retryAfter) {
		return answer("throttled", OddAnswers.throttled().header("Retry-After", retryAfter));
	}

	/** The API manager has had enough and does not say until when. */
	public static Fault throttled() {
		return answer("throttled", OddAnswers.throttled());
	}

	/** The API manager has given the registry behind it up for a while. */
	public static Fault suspended() {
		return answer("suspended", OddAnswers.suspended());
	}

	/** The registry is closed, and says so in a page. */
	public static Fault maintenance() {
		return of(maintained());
	}

	static Mishap maintained() {
		return Mishap.answer("maintenance", OddAnswers.maintenance());
	}

	/** Breaks the connection before anything is done. */
	public static Fault dropBefore() {
		return dropAfter().undone();
	}

	/** Does what is asked and breaks the connection instead of answering. */
	public static Fault dropAfter() {
		return of(Mishap.sight("break", Mishap.Sight.BREAK, Duration.ZERO));
	}

	/** Breaks the connection, and does what was asked only after a pause. */
	public static Fault late(Duration after) {
		return dropBefore().doneAfter(after);
	}

	/** Does what is asked and never answers; the connection stays open. */
	public static Fault silence() {
		return silence(Duration.ZERO);
	}

	/** Does what is asked, answers nothing and breaks the connection after a pause. */
	public static Fault silence(Duration pause) {
		return of(Mishap.sight("silence", Mishap.Sight.SILENCE, pause));
	}

	/** Does what is asked and breaks the connection in the middle of the answer. */
	public static Fault halfAnswer() {
		return of(Mishap.sight("half", Mishap.Sight.HALF, Duration.ZERO));
	}

	/** Does what is asked and lets the answer out one byte at a time. */
	public static Fault drip(Duration pause) {
		return of(Mishap.sight("drip", Mishap.Sight.DRIP, pause));
	}

	/** Holds the answer back; other faults of the same call happen as well. */
	public static Fault delay(Duration pause) {
		return of(Mishap.NONE.delayed(pause));
	}

	/** Does what is asked and says that it could not. */
	public static Fault savedThenError() {
		return answer("error", OddAnswers.internalError()).done();
	}

	/** Answers 200 and no body. */
	public static Fault empty() {
		return answer("empty", OddAnswers.empty());
	}

	/** Answers 200 and JSON that stops in its middle, as if that were all. */
	public static Fault truncated() {
		return answer("truncated", OddAnswers.truncated());
	}

	/** Answers 200 and JSON with bytes in it that are no UTF-8. */
	public static Fault invalidUtf8() {
		return answer("invalid-utf8", OddAnswers.invalidUtf8());
	}

	/** Answers 200 and a page where one signs in, as a portal in between does. */
	public static Fault loginPage() {
		return answer("login-page", OddAnswers.loginPage());
	}

	/** Sends the caller elsewhere. */
	public static Fault redirect(String location) {
		return answer("redirect", OddAnswers.redirect(location));
	}

	/** Answers 200 and JSON that goes on for so many bytes. */
	public static Fault endless(long bytes) {
		return answer("endless", OddAnswers.endless(bytes));
	}

	/** Answers 200 and little, which unpacks to so many bytes. */
	public static Fault gzipBomb(long bytes) {
		return answer("gzip-bomb", OddAnswers.gzipBomb(bytes));
	}

	/** Errors that come with status 200, one fault for each shape they are known in. */
	public static List<Fault> errorsInside() {
		return OddAnswers.errorsInside().stream().map((inside) -> answer("error-inside", inside)).toList();
	}

	/** Says that the application's token is not valid. */
	public static Fault expiredToken() {
		return of(Mishap.answer("expired-token", (Function<Request, Answer>) Gate::expired));
	}

	/** Says that the operator's token is not valid. */
	public static Fault expiredOperator() {
		return answer("expired-operator", Gate.expiredOperator());
	}

	/** Refuses saves, deletes and syncs with this sentence. */
	public static Fault refuse(String message) {
		return of(Mishap.refusal(message));
	}

	/** What was asked is done before the caller sees anything. */
	public Fault done() {
		return done(Mishap.Deed.FIRST, Duration.ZERO);
	}

	/** What was asked is done only so much later, when nobody waits for it any more. */
	public Fault doneAfter(Duration pause) {
		return done(Mishap.Deed.LATER, pause);
	}

	/** What was asked is never done. */
	public Fault undone() {
		return done(Mishap.Deed.NEVER, Duration.ZERO);
	}

	private Fault done(Mishap.Deed when, Duration later) {
		return new Fault(this.mishap.done(when, later), this.calls, this.times);
	}

	/** Only at calls of this method. */
	public Fault method(String only) {
		return at(new Calls(only, this.calls.path(), this.calls.instansi(), this.calls.pnsId()));
	}

	/**
	 * Only at paths that begin so, with or without the API's base: {@code /jabatan},
	 * {@code /oauth2/token}.
	 */
	public Fault path(String only) {
		return at(new Calls(this.calls.method(), only, this.calls.instansi(), this.calls.pnsId()));
	}

	/** Only at calls of this instansi. */
	public Fault instansi(String only) {
		return at(new Calls(this.calls.method(), this.calls.path(), only, this.calls.pnsId()));
	}

	/** Only at calls about this person. */
	public Fault pnsId(String only) {
		return at(new Calls(this.calls.method(), this.calls.path(), this.calls.instansi(), only));
	}

	private Fault at(Calls only) {
		return new Fault(this.mishap, only, this.times);
	}

	/** Only the next so many. */
	public Fault times(int count) {
		return new Fault(this.mishap, this.calls, count);
	}

	/** How often; 0 until the faults are cleared. */
	int times() {
		return this.times;
	}

	Mishap mishap() {
		return this.mishap;
	}

	boolean fits(Request request, String callOf, String about) {
		boolean refusable = request.isWrite() || request.path().contains("sync");
		return (this.mishap.refusal() == null || refusable) && this.calls.fit(request, callOf, about);
	}

	@Override
	public String toString() {
		return this.mishap.toString();
	}

	/** Which calls; what is {@code null} may be anything. */
	private record Calls(String method, String path, String instansi, String pnsId) {

		static final Calls ANY = new Calls(null, null, null, null);

		boolean fit(Request request, String callOf, String about) {
			return fits(this.method, request.method()) && fits(this.instansi, callOf) && fits(this.pnsId, about)
					&& (this.path == null || request.path().startsWith(this.path)
							|| request.path().startsWith(Api.BASE + this.path));
		}

		private static boolean fits(String wanted, String found) {
			return wanted == null || wanted.equals(found);
		}

	}

}
