package id.simpul.simulator;

import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.core.JsonGenerator;

/**
 * Shows people and programs what the registry holds: one page, totals, and every row of
 * an instansi.
 */
final class Pages implements Desk {

	private static final int LATEST = 50;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss")
		.withZone(ZoneId.of("Asia/Jakarta"));

	private static final List<String> COLUMNS = List.of("held", "seeded", "created", "updated", "deleted", "synced",
			"refused", "reads");

	private static final String HEAD = """
			<!doctype html>
			<html lang="id"><head><meta charset="utf-8"><title>Registri tiruan</title>
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<style>
			body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1.5rem;
				color: #1c2733; }
			h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
			p.note { color: #51606f; max-width: 46rem; }
			table { border-collapse: collapse; width: 100%; } td, th { padding: .3rem .6rem; text-align: right; }
			th { border-bottom: 2px solid #c6d0da; color: #51606f; font-weight: 600; }
			tr + tr td { border-top: 1px solid #e6ebf0; }
			td.t, th.t { text-align: left; } td { font-variant-numeric: tabular-nums; }
			.no { color: #a3210f; } .yes { color: #1b6b3a; }
			</style></head><body>
			<h1>Registri tiruan</h1>
			<p class="note">Pengganti registri nasional untuk percobaan dan pengujian. Semua orang di dalamnya rekaan.
			Angka mesin: <a href="/isi.json">isi.json</a>, <a href="/laju.json">laju.json</a>; isi satu instansi: klik kodenya.</p>
			""";

	private final Registry registry;

	private final Pace pace;

	Pages(Registry registry, Pace pace) {
		this.registry = registry;
		this.pace = pace;
	}

	@Override
	public Answer answer(Request request, Mishap mishap) {
		String path = request.path();
		if (request.isWrite()) {
			return notFound();
		}
		if (path.equals("/")) {
			return Answer.text(200, Answer.HTML, page());
		}
		if (path.equals("/isi.json")) {
			return Answer.json(200, this.registry.totals());
		}
		if (path.equals("/laju.json")) {
			Map<String, Object> arrivals = new LinkedHashMap<>();
			this.pace.arrivals().forEach((instansi, came) -> arrivals.put(instansi, came.toJson()));
			return Answer.json(200, Json.of("limit", this.pace.limit(), "instansi", arrivals));
		}
		if (path.startsWith("/isi/") && path.endsWith(".json")) {
			String instansi = path.substring(5, path.length() - 5);
			return this.registry.instansi().contains(instansi) ? Answer.written((out) -> rows(instansi, out))
					: notFound();
		}
		return notFound();
	}

	private static Answer notFound() {
		return Answer.text(404, "text/plain; charset=UTF-8", "Tidak ada apa-apa di sini.\n");
	}

	@SuppressWarnings("unchecked") // the form of the totals is that of Registry.totals
	private String page() {
		Map<String, Object> totals = this.registry.totals();
		StringBuilder html = new StringBuilder(HEAD);
		html.append("<h2>Isi per instansi</h2><table><tr><th class=t>Instansi<th>Orang<th>Baris<th>Isi awal<th>Dibuat"
				+ "<th>Diubah<th>Dihapus<th>Disinkronkan<th>Ditolak<th>Dibaca</tr>\n");
		((Map<String, Map<String, Object>>) totals.get("instansi")).forEach((instansi, held) -> {
			html.append("<tr><td class=t><a href=\"/isi/").append(escaped(instansi)).append(".json\">");
			html.append(escaped(instansi)).append("</a><td>").append(held.get("people"));
			Map<String, Map<String, Object>> resources = (Map<String, Map<String, Object>>) held.get("resources");
			for (String column : COLUMNS) {
				html.append("<td>")
					.append(resources.values().stream().mapToLong((counts) -> (Long) counts.get(column)).sum());
			}
			html.append("</tr>\n");
		});
		Map<String, Object> total = (Map<String, Object>) totals.get("total");
		html.append("<tr><th class=t>Jumlah<th>").append(total.get("people"));
		COLUMNS.forEach((column) -> html.append("<th>").append(total.getOrDefault(column, 0)));
		html.append("</tr></table>\n");
		ledger(html);
		return html.append("</body></html>\n").toString();
	}

	private void ledger(StringBuilder html) {
		html.append("<h2>Buku besar: ")
			.append(this.registry.writes())
			.append(" kiriman, yang terakhir di atas</h2><table><tr><th>No.<th class=t>Waktu (WIB)<th class=t>Instansi"
					+ "<th class=t>Sumber daya<th class=t>Tindakan<th class=t>Baris<th class=t>Jawaban</tr>\n");
		List<LedgerEntry> latest = this.registry.latest(LATEST);
		Collections.reverse(latest);
		for (LedgerEntry entry : latest) {
			html.append("<tr><td>").append(entry.seq());
			for (String cell : List.of(TIME.format(entry.time()), entry.instansi(), entry.resource(),
					action(entry.operation()), entry.id())) {
				html.append("<td class=t>").append(escaped(cell));
			}
			html.append(entry.accepted() ? "<td class=\"t yes\">diterima" : "<td class=\"t no\">ditolak: ");
			html.append(entry.accepted() ? "" : escaped(reason(entry))).append("</tr>\n");
		}
		html.append("</table>");
	}

	private static String action(Operation operation) {
		return switch (operation) {
			case CREATE -> "buat";
			case UPDATE -> "ubah";
			case DELETE -> "hapus";
			case SYNC -> "sinkron";
		};
	}

	private static String reason(LedgerEntry entry) {
		return Objects.toString(entry.answer().getOrDefault("message", entry.answer().get("Message")), "");
	}

	private void rows(String instansi, OutputStream out) {
		References references = this.registry.references();
		try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
			json.writeStartArray();
			for (Person person : this.registry.peopleOf(instansi)) {
				Map<String, Object> held = Json.of("data-utama", person.master(references));
				for (Resource resource : Resource.values()) {
					if (resource != Resource.DATA_UTAMA && person.count(resource) > 0) {
						held.put(resource.key(), person.shown(resource, references));
					}
				}
				json.writePOJO(held);
			}
			json.writeEndArray();
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
