package id.simpul.validation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue as a page for those who mend data, in Indonesian. */
final class AturanDoc {

	static final String COMMAND = "./mvnw test -Dtest=AturanDocTest -Dtulis-ulang=true";

	private static final Map<String, String> STEPS = new LinkedHashMap<>();

	static {
		STEPS.put("sumber", "Membaca sumber|Sumber tidak terbaca, atau satu barisnya. Bila sumbernya sendiri yang tidak"
				+ " terbaca, putaran gagal dan tidak ada yang berubah.");
		STEPS.put("pemetaan", "Memetakan baris|Baris sumber yang tidak dapat menjadi entri skema bersama.");
		STEPS.put("validasi",
				"Memeriksa entri|Setiap entri diperiksa sendiri, lalu bersama entri lain dari orang yang sama."
						+ " Temuan yang menahan data pokok (pegawai) menahan orangnya beserta seluruh riwayat.");
		STEPS.put("perubahan", "Menyusun rencana|Yang baru tampak setelah semua orang terbaca, dan nasib rencananya.");
		STEPS.put("pengiriman", "Mengirim ke SIASN|Jawaban SIASN, daftar kerja, dan alasan antrean menunggu.");
	}

	private static final Map<String, String> SEVERITIES = Map.of("E", "menahan", "W", "diteruskan dengan tanda", "I",
			"sekadar diketahui");

	private static final Map<String, String> AT_REGISTRY = Map.of("E", "ditolak SIASN", "W",
			"menunggu atau butuh orang", "I", "selesai");

	private AturanDoc() {
	}

	static String render(Collection<RuleText> texts) {
		StringBuilder page = new StringBuilder("<!-- Dihasilkan dari src/main/resources/id/simpul/validation/aturan"
				+ ".yaml; jangan diubah di sini. Tulis ulang: " + COMMAND + " -->\n\n");
		page.append("# Aturan\n\n");
		page.append("Semua temuan dan jawaban yang dapat muncul, menurut urutan langkahnya: apa artinya, siapa yang"
				+ " memperbaiki, dan bagaimana.\n\n");
		page.append("**E** menahan entri, **W** meneruskannya dengan tanda, **I** sekadar diketahui. Contoh"
				+ " menunjukkan bentuk nilai yang melanggar, bukan nilainya: `9` angka, `A` dan `a` huruf, `9(18)`"
				+ " delapan belas angka, `(kosong)` tidak ada nilai. Tanda … pada kalimat diisi dari temuannya.\n");
		Map<String, List<RuleText>> steps = texts.stream()
			.collect(Collectors.groupingBy(RuleText::kelompok, LinkedHashMap::new, Collectors.toList()));
		steps.forEach((step, rules) -> step(page, step, rules));
		return page.toString();
	}

	private static void step(StringBuilder page, String step, List<RuleText> rules) {
		String[] words = STEPS.get(step).split("\\|");
		page.append("\n## ").append(words[0]).append("\n\n").append(words[1]).append("\n\n");
		page.append("| kode | keparahan | judul | pelaku |\n|---|---|---|---|\n");
		rules.forEach((rule) -> page.append("| [")
			.append(rule.kode())
			.append("](#")
			.append(rule.kode().toLowerCase(Locale.ROOT))
			.append(") | ")
			.append(String.join(", ", rule.keparahan()))
			.append(" | ")
			.append(rule.judul())
			.append(" | ")
			.append(rule.pelaku())
			.append(" |\n"));
		rules.forEach((rule) -> rule(page, rule));
	}

	private static void rule(StringBuilder page, RuleText rule) {
		Map<String, String> severities = rule.kelompok().equals("pengiriman") ? AT_REGISTRY : SEVERITIES;
		page.append("\n### ").append(rule.kode()).append("\n\n");
		page.append("**").append(rule.judul()).append(".** ").append(message(rule)).append("\n\n");
		item(page, "Perbaikan", rule.perbaikan());
		item(page, "Pelaku", rule.pelaku());
		item(page, "Keparahan",
				rule.keparahan()
					.stream()
					.map((code) -> code + " " + severities.get(code))
					.collect(Collectors.joining(", ")));
		item(page, "Akibat", rule.akibat());
		item(page, "Dasar", rule.dasar());
		item(page, "Contoh", "`" + rule.contoh() + "`");
	}

	private static void item(StringBuilder page, String name, String text) {
		page.append("- ").append(name).append(": ").append(text).append("\n");
	}

	private static String message(RuleText rule) {
		return rule.pesan(List.of("…", "…", "…")).replace("… …", "…");
	}

}
