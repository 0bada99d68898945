package id.simpul.national;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

/**
 * Lets a program end at any boundary between two of its commits, without a word about it
 * in the program: it looks at its database connections from outside and names each commit
 * after the method that made it, so a new one shows up by itself. After the end no
 * statement and no commit of that program goes through any more.
 */
final class Crashes {

	private static final Set<String> WRITES = Set.of("executeUpdate", "executeBatch", "execute", "executeLargeUpdate");

	private static final Set<String> LAST_THINGS = Set.of("rollback", "close", "isClosed", "getAutoCommit",
			"setAutoCommit", "clearWarnings", "isReadOnly", "setReadOnly", "getTransactionIsolation", "toString",
			"hashCode", "equals", "getHoldability", "getWarnings", "abort");

	/** Before a commit takes place, or just after it. */
	enum Side {

		BEFORE, AFTER

	}

	/** Decides whether a program ends here. */
	interface Fate {

		/**
		 * @param occurrence how often this boundary has been reached, from 1
		 */
		boolean ends(String boundary, Side side, int occurrence);

	}

	/** Of one program, from its start to its end. */
	static final class Life {

		private volatile boolean ended;

		boolean ended() {
			return this.ended;
		}

		void end() {
			this.ended = true;
		}

	}

	private final Map<String, Integer> reached = new TreeMap<>();

	private final Fate fate;

	private volatile String where;

	Crashes(Fate fate) {
		this.fate = fate;
	}

	/** Where the last one ended, or {@code null}. */
	String where() {
		return this.where;
	}

	/** How often each boundary was reached. */
	synchronized Map<String, Integer> reached() {
		return new TreeMap<>(this.reached);
	}

	/** A program's view of the database, which ends with it. */
	DataSource over(DataSource database, Life mine) {
		return proxy(DataSource.class, (proxy, method, args) -> {
			switch (method.getName()) {
				case "hashCode":
					return System.identityHashCode(proxy);
				case "equals":
					return proxy == args[0];
				default:
					demandLife(mine);
			}
			Object result = call(database, method, args);
			return (result instanceof Connection connection) ? connection(connection, mine) : result;
		});
	}

	private Connection connection(Connection real, Life mine) {
		return proxy(Connection.class, (proxy, method, args) -> {
			String name = method.getName();
			if (!LAST_THINGS.contains(name)) {
				demandLife(mine);
			}
			if (name.equals("commit")) {
				return commit(mine, () -> call(real, method, args));
			}
			if (name.equals("close") && mine.ended && !real.isClosed() && !real.getAutoCommit()) {
				real.rollback();
			}
			Object result = call(real, method, args);
			return (result instanceof Statement statement) ? statement(real, statement, method.getReturnType(), mine)
					: result;
		});
	}

	private Object statement(Connection connection, Statement real, Class<?> type, Life mine) {
		return proxy(type, (proxy, method, args) -> {
			String name = method.getName();
			if (!LAST_THINGS.contains(name)) {
				demandLife(mine);
			}
			if (WRITES.contains(name) && connection.getAutoCommit()) {
				return commit(mine, () -> call(real, method, args));
			}
			return call(real, method, args);
		});
	}

	private Object commit(Life mine, Work work) throws Throwable {
		String boundary = name();
		int occurrence;
		synchronized (this) {
			demandLife(mine);
			occurrence = this.reached.merge(boundary, 1, Integer::sum);
			judge(boundary, Side.BEFORE, occurrence, mine);
		}
		demandLife(mine);
		Object result = work.run();
		synchronized (this) {
			demandLife(mine);
			judge(boundary, Side.AFTER, occurrence, mine);
		}
		demandLife(mine);
		return result;
	}

	private void judge(String boundary, Side side, int occurrence, Life mine) {
		if (this.fate.ends(boundary, side, occurrence)) {
			this.where = side + " " + boundary + " " + occurrence;
			mine.ended = true;
		}
	}

	/** A thread that outlives its program must not come back with the next one. */
	private static void demandLife(Life mine) throws SQLException {
		if (mine.ended) {
			throw new SQLNonTransientConnectionException("This process has ended", "08006");
		}
	}

	/** The innermost method of the program itself. */
	static String name() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.filter(Crashes::isOurs)
				.findFirst()
				.map((frame) -> frame.getClassName().replaceAll(".*[.$]", "") + "." + frame.getMethodName())
				.orElseThrow());
	}

	private static boolean isOurs(StackFrame frame) {
		return frame.getClassName().startsWith("id.simpul.")
				&& !frame.getClassName().startsWith(Crashes.class.getName())
				&& !frame.getMethodName().startsWith("lambda$");
	}

	private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
		try {
			return method.invoke(target, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(Crashes.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/** What lies between the two sides. */
	private interface Work {

		Object run() throws Throwable;

	}

}
