package id.simpul.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How the data of one kind of system is laid out: its tables, sheets or files with their
 * columns. Read from a text of a few lines each, so that a further system costs no
 * program.
 *
 * @param settings what the writers want to know, such as a separator
 */
record Layout(String name, List<String> settings, List<Section> sections) {

	/**
	 * A table, sheet or file.
	 *
	 * @param resources kinds of entry that have a row here each
	 * @param words {@code main}; {@code lama}: all but the latest; {@code sebelum2022},
	 * {@code sejak2022}
	 */
	record Section(String name, List<String> resources, List<String> words, List<Column> columns) {

		/** Whether it is a code table of the system's own. */
		boolean isLookup() {
			return this.words.contains("acuan");
		}

		boolean isMain() {
			return this.words.contains("main");
		}

		/** The entries of somebody that have a row here. */
		List<Fact> rows(Person person) {
			List<Fact> rows = new ArrayList<>();
			for (Fact fact : person.facts) {
				if (this.resources.contains(fact.resource) && takes(person, fact)) {
					rows.add(fact);
				}
			}
			return rows;
		}

		private boolean takes(Person person, Fact fact) {
			if (this.words.contains("lama")) {
				return fact != person.last(fact.resource);
			}
			if (this.words.contains("sebelum2022") || this.words.contains("sejak2022")) {
				return (fact.number("tahun") >= 2022) == this.words.contains("sejak2022");
			}
			return true;
		}

		/** The column of a field of {@code pegawai} that is a text of its own. */
		Column columnOf(String field) {
			return this.columns.stream()
				.filter((column) -> column.parts()
					.values()
					.stream()
					.anyMatch((parts) -> parts.size() == 1 && parts.get(0).field().equals(field)))
				.findFirst()
				.orElseThrow();
		}

	}

	static Layout read(String name) {
		List<Section> sections = new ArrayList<>();
		List<String> settings = List.of();
		for (String line : text(name).lines().map(String::strip).toList()) {
			if (line.startsWith("!")) {
				settings = List.of(line.substring(1).strip().split("\\s+"));
			}
			else if (line.startsWith("[")) {
				int end = line.indexOf(']');
				String[] words = line.substring(end + 1).strip().split("\\s+");
				sections.add(new Section(line.substring(1, end), List.of(words[0].split(",")), List.of(words),
						new ArrayList<>()));
			}
			else if (!line.isEmpty() && !line.startsWith("#")) {
				Section section = sections.get(sections.size() - 1);
				section.columns().add(Column.of(line, section.resources()));
			}
		}
		return new Layout(name, settings, sections);
	}

	Section main() {
		return this.sections.stream().filter(Section::isMain).findFirst().orElseThrow();
	}

	/**
	 * The key of a person here: the column {@code @kunci} of the histories means the same
	 * as the main table's key.
	 */
	String key(Person person) {
		return this.settings.contains("kunci=nomor") ? person.localId() : person.nip();
	}

	/** {@code sumber=h2}, {@code pemisah=;} and the like. */
	String setting(String name) {
		return this.settings.stream()
			.filter((setting) -> setting.startsWith(name + "="))
			.map((setting) -> setting.substring(name.length() + 1))
			.findFirst()
			.orElse("");
	}

	private static String text(String name) {
		try (InputStream in = Layout.class.getResourceAsStream(name + ".txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
