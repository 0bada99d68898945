package id.simpul.console;

import java.util.Set;
import java.util.UUID;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Says that something did not work and what to do, never why inside: that is in the log,
 * under the number shown.
 */
@Page
class ErrorPages implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private static final Set<Integer> EXPLAINED = Set.of(403, 404, 405);

	@RequestMapping("/error")
	String show(HttpServletRequest request, Model model) {
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) ? code : 404;
		model.addAttribute("galat", EXPLAINED.contains(status) ? status : (status < 500) ? 400 : 500);
		if (status >= 500) {
			String number = UUID.randomUUID().toString().substring(0, 8);
			log.error("Page fault {}: {}", number,
					(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE) instanceof Class<?> type)
							? type.getSimpleName() : status);
			model.addAttribute("nomor", number);
		}
		return "galat";
	}

}
