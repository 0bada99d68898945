package id.simpul.cli;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Everything that is logged, traces included, while it is open. */
final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<String> said = new ArrayList<>();

	private LogRecorder() {
	}

	static LogRecorder open() {
		LogRecorder recorder = new LogRecorder();
		recorder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
		recorder.start();
		root().addAppender(recorder);
		return recorder;
	}

	@Override
	protected void append(ILoggingEvent event) {
		String trace = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
				: "";
		this.said.add(event.getFormattedMessage() + " " + trace);
	}

	String text() {
		synchronized (this) {
			return String.join("\n", this.said);
		}
	}

	@Override
	public void close() {
		root().detachAppender(this);
		stop();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
