package id.simpul.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SecretTest {

	@TempDir
	Path data;

	@Test
	void readsTheFirstLineOfAFileBelowTheDataFolder() throws IOException {
		Files.createDirectories(this.data.resolve("rahasia/16.71"));
		Files.writeString(this.data.resolve("rahasia/16.71/sumber"), "sandi-contoh \nbaris lain\n");
		assertThat(new Secret("file:rahasia/16.71/sumber").read(this.data)).isEqualTo("sandi-contoh");
	}

	@Test
	void readsAnEnvironmentVariable() {
		assertThat(new Secret("env:PATH").read(this.data)).isEqualTo(System.getenv("PATH"));
	}

	@Test
	void saysWhichSecretIsMissing() {
		assertThat(fault("env:SIMPUL_TIDAK_PERNAH_ADA").args()).containsExactly("env:SIMPUL_TIDAK_PERNAH_ADA");
		assertThat(fault("file:rahasia/tidak-ada").rule()).isEqualTo("RAHASIA_TIDAK_ADA");
	}

	@Test
	void doesNotRepeatAPasswordWrittenInPlaceOfAReference() {
		SourceFault fault = fault("sandi-contoh");
		assertThat(fault.rule()).isEqualTo("RAHASIA_BUKAN_RUJUKAN");
		assertThat(fault).message().doesNotContain("sandi-contoh");
	}

	@Test
	void refusesAFileOutsideTheDataFolder() {
		assertThat(fault("file:../rahasia").rule()).isEqualTo("PARAMETER_SUMBER_SALAH");
		assertThat(fault("file:/etc/hostname").rule()).isEqualTo("PARAMETER_SUMBER_SALAH");
	}

	@Test
	void refusesToFollowALinkOutOfTheDataFolder() throws IOException {
		Path outside = Files.createTempFile("rahasia", null);
		Files.writeString(outside, "sandi-contoh");
		Files.createSymbolicLink(this.data.resolve("sumber"), outside);
		assertThat(fault("file:sumber").rule()).isEqualTo("RAHASIA_TIDAK_ADA");
		Files.delete(outside);
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		Files.writeString(this.data.resolve("sumber"), "\n");
		assertThat(fault("file:sumber").rule()).isEqualTo("RAHASIA_TIDAK_ADA");
	}

	private SourceFault fault(String reference) {
		return catchThrowableOfType(SourceFault.class, () -> new Secret(reference).read(this.data));
	}

}
