package id.simpul.console;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;
import id.simpul.validation.Catalogue;

/**
 * What is around every page: who looks, in which words, and the way to the other
 * language.
 */
@ControllerAdvice
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Frame {

	/**
	 * Parameters of our own pages; whatever else stands in an address is not carried on.
	 */
	private static final List<String> CARRIED = List.of("instansi", "status", "sebab", "urut", "hal", "sebelum",
			"ulang");

	private final MessageSource messages;

	private final InstansiList instansi;

	private final Clock clock;

	Frame(MessageSource messages, InstansiList instansi, Clock clock) {
		this.messages = messages;
		this.instansi = instansi;
		this.clock = clock;
	}

	@ModelAttribute
	void frame(Model model, HttpServletRequest request, Locale locale) {
		Viewer viewer = (Viewer) request.getAttribute(FreshAccount.VIEWER);
		Words words = new Words(this.messages, locale, this.instansi, zone(viewer), this.clock);
		model.addAttribute("viewer", viewer);
		model.addAttribute("kata", words);
		model.addAttribute("sebab", new RuleWords(Catalogue.bundled(), words));
		model.addAttribute("lain", otherLanguage(request, words));
	}

	/**
	 * The zone of whose data it is: an operator's own, else that of the instansi named
	 * first.
	 */
	private ZoneId zone(Viewer viewer) {
		if (viewer != null && viewer.isOperator() && this.instansi.has(viewer.instansi())) {
			return this.instansi.get(viewer.instansi()).zona();
		}
		return this.instansi.all().stream().findFirst().map(Instansi::zona).orElse(ZoneId.of("Asia/Jakarta"));
	}

	/** This page in the other language; an answer to a form has no address of its own. */
	private static String otherLanguage(HttpServletRequest request, Words words) {
		boolean page = request.getMethod().equals("GET") && !request.getRequestURI().equals("/error");
		Address address = Address.of(page ? request.getServletPath() : "/");
		for (String name : page ? CARRIED : List.<String>of()) {
			address = address.with(name, request.getParameter(name));
		}
		return address.with(ConsoleWeb.LANGUAGE, words.isEnglish() ? "id" : "en").toString();
	}

}
