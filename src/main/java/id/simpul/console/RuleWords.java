package id.simpul.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import id.simpul.validation.Catalogue;
import id.simpul.validation.RuleText;

/**
 * What a cause is called and what to do about it, in the language of the page; what
 * templates call {@code sebab}.
 */
public final class RuleWords {

	private final Catalogue catalogue;

	private final Words words;

	RuleWords(Catalogue catalogue, Words words) {
		this.catalogue = catalogue;
		this.words = words;
	}

	/** What it is, never a code alone. */
	public String title(String rule) {
		return text(rule, RuleText::judul, RuleText::title)
			.orElseGet(() -> this.words.find("sebab." + rule).orElseGet(() -> plain(rule)));
	}

	/** What happened and what it means. */
	public String message(String rule, List<String> args) {
		BiFunction<RuleText, List<String>, String> message = this.words.isEnglish() ? RuleText::message
				: RuleText::pesan;
		return find(rule).map((text) -> message.apply(text, args)).orElseGet(() -> title(rule) + ".");
	}

	/** The message where it is about many, so that its gaps cannot be filled. */
	public String message(String rule) {
		return message(rule, List.of()).replaceAll("\\s+-(?=[\\s.,:;])", " …");
	}

	/** What to do. */
	public String remedy(String rule) {
		return text(rule, RuleText::perbaikan, RuleText::remedy)
			.orElseGet(() -> this.words.text("sebab.tanpa-perbaikan"));
	}

	/** Who does it. */
	public String actor(String rule) {
		return known(rule, "pelaku.", RuleText::pelaku);
	}

	/** What it does to people. */
	public String effect(String rule) {
		return known(rule, "akibat.", RuleText::akibat);
	}

	private String known(String rule, String prefix, Function<RuleText, String> value) {
		return find(rule).map(value)
			.map((said) -> this.words.find(prefix + said.toLowerCase(Locale.ROOT).replace(' ', '-')).orElse(said))
			.orElse("–");
	}

	private Optional<String> text(String rule, Function<RuleText, String> indonesian,
			Function<RuleText, String> english) {
		return find(rule).map(this.words.isEnglish() ? english : indonesian);
	}

	private Optional<RuleText> find(String rule) {
		return (rule != null) ? this.catalogue.find(rule) : Optional.empty();
	}

	/** A code as words: {@code KREDENSIAL_DITOLAK} is Indonesian already. */
	private static String plain(String rule) {
		if (rule == null || rule.isEmpty()) {
			return "–";
		}
		return rule.charAt(0) + rule.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
