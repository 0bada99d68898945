package id.simpul.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import id.simpul.pegawai.CodeList;

/**
 * From the codes of a source to national ones: first the source's own table in the
 * mapping file, then the national list as code, alias or name, or by another numbering of
 * it. Remembers the spellings it has met.
 */
final class CodeConversion implements Finish.Conversion {

	/** Spellings are few; free text in a code column must not fill the memory. */
	private static final int MOST_REMEMBERED = 2000;

	private static final Object NOTHING = new Object();

	private final Map<String, Object> own = new HashMap<>();

	private final CodeList list;

	private final String attribute;

	private final Map<String, Object> remembered = new ConcurrentHashMap<>();

	/**
	 * @param own raw text to finished value, an empty text meaning nothing
	 * @param list the national list, or {@code null} when the source's own table is all
	 * there is
	 * @param attribute the numbering to look in, or {@code null} for codes, aliases and
	 * names
	 */
	CodeConversion(Map<String, Object> own, CodeList list, String attribute) {
		own.forEach((raw, value) -> this.own.put(NullTokens.fold(raw), value));
		this.list = list;
		this.attribute = attribute;
	}

	@Override
	public Object convert(String text) {
		Object known = this.remembered.get(text);
		if (known == null) {
			known = find(text);
			if (known == null) {
				return new Fault(Fault.CODE, text);
			}
			if (this.remembered.size() < MOST_REMEMBERED) {
				this.remembered.put(text, known);
			}
		}
		return (known != NOTHING) ? known : null;
	}

	private Object find(String text) {
		Object value = this.own.get(NullTokens.fold(text));
		if (value != null) {
			return "".equals(value) ? NOTHING : value;
		}
		if (this.list == null) {
			return null;
		}
		Optional<String> id = (this.attribute != null) ? this.list.resolveBy(this.attribute, text)
				: this.list.resolve(text);
		return id.orElse(null);
	}

}
