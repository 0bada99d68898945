package id.simpul.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.simpul.pegawai.CodeList;
import id.simpul.pegawai.CodeLists;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Kode;
import id.simpul.pegawai.Resource;

/** How one system writes down a value of the common schema. */
interface Rendering {

	String[] MONTHS = { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
			"Oktober", "November", "Desember" };

	/**
	 * @param text the value so far, {@code null} for none
	 * @param fact the entry it belongs to
	 * @return what the source holds
	 */
	String apply(String text, Fact fact);

	/** The rendering of that name for a field. */
	static Rendering named(String word, Resource resource, String field) {
		String name = word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
		String rest = word.substring(Math.min(name.length() + 1, word.length()));
		return switch (name) {
			case "tanggal", "angka", "bulat" -> (text, fact) -> text; // by the type of
																		// the column
			case "dmy" -> ifPresent((text) -> dayFirst(text, "-"));
			case "garis" -> ifPresent((text) -> dayFirst(text, "/"));
			case "panjang" -> ifPresent(Rendering::longDate);
			case "campur" -> ifPresent(Rendering::mixed);
			case "nol" -> (text, fact) -> (text != null) ? text : "0000-00-00";
			case "strip" -> (text, fact) -> (text != null) ? text : "-";
			case "koma" -> ifPresent((text) -> text.replace('.', ','));
			case "besar" -> ifPresent((text) -> text.toUpperCase(Locale.ROOT));
			case "kutip" -> ifPresent((text) -> "'" + text);
			case "halus" -> ifPresent((text) -> "\u200c" + text);
			case "ujung" -> ifPresent((text) -> text.endsWith("7") ? text + " \t" : text);
			case "kelompok" -> ifPresent(Rendering::groups);
			case "semester" -> ifPresent((text) -> text.startsWith("SEMESTER") ? text.substring(8) : "");
			case "bila" -> (text, fact) -> rest.split("=")[1].equals(fact.get(rest.split("=")[0])) ? text : null;
			case "peta" -> mapped(rest);
			case "pangkat" -> ifPresent(Rendering::rank);
			case "pppk" -> ifPresent((text) -> text.startsWith("P") ? list(resource, field).get(text).nama() : null);
			case "acuan" -> numbered(list(resource, field));
			case "nama" -> ifPresent((text) -> list(resource, field).get(text).nama());
			default -> ifPresent((text) -> {
				String value = list(resource, field).get(text).attribute(name);
				return value.isEmpty() ? null : value;
			});
		};
	}

	/** From text to text, nothing staying nothing. */
	interface OfText {

		String apply(String text);

	}

	private static Rendering ifPresent(OfText rendering) {
		return (text, fact) -> (text != null) ? rendering.apply(text) : null;
	}

	private static CodeList list(Resource resource, String field) {
		Field known = resource.field(field);
		return CodeLists.bundled().get(known.codeList());
	}

	/** {@code M=1,F=2}; an underscore stands for a blank. */
	private static Rendering mapped(String pairs) {
		Map<String, String> map = new HashMap<>();
		for (String pair : pairs.split(",")) {
			int at = pair.indexOf('=');
			map.put(pair.substring(0, at), pair.substring(at + 1).replace('_', ' '));
		}
		return ifPresent((text) -> map.getOrDefault(text, text));
	}

	private static Rendering numbered(CodeList list) {
		List<String> ids = new ArrayList<>(list.codes().stream().map(Kode::id).toList());
		return ifPresent((text) -> String.valueOf(ids.indexOf(text) + 1));
	}

	private static String dayFirst(String iso, String between) {
		return iso.substring(8) + between + iso.substring(5, 7) + between + iso.substring(0, 4);
	}

	private static String longDate(String iso) {
		LocalDate date = LocalDate.parse(iso);
		return date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
	}

	/** What several clerks over fifteen years make of one column. */
	private static String mixed(String iso) {
		return switch (Math.floorMod(iso.hashCode(), 4)) {
			case 0 -> iso;
			case 1 -> longDate(iso);
			case 2 -> dayFirst(iso, "/");
			default -> dayFirst(iso, "-");
		};
	}

	private static String groups(String nip) {
		return (nip.length() < 17) ? nip
				: nip.substring(0, 8) + " " + nip.substring(8, 14) + " " + nip.charAt(14) + " " + nip.substring(15);
	}

	/** {@code Penata Muda, III/a}. */
	private static String rank(String code) {
		Kode kode = CodeLists.bundled().get("golongan").get(code);
		return kode.attribute("pangkat").isEmpty() ? "Golongan " + kode.nama()
				: kode.attribute("pangkat") + ", " + kode.nama();
	}

}
