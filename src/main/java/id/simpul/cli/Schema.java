package id.simpul.cli;

import java.nio.file.Path;
import java.util.Arrays;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings the database to the form this program knows. One that a newer program has
 * already changed is left alone: what an older one would write into it nobody has thought
 * through.
 */
record Schema(Database database, Path data) implements FlywayMigrationStrategy {

	@Override
	public void migrate(Flyway flyway) {
		Arrays.stream(flyway.info().applied())
			.filter((one) -> one.getState() == MigrationState.FUTURE_SUCCESS)
			.reduce((one, later) -> later)
			.ifPresent((newer) -> refuse(newer, flyway));
		flyway.migrate();
		this.database.markMade(this.data);
	}

	private static void refuse(MigrationInfo newer, Flyway flyway) {
		String known = Arrays.stream(flyway.info().all())
			.filter((one) -> one.getState() != MigrationState.FUTURE_SUCCESS && one.getVersion() != null)
			.map((one) -> one.getVersion().getVersion())
			.reduce("-", (one, later) -> later);
		throw new CommandRefused("Basis data Simpul sudah dipakai program yang lebih baru: skemanya versi "
				+ newer.getVersion() + ", sedangkan program ini mengenal sampai versi " + known
				+ ". Jalankan program yang mengenal versi " + newer.getVersion()
				+ ", atau pulihkan cadangan dari sebelum pembaruan.");
	}

}
