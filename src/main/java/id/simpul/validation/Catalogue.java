package id.simpul.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Every kind of finding, of every step, with its words. Pages, reports and docs/aturan.md
 * all speak from here.
 */
public final class Catalogue {

	private static final Catalogue BUNDLED = new Catalogue();

	private final Map<String, RuleText> texts = new LinkedHashMap<>();

	@SuppressWarnings("unchecked") // the form of the file is held by CatalogueTest
	private Catalogue() {
		try (InputStream in = Catalogue.class.getResourceAsStream("aturan.yaml")) {
			Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
			((List<Map<String, Object>>) file.get("aturan")).stream().map(Catalogue::text).forEach((text) -> {
				if (this.texts.put(text.kode(), text) != null) {
					throw new IllegalStateException("Rule " + text.kode() + " is in the catalogue twice");
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The catalogue that comes with the program. */
	public static Catalogue bundled() {
		return BUNDLED;
	}

	public Optional<RuleText> find(String kode) {
		return Optional.ofNullable(this.texts.get(kode));
	}

	/** All, in the order of the steps. */
	public Collection<RuleText> all() {
		return Collections.unmodifiableCollection(this.texts.values());
	}

	@SuppressWarnings("unchecked") // as above
	private static RuleText text(Map<String, Object> row) {
		return new RuleText((String) row.get("kode"), (String) row.get("kelompok"), (List<String>) row.get("keparahan"),
				(String) row.get("judul"), (String) row.get("pesan"), (String) row.get("perbaikan"),
				(String) row.get("pelaku"), (String) row.get("akibat"), (String) row.get("dasar"),
				(String) row.get("contoh"), (String) row.get("title"), (String) row.get("message"),
				(String) row.get("remedy"));
	}

}
