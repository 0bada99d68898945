package id.simpul.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import id.simpul.demo.Layout.Section;

/**
 * The invented province: what its eighteen instansi have in their systems, what the
 * registry holds of it, and what must come of the first round. Nobody is kept: whoever is
 * needed is made up again, always the same for a seed and a day.
 */
public final class DemoProvince {

	private final Maker maker;

	private final int people;

	private final List<Sender> senders = Sender.all();

	private DemoProvince(Maker maker, int people) {
		this.maker = maker;
		this.people = people;
	}

	/**
	 * A province.
	 * @param peoplePerInstansi at least 20, so that every planted fault has room
	 * @param today up to which everything has happened
	 */
	public static DemoProvince of(long seed, int peoplePerInstansi, LocalDate today) {
		if (peoplePerInstansi < 20) {
			throw new IllegalArgumentException("A demo instansi needs at least 20 people");
		}
		return new DemoProvince(new Maker(seed, today), peoplePerInstansi);
	}

	/**
	 * Writes every source and every secret it takes to read it, below the data folder.
	 * @param data the data folder
	 */
	public void writeSources(Path data) {
		try {
			for (Sender sender : this.senders) {
				Secrets.make(data, sender);
				Layout layout = Layout.read(sender.layout());
				try (SourceWriter writer = SourceWriter.open(data, sender, layout)) {
					for (Section section : layout.sections()) {
						if (!section.isLookup()) {
							write(sender, layout, section, writer);
						}
					}
				}
				settle(data, sender);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(Sender sender, Layout layout, Section section, SourceWriter writer) throws IOException {
		writer.begin(section);
		List<Column> columns = section.columns();
		for (Person person : (Iterable<Person>) people(sender)::iterator) {
			String key = layout.key(person);
			for (Fact fact : section.rows(person)) {
				Object[] values = new Object[columns.size()];
				for (int i = 0; i < values.length; i++) {
					values[i] = columns.get(i).value(person, fact, key);
				}
				writer.row(values, fact.broken);
			}
		}
	}

	/**
	 * What arrived by file arrived an hour ago, and one of the workbooks did not arrive
	 * whole.
	 */
	private static void settle(Path data, Sender sender) throws IOException {
		if (sender.isHalf()) {
			Path file = WorkbookWriter.file(data, sender);
			byte[] whole = Files.readAllBytes(file);
			Files.write(file, Arrays.copyOf(whole, whole.length / 2));
		}
		Path folder = TextWriter.folder(data, sender);
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : (Iterable<Path>) files::iterator) {
					Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
				}
			}
		}
	}

	/**
	 * What the first round must give: every finding, every row and every answer of the
	 * registry.
	 */
	public Expected expected() {
		Map<String, Expected.Books> books = new LinkedHashMap<>();
		for (Sender sender : this.senders) {
			if (sender.isHalf()) {
				books.put(sender.kode(), Counting.failed(sender, "BERKAS_RUSAK"));
				continue;
			}
			Counting counting = new Counting(sender, Layout.read(sender.layout()));
			people(sender).forEach(counting::add);
			books.put(sender.kode(), counting.books());
		}
		return new Expected(books);
	}

	/**
	 * Everybody the registry knows at the start with what it holds of them, made up as
	 * the stream is read.
	 */
	public Stream<SeedPerson> registry() {
		return this.senders.stream().flatMap(this::people).filter((person) -> person.known).map(RegistrySide::of);
	}

	/**
	 * Makes exactly one change in the source of an instansi: somebody gets another
	 * telephone number. Asked again, they get the old one back.
	 * @param data the data folder that {@link #writeSources} has filled
	 */
	public Edit edit(Path data, String instansi) {
		Sender sender = this.senders.stream()
			.filter((one) -> one.kode().equals(instansi) && !one.isHalf())
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No source to edit for " + instansi));
		Person person = people(sender)
			.filter((one) -> one.active && one.known && one.findings.isEmpty() && one.shared == null
					&& one.pegawai().fate == Fact.Fate.SAME)
			.findFirst()
			.orElseThrow();
		Layout layout = Layout.read(sender.layout());
		String before = person.pegawai().get("noHp");
		try {
			SourceEdit.toggle(data, sender, layout, before, before.replaceFirst("^0812", "0813"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Column key = layout.main().columns().get(0);
		String kunci = key.value(person, person.pegawai(), layout.key(person));
		String digits = kunci.replaceAll("[\\p{Cf}\\s'.-]", "");
		// a long number decorated in a workbook is read without its decoration
		kunci = digits.matches("\\d{15,}") ? digits : kunci;
		return new Edit(instansi, kunci, person.nip(), "pegawai", "", "noHp");
	}

	private Stream<Person> people(Sender sender) {
		return IntStream.range(0, this.people).mapToObj((number) -> {
			int slot = sender.slot(number, this.people);
			return (slot < 0) ? this.maker.ordinary(sender, number)
					: this.maker.faulty(sender, number, slot, sender.faults().get(slot));
		});
	}

}
