package id.simpul.national;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Counted by the calls that leave; nothing here is timed but the seconds themselves. */
class PaceTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 20, 300 })
	void noSecondSeesMoreThanIsAllowedHoweverManyAskForIt(int perSecond) throws InterruptedException {
		Pace pace = new Pace(perSecond);
		List<Long> left = Collections.synchronizedList(new ArrayList<>());
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService callers = Executors.newFixedThreadPool(16);
		for (int i = 0; i < 16; i++) {
			callers.submit(() -> {
				while (!over.get()) {
					pace.await();
					left.add(System.nanoTime());
				}
				return null;
			});
		}
		TimeUnit.MILLISECONDS.sleep(2500);
		over.set(true);
		callers.shutdownNow();
		callers.awaitTermination(5, TimeUnit.SECONDS);
		List<Long> times = left.stream().sorted().toList();
		// what was noted late by a thread that had to wait for a core is not what left
		// late: of the 33 thousandths beyond a second, 23 are for those
		for (int i = 0; i + perSecond < times.size(); i++) {
			assertThat(times.get(i + perSecond) - times.get(i)).as("calls %d to %d", i, i + perSecond)
				.isGreaterThan(TimeUnit.MILLISECONDS.toNanos((perSecond == 1) ? 900 : 1010));
		}
		assertThat(times).hasSizeGreaterThan(perSecond);
	}

}
