package id.simpul.national;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.ProxySelector;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes a call as it is: once, whatever becomes of the connection, and within its time,
 * however slowly the answer drips. A client that repeats calls by itself, be it only
 * reads, exceeds a pace and saves twice what always creates.
 *
 * <p>
 * Whether a call may leave is asked on an open connection, as the very last thing: what
 * takes long or fails before that has no effect, and when it has left is told.
 */
final class SiasnWire {

	/** Calls at a time beyond those of the lane. */
	private static final int SPARE = 4;

	private static final String PASSAGE = "simpul.passage";

	/** Breaks off what has not come to its end in time. */
	private static final ScheduledThreadPoolExecutor WATCH = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "deadline");
		thread.setDaemon(true);
		return thread;
	});

	static {
		WATCH.setRemoveOnCancelPolicy(true);
	}

	private final CloseableHttpClient http;

	private final long time;

	/**
	 * @param cookies whether the cookies of the load balancer are kept
	 */
	SiasnWire(SiasnSettings settings, boolean cookies) {
		Timeout connect = Timeout.of(settings.connectTimeout());
		Timeout read = Timeout.of(settings.readTimeout());
		this.time = settings.connectTimeout().plus(settings.readTimeout()).toMillis();
		int most = settings.inFlight() + SPARE;
		HttpClientBuilder builder = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(most)
				.setMaxConnTotal(2 * most)
				.setDefaultConnectionConfig(
						ConnectionConfig.custom().setConnectTimeout(connect).setSocketTimeout(read).build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(connect)
				.setResponseTimeout(read)
				.setProtocolUpgradeEnabled(false)
				.build())
			.setProxySelector(ProxySelector.getDefault())
			.setUserAgent("Simpul")
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableAuthCaching()
			.disableContentCompression()
			.setRequestExecutor(new Leaving());
		this.http = (cookies ? builder : builder.disableCookieManagement()).build();
	}

	/**
	 * What was answered.
	 *
	 * @param retryAfter that header, or {@code null}
	 * @param date that header, or {@code null}
	 */
	record Heard(int status, String retryAfter, String date, byte[] body) {
	}

	/** Whom a call asks whether it may leave. */
	interface Door {

		/**
		 * Comes back when the call may leave.
		 * @throws IOException when it must not
		 */
		void pass() throws IOException;

		/** The whole call has left. */
		void left();

		/** A door that is always open. */
		static Door open() {
			return new Door() {

				@Override
				public void pass() {
					// at once
				}

				@Override
				public void left() {
					// nobody minds
				}

			};
		}

	}

	/** One call on its way out, and what will break it off. */
	private final class Passage {

		private final HttpUriRequestBase request;

		private final Door door;

		private Future<?> end;

		Passage(HttpUriRequestBase request, Door door) {
			this.request = request;
			this.door = door;
			limit();
		}

		private void limit() {
			this.end = WATCH.schedule(this.request::cancel, SiasnWire.this.time, TimeUnit.MILLISECONDS);
		}

		void leave() throws IOException {
			this.end.cancel(false); // however long the door stays shut
			this.door.pass();
			limit();
		}

		void over() {
			this.end.cancel(false);
		}

	}

	/**
	 * @param longest bytes beyond which no honest answer goes
	 * @throws IOException when no whole answer came, or the door did not open
	 */
	Heard call(HttpUriRequestBase request, int longest, Door door) throws IOException {
		HttpClientContext context = HttpClientContext.create();
		Passage passage = new Passage(request, door);
		context.setAttribute(PASSAGE, passage);
		try {
			return this.http.execute(request, context, (response) -> heard(response, longest));
		}
		finally {
			passage.over();
		}
	}

	/** Sends a call when its door has opened, and tells the door when it is through. */
	private static final class Leaving extends HttpRequestExecutor {

		@Override
		public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
				HttpResponseInformationCallback callback, HttpContext context) throws IOException, HttpException {
			if (Method.CONNECT.isSame(request.getMethod())) {
				return super.execute(request, connection, callback, context); // to a
																				// proxy
			}
			Passage passage = (Passage) context.getAttribute(PASSAGE);
			passage.leave();
			return super.execute(request, watched(connection, passage.door), callback, context);
		}

		private static HttpClientConnection watched(HttpClientConnection connection, Door door) {
			return (HttpClientConnection) Proxy.newProxyInstance(SiasnWire.class.getClassLoader(),
					new Class<?>[] { HttpClientConnection.class }, (proxy, method, args) -> {
						try {
							Object result = method.invoke(connection, args);
							if (method.getName().equals("flush")) {
								door.left();
							}
							return result;
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

	private static Heard heard(ClassicHttpResponse response, int longest) throws IOException {
		return new Heard(response.getCode(), header(response, "Retry-After"), header(response, "Date"),
				body(response.getEntity(), longest));
	}

	private static String header(ClassicHttpResponse response, String name) {
		Header header = response.getFirstHeader(name);
		return (header != null) ? header.getValue() : null;
	}

	private static byte[] body(HttpEntity entity, int longest) throws IOException {
		if (entity == null) {
			return new byte[0];
		}
		byte[] body = entity.getContent().readNBytes(longest + 1);
		if (body.length > longest) {
			throw new IOException("The answer is longer than " + longest + " bytes");
		}
		return body;
	}

}
