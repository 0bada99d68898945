package id.simpul.mapping;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

import id.simpul.pegawai.CodeLists;

/**
 * Reads one mapping file from top to bottom and notes everything that is wrong with it
 * before giving up.
 */
final class MappingReader {

	private static final Pattern NAME = Pattern.compile("(\\d{2}(?:\\.\\d{2})?)-[a-z0-9-]+\\.yaml");

	private static final List<String> KEYS = List.of("instansi", "schema", "null-tokens", "dates", "codes", "lookups",
			"datasets");

	private final Path path;

	private final String file;

	private final CodeLists national;

	private final Problems problems;

	MappingReader(Path path, CodeLists national) {
		Path folder = path.toAbsolutePath().normalize().getParent();
		this.path = path;
		this.file = ((folder != null && folder.getFileName() != null) ? folder.getFileName() + "/" : "")
				+ path.getFileName();
		this.national = national;
		this.problems = new Problems(this.file);
	}

	MappingFile read() {
		Matcher name = NAME.matcher(this.path.getFileName().toString());
		if (!name.matches()) {
			this.problems.at(0, 0, "Nama berkas harus berbentuk 16.71-palembang.yaml: kode, tanda hubung, nama.");
		}
		byte[] bytes = bytes();
		Section top = Section.of(compose(decode(bytes)), this.problems, KEYS);
		String instansi = top.requiredText("instansi", "kode Kemendagri instansi, misalnya \"16.71\"");
		if (instansi != null && name.matches() && !instansi.equals(name.group(1))) {
			this.problems.at(top.value("instansi"),
					"Instansi \"%s\" tidak sama dengan kode pada nama berkas, %s; samakan keduanya.", instansi,
					name.group(1));
		}
		String schema = top.requiredText("schema", "versi skema bersama: 1");
		if (schema != null && !schema.equals("1")) {
			this.problems.at(top.value("schema"), "Versi skema \"%s\" tidak dikenal; program ini memakai versi 1.",
					schema);
		}
		DatasetReader datasets = new DatasetReader(this.problems, vocabulary(top));
		datasets.read(top);
		this.problems.refuse();
		return new MappingFile(this.file, instansi, hash(bytes), datasets.vocabulary().tokens(), datasets.plans(),
				datasets.datasets());
	}

	private Vocabulary vocabulary(Section top) {
		NullTokens tokens = new NullTokens(top.has("null-tokens") ? top.texts("null-tokens") : NullTokens.USUAL);
		List<DateForm> dates = ConversionReader.dates(top, this.problems);
		Map<String, Map<String, Node>> codes = new LinkedHashMap<>();
		if (top.has("codes")) {
			Section lists = Section.open(top.value("codes"), this.problems);
			lists.values().forEach((list, node) -> {
				if (list.contains("/")) {
					this.problems.at(lists.key(list), "Nama daftar kode \"%s\" tidak boleh memuat garis miring.", list);
				}
				codes.put(list, ConversionReader.localCodes(node, this.problems));
			});
		}
		return new Vocabulary(this.national, tokens, dates, codes, new LinkedHashSet<>(
				(top.value("lookups") instanceof MappingNode node) ? Section.names(node) : List.of()));
	}

	private byte[] bytes() {
		try {
			return Files.readAllBytes(this.path);
		}
		catch (IOException ex) {
			this.problems.at(0, 0, "Berkas tidak dapat dibaca; periksa apakah berkas ada dan boleh dibaca program.");
			this.problems.refuse();
			throw new IllegalStateException(ex);
		}
	}

	private String decode(byte[] bytes) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate(bytes.length);
		CoderResult result = decoder.decode(in, out, true);
		if (result.isError()) {
			place(out.flip().toString(),
					"Huruf di sini tidak tersimpan sebagai UTF-8; simpan ulang berkas dengan UTF-8.");
			this.problems.refuse();
		}
		String text = out.flip().toString();
		return text.startsWith("\ufeff") ? text.substring(1) : text;
	}

	/**
	 * The tree of the file with the place of everything; aliases are refused, so it is a
	 * tree and bounded.
	 */
	private Node compose(String text) {
		try {
			for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
				if (event instanceof AliasEvent) {
					this.problems.at(event.getStartMark(),
							"Alias YAML (*nama) tidak dipakai di sini; tulis isinya lagi.");
					this.problems.refuse();
				}
			}
			Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
			if (node == null) {
				this.problems.at(1, 1, "Berkas masih kosong; salin pemetaan instansi lain lalu sesuaikan.");
			}
			else {
				return node;
			}
		}
		catch (MarkedYAMLException ex) {
			this.problems.at((ex.getProblemMark() != null) ? ex.getProblemMark() : ex.getContextMark(), "%s",
					String.valueOf(ex.getProblem()).contains("\\t") ? "Lekukan memakai tab; ganti dengan spasi."
							: "Susunan YAML rusak di sini; periksa lekukan, titik dua, kurung dan tanda kutip ("
									+ ex.getProblem() + ").");
		}
		catch (ReaderException ex) {
			place(text.substring(0, Math.min(ex.getPosition(), text.length())),
					"Ada huruf kendali yang tidak terlihat di sini; hapus dan ketik ulang baris ini.");
		}
		catch (YAMLException ex) { // the limits that keep a file from eating the memory
									// have no type of their own
			this.problems.at(0, 0, "Berkas terlalu besar atau terlalu dalam bersarang untuk sebuah pemetaan.");
		}
		this.problems.refuse();
		throw new IllegalStateException(this.file);
	}

	/** Notes a problem right behind the text that could be read. */
	private void place(String before, String message) {
		int line = (int) before.chars().filter((c) -> c == '\n').count() + 1;
		this.problems.at(line, before.length() - before.lastIndexOf('\n'), message);
	}

	private static String hash(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
