package id.simpul.console;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import id.simpul.report.BookReports;
import id.simpul.report.Causes;
import id.simpul.report.Deliveries;
import id.simpul.report.HeldPlan;
import id.simpul.report.RunReport;
import id.simpul.report.RunReports;
import id.simpul.report.Scope;
import id.simpul.report.SenderReport;
import id.simpul.report.SenderReports;
import id.simpul.source.InstansiList;

/**
 * One instansi: its runs, what they found, what waits, and the plan that waits for two
 * people.
 */
@Page
class InstansiPage {

	private static final int RUNS = 12;

	private static final int TOP_CAUSES = 8;

	private final InstansiList instansi;

	private final SenderReports senders;

	private final RunReports runs;

	private final BookReports books;

	private final Causes causes;

	private final Deliveries deliveries;

	private final RunNow runNow;

	private final ReleasePlan plans;

	InstansiPage(InstansiList instansi, SenderReports senders, RunReports runs, BookReports books, Causes causes,
			Deliveries deliveries, RunNow runNow, ReleasePlan plans) {
		this.instansi = instansi;
		this.senders = senders;
		this.runs = runs;
		this.books = books;
		this.causes = causes;
		this.deliveries = deliveries;
		this.runNow = runNow;
		this.plans = plans;
	}

	@GetMapping("/instansi/{kode}")
	String show(Viewer viewer, @PathVariable String kode, @RequestParam(required = false) Long sebelum, Model model) {
		Scope scope = viewer.scope(this.instansi).narrow(kode);
		SenderReport sender = sender(scope, kode);
		List<RunReport> latest = this.runs.of(scope, kode, (sebelum != null) ? sebelum : Long.MAX_VALUE, RUNS + 1);
		List<RunReport> page = latest.subList(0, Math.min(RUNS, latest.size()));
		HeldPlan held = this.runs.held(scope, kode).orElse(null);
		model.addAttribute("satu", sender);
		model.addAttribute("rencana", held);
		model.addAttribute("putaran", page);
		model.addAttribute("pertama", sebelum == null);
		model.addAttribute("lama",
				(latest.size() > RUNS) ? address(kode).with("sebelum", page.get(RUNS - 1).id()) : null);
		model.addAttribute("neraca",
				(sender.shown() != null) ? BookLine.of(this.books.of(scope, sender.shown().id())) : null);
		model.addAttribute("penyebab", this.causes.all(scope).stream().limit(TOP_CAUSES).toList());
		model.addAttribute("kiriman", this.deliveries.counts(scope));
		model.addAttribute("bergerak",
				held == null && (sender.running() != null || (sender.waiting() > 0 && sender.pause() == null)));
		model.addAttribute("tidur", held == null && sender.isResting());
		return "instansi";
	}

	@PostMapping("/instansi/{kode}/jalankan")
	String run(Viewer viewer, @PathVariable String kode, RedirectAttributes answer) {
		sender(actingScope(viewer, kode), kode);
		this.runNow.start(kode, viewer.username());
		answer.addFlashAttribute("kabar", "kabar.dijalankan");
		return back(kode);
	}

	@PostMapping("/instansi/{kode}/rencana/{run}/lepas")
	String release(Viewer viewer, @PathVariable String kode, @PathVariable long run,
			@RequestParam(defaultValue = "") String alasan, RedirectAttributes answer) {
		plan(actingScope(viewer, kode), kode, run);
		answer.addFlashAttribute("kabar", "kabar.lepas." + this.plans.release(run, viewer.username(), alasan).name());
		return back(kode);
	}

	@PostMapping("/instansi/{kode}/rencana/{run}/tolak")
	String putAside(Viewer viewer, @PathVariable String kode, @PathVariable long run, RedirectAttributes answer) {
		plan(actingScope(viewer, kode), kode, run);
		boolean held = this.plans.putAside(run, viewer.username());
		answer.addFlashAttribute("kabar", held ? "kabar.ditolak" : "kabar.lepas.NOT_HELD");
		return back(kode);
	}

	private Scope actingScope(Viewer viewer, String kode) {
		if (!viewer.mayAct()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		return viewer.scope(this.instansi).narrow(kode);
	}

	private SenderReport sender(Scope scope, String kode) {
		return this.senders.find(scope, kode).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * The run must be this instansi's: a number from elsewhere is answered like one that
	 * never was.
	 */
	private void plan(Scope scope, String kode, long run) {
		if (this.runs.find(scope, kode, run).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private static String back(String kode) {
		return "redirect:" + address(kode);
	}

	private static Address address(String kode) {
		return Address.of("/instansi/" + kode);
	}

}
