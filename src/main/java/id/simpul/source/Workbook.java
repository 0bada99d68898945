package id.simpul.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamException;

/**
 * An XLSX file. Read by a reader of our own, since what is dropped into a folder is not
 * to be trusted: one with a cell address of seven letters or a text number beyond its
 * table must end in a fault and not in all of the memory.
 */
final class Workbook implements AutoCloseable {

	private static final long LARGEST_FILE = 512L << 20;

	private static final long LARGEST_SHEET = 2L << 30;

	private static final long LARGEST_TEXTS = 384L << 20;

	private static final long LARGEST_PART = 16L << 20;

	private static final int MOST_SHEETS = 500;

	private record Sheet(String name, String part, boolean visible) {
	}

	private final Delivery file;

	private final ZipFile zip;

	private final List<Sheet> sheets = new ArrayList<>();

	private final Map<String, String> parts = new HashMap<>();

	private boolean since1904;

	private NumberForms forms;

	private SharedTexts texts;

	private Workbook(Delivery file, ZipFile zip) {
		this.file = file;
		this.zip = zip;
	}

	/** Opens a workbook and reads what all its sheets share. */
	static Workbook open(Delivery file) {
		if (file.size() == 0) {
			throw new SourceFault("BERKAS_KOSONG", null, file.name());
		}
		if (file.size() > LARGEST_FILE) {
			throw limit(file, LARGEST_FILE);
		}
		boolean ready = false;
		Workbook book = null;
		try {
			checkKind(file);
			book = new Workbook(file, new ZipFile(file.path().toFile()));
			book.read();
			ready = true;
			return book;
		}
		catch (ZipException ex) {
			throw file.withoutEnd(ex);
		}
		catch (IOException | XMLStreamException ex) {
			throw file.damaged(ex);
		}
		finally {
			if (!ready && book != null) {
				book.close();
			}
		}
	}

	/** Rows of a sheet by its name, of the first visible one when there is none given. */
	SheetRows rows(String name) {
		Sheet sheet = find(name);
		try {
			XmlPart part = new XmlPart(entry(sheet.part()), LARGEST_SHEET, this.file);
			return new SheetRows(part, this.texts, this.forms, this.since1904);
		}
		catch (IOException | XMLStreamException ex) {
			throw this.file.damaged(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.zip.close();
		}
		catch (IOException ex) {
			// it was only read from
		}
	}

	private Sheet find(String name) {
		String asked = (name != null) ? name.strip().toLowerCase(Locale.ROOT) : "";
		return this.sheets.stream()
			.filter((sheet) -> asked.isEmpty() ? sheet.visible()
					: sheet.name().strip().toLowerCase(Locale.ROOT).equals(asked))
			.findFirst()
			.orElseThrow(() -> new SourceFault("LEMBAR_TIDAK_ADA", null, asked.isEmpty() ? "1" : name.strip(),
					String.join(", ", this.sheets.stream().map(Sheet::name).limit(40).toList())));
	}

	private void read() throws IOException, XMLStreamException {
		String main = relations("_rels/.rels", "").getOrDefault("type:officeDocument", "xl/workbook.xml");
		String folder = main.contains("/") ? main.substring(0, main.lastIndexOf('/') + 1) : "";
		this.parts.putAll(relations(folder + "_rels/" + main.substring(folder.length()) + ".rels", folder));
		try (XmlPart part = new XmlPart(entry(main), LARGEST_PART, this.file)) {
			while (part.nextStart()) {
				if (part.is("workbookPr")) {
					String flag = part.attribute("date1904");
					this.since1904 = "1".equals(flag) || "true".equals(flag);
				}
				else if (part.is("sheet") && this.sheets.size() < MOST_SHEETS) {
					String state = part.attribute("state");
					String target = this.parts.get(String.valueOf(part.attribute("id")));
					if (target != null) {
						this.sheets.add(new Sheet(String.valueOf(part.attribute("name")), target,
								state == null || state.equals("visible")));
					}
				}
			}
		}
		this.forms = NumberForms.read(part("type:styles", LARGEST_PART));
		this.texts = SharedTexts.read(part("type:sharedStrings", LARGEST_TEXTS));
	}

	/** Targets by id, and by {@code type:} with the last part of their type. */
	private Map<String, String> relations(String name, String folder) throws IOException, XMLStreamException {
		Map<String, String> targets = new HashMap<>();
		if (this.zip.getEntry(name) == null) {
			return targets;
		}
		try (XmlPart part = new XmlPart(entry(name), LARGEST_PART, this.file)) {
			while (part.nextStart()) {
				String target = part.attribute("Target");
				if (part.is("Relationship") && target != null && !"External".equals(part.attribute("TargetMode"))) {
					String path = target.startsWith("/") ? target.substring(1) : folder + target;
					String type = String.valueOf(part.attribute("Type"));
					targets.put(String.valueOf(part.attribute("Id")), path);
					targets.putIfAbsent("type:" + type.substring(type.lastIndexOf('/') + 1), path);
				}
			}
		}
		return targets;
	}

	private XmlPart part(String key, long limit) throws IOException, XMLStreamException {
		String name = this.parts.get(key);
		return (name != null && this.zip.getEntry(name) != null) ? new XmlPart(entry(name), limit, this.file) : null;
	}

	private PartStream entry(String name) throws IOException {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw new ZipException("a part is missing");
		}
		return new PartStream(this.zip.getInputStream(entry), entry.getCrc());
	}

	private static void checkKind(Delivery file) throws IOException {
		byte[] head;
		try (InputStream in = Files.newInputStream(file.path())) {
			head = in.readNBytes(1024);
		}
		FileKind kind = FileKind.of(head);
		if (kind == FileKind.OLE && FileKind.isEncrypted(file.path(), head)) {
			throw new SourceFault("BERKAS_BERSANDI", null, file.name());
		}
		if (kind != FileKind.ZIP) {
			throw file.damaged(null);
		}
	}

	static SourceFault limit(Delivery file, long bytes) {
		return new SourceFault("BATAS_TERLAMPAUI", null, file.name(), (bytes >> 20) + " MB");
	}

}
