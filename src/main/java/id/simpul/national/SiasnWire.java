package id.simpul.national;

import java.io.IOException;
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
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes a call as it is: once, whatever becomes of the connection, and within its time,
 * however slowly the answer drips. A client that repeats calls by itself, be it only
 * reads, exceeds a pace and saves twice what always creates.
 */
final class SiasnWire {

	/** Calls at a time beyond those of the lane. */
	private static final int SPARE = 4;

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
			.disableContentCompression();
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

	/**
	 * @param longest bytes beyond which no honest answer goes
	 * @throws IOException when no whole answer came
	 */
	Heard call(HttpUriRequestBase request, int longest) throws IOException {
		Future<?> end = WATCH.schedule(request::cancel, this.time, TimeUnit.MILLISECONDS);
		try {
			return this.http.execute(request, (response) -> heard(response, longest));
		}
		finally {
			end.cancel(false);
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
