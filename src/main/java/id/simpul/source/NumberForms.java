package id.simpul.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

/**
 * Which styles of a workbook show a number as a date: to a sheet a date is nothing else.
 */
final class NumberForms {

	private static final int MOST = 100_000;

	private final boolean[] dates;

	private NumberForms(boolean[] dates) {
		this.dates = dates;
	}

	/**
	 * @param part the styles, closed afterwards; {@code null} when the workbook has none
	 */
	static NumberForms read(XmlPart part) throws XMLStreamException {
		if (part == null) {
			return new NumberForms(new boolean[0]);
		}
		try (part) {
			Map<String, Boolean> own = new HashMap<>();
			List<Boolean> styles = new ArrayList<>();
			boolean cells = false;
			while (part.nextStart()) {
				switch (part.name()) {
					case "numFmt" -> own.put(String.valueOf(part.attribute("numFmtId")),
							isDate(String.valueOf(part.attribute("formatCode"))));
					case "cellXfs" -> cells = true;
					case "xf" -> {
						if (cells && styles.size() < MOST) {
							String id = String.valueOf(part.attribute("numFmtId"));
							styles.add(own.containsKey(id) ? own.get(id) : isUsualDate(id));
						}
					}
					case "cellStyles", "dxfs" -> cells = false;
					default -> {
						// fonts and colours
					}
				}
			}
			boolean[] dates = new boolean[styles.size()];
			for (int i = 0; i < dates.length; i++) {
				dates[i] = styles.get(i);
			}
			return new NumberForms(dates);
		}
	}

	boolean isDate(int style) {
		return style >= 0 && style < this.dates.length && this.dates[style];
	}

	/** The forms every workbook has without saying so. */
	private static boolean isUsualDate(String id) {
		return switch (id) {
			case "14", "15", "16", "17", "18", "19", "20", "21", "22", "27", "28", "29", "30", "31", "32", "33", "34",
					"35", "36", "45", "46", "47", "50", "51", "52", "53", "54", "55", "56", "57", "58" ->
				true;
			default -> false;
		};
	}

	/**
	 * Whether the form has a letter for day, month, year, hour or second outside of
	 * quoted text and brackets.
	 */
	static boolean isDate(String form) {
		for (int i = 0; i < form.length() && form.charAt(i) != ';'; i++) {
			char c = form.charAt(i);
			if (c == '"') {
				i = end(form, i, '"');
			}
			else if (c == '[') {
				int end = end(form, i, ']');
				String within = form.substring(i + 1, Math.max(i + 1, Math.min(end, form.length())));
				if (within.matches("[hH]+|[mM]+|[sS]+")) {
					return true;
				}
				i = end;
			}
			else if (c == '\\' || c == '_' || c == '*') {
				i++;
			}
			else if ("dmyhsDMYHS".indexOf(c) >= 0) {
				return true;
			}
		}
		return false;
	}

	private static int end(String form, int from, char mark) {
		int end = form.indexOf(mark, from + 1);
		return (end < 0) ? form.length() : end;
	}

}
