package id.simpul.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryRestTest {

	private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

	private static final Instant UNTIL = Instant.parse("2026-11-24T01:50:00Z");

	@Test
	void saysWhyWhenAgainHowManyAndHowLong() {
		assertThat(sentence(12_345, Duration.ofMinutes(125))).startsWith("16.71: SIASN menjawab dengan gangguan")
			.contains("Dicoba lagi 24/11/2026 08.50 WIB; 12.345 perubahan menunggu.")
			.endsWith("Kira-kira 2 jam lagi sampai tidak ada yang menunggu, bila lajunya tetap.");
		assertThat(sentence(3, Duration.ofSeconds(20))).contains("Kira-kira 1 menit lagi");
		assertThat(sentence(3, Duration.ofDays(3))).contains("Kira-kira 3 hari lagi");
	}

	@Test
	void givesNoFigureWhereThereIsNone() {
		assertThat(sentence(3, null)).endsWith("3 perubahan menunggu.");
		assertThat(sentence(0, Duration.ofHours(1))).endsWith("0 perubahan menunggu.");
	}

	private static String sentence(long waiting, Duration remaining) {
		return new RegistryRest("16.71", "REGISTRI_TERGANGGU", UNTIL, waiting, remaining).sentence(WIB);
	}

}
