package id.simpul.source;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an installation lives.
 *
 * @param home folder with config/, routes/ and mappings/: what people write
 * @param data folder with the database, drop folders and secrets: what the program
 * writes; relative to home
 */
@ConfigurationProperties("simpul")
public record Installation(@DefaultValue(".") Path home, @DefaultValue("data") Path data) {

	public Installation {
		home = home.toAbsolutePath().normalize();
		data = home.resolve(data).normalize();
	}

	public Path config(String name) {
		return this.home.resolve("config").resolve(name);
	}

	public Path mappings() {
		return this.home.resolve("mappings");
	}

	public Path routes() {
		return this.home.resolve("routes");
	}

}
