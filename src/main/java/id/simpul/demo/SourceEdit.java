package id.simpul.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changes one value of a source where it lies: to another, and back. */
final class SourceEdit {

	private SourceEdit() {
	}

	static void toggle(Path data, Sender sender, Layout layout, String one, String other) throws IOException {
		switch (layout.setting("sumber")) {
			case "h2" -> inDatabase(data, sender, layout, one, other);
			case "xlsx" -> inWorkbook(WorkbookWriter.file(data, sender), one, other);
			default -> {
				Path file = TextWriter.file(TextWriter.folder(data, sender), layout.main());
				Charset charset = Charset.forName(layout.setting("huruf"));
				Files.writeString(file, toggled(Files.readString(file, charset), one, other), charset);
			}
		}
	}

	private static String toggled(String text, String one, String other) {
		return text.contains(one) ? text.replace(one, other) : text.replace(other, one);
	}

	private static void inDatabase(Path data, Sender sender, Layout layout, String one, String other)
			throws IOException {
		String column = layout.main().columnOf("noHp").name();
		String sql = "UPDATE \"%s\" SET \"%2$s\" = CASE WHEN \"%2$s\" = ? THEN ? ELSE ? END WHERE \"%2$s\" IN (?, ?)"
			.formatted(layout.main().name(), column);
		String password = Secrets.read(data, sender, "sumber-pengelola");
		try (Connection connection = DatabaseWriter.connect(data, sender, "pengelola", password);
				PreparedStatement update = connection.prepareStatement(sql)) {
			String[] values = { one, other, one, one, other };
			for (int i = 0; i < values.length; i++) {
				update.setString(i + 1, values[i]);
			}
			update.executeUpdate();
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	private static void inWorkbook(Path file, String one, String other) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipFile in = new ZipFile(file.toFile()); ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (ZipEntry entry : Collections.list(in.entries())) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				byte[] part = in.getInputStream(entry).readAllBytes();
				boolean texts = entry.getName().endsWith("sharedStrings.xml");
				out.write(texts
						? toggled(new String(part, StandardCharsets.UTF_8), one, other).getBytes(StandardCharsets.UTF_8)
						: part);
			}
		}
		Files.write(file, bytes.toByteArray());
	}

}
