package id.simpul.national;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Breaks a call off that has not come to its end in time. The limits of a connection
 * count from one byte to the next: an answer that drips, be it in its headers, would hold
 * a thread for ever.
 */
final class Deadline extends AbstractPhaseInterceptor<Message> {

	private static final String CONNECTION = "http.connection";

	private static final ScheduledThreadPoolExecutor WATCH = new ScheduledThreadPoolExecutor(2, (task) -> {
		Thread thread = new Thread(task, "deadline");
		thread.setDaemon(true);
		return thread;
	});

	static {
		WATCH.setRemoveOnCancelPolicy(true);
	}

	/** Of the call that this thread makes. */
	private static final ThreadLocal<Future<?>> PRESENT = new ThreadLocal<>();

	private final Duration time;

	/**
	 * @param time for a call from its beginning to the last byte of its answer
	 */
	Deadline(Duration time) {
		super(Phase.PRE_STREAM); // there is a connection by then, and nothing has left
		this.time = time;
	}

	@Override
	public void handleMessage(Message message) {
		over();
		if (message.get(CONNECTION) instanceof HttpURLConnection connection) {
			PRESENT.set(WATCH.schedule(connection::disconnect, this.time.toMillis(), TimeUnit.MILLISECONDS));
		}
	}

	/** The call of this thread has come to its end. */
	static void over() {
		Future<?> present = PRESENT.get();
		if (present != null) {
			present.cancel(false);
			PRESENT.remove();
		}
	}

}
