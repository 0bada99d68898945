package id.simpul;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeapTest {

	@Test
	void theLimitStandsBehindTheProgramAndBeforeAllElse() {
		assertThat(Heap.limited("java", "-jar", "simpul.jar", "serve")).containsExactly("java", "-Xmx320m",
				"-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:+ExitOnOutOfMemoryError", "-jar", "simpul.jar", "serve");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Xmx2g", "-XX:MaxHeapSize=2g", "-XX:MaxRAM=4g", "-XX:MaxRAMPercentage=50" })
	void whoSetsALimitKeepsIt(String flag) {
		assertThat(Heap.isLimited(List.of("-Dx=y", flag))).isTrue();
	}

	@Test
	void otherFlagsAreNoLimit() {
		assertThat(Heap.isLimited(List.of("-Xms64m", "-XX:+UseG1GC", "-Dnote=-Xmx1g"))).isFalse();
	}

	/** Else a program would start itself again and again. */
	@Test
	void theProgramStartedAgainIsLimited() {
		assertThat(Heap.isLimited(Heap.limited("java", "-jar", "simpul.jar"))).isTrue();
	}

}
