package id.simpul.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/aturan.md says what the catalogue says. With {@code -Dtulis-ulang=true} the page
 * is written first.
 */
class AturanDocTest {

	private static final Path PAGE = Path.of("docs/aturan.md");

	@Test
	void isThePageOfTheCatalogueAsItIs() throws IOException {
		String due = AturanDoc.render(Catalogue.bundled().all());
		if (Boolean.getBoolean("tulis-ulang")) {
			Files.createDirectories(PAGE.getParent());
			Files.writeString(PAGE, due);
		}
		assertThat(PAGE).as("the catalogue has changed; write the page again: %s", AturanDoc.COMMAND)
			.exists()
			.content()
			.isEqualTo(due);
	}

	@Test
	void tellsInItsFirstLineHowItIsWritten() {
		assertThat(AturanDoc.render(Catalogue.bundled().all()).lines().findFirst().orElseThrow())
			.contains(AturanDoc.COMMAND);
	}

	@Test
	void saysEverythingOfEveryRule() {
		String page = AturanDoc.render(Catalogue.bundled().all());
		assertThat(Catalogue.bundled().all())
			.allSatisfy((rule) -> assertThat(page).contains("### " + rule.kode() + "\n\n**" + rule.judul() + ".** ")
				.contains("- Perbaikan: " + rule.perbaikan() + "\n- Pelaku: " + rule.pelaku() + "\n")
				.contains("- Akibat: " + rule.akibat() + "\n- Dasar: " + rule.dasar() + "\n- Contoh: `" + rule.contoh()
						+ "`\n"));
		assertThat(page).as("no gap stays open").doesNotContainPattern("\\{\\d}");
	}

}
