package id.simpul.validation;

import java.util.List;

/**
 * What people are told about one kind of finding, in Indonesian and in English.
 *
 * @param keparahan severities it can have: E, W, I
 * @param pelaku who mends it: operator daerah, admin TI, BKD, BKN
 * @param akibat memblokir layanan, menurunkan indeks, kosmetik
 * @param dasar the source of the rule: regulation or contract section
 * @param contoh shape of a value that breaks it; never a value of anybody's
 */
public record RuleText(String kode, String kelompok, List<String> keparahan, String judul, String pesan,
		String perbaikan, String pelaku, String akibat, String dasar, String contoh, String title, String message,
		String remedy) {

	/**
	 * What happened, in Indonesian, with the gaps filled; a gap without an argument shows
	 * a dash.
	 */
	public String pesan(List<String> args) {
		return fill(this.pesan, args);
	}

	/** The same in English. */
	public String message(List<String> args) {
		return fill(this.message, args);
	}

	private static String fill(String text, List<String> args) {
		StringBuilder filled = new StringBuilder(text.length() + 40);
		for (int i = 0; i < text.length(); i++) {
			boolean gap = text.charAt(i) == '{' && i + 2 < text.length() && Character.isDigit(text.charAt(i + 1))
					&& text.charAt(i + 2) == '}';
			if (gap) {
				int number = text.charAt(i + 1) - '0';
				filled.append((number < args.size() && !args.get(number).isBlank()) ? args.get(number) : "-");
				i += 2;
			}
			else {
				filled.append(text.charAt(i));
			}
		}
		return filled.toString();
	}

}
