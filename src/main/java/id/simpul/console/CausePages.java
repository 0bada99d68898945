package id.simpul.console;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import id.simpul.report.Cause;
import id.simpul.report.Causes;
import id.simpul.report.Example;
import id.simpul.report.Scope;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/**
 * What is wrong, one line per cause and not per row; beside it one cause with where it
 * was found.
 */
@Page
class CausePages {

	private static final int EXAMPLES = 25;

	private static final int LAST_PAGE = 2000;

	private final InstansiList instansi;

	private final Causes causes;

	CausePages(InstansiList instansi, Causes causes) {
		this.instansi = instansi;
		this.causes = causes;
	}

	@GetMapping("/masalah")
	String list(Viewer viewer, @RequestParam(required = false) String instansi, Model model) {
		list(viewer.scope(this.instansi), instansi, model);
		return "masalah";
	}

	@GetMapping("/masalah/{rule}")
	String detail(Viewer viewer, @PathVariable String rule, @RequestParam(required = false) String instansi,
			@RequestParam(defaultValue = "1") int hal, Model model) {
		Scope visible = viewer.scope(this.instansi);
		list(visible, instansi, model);
		Scope scope = visible.narrow(emptyToNull(instansi));
		Cause cause = this.causes.find(scope, rule)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		int page = Math.min(Math.max(hal, 1), LAST_PAGE);
		List<Example> examples = this.causes.examples(scope, rule, (page - 1) * EXAMPLES, EXAMPLES + 1);
		Address here = Address.of("/masalah/" + rule).with("instansi", instansi);
		model.addAttribute("satu", cause);
		model.addAttribute("terbanyak", cause.shares().stream().mapToLong(Cause.Share::people).max().orElse(1));
		model.addAttribute("contoh", examples.subList(0, Math.min(EXAMPLES, examples.size())));
		model.addAttribute("dari", (page - 1) * EXAMPLES);
		model.addAttribute("sini", here);
		model.addAttribute("mundur", (page > 1) ? here.with("hal", (page > 2) ? page - 1 : null) : null);
		model.addAttribute("maju", (examples.size() > EXAMPLES) ? here.with("hal", page + 1) : null);
		return "masalah";
	}

	private void list(Scope visible, String chosen, Model model) {
		String kode = emptyToNull(chosen);
		if (kode != null && !visible.sees(kode)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("dibaca", this.causes.anythingRead(visible.narrow(kode)));
		model.addAttribute("penyebab", this.causes.all(visible.narrow(kode)));
		model.addAttribute("pilihan", this.instansi.all().stream().map(Instansi::kode).filter(visible::sees).toList());
		model.addAttribute("kode", kode);
	}

	private static String emptyToNull(String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

}
