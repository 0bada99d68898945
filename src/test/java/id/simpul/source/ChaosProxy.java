package id.simpul.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a reader and a real server and lets the connection break: after so many
 * bytes of the server it is cut, or nothing comes any more and nobody hangs up.
 */
final class ChaosProxy implements AutoCloseable {

	private final ServerSocket door;

	private final int server;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final CountDownLatch closed = new CountDownLatch(1);

	/** Bytes of the server that went through since the last setting. */
	private final AtomicLong passed = new AtomicLong();

	private volatile long cutAfter = Long.MAX_VALUE;

	private volatile long hangAfter = Long.MAX_VALUE;

	ChaosProxy(int server) {
		try {
			this.server = server;
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** Lets everything through from now on. */
	ChaosProxy well() {
		return set(Long.MAX_VALUE, Long.MAX_VALUE);
	}

	/** Hangs up after so many bytes of the server, over all connections. */
	ChaosProxy cutAfter(long bytes) {
		return set(bytes, Long.MAX_VALUE);
	}

	/** Keeps silent after so many bytes of the server, over all connections. */
	ChaosProxy hangAfter(long bytes) {
		return set(Long.MAX_VALUE, bytes);
	}

	long passed() {
		return this.passed.get();
	}

	private ChaosProxy set(long cut, long hang) {
		this.passed.set(0);
		this.cutAfter = cut;
		this.hangAfter = hang;
		return this;
	}

	private void accept() {
		try {
			while (true) {
				Socket reader = this.door.accept();
				Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.server);
				reader.setTcpNoDelay(true);
				upstream.setTcpNoDelay(true);
				this.open.add(reader);
				this.open.add(upstream);
				start(() -> pump(reader, upstream, false));
				start(() -> pump(upstream, reader, true));
			}
		}
		catch (IOException ex) {
			// the door was closed
		}
	}

	private void pump(Socket from, Socket to, boolean down) {
		byte[] buffer = new byte[1024];
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				int most = read;
				if (down) {
					long before = this.passed.getAndAdd(read);
					most = (int) Math.max(0, Math.min(read, Math.min(this.cutAfter, this.hangAfter) - before));
				}
				out.write(buffer, 0, most);
				out.flush();
				if (most < read) {
					if (this.hangAfter < Long.MAX_VALUE) {
						this.closed.await();
					}
					this.open.forEach(ChaosProxy::hangUp);
					return;
				}
			}
		}
		catch (IOException ex) {
			// one of both hung up
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.open.forEach(ChaosProxy::hangUp);
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void hangUp(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// it is closed
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "chaos");
		thread.setDaemon(true);
		thread.start();
	}

}
